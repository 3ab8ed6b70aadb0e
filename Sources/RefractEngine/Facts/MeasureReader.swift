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

  // MARK: Metrics

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

  static func isReduction(_ now: Quantity, _ target: Quantity) -> Bool {
    switch target.comparator {
    case .below, .atMost: return true
    case .above, .atLeast: return false
    case .equal: return UnitWords.convert(target.value, from: target.unit, to: now.unit) < now.value
    }
  }

  // MARK: Prose

  static func isProse(_ name: String) -> Bool {
    !MetricUnits.isRow(name) && !name.hasPrefix("options") && !name.hasPrefix("attempts") && name != "deadline"
      && !name.hasPrefix("constraints")
  }

  private static func prose(_ quantity: Quantity, _ sentence: SentenceTokens, _ reading: Reading) -> Measure? {
    let range = sentence.range(of: quantity.span)
    let clause = sentence.clause(at: range.lowerBound)
    if quantity.unit == .ratio || quantity.unit.isTime && isSpanOrAge(quantity, sentence, range) { return nil }
    if WantedValue(sentence, quantity).grade() != nil {
      guard quantity.unit != .count || quantity.noun != nil || quantity.comparator != .equal else { return nil }
      return Measure(subject: subject(sentence, range, quantity, reading), quantity: quantity, time: .target)
    }
    guard ClauseMood.of(sentence, at: range.lowerBound) == .asserted else { return nil }
    let subject = subject(sentence, range, quantity, reading)
    let hasLink = linkStart(sentence, range.lowerBound) != nil || isBeside(sentence, range)
    // "we want to get from 41 days to 20": what it is now.
    let isFrom = sentence.key(range.lowerBound - 1) == "from" && isWished(sentence, range, clause)
    let left = max(clause.lowerBound, range.lowerBound - 8)..<range.lowerBound
    let isForeign = sentence.contains(benchmarkCues, in: left) || isNextToUs(sentence, left) || isOthers(sentence, left)
    if isForeign, subject == nil, quantity.unit != .percent || quantity.noun == nil {
      return Measure(subject: nil, quantity: quantity, time: .benchmark)
    }
    guard subject != nil || hasLink || isFrom, quantity.unit != .count || subject != nil else { return nil }
    return Measure(subject: subject, quantity: quantity, time: time(sentence, range, clause))
  }

  /// "47 days vs. 18 days nationally".
  private static func isBeside(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    sentence.contains(["vs", "versus", "against"], in: max(0, range.lowerBound - 2)..<range.lowerBound)
      && sentence.contains(benchmarkCues, in: range.upperBound..<min(sentence.count, range.upperBound + 2))
  }

  /// "12-week window", "sixty years old": no level of anything.
  static func isSpanOrAge(_ quantity: Quantity, _ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    let raw = sentence.bytes[quantity.span.start..<quantity.span.end]
    let isHyphenated = zip(raw, raw.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1.isASCIILetter }
    return isHyphenated || ["old", "ahead", "beforehand"].contains(sentence.key(range.upperBound))
      || sentence.key(range.upperBound) == "in" && sentence.key(range.upperBound + 1) == "advance"
  }

  private static func isWished(_ sentence: SentenceTokens, _ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    sentence.contains(GapWords.willings, in: max(clause.lowerBound, range.lowerBound - 9)..<range.lowerBound)
  }

  static func time(_ sentence: SentenceTokens, _ range: Range<Int>, _ clause: Range<Int>) -> Measure.Time {
    let left = max(clause.lowerBound, range.lowerBound - 8)..<range.lowerBound
    // "6% (industry: 12%)": what stands in the brackets is not about this value.
    var end = range.upperBound
    while end < min(clause.upperBound, range.upperBound + 3), sentence.isWord(end) { end += 1 }
    let right = range.upperBound..<end
    let isCompared = sentence.contains(["against", "vs", "versus", "than", "compared"], in: right)
    let isBenchmark =
      sentence.contains(benchmarkCues, in: left) || isNextToUs(sentence, left) || isOthers(sentence, left)
      || !isCompared && sentence.contains(benchmarkCues, in: right)
    if isBenchmark { return .benchmark }
    if sentence.contains(forecastCues, in: left) { return .forecast }
    // "was 118 grams, now it's 131": the nearer word tells.
    let past = left.last { pastCues.contains(sentence.key($0)) }
    let now = left.last { ["now", "today", "currently"].contains(sentence.key($0)) }
    if let past, let now, now > past { return .now }
    if sentence.contains(pastCues, in: left) || sentence.contains(pastTails, in: right) { return .past }
    return .now
  }

  /// "the others' is 1.5%", "a colleague in the next town loses one".
  private static func isOthers(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    range.contains {
      sentence.key($0) == "next"
        && ["town", "village", "city", "valley", "district", "county"].contains(sentence.key($0 + 1))
        || sentence.key($0) == "others" && ["'", "’", "are", "manage", "have"].contains(sentence.key($0 + 1))
    }
  }

  /// "in the district next to us it is 14".
  private static func isNextToUs(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    range.contains {
      sentence.key($0) == "next" && ["to", "door"].contains(sentence.key($0 + 1))
        && ["us", "me", "ours", "door"].contains(sentence.key($0 + 2 - (sentence.key($0 + 1) == "door" ? 1 : 0)))
    }
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
    return reading.nounsWithHeads(sentence, before: link).map(sentence.span)
  }

  /// The noun phrase of a fragment without a verb: "Median turnout 138 s", "Donations per session 38".
  static func label(_ sentence: SentenceTokens, _ range: Range<Int>, _ reading: Reading) -> Span? {
    guard let nouns = reading.nouns(sentence, before: range.lowerBound) ?? sentence.nounsBefore(range.lowerBound) else {
      return nil
    }
    let isFirst = nouns.lowerBound == 0 || !sentence.isWord(nouns.lowerBound - 1)
    return isFirst ? sentence.span(nouns) : nil
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
        // "hunger at three": a time of day.
        if key == "at", index == position, WordLists.numberWords.contains(sentence.key(position)) { return nil }
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
    "=", ":", "stands", "stood", "sits", "sat", "stuck", "equals", "stays", "hovers", "remains", "lasts", "costs",
    "cost", "totals",
    "measures", "scores", "be", "been", "reached", "hits",
  ]
  private static let adverbs: Set<WordKey> = [
    "now", "still", "only", "just", "already", "currently", "around", "always", "today", "even", "never", "to", "an",
    "of", "the", "usually", "typically", "has", "have", "had", "being", "here", "must",
    "should",
  ]
  private static let benchmarkCues: Set<WordKey> = [
    "industry", "typical", "typically", "peers", "benchmark", "benchmarks", "competitors", "competitor", "elsewhere",
    "nationally", "national", "standard", "citywide", "neighbouring", "neighboring", "neighbour's", "neighbor's",
    "rival", "rivals", "sector",
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
