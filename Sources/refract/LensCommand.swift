import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// The catalogue of lenses: list, look up, search.
struct LensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lens", abstract: "Look up the lenses of the catalogue, with sources and relations.",
    subcommands: [List.self, Show.self, Search.self])

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  struct Options: ParsableArguments {
    @Option(help: "Text, or JSON.")
    var format: Format = .text

    @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
    var catalogue: String?

    func knowledge() throws -> Catalogue {
      do throws(Diagnostic) {
        return try Pipeline.catalogue(laidOver: catalogue)
      } catch {
        Console.report(error)
        throw ExitCode(ExitStatus.wrongUsage.rawValue)
      }
    }

    /// One line a lens, or all that is known of each.
    func show(_ cards: [LensCard], inFull: Bool) throws {
      let text =
        switch format {
        case .json: LensCardJSON.text(of: cards)
        case .text: cards.map { inFull ? LensCommand.full($0) : LensCommand.line($0) }.joined(separator: "")
        }
      try Console.show(text)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every lens with its definition.")
    @OptionGroup var options: Options

    func run() throws { try options.show(options.knowledge().lensCards, inFull: false) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One lens: what it says, its source, what calls for it.")
    @Argument(help: "Its name or id.") var name: [String]
    @OptionGroup var options: Options

    func run() throws {
      let knowledge = try options.knowledge()
      let wanted = name.joined(separator: " ")
      guard let card = knowledge.lensCard(named: wanted) else {
        let near = knowledge.lensCards(matching: wanted).prefix(3).map(\.name)
        let hint = near.isEmpty ? "`refract lens list` names them all" : "near it: \(near.joined(separator: ", "))"
        throw ValidationError("there is no lens `\(TerminalText.escaped(wanted))`; \(hint)")
      }
      try options.show([card], inFull: true)
    }
  }

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lenses in which every word occurs, best first.")
    @Argument(help: "Words of a name, a definition, a source or a kind of trouble.") var words: [String]
    @OptionGroup var options: Options

    func run() throws {
      try options.show(options.knowledge().lensCards(matching: words.joined(separator: " ")), inFull: false)
    }
  }

  private static func line(_ card: LensCard) -> String {
    TerminalText.escaped("\(card.name): \(card.definition)") + "\n"
  }

  private static func full(_ card: LensCard) -> String {
    var lines = [
      card.name, "  \(card.definition)", "  Source: \(card.source)", "  Warrant: \(card.warrant)",
      "  Modes: \(card.modes.joined(separator: ", "))",
    ]
    if !card.calledBy.isEmpty { lines.append("  Called for where \(card.calledBy.joined(separator: "; "))") }
    if let price = card.price { lines.append("  Price: \(price)") }
    if let refuted = card.refuted { lines.append("  Refuted if \(refuted)") }
    lines.append("  Related: \(card.related.joined(separator: ", "))")
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }
}
