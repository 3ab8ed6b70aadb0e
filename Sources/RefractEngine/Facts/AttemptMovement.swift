/// What a movement says where its words do not: "Text message the day before: 17% -> 14%", where under 7% is wanted.
enum AttemptMovement {
  /// Less than this part of the first value is standing still, as in ``AttemptEffect``.
  private static let least = 0.1

  /// The verdicts that the wanted values decide.
  static func settle(_ facts: inout Facts) {
    guard !facts.gaps.isEmpty else { return }
    let places = QuantityIndex(facts.quantities)
    for number in facts.attempts.indices where facts.attempts[number].verdict == .unknown {
      guard let outcome = facts.attempts[number].outcome, let verdict = verdict(of: outcome, places, facts) else {
        continue
      }
      facts.attempts[number].verdict = verdict
    }
  }

  /// The trends without those that a step is named by: "changed the dryer time from 3 to 4 hours" changes a setting. A verb of
  /// movement in front ("hired two, and the average went from 35 to 31") makes it a trend again.
  static func withoutSettings(_ facts: Facts) -> [Trend] {
    facts.trends.filter { trend in
      !facts.attempts.contains { attempt in
        guard attempt.label.contains(trend.span) else { return false }
        let deed = Span(field: trend.span.field, start: attempt.label.start, end: trend.span.end)
        return !Tokeniser.tokens(of: facts.text(deed)).dropFirst().contains { Verbs.entry($0.key)?.form == .past }
      }
    }
  }

  private static func verdict(of outcome: Span, _ places: QuantityIndex, _ facts: Facts) -> Attempt.Verdict? {
    let found = places.inside(outcome)
    guard found.count == 2, UnitWords.comparable(found[0].unit, found[1].unit), found[0].value > 0,
      joins(found[0], found[1], facts.document),
      let gap = facts.gaps.first(where: { measures($0, found[0]) })
    else { return nil }
    let after = UnitWords.convert(found[1].value, from: found[1].unit, to: found[0].unit)
    if abs(after - found[0].value) < found[0].value * least { return Attempt.Verdict.none }
    return (after < found[0].value) == gap.isReduction ? .helped : .worse
  }

  /// In the same unit, or bare and beginning where the gap stands: "4.8 to 4.5", where 4.8% is the present value.
  private static func measures(_ gap: Gap, _ first: Quantity) -> Bool {
    first.unit == .count
      ? first.noun == nil && first.value == gap.now.value : UnitWords.comparable(gap.target.unit, first.unit)
  }

  /// "17% -> 14%", "17% to 14%".
  private static func joins(_ first: Quantity, _ second: Quantity, _ document: Document) -> Bool {
    let between = Tokeniser.tokens(
      of: document.text(Span(field: first.span.field, start: first.span.end, end: second.span.start)))
    return between.count == 1 && (between[0].key == "to" || AttemptItem.arrows.contains(between[0].key))
  }
}
