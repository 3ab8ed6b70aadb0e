/// One's own figure against somebody else's, and a step against the way that was left to go.
extension Sums {
  // MARK: "31 days; the neighbouring association manages twelve"

  mutating func rivals() {
    for sentence in sentences where result(of: .rival) < 2 {
      for quantity in facts.quantities.prefix(400)
      where quantity.span.field == sentence.field && sentence.count > 0 && sentence.whole.contains(quantity.span) {
        if let rival = rival(quantity, sentence) { reckonings.append(rival) }
      }
    }
  }

  private func result(of kind: Reckoning.Kind) -> Int { reckonings.count { $0.kind == kind } }

  private mutating func rival(_ other: Quantity, _ sentence: SentenceTokens) -> Reckoning? {
    guard other.upper == nil, other.value > 0, other.comparator == .equal, isAsserted(other),
      !facts.gaps.contains(where: { $0.now.span == other.span || $0.target.span == other.span }),
      !facts.trends.contains(where: { $0.from?.span == other.span || $0.to?.span == other.span }),
      let name = holder(of: other, sentence), let (own, subject, gap) = own(for: other, sentence),
      let isReduction = gap?.isReduction ?? isLessBetter(subject)
    else { return nil }
    // Only where the other does better is it shown that better is possible.
    let bench = UnitWords.convert(other.value, from: other.unit == .count ? own.unit : other.unit, to: own.unit)
    guard bench != own.value, isReduction == (bench < own.value), bench >= own.value / 20, bench <= own.value * 20
    else {
      return nil
    }
    let id = "N\(result(of: .rival) + 1)"
    var reckoning = Reckoning(kind: .rival, span: Span(field: name.field, start: name.start, end: other.span.end))
    reckoning.figures = ["own": own.span, "other": other.span]
    reckoning.words = ["name": name]
    reckoning.words["subject"] = subject
    let (a, b) = (operand(own), QuantityText.operand(bench))
    let difference = (own.value - bench).magnitude
    let inputs = [own, other]
    sum(
      &reckoning, "difference", "\(id).difference", difference, text(difference, like: own),
      own.value > bench ? "\(a) − \(b)" : "\(b) − \(a)", inputs)
    if isReduction {
      let share = 100 * difference / own.value
      sum(&reckoning, "share", "\(id).share", share, percent(share, isExact: false), "1 − \(b)/\(a)", inputs)
    }
    if let gap, gap.target.upper == nil {
      reckoning.figures["target"] = gap.target.span
      let target = UnitWords.convert(gap.target.value, from: gap.target.unit, to: own.unit)
      let way = (own.value - target).magnitude
      if way > 0, difference < way {
        let c = NumberText.plain(target)
        let part = isReduction ? "(\(a) − \(b))/(\(a) − \(c))" : "(\(b) − \(a))/(\(c) − \(a))"
        sum(
          &reckoning, "gapShare", "\(id).gapShare", 100 * difference / way,
          percent(100 * difference / way, isExact: false), part, inputs + [gap.target])
      } else if way > 0 {
        reckoning.figures["beyond"] = gap.target.span
      }
    }
    return reckoning.sums["difference"] == nil ? nil : reckoning
  }

  /// A difference with the unit of a figure; percentages differ by points.
  func text(_ difference: Double, like own: Quantity) -> String {
    let unit: Quantity.Unit = own.unit == .percent ? .point : own.unit
    let noun = difference == 1 ? nil : text(own.noun)
    return QuantityText.value(
      difference, unit, decimals: min(2, NumberText.decimals(of: difference)), noun: unit == .count ? noun : nil)
  }

  /// The own figure: "ours is 11%" beside it, or the gap's present value not far off.
  private func own(for other: Quantity, _ sentence: SentenceTokens) -> (Quantity, Span?, Gap?)? {
    func fits(_ quantity: Quantity, _ subject: Span?) -> Bool {
      guard quantity.upper == nil, isUsable(quantity), quantity.span != other.span else { return false }
      if other.unit != .count { return UnitWords.comparable(quantity.unit, other.unit) && quantity.per == other.per }
      if let noun = lastStem(other.noun) {
        return quantity.unit == .count && quantity.per == other.per
          && (lastStem(quantity.noun) == noun || words(subject).contains { $0.stem == noun })
      }
      // A bare number takes the unit of the figure it stands beside, never that of a rate of its own.
      return other.per == nil && (quantity.unit.isTime || quantity.unit == .percent)
    }
    func distance(_ span: Span) -> Int {
      guard span.field == sentence.field, let number = index.sentence(of: span) else { return 99 }
      return abs(number - sentence.index)
    }
    let reach = other.unit == .count ? 1 : 2
    if let gap = facts.gaps.first, fits(gap.now, gap.subject),
      min(distance(gap.now.span), distance(gap.target.span)) <= reach
    {
      return (gap.now, gap.subject, gap)
    }
    let beside = facts.measures.filter {
      $0.time == .now && fits($0.quantity, $0.subject) && distance($0.quantity.span) == 0 && $0.subject != nil
    }
    guard beside.count == 1, let own = beside.first else { return nil }
    return (own.quantity, own.subject, nil)
  }

  private func isLessBetter(_ subject: Span?) -> Bool? {
    guard let subject, let number = index.sentence(of: subject) else { return nil }
    return PolarityLexicon.isLessBetter(sentences[number], sentences[number].range(of: subject))
  }

  func span(_ left: Span, _ right: Span) -> Span {
    guard left.field == right.field else { return left }
    return Span(field: left.field, start: min(left.start, right.start), end: max(left.end, right.end))
  }

  /// Whose figure it is, if it is somebody else's: "the neighbouring association", "the clinic upstairs".
  private func holder(of quantity: Quantity, _ sentence: SentenceTokens) -> Span? {
    let end = sentence.range(of: quantity.span).lowerBound
    guard
      let verb = stride(from: end - 1, through: max(0, end - 6), by: -1).first(where: {
        Self.having.contains(sentence.key($0))
      })
    else { return nil }
    // Between the verb and the figure: nothing but small words and a name of the figure ("a vacancy rate of").
    guard !(verb..<end).contains(where: { sentence.isNumber($0) || sentence.kind($0) == .punctuation }) else {
      return nil
    }
    var lower = verb
    while lower > 0, verb - lower < 12, !sentence.isNumber(lower - 1), !Self.ends.contains(sentence.key(lower - 1)) {
      lower -= 1
    }
    // Of several pieces between commas the one that names somebody else.
    var pieces: [Range<Int>] = []
    var start = lower
    for at in lower...verb where at == verb || sentence.key(at) == "," {
      if at > start { pieces.append(start..<at) }
      start = at + 1
    }
    guard var piece = pieces.first(where: { isSomebodyElse(sentence, $0) }) else { return nil }
    while let first = piece.first, Self.openers.contains(sentence.key(first)) { piece = first + 1..<piece.upperBound }
    guard let first = piece.first, piece.count <= 7,
      Self.determiners.contains(sentence.key(first)) || sentence.isCapitalised(first),
      !piece.contains(where: { Self.having.contains(sentence.key($0)) || Self.verbs.contains(sentence.key($0)) })
    else { return nil }
    return sentence.span(piece)
  }

  private func isSomebodyElse(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool {
    range.contains { at in
      let key = sentence.key(at)
      if Self.elsewhere.contains(key) { return true }
      if key == "other" { return sentence.key(at - 1) == "the" && sentence.key(at + 1) != "day" }
      if key == "next" {
        return ["town", "village", "city", "valley", "county", "street", "door"].contains(sentence.key(at + 1))
      }
      if key == "across" { return at + 1 < range.upperBound }
      return key == "average" && (sentence.key(at - 1) == "national" || sentence.key(at - 2) == "'")
    }
  }

  private static let elsewhere: Set<WordKey> = [
    "neighbouring", "neighboring", "neighbour", "neighbor", "neighbours", "neighbors", "competitor", "competitors",
    "rival", "rivals", "industry", "sector", "peers", "upstairs", "downstairs", "colleague", "chain", "sister",
    "online",
    "another", "cross-town",
  ]
  private static let having: Set<WordKey> = [
    "is", "are", "has", "have", "manages", "manage", "needs", "need", "takes", "take", "reaches", "reach", "does",
    "pays",
    "pay", "stands", "achieves", "loses", "lose", "averages", "says", "sells", "charges", "passes", "delivers", "gets",
    "sits", "answers", "finishes", "keeps", "lends",
  ]
  private static let verbs: Set<WordKey> = [
    "we", "i", "you", "they", "who", "which", "that", "was", "were", "had", "went", "want", "wants", "said", "would",
  ]
  private static let openers: Set<WordKey> = ["and", "but", "while", "whereas", "with", "because", "where"]
  private static let determiners: Set<WordKey> = ["the", "our", "a", "another", "my", "your", "its"]
  private static let ends: Set<WordKey> = [";", ":", "(", ")", "–", "—", "than", "against"]

  // MARK: "Hired two joiners, and it went from 35 to 31"

  mutating func headway() {
    guard let gap = facts.gaps.first, gap.target.upper == nil, gap.now.upper == nil,
      gap.target.unit == .count || gap.target.unit == gap.now.unit
    else { return }
    let now = gap.now
    let target = UnitWords.convert(gap.target.value, from: gap.target.unit, to: now.unit)
    var number = 0
    for attempt in facts.attempts {
      guard number < 3, let sentence = index.sentence(of: attempt.label),
        let trend = facts.trends.first(where: { trend in
          guard let from = trend.from, let to = trend.to, from.upper == nil, to.upper == nil else { return false }
          let place = index.sentence(of: trend.span)
          return (place == sentence || attempt.outcome.map { trend.span.overlaps($0) } == true)
            && to.value == now.value && UnitWords.comparable(to.unit, now.unit)
            && (from.unit == .count && from.noun == nil || UnitWords.comparable(from.unit, now.unit))
        }), let from = trend.from
      else { continue }
      let moved = gap.isReduction ? from.value - now.value : now.value - from.value
      let way = gap.isReduction ? from.value - target : target - from.value
      let left = way - moved
      guard moved > 0, left > 0 else { continue }
      number += 1
      let id = "A\(number)"
      var reckoning = Reckoning(kind: .headway, span: span(attempt.span, trend.span))
      reckoning.figures = ["from": from.span, "to": now.span, "target": gap.target.span]
      reckoning.words["subject"] = gap.subject ?? trend.subject
      reckoning.words["step"] = attempt.label
      let (a, b, c) = (NumberText.plain(from.value), NumberText.plain(now.value), NumberText.plain(target))
      let inputs = [from, now, gap.target]
      sum(
        &reckoning, "moved", "\(id).moved", moved, text(moved, like: now),
        gap.isReduction ? "\(a) − \(b)" : "\(b) − \(a)", inputs)
      sum(
        &reckoning, "left", "\(id).left", left, text(left, like: now), gap.isReduction ? "\(b) − \(c)" : "\(c) − \(b)",
        inputs)
      let part = gap.isReduction ? "(\(a) − \(b))/(\(a) − \(c))" : "(\(b) − \(a))/(\(c) − \(a))"
      sum(
        &reckoning, "share", "\(id).share", 100 * moved / way, percent(100 * moved / way, isExact: false), part, inputs)
      if left / moved >= 1.5, left / moved < 100 {
        sum(
          &reckoning, "more", "\(id).more", left / moved, NumberText.ratio(left / moved) + " times",
          "\(NumberText.plain(left))/\(NumberText.plain(moved))", inputs)
      }
      if reckoning.sums["moved"] != nil, reckoning.sums["left"] != nil { reckonings.append(reckoning) }
    }
  }
}
