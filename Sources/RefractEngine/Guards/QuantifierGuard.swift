/// Quantifier guard: "all", "none", "each", "every" and "both" of something that the author's text lets one count need the
/// count, and what the order test or the results of the attempts say must not speak against it.
///
/// Of what cannot be counted ("every day", "everybody concerned") nothing is checked here: such sentences are the lens's own
/// general part, and the belief carries its confidence.
struct QuantifierGuard: Sendable {
  let input: InputKnowledge
  private let sets: CountedSets

  init(input: InputKnowledge) {
    self.input = input
    sets = CountedSets(input.facts)
  }

  func passes(_ sentence: GuardedSentence) -> Bool {
    guard sentence.place != .advice else { return true }
    let words = sentence.tokens.filter { $0.kind == .word }
    for (index, token) in words.enumerated() where Self.quantifiers.contains(token.key) {
      if index + 1 < words.count, input.hasPair(token.key, words[index + 1].key) { continue }
      if index > 0, input.hasPair(words[index - 1].key, token.key) { continue }
      let following = words[(index + 1)...].prefix(5).map(\.key)
      let preceding = words[..<index].suffix(2).map(\.key)
      guard let set = set(preceding, Array(following), sentence) else { continue }
      if !supports(token.key, set, Array(following)) { return false }
    }
    return true
  }

  private static let quantifiers: Set<WordKey> = ["all", "none", "each", "every", "both", "neither"]
  private static let attemptNouns: Set<WordKey> = [
    "attempt", "attempts", "step", "steps", "try", "tries", "fix", "fixes", "gain", "gains",
  ]

  /// What is counted: nil if nothing that the text lets one count.
  private func set(_ preceding: [WordKey], _ following: [WordKey], _ sentence: GuardedSentence) -> Int? {
    let words = following.prefix(4)
    if let noun = words.first(where: { Self.nouns[$0] != nil }), let kind = Self.nouns[noun] {
      let before = words.prefix { $0 != noun }
      if before.allSatisfy({ Self.links.contains($0) || SpokenNumbers.word($0) != nil }) { return size(kind) }
    }
    // "they all", "all of them", "none of them": the attempts named in the sentence, if it names any.
    let pointsBack = preceding.last == "they" || following.prefix(2) == ["of", "them"]
    let named = named(in: sentence)
    return pointsBack && named > 0 ? named : nil
  }

  private enum Kind { case attempt, option, party, limit }

  private static let nouns: [WordKey: Kind] = {
    var nouns: [WordKey: Kind] = [
      "option": .option, "options": .option, "party": .party, "parties": .party, "limit": .limit, "limits": .limit,
    ]
    for noun in attemptNouns { nouns[noun] = .attempt }
    return nouns
  }()

  private static let links: Set<WordKey> = [
    "of", "the", "your", "these", "those", "later", "earlier", "further", "single", "measured", "named",
  ]

  private func size(_ kind: Kind) -> Int {
    switch kind {
    case .attempt: sets.attempts
    case .option: sets.options
    case .party: sets.parties
    case .limit: sets.limits
    }
  }

  private func named(in sentence: GuardedSentence) -> Int {
    let text = sentence.own.lowercased()
    let named = input.facts.attempts.count { !$0.name.isEmpty && text.contains($0.name.lowercased()) }
    return text.contains(" more") && named > 0 ? max(named, sets.attempts) : named
  }

  /// "All" and "none" speak of three or more, "both" and "neither" of two.
  private func supports(_ quantifier: WordKey, _ size: Int, _ following: [WordKey]) -> Bool {
    switch quantifier {
    case "both", "neither": return size == 2
    case "each", "every":
      let isLater = following.first == "later" || following.first == "further"
      return isLater ? input.facts.series?.verdict == .falling : size >= 2
    default:
      if let number = following.lazy.compactMap({ SpokenNumbers.word($0) }).first, Int(number) != size { return false }
      guard size >= 3 || quantifier == "none" && size >= 2 else { return false }
      if quantifier == "none", following.contains(where: Self.achievements.contains) {
        return !input.facts.attempts.contains { $0.verdict == .helped }
      }
      return true
    }
  }

  private static let achievements: Set<WordKey> = [
    "helped", "worked", "moved", "changed", "brought", "improved", "lowered", "raised",
  ]
}
