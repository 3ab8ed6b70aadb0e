import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Print what is read in a problem: every fact with its place.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var single: SingleProblem

  @Option(help: "The text with its facts below each sentence, or JSON.")
  var format: Format = .text

  func run() throws {
    let (engine, problem) = try single.read()
    let listing = engine.listing(of: problem)
    let text =
      switch format {
      case .text: listing.lines.map { TerminalText.escaped($0) + "\n" }.joined()
      case .json: FactsJSON.text(of: listing)
      }
    try Console.show(text)
  }
}
