/// Judges every stated constraint against the plan.
struct ConstraintReview: Sendable {
  let book: Phrasebook
  /// In printed order: an action's number is its place, from 1.
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
    // A limit on money that ends on a date is a limit on money.
    let isDate =
      constraint.touches.allSatisfy { $0 == "deadline" }
      && view.facts.deadlines.contains { $0.span.overlaps(constraint.span) }
    if isDate || constraint.touches.contains("deadline") { return deadlineVerdict(constraint) }
    let touching = actions.indices.filter { index in
      Feasibility.endangered(by: actions[index].touches, in: view).contains { $0.span == constraint.span }
        && meets(actions[index], constraint)
    }
    let salt = String(index)
    if let first = touching.first {
      let numbers = touching.prefix(3).map { String($0 + 1) }
      let given = [
        "action": SlotValue(English.lowered(actions[first].text)),
        "numbers": SlotValue(English.list(numbers), isPlural: numbers.count > 1),
      ]
      return (.atRisk, book.say("feasible.risk", given, salt: salt) ?? "")
    }
    let words = Quotation.text(view.facts.text(constraint.span))
    if let asking = actions.firstIndex(where: { $0.text.contains(words) }),
      let note = book.say("feasible.asked", ["number": SlotValue(String(asking + 1))], salt: salt)
    {
      return (.unknown, note)
    }
    if constraint.touches.isEmpty {
      // What is forbidden and named by no action is left alone; a demand may ask for more than that.
      let isBan = constraint.kind == .prohibit || constraint.kind == .limit
      if isBan, constraint.isHard, PlanReference.nearest(to: view.facts.text(constraint.span), in: actions) == nil,
        let note = book.say("feasible.kept.unnamed", salt: salt)
      {
        return (.kept, note)
      }
      return (.unknown, unknown(constraint, salt: salt))
    }
    var given: [String: SlotValue] = [:]
    let areasChanged = Set(actions.flatMap(\.touches))
    // "No step puts the way the work is done at risk; the plan works on the way the work is done" says nothing.
    if constraint.touches.contains(where: areasChanged.contains) {
      return (.unknown, unknown(constraint, salt: salt))
    }
    if let kept = areas(constraint.touches), let changed = areas(actions.flatMap(\.touches)) {
      given = ["kept": kept, "changed": changed]
    }
    let key = "feasible.kept." + constraint.kind.rawValue
    return (.kept, book.say(key, given, salt: salt) ?? book.say("feasible.kept", given, salt: salt) ?? "")
  }

  /// Nearly every step changes the way the work is done: there it has to speak of the same thing as the limit.
  private func meets(_ action: PlannedAction, _ constraint: Constraint) -> Bool {
    let shared = action.touches.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
      .filter { constraint.touches.contains($0) }
    return shared != ["process"] || PlanReference.nearest(to: view.facts.text(constraint.span), in: [action]) != nil
  }

  /// What the text does not say about a limit, and the action that comes nearest to it.
  private func unknown(_ constraint: Constraint, salt: String) -> String {
    var given: [String: SlotValue] = [:]
    if let near = PlanReference.nearest(to: view.facts.text(constraint.span), in: actions) {
      given["near"] = SlotValue(String(near + 1))
    }
    if let change = actions.firstIndex(where: { $0.kind > .decide }) {
      given["change"] = SlotValue(String(change + 1))
    }
    return book.say(given["near"] == nil ? "feasible.unknown" : "feasible.unknown.near", given, salt: salt) ?? ""
  }

  /// What a set of touches comes to in words, at most three of them.
  private func areas(_ touches: [String]) -> SlotValue? {
    var names: [String] = []
    for touch in touches where !touch.hasSuffix("?") {
      if let name = book.say("touch." + touch).map(English.lowered), !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return nil }
    let shown = Array(names.prefix(3))
    return SlotValue(English.list(shown), isPlural: shown.count > 1 || English.looksPlural(shown[0]))
  }

  private func deadlineVerdict(_ constraint: Constraint) -> (Solution.Verdict, String) {
    let steps = path?.steps ?? []
    let needed = steps.reduce(0) { $0 + $1.high }
    let least = steps.reduce(0) { $0 + $1.low }
    guard needed > 0 else { return (.unknown, unknown(constraint, salt: "")) }
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
