/// Whether a clause tells what is, what is not, or what might be. Scope is the clause (W. Chapman, NegEx, 2001), and a
/// negation reaches six words.
enum ClauseMood: Sendable, Equatable {
  case asserted, negated, hypothetical

  static func of(_ sentence: SentenceTokens, at position: Int) -> ClauseMood {
    let clause = sentence.clause(at: position)
    let first = max(clause.lowerBound, position - reach)
    for index in first..<min(clause.upperBound, position + reach) {
      let key = sentence.key(index)
      if maybe.contains(key), key != "may" || !sentence.isCapitalised(index) { return .hypothetical }
      if key == "if", index < position { return .hypothetical }
      if key == "should", index == clause.lowerBound || sentence.key(index + 1) == "we" { return .hypothetical }
    }
    if position + reach >= sentence.count, sentence.key(sentence.count - 1) == "?" { return .hypothetical }
    var index = position - 1
    while index >= max(clause.lowerBound, position - 6) {
      let key = sentence.key(index)
      if sentence.kind(index) == .punctuation { break }
      if nots.contains(key), !["only", "just", "than", "more", "less"].contains(sentence.key(index + 1)) {
        return .negated
      }
      index -= 1
    }
    return .asserted
  }

  /// How far a clause is searched; keeps a clause of a megabyte linear.
  private static let reach = 24

  static let maybe: Set<WordKey> = [
    "would", "could", "might", "may", "maybe", "perhaps", "suppose", "assuming", "hypothetically", "imagine", "guess",
    "possibly", "wouldn't", "couldn't",
  ]
  private static let nots: Set<WordKey> = [
    "not", "no", "never", "without", "n't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't",
    "haven't", "hasn't", "won't", "neither", "nor",
  ]
}

extension SentenceTokens {
  /// Nouns left of a place: the words back to a function word or mark, at most five, without articles in front.
  func nounsBefore(_ end: Int) -> Range<Int>? {
    var index = end
    while index > 0, end - index < 6, isWord(index - 1) {
      let key = key(index - 1)
      if NounRun.stops.contains(key) || Self.borders.contains(key) { break }
      index -= 1
      if isGlued(index), index > 0, self.key(index - 1) != "(" { break }
    }
    // "number of open tickets": go over one "of" or "for".
    if index > 1, ["of", "for", "to"].contains(key(index - 1)), index < end, isWord(index - 2),
      !NounRun.stops.contains(key(index - 2)), !Self.borders.contains(key(index - 2))
    {
      var start = index - 2
      while start > 0, end - start < 8, isWord(start - 1), !NounRun.stops.contains(key(start - 1)),
        !Self.borders.contains(key(start - 1))
      { start -= 1 }
      index = start
    }
    return index < end ? index..<end : nil
  }

  private static let borders: Set<WordKey> = [
    "and", "but", "so", "today", "yesterday", "meanwhile", "currently", "already", "often", "usually", "typically",
    "hired", "added", "tried", "needs", "need", "wants", "goal", "target", "because", "that", "see", "saw",
  ]
}
