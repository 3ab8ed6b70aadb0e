/// A lens as a reader looks it up: what it says, where it comes from, what calls for it and what stands beside it.
package struct LensCard: Sendable, Equatable {
  package var id: String
  package var name: String
  package var definition: String
  /// Author, work, year.
  package var source: String
  /// How well the idea is supported: "theorem", "replicated finding", "mixed findings" or "practitioners' heuristic".
  package var warrant: String
  /// Names of the modes it serves; the first is its home.
  package var modes: [String]
  /// Names of related lenses.
  package var related: [String]
  /// What in a problem calls for it, as clauses, heaviest first.
  package var calledBy: [String]
  /// What following it costs, where that needs no problem to be said.
  package var price: String?
  /// What would show it to be wrong, where that needs no problem to be said.
  package var refuted: String?
}

extension Catalogue {
  /// Every lens in order of its name.
  package var lensCards: [LensCard] {
    lenses.map(card).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The lens of a name or id, whatever the case of its letters.
  package func lensCard(named name: String) -> LensCard? {
    let wanted = name.lowercased()
    return lensCards.first { $0.name.lowercased() == wanted || $0.id == wanted }
  }

  /// The lenses in which every word of a text occurs, best first: in the name, then in the definition or what calls for
  /// it, then in the source.
  package func lensCards(matching text: String) -> [LensCard] {
    let words = text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return [] }
    func rank(_ card: LensCard) -> Int? {
      let places = [
        card.name, ([card.definition] + card.calledBy).joined(separator: " "), card.source,
        card.related.joined(separator: " "),
      ].map { $0.lowercased() }
      let ranks = words.map { word in places.firstIndex { $0.contains(word) } }
      return ranks.contains(nil) ? nil : ranks.compactMap { $0 }.max()
    }
    return lensCards.compactMap { card in rank(card).map { (card, $0) } }.stablySorted { $0.1 < $1.1 }.map(\.0)
  }

  private func card(_ lens: LensDefinition) -> LensCard {
    let weights = lens.signals.filter { $0.weight > 0 }.stablySorted { $0.weight > $1.weight }
    var clauses: [String] = []
    for signal in weights where clauses.count < 6 {
      if let meaning = phrases["signal." + signal.name]?.first?.plainText, !clauses.contains(meaning) {
        clauses.append(meaning)
      }
    }
    let warrant =
      switch lens.warrant {
      case .theorem: "theorem"
      case .replicated: "replicated finding"
      case .mixed: "mixed findings"
      case .heuristic: "practitioners' heuristic"
      }
    return LensCard(
      id: lens.id, name: lens.name, definition: lens.definition, source: lens.source, warrant: warrant,
      modes: lens.modes.compactMap { id in modes.first { $0.id == id }?.name }, related: lens.related,
      calledBy: clauses, price: lens.price?.plainText, refuted: lens.refuted?.plainText)
  }
}
