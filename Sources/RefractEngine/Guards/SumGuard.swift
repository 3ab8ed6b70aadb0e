/// Recompute guard: every sum that is shown is worked out again from its printed text and must give the value before it,
/// and its numbers must be the author's, other results, or plain calendar numbers.
struct SumGuard: Sendable {
  let input: InputKnowledge
  /// Values of all derivations; a sum may go on from one.
  private let results: [Double]

  init(input: InputKnowledge) {
    self.input = input
    results = input.facts.derivations.map(\.value)
  }

  func passes(_ sentence: GuardedSentence) -> Bool {
    sentence.sums.allSatisfy { sum in
      guard let value = SecondSum.value(of: sum.formula) else { return false }
      let isEstimate = sum.before.hasSuffix("(est.) ")
      guard isEstimate || SecondSum.operands(of: sum.formula).allSatisfy(isKnown) else { return false }
      return Self.shown(before: sum.before).contains { Self.agrees($0, with: value) }
    }
  }

  private func isKnown(_ operand: Double) -> Bool {
    if input.has(operand) || Self.calendar.contains(operand) { return true }
    if operand < 50, operand == operand.rounded(), Int(operand) <= input.facts.attempts.count { return true }
    // A share "of a third" is printed as 1/3.
    if operand >= 2, input.has(1 / operand) || input.has(100 / operand) { return true }
    // Results go on in rounded form; several of the author's amounts added up are no longer one of them.
    return results.contains { result in
      [result, result / 1e6, result / 1e9, result / 100, 100 - result].contains { Self.isNear($0, operand) }
    } || isTotal(operand)
  }

  /// A total of effects, or of some of them.
  private func isTotal(_ operand: Double) -> Bool {
    let effects = input.facts.attempts.compactMap { $0.effect?.value.magnitude }.prefix(12)
    var totals: Set<Int64> = [0]
    for effect in effects { totals.formUnion(totals.map { $0 + Int64((effect * 1000).rounded()) }) }
    return totals.contains(Int64((operand * 1000).rounded()))
  }

  private static func isNear(_ left: Double, _ right: Double) -> Bool {
    (left - right).magnitude <= 0.006 * max(left.magnitude, right.magnitude, 1e-9)
  }

  private static let calendar: Set<Double> = [1, 5, 7, 8, 12, 24, 30, 52, 60, 100, 365]

  /// A printed number with the amount that its last digit stands for.
  struct Shown {
    var low: Double
    var high: Double
    var step: Double
    var isRough = false
  }

  /// All numbers of a text.
  static func shown(in text: String) -> [Shown] { numbers(in: text).map(\.shown) }

  /// The value that a bracket explains: the last number before it, or the one before "of 10 working days (est.)".
  static func shown(before text: String) -> [Shown] {
    let runs = numbers(in: text)
    guard let last = runs.last else { return [] }
    if text.hasSuffix("(est.) "), runs.count > 1 { return [last.shown, runs[runs.count - 2].shown] }
    return [last.shown]
  }

  private static func numbers(in text: String) -> [(shown: Shown, end: Int)] {
    let tokens = Tokeniser.tokens(of: text)
    var runs: [(shown: Shown, end: Int)] = []
    var index = 0
    while index < tokens.count {
      guard var shown = number(at: index, in: tokens, of: text) else {
        index += 1
        continue
      }
      if index > 0, ["−", "-"].contains(tokens[index - 1].key), tokens[index].isGlued {
        (shown.low, shown.high) = (-shown.high, -shown.low)
      }
      shown.isRough = tokens[..<index].suffix(2).contains { $0.key == "about" }
      var next = index + 1
      if next < tokens.count, tokens[next].key == "½" {
        (shown.low, shown.high) = (shown.low + 0.5, shown.high + 0.5)
        next += 1
      }
      if next + 1 < tokens.count, tokens[next].key == "–", let end = number(at: next + 1, in: tokens, of: text) {
        shown.high = end.high
        next += 2
        if next < tokens.count, tokens[next].key == "½" {
          shown.high += 0.5
          next += 1
        }
      }
      if next < tokens.count, let factor = NumberWords.suffixes[tokens[next].key] {
        (shown.low, shown.high, shown.step) = (shown.low * factor, shown.high * factor, shown.step * factor)
      }
      runs.append((shown, next))
      index = next
    }
    return runs
  }

  private static func number(at index: Int, in tokens: [Token], of text: String) -> Shown? {
    let token = tokens[index]
    if token.key == "½" { return Shown(low: 0.5, high: 0.5, step: 0.5) }
    if let value = SpokenNumbers.word(token.key) { return Shown(low: value, high: value, step: 1) }
    guard token.kind == .number, let value = SpokenNumbers.value(of: token, in: text) else { return nil }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: token.start)
    let digits = utf8[start..<utf8.index(start, offsetBy: token.end - token.start)]
    let decimals = digits.lastIndex(of: UInt8(ascii: ".")).map { digits.distance(from: $0, to: digits.endIndex) - 1 }
    var step = 1.0
    for _ in 0..<(decimals ?? 0) { step /= 10 }
    return Shown(low: value, high: value, step: step)
  }

  /// Rounded to the last printed digit, or within a few percent for "about"; a count of steps may be rounded up, and a
  /// percentage is printed as hundredths or whole.
  static func agrees(_ shown: Shown, with value: SecondSum.Interval) -> Bool {
    func isClose(_ printed: Double, _ real: Double) -> Bool {
      let slack = max(0.501 * shown.step, (shown.isRough ? 0.06 : 0) * real.magnitude) + 1e-9
      return (printed - real).magnitude <= slack || (printed - real.magnitude).magnitude <= slack
        || printed == real.rounded(.up)
    }
    return [1.0, 100.0].contains { factor in
      isClose(shown.low, value.low * factor) && isClose(shown.high, value.high * factor)
    }
  }
}
