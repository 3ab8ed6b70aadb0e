/// Reads from the words for an outcome whether the step helped.
enum AttemptVerdict {
  /// The last telling word decides: people say what came first and end with what remains ("fairer pounds, mismatches
  /// stayed"). Unknown if no word tells.
  static func of(_ range: Range<Int>, field: Int, in document: Document) -> Attempt.Verdict {
    let tokens = document.tokens[field]
    if isUnknowable(range, tokens) { return .unknown }
    var verdict = Attempt.Verdict.unknown
    var lastMeasure: Bool?
    var lastMove: Bool?
    // "until my mother broke her wrist": what ended it says nothing of what it brought.
    if let first = range.first, tokens[first].key == "until" { return .unknown }
    var isNegated = false
    var negation = -1
    var hasHelped = false
    var more = -1
    for index in range where tokens[index].kind == .word {
      let token = tokens[index]
      // "got 18 badged before she left": what ended it is no harm that it did.
      if token.key == "before", verdict == .unknown, index > range.lowerBound + 1 { break }
      if contains(Self.separators, token) { isNegated = false }
      // "fewer people booked"
      let isFewer = ["fewer", "less"].contains(token.key)
      if isFewer, (index + 1..<min(index + 3, range.upperBound)).contains(where: { contains(Self.welcome, tokens[$0]) })
      {
        verdict = .worse
      } else if contains(Self.worse, token) {
        // "many fixed, several regressed"
        verdict = isNegated ? .none : verdict == .helped || hasHelped ? .sideEffect : .worse
      } else if contains(Self.helped, token) {
        // "slower, not faster": the worse stays.
        verdict = isNegated ? (verdict == .worse ? .worse : .none) : .helped
      } else if contains(Self.none, token) {
        if ["no", "not", "never", "nobody"].contains(token.key) { (isNegated, negation) = (true, index) }
        // "was wonderful: 80 came, no glass the next day" goes on with good news.
        let isGoodNews =
          token.key == "no" && verdict == .helped
          && !(index + 1..<min(index + 3, range.upperBound)).contains {
            Self.goodMeasures.contains(tokens[$0].key) || Self.effects.contains(tokens[$0].key)
              || contains(Self.helped, tokens[$0])
          }
        // "nobody complained", "no complaints" is good news
        if token.key != "not" || verdict != .worse, !isGoodNews { verdict = .none }
      } else if contains(Self.sideEffect, token) {
        verdict = !isNegated ? .sideEffect : index - negation <= 2 ? .helped : verdict
      }
      hasHelped = hasHelped || verdict == .helped
      if persists(from: index, tokens, to: range.upperBound) { verdict = .none }
      if token.key == "more" { more = index }
      if contains(Self.goodMeasures, token) { lastMeasure = true }
      if contains(Self.badMeasures, token) {
        lastMeasure = false
        if more >= 0, index - more <= 2 { verdict = .sideEffect }
        // "no complaints"; not "no difference in complaints"
        if isNegated, index - negation <= 2 { verdict = .helped }
      }
      if contains(Self.falling, token) { lastMove = false }
      if contains(Self.rising, token) { lastMove = true }
      if let rises = lastMove, let isGood = lastMeasure {
        // "the waste fell, but takings dropped"
        verdict = rises == isGood ? .helped : verdict == .helped ? .sideEffect : .worse
        lastMove = nil
        lastMeasure = nil
      }
    }
    if verdict == .helped || verdict == .unknown, isFew(range, tokens) { return .none }
    return verdict == .helped && isSpell(range, tokens) ? .none : verdict
  }

  private static let effects: Set<WordKey> = [
    "effect", "change", "difference", "result", "results", "impact", "longer", "more", "one", "luck", "use", "further",
  ]

  /// "brought four more for about three weeks": it did not last. "for three weeks now" goes on.
  private static func isSpell(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.dropLast(2).contains { index in
      guard tokens[index].key == "for" else { return false }
      let words = tokens[index + 1..<min(index + 5, range.upperBound)]
      guard let unit = words.first(where: { spells.contains($0.key) }) else { return false }
      return words.contains { $0.kind == .number || WordLists.numberWords.contains($0.key) }
        && !range.contains { ["now", "row", "since", "still"].contains(tokens[$0].key) } && unit.kind == .word
    }
  }

  private static let spells: Set<WordKey> = ["day", "days", "week", "weeks", "month", "months", "afternoon"]

  /// "14 of 212 did it", "2 out of 30 came": less than a seventh of those who were meant.
  private static func isFew(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.dropLast(2).contains { index in
      let total = tokens[index + 1].key == "out" ? index + 3 : index + 2
      guard tokens[total - 1].key == "of", total < range.upperBound, tokens[index].kind == .number,
        tokens[total].kind == .number
      else { return false }
      let size = { (token: Token) in token.end - token.start }
      return size(tokens[total]) > size(tokens[index])
    }
  }

  /// What a plain number says: nothing, a gain, or a time that was taken off. Another loss may be what was wanted.
  static func of(_ effect: Quantity) -> Attempt.Verdict {
    if effect.value == 0 { return .none }
    if effect.value > 0 { return .helped }
    return effect.unit.isTime ? .helped : .unknown
  }

  /// "No idea if it did anything", "not sure whether it helped", "unclear".
  private static func isUnknowable(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    let words = range.prefix(8).filter { tokens[$0].kind == .word }
    guard let doubt = words.first(where: { doubts.contains(tokens[$0].key) }) else { return false }
    return tokens[doubt].key == "unclear"
      || words.contains { $0 < doubt && ["no", "not", "don't", "dont", "nobody"].contains(tokens[$0].key) }
  }

  /// What one has none of, or is not, where a result is unknown.
  static let doubts: Set<WordKey> = ["idea", "sure", "know", "knows", "clear", "unclear", "certain", "tell"]

  /// "as long as before", "where it was", "back after a week", "back to 0.1", "for the week that was": all is as it had been.
  private static func persists(from index: Int, _ tokens: [Token], to limit: Int) -> Bool {
    func key(_ offset: Int) -> WordKey { index + offset < limit ? tokens[index + offset].key : "" }
    switch tokens[index].key {
    case "as":
      return (2...4).contains { key($0) == "as" && ["before", "ever", "always", "ago", "then"].contains(key($0 + 1)) }
    case "where":
      return ["it", "they", "we"].contains(key(1)) && ["was", "were", "started", "stood", "began"].contains(key(2))
    case "back":
      return ["to", "at", "after", "within", "again"].contains(key(1)) && index > 0
        && !["brought", "bring", "got", "hand", "gave"].contains(tokens[index - 1].key)
    case "anyway", "regardless": return true
    case "dropped", "stopped", "removed":
      return ["after", "within"].contains(key(1)) && index > 0
        && [",", "was", "were", "and", "then", "we", "i"].contains(tokens[index - 1].key)
    case "given", "gave": return key(1) == "up"
    case "gone": return ["after", "within", "again", "by"].contains(key(1))
    // "half of them were switched off"
    case "off": return index > 0 && ["switched", "turned"].contains(tokens[index - 1].key)
    // "the report is in a drawer"
    case "drawer", "shelf", "cupboard": return index > 1 && ["in", "on"].contains(tokens[index - 2].key)
    // "fell from 31 to 24 until April"
    case "until": return NumberWords.months.contains(key(1))
    // "crept back up", "helped for a while", "rose, then dropped again"
    case "crept", "slid", "slipped", "drifted": return key(1) == "back"
    case "for":
      return key(1) == "a" && ["while", "time", "bit", "moment", "week", "day", "month", "year"].contains(key(2))
    case "again": return index > 0 && Verbs.entry(tokens[index - 1].key)?.form == .past
    case "no": return ["one", "luck", "use", "avail", "difference", "change", "effect"].contains(key(1))
    default: return false
    }
  }

  private static func contains(_ set: Set<WordKey>, _ token: Token) -> Bool {
    set.contains(token.key) || set.contains(token.stem)
  }

  /// True if any word of the run tells an outcome.
  static func tells(_ range: Range<Int>, field: Int, in document: Document) -> Bool {
    of(range, field: field, in: document) != .unknown
  }

  /// Those of whom one wants more.
  private static let welcome: Set<WordKey> = goodMeasures.union([
    "people", "customers", "guests", "members", "orders", "donors", "buyers", "readers", "patients", "applicants",
    "students", "pupils", "families", "users", "passengers", "players", "singers",
  ])

  private static let separators: Set<WordKey> = ["but", "and", "while", "then"]

  static let none: Set<WordKey> = WordBook.words("outcome_none")

  static let sideEffect: Set<WordKey> = WordBook.words("outcome_side_effect")

  static let worse: Set<WordKey> = WordBook.words("outcome_worse")

  static let helped: Set<WordKey> = WordBook.words("outcome_helped")

  /// Measures of which more is better, by key or stem.
  static let goodMeasures: Set<WordKey> = WordBook.words("good_measures")

  /// Measures of which less is better.
  static let badMeasures: Set<WordKey> = WordBook.words("bad_measures")

  private static let falling: Set<WordKey> = [
    "fell", "dropped", "drop", "down", "declined", "sank", "decreased", "lower", "shrank", "halved", "decline", "slid",
    "dipped", "falling", "dropping", "lost", "plunged",
  ]
  private static let rising: Set<WordKey> = [
    "rose", "up", "increased", "grew", "higher", "climbed", "doubled", "tripled", "jumped", "rise", "rising",
    "increase",
    "soared", "growing", "went-up",
  ]
}
