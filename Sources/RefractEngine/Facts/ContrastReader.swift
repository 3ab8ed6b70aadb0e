/// Two groups, places or times of day that differ in the same figure: "the early shift has 0.7%, the late shift 2.1%",
/// "9% at A&E, the others' 1.5%". What both sides share cannot make the difference (J. S. Mill's method of difference,
/// "A System of Logic", 1843).
enum ContrastReader {
  /// Under this factor two figures are about the same.
  static let least = 1.2

  static func read(_ reading: Reading, _ quantities: [Quantity], besides taken: [Span]) -> [Contrast] {
    let index = reading.document.index
    let lines = reading.document.lines
    var result: [Contrast] = []
    for (left, other) in zip(quantities, quantities.dropFirst()) {
      let right = completed(other, by: left)
      guard UnitWords.comparable(left.unit, right.unit), isPlain(left), isPlain(right),
        left.span.field == right.span.field, countTheSame(left, right, reading.document),
        !taken.contains(where: { $0.overlaps(left.span) && $0.overlaps(right.span) }),
        let one = index.sentence(of: left.span), let two = index.sentence(of: right.span), two - one <= 1
      else { continue }
      let near = UnitWords.convert(right.value, from: right.unit, to: left.unit)
      guard left.value > 0, near > 0, max(left.value, near) / min(left.value, near) >= least,
        var first = side(left, lines[one], from: 0),
        var second = side(right, lines[two], from: one == two ? first.end : 0)
      else { continue }
      let opening = first.name.start
      if let places = ContrastPlaces.names(first, second, in: lines[one], lines[two]) {
        (first.name, second.name) = places
      } else if !areOpposed(first, second) {
        continue
      }
      let (a, b) = left.value >= near ? ((first, left), (second, right)) : ((second, right), (first, left))
      result.append(
        Contrast(
          high: Contrast.Side(name: a.0.name, quantity: a.1), low: Contrast.Side(name: b.0.name, quantity: b.1),
          span: Span(field: left.span.field, start: opening, end: max(right.span.end, second.name.end))))
      if result.count >= 6 { break }
    }
    let told = Set(result.compactMap { index.sentence(of: $0.span) })
    let bySentence = Dictionary(grouping: quantities) { index.sentence(of: $0.span) ?? -1 }
    for number in bySentence.keys.sorted() where number >= 0 && !told.contains(number) && result.count < 6 {
      result += ContrastGroups.read(lines[number], bySentence[number] ?? [])
      let inSentence = bySentence[number] ?? []
      if let found = ContrastTimes.read(lines[number], inSentence) ?? ContrastBehind.read(lines[number], inSentence) {
        if !taken.contains(where: { $0.overlaps(found.high.quantity.span) && $0.overlaps(found.low.quantity.span) }) {
          result.append(found)
        }
      }
    }
    return result
  }

  /// "in the north 3.1 percent, in the south 0.7", "9 minutes at the front desk, 31 at the back": the unit is said once.
  static func completed(_ right: Quantity, by left: Quantity) -> Quantity {
    guard right.unit == .count, right.noun == nil, left.unit.isTime || left.unit == .percent && right.value <= 100
    else {
      return right
    }
    var right = right
    right.unit = left.unit
    return right
  }

  /// "120 seats" and "six counts" are no two sides of one figure.
  private static func countTheSame(_ left: Quantity, _ right: Quantity, _ document: Document) -> Bool {
    guard left.unit == .count, let one = left.noun, let two = right.noun else { return true }
    return TargetWords.head(one, document) == TargetWords.head(two, document)
  }

  static func isPlain(_ quantity: Quantity) -> Bool {
    quantity.upper == nil && quantity.comparator == .equal && quantity.unit != .ratio
      && (quantity.unit != .count || quantity.noun != nil)
  }

  /// Whose figure it is.
  struct Label {
    var name: Span
    /// The tokens of its name.
    var words: Range<Int>
    /// Its words.
    var keys: [WordKey]
    /// No verb stands between the name and the figure.
    var isElliptical: Bool
    /// Token behind the figure, where the other side may begin.
    var end: Int
  }

  /// The words in front of a figure, back to the start of its clause or to the other figure, without the verb.
  private static func side(_ quantity: Quantity, _ sentence: SentenceTokens, from start: Int) -> Label? {
    let figure = sentence.range(of: quantity.span)
    guard ClauseMood.of(sentence, at: figure.lowerBound) == .asserted else { return nil }
    var lower = start
    for position in (start..<figure.lowerBound).reversed() where isBreak(sentence, position) {
      lower = position + 1
      break
    }
    var upper = figure.lowerBound
    while upper > lower, links.contains(sentence.key(upper - 1)) || !sentence.isWord(upper - 1) { upper -= 1 }
    while lower < upper, openers.contains(sentence.key(lower)) || !sentence.isWord(lower) { lower += 1 }
    // "in the north depot": the place is the name.
    if upper - lower >= 3, ["in", "at", "on", "for"].contains(sentence.key(lower)) { lower += 1 }
    guard lower < upper, upper - lower <= 7, !sentence.contains(verbs, in: lower..<upper) else { return nil }
    return Label(
      name: sentence.span(lower..<upper), words: lower..<upper, keys: (lower..<upper).map { sentence.key($0) },
      isElliptical: upper == figure.lowerBound, end: figure.upperBound)
  }

  private static func isBreak(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    breaks.contains(sentence.key(position)) || sentence.isNumber(position)
  }

  /// One side is "the others", or both end in the same noun under different names.
  private static func areOpposed(_ left: Label, _ right: Label) -> Bool {
    if left.keys == right.keys { return false }
    if opposites.contains(where: { pair in
      let (one, two) = (pair.intersection(left.keys), pair.intersection(right.keys))
      return !one.isEmpty && !two.isEmpty && one.isDisjoint(with: two)
    }) {
      return true
    }
    if !others.isDisjoint(with: right.keys) != !others.isDisjoint(with: left.keys) { return true }
    return left.keys.last == right.keys.last && left.keys.count > 1 && right.keys.count > 1
  }

  /// Words of which one side bears one and the other side another.
  private static let opposites: [Set<WordKey>] = [
    ["north", "south", "east", "west"], ["men", "women", "girls", "boys"],
    ["morning", "evening", "afternoon", "night"],
    ["weekdays", "weekends", "weekend"], ["old", "new"], ["upper", "lower"], ["urban", "rural"], ["day", "night"],
    ["summer", "winter", "spring", "autumn"], ["first", "second", "third"], ["upstairs", "downstairs"],
  ]
  private static let others: Set<WordKey> = [
    "others", "rest", "other", "another", "neighbouring", "neighboring", "neighbour", "neighbor", "next", "elsewhere",
    "colleague", "sister", "rival", "industry", "sector", "nationally", "nationwide", "everywhere", "competitor",
  ]
  private static let breaks: Set<WordKey> = [
    ",", ";", ":", "(", ")", "-", "–", "—", "while", "whereas", "but", "and", "against", "versus", "vs", "than",
  ]
  private static let links: Set<WordKey> = [
    "is", "are", "was", "were", "has", "have", "had", "at", "it's", "its", "it", "only", "just", "about", "of", "with",
    "manages", "loses", "needs", "takes", "gets", "reaches", "does", "pays", "costs", "stands", "around", "nearly",
  ]
  private static let openers: Set<WordKey> = [
    "and", "but", "while", "whereas", "with", "against", "or", "so", "then", "yet",
  ]
  private static let verbs: Set<WordKey> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "must", "may", "can", "should", "do", "does",
    "did", "said", "says", "want", "wants", "need", "needs", "we", "i", "you", "they", "who", "which", "that", "until",
    "since", "before", "after", "from", "to", "went", "rose", "fell", "came", "target", "goal", "limit", "plan",
  ]
}
