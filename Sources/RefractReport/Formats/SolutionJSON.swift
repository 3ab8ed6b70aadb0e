internal import RefractEngine

/// Step 3 of the workflow, and what goes beyond its keys at the end.
struct SolutionJSON {
  let report: Report
  let own: OwnWords

  private var solution: Solution { report.solution }

  func write(to json: inout JSONWriter) {
    json.field("thinking_mode", report.thinkingMode.recommended.first?.id)
    json.field("lenses_applied", report.analyses.map(\.name))
    json.field("problem_reframe", solution.problemReframe)
    rootCause(to: &json)
    json.key("key_insights")
    json.list(solution.keyInsights) { json, insight in
      json.object { json in
        json.field("lens", insight.lens)
        json.field("statement", insight.statement)
        json.field("reasoning", insight.reasoning)
        json.field("confidence", insight.confidence)
        json.field("belief", insight.belief)
      }
    }
    actions(to: &json)
    checks(to: &json)
    outcome(to: &json)
    json.key("quality_scores")
    ReportJSON.quality(solution.quality, to: &json)
    details(to: &json)
  }

  private func rootCause(to json: inout JSONWriter) {
    json.key("root_cause")
    guard let root = solution.rootCause else { return json.null() }
    json.object { json in
      json.field("lens", root.lens)
      json.field("statement", root.statement)
      json.field("evidence", root.evidence)
      json.field("confidence", root.confidence)
      json.field("belief", root.belief)
      json.field("chosen_because", root.chosenBecause)
      json.field("not_explained", root.notExplained)
      json.field("runner_up", root.runnerUp)
      json.field("decided_by", root.decidedBy)
    }
  }

  private func actions(to json: inout JSONWriter) {
    func texts(_ horizon: Solution.Horizon) -> [String] {
      solution.actions.filter { $0.horizon == horizon }.map(\.text)
    }
    json.key("recommended_actions")
    json.object { json in
      json.field("immediate", texts(.immediate))
      json.field("short_term", texts(.shortTerm))
      json.field("long_term", texts(.longTerm))
    }
  }

  private func checks(to json: inout JSONWriter) {
    json.key("trade_offs")
    json.list(solution.tradeOffs) { json, trade in
      json.object { json in
        json.field("gain", trade.gain)
        json.field("price", trade.price)
        json.field("too_high_when", trade.tooHighWhen)
        json.field("lens", trade.lens)
      }
    }
    json.key("validation_strategy")
    json.list(solution.validation) { json, check in
      json.object { json in
        json.field("prediction", check.prediction)
        json.field("measure", check.measure)
        json.field("baseline", check.baseline)
        json.field("passes_if", check.passesIf)
        json.field("refuted_if", check.refutedIf)
        json.field("by_when", check.byWhen)
        json.field("belief", check.belief)
      }
    }
    json.key("why_attempts_failed")
    json.list(solution.autopsies) { json, autopsy in
      json.object { json in
        json.field("attempt", autopsy.attempt)
        json.field("effect", autopsy.effect)
        json.field("why", autopsy.why)
      }
    }
  }

  private func outcome(to json: inout JSONWriter) {
    json.field("path_to_target", solution.path?.steps.map(\.text) ?? [])
    json.field("expected_outcome", solution.expectedOutcome)
    json.key("feasibility")
    json.list(solution.feasibility) { json, item in
      json.object { json in
        json.field("constraint", item.constraint)
        json.field("verdict", item.verdict.rawValue)
        json.field("note", item.note)
      }
    }
    json.key("dropped_advice")
    json.list(solution.droppedAdvice) { json, advice in
      json.object { json in
        json.field("advice", advice.advice)
        json.field("because", advice.because)
      }
    }
    json.field("open_questions", solution.openQuestions)
  }

  private func details(to json: inout JSONWriter) {
    json.key("action_details")
    json.list(solution.actions) { json, action in
      json.object { json in
        json.field("number", action.number)
        json.field("text", action.text)
        json.field("horizon", Self.name(of: action.horizon))
        json.field("kind", action.kind)
        json.field("effort", action.effort)
        json.field("lenses", action.lenses)
        json.key("beliefs")
        json.list(action.beliefs) { $0.number($1) }
        gate(action.gate, to: &json)
        json.field("note", action.note)
      }
    }
    json.key("path_details")
    if let path = solution.path { json.object { write(path, to: &$0) } } else { json.null() }
    json.field("conflicts", solution.conflicts)
    json.key("stakeholders")
    json.list(solution.stakeholders) { json, note in
      json.object { json in
        json.field("name", note.name)
        json.field("asked", note.asked)
        json.field("gets", note.gets)
        json.field("costs", note.costs)
        json.field("tell", note.tell)
      }
    }
  }

  private func write(_ path: Solution.Path, to json: inout JSONWriter) {
    json.field("target", path.target)
    json.field("sum", path.sum)
    json.key("steps")
    json.list(path.steps) { json, step in
      json.object { json in
        json.field("text", step.text)
        json.field("effort", step.effort)
        json.field("low_days", step.low)
        json.field("high_days", step.high)
        json.field("total_days", step.total)
        gate(step.gate, to: &json)
      }
    }
  }

  private func gate(_ gate: Solution.Gate?, to json: inout JSONWriter) {
    json.key("gate")
    guard let gate else { return json.null() }
    json.object { json in
      json.field("question", gate.question)
      json.field("yes", gate.yes)
      json.field("no", gate.no)
    }
  }

  private static func name(of horizon: Solution.Horizon) -> String {
    switch horizon {
    case .immediate: "immediate"
    case .shortTerm: "short_term"
    case .longTerm: "long_term"
    }
  }
}
