/// Step 2 of the workflow: what each chosen lens says, as it is printed.
struct Analyst: Sendable {
  let book: Phrasebook
  let catalogue: Catalogue
  /// Names of all lenses, best for the problem first.
  let ranking: [String]
  var view: CaseView { book.view }

  func analyses(of chosen: [ChosenLens]) -> [LensAnalysis] {
    let scorer = QualityScorer(
      problem: view.problem, catalogue: catalogue, packs: view.packs,
      attempts: view.facts.attempts.map { view.facts.text($0.label) },
      parties: view.facts.stakeholders.map { view.facts.text($0.name) })
    var number = 0
    var told = Set(chosen.flatMap(\.claims).flatMap(\.toldSums))
    return chosen.map { lens in
      let beliefs = lens.claims.map { claim -> Belief in
        number += 1
        var belief = belief(claim, number: number)
        if let sum = sum(beside: claim, told: &told) { belief.reasoning += " " + sum }
        return belief
      }
      let blocks = beliefs.map {
        QualityScorer.Block(
          belief: $0.belief, reasoning: $0.reasoning, evidence: $0.evidence, implications: $0.implications)
      }
      return LensAnalysis(
        id: lens.lens.id, name: lens.lens.name, definition: lens.lens.definition, source: lens.lens.source,
        brief: brief(lens), beliefs: beliefs, quality: scorer.score(blocks))
    }
  }

  /// What the figures beside the author's words add up to, once a report.
  private func sum(beside claim: Claim, told: inout Set<Int>) -> String? {
    guard let line = FigureLines(book: book).sum(about: claim.evidenceSpans, besides: told), let index = line.derivation
    else { return nil }
    told.insert(index)
    return book.say("belief.sum", ["line": SlotValue(English.lowered(line.text))], salt: claim.rule.key)
  }

  private func belief(_ claim: Claim, number: Int) -> Belief {
    let refuted =
      book.fill(claim.rule.refuted, claim.binding) ?? book.fill(claim.rule.check?.refuted, claim.binding)
      ?? book.fill(claim.lens.refuted, claim.binding) ?? ""
    // Of the related lenses those that the problem itself calls for.
    let connections = ranking.filter { claim.lens.related.contains($0) }
    return Belief(
      number: number, rule: claim.rule.key, belief: claim.belief.text, confidence: claim.confidence,
      reasoning: claim.reasoning.text, evidence: claim.grounds.text, evidenceSpans: claim.evidenceSpans,
      lateralConnections: Array(connections.prefix(3)), implications: implications(claim),
      refutedIf: RootCauseFinder.asClause(refuted))
  }

  /// At most four, none of which a hard constraint forbids.
  private func implications(_ claim: Claim) -> [String] {
    let planner = Planner(book: book)
    let plan = planner.plan([(claim, 1)], root: 1)
    return plan.actions.sorted { $0.order < $1.order }.prefix(4).map { action in
      guard let effort = DayText.effort(action.days) else { return action.text }
      return "\(action.text) (\(effort))"
    }
  }

  /// The facts that this lens was given: the clauses its beliefs rest on, and the author's extra words for it.
  private func brief(_ lens: ChosenLens) -> String {
    var sentences: [String] = []
    for focus in view.problem.focus where catalogue.lens(named: focus.lens)?.id == lens.lens.id {
      sentences.append(CaseView.onOneLine(focus.text))
    }
    var seen: [Span] = []
    for span in lens.claims.flatMap(\.evidenceSpans).sorted() where seen.count < 3 {
      if seen.contains(where: { $0.overlaps(span) }) { continue }
      seen.append(span)
      sentences.append(Quotation.text(view.facts.text(span), limit: 200))
    }
    return sentences.map { $0.hasSuffix(".") || $0.hasSuffix("…") || $0.hasSuffix("?") ? $0 : $0 + "." }.map(
      English.capitalised
    )
    .joined(separator: " ")
  }
}
