extension Report {
  /// The report without the sentences that do not hold against the input; what stood on such a sentence alone is left out
  /// with it, and each one is told in ``Report/Provenance/droppedSentences``.
  func guarded(facts: Facts, names: Set<WordKey>) -> Report {
    let shown = keyFigures + analyses.flatMap(\.beliefs).flatMap { [$0.belief, $0.reasoning, $0.evidence] }
    var guards = SentenceGuards(problem: problem, facts: facts, names: names, shown: shown)
    var report = self
    report.keyFigures = keyFigures.map { guards.kept($0, .figure, "key figure") }.filter { !$0.isEmpty }
    report.thinkingMode = thinkingMode.guarded(by: &guards)
    report.analyses = analyses.map { $0.guarded(by: &guards) }
    report.solution = solution.guarded(by: &guards)
    report.brief = brief.guarded(by: &guards)
    guard !guards.dropped.isEmpty else { return report }
    let numbers = Set(report.analyses.flatMap(\.beliefs).map(\.number))
    report.marks = marks.compactMap { mark in
      let beliefs = mark.beliefs.filter(numbers.contains)
      return beliefs.isEmpty ? nil : Mark(span: mark.span, beliefs: beliefs)
    }
    report.provenance.droppedSentences = guards.dropped
    return report
  }
}

extension Report.InBrief {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Report.InBrief {
    var brief = self
    brief.reframe = guards.kept(reframe, .claim, "reframe")
    brief.rootCause = guards.optional(rootCause, .claim, "root cause")
    if brief.rootCause == nil { brief.rootCauseConfidence = nil }
    brief.firstStep = guards.optional(firstStep, .advice, "first step")
    brief.answer = guards.optional(answer, .advice, "answer")
    return brief
  }
}

extension ThinkingMode {
  fileprivate func guarded(by guards: inout SentenceGuards) -> ThinkingMode {
    var mode = self
    mode.recommended = recommended.map { advice in
      var advice = advice
      advice.reasoning = guards.kept(advice.reasoning, .warrant, "mode")
      return advice
    }
    mode.insight = guards.optional(insight, .advice, "mode")
    return mode
  }
}

extension LensAnalysis {
  fileprivate func guarded(by guards: inout SentenceGuards) -> LensAnalysis {
    var analysis = self
    analysis.beliefs = beliefs.compactMap { belief in
      var kept = belief
      kept.belief = guards.kept(belief.belief, .claim, "belief \(belief.number)")
      kept.reasoning = guards.kept(belief.reasoning, .warrant, "reasoning \(belief.number)")
      kept.evidence = guards.kept(belief.evidence, .figure, "evidence \(belief.number)")
      kept.implications = guards.list(belief.implications, .advice, "implication of \(belief.number)")
      kept.refutedIf = guards.kept(belief.refutedIf, .advice, "refutation of \(belief.number)")
      return kept.belief.isEmpty || kept.evidence.isEmpty ? nil : kept
    }
    return analysis
  }
}

extension Solution {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Solution {
    var solution = self
    solution.problemReframe = guards.kept(problemReframe, .claim, "reframe")
    solution.rootCause = rootCause.flatMap { $0.guarded(by: &guards) }
    solution.keyInsights = keyInsights.compactMap { insight in
      var insight = insight
      insight.statement = guards.kept(insight.statement, .claim, "insight")
      insight.reasoning = guards.kept(insight.reasoning, .warrant, "insight")
      insight.reframe = guards.optional(insight.reframe, .claim, "insight")
      return insight.statement.isEmpty ? nil : insight
    }
    solution.actions = actions.compactMap { action in
      var action = action
      action.text = guards.kept(action.text, .advice, "action \(action.number)")
      action.gate = action.gate.flatMap { $0.guarded(by: &guards) }
      return action.text.isEmpty ? nil : action
    }
    solution.tradeOffs = tradeOffs.compactMap { $0.guarded(by: &guards) }
    solution.validation = validation.compactMap { $0.guarded(by: &guards) }
    solution.autopsies = autopsies.map { autopsy in
      var autopsy = autopsy
      autopsy.why = guards.kept(autopsy.why, .claim, "autopsy")
      return autopsy
    }
    solution.path = path.map { $0.guarded(by: &guards) }
    solution.expectedOutcome = guards.optional(expectedOutcome, .advice, "outcome")
    solution.conflicts = guards.list(conflicts, .claim, "conflict")
    solution.feasibility = feasibility.map { verdict in
      var verdict = verdict
      verdict.note = guards.kept(verdict.note, .advice, "feasibility")
      return verdict
    }
    solution.stakeholders = stakeholders.map { $0.guarded(by: &guards) }
    solution.droppedAdvice = droppedAdvice.filter {
      !guards.kept($0.advice, .advice, "dropped advice").isEmpty
        && !guards.kept($0.because, .claim, "dropped advice").isEmpty
    }
    solution.openQuestions = guards.list(openQuestions, .advice, "question")
    return solution
  }
}

extension Solution.RootCause {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Self? {
    var root = self
    root.statement = guards.kept(statement, .claim, "root cause")
    root.evidence = guards.kept(evidence, .figure, "root cause")
    root.chosenBecause = guards.optional(chosenBecause, .warrant, "root cause")
    root.notExplained = guards.optional(notExplained, .figure, "root cause")
    root.runnerUp = guards.optional(runnerUp, .claim, "runner-up")
    root.decidedBy = guards.optional(decidedBy, .advice, "root cause")
    return root.statement.isEmpty ? nil : root
  }
}

extension Solution.Gate {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Self? {
    [question, yes, no].allSatisfy { guards.kept($0, .advice, "gate") == $0 } ? self : nil
  }
}

extension Solution.TradeOff {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Self? {
    [gain, price, tooHighWhen].allSatisfy { guards.kept($0, .advice, "trade-off") == $0 } ? self : nil
  }
}

extension Solution.Validation {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Self? {
    let told = [prediction, measure, baseline, passesIf, refutedIf, byWhen]
    return told.allSatisfy { guards.kept($0, .advice, "validation") == $0 } ? self : nil
  }
}

extension Solution.Path {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Self {
    var path = self
    path.target = guards.kept(target, .figure, "path")
    path.sum = guards.optional(sum, .figure, "path")
    path.steps = steps.compactMap { step in
      var step = step
      step.text = guards.kept(step.text, .advice, "path")
      step.gate = step.gate.flatMap { $0.guarded(by: &guards) }
      return step.text.isEmpty ? nil : step
    }
    return path
  }
}

extension Solution.StakeholderNote {
  fileprivate func guarded(by guards: inout SentenceGuards) -> Self {
    var note = self
    note.gets = guards.kept(gets, .advice, "party")
    note.costs = guards.optional(costs, .advice, "party")
    note.tell = guards.optional(tell, .advice, "party")
    return note
  }
}

extension SentenceGuards {
  /// Nil if nothing of the text holds.
  fileprivate mutating func optional(_ text: String?, _ place: SentencePlace, _ label: String) -> String? {
    guard let text else { return nil }
    let kept = kept(text, place, label)
    return kept.isEmpty && !text.isEmpty ? nil : kept
  }

  fileprivate mutating func list(_ texts: [String], _ place: SentencePlace, _ label: String) -> [String] {
    texts.map { kept($0, place, label) }.filter { !$0.isEmpty }
  }
}
