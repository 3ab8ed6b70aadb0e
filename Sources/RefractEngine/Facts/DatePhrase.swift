/// A date, period or feast as people write it: "3 March 2026", "the 28th", "next Tuesday", "end of Q3", "week 10".
struct DatePhrase {
  enum Kind: Sendable { case day, weekday, period, clock }

  /// First token behind it.
  var end: Int
  /// Working days from now, where the words tell.
  var days: Double?
  var kind: Kind

  /// The phrase that starts at a token.
  static func read(_ sentence: SentenceTokens, at start: Int) -> DatePhrase? {
    var index = start
    var leads: [WordKey] = []
    while index - start < 4, Self.leads.contains(sentence.key(index)) {
      leads.append(sentence.key(index))
      index += 1
    }
    if let inner = edge(sentence, index) ?? relative(sentence, index) ?? calendar(sentence, index, leads) {
      return inner
    }
    return period(sentence, index, leads) ?? clock(sentence, index)
  }

  /// Days of the first phrase in a line that tells them.
  static func firstDays(_ sentence: SentenceTokens) -> Double? {
    for index in 0..<min(sentence.count, 12) {
      if let days = read(sentence, at: index)?.days { return days }
    }
    return nil
  }

  /// "end of the week", "start of term", "middle of May".
  private static func edge(_ sentence: SentenceTokens, _ index: Int) -> DatePhrase? {
    let key = sentence.key(index)
    if let days = edges[key] { return DatePhrase(end: index + 1, days: days, kind: .period) }
    guard ["end", "start", "beginning", "middle", "close"].contains(key), sentence.key(index + 1) == "of" else {
      return nil
    }
    var next = index + 2
    var isNext = false
    while ["the", "this", "next", "our", "his", "her", "their"].contains(sentence.key(next)) {
      isNext = isNext || sentence.key(next) == "next"
      next += 1
    }
    // "the end of year three" is no date.
    if isNumbered(sentence, next) { return nil }
    switch sentence.key(next) {
    case "week": return DatePhrase(end: next + 1, days: key == "end" ? (isNext ? 10 : 5) : nil, kind: .period)
    case "day", "business", "play":
      return DatePhrase(end: next + (sentence.key(next) == "day" ? 1 : 1), days: 1, kind: .period)
    default: break
    }
    if periods.contains(sentence.key(next)) { return DatePhrase(end: next + 1, days: nil, kind: .period) }
    guard let inner = calendar(sentence, next, []) ?? period(sentence, next, ["the"]) else { return nil }
    return DatePhrase(end: inner.end, days: nil, kind: .period)
  }

  private static func isNumbered(_ sentence: SentenceTokens, _ index: Int) -> Bool {
    ["year", "week", "day"].contains(sentence.key(index))
      && (sentence.isNumber(index + 1) || NumberWords.small[sentence.key(index + 1)] != nil)
      && sentence.raw(index + 1).count < 4 || NumberWords.small[sentence.key(index + 1)] != nil
  }

  private static func relative(_ sentence: SentenceTokens, _ index: Int) -> DatePhrase? {
    switch sentence.key(index) {
    case "tomorrow":
      let isLonger = ["morning", "evening", "noon", "night", "afternoon"].contains(sentence.key(index + 1))
      return DatePhrase(end: index + (isLonger ? 2 : 1), days: 1, kind: .day)
    case "tonight", "today", "eod", "cob": return DatePhrase(end: index + 1, days: 1, kind: .day)
    default: return nil
    }
  }

  // MARK: Days of the calendar

  private static func calendar(_ sentence: SentenceTokens, _ index: Int, _ leads: [WordKey]) -> DatePhrase? {
    let key = sentence.key(index)
    if weekdays.contains(key) { return DatePhrase(end: timeEnd(sentence, index + 1), days: nil, kind: .weekday) }
    if feasts.contains(key) { return DatePhrase(end: feastEnd(sentence, index + 1), days: nil, kind: .day) }
    if ["bank", "public", "school"].contains(key), ["holiday", "holidays"].contains(sentence.key(index + 1)) {
      return DatePhrase(end: index + 2, days: nil, kind: .day)
    }
    if key == "black" && sentence.key(index + 1) == "friday"
      || key == "new" && ["year", "year's"].contains(sentence.key(index + 1))
        && leads.isEmpty
    {
      return DatePhrase(end: index + 2, days: nil, kind: .day)
    }
    if isMonth(sentence, index, leads) { return month(sentence, index) }
    if key == "first", sentence.key(index + 1) == "of", NumberWords.months.contains(sentence.key(index + 2)) {
      return DatePhrase(end: index + 3, days: nil, kind: .day)
    }
    return sentence.isNumber(index) ? numeral(sentence, index, leads) : nil
  }

  private static func isMonth(_ sentence: SentenceTokens, _ index: Int, _ leads: [WordKey]) -> Bool {
    let key = sentence.key(index)
    guard NumberWords.months.contains(key) else { return false }
    return !["may", "march", "mar", "jun", "dec"].contains(key) || sentence.isCapitalised(index)
      || sentence.isNumber(index + 1) || sentence.isNumber(index - 1)
      || ["by", "in", "until", "till", "before", "of"].contains(sentence.key(index - 1)) || !leads.isEmpty
  }

  /// "March", "March 3", "Nov 14th, 2026".
  private static func month(_ sentence: SentenceTokens, _ index: Int) -> DatePhrase {
    var end = index + 1
    while end < index + 5, end < sentence.count {
      let isOrdinal = sentence.isGlued(end) && NumberWords.ordinalEndings.contains(sentence.key(end))
      let isYear = sentence.key(end) == "," && sentence.isNumber(end + 1) && sentence.raw(end + 1).count == 4
      guard sentence.isNumber(end) && sentence.raw(end).count <= 4 || isOrdinal || isYear else { break }
      end += 1
    }
    return DatePhrase(end: end, days: nil, kind: end > index + 1 && sentence.raw(index + 1).count < 3 ? .day : .period)
  }

  /// "3 March 2026", "the 28th", "1st of November", "2026-12-01", "2027".
  private static func numeral(_ sentence: SentenceTokens, _ index: Int, _ leads: [WordKey]) -> DatePhrase? {
    let isOrdinal = sentence.isGlued(index + 1) && NumberWords.ordinalEndings.contains(sentence.key(index + 1))
    var next = isOrdinal ? index + 2 : index + 1
    if isOrdinal, sentence.key(next) == "of" {
      if sentence.key(next + 1) == "the", sentence.key(next + 2) == "month" {
        let isAfter = sentence.key(next + 3) == "after" && sentence.key(next + 4) == "next"
        return DatePhrase(end: next + (isAfter ? 5 : 3), days: nil, kind: .day)
      }
      if NumberWords.months.contains(sentence.key(next + 1)) { next += 1 }
    }
    if NumberWords.months.contains(sentence.key(next)), sentence.raw(index).count <= 2 {
      let hasYear = sentence.isNumber(next + 1) && sentence.raw(next + 1).count == 4
      return DatePhrase(end: hasYear ? next + 2 : timeEnd(sentence, next + 1), days: nil, kind: .day)
    }
    if isOrdinal {
      let isDay = leads.contains("the") && !sentence.isWord(next)
      return isDay ? DatePhrase(end: next, days: nil, kind: .day) : nil
    }
    if sentence.key(index + 1) == "-", sentence.isNumber(index + 2), sentence.isGlued(index + 2),
      sentence.raw(index).count == 4
    {
      return DatePhrase(end: sentence.isNumber(index + 4) ? index + 5 : index + 3, days: nil, kind: .day)
    }
    let raw = sentence.raw(index)
    let isYear = raw.count == 4 && raw.starts(with: "20".utf8) && !sentence.isWord(index + 1)
    return isYear ? DatePhrase(end: index + 1, days: nil, kind: .period) : nil
  }

  private static func feastEnd(_ sentence: SentenceTokens, _ index: Int) -> Int {
    ["eve", "day", "holidays", "sales"].contains(sentence.key(index)) ? index + 1 : index
  }

  // MARK: Periods and times of day

  private static func period(_ sentence: SentenceTokens, _ index: Int, _ leads: [WordKey]) -> DatePhrase? {
    let key = sentence.key(index)
    if midMonths.contains(key) { return DatePhrase(end: index + 1, days: nil, kind: .period) }
    if quarters.contains(key) {
      return DatePhrase(end: sentence.isNumber(index + 1) ? index + 2 : index + 1, days: nil, kind: .period)
    }
    if numbered.contains(key), sentence.isNumber(index + 1) || NumberWords.small[sentence.key(index + 1)] != nil,
      !sentence.isWord(index + 2) || NounRun.stops.contains(sentence.key(index + 2))
    {
      return DatePhrase(end: index + 2, days: nil, kind: .period)
    }
    if seasons.contains(key) { return DatePhrase(end: index + 1, days: nil, kind: .period) }
    // "next", "this" make a date of any period; "the" alone does not ("paid by the hour").
    guard periods.contains(key), leads.contains(where: { $0 != "the" }) else { return nil }
    let isAfter = sentence.key(index + 1) == "after" && sentence.key(index + 2) == "next"
    let days: Double? = key == "week" && leads.contains("next") ? 5 : nil
    return DatePhrase(end: index + (isAfter ? 3 : 1), days: days, kind: .period)
  }

  private static func clock(_ sentence: SentenceTokens, _ index: Int) -> DatePhrase? {
    if ["noon", "midnight", "dusk", "dawn"].contains(sentence.key(index)) {
      return DatePhrase(end: index + 1, days: nil, kind: .clock)
    }
    let end = timeEnd(sentence, index)
    return end > index && sentence.isNumber(index) ? DatePhrase(end: end, days: nil, kind: .clock) : nil
  }

  /// "18:00", "at 9 am", "morning" behind a day.
  private static func timeEnd(_ sentence: SentenceTokens, _ start: Int) -> Int {
    var index = start
    if ["morning", "afternoon", "evening", "night", "noon"].contains(sentence.key(index)) { return index + 1 }
    if sentence.key(index) == "at" { index += 1 }
    guard sentence.isNumber(index), sentence.raw(index).count <= 2 else { return start }
    if sentence.key(index + 1) == ":", sentence.isGlued(index + 1), sentence.isNumber(index + 2) {
      return ["am", "pm"].contains(sentence.key(index + 3)) ? index + 4 : index + 3
    }
    return ["am", "pm", "a.m", "p.m", "o'clock"].contains(sentence.key(index + 1)) ? index + 2 : start
  }

  private static let leads: Set<WordKey> = [
    "the", "mid", "early", "late", "this", "next", "coming", "around", "-", "about", "latest", "last",
  ]
  private static let edges: [WordKey: Double?] = ["eow": 5, "year-end": nil, "month-end": nil, "quarter-end": nil]
  static let weekdays: Set<WordKey> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
  ]
  private static let feasts: Set<WordKey> = [
    "christmas", "xmas", "easter", "thanksgiving", "michaelmas", "whitsun", "pentecost", "midsummer", "ramadan", "eid",
    "diwali", "hanukkah", "lent", "carnival", "halloween", "advent", "passover", "juneteenth",
  ]
  private static let quarters: Set<WordKey> = ["q1", "q2", "q3", "q4", "h1", "h2"]
  private static let midMonths: Set<WordKey> = Set(
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december", "summer", "winter", "autumn",
    ].flatMap { ["mid-\($0)", "late-\($0)", "early-\($0)"] }.map { WordKey($0) })
  private static let seasons: Set<WordKey> = ["spring", "summer", "autumn", "winter"]
  private static let periods: Set<WordKey> = [
    "week", "month", "quarter", "year", "term", "semester", "season", "sprint", "weekend", "fall", "financial",
    "school",
    "summer", "winter", "spring", "autumn", "winter", "session", "lesson", "shift",
  ]
  private static let numbered: Set<WordKey> = [
    "week", "season", "sprint", "day", "term", "semester", "round", "stage", "phase", "milestone", "cw", "kw",
  ]
}
