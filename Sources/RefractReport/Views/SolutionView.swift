internal import RefractEngine

extension ReportView {
  /// Step 3 of the workflow as templates see it.
  var solution: Record {
    let solution = report.solution
    let outcome: Record = [
      "problem_reframe": .text(solution.problemReframe), "expected_outcome": .text(solution.expectedOutcome),
    ]
    var record = outcome.merging(cause).merging(plan).merging(checks).merging(people)
    let isEmpty =
      solution.problemReframe.isEmpty && solution.rootCause == nil && solution.keyInsights.isEmpty
      && solution.actions.isEmpty && solution.tradeOffs.isEmpty && solution.validation.isEmpty
      && solution.autopsies.isEmpty && solution.feasibility.isEmpty && solution.openQuestions.isEmpty
    record["has_solution"] = .flag(!isEmpty)
    return record
  }

  private var cause: Record {
    let root = report.solution.rootCause.map { root -> Record in
      [
        "lens": .text(root.lens), "belief": .number(root.belief), "statement": .text(root.statement),
        "evidence": .text(root.evidence), "confidence": .text(Words.score(root.confidence)),
        "percent": .number(Words.percent(root.confidence)), "chosen_because": .text(root.chosenBecause),
        "not_explained": .text(root.notExplained), "runner_up": .text(root.runnerUp),
        "decided_by": .text(root.decidedBy),
      ]
    }
    return [
      "root_cause": .record(root), "insights": .list(insights),
      "has_insights": .flag(!report.solution.keyInsights.isEmpty),
    ]
  }

  /// Insights by lens, lenses in order of their first insight.
  private var insights: [Record] {
    var lenses: [String] = []
    for insight in report.solution.keyInsights where !lenses.contains(insight.lens) { lenses.append(insight.lens) }
    return lenses.map { lens in
      let items = report.solution.keyInsights.filter { $0.lens == lens }
      return [
        "lens": .text(lens),
        "items": .list(
          items.map { insight in
            [
              "number": .number(insight.belief), "statement": .text(insight.statement),
              "reasoning": .text(insight.reasoning), "percent": .number(Words.percent(insight.confidence)),
            ]
          }),
      ]
    }
  }

  private var plan: Record {
    let horizons = Solution.Horizon.allCases.compactMap { horizon -> Record? in
      let actions = report.solution.actions.filter { $0.horizon == horizon }
      guard !actions.isEmpty else { return nil }
      let (name, span) = Self.heading(of: horizon)
      return ["name": .text(name), "span": .text(span), "actions": .list(actions.map(action))]
    }
    return [
      "horizons": .list(horizons), "has_actions": .flag(!horizons.isEmpty), "path": .record(path),
      "dropped": .list(
        report.solution.droppedAdvice.map { ["advice": .text($0.advice), "because": .text($0.because)] }),
      "has_dropped": .flag(!report.solution.droppedAdvice.isEmpty),
    ]
  }

  private static func heading(of horizon: Solution.Horizon) -> (String, String) {
    switch horizon {
    case .immediate: ("Immediate", "Days 1–7")
    case .shortTerm: ("Short-term", "Weeks 2–4")
    case .longTerm: ("Long-term", "Months 2–6")
    }
  }

  private func action(_ action: Solution.Action) -> Record {
    [
      "number": .number(action.number), "text": .text(action.text), "stem": .text(Words.withoutStop(action.text)),
      "short": .text(Words.firstSentence(action.text).first), "effort": .text(action.effort),
      "note": .text(action.note), "lenses": .text(action.lenses.joined(separator: ", ")), "kind": .text(action.kind),
      "beliefs": .list(action.beliefs.map { ["number": .number($0)] }), "gate": .record(action.gate.map(Self.gate)),
      "has_details": .flag(action.effort != nil || action.note != nil),
    ]
  }

  private static func gate(_ gate: Solution.Gate) -> Record {
    ["question": .text(gate.question), "yes": .text(gate.yes), "no": .text(gate.no)]
  }

  private var path: Record? {
    guard let path = report.solution.path, !path.steps.isEmpty else { return nil }
    let deadline = path.available.flatMap { $0 > 0 ? $0 : nil }
    let scale = max(path.steps.map(\.total).max() ?? 0, (deadline ?? 0) * 1.1)
    var low = 0.0
    let steps = path.steps.enumerated().map { index, step -> Record in
      let start = low
      low += max(0, step.low)
      let (lead, rest) = Words.firstSentence(step.text)
      let bar = Pictures.span(low: start...low, high: step.total, deadline: deadline, scale: scale)
      return [
        "number": .number(index + 1), "text": .text(step.text), "stem": .text(Words.withoutStop(step.text)),
        "lead": .text(lead), "rest": .text(rest),
        "effort": .text(step.effort), "total": .text(Self.total(low, step.total, of: deadline)),
        "gate": .record(step.gate.map(Self.gate)), "bar": .markup(scale > 0 ? bar : ""),
        "is_last": .flag(index == path.steps.count - 1),
      ]
    }
    return [
      "target": .text(path.target), "sum": .text(path.sum), "deadline": .text(deadline.map(Words.days)),
      "steps": .list(steps), "has_bars": .flag(scale > 0),
    ]
  }

  private static func total(_ low: Double, _ high: Double, of deadline: Double?) -> String {
    guard high > 0 || deadline != nil else { return "" }
    let span = low == high ? Words.days(high) : Words.days(low) + "–" + Words.days(high)
    return span + (deadline.map { " of " + Words.days($0) } ?? (span == "1" ? " day" : " days"))
  }

  private var checks: Record {
    let solution = report.solution
    let checks: Record = [
      "trade_offs": .list(
        solution.tradeOffs.map { trade in
          [
            "gain": .text(trade.gain), "price": .text(trade.price), "too_high_when": .text(trade.tooHighWhen),
            "lens": .text(trade.lens),
          ]
        }),
      "has_trade_offs": .flag(!solution.tradeOffs.isEmpty),
      "validations": .list(
        solution.validation.map { check in
          [
            "belief": .number(check.belief), "prediction": .text(check.prediction), "measure": .text(check.measure),
            "baseline": .text(check.baseline), "passes_if": .text(check.passesIf),
            "refuted_if": .text(check.refutedIf), "by_when": .text(check.byWhen),
          ]
        }),
      "has_validations": .flag(!solution.validation.isEmpty),
    ]
    return checks.merging(attempts).merging(constraints)
  }

  private var attempts: Record {
    let autopsies = report.solution.autopsies
    let count = autopsies.count
    return [
      "autopsies": .list(
        autopsies.enumerated().map { index, autopsy in
          let effect = autopsy.effectValue.map { Pictures.effect($0, unit: autopsy.effectUnit) }
          return [
            "number": .number(index + 1), "attempt": .text(autopsy.attempt), "effect": .text(autopsy.effect),
            "effect_short": .text(effect), "why": .text(autopsy.why),
          ]
        }),
      "has_autopsies": .flag(count > 0),
      "attempts_title": .text(
        count == 1 ? "Why the attempt fell short" : "Why \(Words.count(count)) attempts fell short"),
      "attempts_chart": .markup(Pictures.attempts(autopsies) ?? ""),
    ]
  }

  private var constraints: Record {
    let all = report.solution.feasibility
    let counts = [
      (Solution.Verdict.kept, "kept"), (.atRisk, "at risk"), (.violated, "violated"), (.unknown, "not known"),
    ].compactMap { verdict, word -> String? in
      let count = all.filter { $0.verdict == verdict }.count
      return count == 0 ? nil : "\(Words.count(count)) \(word)"
    }
    return [
      "feasibility": .list(all.map(Self.feasibility)), "has_feasibility": .flag(!all.isEmpty),
      "feasibility_summary": .text(all.count > 1 ? Words.capitalised(Words.list(counts)) + "." : ""),
      "conflicts": .texts(report.solution.conflicts), "has_conflicts": .flag(!report.solution.conflicts.isEmpty),
    ]
  }

  private static func feasibility(_ item: Solution.Feasibility) -> Record {
    let (verdict, kind, icon) =
      switch item.verdict {
      case .kept: ("kept", "kept", "i-kept")
      case .atRisk: ("at risk", "at-risk", "i-risk")
      case .violated: ("violated", "violated", "i-out")
      case .unknown: ("not known", "unknown", "i-unknown")
      }
    return [
      "constraint": .text(item.constraint), "verdict": .text(verdict),
      "verdict_title": .text(Words.capitalised(verdict)), "kind": .text(kind), "icon": .text(icon),
      "note": .text(item.note),
    ]
  }

  private var people: Record {
    let solution = report.solution
    return [
      "stakeholders": .list(
        solution.stakeholders.map { note in
          [
            "name": .text(note.name), "asked": .text(note.asked), "gets": .text(note.gets),
            "costs": .text(note.costs), "tell": .text(note.tell),
          ]
        }),
      "has_stakeholders": .flag(!solution.stakeholders.isEmpty),
      "questions": .list(
        solution.openQuestions.prefix(5).enumerated().map { index, question in
          let (lead, rest) = Words.firstSentence(question)
          return [
            "number": .number(index + 1), "text": .text(question), "lead": .text(lead), "rest": .text(rest),
          ]
        }),
      "has_questions": .flag(!solution.openQuestions.isEmpty),
    ]
  }
}
