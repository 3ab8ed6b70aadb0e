/// Reads named values (from prose and from `metrics`) and the gaps between what is and what is wanted.
package enum MeasureReader {
  /// Values with what they measure and when they hold.
  package static func read(_ reading: Reading, _ quantities: [Quantity]) -> [Measure] {
    let document = reading.document
    let sentences = document.lines
    let index = document.index
    var result: [Measure] = []
    for quantity in quantities {
      if let measure = metric(quantity, document) {
        result.append(measure)
        continue
      }
      guard isProse(document.fields[quantity.span.field].name), let number = index.sentence(of: quantity.span) else {
        continue
      }
      if let measure = prose(quantity, sentences[number], reading) { result.append(measure) }
    }
    return result
  }

  /// Present and wanted values of one measure. A wanted value that is already met is a gap too: its sum says so.
  package static func gaps(_ document: Document, _ measures: [Measure]) -> [Gap] {
    let index = document.index
    var result = metricGaps(document, measures)
    for target in measures where target.time == .target && !isMetric(target.quantity.span, document) {
      guard let now = present(for: target, among: measures, index, document) else { continue }
      let isSame = result.contains {
        $0.now.unit == now.quantity.unit && $0.now.value == now.quantity.value
          && $0.target.value == target.quantity.value
      }
      if isSame { continue }
      let isNear =
        now.quantity.span.field == target.quantity.span.field
        && index.sentence(of: now.quantity.span) == index.sentence(of: target.quantity.span)
      let span =
        isNear
        ? Span(
          field: now.quantity.span.field, start: min(now.quantity.span.start, target.quantity.span.start),
          end: max(now.quantity.span.end, target.quantity.span.end)) : now.quantity.span
      result.append(
        Gap(
          subject: now.subject ?? target.subject, now: now.quantity, target: target.quantity, baseline: nil,
          isReduction: isReduction(now.quantity, target.quantity), span: span))
    }
    return result
  }

  // MARK: Metrics

  private static func isMetric(_ span: Span, _ document: Document) -> Bool {
    MetricUnits.row(document.fields[span.field].name) != nil
  }

  private static func metric(_ quantity: Quantity, _ document: Document) -> Measure? {
    guard let (row, part) = MetricUnits.row(document.fields[quantity.span.field].name) else { return nil }
    let time: Measure.Time
    switch part {
    case ".current": time = .now
    case ".target": time = .target
    case ".baseline": time = .past
    default: return nil
    }
    return Measure(subject: name(row, document), quantity: quantity, time: time)
  }

  private static func name(_ row: Int, _ document: Document) -> Span? {
    guard let field = document.fields.firstIndex(where: { $0.name == "metrics[\(row)].name" }),
      let first = document.tokens[field].first, let last = document.tokens[field].last
    else { return nil }
    return Span(field: field, start: first.start, end: last.end)
  }

  private static func metricGaps(_ document: Document, _ measures: [Measure]) -> [Gap] {
    var rows: [Int: [Measure.Time: Measure]] = [:]
    for measure in measures {
      guard let (row, _) = MetricUnits.row(document.fields[measure.quantity.span.field].name) else { continue }
      if rows[row]?[measure.time] == nil { rows[row, default: [:]][measure.time] = measure }
    }
    return rows.keys.sorted().compactMap { row in
      guard let now = rows[row]?[.now], let target = rows[row]?[.target],
        UnitWords.comparable(now.quantity.unit, target.quantity.unit)
      else { return nil }
      let baseline = rows[row]?[.past]?.quantity
      let isSameUnit = baseline.map { UnitWords.comparable($0.unit, now.quantity.unit) } ?? false
      return Gap(
        subject: now.subject, now: now.quantity, target: target.quantity, baseline: isSameUnit ? baseline : nil,
        isReduction: isReduction(now.quantity, target.quantity), span: now.quantity.span)
    }
  }

  private static func isReduction(_ now: Quantity, _ target: Quantity) -> Bool {
    switch target.comparator {
    case .below, .atMost: return true
    case .above, .atLeast: return false
    case .equal: return UnitWords.convert(target.value, from: target.unit, to: now.unit) < now.value
    }
  }

  // MARK: Prose

  static func isProse(_ name: String) -> Bool {
    !name.hasPrefix("metrics") && !name.hasPrefix("options") && !name.hasPrefix("attempts") && name != "deadline"
      && !name.hasPrefix("constraints")
  }

  private static func prose(_ quantity: Quantity, _ sentence: SentenceTokens, _ reading: Reading) -> Measure? {
    let range = sentence.range(of: quantity.span)
    let clause = sentence.clause(at: range.lowerBound)
    if quantity.unit == .ratio || quantity.unit.isTime && isSpanOrAge(quantity, sentence, range) { return nil }
    if isTarget(quantity, sentence, range, clause) {
      guard quantity.unit != .count || quantity.noun != nil || quantity.comparator != .equal else { return nil }
      return Measure(subject: subject(sentence, range, quantity, reading), quantity: quantity, time: .target)
    }
    guard ClauseMood.of(sentence, at: range.lowerBound) == .asserted else { return nil }
    let subject = subject(sentence, range, quantity, reading)
    let hasLink = linkStart(sentence, range.lowerBound) != nil || isBeside(sentence, range)
    // "we want to get from 41 days to 20": what it is now.
    let isFrom = sentence.key(range.lowerBound - 1) == "from" && wishStart(sentence, range, clause) != nil
    guard subject != nil || hasLink || isFrom, quantity.unit != .count || subject != nil else { return nil }
    return Measure(subject: subject, quantity: quantity, time: time(sentence, range, clause))
  }

  /// "47 days vs. 18 days nationally".
  private static func isBeside(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    sentence.contains(["vs", "versus", "against"], in: max(0, range.lowerBound - 2)..<range.lowerBound)
      && sentence.contains(benchmarkCues, in: range.upperBound..<min(sentence.count, range.upperBound + 2))
  }

  /// "12-week window", "sixty years old": no level of anything.
  private static func isSpanOrAge(_ quantity: Quantity, _ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    let raw = sentence.bytes[quantity.span.start..<quantity.span.end]
    let isHyphenated = zip(raw, raw.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1.isASCIILetter }
    return isHyphenated || sentence.key(range.upperBound) == "old"
  }

  private static func wishStart(_ sentence: SentenceTokens, _ range: Range<Int>, _ clause: Range<Int>) -> Int? {
    (max(clause.lowerBound, range.lowerBound - 9)..<range.lowerBound).first { targetCues.contains(sentence.key($0)) }
  }

  private static func time(_ sentence: SentenceTokens, _ range: Range<Int>, _ clause: Range<Int>) -> Measure.Time {
    let left = max(clause.lowerBound, range.lowerBound - 8)..<range.lowerBound
    // "6% (industry: 12%)": what stands in the brackets is not about this value.
    var end = range.upperBound
    while end < min(clause.upperBound, range.upperBound + 3), sentence.isWord(end) { end += 1 }
    let right = range.upperBound..<end
    let isCompared = sentence.contains(["against", "vs", "versus", "than", "compared"], in: right)
    let isBenchmark =
      sentence.contains(benchmarkCues, in: left) || !isCompared && sentence.contains(benchmarkCues, in: right)
    if isBenchmark { return .benchmark }
    if sentence.contains(forecastCues, in: left) { return .forecast }
    if sentence.contains(pastCues, in: left) || sentence.contains(pastTails, in: right) { return .past }
    return .now
  }

  /// A word of wanting before the number in its clause or its brackets; a comparator alone wants nothing.
  private static func isTarget(
    _ quantity: Quantity, _ sentence: SentenceTokens, _ range: Range<Int>, _ clause: Range<Int>
  ) -> Bool {
    // "within two weeks" is a deadline, not a level.
    if quantity.unit.isTime, (quantity.unit.seconds ?? 0) >= 86_400, range.lowerBound > 0 {
      let before = sentence.key(range.lowerBound - 1)
      if ["in", "within", "next", "for", "by", "after", "every", "last", "since"].contains(before) { return false }
    }
    if sentence.key(range.lowerBound - 1) == "from" { return false }
    if targetTails.contains(sentence.key(range.upperBound)) { return true }
    var index = range.lowerBound - 1
    var steps = 0
    while index >= clause.lowerBound, steps < 9 {
      let key = sentence.key(index)
      if targetCues.contains(key) {
        // "need 4 more agents" wants more of something; the level is not given.
        if quantity.unit == .count, ["need", "needs", "needed", "must", "want", "wants"].contains(key),
          sentence.key(range.lowerBound - 1) != "to" || quantity.comparator != .equal
        {
          return false
        }
        // "we need 3 hours": an effort, not a level.
        if quantity.unit.isTime, quantity.comparator == .equal, index == range.lowerBound - 1,
          key == "need" || key == "needs", sentence.key(index - 1) != "("
        {
          return !sentence.raw(range.upperBound - 1).contains { $0.isASCIILetter }
        }
        return !["more", "extra", "additional"].contains(sentence.key(range.upperBound))
      }
      let isFromTo = key != "(" && steps <= 3 && sentence.key(range.lowerBound - 1) == "to"
      let isBounded = quantity.comparator != .equal && key != "(" && key != ")" && key != ";"
      if sentence.isNumber(index) && !isFromTo && !isBounded || key == "(" || key == ")" || key == ";" { return false }
      steps += 1
      index -= 1
    }
    return false
  }

  /// The present value a target belongs to: one that shares a word with the target's own words, else the nearest
  /// comparable one before it in its sentence, else after it, else the last of the two sentences before.
  private static func present(
    for target: Measure, among measures: [Measure], _ index: SentenceIndex, _ document: Document
  ) -> Measure? {
    func fits(_ other: Measure) -> Bool {
      guard other.time == .now, UnitWords.comparable(other.quantity.unit, target.quantity.unit),
        other.quantity.per == target.quantity.per, other.quantity.comparator == .equal || other.quantity.isOpenEnded
      else { return false }
      guard let now = other.quantity.unit.seconds, let wanted = target.quantity.unit.seconds else {
        guard target.quantity.unit == .count else { return true }
        return other.quantity.noun != nil && target.quantity.noun != nil
      }
      let ratio = now * other.quantity.value / max(wanted * target.quantity.value, 1e-9)
      return ratio < 1000 && ratio > 0.001
    }
    let own = index.sentence(of: target.quantity.span)
    let here = measures.filter { fits($0) && index.sentence(of: $0.quantity.span) == own }
    let words = names(target, document)
    func shares(_ other: Measure) -> Bool {
      guard let subject = other.subject else { return false }
      return document.tokens[subject.field].contains {
        $0.kind == .word && $0.start >= subject.start && $0.end <= subject.end && words.contains($0.stem)
      }
    }
    if let named = here.first(where: shares) { return named }
    if let best = here.last(where: { $0.quantity.span < target.quantity.span }) ?? here.first { return best }
    guard target.quantity.unit != .count else { return nil }
    if let named = measures.first(where: { fits($0) && shares($0) }) { return named }
    guard let own else { return nil }
    return measures.last {
      guard fits($0), $0.quantity.span < target.quantity.span, $0.quantity.span.field == target.quantity.span.field,
        let place = index.sentence(of: $0.quantity.span)
      else { return false }
      return own - place <= 2
    }
  }

  /// Stems of the words that name a target: its subject, and the three words before its number.
  private static func names(_ target: Measure, _ document: Document) -> Set<WordKey> {
    let span = target.quantity.span
    let tokens = document.tokens[span.field]
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start >= span.start { high = middle } else { low = middle + 1 }
    }
    var result: Set<WordKey> = []
    for token in tokens[max(0, low - 3)..<low] where token.kind == .word && !NounRun.stops.contains(token.key) {
      result.insert(token.stem)
    }
    if let subject = target.subject {
      for token in document.tokens[subject.field] where token.start >= subject.start && token.end <= subject.end {
        result.insert(token.stem)
      }
    }
    return result
  }

  // MARK: Subjects

  /// The noun phrase that names a value: left of "is", "at", "averages", or right of the number as in "18% win rate".
  static func subject(
    _ sentence: SentenceTokens, _ range: Range<Int>, _ quantity: Quantity, _ reading: Reading
  ) -> Span? {
    if quantity.unit == .percent, let noun = quantity.noun, NounRun.rate(sentence, at: range.upperBound) != nil {
      return noun
    }
    guard let link = linkStart(sentence, range.lowerBound) else { return nil }
    return reading.nouns(sentence, before: link).map(sentence.span)
  }

  /// First token of the run of linking words directly left of a number.
  private static func linkStart(_ sentence: SentenceTokens, _ position: Int) -> Int? {
    var index = position
    var steps = 0
    var isLinked = false
    while index > 0, steps < 6 {
      let key = sentence.key(index - 1)
      if links.contains(key) {
        // "Reasons given: a quarter had …" tells of a share; "Uptime: 99%" names a value.
        let isSentence = key == ":" && sentence.isWord(position) && sentence.isWord(position + 1)
        if isSentence, sentence.isWord(position + 2), sentence.kind(position) == .word { break }
        isLinked = true
        // "140 loaves a day at $3.20" is a price; "stuck at 350ms" names a level.
        if key == "at", UnitWords.periods[sentence.key(index - 2)] != nil { return nil }
        if key == ":" { return index - 1 }
      } else if !adverbs.contains(key) {
        break
      }
      index -= 1
      steps += 1
    }
    return isLinked ? index : nil
  }

  private static let links: Set<WordKey> = [
    "is", "are", "was", "were", "at", "averages", "averaging", "averaged", "average", "mean", "median", "take", "takes",
    "took",
    "taking", "runs", "reaches",
    "=", ":", "stands", "sits", "stuck", "equals", "stays", "hovers", "remains", "lasts", "costs", "cost", "totals",
    "measures", "scores", "be", "been", "reached", "hits",
  ]
  private static let adverbs: Set<WordKey> = [
    "now", "still", "only", "just", "already", "currently", "around", "always", "today", "even", "never", "to", "an",
    "of", "the", "usually", "typically", "has", "have", "had", "being", "here", "must",
    "should",
  ]
  private static let targetCues: Set<WordKey> = [
    "need", "needs", "needed", "target", "targets", "goal", "goals", "must", "should", "want", "wants", "wanted", "aim",
    "aims", "aiming", "sla", "slo", "required", "requires", "objective", "supposed", "threshold", "ought",
  ]
  private static let targetTails: Set<WordKey> = ["target", "goal", "objective", "sla", "slo", "needed", "required"]
  private static let benchmarkCues: Set<WordKey> = [
    "industry", "typical", "typically", "peers", "benchmark", "benchmarks", "competitors", "competitor", "elsewhere",
    "nationally", "national", "standard", "citywide",
  ]
  private static let pastCues: Set<WordKey> = [
    "was", "were", "used", "before", "previously", "formerly", "once", "originally", "initially", "had", "took",
    "averaged", "baseline",
  ]
  private static let pastTails: Set<WordKey> = ["before", "ago", "earlier", "previously"]
  private static let forecastCues: Set<WordKey> = [
    "will", "expect", "expects", "expected", "forecast", "predict", "predicts", "projected", "estimate", "estimates",
  ]
}
