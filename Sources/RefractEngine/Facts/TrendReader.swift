/// Reads what went from one value to another, or in a direction: "rose from 8% to 19%", "11h → 7h", "was 12, now 7",
/// "down 40%", "registrations keep falling".
package enum TrendReader {
  package static func read(_ reading: Reading, _ quantities: [Quantity]) -> [Trend] {
    let document = reading.document
    let sentences = document.lines
    let index = document.index
    var bySentence: [Int: [Quantity]] = [:]
    for quantity in quantities {
      if let number = index.sentence(of: quantity.span) { bySentence[number, default: []].append(quantity) }
    }
    var result: [Trend] = []
    for sentence in sentences {
      let name = document.fields[sentence.field].name
      guard !name.hasPrefix("options"), !name.hasPrefix("stakeholders"), !name.hasPrefix("success"),
        !name.hasPrefix("constraints"), !MetricUnits.isRow(name), name != "deadline"
      else { continue }
      var reader = SentenceTrends(
        sentence: sentence, reading: reading, quantities: bySentence[sentence.index] ?? [])
      reader.run()
      result += reader.found.sorted { $0.span < $1.span }
      if reader.found.isEmpty, let told = TrendBackward.trend(in: sentence, bySentence, reading) { result.append(told) }
    }
    return result + metrics(document, quantities)
  }

  /// A metric's baseline and present value, unless the baseline is somebody's estimate.
  private static func metrics(_ document: Document, _ quantities: [Quantity]) -> [Trend] {
    var rows: [Int: [String: Quantity]] = [:]
    for quantity in quantities {
      guard let (row, part) = MetricUnits.row(document.fields[quantity.span.field].name) else { continue }
      if rows[row]?[part] == nil { rows[row, default: [:]][part] = quantity }
    }
    let names = document.lines.filter { document.fields[$0.field].name.hasPrefix("metrics") }
    return rows.keys.sorted().compactMap { row in
      guard let from = rows[row]?[".baseline"], let to = rows[row]?[".current"],
        UnitWords.comparable(from.unit, to.unit),
        from.upper == nil, to.upper == nil,
        !document.tokens[from.span.field].contains(where: { estimates.contains($0.key) })
      else { return nil }
      let end = UnitWords.convert(to.value, from: to.unit, to: from.unit)
      guard end != from.value else { return nil }
      let name = names.first { document.fields[$0.field].name == "metrics[\(row)].name" }
      let isLessBetter = name.flatMap { PolarityLexicon.isLessBetter($0, 0..<min($0.count, 12)) }
      return Trend(
        subject: name?.whole, from: from, to: to, isRising: end > from.value,
        isWorse: isLessBetter.map { $0 == (end > from.value) }, since: nil, span: to.span)
    }
  }

  private static let estimates: Set<WordKey> = [
    "estimate", "estimated", "planned", "plan", "budget", "budgeted", "quoted", "target", "goal", "forecast",
    "promised",
  ]
}

private struct SentenceTrends {
  let sentence: SentenceTokens
  let reading: Reading
  let quantities: [Quantity]
  var found: [Trend] = []

  init(sentence: SentenceTokens, reading: Reading, quantities: [Quantity]) {
    self.sentence = sentence
    self.reading = reading
    self.quantities = quantities
  }

  mutating func run() {
    var used = -1
    // "20 minutes two years ago, 50 now": when it was is no value.
    let values = quantities.filter { sentence.key(sentence.range(of: $0.span).upperBound) != "ago" }
    for (number, second) in values.enumerated() where number > 0 && number - 1 > used {
      if pair(values[number - 1], second) { used = number }
    }
    var index = 0
    while index < sentence.count {
      let verb = sentence.key(index)
      if Self.rising.contains(verb) || Self.falling.contains(verb) || Self.better.contains(verb)
        || Self.worse.contains(verb)
      {
        single(at: index)
      }
      index += 1
    }
  }

  // MARK: Two values

  private mutating func pair(_ first: Quantity, _ other: Quantity) -> Bool {
    let second = completed(other, by: first)
    guard UnitWords.comparable(first.unit, second.unit), first.upper == nil, second.upper == nil,
      first.unit != .ratio, first.per == second.per || first.per == nil || second.per == nil
    else { return false }
    let left = sentence.range(of: first.span)
    let right = sentence.range(of: second.span)
    let gap = left.upperBound..<max(left.upperBound, right.lowerBound)
    guard gap.count <= 24 else { return false }
    if first.unit == .count, let one = first.noun, let two = second.noun,
      stemOfLast(one) != stemOfLast(two)
    {
      return false
    }
    let isArrow = gap.count <= 4 && sentence.contains(Self.arrows, in: gap)
    let hasFrom = hasFrom(left.lowerBound)
    let isFromTo = hasFrom && gap.count <= 5 && sentence.contains(["to", "down", "into"], in: gap)
    // "first reply 11h to 7h", "grew 400 to 1,150"
    // "was for it 9 to 2" counts votes.
    let isScore =
      first.unit == .count && first.noun == nil && second.noun == nil && first.value < 100
      && !Self.rising.contains(sentence.key(left.lowerBound - 1))
      && !Self.falling.contains(sentence.key(left.lowerBound - 1))
    let isBareTo = gap.count == 1 && sentence.key(gap.lowerBound) == "to" && !isScore
    // "19% (was 8%)": the second value is the older one.
    let isReversed =
      isTurnedBack(gap) || gap.count <= 5 && sentence.contains(Self.pasts, in: gap) && sentence.contains(["("], in: gap)
      || gap.count <= 5 && gap.contains { ["up", "down"].contains(sentence.key($0)) && sentence.key($0 + 1) == "from" }
    let before = max(0, left.lowerBound - 10)..<left.lowerBound
    let isThenNow =
      sentence.contains(Self.pasts, in: before)
      && (sentence.contains(Self.nows, in: gap)
        || sentence.contains(Self.nows, in: right.upperBound..<min(sentence.count, right.upperBound + 3)))
    let isDated = isDated(left, right)
    if isTurnedBack(gap) {
      // "the wait is 14 months; two years ago it was 5"
      guard isStated(before: left.lowerBound) else { return false }
    }
    guard
      isTurnedBack(gap) || second == other
        ? isArrow || isFromTo || isBareTo || isReversed || isThenNow || isDated : isThenNow || isDated
    else { return false }
    let from = isReversed && !isFromTo && !isArrow ? second : first
    let to = isReversed && !isFromTo && !isArrow ? first : second
    guard ClauseMood.of(sentence, at: left.lowerBound) == .asserted, !isWish(before: left.lowerBound) else {
      return false
    }
    let converted = UnitWords.convert(to.value, from: to.unit, to: from.unit)
    guard converted != from.value else { return false }
    let start = hasFrom ? fromPosition(left.lowerBound) : left.lowerBound
    let subject =
      (isThenNow || isDated) && !isArrow && !isFromTo
      ? noun(of: first) ?? named(before: left.lowerBound) : subject(before: start) ?? noun(of: first)
    let isRising = converted > from.value
    found.append(
      Trend(
        subject: subject, from: from, to: to, isRising: isRising,
        isWorse: isWorse(subject, isRising: isRising, near: left.lowerBound),
        since: since(left.lowerBound, before: right.lowerBound),
        span: Span(
          field: sentence.field, start: min(subject?.start ?? first.span.start, first.span.start), end: second.span.end)
      ))
    return true
  }

  /// "; two years ago it was", "; before the switch it was": between a present value and the older one.
  private func isTurnedBack(_ gap: Range<Int>) -> Bool {
    gap.count <= 8 && sentence.contains(["ago", "before"], in: gap) && gap.last.map { sentence.key($0) } == "was"
      && ["it", "there", "they"].contains(sentence.key(gap.upperBound - 2))
  }

  private func isStated(before position: Int) -> Bool {
    (max(0, position - 3)..<position).contains { ["is", "are", "takes", "at", "stands"].contains(sentence.key($0)) }
  }

  /// "was 91 percent in 2022 and is 64 now": the unit is said once.
  private func completed(_ second: Quantity, by first: Quantity) -> Quantity {
    guard first.unit != .count, second.unit == .count, second.noun == nil, second.value > 0, first.value > 0,
      max(second.value, first.value) / min(second.value, first.value) <= 30
    else { return second }
    var second = second
    second.unit = first.unit
    second.per = first.per
    return second
  }

  /// "last year 17 came, this year twelve", "3 min in January, 14 min now", "March 212, April 340".
  private func isDated(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let isPointed =
      ["it's", "it"].contains(sentence.key(right.lowerBound - 1))
      || ["is", "are"].contains(sentence.key(right.lowerBound - 1))
    guard right.lowerBound - left.upperBound <= (isPointed ? 16 : 8) else { return false }
    let before = max(0, left.lowerBound - 5)..<left.lowerBound
    let between = left.upperBound..<right.lowerBound
    let behind = right.upperBound..<min(sentence.count, right.upperBound + 4)
    let month = before.last { NumberWords.months.contains(sentence.key($0)) }
    let next = between.last { NumberWords.months.contains(sentence.key($0)) }
    if let month, let next, sentence.key(month) != sentence.key(next), left.lowerBound - month <= 1,
      right.lowerBound - next <= 1
    {
      return true
    }
    // "82 percent when we deployed it in January, in October it's 61"
    let months = between.filter { NumberWords.months.contains(sentence.key($0)) }
    if isPointed, let last = months.last, months.count >= 2, right.lowerBound - last <= 2 { return true }
    let isThen = isThen(in: before) || isThen(in: left.upperBound..<min(left.upperBound + 3, right.lowerBound))
    // "12 percent five years ago, 31 last winter"
    if sentence.contains(["ago"], in: left.upperBound..<min(left.upperBound + 3, right.lowerBound)),
      behind.first.map({ sentence.key($0) }) == "last", isNow(in: behind)
    {
      return true
    }
    return isThen && (isNow(in: between) || isNow(in: behind))
  }

  private func isThen(in range: Range<Int>) -> Bool {
    range.contains { index in
      let next = sentence.key(index + 1)
      switch sentence.key(index) {
      case "last": return Self.periods.contains(next)
      case "in":
        return NumberWords.months.contains(next) || sentence.isNumber(index + 1) && sentence.raw(index + 1).count == 4
      case "used": return next == "to"
      case "ago", "formerly", "originally", "previously": return true
      default: return false
      }
    }
  }

  private func isNow(in range: Range<Int>) -> Bool {
    range.contains { index in
      if ["this", "last"].contains(sentence.key(index)) { return Self.periods.contains(sentence.key(index + 1)) }
      return Self.nows.contains(sentence.key(index)) && sentence.key(index) != "since"
        && sentence.key(index) != "meanwhile"
    }
  }

  private static let periods: Set<WordKey> = [
    "year", "summer", "winter", "spring", "autumn", "season", "month", "week", "quarter", "term", "time", "harvest",
  ]

  private func stemOfLast(_ span: Span) -> WordKey { sentence.stem(sentence.range(of: span).upperBound - 1) }

  private func hasFrom(_ position: Int) -> Bool { sentence.key(position - 1) == "from" }

  private func fromPosition(_ position: Int) -> Int { position - 1 }

  /// "we want to get from 41 days to 20" is a gap, not a trend.
  private func isWish(before position: Int) -> Bool {
    let clause = sentence.clause(at: position)
    for index in stride(from: position - 1, through: max(clause.lowerBound, position - 10), by: -1) {
      let key = sentence.key(index)
      if Self.arrows.contains(key) || key == "," || key == "(" { return false }
      if Self.wishes.contains(key) { return true }
    }
    return false
  }

  // MARK: One value or none

  private mutating func single(at index: Int) {
    let key = sentence.key(index)
    guard !found.contains(where: { isNear($0, index) }), !isWish(before: index),
      ClauseMood.of(sentence, at: index) == .asserted
    else { return }
    var after = index + 1
    var isTo = false
    while after < index + 4,
      ["by", "to", "up", "down", "about", "at", "sharply", "steadily", "another", "only"].contains(sentence.key(after))
    {
      isTo = isTo || sentence.key(after) == "to" || sentence.key(after) == "at"
      after += 1
    }
    let amount = quantities.first {
      let start = sentence.range(of: $0.span).lowerBound
      return start > index && start <= after && $0.unit != .count
        || start == after && $0.unit == .count && $0.noun == nil
        || start > index && start <= after && isTo
    }
    guard let subject = subject(before: index) else { return }
    // "turning up", "sign up", "let down": no direction.
    if key == "up" || key == "down", !Self.auxiliaries.contains(sentence.key(index - 1)), amount == nil { return }
    if amount == nil {
      // Without a number only a finite statement counts: "is falling", "keep growing", "fell", at the clause's end or
      // before a preposition; "drop in centre" and "cut the price" are none.
      let isProgressive = Self.auxiliaries.contains(sentence.key(index - 1))
      let isFinite = Self.finite.contains(key)
      guard isProgressive || isFinite,
        !sentence.isWord(index + 1) || Self.prepositions.contains(sentence.key(index + 1))
      else {
        return
      }
    } else if let amount, amount.unit.isTime, !isTo, (amount.unit.seconds ?? 0) >= 86_400, key != "down", key != "up" {
      return
    }
    let isRising = Self.rising.contains(key) || Self.better.contains(key) && amount == nil
    let end = amount?.span.end ?? sentence.tokens[index].end
    let direction: Bool? = Self.worse.contains(key) ? true : Self.better.contains(key) ? false : nil
    found.append(
      Trend(
        subject: subject, from: nil, to: isTo ? amount : nil, isRising: isRising,
        isWorse: direction ?? isWorse(subject, isRising: isRising, near: index), since: since(index),
        span: Span(field: sentence.field, start: subject.start, end: end)))
  }

  private func isNear(_ trend: Trend, _ index: Int) -> Bool {
    let range = sentence.range(of: trend.span)
    return index >= range.lowerBound - 4 && index <= range.upperBound + 3
  }

  // MARK: Parts

  /// The nouns left of a verb or of "from": auxiliaries and the verb itself are gone over.
  private func subject(before position: Int) -> Span? {
    var index = position
    var steps = 0
    while index > 0, steps < 5,
      Self.rising.contains(sentence.key(index - 1)) || Self.falling.contains(sentence.key(index - 1))
        || Self.auxiliaries.contains(sentence.key(index - 1)) || Self.better.contains(sentence.key(index - 1))
        || Self.worse.contains(sentence.key(index - 1))
    {
      index -= 1
      steps += 1
    }
    return reading.nounsWithHeads(sentence, before: index).map(sentence.span)
  }

  /// "On-time delivery was 91 percent in 2022 and is 64 now": what stands in front of the verb.
  private func named(before position: Int) -> Span? {
    ["was", "were", "had"].contains(sentence.key(position - 1)) ? subject(before: position) : nil
  }

  /// "before, 64 percent accepted": what a percentage is a rate of is not to be had from the words beside it.
  private func noun(of quantity: Quantity) -> Span? { quantity.noun }

  private func isWorse(_ subject: Span?, isRising: Bool, near position: Int) -> Bool? {
    if let subject, let isLessBetter = PolarityLexicon.isLessBetter(sentence, sentence.range(of: subject)) {
      return isLessBetter == isRising
    }
    let clause = sentence.clause(at: position)
    let near = max(clause.lowerBound, position - 12)..<min(clause.upperBound, position + 12)
    if sentence.contains(Self.sour, in: near) { return true }
    if sentence.contains(Self.sweet, in: near) { return false }
    return nil
  }

  /// "since March", "after the launch": up to six words of the same sentence.
  private func since(_ position: Int, before limit: Int = .max) -> Span? {
    let first = max(0, position - 16)
    for index in first..<min(sentence.count, position + 16)
    where ["since", "after", "following", "ever"].contains(sentence.key(index)) {
      if sentence.key(index) == "ever", sentence.key(index + 1) != "since" { continue }
      let start = sentence.key(index) == "ever" ? index + 1 : index
      if sentence.key(start) == "after", ["all", "that", "a"].contains(sentence.key(start + 1)) { continue }
      var end = start + 1
      while end < sentence.count, end - start < 7, start > limit || end < limit,
        sentence.kind(end) == .word || sentence.kind(end) == .number,
        !(sentence.isNumber(end) && end > start + 3)
      { end += 1 }
      if end > start + 1 { return sentence.span(start..<end) }
    }
    return nil
  }

  private static let arrows: Set<WordKey> = ["→", "->", "=>", "-->"]
  private static let pasts: Set<WordKey> = [
    "was", "were", "used", "before", "previously", "formerly", "once", "originally", "initially", "earlier",
  ]
  private static let nows: Set<WordKey> = ["now", "today", "currently", "since", "nowadays", "meanwhile", "present"]
  private static let wishes: Set<WordKey> = [
    "want", "wants", "need", "needs", "goal", "target", "aim", "should", "must", "would", "could", "plan", "plans",
    "hope", "hopes", "propose", "proposes", "can", "will",
  ]
  private static let auxiliaries: Set<WordKey> = [
    "is", "are", "was", "were", "has", "have", "had", "been", "be", "keeps", "keep", "kept", "went", "goes", "going",
    "gone", "steadily", "slowly", "also", "still", "just", "actually", "getting", "got", "gets", "been",
  ]
  private static let rising: Set<WordKey> = [
    "rose", "rises", "rising", "risen", "grew", "grows", "growing", "grown", "increased", "increases", "increasing",
    "up", "climbed", "climbing", "jumped", "soared", "surged", "doubled", "tripled", "expanded", "swelled",
  ]
  private static let falling: Set<WordKey> = [
    "fell", "falls", "falling", "fallen", "dropped", "drops", "dropping", "decreased", "decreases", "decreasing",
    "down",
    "declined", "declining", "declines", "shrank", "shrinking", "shrunk", "sank", "sinking", "tanked", "collapsed",
    "plunged", "halved", "slipped", "slipping", "lost", "cut", "reduced",
  ]
  private static let better: Set<WordKey> = ["improved", "improves", "improving", "recovered", "recovering"]
  private static let worse: Set<WordKey> = [
    "worse", "worsened", "worsening", "worsens", "deteriorated", "deteriorating", "slower", "degraded", "degrading",
  ]
  private static let finite: Set<WordKey> = [
    "rose", "grew", "increased", "climbed", "jumped", "soared", "surged", "doubled", "tripled", "fell", "dropped",
    "decreased", "declined", "shrank", "sank", "tanked", "collapsed", "plunged", "halved", "slipped", "improved",
    "worsened", "deteriorated", "degraded", "recovered",
  ]
  private static let prepositions: Set<WordKey> = [
    "since", "after", "in", "by", "from", "to", "every", "each", "over", "for", "as", "and", "again", "at", "while",
    "steadily", "sharply", "fast", "because", "so",
  ]
  private static let sour: Set<WordKey> = [
    "unfortunately", "worse", "worst", "only", "alarming", "bad", "worrying", "tanked", "collapsed", "sadly", "suffers",
  ]
  private static let sweet: Set<WordKey> = ["better", "improved", "great", "good", "nice", "recovered", "happily"]
}
