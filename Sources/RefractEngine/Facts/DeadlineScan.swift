/// Finds the demands with a date in one sentence.
///
/// A date binds by its preposition and by what it hangs on: "by", "no later than" bind nearly always; "before" and
/// "until" with a demand or a question; "on", "in", "at" where an event or a decision stands before them. What a past
/// verb tells is a report.
struct DeadlineScan {
  let sentence: SentenceTokens
  let times: [Quantity]
  private let statements: [Statement]
  private let base: Int
  private var found: [Deadline] = []

  init(_ sentence: SentenceTokens, _ times: [Quantity], _ reading: Reading) {
    self.sentence = sentence
    self.times = times
    statements = reading.statements[safe: sentence.index] ?? []
    base = reading.document.sentences[safe: sentence.index]?.tokens.lowerBound ?? 0
  }

  func run() -> [Deadline] {
    var scan = self
    for time in times where (time.unit.seconds ?? 0) >= 3600 && time.per == nil { scan.readPeriod(time) }
    var index = 0
    while index < sentence.count {
      index = scan.readDate(at: index) ?? index + 1
    }
    return scan.found.sorted { $0.span < $1.span }
  }

  private mutating func add(_ range: Range<Int>, _ days: Double?, isHard: Bool) {
    let span = sentence.span(range)
    if found.contains(where: { $0.span.overlaps(span) }) { return }
    found.append(Deadline(span: span, workingDays: days, isHard: isHard, event: loss(behind: range)))
  }

  // MARK: Periods: "in 2 weeks", "10 days left", "a 12-week window"

  private mutating func readPeriod(_ time: Quantity) {
    let range = sentence.range(of: time.span)
    let before = sentence.key(range.lowerBound - 1)
    let after = sentence.key(range.upperBound)
    let clause = sentence.clause(at: range.lowerBound)
    let days = sentence.contains(["working", "business"], in: range) ? time.value : TimeReader.workingDays(time)
    if ["in", "within", "next"].contains(before) {
      readComing(range, days)
    } else if after == "remaining" || after == "left" && isRemaining(range) {
      add(range.lowerBound..<(range.upperBound + 1), days, isHard: true)
    } else if ["window", "deadline", "limit", "runway"].contains(after) {
      add(range.lowerBound..<(range.upperBound + 1), days, isHard: true)
    } else if after == "of", ["runway", "cash"].contains(sentence.key(range.upperBound + 1)) {
      add(range.lowerBound..<(range.upperBound + 2), days, isHard: true)
    } else if after == "to", before == "have", !isHistory(range.lowerBound, in: clause) {
      add((range.lowerBound - 1)..<range.upperBound, days, isHard: true)
    } else if after == "to", sentence.key(range.upperBound + 1) == "go" {
      add(range.lowerBound..<(range.upperBound + 2), days, isHard: true)
    } else if after == "away" || after == "off", ["is", "are", "only", "just"].contains(before),
      let nouns = sentence.nounsBefore(range.lowerBound - 1), isEvent(nouns)
    {
      add(nouns.lowerBound..<(range.upperBound + 1), days, isHard: true)
    } else if after == "before", time.comparator != .equal {
      // "orders come less than 48 hours before the hearing": how early something comes.
      return
    } else if ["until", "till", "before"].contains(after), let end = pointEnd(at: range.upperBound + 1),
      !isHistory(range.lowerBound, in: clause)
    {
      add(range.lowerBound..<end, days, isHard: true)
    }
  }

  private mutating func readComing(_ range: Range<Int>, _ days: Double?) {
    let clause = sentence.clause(at: range.lowerBound)
    // "promised in 2021 to do it within two years" counts from then.
    guard !isHistory(range.lowerBound, in: clause), !isPast(at: range.lowerBound) else { return }
    let demand = demand(before: range.lowerBound, in: clause)
    let isFirst = range.lowerBound == 1 || ["?", "!", "."].contains(sentence.key(range.lowerBound - 2))
    let isLead = isFirst && sentence.key(range.lowerBound - 1) == "in" && !isPast(at: 1)
    guard demand != nil || loss(behind: range) != nil || startPosition(range) != nil || isLead else { return }
    let start = demand ?? startPosition(range) ?? (range.lowerBound - 1)
    add(start..<range.upperBound, days, isHard: !isWish(start, in: clause))
  }

  /// "the season starts in 8 weeks", "the exams are in five months".
  private func startPosition(_ range: Range<Int>) -> Int? {
    let clause = sentence.clause(at: range.lowerBound)
    let link = range.lowerBound - 2
    if clause.contains(link), ["is", "are"].contains(sentence.key(link)), sentence.key(link + 1) == "in",
      let nouns = sentence.nounsBefore(link)
    {
      return nouns.lowerBound
    }
    for index in stride(from: range.lowerBound - 2, through: max(clause.lowerBound, range.lowerBound - 6), by: -1)
    where DeadlineWords.coming.contains(sentence.key(index)) {
      return sentence.nounsBefore(index)?.lowerBound ?? index
    }
    return nil
  }

  private func isRemaining(_ range: Range<Int>) -> Bool {
    sentence.contains(
      ["have", "only", "just", "with", "has", "are", "there"], in: max(0, range.lowerBound - 4)..<range.lowerBound)
      || range.lowerBound == 0
  }

  // MARK: Dates and events

  /// The place behind the deadline that starts at a token.
  private mutating func readDate(at index: Int) -> Int? {
    let key = sentence.key(index)
    let clause = sentence.clause(at: index)
    guard !isHistory(index, in: clause), !isHabit(index) else { return nil }
    switch key {
    case "by": return readBy(index, clause)
    case "later", "latest":
      guard let (start, point) = bound(index) else { return nil }
      return close(start, point, index, clause)
    case "before", "until", "till": return readBefore(index, clause)
    case "on", "in", "at": return readOn(index, clause)
    case "for":
      guard let point = point(at: index + 1), point.kind != .clock, isAwaited(index, clause) else { return nil }
      return close(index, point, index, clause)
    case "from":
      guard let date = DatePhrase.read(sentence, at: index + 1), date.kind != .clock,
        sentence.contains(DeadlineWords.closings, in: max(clause.lowerBound, index - 4)..<index)
      else { return nil }
      return close(index, date, index, clause)
    default: return readBare(index, clause)
    }
  }

  private mutating func close(_ start: Int, _ point: DatePhrase, _ index: Int, _ clause: Range<Int>) -> Int {
    let demand = demand(before: index, in: clause)
    let first = min(start, max(demand ?? start, index - 8))
    add(first..<point.end, point.days, isHard: !isWish(first, in: clause))
    return point.end
  }

  private mutating func readBy(_ index: Int, _ clause: Range<Int>) -> Int? {
    guard let point = point(at: index + 1), isAsked(index, clause) || !isSupposed(index, clause) else { return nil }
    if point.kind == .weekday || point.kind == .clock {
      let isBare = statements.isEmpty && !sentence.contains([":"], in: 0..<index)
      guard isBare || isAsked(index, clause) || modal(at: index) != nil else { return nil }
    }
    return close(index, point, index, clause)
  }

  /// "no later than", "at the latest by".
  private func bound(_ index: Int) -> (Int, DatePhrase)? {
    let isNo = ["no", "not"].contains(sentence.key(index - 1)) && sentence.key(index) == "later"
    guard isNo, sentence.key(index + 1) == "than", let point = point(at: index + 2) else { return nil }
    return (index - 1, point)
  }

  private mutating func readBefore(_ index: Int, _ clause: Range<Int>) -> Int? {
    guard let point = point(at: index + 1) ?? nextPoint(at: index + 1) else { return nil }
    let isDenied = (max(clause.lowerBound, index - 10)..<index).contains {
      WordLists.negations.contains(sentence.key($0)) && sentence.key($0) != "without"
    }
    if sentence.key(index) != "before" {
      guard point.kind != .clock, !isDenied, isHeld(index, clause) else { return nil }
      return close(index, point, index, clause)
    }
    let isFragment = index == 0 && !sentence.isWord(point.end) && statements.isEmpty
    guard !isDenied, point.kind != .clock || isAsked(index, clause), isFragment || isAsked(index, clause) else {
      return nil
    }
    return close(index, point, index, clause)
  }

  /// "we have until Friday", "the room is ours until May", "the lease runs until 2027".
  private func isHeld(_ index: Int, _ clause: Range<Int>) -> Bool {
    let near = max(clause.lowerBound, index - 3)..<index
    if sentence.contains(["have", "has", "gave", "given", "ours", "mine", "theirs"], in: near) { return true }
    return (max(clause.lowerBound, index - 6)..<index).contains {
      DeadlineWords.holders.contains(sentence.key($0))
    }
  }

  private mutating func readOn(_ index: Int, _ clause: Range<Int>) -> Int? {
    if sentence.key(index) == "at" {
      // "decision at the council meeting on 20 May", "at renewal in November".
      if let edge = DatePhrase.read(sentence, at: index + 1), edge.kind == .period, isComing(index, edge.kind, clause) {
        return close(index, edge, index, clause)
      }
      guard let end = eventEnd(at: index + 1), let point = dated(end), point.end > end else { return nil }
      return close(index, point, index, clause)
    }
    guard let date = DatePhrase.read(sentence, at: index + 1), date.kind != .clock else { return nil }
    let before = max(clause.lowerBound, index - 4)..<index
    if let event = before.last(where: { isOccasion($0) && $0 + 2 >= index }) {
      let start = sentence.nounsBefore(event + 1)?.lowerBound ?? event
      return close(max(start, clause.lowerBound), date, index, clause)
    }
    let isEventful = ["is", "are"].contains(sentence.key(index - 1)) && date.kind != .weekday
    let isFinal =
      sentence.key(date.end) == "," && sentence.key(date.end + 1) == "not" && sentence.key(date.end + 2) == "later"
    if isComing(index, date.kind, clause) || isEventful || isFinal { return close(index, date, index, clause) }
    guard date.kind == .day, isAsked(index, clause) else { return nil }
    return close(index, date, index, clause)
  }

  /// "expires on", "runs out at", "come back in".
  private func isComing(_ index: Int, _ kind: DatePhrase.Kind, _ clause: Range<Int>) -> Bool {
    let isParticle = ["out", "back", "up", "again"].contains(sentence.key(index - 1))
    return (max(clause.lowerBound, index - (isParticle ? 3 : 2))..<index).contains {
      DeadlineWords.coming.contains(sentence.key($0))
        && (kind == .day || isParticle || !DeadlineWords.arrivals.contains(sentence.key($0)))
    }
  }

  /// Without a preposition: "due Friday", "board meeting is thursday", "deadline: 31 October", "tomorrow".
  private mutating func readBare(_ index: Int, _ clause: Range<Int>) -> Int? {
    guard let date = DatePhrase.read(sentence, at: index), date.kind != .clock else { return nil }
    let before = sentence.key(index - 1)
    if ["in", "on", "since", "after", "from", "last", "of", "until", "and", "to", "than"].contains(before) {
      return nil
    }
    let isComing = sentence.contains(DeadlineWords.coming, in: max(clause.lowerBound, index - 10)..<index)
    let isNear = date.days != nil && sentence.key(index) != "today" && sentence.key(index) != "the"
    if isNear, isComing || isAsked(index, clause) { return close(index, date, index, clause) }
    let link = ["is", "are", ":", "=", "-", "–"].contains(before) ? index - 2 : index - 1
    let isOccasioned = link >= 0 && isOccasion(link) && (link == index - 2 || before == "due" || before == "deadline")
    let isThis = sentence.key(index) == "this" && date.kind == .period && demand(before: index, in: clause) != nil
    let isDirect = DeadlineWords.coming.contains(before) && date.kind != .period
    if before == "due" || isOccasioned || isThis || isDirect { return close(index, date, index, clause) }
    // "Petra and Jonas, next Tuesday."
    let isNext = ["next", "this", "tomorrow"].contains(sentence.key(index))
    let isFragment =
      statements.isEmpty && index > 0 && before == "," && !sentence.isWord(date.end) && sentence.count <= 12
    return isNext && isFragment ? close(index, date, index, clause) : nil
  }

  /// "wants a report for the meeting", "ready for the 15th".
  private func isAwaited(_ index: Int, _ clause: Range<Int>) -> Bool {
    sentence.contains(DeadlineWords.awaiting, in: max(clause.lowerBound, index - 6)..<index)
  }

  // MARK: Points in time

  /// A date, or an event with or without its date.
  private func point(at start: Int) -> DatePhrase? {
    if let date = DatePhrase.read(sentence, at: start) {
      // "Thursday's meeting", "the summer recess", "the year".
      let isEvent = DeadlineWords.events.contains(sentence.key(date.end)) && sentence.isWord(date.end)
      return isEvent ? dated(date.end + 1) : date
    }
    return eventEnd(at: start).flatMap(dated)
  }

  private func pointEnd(at start: Int) -> Int? { point(at: start)?.end }

  /// "the next count above the limit": whatever comes next is a point in time.
  private func nextPoint(at start: Int) -> DatePhrase? {
    guard ["the", "our", "my", "their"].contains(sentence.key(start)), sentence.key(start + 1) == "next",
      sentence.isWord(start + 2)
    else { return nil }
    var end = start + 3
    if ["above", "of", "for", "in", "with", "at", "below"].contains(sentence.key(end)) {
      while end < start + 7, sentence.isWord(end) { end += 1 }
    }
    return DatePhrase(end: end, days: nil, kind: .day)
  }

  /// The event with "on 4 February", "in November" behind it.
  private func dated(_ end: Int) -> DatePhrase? {
    // "the new season opens on 14 September"
    let isOpening = DeadlineWords.coming.contains(sentence.key(end)) && ["on", "in"].contains(sentence.key(end + 1))
    if isOpening, let date = DatePhrase.read(sentence, at: end + 2) { return date }
    if ["on", "in", "at"].contains(sentence.key(end)), let date = DatePhrase.read(sentence, at: end + 1) {
      return DatePhrase(end: date.end, days: date.days, kind: .day)
    }
    return DatePhrase(end: end, days: nil, kind: .day)
  }

  /// "the renewal season", "my holiday", "go-live": an event in up to four words, with what names it.
  private func eventEnd(at start: Int) -> Int? {
    var index = start
    let isNamed = WordLists.possessives.contains(sentence.key(start)) || ["the", "next"].contains(sentence.key(start))
    if isNamed { index += 1 }
    var last: Int?
    while index < start + 6, sentence.isWord(index), !NounRun.stops.contains(sentence.key(index)) {
      if DeadlineWords.events.contains(sentence.key(index)) { last = index }
      index += 1
      if !isNamed, last == nil, !sentence.string(index - 1).hasSuffix("'s") { break }
    }
    guard let last else { return nil }
    // "by the year", "for years": a mere period is no event.
    let isPeriod = ["year", "years", "term", "terms", "semester", "season", "seasons"].contains(sentence.key(last))
    if isPeriod, last <= start + 1 { return nil }
    return last + 1
  }

  private func isOccasion(_ index: Int) -> Bool {
    DeadlineWords.events.contains(sentence.key(index)) || DeadlineWords.decisions.contains(sentence.key(index))
  }

  private func isEvent(_ range: Range<Int>) -> Bool {
    range.contains { DeadlineWords.events.contains(sentence.key($0)) }
  }

  // MARK: What it hangs on

  /// "I'd be at it again by spring": what might be.
  private func isSupposed(_ index: Int, _ clause: Range<Int>) -> Bool {
    (max(clause.lowerBound, index - 12)..<index).contains {
      ClauseMood.maybe.contains(sentence.key($0))
        || ["i'd", "we'd", "they'd", "he'd", "she'd"].contains(sentence.key($0))
    }
  }

  /// First word of the demand left of a date: "must ship".
  private func demand(before position: Int, in clause: Range<Int>) -> Int? {
    var first: Int?
    var index = position - 1
    while index >= max(clause.lowerBound, position - 12) {
      if DeadlineWords.demands.contains(sentence.key(index)) { first = index }
      if sentence.key(index) == "to", ["have", "has", "is", "are"].contains(sentence.key(index - 1)) {
        first = index - 1
      }
      index -= 1
    }
    return first
  }

  /// A demand, or a question that the sentence asks.
  private func isAsked(_ index: Int, _ clause: Range<Int>) -> Bool {
    demand(before: index, in: clause) != nil || sentence.key(sentence.count - 1) == "?"
      || orders(before: index, in: clause)
  }

  private func orders(before index: Int, in clause: Range<Int>) -> Bool {
    (max(clause.lowerBound, index - 10)..<index).contains {
      DeadlineWords.orders.contains(sentence.key($0))
        && (sentence.contains(["to"], in: $0..<index) || ["gave", "given"].contains(sentence.key($0)))
    }
  }

  /// The statement whose verb stands last before a place; the first one if none does.
  private func statement(at index: Int) -> Statement? {
    statements.last { $0.main < base + index } ?? statements.first
  }

  private func modal(at index: Int) -> WordKey? { statement(at: index)?.modal }

  private func isPast(at index: Int) -> Bool {
    guard let statement = statement(at: index), statement.modal == nil else { return false }
    return statement.tense == .past || statement.tense == .perfect
  }

  /// "fixed in 2 weeks", "by May the shortage was the same": reports.
  private func isHistory(_ position: Int, in clause: Range<Int>) -> Bool {
    if orders(before: position, in: clause) { return false }
    let range = max(clause.lowerBound, position - 10)..<position
    if let demand = demand(before: position, in: clause) {
      let isTold = statement(at: position).map { $0.main - base > demand } ?? false
      let isBeing = sentence.contains(["was", "were"], in: range)
      return isPast(at: position) && (isTold || isBeing)
    }
    if isPast(at: position) { return true }
    // "By the end of the year half of them had left."
    if position == 0, sentence.contains(DeadlineWords.reports, in: 0..<min(sentence.count, 14)) { return true }
    return range.contains { index in
      DeadlineWords.reports.contains(sentence.key(index))
        || sentence.isWord(index) && sentence.raw(index).count > 4
          && sentence.raw(index).suffix(2).elementsEqual("ed".utf8)
          && !sentence.contains(["be", "is", "are"], in: max(0, index - 2)..<index)
    }
  }

  private func isHabit(_ index: Int) -> Bool {
    sentence.contains(DeadlineWords.habits, in: max(0, index - 8)..<min(sentence.count, index + 6))
  }

  private func isWish(_ start: Int, in clause: Range<Int>) -> Bool {
    DeadlineWords.wishes.contains(sentence.key(start))
      || sentence.contains(
        ["ideally", "hopefully"], in: clause.lowerBound..<max(clause.lowerBound, min(start + 8, clause.upperBound)))
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
}
