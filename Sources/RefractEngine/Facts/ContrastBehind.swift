/// Two occasions, places or groups that stand behind their figures: "scrap is 4.8% on the second shift and 2.1% on the first",
/// "9 minutes at the front desk, 31 at the back".
enum ContrastBehind {
  /// No name of a side is longer.
  private static let longest = 6

  static func read(_ sentence: SentenceTokens, _ quantities: [Quantity]) -> Contrast? {
    guard ClauseMood.of(sentence, at: 0) == .asserted else { return nil }
    for (left, other) in zip(quantities, quantities.dropFirst()) {
      let right = ContrastReader.completed(other, by: left)
      let first = sentence.range(of: left.span)
      let second = sentence.range(of: right.span)
      guard UnitWords.comparable(left.unit, right.unit), left.unit != .count, ContrastReader.isPlain(left),
        ContrastReader.isPlain(right), left.value > 0, first.upperBound < second.lowerBound,
        let one = place(from: first.upperBound, to: second.lowerBound, sentence),
        let two = place(from: second.upperBound, to: sentence.count, sentence),
        sentence.key(first.upperBound) == sentence.key(second.upperBound),
        isJoined(one.upperBound, second.lowerBound, sentence), one.map(sentence.key) != two.map(sentence.key)
      else { continue }
      let near = UnitWords.convert(right.value, from: right.unit, to: left.unit)
      guard near > 0, max(left.value, near) / min(left.value, near) >= ContrastReader.least else { continue }
      let sides = [
        Contrast.Side(name: sentence.span(one), quantity: left),
        Contrast.Side(name: sentence.span(two), quantity: right),
      ]
      let order = left.value >= near ? sides : sides.reversed()
      return Contrast(
        high: order[0], low: order[1],
        span: Span(field: sentence.field, start: sentence.span(0..<1).start, end: sentence.span(two).end))
    }
    return nil
  }

  /// What stands behind a preposition, up to where the clause ends.
  private static func place(from start: Int, to limit: Int, _ sentence: SentenceTokens) -> Range<Int>? {
    guard start + 1 < limit, prepositions.contains(sentence.key(start)) else { return nil }
    var end = start + 1
    while end < limit, sentence.isWord(end), !stops.contains(sentence.key(end)) { end += 1 }
    let isName = end > start + 1 && end - start <= longest
    return isName ? start + 1..<end : nil
  }

  /// "and", "but", "while" or a comma, and nothing else, stands between the two.
  private static func isJoined(_ end: Int, _ next: Int, _ sentence: SentenceTokens) -> Bool {
    next - end <= 2 && (end..<next).allSatisfy { stops.contains(sentence.key($0)) }
  }

  private static let prepositions: Set<WordKey> = ["on", "in", "at", "among", "with", "for", "during", "without"]
  private static let stops: Set<WordKey> = [
    "and", "but", "while", "against", "versus", ",", ";", "only", "just", "about",
  ]
}
