/// Puts the parts of a report together: step 1 in words, the brief, the key figures, the marks in the author's text.
struct ReportAssembly: Sendable {
  let book: Phrasebook
  let catalogue: Catalogue
  let version: String
  var view: CaseView { book.view }

  func report(
    modes: [ModeAdviser.Fit], choice: LensChooser.Choice, analyses: [LensAnalysis], solution: Solution
  ) -> Report {
    Report(
      problem: view.problem, domain: view.packs.first?.name, brief: brief(solution),
      keyFigures: FigureLines(book: book).keyFigures(),
      headlines: headlines(solution), marks: marks(analyses), thinkingMode: thinkingMode(modes, choice),
      lensRanking: choice.ranking, analyses: analyses, solution: solution, derivations: derivations(),
      facts: factLines(),
      provenance: .init(version: version, catalogue: catalogue.fingerprint), common: common())
  }

  /// The first thing that each limit protects stands for it.
  private func common() -> Report.Common {
    var limits: [Report.Limit] = []
    for constraint in view.facts.constraints {
      guard let touch = constraint.touches.first, let area = book.say("touch." + touch).map(English.lowered),
        !limits.contains(where: { $0.area == area })
      else { continue }
      limits.append(.init(area: area, words: Quotation.text(view.facts.text(constraint.span), limit: 90)))
    }
    return Report.Common(
      questions: view.archetypes.map(\.question), limits: limits, modes: catalogue.modes.map(\.name))
  }

  /// A report that analyses nothing: no mode, no lens, no figure made more of.
  func report(outside rule: ScopeRule) -> Report {
    var solution = Solution.saying(rule.line)
    if !rule.isOwnMatter { solution.openQuestions = Array(Questions(book: book).ranked(root: nil).prefix(3)) }
    var report = report(modes: [], choice: .init(chosen: [], ranking: []), analyses: [], solution: solution)
    report.headlines = []
    report.keyFigures = []
    report.domain = nil
    report.common = Report.Common()
    report.brief.outside = rule.id
    report.brief.isThin = !rule.isOwnMatter
    let parts = evidenceParts()
    let key = rule.isOwnMatter ? "evidence.own" : parts.isEmpty ? "evidence.nothing" : "evidence.offtopic"
    report.brief.evidence = book.say(key, ["parts": SlotValue(English.list(parts))]) ?? ""
    return report
  }

  private func brief(_ solution: Solution) -> Report.InBrief {
    let first = solution.actions.first { $0.kind != "stop" } ?? solution.actions.first
    let firstStep = first.map { $0.text + ($0.effort.map { " (\($0))" } ?? "") + "." }
    return Report.InBrief(
      reframe: solution.problemReframe, rootCause: solution.rootCause?.statement,
      rootCauseConfidence: solution.rootCause?.confidence, firstStep: firstStep,
      answer: AskAnswer(book: book).answer(solution), evidence: evidence(), isThin: view.isThin)
  }

  /// "strong (5 measured attempts, gap, 4 constraints)".
  private func evidence() -> String {
    let facts = view.facts
    let parts = evidenceParts()
    if !facts.language.isEnglish { return book.say("evidence.language") ?? "" }
    let given = ["parts": SlotValue(English.list(parts))]
    if view.isThin { return book.say(parts.isEmpty ? "evidence.none" : "evidence.thin", given) ?? "" }
    let measured = facts.attempts.count { $0.effect != nil }
    let isStrong = measured >= 2 && !facts.gaps.isEmpty || parts.count >= 4
    return book.say(isStrong ? "evidence.strong" : "evidence.fair", given) ?? ""
  }

  /// "5 measured attempts", "gap", "4 limits".
  private func evidenceParts() -> [String] {
    let facts = view.facts
    let measured = facts.attempts.count { $0.effect != nil }
    var parts: [String] = []
    func add(_ count: Int, _ key: String) {
      if count > 0, let text = book.say(key, ["n": SlotValue(English.count(count), isPlural: count != 1)]) {
        parts.append(English.lowered(text))
      }
    }
    if measured > 0 { add(measured, "evidence.measured") }
    add(facts.attempts.count - measured, "evidence.attempts")
    if !facts.gaps.isEmpty, let gap = book.say("evidence.gap") { parts.append(English.lowered(gap)) }
    add(facts.quantities.count, "evidence.figures")
    add(facts.constraints.count, "evidence.constraints")
    add(facts.stakeholders.count, "evidence.parties")
    return parts
  }

  private func headlines(_ solution: Solution) -> [Report.Headline] {
    var lines: [Report.Headline] = []
    if view.facts.gaps.first != nil, let index = view.facts.derivations.firstIndex(where: { $0.id == "V1.difference" })
    {
      let required = view.facts.derivations.first { $0.id == "V1.required" }
      lines.append(
        .init(
          label: "Gap to target", value: view.facts.derivations[index].text, note: book.say("headline.gap") ?? "",
          fraction: required.map { min(1, abs($0.value) > 1 ? abs($0.value) / 100 : abs($0.value)) }))
    } else if let trend = view.worstTrend, let from = trend.from, let to = trend.to {
      lines.append(
        .init(
          label: "What moved", value: "\(view.figure(from).text) → \(view.figure(to).text)",
          note: English.capitalised(trend.subject.map { view.words($0).text } ?? ""), fraction: nil))
    }
    if let confidence = solution.rootCause?.confidence {
      lines.append(
        .init(
          label: "Confidence in the root cause", value: "\(Int((confidence * 100).rounded()))%",
          note: book.say("headline.confidence") ?? "", fraction: confidence))
    }
    let quality = solution.quality
    if quality.overall > 0 {
      lines.append(
        .init(
          label: "Overall quality of this report", value: ScoreText.two(quality.overall),
          note:
            "Specific \(ScoreText.two(quality.specificity)), new \(ScoreText.two(quality.novelty)), actionable \(ScoreText.two(quality.actionability)), coherent \(ScoreText.two(quality.coherence))",
          fraction: quality.overall))
    }
    return lines
  }

  /// Runs of the author's text that beliefs cite, without overlaps: where two overlap, the longer stays.
  private func marks(_ analyses: [LensAnalysis]) -> [Report.Mark] {
    var marks: [Report.Mark] = []
    let cited = analyses.flatMap(\.beliefs).flatMap { belief in belief.evidenceSpans.map { ($0, belief.number) } }
    for (span, number) in cited.sorted(by: { ($1.0.length, $0.0) < ($0.0.length, $1.0) }) {
      if let index = marks.firstIndex(where: { $0.span.overlaps(span) }) {
        if !marks[index].beliefs.contains(number) { marks[index].beliefs.append(number) }
      } else {
        marks.append(Report.Mark(span: span, beliefs: [number]))
      }
    }
    return marks.map { Report.Mark(span: $0.span, beliefs: $0.beliefs.sorted()) }.sorted { $0.span < $1.span }
  }

  private func thinkingMode(_ modes: [ModeAdviser.Fit], _ choice: LensChooser.Choice) -> ThinkingMode {
    var offered: Set<String> = []
    var advice: [ModeAdvice] = []
    for fit in modes.prefix(3) where fit.score >= 0.35 || advice.isEmpty && view.problem.mode != nil {
      // A mode after the first that nothing the author wrote can be shown for is no recommendation.
      guard let reasoning = reasoning(fit) ?? (advice.isEmpty ? bareReasoning(fit) : nil) else { continue }
      let lenses = choice.ranking.filter { ranked in
        !offered.contains(ranked.id) && catalogue.modes(ofLens: ranked.id).contains(fit.mode.id)
      }.prefix(advice.isEmpty ? 4 : 3)
      offered.formUnion(lenses.map(\.id))
      advice.append(
        ModeAdvice(
          id: fit.mode.id, name: fit.mode.name, matchScore: fit.score, lenses: lenses.map(\.name),
          reasoning: reasoning))
    }
    let top = modes.first { fit in fit.mode.id == advice.first?.id }
    return ThinkingMode(
      recommended: advice, sequence: top?.mode.sequence ?? [],
      nextSteps: choice.chosen.isEmpty
        ? []
        : book.say("mode.next", ["lenses": SlotValue(English.list(choice.chosen.map(\.lens.name)))]).map { [$0] }
          ?? [],
      insight: top.flatMap { fit in insight(fit) })
  }

  /// The two heaviest signals in words, each with the author's own; `nil` if no signal has any.
  private func reasoning(_ fit: ModeAdviser.Fit) -> String? {
    let shown = shown(fit, most: 2)
    var given = ["question": SlotValue(fit.mode.question)]
    if let first = shown.first { (given["one"], given["first"]) = (SlotValue(first.meaning), first.words) }
    if shown.count > 1 { (given["two"], given["second"]) = (SlotValue(shown[1].meaning), shown[1].words) }
    return book.say("mode.reason", given, salt: fit.mode.id)
  }

  /// What the heaviest signals of a mode say, each with the author's words for it.
  private func shown(_ fit: ModeAdviser.Fit, most: Int) -> [(meaning: String, words: SlotValue)] {
    var shown: [(meaning: String, words: SlotValue)] = []
    for name in fit.reasons where shown.count < most {
      guard let meaning = book.meaning(of: name), !shown.contains(where: { $0.meaning == meaning }) else { continue }
      for span in view.spans(name) where span.length >= 12 {
        if shown.contains(where: { $0.words.spans.contains { $0.overlaps(span) } }) { continue }
        shown.append((meaning, view.words(view.facts.document.longestPart(span))))
        break
      }
    }
    return shown
  }

  /// Why the first mode stands there although no sentence can be quoted for it.
  private func bareReasoning(_ fit: ModeAdviser.Fit) -> String? {
    book.say(
      view.problem.mode == nil ? "mode.unquoted" : "mode.named", ["question": SlotValue(fit.mode.question)],
      salt: fit.mode.id)
  }

  private func insight(_ fit: ModeAdviser.Fit) -> String? {
    var given = ["look": SlotValue(fit.mode.look)]
    if let beyond = book.fill(fit.mode.beyond, nil) { given["beyond"] = SlotValue(English.lowered(beyond)) }
    // The reasons told above quote the first two.
    if let third = shown(fit, most: 3).dropFirst(2).first {
      (given["third"], given["words"]) = (SlotValue(third.meaning), third.words)
    }
    return book.say("mode.insight", given)
  }

  private func derivations() -> [Report.DerivedNumber] {
    view.facts.derivations.map {
      .init(
        id: $0.id, value: $0.text, formula: $0.formula, inputs: $0.inputs, assumption: $0.assumption, amount: $0.value)
    }
  }

  private func factLines() -> [Report.FactLine] {
    let facts = view.facts
    var lines: [Report.FactLine] = []
    func add(_ kind: String, _ spans: [Span]) {
      lines += spans.map { .init(kind: kind, span: $0, text: facts.text($0)) }
    }
    add("quantity", facts.quantities.map(\.span))
    add("gap", facts.gaps.map(\.span))
    add("attempt", facts.attempts.map(\.span))
    add("deadline", facts.deadlines.map(\.span))
    add("constraint", facts.constraints.map(\.span))
    add("stakeholder", facts.stakeholders.map(\.span))
    add("trend", facts.trends.map(\.span))
    add("cause", facts.causes.map(\.span))
    add("option", facts.options.map(\.label))
    add("technology", facts.technologies.map(\.span))
    add("situation", facts.situations.map(\.clause))
    return lines.stablySorted { $0.span < $1.span }
  }
}

/// Scores as printed: two decimals.
package enum ScoreText {
  package static func two(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}
