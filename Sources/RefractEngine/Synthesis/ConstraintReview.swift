/// Judges every stated constraint against the plan.
struct ConstraintReview: Sendable {
  let book: Phrasebook
  let actions: [PlannedAction]
  let path: Solution.Path?
  var view: CaseView { book.view }

  func all() -> [Solution.Feasibility] {
    view.facts.constraints.enumerated().map { index, constraint in
      let (verdict, note) = verdict(constraint, index: index)
      return Solution.Feasibility(
        constraint: CaseView.onOneLine(view.facts.text(constraint.span)), verdict: verdict, note: note)
    }
  }

  private func verdict(_ constraint: Constraint, index: Int) -> (Solution.Verdict, String) {
    let isDate = view.facts.deadlines.contains { $0.span.overlaps(constraint.span) }
    if isDate || constraint.touches.contains("deadline") { return deadlineVerdict(constraint) }
    let touching = actions.filter { action in
      Feasibility.endangered(by: action.touches, in: view).contains { $0.span == constraint.span }
    }
    if let first = touching.first {
      let given = ["action": SlotValue(English.lowered(first.text))]
      return (.atRisk, book.say("feasible.risk", given, salt: String(index)) ?? "")
    }
    if constraint.touches.isEmpty {
      return (.unknown, book.say("feasible.unknown", salt: String(index)) ?? "")
    }
    // What comes nearest to it makes "kept" worth reading.
    let nearest = actions.first { $0.kind > .decide } ?? actions.first
    let given = nearest.map { ["action": SlotValue(English.lowered($0.text))] } ?? [:]
    return (
      .kept,
      book.say("feasible.kept." + constraint.kind.rawValue, given, salt: String(index)) ?? book.say(
        "feasible.kept", given, salt: String(index)) ?? ""
    )
  }

  private func deadlineVerdict(_ constraint: Constraint) -> (Solution.Verdict, String) {
    let steps = path?.steps ?? []
    let needed = steps.reduce(0) { $0 + $1.high }
    let least = steps.reduce(0) { $0 + $1.low }
    guard needed > 0 else { return (.unknown, book.say("feasible.unknown") ?? "") }
    guard let left = view.daysLeft else {
      let given = ["days": SlotValue(DayText.range(least, needed))]
      return (.unknown, book.say("feasible.deadline.unknown", given) ?? "")
    }
    let given = ["days": SlotValue(DayText.range(least, needed)), "left": SlotValue(DayText.number(left))]
    if needed <= left { return (.kept, book.say("feasible.deadline.kept", given) ?? "") }
    return (.atRisk, book.say(least <= left ? "feasible.deadline.tight" : "feasible.deadline.late", given) ?? "")
  }

  /// Demands that cannot all be met, before any plan.
  func conflicts() -> [String] {
    var lines: [String] = []
    let facts = view.facts
    if let overload = facts.derivations.firstIndex(where: { $0.id.hasPrefix("V7") }) {
      let value = SlotValue(
        facts.derivations[overload].text, isPlural: true, origin: .computed(overload),
        spans: facts.derivations[overload].inputs)
      if let line = book.say("conflict.window", ["sum": value]) { lines.append(line) }
    }
    let money = facts.constraints.first { $0.touches.contains("money") || $0.touches.contains("headcount") }
    let asksForHands = facts.options.first { view.facts.text($0.label).lowercased().contains("hire") }
    if let money, let asksForHands {
      let given: [String: SlotValue] = [
        "limit": .quotation(money.span, in: view), "option": .quotation(asksForHands.label, in: view),
      ]
      if let line = book.say("conflict.money", given) { lines.append(line) }
    }
    return lines
  }
}

/// Working days as printed: `½`, `1–3`, `5½–9½`.
package enum DayText {
  package static func number(_ days: Double) -> String {
    let whole = Int(days)
    let isHalf = days - Double(whole) >= 0.25 && days - Double(whole) < 0.75
    if isHalf { return whole == 0 ? "½" : "\(whole)½" }
    return String(Int(days.rounded()))
  }

  package static func range(_ low: Double, _ high: Double) -> String {
    low == high ? number(low) : "\(number(low))–\(number(high))"
  }

  /// "half a day, est.", "1 day, est.", "1–3 days, est."; nil for no effort.
  package static func effort(_ effort: Effort) -> String? {
    guard effort.high > 0 else { return nil }
    if effort.low == effort.high {
      if effort.high < 0.75 { return effort.high < 0.3 ? "an hour or two, est." : "half a day, est." }
      return number(effort.high) + (effort.high <= 1 ? " day, est." : " days, est.")
    }
    return range(effort.low, effort.high) + " days, est."
  }
}
