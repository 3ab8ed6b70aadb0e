import ArgumentParser
import RefractBatch

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a file format, for completion in editors.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case problem }

  @Argument(help: "What to print the schema of: problem.")
  var subject = Subject.problem

  func run() throws {
    let text =
      switch subject {
      case .problem: ProblemSchema.text
      }
    try Console.show(text)
  }
}
