/// Two occasions whose figures are counted without a noun: "On a normal Tuesday 31 come; in the week before the concert 50".
enum ContrastTimes {
  /// No name of an occasion is longer.
  private static let longest = 8

  static func read(_ sentence: SentenceTokens, _ quantities: [Quantity]) -> Contrast? {
    let bare = quantities.filter { $0.unit == .count && $0.upper == nil && $0.comparator == .equal }
    guard bare.count == 2, quantities.count == 2, bare.allSatisfy({ $0.value > 0 }),
      ClauseMood.of(sentence, at: 0) == .asserted
    else { return nil }
    let one = sentence.range(of: bare[0].span)
    let two = sentence.range(of: bare[1].span)
    // "31 come; in": a verb, a mark, and the second occasion.
    guard one.upperBound < two.lowerBound,
      let mark = (one.upperBound..<two.lowerBound).first(where: { [";", ","].contains(sentence.key($0)) }),
      mark - one.upperBound == 1, Self.verbs.contains(sentence.key(one.upperBound)),
      let first = occasion(0..<one.lowerBound, sentence),
      let second = occasion(opening(mark + 1, sentence)..<two.lowerBound, sentence),
      isEnd(two.upperBound, sentence),
      max(bare[0].value, bare[1].value) / min(bare[0].value, bare[1].value) >= ContrastReader.least
    else { return nil }
    let sides = [
      Contrast.Side(name: sentence.span(first), quantity: bare[0]),
      Contrast.Side(name: sentence.span(second), quantity: bare[1]),
    ]
    let order = bare[0].value >= bare[1].value ? sides : sides.reversed()
    return Contrast(
      high: order[0], low: order[1],
      span: Span(field: sentence.field, start: sentence.span(0..<1).start, end: bare[1].span.end))
  }

  private static func opening(_ index: Int, _ sentence: SentenceTokens) -> Int {
    ["but", "and", "while", "yet"].contains(sentence.key(index)) ? index + 1 : index
  }

  /// What stands behind the preposition; the occasion's name.
  private static func occasion(_ range: Range<Int>, _ sentence: SentenceTokens) -> Range<Int>? {
    guard range.count >= 2, range.count <= longest, prepositions.contains(sentence.key(range.lowerBound)),
      range.dropFirst().allSatisfy({ sentence.isWord($0) && !verbs.contains(sentence.key($0)) })
    else { return nil }
    return range.lowerBound + 1..<range.upperBound
  }

  private static func isEnd(_ index: Int, _ sentence: SentenceTokens) -> Bool {
    index >= sentence.count || [".", ";"].contains(sentence.key(index))
      || verbs.contains(sentence.key(index)) && index + 2 >= sentence.count
  }

  private static let prepositions: Set<WordKey> = ["on", "in", "at", "during", "before", "after"]
  private static let verbs: Set<WordKey> = [
    "come", "came", "turn", "are", "were", "is", "attend", "show", "sing", "play", "sit", "call", "wait", "arrive",
    "appear", "buy", "eat", "stay", "need", "fail", "leave", "ask", "board", "sell",
  ]
}
