/// Gaps between a line of `success_criteria` and the present value that the text tells elsewhere: "Fewer than 10 complaints a
/// month", where "complaints went from 6 to 31 a month".
enum CriteriaGaps {
  private struct Present {
    var subject: Span
    var quantity: Quantity
  }

  static func gaps(_ facts: Facts) -> [Gap] {
    let document = facts.document
    let known = Set(facts.gaps.map(\.target.span))
    let present = presents(facts)
    let places = QuantityIndex(facts.quantities)
    return facts.quantities.compactMap { target in
      guard isCriterion(target, document), !known.contains(target.span) else { return nil }
      if let gap = told(target, places, document) { return gap }
      guard target.comparator != .equal else { return nil }
      let words = words(of: target, document)
      let ranked = present.filter { isComparable($0.quantity, target) }.map { (shared($0, words, document), $0) }
      // Of equals the later telling is the newer.
      guard let best = ranked.last(where: { $0.0 == ranked.map(\.0).max() }), best.0 > 0 else { return nil }
      let now = best.1
      return Gap(
        subject: now.subject, now: now.quantity, target: target, baseline: nil,
        isReduction: MeasureReader.isReduction(now.quantity, target), span: now.quantity.span)
    }
  }

  /// "below 5 a week (now about 40)": the line itself tells how it is.
  private static func told(_ target: Quantity, _ places: QuantityIndex, _ document: Document) -> Gap? {
    guard let number = document.index.sentence(of: target.span) else { return nil }
    let line = document.lines[number]
    let found = places.inside(line.whole).first { other in
      guard target.span < other.span,
        other.unit == .count && other.noun == nil || isComparable(other, target)
      else { return false }
      let start = line.range(of: other.span).lowerBound
      return line.contains(GapWords.nows, in: max(0, start - 4)..<start)
    }
    guard var now = found else { return nil }
    if now.unit == .count, now.noun == nil { (now.unit, now.per) = (target.unit, target.per) }
    return Gap(
      subject: line.nounsBefore(line.range(of: target.span).lowerBound).map { line.span($0) }, now: now, target: target,
      baseline: nil, isReduction: MeasureReader.isReduction(now, target),
      span: line.closed(Span(field: target.span.field, start: target.span.start, end: now.span.end)))
  }

  private static func presents(_ facts: Facts) -> [Present] {
    let measures = facts.measures.compactMap { measure -> Present? in
      guard measure.time == .now, let subject = measure.subject, !isCriterion(measure.quantity, facts.document) else {
        return nil
      }
      return Present(subject: subject, quantity: measure.quantity)
    }
    let trends = facts.trends.compactMap { trend -> Present? in
      guard let subject = trend.subject, let to = trend.to else { return nil }
      return Present(subject: subject, quantity: to)
    }
    return measures + trends
  }

  private static func isCriterion(_ quantity: Quantity, _ document: Document) -> Bool {
    document.fields[quantity.span.field].name.hasPrefix("success_criteria")
  }

  private static func isComparable(_ now: Quantity, _ target: Quantity) -> Bool {
    if let left = now.per, let right = target.per, left != right { return false }
    return UnitWords.comparable(now.unit, target.unit)
  }

  /// The content words of the whole line.
  private static func words(of target: Quantity, _ document: Document) -> Set<WordKey> {
    Set(
      document.tokens[target.span.field].filter { $0.kind == .word && !NounRun.stops.contains($0.key) }.map(\.stem))
  }

  private static func shared(_ present: Present, _ words: Set<WordKey>, _ document: Document) -> Int {
    let named =
      Array(TargetWords.tokens(of: present.subject, document))
      + (present.quantity.noun.map { Array(TargetWords.tokens(of: $0, document)) } ?? [])
    return Set(named.filter { $0.kind == .word }.map(\.stem)).intersection(words).count
  }
}
