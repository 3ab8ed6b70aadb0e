/// Gaps between a line of `success_criteria` and the present value that the text tells elsewhere: "Fewer than 10 complaints a
/// month", where "complaints went from 6 to 31 a month".
enum CriteriaGaps {
  private struct Present {
    var subject: Span?
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
      let best = ranked.last { $0.0 == ranked.map(\.0).max() && $0.0 > 0 }?.1
      guard let now = best ?? counted(target, facts) ?? headline(target, words, facts) else { return nil }
      return Gap(
        subject: now.subject, now: now.quantity, target: target, baseline: nil,
        isReduction: MeasureReader.isReduction(now.quantity, target), span: now.quantity.span)
    }
  }

  /// "Fewer than 15 nights", where "we turned away 61 nights": the same things, counted.
  private static func counted(_ target: Quantity, _ facts: Facts) -> Present? {
    let document = facts.document
    guard target.unit == .count, let noun = target.noun, let head = TargetWords.head(noun, document) else { return nil }
    let found = facts.quantities.filter { other in
      other.unit == .count && other.per == target.per && other.comparator == .equal
        && !isCriterion(other, document) && other.noun.flatMap { TargetWords.head($0, document) } == head
    }
    // Of several it would be a guess.
    return found.count == 1 ? found.first.map { Present(subject: nil, quantity: $0) } : nil
  }

  /// "Under 7% by the summer" names nothing: it is about the first figure of its kind that the author gives.
  private static func headline(_ target: Quantity, _ words: Set<WordKey>, _ facts: Facts) -> Present? {
    let document = facts.document
    guard target.unit == .percent, target.noun == nil,
      let number = document.index.sentence(of: target.span), document.lines[number].count <= 8,
      let first = facts.quantities.first(where: {
        $0.unit == .percent && $0.comparator == .equal && !isCriterion($0, document)
          && document.fields[$0.span.field].name == "problem"
      }),
      let place = document.index.sentence(of: first.span),
      MeasureReader.isReduction(first, target) == [.below, .atMost].contains(target.comparator)
    else { return nil }
    let line = document.lines[place]
    let start = line.range(of: first.span).lowerBound
    guard MeasureReader.time(line, line.range(of: first.span), line.clause(at: start)) == .now else { return nil }
    return Present(subject: nil, quantity: first)
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
    let field = document.fields[quantity.span.field].name
    return field.hasPrefix("success_criteria") || isProse(field) && isUnderGoal(quantity, document)
  }

  private static func isProse(_ field: String) -> Bool { field == "problem" || field.hasPrefix("context") }

  /// In the line below a heading that says "Goal" or "Success".
  private static func isUnderGoal(_ quantity: Quantity, _ document: Document) -> Bool {
    guard let number = document.index.sentence(of: quantity.span), number > 0,
      document.sentences[number - 1].field == quantity.span.field
    else { return false }
    let heading = document.lines[number - 1]
    return heading.count <= 5
      && heading.contains(
        ["goal", "goals", "target", "targets", "aim", "aims", "success", "objective"], in: 0..<heading.count)
  }

  private static func isComparable(_ now: Quantity, _ target: Quantity) -> Bool {
    if let left = now.per, let right = target.per, left != right { return false }
    return UnitWords.comparable(now.unit, target.unit)
  }

  /// The content words of the whole line.
  private static func words(of target: Quantity, _ document: Document) -> Set<WordKey> {
    Set(
      line(of: target, document).filter { $0.kind == .word && !NounRun.stops.contains($0.key) }.map(\.stem))
  }

  private static func line(of target: Quantity, _ document: Document) -> ArraySlice<Token> {
    let all = document.tokens[target.span.field]
    return document.index.sentence(of: target.span).map { all[document.sentences[$0].tokens] } ?? all[...]
  }

  private static func shared(_ present: Present, _ words: Set<WordKey>, _ document: Document) -> Int {
    let named =
      (present.subject.map { Array(TargetWords.tokens(of: $0, document)) } ?? [])
      + (present.quantity.noun.map { Array(TargetWords.tokens(of: $0, document)) } ?? [])
    return Set(named.filter { $0.kind == .word }.map(\.stem)).intersection(words).count
  }
}
