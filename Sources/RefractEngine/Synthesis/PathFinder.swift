/// The few steps that lead to the target: stop, look, take the smallest structural step, prove it, or fall back.
struct PathFinder: Sendable {
  let book: Phrasebook
  /// The root belief's test; nil if it has none, or if a limit forbids what it would test.
  var check: Synthesiser.Check?
  var view: CaseView { book.view }

  func path(_ actions: [PlannedAction]) -> Solution.Path? {
    var steps = Planner.critical(actions)
    guard steps.contains(where: { $0.kind > .decide }) else { return nil }
    if let proof = proof() { steps.append(proof) }
    var total = 0.0
    let printed = steps.map { step in
      total += step.days.high
      return Solution.PathStep(
        text: step.text, effort: DayText.effort(step.days), low: step.days.low, high: step.days.high, total: total,
        gate: step.gate)
    }
    return Solution.Path(target: target(), steps: printed, sum: sum(steps), available: view.daysLeft)
  }

  /// The last step compares with the author's own figures.
  private func proof() -> PlannedAction? {
    let given = check.map {
      [
        "measure": SlotValue(English.lowered($0.measure)), "passes": SlotValue($0.passes),
        "belief": SlotValue(String($0.belief)),
      ]
    }
    let key = !view.facts.gaps.isEmpty ? "path.proof.gap" : given == nil ? "path.proof.none" : "path.proof"
    guard let text = book.say(key, given ?? [:]) else { return nil }
    return PlannedAction(
      text: Planner.imperative(text), words: [], kind: .measure, days: Effort(low: 1, high: 1), touches: [], gate: nil,
      lenses: [],
      beliefs: [], order: .max, confidence: 0, isFromRoot: true)
  }

  private func target() -> String {
    book.say(view.facts.gaps.isEmpty ? "path.target" : "path.target.gap") ?? ""
  }

  private func sum(_ steps: [PlannedAction]) -> String? {
    let efforts = steps.filter { $0.days.high > 0 }
    guard efforts.count > 1 else { return nil }
    let low = efforts.reduce(0) { $0 + $1.days.low }
    let high = efforts.reduce(0) { $0 + $1.days.high }
    let terms = efforts.map { DayText.range($0.days.low, $0.days.high) }.joined(separator: " + ")
    var given = ["days": SlotValue(DayText.range(low, high)), "terms": SlotValue(terms)]
    guard let left = view.daysLeft else { return book.say("path.sum", given) }
    given["left"] = SlotValue(DayText.number(left))
    let key = high <= left ? "path.sum.fits" : low <= left ? "path.sum.tight" : "path.sum.late"
    return book.say(key, given)
  }
}
