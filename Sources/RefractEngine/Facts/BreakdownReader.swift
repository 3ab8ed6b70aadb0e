/// Finds a whole with its named parts: "of 22 visits, eight ended because …, five because …, in six everything went well";
/// "ten of the sixteen went …, four stayed, two joined …"; "84 leavers: price 31, parking 22, moved away 9".
///
/// A part is a bare number at the start or at the end of an item of the list behind the whole. What could be a part of a part
/// ("22 of them twice") is passed over; if the parts come to more than the whole, nothing is concluded.
struct BreakdownReader {
  let document: Document
  let sentences: [SentenceTokens]
  let quantities: [Quantity]
  let index: SentenceIndex

  struct Found {
    var whole: Quantity
    /// 16 for "ten of the sixteen"; else the whole's own value.
    var wholeValue: Double
    var wholeSpan: Span
    var parts: [Reckoning.Part]
    var span: Span
    /// True if the author says what became of the rest ("the rest were with a judge"), or does not tell of a whole.
    var isRestTold: Bool
  }

  func breakdowns() -> [Found] {
    var result: [Found] = []
    var taken: [Span] = []
    for (place, quantity) in quantities.enumerated() where !taken.contains(where: { $0.overlaps(quantity.span) }) {
      guard let number = index.sentence(of: quantity.span),
        let found = ratioFirst(quantity, place, number) ?? wholeFirst(quantity, place, number)
      else { continue }
      taken += found.parts.map(\.quantity.span) + [found.whole.span]
      result.append(found)
      if result.count == 4 { break }
    }
    return result
  }

  // MARK: "Of 22 visits, eight …"

  private func wholeFirst(_ whole: Quantity, _ place: Int, _ number: Int) -> Found? {
    guard isWhole(whole) else { return nil }
    let sentence = sentences[number]
    let range = sentence.range(of: whole.span)
    let isOf = isPartitive(sentence, range.lowerBound)
    let start = wordEnd(of: whole, sentence)
    // What else is told of the whole ends at the first comma, colon or number.
    var opener = start
    while opener < sentence.count, !Self.separators.contains(sentence.key(opener)),
      quantity(in: sentence, at: opener) == nil
    {
      opener += 1
    }
    guard opener - start < 14 else { return nil }
    var parts: [Reckoning.Part] = []
    let mark = sentence.key(opener)
    // "Of last year's 64 bursts 41 were on cast iron": the first part follows without a comma, after "of" alone.
    let isUnmarked = opener < sentence.count && !Self.separators.contains(mark)
    guard !isUnmarked || isOf else { return nil }
    if opener < sentence.count { parts = items(of: sentence, from: opener, whole: whole) }
    var last = number
    if parts.isEmpty, mark == ":" || opener >= sentence.count, whole.noun != nil || isOf {
      // The parts follow in a sentence, or in lines, of their own.
      (parts, last) = following(number, whole)
    } else if !parts.isEmpty, isOf {
      // "Of 22 visits, eight …, five …. In six everything went well."
      let (more, end) = following(number, whole)
      let sum = (parts + more).map(\.quantity.value).reduce(0, +)
      if parts.count > 1 ? sum <= whole.value : sum == whole.value { (parts, last) = (parts + more, end) }
    }
    // A figure that could not be read may be a part.
    guard !(start..<sentence.count).contains(where: { sentence.isNumber($0) && quantity(in: sentence, at: $0) == nil })
    else { return nil }
    let sum = parts.map(\.quantity.value).reduce(0, +)
    guard parts.allSatisfy({ $0.quantity.value < whole.value }), sum <= whole.value else { return nil }
    guard Set(parts.map(\.quantity.span)).count == parts.count else { return nil }
    let isStrict = isOf || mark == ":"
    if parts.count == 1 {
      guard isOf, last == number, range.lowerBound <= 3, !isForeign(parts[0].quantity, whole) else { return nil }
    } else {
      // A number in a list of its own is a part of something, not the whole of what follows it.
      let isInList = quantities(in: sentence, 0..<range.lowerBound).contains {
        $0.unit == whole.unit && $0.value > whole.value
      }
      guard isStrict || !isInList && whole.noun != nil else { return nil }
      guard parts.count >= 2, parts.count <= 9, isStrict || last > number || sum >= 0.5 * whole.value else {
        return nil
      }
      if parts.contains(where: { isForeign($0.quantity, whole) }), sum != whole.value { return nil }
    }
    return found(whole, whole.value, span(of: whole, sentence), parts, sentence, isClosed: isStrict, end: last)
  }

  // MARK: "Ten of the sixteen went …, four stayed"

  private func ratioFirst(_ first: Quantity, _ place: Int, _ number: Int) -> Found? {
    guard first.unit == .percent, let (part, whole) = WholeParts.read(first, in: document), whole >= 5, part >= 1,
      whole == whole.rounded(), part < whole, isTold(first)
    else { return nil }
    let sentence = sentences[number]
    let range = sentence.range(of: first.span)
    guard opens(sentence, range.lowerBound) else { return nil }
    let labelStart = range.upperBound
    var end = labelStart
    while end < sentence.count, !Self.separators.contains(sentence.key(end)), !sentence.isNumber(end) { end += 1 }
    guard let label = label(sentence, labelStart..<end) else { return nil }
    var head = first
    head.value = part
    head.unit = .count
    var parts = [Reckoning.Part(quantity: head, label: label, fate: fate(sentence, labelStart..<end))]
    parts += items(of: sentence, from: end, whole: first)
    let sum = parts.map(\.quantity.value).reduce(0, +)
    // "31 of 90 wanted results, 25 appointments, the rest insurance": a noun is a label where the rest is told too.
    let tellsRest = sentence.contains(Self.remainders, in: 0..<sentence.count)
    guard parts.count >= 2, sum <= whole, tellsRest || parts.dropFirst().allSatisfy({ $0.quantity.noun == nil })
    else { return nil }
    let last = range.upperBound - 1
    return found(first, whole, sentence.span(last..<last + 1), parts, sentence, isClosed: true, end: number)
  }

  private func found(
    _ whole: Quantity, _ value: Double, _ span: Span, _ parts: [Reckoning.Part], _ sentence: SentenceTokens,
    isClosed: Bool, end number: Int
  ) -> Found? {
    guard let last = parts.map(\.label).max(by: { $0.end < $1.end }),
      let end = parts.map(\.quantity.span).max(by: { $0.end < $1.end }), last.field == whole.span.field
    else { return nil }
    let first = parts.map(\.quantity.span.start).min() ?? whole.span.start
    return Found(
      whole: whole, wholeValue: value, wholeSpan: span, parts: parts,
      span: Span(
        field: whole.span.field, start: min(whole.span.start, first), end: max(last.end, end.end)),
      isRestTold: !isClosed
        || (sentence.index...max(number, sentence.index)).contains {
          sentences[$0].contains(Self.remainders, in: 0..<sentences[$0].count)
        })
  }

  // MARK: Items

  /// The parts in the items of a sentence from a separator on.
  private func items(of sentence: SentenceTokens, from start: Int, whole: Quantity) -> [Reckoning.Part] {
    var parts: [Reckoning.Part] = []
    var lower = start
    while lower < sentence.count {
      var first = lower
      while first < sentence.count,
        Self.separators.contains(sentence.key(first)) || Self.joins.contains(sentence.key(first))
      {
        first += 1
      }
      var upper = first
      while upper < sentence.count, !Self.separators.contains(sentence.key(upper)), !startsItem(sentence, upper, first)
      {
        upper += 1
      }
      guard upper > first else { break }
      switch part(sentence, first..<upper, whole) {
      case .part(let part): parts.append(part)
      case .more:
        // "because the key, which nobody had, did not fit" goes on with the part before.
        break
      case .wrong: return []
      }
      lower = upper
    }
    return parts
  }

  private enum Item {
    case part(Reckoning.Part)
    case more
    case wrong
  }

  private func part(_ sentence: SentenceTokens, _ range: Range<Int>, _ whole: Quantity) -> Item {
    let inside = quantities(in: sentence, range)
    guard let quantity = inside.first else { return .more }
    let place = sentence.range(of: quantity.span)
    // "22 of them", "half of these": a part of a part.
    if Self.nested.contains(sentence.key(place.upperBound + 1)), sentence.key(place.upperBound) == "of" { return .more }
    let isFirst = place.lowerBound == range.lowerBound || opens(sentence, place.lowerBound)
    let end = wordEnd(of: quantity, sentence)
    let isLast = inside.count == 1 && end >= range.upperBound && place.lowerBound > range.lowerBound
    guard isFirst || isLast, isPart(quantity, of: whole) else {
      return isFirst && quantity.unit == .percent ? .wrong : .more
    }
    guard isTold(quantity) else { return .wrong }
    if isFirst, end < range.upperBound || quantity.noun != nil {
      let start = quantity.noun != nil && isForeign(quantity, whole) ? place.upperBound : end
      guard let label = label(sentence, start..<range.upperBound) else { return .wrong }
      return .part(Reckoning.Part(quantity: quantity, label: label, fate: fate(sentence, start..<range.upperBound)))
    }
    // "on weekdays it is four": a value at a time, no part.
    let isValue = WordLists.pronouns.contains(sentence.key(place.lowerBound - 2))
    guard isLast, !isValue, let label = label(sentence, range.lowerBound..<place.lowerBound), !isFirst else {
      return .wrong
    }
    return .part(
      Reckoning.Part(quantity: quantity, label: label, fate: fate(sentence, range.lowerBound..<place.lowerBound)))
  }

  /// Sentences or lines behind the whole's, as long as each begins with a bare number.
  private func following(_ number: Int, _ whole: Quantity) -> ([Reckoning.Part], Int) {
    var parts: [Reckoning.Part] = []
    var last = number
    while last + 1 < sentences.count, sentences[last + 1].field == whole.span.field, last - number < 8 {
      let sentence = sentences[last + 1]
      guard sentence.count > 1 else { break }
      var first = 0
      while first < min(3, sentence.count), !sentence.isWord(first), !sentence.isNumber(first) { first += 1 }
      guard let quantity = quantities(in: sentence, first..<sentence.count).first,
        sentence.range(of: quantity.span).lowerBound - first <= 1, isPart(quantity, of: whole),
        !isForeign(quantity, whole), quantity.unit == .count || quantity.unit == whole.unit
      else { break }
      let more = items(of: sentence, from: 0, whole: whole)
      guard !more.isEmpty else { break }
      parts += more
      last += 1
    }
    return (parts, last)
  }

  private func quantities(in sentence: SentenceTokens, _ range: Range<Int>) -> [Quantity] {
    guard !range.isEmpty else { return [] }
    let span = sentence.span(range)
    return quantities.filter { span.contains($0.span) }
  }

  private func quantity(in sentence: SentenceTokens, at position: Int) -> Quantity? {
    guard position < sentence.count else { return nil }
    let span = sentence.span(position..<position + 1)
    return quantities.first { $0.span.overlaps(span) }
  }

  // MARK: Tests

  /// True unless the sentence asks, supposes or plans. "Could not get through" tells what was.
  private func isTold(_ quantity: Quantity) -> Bool {
    let name = document.fields[quantity.span.field].name
    guard !name.hasPrefix("options"), !name.hasPrefix("success"), let number = index.sentence(of: quantity.span) else {
      return false
    }
    let sentence = sentences[number]
    // "to ask whether they should come" supposes nothing.
    let supposes = (0..<sentence.count).contains { place in
      Self.suppositions.contains(sentence.key(place))
        && !sentence.contains(["whether"], in: max(0, place - 3)..<place)
    }
    return sentence.key(sentence.count - 1) != "?" && !supposes
  }

  private func isWhole(_ quantity: Quantity) -> Bool {
    let isCounted = quantity.unit == .count || quantity.unit == .hour || quantity.unit.isMoney
    return isCounted && quantity.value >= 5 && quantity.upper == nil && quantity.comparator == .equal
      && !quantity.isOpenEnded && isTold(quantity)
  }

  private func isPart(_ quantity: Quantity, of whole: Quantity) -> Bool {
    let isSame = quantity.unit == .count || quantity.unit == whole.unit
    return isSame && quantity.upper == nil && quantity.comparator == .equal && quantity.value >= 1
      && quantity.value == quantity.value.rounded() && (quantity.per == nil || quantity.per == whole.per)
      && !quantity.isOpenEnded
  }

  /// True if a part counts something else than the whole does.
  private func isForeign(_ part: Quantity, _ whole: Quantity) -> Bool {
    guard let one = head(part.noun) else { return false }
    return head(whole.noun) != one
  }

  private func head(_ span: Span?) -> WordKey? {
    guard let span, let number = index.sentence(of: span) else { return nil }
    let sentence = sentences[number]
    return sentence.range(of: span).last { sentence.isWord($0) }.map { sentence.stem($0) }
  }

  /// "of the last 22", "out of 40", "among our 60".
  private func isPartitive(_ sentence: SentenceTokens, _ place: Int) -> Bool {
    var at = place - 1
    while at >= 0, place - at < 4, Self.fillers.contains(sentence.key(at)) { at -= 1 }
    return ["of", "among", "from"].contains(sentence.key(at))
      && (at == 0 || sentence.key(at - 1) == "out" || !sentence.isWord(at - 1) && !sentence.isNumber(at - 1)
        || ["and", "but"].contains(sentence.key(at - 1)))
  }

  /// True if only small words stand between a number and the start of its item.
  private func opens(_ sentence: SentenceTokens, _ place: Int) -> Bool {
    var at = place - 1
    while at >= 0, place - at < 4 {
      let key = sentence.key(at)
      if Self.separators.contains(key) || Self.joins.contains(key) || !sentence.isWord(at) { return true }
      guard Self.fillers.contains(key) else { return false }
      at -= 1
    }
    return at < 0
  }

  /// "31 too small and 14 broken": "and" before a number starts an item.
  private func startsItem(_ sentence: SentenceTokens, _ at: Int, _ first: Int) -> Bool {
    guard at > first, Self.joins.contains(sentence.key(at)) else { return false }
    var next = at + 1
    while next < sentence.count, Self.fillers.contains(sentence.key(next)), next - at < 4 { next += 1 }
    return quantities(in: sentence, next..<min(next + 1, sentence.count)).first != nil
      || quantities.contains {
        $0.span.field == sentence.field && next < sentence.count && $0.span.start == sentence.tokens[next].start
      }
  }

  /// First token behind a number and what it counts, if that stands right behind it.
  private func wordEnd(of quantity: Quantity, _ sentence: SentenceTokens) -> Int {
    let end = sentence.range(of: quantity.span).upperBound
    guard let noun = quantity.noun else { return end }
    return max(end, sentence.range(of: noun).upperBound)
  }

  private func span(of whole: Quantity, _ sentence: SentenceTokens) -> Span {
    guard let noun = whole.noun, noun.start >= whole.span.start, noun.start - whole.span.end < 12 else {
      return whole.span
    }
    return Span(field: whole.span.field, start: whole.span.start, end: max(whole.span.end, noun.end))
  }

  // MARK: Words

  /// What is told of a part: behind "because" or "about", else all words.
  private func label(_ sentence: SentenceTokens, _ range: Range<Int>) -> Span? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    if let marker = (lower..<min(upper, lower + 6)).first(where: { sentence.key($0) == "because" }), marker + 1 < upper
    {
      lower = sentence.key(marker + 1) == "of" ? marker + 2 : marker + 1
    } else {
      while lower < upper, Self.leads.contains(sentence.key(lower)) { lower += 1 }
    }
    while lower < upper, !sentence.isWord(lower), !sentence.isNumber(lower) { lower += 1 }
    while upper > lower,
      !sentence.isWord(upper - 1) && !sentence.isNumber(upper - 1) || Self.tails.contains(sentence.key(upper - 1))
    {
      upper -= 1
    }
    if upper - lower == 1, ["went", "fell"].contains(sentence.key(lower - 1)) { lower -= 1 }  // "went live"
    guard lower < upper, upper - lower <= 20 else { return nil }
    return sentence.span(lower..<upper)
  }

  private func fate(_ sentence: SentenceTokens, _ range: Range<Int>) -> Reckoning.Part.Fate {
    let words = range.map { sentence.key($0) }
    if words.contains(where: { Self.remainders.contains($0) }) || Self.isUnnamed(words) { return .residual }
    let isDenied = words.contains { Self.denials.contains($0) }
    let isGood =
      zip(words, words.dropFirst()).contains { Self.good[$0]?.contains($1) == true }
      || words.count <= 3
        && words.contains { ["succeeded", "worked", "fine", "passed", "completed", "solved", "finished"].contains($0) }
    if isGood, !isDenied { return .good }
    return isDenied || words.contains { Self.faults.contains($0) } ? .bad : .open
  }

  /// "gave no reason", "nobody can explain".
  private static func isUnnamed(_ words: [WordKey]) -> Bool {
    zip(words, words.dropFirst()).contains {
      ["no", "without", "unknown", "other"].contains($0)
        && ["reason", "reasons", "answer", "cause", "things", "causes"].contains($1)
    }
      || words.contains("unknown") || words.contains("unclear") || words.contains("explain")
  }

  private static let remainders: Set<WordKey> = [
    "rest", "others", "remaining", "remainder", "else", "elsewhere", "various", "miscellaneous",
  ]
  private static let suppositions: Set<WordKey> = [
    "would", "might", "maybe", "perhaps", "suppose", "imagine", "assume", "assuming", "if", "should", "plan", "planned",
  ]
  private static let separators: Set<WordKey> = [",", ";", ":", "(", ")", "–", "—", "/"]
  private static let joins: Set<WordKey> = ["and", "but", "while", "plus"]
  private static let fillers: Set<WordKey> = [
    "the", "our", "these", "those", "my", "their", "last", "in", "for", "at", "with", "only", "just", "another",
    "about",
    "some", "other", "by", "then", "around", "roughly", "nearly", "on", "a", "further", "first", "past", "all",
    "almost",
  ]
  private static let nested: Set<WordKey> = ["them", "these", "those", "which", "whom", "the", "us", "our"]
  private static let leads: Set<WordKey> = [
    "were", "was", "are", "is", "about", "over", "due", "to", "for", "from", "on", "that", "who", "which", "ended",
    "concern", "concerned", "went", "more", "of", "them",
  ]
  private static let tails: Set<WordKey> = ["and", "but", "while", "the", "in", "of", "only", "for", "with", "plus"]
  private static let denials: Set<WordKey> = [
    "not", "no", "nobody", "never", "without", "none", "nothing", "n't", "didn't", "wasn't", "weren't", "couldn't",
    "can't", "cannot", "don't", "doesn't", "neither", "hardly",
  ]
  private static let faults: Set<WordKey> = [
    "broken", "late", "wrong", "missing", "failed", "refused", "cancelled", "lost", "damaged", "rejected", "declined",
    "complained", "forgot", "forgotten", "overdue", "missed", "incomplete", "faulty", "unanswered", "rude",
  ]
  private static let good: [WordKey: Set<WordKey>] = [
    "went": ["well", "fine", "right", "smoothly", "live"],
    "were": ["fine", "ok", "okay", "right", "correct", "successful"],
    "was": ["fine", "ok", "okay", "right", "correct"], "on": ["time"], "as": ["planned", "agreed", "promised"],
    "in": ["order"], "without": ["trouble", "problem", "problems", "complaint", "complaints", "a"],
    "no": ["trouble", "problem", "problems", "complaint"],
  ]
}
