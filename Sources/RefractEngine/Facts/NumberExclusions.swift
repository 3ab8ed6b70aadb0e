/// Digits that are no amounts: versions, dates, times of day, labels, telephone numbers, names.
struct NumberExclusions {
  let sentence: SentenceTokens
  let parser: NumberParser

  /// The first token behind a run of digits at a place if that run is no quantity; nil if it may be one.
  func end(at position: Int) -> Int? {
    if let end = compoundEnd(at: position) { return end }
    if let end = gluedEnd(at: position) { return end }
    if isOrdinal(position) { return position + 2 }
    if isDate(position) || isLabel(position) || isName(position) || isNumberedName(position) { return position + 1 }
    return nil
  }

  /// The token behind a spelled number that is part of a name: "season five", "day two".
  func nameEnd(at position: Int) -> Int? {
    guard let value = NumberWords.small[sentence.key(position)], value <= 12, isNumberedName(position) else {
      return nil
    }
    return position + 1
  }

  /// "crane 2", "on lot 5": a small number right behind what carries numbers, and nothing counted behind it.
  private func isNumberedName(_ position: Int) -> Bool {
    guard Self.numberedNames.contains(sentence.key(position - 1)), !sentence.isGlued(position),
      !["a", "per", "each", "every", "last", "this", "that", "one", "another"].contains(sentence.key(position - 2)),
      !UnitWords.isUnit(sentence, position + 1), sentence.kind(position + 1) != .symbol,
      !["to", "or", "more", "times"].contains(sentence.key(position + 1))
    else { return false }
    let isNounBehind =
      sentence.isWord(position + 1) && NounRun.isPlural(sentence, position + 1)
      && Verbs.entry(sentence.key(position + 1))?.form != .third
    return !isNounBehind && sentence.raw(position).count <= 6
  }

  private static let numberedNames: Set<WordKey> = WordBook.words("numbered_names")

  /// Dates (`2018-11-19`), telephone numbers, `24/7`, fractions such as `1/255`, times of day.
  private func compoundEnd(at position: Int) -> Int? {
    var groups = 1
    var next = position
    while isJoined(next, by: ["-", "/", ":"]) || isJoined(next, by: ["–"]) {
      next += 2
      groups += 1
      if groups > 6 { break }
    }
    if groups >= 3 { return sentence.key(position + 1) == ":" || isHundred(position, groups) ? nil : next + 1 }
    if groups == 2 {
      let mark = sentence.key(position + 1)
      if mark == "/" || mark == ":" { return next + 1 }
      if mark == "-" || mark == "–" {
        // 123-4567 is a telephone number, 2019-20 a span of years.
        let left = sentence.raw(position)
        let right = sentence.raw(next)
        if left.count == 3, right.count == 4, !left.contains(UInt8(ascii: ".")) { return next + 1 }
        if isYear(position), right.count == 2 || isYear(next) { return next + 1 }
      }
    }
    return nil
  }

  /// `60/25/15`: shares of one whole.
  private func isHundred(_ position: Int, _ groups: Int) -> Bool {
    guard sentence.key(position + 1) == "/" else { return false }
    var sum = 0.0
    for index in 0..<groups { sum += parser.digits(at: position + 2 * index)?.value ?? 0 }
    return sum == 100
  }

  private func isJoined(_ position: Int, by marks: Set<WordKey>) -> Bool {
    marks.contains(sentence.key(position + 1)) && sentence.isGlued(position + 1) && sentence.isNumber(position + 2)
      && sentence.isGlued(position + 2)
  }

  /// A word or mark that touches the digits: `v2.1`, `#3`, `@2`, `covid-19`, `1e-3`, `4L`.
  private func gluedEnd(at position: Int) -> Int? {
    let before = sentence.key(position - 1)
    if before == "#" || before == "@" || before == "&" || before == "№" { return position + 1 }
    if sentence.isGlued(position) {
      if before == "." || before == "_" || before == "\\" || before == "," { return position + 1 }
      if before == "/", !isShareOfHundred(position) { return position + 1 }
      if before == "=" {
        return sentence.key(position - 2) == "n" ? nil : position + 1
      }
      if before == "-", sentence.isGlued(position - 1) {
        if sentence.isWord(position - 2) { return position + 1 }
        if sentence.isNumber(position - 2) { return position + 1 }
      }
      if before == ":", sentence.isGlued(position - 1), sentence.isNumber(position - 2) { return position + 1 }
      if sentence.isWord(position - 1), !UnitWords.currencyCodes.contains(before) { return position + 1 }
    }
    guard sentence.isWord(position + 1), sentence.isGlued(position + 1) else { return nil }
    let after = sentence.key(position + 1)
    if NumberWords.ordinalEndings.contains(after) { return nil }
    if isDecade(position) { return position + 2 }
    let raw = sentence.raw(position + 1)
    // Capitals glued behind digits are names (4L, 2FA, 3D, 5G) but for magnitudes and symbols of two letters.
    if raw.count == 1, let letter = raw.first, letter >= 65, letter <= 90 {
      return [UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "B"), UInt8(ascii: "X")].contains(letter)
        ? nil : position + 2
    }
    if UnitWords.apart[after] != nil || UnitWords.glued[after] != nil || UnitWords.other.contains(after)
      || NumberWords.suffixes[after] != nil || ["m", "b", "x", "am", "pm", "ish", "plus", "fold"].contains(after)
      || UnitWords.currencyCodes.contains(after)
    {
      if after == "am" || after == "pm" { return position + 2 }
      return nil
    }
    // `1e-3` goes on behind the letter.
    if after == "e", sentence.key(position + 2) == "-", sentence.isGlued(position + 2) { return position + 4 }
    return position + 2
  }

  private func isShareOfHundred(_ position: Int) -> Bool {
    var first = position
    var steps = 0
    while first >= 2, steps < 6, isJoined(first - 2, by: ["/"]) {
      first -= 2
      steps += 1
    }
    var groups = 1
    while groups < 7, isJoined(first + 2 * (groups - 1), by: ["/"]) { groups += 1 }
    return groups >= 3 && isHundred(first, groups)
  }

  /// "the 1990s", "high 90s".
  private func isDecade(_ position: Int) -> Bool {
    guard sentence.key(position + 1) == "s", let value = parser.digits(at: position)?.value else { return false }
    if value >= 1000 { return true }
    let before = sentence.key(position - 1)
    return Int(value) % 10 == 0 && ["high", "mid", "low", "late", "early", "the"].contains(before)
  }

  private func isOrdinal(_ position: Int) -> Bool {
    sentence.isGlued(position + 1) && NumberWords.ordinalEndings.contains(sentence.key(position + 1))
  }

  /// Four digits from 1900 to 2100 without a mark.
  func isYear(_ position: Int) -> Bool {
    let raw = sentence.raw(position)
    guard raw.count == 4, raw.allSatisfy({ $0.isASCIIDigit }) else { return false }
    guard let value = parser.digits(at: position)?.value else { return false }
    return value >= 1900 && value <= 2100
  }

  private func isMonth(_ position: Int) -> Bool {
    guard NumberWords.months.contains(sentence.key(position)) else { return false }
    let key = sentence.key(position)
    return key != "may" && key != "march" && key != "mar" && key != "jun" || sentence.isCapitalised(position)
      || ["by", "on", "until", "before", "since", "in"].contains(sentence.key(position - 1))
  }

  private func isDate(_ position: Int) -> Bool {
    if let value = parser.digits(at: position)?.value, value >= 1, value <= 31, value == value.rounded() {
      if isMonth(position - 1), !UnitWords.isUnit(sentence, position + 1) { return true }
      if isMonth(position + 1), !sentence.isGlued(position + 1) { return true }
      if ["o'clock", "am", "pm", "a.m", "p.m", "uhr"].contains(sentence.key(position + 1)) { return true }
    }
    guard isYear(position), !UnitWords.isUnit(sentence, position + 1),
      !UnitWords.currencySymbols.contains(sentence.key(position - 1))
    else { return false }
    if NumberWords.dateLeads.contains(sentence.key(position - 1)) { return true }
    if ["and", "to", "or", ",", "–", "-"].contains(sentence.key(position - 1)), position >= 2, isYear(position - 2) {
      return true
    }
    return !NounRun.isPlural(sentence, position + 1)
  }

  /// `Phase 2`, `page 3`, `(2)`.
  private func isLabel(_ position: Int) -> Bool {
    guard !UnitWords.isUnit(sentence, position + 1), sentence.kind(position + 1) != .symbol else { return false }
    let value = parser.digits(at: position)?.value
    // "Of 64 bursts last year 41 were on cast iron."
    let isPeriod = ["last", "this", "each", "every", "per", "past", "previous"].contains(sentence.key(position - 2))
    if NumberWords.labels.contains(sentence.key(position - 1)), !isPeriod, !isMeasureLabel(position) {
      // "schedule 600 m", "plan 1,200" give what is planned; "Schedule 2" is a name.
      let isPlan = sentence.key(position - 1) == "schedule" || sentence.key(position - 1) == "plan"
      return !isPlan || (value ?? 0) < 20
    }
    guard let value else { return true }
    return value < 10 && value == value.rounded() && sentence.key(position - 1) == "("
      && sentence.key(position + 1) == ")"
  }

  /// "no 5" is a label, "team 5 people" is not worth the risk; "a day 3 people" is one only with a plural behind.
  private func isMeasureLabel(_ position: Int) -> Bool {
    ["day", "week", "year", "month", "team", "plan", "class"].contains(sentence.key(position - 1))
      && NounRun.isPlural(sentence, position + 1)
  }

  /// `WCAG 2.0`, `ISO 27001`, `Windows 10`: digits behind a name in capitals.
  private func isName(_ position: Int) -> Bool {
    guard sentence.isWord(position - 1), sentence.isCapitalised(position - 1) else { return false }
    let before = sentence.key(position - 1)
    if NumberWords.measuredNames.contains(before) { return false }
    // "on a normal Tuesday 31 come": nobody is called so, and a verb follows.
    if DatePhrase.weekdays.contains(before), Verbs.entry(sentence.key(position + 1)) != nil { return false }
    if UnitWords.isUnit(sentence, position + 1) || sentence.kind(position + 1) == .symbol { return false }
    let raw = sentence.raw(position - 1)
    let capitals = raw.count { $0 >= 65 && $0 <= 90 }
    if capitals >= 2 && capitals == raw.count { return true }
    if position == 1 { return false }
    if sentence.raw(position).contains(UInt8(ascii: ",")) || NounRun.isPlural(sentence, position + 1) { return false }
    return ![".", ":", "\"", "“", "(", "!", "?"].contains(sentence.key(position - 2))
  }
}

extension UnitWords {
  /// True if a unit, a magnitude or a percent sign stands at a place.
  static func isUnit(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    let key = sentence.key(position)
    return key == "%" || apart[key] != nil || other.contains(key) || NumberWords.suffixes[key] != nil || key == "per"
      || currencySymbols.contains(key)
      || sentence.isGlued(position) && (glued[key] != nil || key == "m" || key == "x" || key == "b")
  }
}
