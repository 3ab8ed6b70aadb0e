import ArgumentParser
import RefractBatch
import RefractEngine

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Print what is read in a problem: every fact with its place.")

  @Argument(help: "A problem file; `-` is standard input, which may be plain prose.")
  var path: String

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  func run() throws {
    let (engine, problem) = try SingleProblem.read(path, catalogue: catalogue)
    let lines = engine.factLines(of: problem)
    _ = Console().write(lines.map { TerminalText.escaped($0) + "\n" }.joined(), to: .output)
  }
}
