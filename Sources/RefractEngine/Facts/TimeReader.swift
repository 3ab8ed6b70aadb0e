/// Reads when things must be done, and how long they take, took or have lasted.
package enum TimeReader {
  package static func deadlines(_ document: Document, _ quantities: [Quantity]) -> [Deadline] {
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
      guard !name.hasPrefix("options"), !name.hasPrefix("attempts"), !name.hasPrefix("metrics"), name != "title" else {
        continue
      }
      result += DeadlineScan(sentence: sentence, times: times).run()
    }
    return result
  }

  /// The `deadline` field is one, however it is worded.
  private static func field(_ sentence: SentenceTokens, _ times: [Quantity]) -> Deadline {
    let days = times.first.flatMap { workingDays($0) }
    let isWish = sentence.contains(
      ["ideally", "hopefully", "wish", "preferably", "roughly"], in: 0..<min(sentence.count, 64))
    return Deadline(
      span: sentence.whole, workingDays: days ?? DeadlineScan.namedDays(sentence, at: 0)?.days, isHard: !isWish,
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
    if ["of", "work", "project"].contains(after), before != "last", before != "past" {
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
    return nil
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

/// Finds the demands with a date in one sentence.
struct DeadlineScan {
  let sentence: SentenceTokens
  let times: [Quantity]

  func run() -> [Deadline] {
    var result: [Deadline] = []
    func add(_ range: Range<Int>, _ days: Double?, isHard: Bool, _ event: Span? = nil) {
      let span = sentence.span(range)
      if !result.contains(where: { $0.span.overlaps(span) }) {
        result.append(Deadline(span: span, workingDays: days, isHard: isHard, event: event ?? loss(behind: range)))
      }
    }
    for time in times where (time.unit.seconds ?? 0) >= 3600 && time.per == nil {
      let range = sentence.range(of: time.span)
      let before = sentence.key(range.lowerBound - 1)
      let clause = sentence.clause(at: range.lowerBound)
      let days = isWorking(range) ? time.value : TimeReader.workingDays(time)
      if ["in", "within", "next"].contains(before), !isHistory(before: range.lowerBound, in: clause) {
        let demand = demand(before: range.lowerBound, in: clause)
        guard demand != nil || before == "within" && demand != nil || loss(behind: range) != nil || isStart(range)
        else {
          continue
        }
        let start = demand ?? isStartPosition(range) ?? (range.lowerBound - 1)
        add(start..<range.upperBound, days, isHard: !isWish(start, in: clause))
      } else if ["left", "remaining"].contains(sentence.key(range.upperBound)),
        sentence.key(range.upperBound) != "left" || isRemaining(range)
      {
        add(range.lowerBound..<(range.upperBound + 1), days, isHard: true)
      } else if ["window", "deadline", "limit", "runway"].contains(sentence.key(range.upperBound)) {
        add(range.lowerBound..<(range.upperBound + 1), days, isHard: true)
      } else if sentence.key(range.upperBound) == "of", ["runway", "cash"].contains(sentence.key(range.upperBound + 1))
      {
        add(range.lowerBound..<(range.upperBound + 2), days, isHard: true)
      } else if sentence.key(range.upperBound) == "to", sentence.key(range.lowerBound - 1) == "have",
        !isHistory(before: range.lowerBound, in: clause)
      {
        add((range.lowerBound - 1)..<range.upperBound, days, isHard: true)
      }
    }
    for index in 0..<sentence.count {
      guard let (range, days) = named(at: index) else { continue }
      let clause = sentence.clause(at: index)
      guard !isHistory(before: index, in: clause) else { continue }
      let demand = demand(before: index, in: clause)
      let start = max(demand ?? range.lowerBound, range.lowerBound - 8)
      add(start..<range.upperBound, days, isHard: !isWish(start, in: clause))
    }
    return result.sorted { $0.span < $1.span }
  }

  /// "by March 3", "before the renewal season", "tomorrow", "end of next week".
  private func named(at index: Int) -> (Range<Int>, Double?)? {
    let key = sentence.key(index)
    let clause = sentence.clause(at: index)
    if let known = Self.namedDays(sentence, at: index, only: true) {
      // "by/until tomorrow" or a demand or a coming event ("the board gets its papers tomorrow").
      let lead = ["by", "until", "before", "till"].contains(sentence.key(index - 1)) ? index - 1 : index
      let isComing = sentence.contains(Self.coming, in: max(clause.lowerBound, index - 10)..<index)
      guard lead < index || isComing || demand(before: index, in: clause) != nil else { return nil }
      return (lead..<known.end, known.days)
    }
    if key == "on" || key == "in", index > clause.lowerBound, let end = dateEnd(at: index + 1) {
      // "the audit is on 30 June", "the grant ends in March".
      let before = max(clause.lowerBound, index - 3)..<index
      let isEvent = sentence.contains(Self.coming, in: before) || ["is", "are"].contains(sentence.key(index - 1))
      return isEvent ? (index..<end, nil) : nil
    }
    if key == "by" || key == "until" || key == "before" || key == "due" {
      if let end = dateEnd(at: index + 1) {
        if key == "before" || key == "until", demand(before: index, in: clause) == nil { return nil }
        return (index..<end, nil)
      }
      if key == "before", let end = eventEnd(at: index + 1) {
        guard demand(before: index, in: clause) != nil else { return nil }
        return (index..<end, nil)
      }
    }
    return nil
  }

  /// Days for "tomorrow", "end of the week", "next month"; with `only` the phrase must start there.
  static func namedDays(_ sentence: SentenceTokens, at index: Int, only: Bool = false) -> (days: Double?, end: Int)? {
    let last = only ? index + 1 : min(sentence.count, 12)
    for place in index..<max(index + 1, last) {
      switch sentence.key(place) {
      case "tomorrow": return (1, place + 1)
      case "tonight": return (1, place + 1)
      case "today" where ["by", "due"].contains(sentence.key(place - 1)): return (1, place + 1)
      case "end" where sentence.key(place + 1) == "of":
        var next = place + 2
        var isNext = false
        while ["the", "this", "next", "our"].contains(sentence.key(next)) {
          isNext = isNext || sentence.key(next) == "next"
          next += 1
        }
        switch sentence.key(next) {
        case "week": return (isNext ? 10 : 5, next + 1)
        case "day": return (1, next + 1)
        case "month", "quarter", "year", "term", "sprint", "season": return (nil, next + 1)
        default:
          if NumberWords.months.contains(sentence.key(next)) { return (nil, next + 1) }
        }
      case "next"
      where ["week", "month", "quarter", "year", "sprint", "friday", "monday"].contains(sentence.key(place + 1)):
        return (sentence.key(place + 1) == "week" ? 5 : nil, place + 2)
      default: break
      }
    }
    return nil
  }

  /// "March 3", "3 March 2026", "Q3", "Friday", "2026-12-01", "January", "the end of the year".
  private func dateEnd(at start: Int) -> Int? {
    var index = start
    while ["the", "mid", "early", "late", "this", "next", "on", "end", "of", "spring", "around"].contains(
      sentence.key(index)), index - start < 5
    {
      index += 1
    }
    let key = sentence.key(index)
    if Self.weekdays.contains(key) || Self.quarters.contains(key)
      || NumberWords.months.contains(key) && (sentence.isCapitalised(index) || key != "may" && key != "march")
    {
      var end = index + 1
      while end < sentence.count, end < index + 4,
        sentence.isNumber(end) || sentence.key(end) == "," && sentence.isNumber(end + 1)
          || sentence.isGlued(end) && NumberWords.ordinalEndings.contains(sentence.key(end))
      { end += 1 }
      return end
    }
    if sentence.isNumber(index) {
      if NumberWords.months.contains(sentence.key(index + 1)) {
        return sentence.isNumber(index + 2) ? index + 3 : index + 2
      }
      if sentence.key(index + 1) == "-", sentence.isNumber(index + 2), sentence.isGlued(index + 2) {
        return sentence.isNumber(index + 4) ? index + 5 : nil
      }
      let raw = sentence.raw(index)
      if raw.count == 4, raw.first == UInt8(ascii: "2"), !sentence.isWord(index + 1) { return index + 1 }
    }
    if index > start,
      ["year", "month", "quarter", "summer", "winter", "autumn", "spring", "term", "week"].contains(key)
    {
      return index + 1
    }
    return nil
  }

  /// "the renewal season": an event in up to four words.
  private func eventEnd(at start: Int) -> Int? {
    guard ["the", "our", "my", "next"].contains(sentence.key(start)) else { return nil }
    return (start + 1..<start + 5).last { Self.events.contains(sentence.stem($0)) }.map { $0 + 1 }
  }

  private func isWorking(_ range: Range<Int>) -> Bool {
    sentence.contains(["working", "business"], in: range)
  }

  /// First word of the demand left of a date: "must ship".
  private func demand(before position: Int, in clause: Range<Int>) -> Int? {
    var first: Int?
    var index = position - 1
    while index >= max(clause.lowerBound, position - 12) {
      if Self.demands.contains(sentence.key(index)) { first = index }
      if sentence.key(index) == "to", ["have", "has"].contains(sentence.key(index - 1)) { first = index - 1 }
      index -= 1
    }
    return first
  }

  private func isWish(_ start: Int, in clause: Range<Int>) -> Bool {
    Self.wishes.contains(sentence.key(start))
      || sentence.contains(
        ["ideally", "hopefully"], in: clause.lowerBound..<max(clause.lowerBound, min(start + 8, clause.upperBound)))
  }

  /// "fixed in 2 weeks" reports; a past verb without a demand.
  private func isHistory(before position: Int, in clause: Range<Int>) -> Bool {
    let range = max(clause.lowerBound, position - 10)..<position
    guard demand(before: position, in: clause) == nil else { return false }
    return range.contains { index in
      Self.reports.contains(sentence.key(index))
        || sentence.isWord(index) && sentence.raw(index).count > 4
          && sentence.raw(index).suffix(2).elementsEqual("ed".utf8)
    }
  }

  /// "the season starts in 8 weeks": a coming event.
  private func isStart(_ range: Range<Int>) -> Bool { isStartPosition(range) != nil }

  private func isStartPosition(_ range: Range<Int>) -> Int? {
    let clause = sentence.clause(at: range.lowerBound)
    // "the exams are in five months", "the next concert is in ten weeks".
    let link = range.lowerBound - 2
    if clause.contains(link), ["is", "are"].contains(sentence.key(link)), sentence.key(link + 1) == "in",
      let nouns = sentence.nounsBefore(link)
    {
      return nouns.lowerBound
    }
    for index in stride(from: range.lowerBound - 2, through: max(clause.lowerBound, range.lowerBound - 6), by: -1)
    where Self.coming.contains(sentence.key(index)) {
      return sentence.nounsBefore(index)?.lowerBound ?? index
    }
    return nil
  }

  /// "or we lose the grant".
  private func loss(behind range: Range<Int>) -> Span? {
    var index = range.upperBound
    while index < min(sentence.count, range.upperBound + 4) {
      if sentence.key(index) == "or", index + 1 < sentence.count, sentence.isWord(index + 1),
        ["we", "they", "i", "the", "it", "he", "she", "our", "else"].contains(sentence.key(index + 1))
      {
        var end = index + 1
        while end < sentence.count, end - index < 12, sentence.kind(end) != .punctuation { end += 1 }
        return sentence.span(index..<end)
      }
      index += 1
    }
    return nil
  }

  private func isRemaining(_ range: Range<Int>) -> Bool {
    sentence.contains(
      ["have", "only", "just", "with", "has", "are", "there"], in: max(0, range.lowerBound - 4)..<range.lowerBound)
      || range.lowerBound == 0
  }

  private static let demands: Set<WordKey> = [
    "must", "need", "needs", "ship", "ships", "shipping", "launch", "launches", "deliver", "finish",
    "pass", "fix", "due",
    "deadline", "required", "want", "wants", "should", "ready", "done", "supposed", "expects", "expect",
    "complete",
    "demo", "decide", "answer", "live",
  ]
  private static let wishes: Set<WordKey> = ["want", "wants", "should", "hope", "wish"]
  private static let reports: Set<WordKey> = [
    "was", "were", "had", "did", "made", "took", "went", "left", "came", "grew", "fell", "rose", "lost", "wrote",
    "sold",
    "built", "got", "began", "ran", "cut", "met", "gone",
  ]
  private static let coming: Set<WordKey> = [
    "starts", "start", "begins", "begin", "opens", "ships", "launches", "expires", "ends", "closes", "due", "gets",
    "happens", "arrives", "goes", "meets", "starting", "comes", "renewal", "runs", "expire", "run", "end", "close",
    "meet",
    "decides", "votes", "inspects", "visits", "retires", "leaves", "return", "returns", "begins",
  ]
  private static let weekdays: Set<WordKey> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "easter", "thanksgiving",
    "midnight", "noon", "eod", "eow",
  ]
  private static let quarters: Set<WordKey> = ["q1", "q2", "q3", "q4", "h1", "h2"]
  private static let events: Set<WordKey> = Set(
    [
      "season", "launch", "release", "audit", "election", "tender", "licitación", "inspection", "renewal", "conference",
      "holiday", "holidays", "term", "semester", "year", "vote", "hearing", "exam", "exams", "opening", "migration",
      "demo", "meeting", "winter", "summer", "round", "funding", "ipo", "merger", "deadline", "summit", "match",
    ].map { Tokeniser.stem(of: Array($0.utf8)) })
}
