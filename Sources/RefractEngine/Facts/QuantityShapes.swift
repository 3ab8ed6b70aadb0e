/// Numbers of special shape, and units that are said once for several numbers.
extension SentenceQuantities {
  // MARK: Numbers of special shape

  /// `4:10 min`, `1:51` between other minutes.
  mutating func clock(at index: Int) -> Int? {
    guard sentence.key(index + 1) == ":", sentence.isGlued(index + 1), sentence.isNumber(index + 2),
      sentence.isGlued(index + 2), sentence.raw(index + 2).count == 2,
      let minutes = parser.digits(at: index)?.value, let seconds = NumberParser.twoDigits(sentence.raw(index + 2)),
      seconds < 60
    else { return nil }
    var next = index + 3
    let unit = UnitWords.apart[sentence.key(next)]
    let isTimeOfDay =
      ["at", "by", "until", "till", "from", "before", "after", "since"].contains(sentence.key(index - 1))
      || ["am", "pm", "o'clock"].contains(sentence.key(next))
    guard unit == .minute || unit == .hour || hasMinutes && !isTimeOfDay else { return nil }
    var value = minutes * 60 + seconds
    if sentence.key(next) == ":", sentence.isGlued(next), let rest = NumberParser.twoDigits(sentence.raw(next + 1)) {
      value = value * 60 + rest
      next += 2
    }
    let kind: Quantity.Unit = unit == .hour ? .minute : .second
    if unit != nil { next += 1 }
    append(Quantity(value: value, unit: kind, span: sentence.span(index..<next)), next: next, position: index)
    return next
  }

  /// "twice a week", "twice as many", "doubled".
  mutating func factor(at index: Int) -> Int? {
    let key = sentence.key(index)
    if key == "twice" || key == "thrice" {
      let value: Double = key == "twice" ? 2 : 3
      if let (per, next) = Periods.read(sentence, at: index + 1) {
        append(
          Quantity(value: value, unit: .count, per: per, isSpelledOut: true, span: sentence.span(index..<next)),
          next: next, position: index)
        return next
      }
      guard ["as", "the", "what", "its", "our"].contains(sentence.key(index + 1)) else { return nil }
      append(
        Quantity(value: value, unit: .ratio, isSpelledOut: true, span: sentence.span(index..<(index + 1))),
        next: index + 1, position: index)
      return index + 1
    }
    if let value = NumberWords.factors[key], sentence.key(index) != "double" || sentence.key(index + 1) == "the" {
      guard key != "doubling" else { return nil }
      append(
        Quantity(value: value, unit: .ratio, isSpelledOut: true, span: sentence.span(index..<(index + 1))),
        next: index + 1, position: index)
      return index + 1
    }
    return nil
  }

  /// "one of the large operators", "no one", "the new ones": words, not numbers.
  func isPronoun(_ form: NumberForm, at index: Int) -> Bool {
    guard form.value == 1, form.part == nil, sentence.key(index) == "one" else { return false }
    let before = sentence.key(index - 1)
    if ["no", "any", "some", "every", "each", "this", "that", "which", "the", "another"].contains(before) {
      return true
    }
    let next = sentence.key(form.next)
    if next == "in" || next == "of" || next == "out" { return whole(after: form, count: 1) == nil }
    if form.tail != nil { return false }
    if let unit = UnitWords.apart[next], unit.isTime, next != "second" {
      return next == "day" && !["in", "within", "only", "than", "takes", "took", "after"].contains(before)
    }
    return !["only", "just", "single", "than"].contains(before) && !NounRun.isPlural(sentence, form.next)
      || sentence.kind(form.next) != .word
  }

  /// The whole of "16 of 36", "one in fifteen", "six of the last ten".
  func whole(after form: NumberForm, count: Double) -> NumberForm? {
    var index = form.next
    let word = sentence.key(index)
    if word == "out" {
      guard sentence.key(index + 1) == "of" else { return nil }
      index += 2
    } else if word == "of" || word == "in" {
      index += 1
    } else {
      return nil
    }
    var steps = 0
    while steps < 3,
      [
        "the", "last", "our", "every", "those", "all", "these", "past", "some", "about", "a", "total", "of", "roughly",
        "their",
      ].contains(sentence.key(index))
    {
      if sentence.key(index) == "a", word == "in" { break }
      index += 1
      steps += 1
    }
    if sentence.isNumber(index), exclusions.end(at: index) != nil || exclusions.isYear(index) { return nil }
    guard var whole = parser.number(at: index), whole.part == nil, whole.tail == nil, whole.value >= count,
      whole.value > 1,
      whole.value == whole.value.rounded(), count == count.rounded()
    else { return nil }
    if let magnitude = NumberWords.suffixes[sentence.key(whole.next)], sentence.key(whole.next) != "mil" {
      whole.value *= magnitude
      whole.end = sentence.tokens[whole.next].end
      whole.next += 1
    }
    if UnitWords.currencySymbols.contains(sentence.key(index - 1)) { return nil }
    if sentence.key(whole.next) == "%" || sentence.key(whole.next) == "percent" { return nil }
    if word == "in" {
      let next = sentence.key(whole.next)
      guard whole.value <= 1000, steps == 0 || sentence.key(index - 1) == "every",
        UnitWords.apart[next]?.isTime != true, whole.value > count
      else { return nil }
    }
    return whole
  }

  // MARK: Lists

  /// "from 64 to 50 percent", "5, 8 and 12%": earlier numbers take the unit that stands once at the end.
  mutating func inheritUnits() {
    guard found.count > 1 else { return }
    for index in 1..<found.count
    where found[index].unit == .count && found[index].noun == nil && found[index].per == nil {
      let before = found[index - 1]
      guard before.unit == .percent || before.unit.isTime || isMoney(before.unit), before.upper == nil else { continue }
      let gap = sentence.position(of: before.span.end)..<sentence.position(of: found[index].span.start)
      guard gap.count == 1, ["to", "→", "->", "=>", "-->"].contains(sentence.key(gap.lowerBound)) else { continue }
      found[index].unit = before.unit
    }
    // "from 31 to 27 litres", "$0.42 to 0.19": any unit goes over "to" and arrows.
    for index in 1..<found.count
    where found[index - 1].unit == .count && found[index - 1].noun == nil && found[index - 1].per == nil {
      guard found[index].unit != .count, found[index].unit != .ratio else { continue }
      let gap = sentence.position(of: found[index - 1].span.end)..<sentence.position(of: found[index].span.start)
      guard gap.count == 1, ["to", "→", "->", "=>", "-->"].contains(sentence.key(gap.lowerBound)) else { continue }
      found[index - 1].unit = found[index].unit
    }
    spendings()
    wanted()
    var index = found.count - 1
    while index > 0 {
      let unit = found[index].unit
      guard unit == .percent || unit == .point || unit.isTime else {
        index -= 1
        continue
      }
      var first = index
      var hasWord = false
      while first > 0, found[first - 1].unit == .count, found[first - 1].noun == nil, found[first - 1].per == nil {
        let gap = sentence.position(of: found[first - 1].span.end)..<sentence.position(of: found[first].span.start)
        guard gap.count == 1 || gap.count == 2 else { break }
        let marks = gap.map { sentence.key($0) }
        let isWord = marks.contains { UnitPhrases.joins.contains($0) }
        guard isWord || marks == [","] else { break }
        hasWord = hasWord || isWord
        first -= 1
      }
      if first < index, hasWord || index - first >= 2 {
        for other in first..<index where isBetween(other) { found[other].unit = unit }
      }
      index = first < index ? first : index - 1
    }
  }

  private func isMoney(_ unit: Quantity.Unit) -> Bool {
    if case .money = unit { return true }
    return false
  }

  /// "we settled for 350 million dollars and promised to spend another 150 million": the currency is said once.
  private mutating func spendings() {
    guard let currency = found.first(where: { isMoney($0.unit) })?.unit else { return }
    for index in found.indices
    where found[index].unit == .count && found[index].noun == nil && found[index].value >= 1000 {
      let start = sentence.position(of: found[index].span.start)
      if sentence.contains(UnitPhrases.spending, in: max(0, start - 3)..<start) { found[index].unit = currency }
    }
  }

  /// "the wait is 9 weeks, we need 4", "11 hours (goal: 4)": the wanted value takes the unit of the present one.
  private mutating func wanted() {
    for index in found.indices.dropFirst()
    where found[index].unit == .count && found[index].noun == nil && found[index].per == nil {
      let before = found[index - 1]
      guard before.unit != .count, before.unit != .ratio, before.unit != .point else { continue }
      let start = sentence.position(of: found[index].span.start)
      let end = sentence.position(of: found[index].span.end - 1) + 1
      let isAtEnd = !sentence.isWord(end) || UnitPhrases.wantedTails.contains(sentence.key(end))
      guard isAtEnd, sentence.contains(UnitPhrases.wanted, in: max(0, start - 3)..<start) else { continue }
      found[index].unit = before.unit
      found[index].per = before.per
    }
  }

  private func isBetween(_ index: Int) -> Bool { !found[index].isSpelledOut || found[index].value > 1 }
}

extension NumberParser {
  /// Two digits behind a colon.
  static func twoDigits(_ raw: ArraySlice<UInt8>) -> Double? {
    guard raw.count == 2, raw.allSatisfy({ $0.isASCIIDigit }) else { return nil }
    return raw.reduce(0) { $0 * 10 + Double($1 - 48) }
  }
}
