/// Causal-word guard: that one thing causes another is said of the case only where the author says so himself, or under a
/// hedge, or as the general reason of a lens.
struct CausalGuard: Sendable {
  let input: InputKnowledge
  /// Words of the causes and effects that the author names.
  private let claimed: [Set<WordKey>]

  init(input: InputKnowledge) {
    self.input = input
    claimed = input.facts.causes.map { Self.content(Tokeniser.tokens(of: input.facts.text($0.span))) }
  }

  func passes(_ sentence: GuardedSentence) -> Bool {
    guard sentence.place == .claim, !sentence.isHedged else { return true }
    let words = sentence.tokens.filter { $0.kind == .word }
    guard let place = words.indices.first(where: { Self.isCausal($0, words) }) else { return true }
    if place > 0, input.hasPair(words[place - 1].key, words[place].key), place + 1 < words.count,
      input.hasPair(words[place].key, words[place + 1].key)
    {
      return true
    }
    return claimed.contains { $0.intersection(Self.content(Tokeniser.tokens(of: sentence.text))).count >= 2 }
  }

  /// True if a belief asserts a cause that the author does not assert, so that it has to stand under a hedge.
  static func needsHedge(_ belief: String, _ facts: Facts) -> Bool {
    guard isCausal(belief) else { return false }
    let said = content(Tokeniser.tokens(of: belief))
    return !facts.causes.contains { content(Tokeniser.tokens(of: facts.text($0.span))).intersection(said).count >= 2 }
  }

  private static func content(_ tokens: [Token]) -> Set<WordKey> {
    Set(tokens.filter { $0.kind == .word && $0.end - $0.start > 3 && !WordLists.function.contains($0.key) }.map(\.stem))
  }

  /// True of a sentence that says, of the case, that something causes something.
  static func isCausal(_ sentence: String) -> Bool {
    let words = GuardedSentence(sentence, place: .claim).tokens.filter { $0.kind == .word }
    return words.indices.contains { isCausal($0, words) }
  }

  private static func isCausal(_ index: Int, _ words: [Token]) -> Bool {
    let key = words[index].key
    // "Ask who caused it" asserts nothing.
    if index > 0, ["who", "what", "whatever"].contains(words[index - 1].key) { return false }
    // "As a result of" tells a cause, "the result of" what came of a step.
    if key == "result", index == 0 || words[index - 1].key != "a" { return false }
    if single.contains(key) { return true }
    guard index + 1 < words.count, let second = pairs[key] else { return false }
    return second.contains(words[index + 1].key)
  }

  private static let single: Set<WordKey> = ["because", "caused", "hence", "therefore", "thus"]
  private static let pairs: [WordKey: Set<WordKey>] = [
    "leads": ["to"], "led": ["to"], "lead": ["to"], "due": ["to"], "owing": ["to"], "thanks": ["to"],
    "results": ["from", "in"], "resulted": ["from", "in"], "result": ["of"], "stems": ["from"], "comes": ["from"],
    "cause": ["is", "lies", "sits", "was"], "causes": ["the", "it", "this"],
  ]
}
