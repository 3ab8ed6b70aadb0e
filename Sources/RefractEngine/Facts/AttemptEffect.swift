/// The number that says what an attempt brought, if the outcome is a plain one.
struct AttemptEffect {
  let reading: Reading
  let quantities: QuantityIndex

  /// "5%", "about −0.4s", "12% faster", "cut waiting by 3 days"; not "fell from 64 to 50 percent" (a movement of the
  /// outcome), not "36 percent of all" (a share) and not two numbers.
  func effect(of range: Range<Int>, field: Int) -> Quantity? {
    let document = reading.document
    let tokens = document.tokens[field]
    let found = quantities.inside(document.span(field: field, range))
    guard found.count == 1, let quantity = found.first else { return nil }
    guard let first = range.first(where: { tokens[$0].start >= quantity.span.start }) else { return nil }
    var end = first
    while end < range.upperBound, tokens[end].start < quantity.span.end { end += 1 }
    if let next = tokens[safe: reading.next(field: field, end)], end < range.upperBound,
      ["of", "→", "->"].contains(next.key)
    {
      return nil
    }
    // "12 percent use it" tells who does.
    if quantity.unit == .percent, let verb = tokens[safe: end], end < range.upperBound,
      let form = Verbs.entry(verb.key)?.form, form == .base || form == .third, !Self.changeWords.contains(verb.key)
    {
      return nil
    }
    let before = tokens[range.lowerBound..<first].filter { $0.kind == .word }
    if before.contains(where: { Self.levels.contains($0.key) }) { return nil }
    let words = range.filter { tokens[$0].kind == .word && !quantity.span.containsToken(tokens[$0]) }
    let changes = words.contains {
      Self.changeWords.contains(tokens[$0].key) || Self.changeWords.contains(tokens[$0].stem)
    }
    switch quantity.unit {
    case .percent, .point, .ratio:
      // "Half are in drawers" tells of people or things.
      if tokens[first].kind == .word, tokens[max(first - 1, 0)].key != "by", !isAlone(quantity, range, field) {
        return nil
      }
      return changes || before.isEmpty && words.count <= 2
        || before.allSatisfy { Self.softeners.contains($0.key) } && words.count <= 3
        ? quantity : nil
    case .count: return nil
    default:
      // A bare duration or sum is a level unless a sign or a word says it is a change.
      let isSigned =
        first > range.lowerBound && ["-", "−", "+", "–"].contains(tokens[first - 1].key) || quantity.value < 0
      return changes || isSigned ? quantity : nil
    }
  }

  /// "41% before, 39% after": a figure that moved by less than a tenth, in an outcome that says no more.
  func standsStill(_ range: Range<Int>, field: Int) -> Bool {
    let document = reading.document
    let found = quantities.inside(document.span(field: field, range)).filter { $0.unit != .count || $0.noun == nil }
    guard found.count == 2, UnitWords.comparable(found[0].unit, found[1].unit), found[0].value > 0 else { return false }
    let keys = Set(document.tokens[field][range].map(\.key))
    guard !keys.isDisjoint(with: ["before", "after", "from", "was", "now", "then", "→", "->"]) else { return false }
    let near = UnitWords.convert(found[1].value, from: found[1].unit, to: found[0].unit)
    return abs(near - found[0].value) < found[0].value / 10
  }

  private func isAlone(_ quantity: Quantity, _ range: Range<Int>, _ field: Int) -> Bool {
    let rest = reading.document.tokens[field][range].filter { $0.kind == .word && !quantity.span.containsToken($0) }
    return rest.isEmpty
  }

  /// In front of a level, or of how long it lasted.
  private static let levels: Set<WordKey> = ["from", "to", "at", "for", "within", "after", "until"]
  private static let changeWords: Set<WordKey> = [
    "by", "improv", "improvement", "improved", "faster", "slower", "better", "worse", "gain", "gained", "saved",
    "saving",
    "savings", "reduction", "reduced", "cut", "less", "more", "fewer", "lower", "higher", "increase", "decrease",
    "drop",
    "off", "rise", "lift", "shorter", "cheaper", "gave", "total", "change", "help", "helped", "quicker", "brought",
  ]
  private static let softeners: Set<WordKey> = [
    "about", "only", "around", "roughly", "nearly", "almost", "some", "just", "maybe", "gave", "brought", "a",
    "another",
    "up", "down", "barely", "yielded",
  ]
}

extension Span {
  fileprivate func containsToken(_ token: Token) -> Bool { start <= token.start && token.end <= end }
}
