import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Print what is read in a problem: every fact with its place.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "A problem file; `-` is standard input, which may be plain prose.")
  var path: String

  @Option(help: "The text with its facts below each sentence, or JSON.")
  var format: Format = .text

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  func run() throws {
    let (engine, problem) = try SingleProblem.read(path, catalogue: catalogue)
    let listing = engine.listing(of: problem)
    let text =
      switch format {
      case .text: listing.lines.map { TerminalText.escaped($0) + "\n" }.joined()
      case .json: FactsJSON.text(of: listing)
      }
    guard Console().write(text, to: .output) else { throw ExitCode(ExitStatus.readingOrWritingFailed.rawValue) }
  }
}
