internal import RefractEngine

extension ReportView {
  /// Step 3 of the workflow as templates see it.
  var solution: Record {
    let solution = report.solution
    let outcome: Record = [
      "problem_reframe": .text(Words.sentence(solution.problemReframe)),
      "expected_outcome": .text(solution.expectedOutcome.map(Words.sentence)),
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
        "lens": .text(root.lens), "belief": .number(root.belief), "statement": .text(Words.sentence(root.statement)),
        "evidence": .text(Words.sentence(root.evidence)), "confidence": .text(Words.score(root.confidence)),
        "percent": .number(Words.percent(root.confidence)),
        "chosen_because": .text(root.chosenBecause.map(Words.sentence)),
        "not_explained": .text(root.notExplained.map(Words.sentence)),
        "runner_up": .text(root.runnerUp.map(Words.sentence)),
        "decided_by": .text(root.decidedBy.map(Words.sentence)),
      ]
    }
    return [
      "root_cause": .record(root), "insights": .list(insights),
      "has_insights": .flag(!insights.isEmpty),
    ]
  }

  /// Insights by lens, lenses in order of their first insight.
  private var insights: [Record] {
    var lenses: [String] = []
    for insight in report.solution.keyInsights where !lenses.contains(insight.lens) { lenses.append(insight.lens) }
    let root = report.solution.rootCause?.lens
    return lenses.compactMap { lens in
      let all = report.solution.keyInsights.filter { $0.lens == lens }
      // What a lens says anew; its first belief again only where it says nothing anew and is not told as the root cause.
      let fresh = all.filter { $0.reframe != nil }
      let items = fresh.isEmpty && lens != root ? Array(all.prefix(1)) : fresh
      guard !items.isEmpty else { return nil }
      return [
        "lens": .text(lens),
        "items": .list(
          items.map { insight in
            [
              "number": .number(insight.belief),
              "statement": .text(Words.sentence(insight.reframe ?? insight.statement)),
              "reasoning": .text(Words.sentence(insight.reasoning)),
              "percent": .number(Words.percent(insight.confidence)),
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
      "horizons": .list(horizons), "actions_summary": .text(Takeaways.actions(report.solution)),
      "has_actions": .flag(!horizons.isEmpty), "path": .record(path),
      "dropped": .list(
        report.solution.droppedAdvice.map {
          ["advice": .text(Words.withoutStop($0.advice)), "because": .text(Words.sentence($0.because))]
        }),
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
      "number": .number(action.number), "is_wide": .flag(action.number > 9),
      "text": .text(Words.sentence(action.text)), "stem": .text(Words.withoutStop(action.text)),
      "short": .text(Words.sentence(Words.firstSentence(action.text).first)), "effort": .text(action.effort),
      "note": .text(action.note.map(Words.inside)), "lenses": .text(action.lenses.joined(separator: ", ")),
      "kind": .text(action.kind),
      "beliefs": .list(action.beliefs.sorted().map { ["number": .number($0)] }),
      "gate": .record(action.gate.map(Self.gate)),
      "has_details": .flag(action.effort != nil || action.note != nil),
    ]
  }

  private static func gate(_ gate: Solution.Gate) -> Record {
    [
      "question": .text(Words.question(gate.question)), "yes": .text(Words.sentence(gate.yes)),
      "no": .text(Words.sentence(gate.no)),
    ]
  }

  private var path: Record? {
    guard let path = report.solution.path, !path.steps.isEmpty else { return nil }
    let deadline = path.available.flatMap { $0 > 0 ? $0 : nil }
    let scale = max(path.steps.map(\.total).max() ?? 0, (deadline ?? 0) * 1.1)
    var low = 0.0
    let steps = path.steps.enumerated().map { index, step -> Record in
      let start = low
      low += max(0, step.low)
      let (lead, rest) = Words.firstSentence(Words.sentence(step.text))
      let bar = Pictures.span(low: start...low, high: step.total, deadline: deadline, scale: scale)
      return [
        "number": .number(index + 1), "lead": .text(lead), "rest": .text(rest), "effort": .text(step.effort),
        "total": .text(Self.total(low, step.total, of: deadline)), "gate": .record(step.gate.map(Self.gate)),
        "bar": .markup(scale > 0 ? bar : ""),
        "is_last": .flag(index == path.steps.count - 1),
      ]
    }
    return [
      "target": .text(Words.inside(path.target)), "line": .text(line(path)), "sum": .text(path.sum.map(Words.sentence)),
      "deadline": .text(deadline.map(Words.days)),
      "steps": .list(steps), "has_bars": .flag(scale > 0),
    ]
  }

  /// The path in one line, steps of the plan by number: "Actions 1, 2 (1 day, est., gate), 4 (3–5 days, est.); then compare …."
  private func line(_ path: Solution.Path) -> String {
    var numbers: [String] = []
    var others: [String] = []
    for step in path.steps {
      let effort = step.effort.map { " (\($0))" } ?? ""
      if let action = report.solution.actions.first(where: { $0.text == step.text }) {
        let gate = action.gate == nil ? effort : step.effort.map { " (\($0), gate)" } ?? " (gate)"
        numbers.append("\(action.number)\(gate)")
      } else {
        others.append("then \(Words.withoutStop(English.lowered(step.text)))\(effort)")
      }
    }
    let actions = numbers.isEmpty ? [] : ["Actions " + numbers.joined(separator: ", ")]
    return Words.sentence((actions + others).joined(separator: "; "))
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
            "gain": .text(Words.withoutStop(trade.gain)), "price": .text(Words.sentence(trade.price)),
            "too_high_when": .text(Words.sentence(trade.tooHighWhen)),
            "lens": .text(trade.lens),
          ]
        }),
      "has_trade_offs": .flag(!solution.tradeOffs.isEmpty),
      "validations": .list(
        solution.validation.map { check in
          [
            "belief": .number(check.belief), "prediction": .text(Words.sentence(check.prediction)),
            "measure": .text(Words.withoutStop(check.measure)),
            "baseline": .text(Words.sentence(Words.inside(check.baseline))),
            "passes_if": .text(Words.sentence(check.passesIf)),
            "refuted_if": .text(Words.sentence(check.refutedIf)),
            "by_when": .text(Words.sentence(Words.inside(check.byWhen))),
          ]
        }),
      "has_validations": .flag(!solution.validation.isEmpty),
      "validation_summary": .text(Takeaways.validation(solution.validation)),
      "has_dates": .flag(solution.validation.contains { !$0.byWhen.isEmpty }),
    ]
    return checks.merging(attempts).merging(constraints)
  }

  private var attempts: Record {
    let autopsies = report.solution.autopsies
    let count = autopsies.count
    let picture = AttemptsPicture(report)
    let message = picture?.message ?? ""
    let series = Words.series(autopsies.map { ($0.effectValue, $0.effectUnit) })
    return [
      "autopsies": .list(
        autopsies.enumerated().map { index, autopsy in
          let effect = autopsy.effectValue.map { Pictures.effect($0, unit: autopsy.effectUnit) }
          return [
            "number": .number(index + 1), "attempt": .text(autopsy.attempt), "effect": .text(autopsy.effect),
            "effect_short": .text(effect), "why": .text(Words.sentence(autopsy.why)),
          ]
        }),
      "has_autopsies": .flag(count > 0),
      "attempts_summary": .text(message.isEmpty ? series : message),
      "has_effects": .flag(autopsies.contains { $0.effectValue != nil }),
      "attempts_title": .text(
        count == 1 ? "Why the attempt fell short" : "Why \(Words.count(count)) attempts fell short"),
      "attempts_chart": .markup(picture?.svg ?? ""), "attempts_note": .text(picture?.note),
    ]
  }

  private var constraints: Record {
    // What needs the reader's eye stands first.
    let order: [Solution.Verdict] = [.violated, .atRisk, .unknown, .kept]
    let all = order.flatMap { verdict in report.solution.feasibility.filter { $0.verdict == verdict } }
    return [
      "feasibility": .list(all.map(Self.feasibility)), "has_feasibility": .flag(!all.isEmpty),
      "feasibility_summary": .text(Takeaways.feasibility(all)),
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
      "constraint": .text(item.constraint), "quoted": .text(Words.quoted(item.constraint)),
      "verdict": .text(verdict),
      "verdict_title": .text(Words.capitalised(verdict)), "kind": .text(kind), "icon": .text(icon),
      "note": .text(Words.sentence(item.note)),
    ]
  }

  private var people: Record {
    let solution = report.solution
    return [
      "stakeholders": .list(
        solution.stakeholders.map { note in
          [
            "name": .text(Words.withoutStop(note.name)),
            "asked": .text(note.asked.isEmpty || note.gets.contains(note.asked) ? "" : Words.quoted(note.asked)),
            "gets": .text(Words.sentence(note.gets)),
            "costs": .text(note.costs.map(Words.sentence)), "tell": .text(note.tell.map(Words.sentence)),
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
