import ArgumentParser
import RefractBatch
import RefractReport

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of problem files, or what templates may ask for.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case problem, view }

  @Argument(
    help:
      "problem: the JSON Schema of problem files, for completion in editors; view: the names that templates may use.")
  var subject = Subject.problem

  func run() throws {
    let text =
      switch subject {
      case .problem: ProblemSchema.text
      case .view: ViewSchema.json
      }
    try Console.show(text)
  }
}
