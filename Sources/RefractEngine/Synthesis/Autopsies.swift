/// Says of each attempt what it changed, what it left, and what its result tells.
struct Autopsies: Sendable {
  let book: Phrasebook
  let catalogue: Catalogue
  var view: CaseView { book.view }

  func all() -> [Solution.Autopsy] {
    view.facts.attempts.enumerated().map { index, attempt in
      Solution.Autopsy(
        attempt: English.capitalised(CaseView.onOneLine(view.facts.text(attempt.label))),
        effect: effectText(attempt), why: why(attempt, index: index), effectValue: attempt.effect?.value,
        effectUnit: attempt.effect.map { $0.unit == .percent ? "%" : "" }, span: attempt.span)
    }
  }

  private func effectText(_ attempt: Attempt) -> String? {
    (attempt.effect?.span ?? attempt.outcome).map { CaseView.onOneLine(view.facts.text($0)) }
  }

  private func why(_ attempt: Attempt, index: Int) -> String {
    var given = [
      "name": view.value(of: attempt, "name") ?? SlotValue(attempt.name),
      "verdict": SlotValue(attempt.verdict.rawValue),
    ]
    if let outcome = attempt.outcome { given["outcome"] = .quotation(outcome, in: view) }
    if let effect = attempt.effect { given["effect"] = view.figure(effect) }
    let intervention = intervention(attempt)
    if let known = intervention {
      given["leaves"] = SlotValue(known.left ?? known.leaves, isPlural: English.looksPlural(known.left ?? known.leaves))
      given["component"] = SlotValue(known.component, isPlural: English.looksPlural(known.component))
      if let found = known.found { given["found"] = SlotValue(found) }
    }
    // "Most of all" needs several to compare with.
    let isBest =
      view.facts.attempts.count { $0.effect != nil } >= 3 && view.attempt("best")?.span == attempt.span
    let kind = intervention.map { $0.left == nil ? "clause" : "known" } ?? "unknown"
    let isUntold = attempt.outcome == nil && attempt.effect == nil
    let keys = [
      isUntold ? "autopsy.untold.\(kind)" : "", isBest ? "autopsy.best.\(kind)" : "",
      "autopsy.\(attempt.verdict.rawValue).\(kind)", "autopsy.any.\(kind)",
    ]
    for key in keys {
      if let text = book.say(key, given, salt: String(index)) { return text }
    }
    return ""
  }

  /// What the catalogue knows of it. Packs may say what it leaves in a clause ("each query is quicker, their number is the
  /// same") instead of a noun phrase ("the load when all are needed at once").
  private func intervention(_ attempt: Attempt) -> Intervention? {
    guard let id = attempt.intervention else { return nil }
    return (view.packs.flatMap(\.interventions) + catalogue.interventions).first { $0.id == id }
  }
}
