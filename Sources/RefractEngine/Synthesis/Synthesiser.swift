/// Step 3 of the workflow: from the beliefs of the chosen lenses to a solution.
struct Synthesiser: Sendable {
  let book: Phrasebook
  let catalogue: Catalogue
  var view: CaseView { book.view }

  func solve(_ chosen: [ChosenLens], analyses: [LensAnalysis]) -> Solution {
    let beliefs = numbered(chosen)
    let planner = Planner(book: book)
    let blocked = planner.blocked(beliefs)
    let roots = RootCauseFinder(book: book, blocked: blocked).candidates(beliefs)
    let root = roots.first
    let rootFirst =
      beliefs.filter { $0.claim.lens.id == root?.claim.lens.id }
      + beliefs.filter { $0.claim.lens.id != root?.claim.lens.id }
    let plan = planner.plan(rootFirst, root: root?.number)
    let actions = inPrintedOrder(plan.actions)
    // What a limit, or the length of a plan, took out of it can be neither weighed nor tested.
    let served = Set(plan.actions.flatMap(\.beliefs)).subtracting(blocked)
    let tested = rootFirst.filter { served.contains($0.number) }
    let check = root.flatMap { blocked.contains($0.number) ? nil : self.check($0) }
    let path = PathFinder(book: book, check: check).path(plan.actions)
    let review = ConstraintReview(book: book, actions: actions, path: path)
    let reframe = Reframing(book: book).reframe(root)
    return Solution(
      problemReframe: reframe,
      rootCause: RootCauseFinder(book: book).rootCause(roots, isAlone: beliefs.count == 1),
      keyInsights: insights(rootFirst, beside: reframe),
      actions: numberedActions(actions), tradeOffs: tradeOffs(tested), validation: validation(tested, path),
      autopsies: Autopsies(book: book, catalogue: catalogue).all(), path: path,
      expectedOutcome: expectedOutcome(check), conflicts: review.conflicts(), feasibility: review.all(),
      stakeholders: PartyNotes(book: book, actions: actions).all(), droppedAdvice: plan.dropped,
      openQuestions: Questions(book: book).ranked(root: root?.claim),
      quality: QualityScorer.mean(analyses.map(\.quality)))
  }

  private func numbered(_ chosen: [ChosenLens]) -> [(claim: Claim, number: Int)] {
    chosen.flatMap(\.claims).enumerated().map { ($0.element, $0.offset + 1) }
  }

  private func insights(_ beliefs: [(claim: Claim, number: Int)], beside told: String) -> [Solution.Insight] {
    beliefs.map { claim, number in
      Solution.Insight(
        lens: claim.lens.name, belief: number, statement: claim.belief.text, reasoning: claim.reasoning.text,
        confidence: claim.confidence,
        reframe: Reframing(book: book).ownWords(claim).flatMap { WordOverlap.share($0, told) > 0.5 ? nil : $0 })
    }
  }

  /// By horizon; an action's number is its place in this order, from 1.
  private func inPrintedOrder(_ actions: [PlannedAction]) -> [PlannedAction] {
    Solution.Horizon.allCases.flatMap { horizon in actions.filter { Planner.horizon($0) == horizon } }
  }

  private func numberedActions(_ actions: [PlannedAction]) -> [Solution.Action] {
    actions.enumerated().map { index, action in
      Solution.Action(
        number: index + 1, text: action.text, horizon: Planner.horizon(action), effort: DayText.effort(action.days),
        lenses: action.lenses, beliefs: action.beliefs, kind: action.kind.rawValue, gate: action.gate,
        note: note(action), source: action.source)
    }
  }

  /// Says so where an action cannot end by the date that was given.
  private func note(_ action: PlannedAction) -> String? {
    guard let left = view.daysLeft, action.kind != .stop else { return nil }
    if action.start >= left { return book.say("action.after") }
    if action.start + action.days.high > left { return book.say("action.tight") }
    return nil
  }

  private func tradeOffs(_ beliefs: [(claim: Claim, number: Int)]) -> [Solution.TradeOff] {
    var result: [Solution.TradeOff] = []
    for (claim, _) in beliefs where result.count < 3 {
      let gain: String?
      let price: String?
      if let own = claim.rule.price {
        (gain, price) = (book.fill(own.gain, claim.binding), book.fill(own.price, claim.binding))
      } else {
        guard !result.contains(where: { $0.lens == claim.lens.name }) else { continue }
        (gain, price) = (
          book.say("tradeoff.gain", ["q": SlotValue(claim.lens.reframe)]), book.fill(claim.lens.price, claim.binding)
        )
      }
      guard let gain, let price, !result.contains(where: { WordOverlap.share($0.price, price) > 0.4 }) else { continue }
      let tooHigh = book.fill(claim.rule.price?.tooHigh, claim.binding) ?? ""
      result.append(
        .init(
          gain: English.capitalised(Self.clause(gain)), price: Self.clause(price), tooHighWhen: Self.clause(tooHigh),
          lens: claim.lens.name))
    }
    return result
  }

  /// What shows whether a belief holds.
  struct Check {
    var belief: Int
    var measure: String
    var passes: String
  }

  private func check(_ root: RootCauseFinder.Finding) -> Check? {
    guard let passes = book.fill(root.claim.rule.check?.passes, root.claim.binding),
      let measure = book.fill(root.claim.rule.check?.measure, root.claim.binding)
    else { return nil }
    return Check(belief: root.number, measure: Self.clause(measure), passes: Self.clause(passes))
  }

  private func validation(
    _ beliefs: [(claim: Claim, number: Int)], _ path: Solution.Path?
  ) -> [Solution.Validation] {
    // A date is a date for a test only if the steps to it end by then.
    let fits = view.daysLeft.map { left in (path?.steps.last?.total ?? .infinity) <= left } ?? false
    var result: [Solution.Validation] = []
    for (claim, number) in beliefs where result.count < 3 {
      let refuted =
        book.fill(claim.rule.check?.refuted, claim.binding) ?? book.fill(claim.rule.refuted, claim.binding)
        ?? book.fill(claim.lens.refuted, claim.binding)
      guard let predict = book.fill(claim.rule.check?.predict, claim.binding), let refuted else { continue }
      let measure = book.fill(claim.rule.check?.measure, claim.binding) ?? ""
      result.append(
        Solution.Validation(
          belief: number, prediction: English.capitalised(predict),
          measure: measure, baseline: baseline(of: measure),
          passesIf: Self.clause(book.fill(claim.rule.check?.passes, claim.binding) ?? ""),
          refutedIf: Self.clause(refuted),
          byWhen: fits ? book.say("check.by.deadline") ?? "" : ""))
    }
    return result
  }

  /// The gap's present value, where the measure is the gap's own; any other figure would be a baseline of something else.
  private func baseline(of measure: String) -> String {
    guard let subject = view.facts.gaps.first?.subject,
      WordOverlap.shares(measure, view.facts.text(subject))
    else { return "" }
    return book.say("check.baseline") ?? ""
  }

  /// As it stands behind a label: small first letter, no full stop.
  static func clause(_ text: String) -> String { RootCauseFinder.asClause(text) }

  /// A condition, never a forecast.
  private func expectedOutcome(_ check: Check?) -> String? {
    if view.facts.derivations.contains(where: { $0.id == "V5.bound" }), let text = book.say("outcome.bound") {
      return text
    }
    if !view.facts.gaps.isEmpty, let text = book.say("outcome.gap") { return text }
    guard let check else { return nil }
    let criterion = view.facts.document.fields.firstIndex { $0.name.hasPrefix("success_criteria") }
    var given = [
      "passes": SlotValue(check.passes), "measure": SlotValue(check.measure), "belief": SlotValue(String(check.belief)),
    ]
    if let criterion, !view.facts.document.fields[criterion].text.isEmpty {
      let length = view.facts.document.fields[criterion].text.utf8.count
      given["criterion"] = .quotation(Span(field: criterion, start: 0, end: length), in: view)
      return book.say("outcome.criterion", given)
    }
    return book.say("outcome.check", given)
  }
}
