/// Reads pairs of a present and a wanted value of one measure: from the rows of `metrics`, and from prose.
///
/// In prose the wanted value tells itself by its words (``WantedValue``); the present one is the nearest comparable
/// value that does not. A wanted value that is already met is a gap too: its sum says so.
struct GapReader {
  private let document: Document
  private let reading: Reading
  private let measures: [Measure]
  private let measureAt: [Span: Measure]
  /// Quantities of prose, by sentence.
  private var bySentence: [Int: [Quantity]] = [:]
  private var grades: [Span: WantedValue.Grade] = [:]

  static func gaps(_ reading: Reading, _ document: Document, _ quantities: [Quantity], _ measures: [Measure]) -> [Gap] {
    let reader = GapReader(reading, document, quantities, measures)
    return MetricGaps.gaps(document, measures) + reader.prose(quantities)
  }

  private init(_ reading: Reading, _ document: Document, _ quantities: [Quantity], _ measures: [Measure]) {
    self.reading = reading
    self.document = document
    self.measures = measures
    measureAt = Dictionary(measures.map { ($0.quantity.span, $0) }, uniquingKeysWith: { first, _ in first })
    for quantity in quantities where MeasureReader.isProse(document.fields[quantity.span.field].name) {
      guard let number = document.index.sentence(of: quantity.span) else { continue }
      bySentence[number, default: []].append(quantity)
      if let grade = WantedValue(document.lines[number], quantity).grade() { grades[quantity.span] = grade }
    }
    for (number, found) in bySentence {
      for (target, now) in zip(found, found.dropFirst()) where grades[target.span] == nil {
        if isBound(target, besides: now, document.lines[number]) { grades[target.span] = .label }
      }
    }
  }

  /// "Fewer than 3 complaints a month, today it is 19": a bound beside what is.
  private func isBound(_ target: Quantity, besides now: Quantity, _ sentence: SentenceTokens) -> Bool {
    let start = sentence.range(of: now.span).lowerBound
    let end = sentence.range(of: target.span).upperBound
    return target.comparator != .equal && now.comparator == .equal && end <= start
      && sentence.contains(GapWords.nows, in: max(end, start - 4)..<start)
  }

  private func prose(_ quantities: [Quantity]) -> [Gap] {
    var result: [Gap] = []
    for target in quantities {
      guard let grade = grades[target.span], let number = document.index.sentence(of: target.span),
        let now = present(for: target, grade, in: number)
      else { continue }
      let isKnown = result.contains {
        $0.now.unit == now.unit && $0.now.value == now.value && $0.target.value == target.value
      }
      if !isKnown { result.append(gap(now, target)) }
    }
    return result
  }

  private func gap(_ now: Quantity, _ target: Quantity) -> Gap {
    var now = now
    var target = target
    if target.unit == .count, target.noun == nil, let parts = WholeParts.read(now, in: document) {
      // "212 of 3,900 payslips; allowed are 10": the part is what is compared.
      now.value = parts.part
      now.unit = .count
    }
    if target.unit == .count, target.noun == nil, now.unit != .count {
      target.unit = now.unit
      target.per = target.per ?? now.per
    } else if now.unit == .count, now.noun == nil, target.unit != .count {
      now.unit = target.unit
      now.per = now.per ?? target.per
    }
    let isNear = document.index.sentence(of: now.span) == document.index.sentence(of: target.span)
    let span =
      isNear
      ? document.lines[document.index.sentence(of: now.span) ?? 0].closed(
        Span(
          field: now.span.field, start: min(now.span.start, target.span.start), end: max(now.span.end, target.span.end))
      )
      : now.span
    return Gap(
      subject: (subject(now) ?? measure(target)?.subject).flatMap { isLabel($0) ? nil : $0 }, now: now, target: target,
      baseline: nil,
      isReduction: MeasureReader.isReduction(now, target), span: span)
  }

  private func measure(_ quantity: Quantity) -> Measure? { measureAt[quantity.span] }

  private func subject(_ quantity: Quantity) -> Span? {
    if let known = measure(quantity)?.subject { return known }
    guard let number = document.index.sentence(of: quantity.span) else { return nil }
    let sentence = document.lines[number]
    return MeasureReader.label(sentence, sentence.range(of: quantity.span), reading)
  }

  /// "Goal: 500": the label is no name of the measure.
  private func isLabel(_ subject: Span) -> Bool {
    guard let head = TargetWords.tokens(of: subject, document).last else { return false }
    return GapWords.labels.contains(head.stem) || ["actual", "current", "now", "today", "reality"].contains(head.key)
  }

  // MARK: The present value

  private func present(for target: Quantity, _ grade: WantedValue.Grade, in number: Int) -> Quantity? {
    let here = (bySentence[number] ?? []).filter { fits($0, target, grade, in: number) }
    let words = TargetWords.stems(target, measure(target)?.subject, document)
    // "falls to 207 volts. The limit is 207.": it stands at the limit already.
    if target.unit == .count, target.noun == nil, number > 0,
      (bySentence[number - 1] ?? []).contains(where: { $0.value == target.value && $0.span.field == target.span.field })
    {
      return nil
    }
    if let named = here.first(where: { isNow($0) && shares($0, words) }) { return named }
    let before = here.filter { $0.span < target.span }
    if let near = before.last(where: isNow) { return near }
    if let after = here.first(where: { target.span < $0.span && isNow($0) && isLed($0, in: number) }) { return after }
    if let past = before.last, !isGone(past, in: number) { return past }
    return neighbour(of: target, grade, in: number, words)
  }

  /// A present value of one of the two sentences before, or of the next one.
  private func neighbour(
    of target: Quantity, _ grade: WantedValue.Grade, in number: Int, _ words: Set<WordKey>
  ) -> Quantity? {
    if let same = sameRate(target, in: number) { return same }
    let isShort = document.lines[number].count <= 10
    guard target.unit != .count || isShort && (target.noun == nil || grade == .label) else { return nil }
    if target.unit != .count,
      let named = measures.first(where: {
        $0.time == .now && shares($0.quantity, words) && fits($0.quantity, target, grade, in: nil)
      })
    {
      return named.quantity
    }
    let isUnnamed = measure(target)?.subject == nil && words.isDisjoint(with: headlineWords)
    for other in [number - 1, number - 2] where !isStep(other, beside: number) {
      let found = (bySentence[other] ?? []).filter {
        fits($0, target, grade, in: other) && isNow($0) && $0.span.field == target.span.field
          && ($0.unit != .count || other == number - 1)
      }
      // "night shift has 6%, day shift 12%": parts of what is wanted.
      if found.count > 1, isUnnamed, let whole = headline(target, grade) { return whole }
      if let last = found.last { return last }
    }
    if isUnnamed, let whole = headline(target, grade) { return whole }
    return (bySentence[number + 1] ?? []).first {
      fits($0, target, grade, in: number + 1) && isNow($0) && $0.span.field == target.span.field
        && isLed($0, in: number + 1)
    }
  }

  /// "wants 3,000 per episode", where "downloads per episode sat at 2,100".
  private func sameRate(_ target: Quantity, in number: Int) -> Quantity? {
    let line = document.lines[number]
    let range = line.range(of: target.span)
    guard target.unit == .count,
      let per = (range.lowerBound..<range.upperBound + 1).first(where: { line.key($0) == "per" }), line.isWord(per + 1)
    else { return nil }
    let each = line.stem(per + 1)
    let found = measures.last { measure in
      guard measure.time == .now, measure.quantity.unit == .count, let subject = measure.subject else { return false }
      let words = TargetWords.tokens(of: subject, document)
      return zip(words, words.dropFirst()).contains { $0.key == "per" && $1.stem == each }
    }
    return found.flatMap { isWithin($0.quantity.value, target.value, 100) ? $0.quantity : nil }
  }

  /// A line of a list that stands in front of prose tells of a step or a part.
  private func isStep(_ other: Int, beside number: Int) -> Bool {
    (document.sentences[safe: other]?.isListItem ?? false) && !document.sentences[number].isListItem
  }

  /// What the words in front of a wanted value may name if it is about something else than the headline.
  private var headlineWords: Set<WordKey> {
    Set(measures.compactMap(\.subject).flatMap { TargetWords.tokens(of: $0, document) }.map(\.stem))
  }

  /// The first share that the author gives, in the first two sentences.
  private func headline(_ target: Quantity, _ grade: WantedValue.Grade) -> Quantity? {
    guard target.unit == .percent, target.comparator != .equal,
      let first = document.sentences.indices.first(where: { document.sentences[$0].field == target.span.field })
    else { return nil }
    for number in first..<min(first + 2, document.sentences.count) {
      if let found = bySentence[number]?.first(where: { fits($0, target, grade, in: number) && isNow($0) }) {
        return MeasureReader.isReduction(found, target) == [.below, .atMost].contains(target.comparator) ? found : nil
      }
    }
    return nil
  }

  /// A value of the same kind that nobody wants, that no bound, wish or negation surrounds.
  private func fits(_ other: Quantity, _ target: Quantity, _ grade: WantedValue.Grade, in number: Int?) -> Bool {
    guard other.span != target.span, grades[other.span] == nil, other.comparator == .equal || other.isOpenEnded,
      other.unit != .ratio, other.unit != .point, isComparable(other, target, grade)
    else { return false }
    guard let place = number ?? document.index.sentence(of: other.span) else { return false }
    let sentence = document.lines[place]
    let range = sentence.range(of: other.span)
    let before = sentence.key(range.lowerBound - 1)
    if other.unit.isTime, GapWords.spanLeads.contains(before), before != "from" { return false }
    if MeasureReader.isSpanOrAge(other, sentence, range) || before == "by" { return false }
    return isAsserted(sentence, range)
  }

  /// No "would", "if", "not" between the marks around a number; what stands behind a comma is another value's.
  private func isAsserted(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    var low = range.lowerBound
    while low > 0, range.lowerBound - low < 12, sentence.kind(low - 1) != .punctuation { low -= 1 }
    var high = range.upperBound
    while high - range.upperBound < 6, sentence.isWord(high), sentence.key(high) != "and" { high += 1 }
    let nots: Set<WordKey> = ["not", "no", "never", "without", "isn't", "don't", "doesn't", "aren't", "if", "unless"]
    return !sentence.contains(ClauseMood.maybe, in: low..<range.lowerBound)
      && !sentence.contains(ClauseMood.maybe, in: range.upperBound..<high)
      && !(low..<range.lowerBound).contains { nots.contains(sentence.key($0)) && sentence.key($0 + 1) != "only" }
  }

  private func isComparable(_ other: Quantity, _ target: Quantity, _ grade: WantedValue.Grade) -> Bool {
    if let left = other.per, let right = target.per, left != right { return false }
    let isBare = { (quantity: Quantity) in quantity.unit == .count && quantity.noun == nil }
    if other.unit == .count, target.unit == .count {
      guard let left = other.noun, let right = target.noun else {
        let isApart = document.index.sentence(of: other.span) != document.index.sentence(of: target.span)
        let isNamed = measure(other)?.subject != nil
        if isApart, other.span < target.span, other.per != target.per || other.noun != nil && !isNamed { return false }
        return isWithin(other.value, target.value, 100) && (isBare(target) || isHad(other))
      }
      return TargetWords.head(left, document) == TargetWords.head(right, document)
    }
    if isBare(target) || isBare(other) {
      if other.unit == .percent {
        return isBare(target) && isWithin(WholeParts.read(other, in: document)?.part ?? 0, target.value, 1000)
      }
      let isElliptic = isBare(target) ? isAlone(target) : isAlone(other) && grade != .demand
      return isElliptic && isWithin(other.value, target.value, 30)
    }
    guard UnitWords.comparable(other.unit, target.unit) else { return false }
    // "Half of those who forget …" and "the shop wants 10 percent": a fraction in words is the share of its own sentence.
    if !hasDigit(other), hasDigit(target),
      document.index.sentence(of: other.span) != document.index.sentence(of: target.span),
      !shares(other, TargetWords.stems(target, measure(target)?.subject, document))
    {
      return false
    }
    guard let now = other.unit.seconds, let wanted = target.unit.seconds else { return true }
    return isWithin(now * other.value, wanted * target.value, 1000)
  }

  private func hasDigit(_ quantity: Quantity) -> Bool {
    document.text(quantity.span).contains { $0.isASCII && $0.isNumber }
  }

  private func isWithin(_ left: Double, _ right: Double, _ factor: Double) -> Bool {
    let (small, large) = (min(left, right), max(left, right))
    return small > 0 && large / small <= factor || large == 0
  }

  /// No word that could be what it counts stands behind a number.
  private func isAlone(_ quantity: Quantity) -> Bool {
    guard let number = document.index.sentence(of: quantity.span) else { return false }
    let sentence = document.lines[number]
    let end = sentence.range(of: quantity.span).upperBound
    return !sentence.isWord(end) || WordLists.prepositions.contains(sentence.key(end))
      || WordLists.conjunctions.contains(sentence.key(end))
  }

  /// "have three".
  private func isHad(_ quantity: Quantity) -> Bool {
    guard let number = document.index.sentence(of: quantity.span) else { return false }
    return isLed(quantity, in: number)
  }

  private func isLed(_ quantity: Quantity, in number: Int) -> Bool {
    let sentence = document.lines[number]
    let start = sentence.range(of: quantity.span).lowerBound
    return sentence.contains(GapWords.presentLeads, in: max(0, start - 3)..<start)
  }

  private func isNow(_ quantity: Quantity) -> Bool {
    guard let number = document.index.sentence(of: quantity.span) else { return false }
    let sentence = document.lines[number]
    let range = sentence.range(of: quantity.span)
    return MeasureReader.time(sentence, range, sentence.clause(at: range.lowerBound)) == .now
  }

  /// A value of before, of others, or foreseen: "was 8%", "industry: 12%".
  private func isGone(_ quantity: Quantity, in number: Int) -> Bool {
    let sentence = document.lines[number]
    let range = sentence.range(of: quantity.span)
    let time = MeasureReader.time(sentence, range, sentence.clause(at: range.lowerBound))
    let key = sentence.key(range.lowerBound - 1)
    // "was 310 mm this year"
    let isThis = sentence.contains(["this"], in: range.upperBound..<min(sentence.count, range.upperBound + 3))
    return time != .past || key == "was" && !isThis || key == "from" || sentence.key(range.upperBound) == "before"
  }

  private func shares(_ quantity: Quantity, _ words: Set<WordKey>) -> Bool {
    guard let subject = measure(quantity)?.subject else { return false }
    return TargetWords.tokens(of: subject, document).contains { $0.kind == .word && words.contains($0.stem) }
  }
}

/// The words that name a wanted value, by which its present value is known.
enum TargetWords {
  /// Stems of its subject and of the three words before its number.
  static func stems(_ target: Quantity, _ subject: Span?, _ document: Document) -> Set<WordKey> {
    let all = document.tokens[target.span.field]
    let low = index(of: target.span.start, all)
    var result: Set<WordKey> = []
    for token in all[max(0, low - 3)..<low] where token.kind == .word && !NounRun.stops.contains(token.key) {
      result.insert(token.stem)
    }
    for token in subject.map({ tokens(of: $0, document) }) ?? [] { result.insert(token.stem) }
    return result
  }

  /// Stem of the last word of a noun phrase.
  static func head(_ noun: Span, _ document: Document) -> WordKey? { tokens(of: noun, document).last?.stem }

  static func tokens(of span: Span, _ document: Document) -> ArraySlice<Token> {
    let all = document.tokens[span.field]
    let low = index(of: span.start, all)
    return all[low..<max(low, index(of: span.end, all))]
  }

  /// First token that starts at or behind an offset.
  private static func index(of offset: Int, _ tokens: [Token]) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start >= offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
