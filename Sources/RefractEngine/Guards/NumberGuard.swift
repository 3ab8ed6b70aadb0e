/// Number guard: a number in a finished sentence is the author's, or stands with its sum, or is marked as an estimate.
///
/// Numbers in words count too where the sentence is about the case. "One" and "two" build sentences ("one of the two") and
/// a step of a plan may set its own size in words ("ten cases"): these are no figures.
struct NumberGuard: Sendable {
  let input: InputKnowledge
  /// The values of each sum, by the sum as printed.
  private var results: [String: [Double]] = [:]
  /// Values whose sums the report shows somewhere: a belief shows one once, and its implications go on with the value.
  private var shown: Set<Double> = []
  /// What the author's facts come to when they are counted.
  private let sizes: Set<Int>

  /// - Parameter shown: texts of the report in whose brackets sums are shown.
  init(input: InputKnowledge, shown: [String]) {
    self.input = input
    sizes = CountedSets(input.facts).sizes
    var formulas = Set(shown.flatMap { GuardedSentence($0, place: .figure).sums.map(\.formula) })
    for derivation in input.facts.derivations {
      // "96 of 140" is the author's own figure in another form.
      if !SecondSum.isSum(derivation.formula) { formulas.insert(derivation.formula) }
      let values = SumGuard.shown(in: derivation.text).flatMap { [$0.low.magnitude, $0.high.magnitude] }
      results[derivation.formula, default: []] += values
    }
    for formula in formulas { self.shown.formUnion(results[formula] ?? []) }
  }

  func passes(_ sentence: GuardedSentence) -> Bool {
    var computed = shown
    for sum in sentence.sums {
      // That the sum gives this value is the business of the recompute guard.
      computed.formUnion(SumGuard.shown(before: sum.before).flatMap { [$0.low.magnitude, $0.high.magnitude] })
      computed.formUnion(results[sum.formula] ?? [])
    }
    let own = Self.withoutEstimates(sentence.own)
    let tokens = own == sentence.own ? sentence.tokens : Tokeniser.tokens(of: own)
    for (index, token) in tokens.enumerated() {
      if token.kind == .number {
        guard let value = SpokenNumbers.value(of: token, in: own) else { return false }
        if Self.isReference(index, in: tokens) || Self.isPartOfWord(index, in: tokens, of: own) { continue }
        let factor = index + 1 < tokens.count ? NumberWords.suffixes[tokens[index + 1].key] : nil
        if input.has(value) || factor.map({ input.has(value * $0) }) == true { continue }
        if computed.contains(value) || computed.contains(value * (factor ?? 1)) { continue }
        return false
      }
      if sentence.place != .advice, !passes(word: index, in: tokens, computed) { return false }
    }
    return true
  }

  private func passes(word index: Int, in tokens: [Token], _ computed: Set<Double>) -> Bool {
    guard let value = NumberWords.small[tokens[index].key] ?? NumberWords.tens[tokens[index].key], value >= 3 else {
      return true
    }
    if input.has(value) || computed.contains(value) || Self.isPartOfName(index, in: tokens) { return true }
    return sizes.contains(Int(value)) || Self.isRemainder(index, in: tokens)
  }

  /// "and three more" of a list that was cut.
  private static func isRemainder(_ index: Int, in tokens: [Token]) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens[index - 1].key == "and" && tokens[index + 1].key == "more"
  }

  /// "Five Whys": a lens, and no amount.
  private static func isPartOfName(_ index: Int, in tokens: [Token]) -> Bool {
    tokens[index].isCapitalised && tokens[safe: index + 1]?.isCapitalised == true
  }

  /// "action 4", "actions 4, 5 and 7", "belief 3".
  private static func isReference(_ index: Int, in tokens: [Token]) -> Bool {
    for token in tokens[..<index].reversed() {
      if ["action", "actions", "belief", "beliefs"].contains(token.key) { return true }
      let isLink = token.kind == .number || token.key == "," || token.key == "and"
      if !isLink { return false }
    }
    return false
  }

  /// The digit of "N+1", "p95", "WCAG-2": part of a name and no amount.
  private static func isPartOfWord(_ index: Int, in tokens: [Token], of text: String) -> Bool {
    guard tokens[index].isGlued, index > 0 else { return false }
    let before = tokens[index - 1]
    return before.kind == .word || before.key == "+" && index > 1 && tokens[index - 2].kind == .word
  }

  /// Drops a bracket that is marked as an estimate, and all of a sentence that is one: a sum of estimated days.
  static func withoutEstimates(_ text: String) -> String {
    guard text.hasBytes(of: "est.)") else { return text }
    if text.hasBytes(of: "(est.)") { return "" }
    var kept = ""
    for (number, part) in text.split(separator: "(", omittingEmptySubsequences: false).enumerated() {
      if let end = part.firstIndex(of: ")"), part[..<end].hasSuffix("est.") {
        kept += part[part.index(after: end)...]
      } else {
        kept += (number == 0 ? "" : "(") + part
      }
    }
    return kept
  }
}

/// How many of each kind of fact the author gives: what a count or a quantifier in a sentence may refer to.
struct CountedSets: Sendable {
  let attempts: Int
  let options: Int
  let parties: Int
  let limits: Int
  /// Every number that counts something: the sets, and the parts of the attempts that came out alike.
  let sizes: Set<Int>

  init(_ facts: Facts) {
    attempts = facts.attempts.count
    options = facts.options.count
    parties = facts.stakeholders.count
    limits = facts.constraints.count
    var sizes: Set<Int> = [attempts, options, parties, limits, facts.attempts.count { $0.effect != nil }]
    for verdict in [Attempt.Verdict.helped, .none, .sideEffect, .worse, .unknown] {
      sizes.insert(facts.attempts.count { $0.verdict == verdict })
    }
    sizes.insert(facts.attempts.count { $0.verdict == .none || $0.verdict == .worse || $0.verdict == .sideEffect })
    sizes.insert(facts.attempts.count { $0.verdict != .helped && $0.verdict != .unknown })
    sizes.insert(facts.series?.attempts.count ?? 0)
    self.sizes = sizes
  }
}
