/// Two places, or two bearers of a name, of which the second comes without the verb: "waste in Epping is 6 percent, in
/// Harlow 22 percent", "Lyon takes four days, Turin eleven days". What is left out is the same as in the first half
/// (gapping; R. Quirk et al., "A Comprehensive Grammar of the English Language", 1985, 13.92).
enum ContrastPlaces {
  /// The names of both sides, if they are such.
  static func names(
    _ left: ContrastReader.Label, _ right: ContrastReader.Label, in one: SentenceTokens, _ two: SentenceTokens
  ) -> (Span, Span)? {
    guard right.isElliptical else { return nil }
    if let first = place(left.words, in: one), let second = place(right.words, in: two),
      one.key(first.lowerBound - 1) == two.key(second.lowerBound - 1), second.lowerBound - 1 <= right.words.lowerBound,
      one.key(first.upperBound - 1) != two.key(second.upperBound - 1)
    {
      return (one.span(first), two.span(second))
    }
    guard !left.isElliptical, let first = name(left.words, in: one), let second = name(right.words, in: two),
      second == right.words, one.key(first.upperBound - 1) != two.key(second.upperBound - 1)
    else { return nil }
    return (one.span(first), two.span(second))
  }

  /// What stands behind the last preposition of a label, or of which the preposition was cut off.
  private static func place(_ words: Range<Int>, in sentence: SentenceTokens) -> Range<Int>? {
    for position in words.reversed() where position + 1 < words.upperBound && isPreposition(sentence, position) {
      return position + 1..<words.upperBound
    }
    return isPreposition(sentence, words.lowerBound - 1) ? words : nil
  }

  private static func isPreposition(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    prepositions.contains(sentence.key(position))
  }

  /// The words with a capital letter at the end of a label; a first word of a sentence has one anyway.
  private static func name(_ words: Range<Int>, in sentence: SentenceTokens) -> Range<Int>? {
    var lower = words.upperBound
    while lower > words.lowerBound, sentence.isCapitalised(lower - 1) { lower -= 1 }
    return lower < words.upperBound ? lower..<words.upperBound : nil
  }

  private static let prepositions: Set<WordKey> = ["in", "at", "on", "for", "with", "among"]
}

/// Two groups of people that are told apart by what they do: "those who start within six weeks stay 4.2 years, those who
/// wait longer 1.1 years". The last figure of each half is what came of it.
enum ContrastGroups {
  static func read(_ sentence: SentenceTokens, _ quantities: [Quantity]) -> [Contrast] {
    let heads = (0..<sentence.count).filter { isGroup(sentence, $0) }
    guard heads.count == 2, ClauseMood.of(sentence, at: heads[0]) == .asserted else { return [] }
    let halves = [heads[0]..<heads[1], heads[1]..<sentence.count]
    let figures = halves.map { half in
      quantities.last { half.contains(sentence.range(of: $0.span).lowerBound) }
    }
    guard let left = figures[0], let right = figures[1].map({ ContrastReader.completed($0, by: left) }),
      UnitWords.comparable(left.unit, right.unit), left.value > 0
    else { return [] }
    let near = UnitWords.convert(right.value, from: right.unit, to: left.unit)
    guard ContrastReader.isPlain(left), ContrastReader.isPlain(right), near > 0,
      max(left.value, near) / min(left.value, near) >= ContrastReader.least,
      let one = label(sentence, halves[0], before: left), let two = label(sentence, halves[1], before: right)
    else { return [] }
    let sides = [Contrast.Side(name: one, quantity: left), Contrast.Side(name: two, quantity: right)]
    let order = left.value >= near ? sides : sides.reversed()
    return [
      Contrast(
        high: order[0], low: order[1],
        span: Span(field: left.span.field, start: one.start, end: right.span.end))
    ]
  }

  /// "those who", "people with", and "the others".
  private static func isGroup(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    let key = sentence.key(position)
    if key == "others" || key == "rest" { return sentence.key(position - 1) == "the" }
    guard ["who", "with", "without", "that"].contains(sentence.key(position + 1)) else { return false }
    return ["those", "ones"].contains(key) || NounRun.isPlural(sentence, position)
  }

  /// From the head of the group to the figure, without the verb that leads to it.
  private static func label(_ sentence: SentenceTokens, _ half: Range<Int>, before figure: Quantity) -> Span? {
    var upper = sentence.range(of: figure.span).lowerBound
    while upper > half.lowerBound, results.contains(sentence.key(upper - 1)) { upper -= 1 }
    let isOthers = ["others", "rest"].contains(sentence.key(half.lowerBound))
    let lower = isOthers ? half.lowerBound - 1 : half.lowerBound
    guard upper > half.lowerBound, upper - lower <= 10, !sentence.isNumber(upper - 1) || upper > half.lowerBound + 2
    else { return nil }
    return sentence.span(lower..<upper)
  }

  private static let results: Set<WordKey> = [
    "stay", "stays", "stayed", "on", "average", "only", "just", "about", "for", "take", "takes", "took", "need",
    "needs",
    "is", "are", "have", "has", "had", "at", "to", "pay", "pays", "spend", "spends", "lose", "loses", "lasted", "last",
    "return", "sell", "sells", "make", "makes", "earn", "come", "finish", "finished", "do", "did", ",", "nearly",
  ]
}
