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
    if let known = intervention(attempt) {
      given["leaves"] = SlotValue(known.left ?? known.leaves, isPlural: English.looksPlural(known.left ?? known.leaves))
      given["component"] = SlotValue(known.component, isPlural: English.looksPlural(known.component))
      if let found = known.found { given["found"] = SlotValue(found) }
    }
    let isBest = attempt.effect != nil && view.facts.attempts.count > 1 && view.attempt("best")?.span == attempt.span
    let isClause = intervention(attempt).map { $0.left == nil && Self.readsAsClause($0.leaves) } ?? false
    let kind = given["leaves"] == nil ? "unknown" : isClause ? "clause" : "known"
    let keys = [isBest ? "autopsy.best.\(kind)" : "autopsy.\(attempt.verdict.rawValue).\(kind)", "autopsy.any.\(kind)"]
    for key in keys {
      if let text = book.say(key, given, salt: String(index)) { return text }
    }
    return ""
  }

  private func intervention(_ attempt: Attempt) -> Intervention? {
    guard let id = attempt.intervention else { return nil }
    for pack in view.packs {
      if let found = pack.interventions.first(where: { $0.id == id }) { return found }
    }
    return catalogue.interventions.first { $0.id == id }
  }

  /// Packs word what an intervention leaves as a clause ("each query is quicker, their number is the same"), the general
  /// list as a noun phrase.
  private static func readsAsClause(_ text: String) -> Bool {
    let verbs: Set<Substring> = [
      "is", "are", "has", "have", "gathers", "does", "do", "helps", "shortens", "stay", "adds", "share", "cannot",
      "can", "moves", "move", "shows", "takes", "fills", "keeps", "keep", "pile", "arrives", "arrive", "comes", "come",
    ]
    return text.split(separator: " ").contains { verbs.contains($0) }
  }
}
