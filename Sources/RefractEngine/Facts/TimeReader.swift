/// Reads when things must be done, and how long they take, took or have lasted.
package enum TimeReader {
  /// "should leave before 6:15 … each day": an hour that comes every day.
  private static func isTimetable(_ deadline: Deadline, _ sentence: SentenceTokens) -> Bool {
    let range = sentence.range(of: deadline.span)
    let isClock = range.contains {
      sentence.key($0) == ":" && sentence.isNumber($0 - 1) && sentence.isNumber($0 + 1)
    }
    return isClock && sentence.contains(["each", "every", "daily", "always", "usually"], in: 0..<sentence.count)
  }

  static func deadlines(_ reading: Reading, _ document: Document, _ quantities: [Quantity]) -> [Deadline] {
    let index = document.index
    var bySentence: [Int: [Quantity]] = [:]
    for quantity in quantities where quantity.unit.isTime {
      if let number = index.sentence(of: quantity.span) { bySentence[number, default: []].append(quantity) }
    }
    var result: [Deadline] = []
    for sentence in document.lines {
      let times = bySentence[sentence.index] ?? []
      let name = document.fields[sentence.field].name
      if name == "deadline" {
        result.append(field(sentence, times))
        continue
      }
      guard !name.hasPrefix("options"), !name.hasPrefix("attempts"), !MetricUnits.isRow(name), name != "title" else {
        continue
      }
      result += DeadlineScan(sentence, times, reading).run().filter { !isTimetable($0, sentence) }
    }
    return result
  }

  /// The `deadline` field is one, however it is worded.
  private static func field(_ sentence: SentenceTokens, _ times: [Quantity]) -> Deadline {
    let days = times.first.flatMap { workingDays($0) }
    let isWish = sentence.contains(
      ["ideally", "hopefully", "wish", "preferably", "roughly"], in: 0..<min(sentence.count, 64))
    return Deadline(
      span: sentence.whole, workingDays: days ?? DatePhrase.firstDays(sentence), isHard: !isWish,
      event: nil)
  }

  /// Working days at five a week. Days are taken as working days only if the author calls them so, else as calendar days.
  static func workingDays(_ quantity: Quantity) -> Double? {
    guard quantity.value > 0 else { return nil }
    switch quantity.unit {
    case .day: return quantity.value < 7 ? quantity.value : quantity.value * 5 / 7
    case .week: return quantity.value * 5
    case .month: return quantity.value * 365 / 12 / 7 * 5
    case .quarter: return quantity.value * 65
    case .year: return quantity.value * 260
    case .hour: return quantity.value / 24
    default: return nil
    }
  }

  // MARK: Durations

  package static func durations(_ document: Document, _ quantities: [Quantity]) -> [Duration] {
    let sentences = document.lines
    let index = document.index
    var result: [Duration] = []
    for quantity in quantities where quantity.unit.isTime && (quantity.unit.seconds ?? 0) >= 60 && quantity.per == nil {
      guard let number = index.sentence(of: quantity.span), document.fields[quantity.span.field].name != "deadline"
      else {
        continue
      }
      if let duration = duration(quantity, sentences[number]) { result.append(duration) }
    }
    return result
  }

  private static func duration(_ quantity: Quantity, _ sentence: SentenceTokens) -> Duration? {
    let range = sentence.range(of: quantity.span)
    let clause = sentence.clause(at: range.lowerBound)
    let left = max(clause.lowerBound, range.lowerBound - 6)..<range.lowerBound
    let before = sentence.key(range.lowerBound - 1)
    let after = sentence.key(range.upperBound)
    // "fourteen-year-old", "sixty years old" tell a person's age.
    if after == "old" || after == "-"
      || sentence.bytes[quantity.span.end..<min(sentence.bytes.count, quantity.span.end + 4)]
        .elementsEqual("-old".utf8)
    {
      return nil
    }
    // "5 months of runway left" is time that is left.
    if sentence.contains(
      ["left", "runway", "remaining"], in: range.upperBound..<min(sentence.count, range.upperBound + 3))
    {
      return nil
    }
    func named(_ range: Range<Int>?) -> Span? { range.map(sentence.span) }
    if waitingCues.contains(before) || sentence.contains(waitingCues, in: left) {
      return Duration(quantity: quantity, kind: .waiting, of: nil)
    }
    if sentence.contains(spentCues, in: left) {
      return Duration(quantity: quantity, kind: .spent, of: named(phrase(sentence, range.upperBound)))
    }
    if sentence.contains(effortCues, in: left) {
      let cue = left.last { effortCues.contains(sentence.key($0)) } ?? range.lowerBound
      return Duration(quantity: quantity, kind: .effort, of: named(sentence.nounsBefore(cue)))
    }
    if after == "to", sentence.isWord(range.upperBound + 1), before != "from" {
      return Duration(quantity: quantity, kind: .effort, of: named(phrase(sentence, range.upperBound)))
    }
    // "forty years of folders": what has piled up, no effort.
    let isPile = after == "of" && NounRun.isPlural(sentence, range.upperBound + 1)
    if ["of", "work", "project"].contains(after), before != "last", before != "past", !isPile {
      return Duration(quantity: quantity, kind: .effort, of: named(phrase(sentence, range.upperBound)))
    }
    if before == ":", range.lowerBound > 1 {
      return Duration(quantity: quantity, kind: .effort, of: named(sentence.nounsBefore(range.lowerBound - 1)))
    }
    if before == "for" || before == "past" || before == "last" || after == "ago" || after == "now"
      || after == "in" && sentence.key(range.upperBound + 1) == "production" || before == "than" && after == "after"
      || after == "after"
    {
      return Duration(quantity: quantity, kind: .age, of: nil)
    }
    // "after two days", "lasted five weeks", "stays seven months", "four months later", "three weeks into the ban"
    if ["after", "lasted", "lasts", "stays", "stayed", "nearly", "almost", "lately"].contains(before),
      !isDue(sentence, range)
    {
      return Duration(quantity: quantity, kind: .age, of: nil)
    }
    if ["later", "into", "each", "standstill"].contains(after) {
      return Duration(quantity: quantity, kind: .age, of: nil)
    }
    if before == "in", ClauseMood.of(sentence, at: range.lowerBound) == .asserted, isPast(sentence, clause, range) {
      return Duration(quantity: quantity, kind: .age, of: nil)
    }
    return nil
  }

  /// "must be done after two days"
  private static func isDue(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    sentence.contains(["must", "due", "deadline"], in: max(0, range.lowerBound - 6)..<range.lowerBound)
  }

  /// "grew by a fifth in two years": a past form in front, none of what is to come.
  private static func isPast(_ sentence: SentenceTokens, _ clause: Range<Int>, _ range: Range<Int>) -> Bool {
    let front = clause.lowerBound..<range.lowerBound
    return front.contains { index in
      let form = Verbs.entry(sentence.key(index))?.form
      return form == .past || form == .participle
    } && !sentence.contains(["will", "must", "need", "to", "by", "is", "are"], in: front)
  }

  /// "to fix", "of work": up to five words behind.
  private static func phrase(_ sentence: SentenceTokens, _ position: Int) -> Range<Int>? {
    var end = position
    while end < sentence.count, end - position < 5, sentence.isWord(end) { end += 1 }
    return end > position ? position..<end : nil
  }

  private static let waitingCues: Set<WordKey> = [
    "wait", "waits", "waiting", "waited", "queue", "queued", "sit", "sits",
  ]
  private static let spentCues: Set<WordKey> = ["spent", "spend", "spends", "lost", "wasted", "polished", "took"]
  private static let effortCues: Set<WordKey> = [
    "takes", "take", "estimate", "estimated", "estimates", "needs", "costs", "requires", "build", "effort",
    "taking", "lasts",
  ]
}
