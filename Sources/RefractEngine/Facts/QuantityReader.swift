/// Reads the amounts of a text, in reading order.
///
/// The pattern is `[comparator] [currency] number [magnitude] [– number] [+] [unit] [per period] [noun]`, read token by
/// token (compare S. Roy, T. Vieira, D. Roth, "Reasoning about Quantities in Natural Language", 2015). What looks like an
/// amount and is none (versions, dates, labels, names) is left out. Decisions worth knowing:
/// - A part of a whole ("two thirds", "16 of 36", "one in fifteen") is a percentage; ``WholeParts`` gives its numbers back.
/// - Minutes and seconds (`4:10 min`) are seconds. Without a unit they are read only where the sentence counts in
///   minutes or seconds elsewhere; otherwise they are times of day.
/// - A bare number of a metric takes the unit of its `unit` field, of its siblings, of its name, or of a figure in the
///   prose with the same value; otherwise it is a count.
package enum QuantityReader {
  package static func read(_ document: Document) -> [Quantity] {
    let sentences = document.lines
    let hasPoints = sentences.contains { sentence in
      sentence.tokens.contains { $0.kind == .number && isPoint(sentence.bytes[$0.start..<$0.end]) }
    }
    var result: [Quantity] = []
    for sentence in sentences {
      var reader = SentenceQuantities(sentence: sentence, hasDecimalPoints: hasPoints)
      reader.run()
      result += reader.found
    }
    MetricUnits.complete(&result, document)
    return result
  }

  /// `1.5` but not `1.500`, which may be a European thousand.
  private static func isPoint(_ raw: ArraySlice<UInt8>) -> Bool {
    guard raw.count < 24, let point = raw.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return raw.endIndex - point - 1 != 3
  }
}

/// The state of one pass over one sentence.
struct SentenceQuantities {
  let sentence: SentenceTokens
  let parser: NumberParser
  let exclusions: NumberExclusions
  let hasMinutes: Bool
  var found: [Quantity] = []
  /// First token that no earlier quantity owns.
  var floor = 0

  init(sentence: SentenceTokens, hasDecimalPoints: Bool) {
    self.sentence = sentence
    parser = NumberParser(sentence: sentence, hasDecimalPoints: hasDecimalPoints)
    exclusions = NumberExclusions(sentence: sentence, parser: parser)
    var hasMinutes = false
    for index in 1..<max(sentence.count, 2) where sentence.isNumber(index - 1) {
      switch UnitWords.apart[sentence.key(index)] {
      case .minute, .second: hasMinutes = true
      default: break
      }
    }
    self.hasMinutes = hasMinutes
  }

  mutating func run() {
    var index = 0
    let hours = ClockTimes(sentence: sentence)
    while index < sentence.count {
      switch sentence.kind(index) {
      case .number:
        if let next = hours.end(at: index) {
          index = next
          floor = next
        } else if let next = clock(at: index) {
          index = next
        } else if let end = exclusions.end(at: index) {
          index = max(end, index + 1)
          floor = index
        } else if let form = parser.digits(at: index) {
          index = take(form, at: index)
        } else {
          index += 1
        }
      case .word:
        if let next = hours.end(at: index) ?? exclusions.nameEnd(at: index) {
          index = next
          floor = next
        } else if let next = factor(at: index) {
          index = next
        } else if let form = parser.spelled(at: index), !isPronoun(form, at: index) {
          index = take(form, at: index)
        } else {
          index += 1
        }
      default: index += 1
      }
    }
    inheritUnits()
  }

  // MARK: The common pattern

  private mutating func take(_ first: NumberForm, at position: Int) -> Int {
    var form = first
    var start = position
    var startByte = sentence.tokens[position].start
    var unit: Quantity.Unit?
    // A sign or a currency before the number.
    if let (currency, from) = currency(before: position) {
      unit = .money(currency)
      start = from
      startByte = sentence.tokens[from].start
    }
    if let sign = sign(before: start) {
      if sign < 0 { form.value = -form.value }
      start -= 1
      startByte = sentence.tokens[start].start
    }
    var isScaled = false
    scale(&form, unit: unit, isScaled: &isScaled)

    if form.part == nil, unit == nil, form.tail == nil, let whole = whole(after: form, count: form.value) {
      form.part = (form.value, whole.value)
      form.value = 100 * form.value / whole.value
      form.next = whole.next
      form.end = whole.end
      form.isSpelledOut = form.isSpelledOut && whole.isSpelledOut
    }
    var upper: Double?
    if form.part == nil, form.tail == nil { upper = range(&form, start: start, unit: &unit, isScaled: isScaled) }
    var isOpenEnded = false
    if sentence.key(form.next) == "+", sentence.isGlued(form.next) {
      isOpenEnded = true
      form.end = sentence.tokens[form.next].end
      form.next += 1
    } else if sentence.key(form.next) == "plus", sentence.isGlued(form.next) {
      isOpenEnded = true
      form.next += 1
    }
    var noun: Span?
    if form.part != nil, unit == nil {
      unit = .percent
    } else if unit == nil, let tail = form.tail {
      (unit, noun) = hyphenated(tail)
      if noun == nil { form.end = tail.upperBound }
    } else if unit == nil {
      unit = self.unit(&form, noun: &noun)
    }
    if sentence.key(form.next) == "+", sentence.isGlued(form.next) {
      isOpenEnded = true
      form.end = sentence.tokens[form.next].end
      form.next += 1
    }
    var quantity = Quantity(
      value: form.value, upper: upper, unit: unit ?? .count, isSpelledOut: form.isSpelledOut,
      span: Span(field: sentence.field, start: startByte, end: form.end), noun: noun)
    quantity.isOpenEnded = isOpenEnded
    if let (per, next) = Periods.read(sentence, at: form.next) {
      quantity.per = per
      quantity.span.end = sentence.tokens[next - 1].end
      form.next = next
    }
    Comparators.read(sentence, before: start, floor: floor, into: &quantity)
    Comparators.readBehind(sentence, at: &form.next, into: &quantity)
    if quantity.noun == nil { findNoun(&quantity, at: form) }
    if quantity.unit == .count, quantity.per == nil { quantity.per = Periods.far(sentence, from: form.next) }
    append(quantity, next: form.next, position: position)
    return form.next
  }

  mutating func append(_ quantity: Quantity, next: Int, position: Int) {
    found.append(quantity)
    floor = next
  }

  private func currency(before position: Int) -> (String, Int)? {
    let key = sentence.key(position - 1)
    if UnitWords.currencySymbols.contains(key), position - 1 >= floor {
      if sentence.isGlued(position - 1), position - 2 >= floor,
        UnitWords.currencyPrefixes.contains(sentence.key(position - 2))
      {
        return (sentence.string(position - 2) + sentence.string(position - 1), position - 2)
      }
      return (sentence.string(position - 1), position - 1)
    }
    if UnitWords.currencyCodes.contains(key), position - 1 >= floor {
      return (sentence.string(position - 1), position - 1)
    }
    return nil
  }

  private func sign(before start: Int) -> Double? {
    guard start - 1 >= floor, sentence.isGlued(start), !sentence.isGlued(start - 1) || sentence.key(start - 2) == "("
    else { return nil }
    switch sentence.key(start - 1) {
    case "-", "−", "–": return -1
    case "+": return 1
    default: return nil
    }
  }

  /// Applies `k`, `million`, `M`.
  private func scale(_ form: inout NumberForm, unit: Quantity.Unit?, isScaled: inout Bool) {
    guard form.tail == nil, form.part == nil, let factor = magnitude(at: form.next, unit: unit, form: form) else {
      return
    }
    form.value *= factor
    form.end = sentence.tokens[form.next].end
    form.next += 1
    isScaled = true
  }

  private func magnitude(at index: Int, unit: Quantity.Unit?, form: NumberForm) -> Double? {
    let key = sentence.key(index)
    let isGlued = sentence.isGlued(index)
    if key == "mil" { return isGlued ? 1e6 : 1e3 }
    if key == "mm" { return isGlued && unit != nil ? 1e6 : nil }
    if let factor = NumberWords.suffixes[key] { return factor }
    let isMoney = unit != nil
    if key == "m", isGlued || isMoney {
      if sentence.raw(index).first == UInt8(ascii: "M") || isMoney { return 1e6 }
      return NounRun.isPlural(sentence, index + 1) ? 1e6 : nil
    }
    if key == "b", isGlued,
      isMoney || sentence.raw(index).first == UInt8(ascii: "B") && NounRun.isPlural(sentence, index + 1)
    {
      return 1e9
    }
    return nil
  }

  /// `6-8`, `6 to 8`, `2 or 3`, `between 5 and 7`; returns the far end.
  private func range(_ form: inout NumberForm, start: Int, unit: inout Quantity.Unit?, isScaled: Bool) -> Double? {
    var index = form.next
    var firstUnit: Quantity.Unit?
    if sentence.key(index) == "%" {
      firstUnit = .percent
      index += 1
    } else if let known = UnitWords.apart[sentence.key(index)], known.isTime {
      firstUnit = known
      index += 1
    }
    let mark = sentence.key(index)
    let before = sentence.key(start - 1)
    var isAlternative = false
    switch mark {
    case "-", "–", "—":
      guard sentence.isNumber(index + 1) || UnitWords.currencySymbols.contains(sentence.key(index + 1)) || mark != "-"
      else { return nil }
    case "to", "till":
      let isFrom = before == "from" || Comparators.isAfterFrom(sentence, start)
      guard !isFrom else { return nil }
    case "or": isAlternative = true
    case "and": guard before == "between" else { return nil }
    default: return nil
    }
    index += 1
    if isAlternative, sentence.key(index) == "even" { return nil }
    if unit != nil, UnitWords.currencySymbols.contains(sentence.key(index)) { index += 1 }
    guard var second = parser.number(at: index), second.part == nil, second.tail == nil || mark != "-" else {
      return nil
    }
    if sentence.isNumber(index), exclusions.isYear(index), exclusions.isYear(start) { return nil }
    var isSecondScaled = false
    scale(&second, unit: unit, isScaled: &isSecondScaled)
    var low = form.value
    if isSecondScaled, !isScaled, low < second.value {
      let factor = sentence.isNumber(index) ? second.value / max(parser.digits(at: index)?.value ?? 1, 1e-9) : 1
      if low * factor < second.value { low *= factor }
    }
    guard second.value > low, !isAlternative || second.value == low + 1 else { return nil }
    let secondUnit = sentence.key(second.next) == "%" ? .percent : UnitWords.apart[sentence.key(second.next)]
    if let firstUnit, secondUnit != firstUnit { return nil }
    form.value = low
    form.next = second.next
    form.end = second.end
    form.tail = second.tail
    form.isSpelledOut = form.isSpelledOut && second.isSpelledOut
    return second.value
  }

  /// The unit behind the number, consumed.
  private func unit(_ form: inout NumberForm, noun: inout Span?) -> Quantity.Unit? {
    var index = form.next
    // 6-week, 2-tier
    if sentence.key(index) == "-", sentence.isGlued(index), sentence.isWord(index + 1), sentence.isGlued(index + 1) {
      let tail = sentence.tokens[index + 1].start..<sentence.tokens[index + 1].end
      let (unit, counted) = hyphenated(tail)
      noun = counted
      if counted == nil { form.end = Hyphens.firstPartEnd(sentence.bytes, tail) }
      form.next = index + 2
      return unit
    }
    let key = sentence.key(index)
    func consume(_ tokens: Int) {
      form.next = index + tokens
      form.end = sentence.tokens[form.next - 1].end
    }
    if key == "%" {
      consume(["point", "points"].contains(sentence.key(index + 1)) ? 2 : 1)
      return form.next == index + 2 ? .point : .percent
    }
    if key == "per", sentence.key(index + 1) == "cent" {
      consume(2)
      return .percent
    }
    if key == "percentage", ["point", "points"].contains(sentence.key(index + 1)) {
      consume(2)
      return .point
    }
    if key == "percent", ["point", "points"].contains(sentence.key(index + 1)) {
      consume(2)
      return .point
    }
    if key == "por", sentence.key(index + 1) == "ciento" {
      consume(2)
      return .percent
    }
    if key == "million" || key == "billion" { return nil }
    if UnitWords.currencySymbols.contains(key), sentence.isGlued(index) || key == "€" || key == "£" {
      if sentence.isNumber(index + 1), sentence.isGlued(index + 1) { return nil }
      consume(1)
      return .money(sentence.string(index))
    }
    if key == "x" || key == "×" {
      let isRate = sentence.key(index + 1) == "/" || Periods.read(sentence, at: index + 1) != nil
      consume(1)
      return isRate ? .count : .ratio
    }
    if key == "times" || key == "fold" || key == "-fold" {
      if Periods.read(sentence, at: index + 1) != nil || !UnitPhrases.isRatio(sentence, at: index + 1) { return .count }
      consume(1)
      return .ratio
    }
    // "30 US dollars", "5 working days", "3 more weeks"
    while index < form.next + 2, UnitPhrases.between.contains(sentence.key(index)) { index += 1 }
    let word = sentence.key(index)
    if let unit = UnitWords.apart[word] {
      if unit == .point, form.isSpelledOut || sentence.key(index - 1) == "story" { return .count }
      if word == "s" || word == "h" || word == "min", index > form.next { return .count }
      form.next = index + 1
      form.end = sentence.tokens[index].end
      return unit
    }
    guard index == form.next else { return .count }
    if (word == "quarters" || word == "quarter") && !form.isSpelledOut || word == "quarters" {
      consume(1)
      return .quarter
    }
    if sentence.isGlued(index), let unit = UnitWords.glued[word] {
      consume(1)
      return unit
    }
    if word == "m", sentence.isGlued(index) {
      consume(1)
      return hasMinutes || UnitPhrases.minuteLeads.contains(sentence.key(form.next - 3)) ? .minute : .other("m")
    }
    if UnitWords.other.contains(word), sentence.isGlued(index) || word != "b" && word != "g" {
      consume(1)
      return .other(sentence.string(index))
    }
    return .count
  }

  /// Unit or noun of "two-week", "thirty-person", "fourteen-year-old".
  private func hyphenated(_ tail: Range<Int>) -> (Quantity.Unit, Span?) {
    let end = Hyphens.firstPartEnd(sentence.bytes, tail)
    let word = String(decoding: sentence.bytes[tail.lowerBound..<end], as: UTF8.self)
    let key = WordKey(word)
    if let unit = UnitWords.apart[key] { return (unit, nil) }
    if key == "quarter" { return (.quarter, nil) }
    if key == "fold" { return (.ratio, nil) }
    return (.count, Span(field: sentence.field, start: tail.lowerBound, end: tail.upperBound))
  }

  private func findNoun(_ quantity: inout Quantity, at form: NumberForm) {
    switch quantity.unit {
    case .count, .ratio, .other:
      guard quantity.unit != .ratio else { return }
      quantity.noun = NounRun.counted(sentence, at: form.next, value: form.value).map(sentence.span)
    case .percent:
      let run =
        NounRun.rate(sentence, at: form.next)
        ?? (form.part == nil ? nil : NounRun.counted(sentence, at: form.next, value: 2))
      quantity.noun = run.map(sentence.span)
    default: break
    }
  }
}
