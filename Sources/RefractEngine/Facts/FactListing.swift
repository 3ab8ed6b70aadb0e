extension Engine {
  /// What was read in a problem, a line a fact: its kind, its words, and its place as field and UTF-8 bytes.
  package func factLines(of problem: Problem) -> [String] {
    let view = read(problem)
    let facts = view.facts
    var lines: [(span: Span, text: String)] = []
    func add(_ kind: String, _ span: Span?, _ note: String = "") {
      guard let span else { return }
      let place = "\(problem.fields[span.field].name):\(span.start)-\(span.end)"
      lines.append((span, "\(kind) | \(CaseView.onOneLine(facts.text(span))) | \(place) | \(note)"))
    }
    for fact in facts.measures {
      add("measure", fact.subject ?? fact.quantity.span, "\(fact.time) \(facts.text(fact.quantity.span))")
    }
    for fact in facts.gaps { add("gap", fact.span, "\(facts.text(fact.now.span)) to \(facts.text(fact.target.span))") }
    for fact in facts.attempts {
      add("attempt", fact.span, "\(fact.name) | \(fact.verdict.rawValue) | \(fact.intervention ?? "unmapped")")
    }
    for fact in facts.deadlines { add("deadline", fact.span, fact.workingDays.map { "\($0) working days" } ?? "") }
    for fact in facts.constraints {
      add("constraint", fact.span, "\(fact.kind.rawValue) \(fact.isHard ? "hard" : "soft") \(fact.touches)")
    }
    for fact in facts.stakeholders {
      add("stakeholder", fact.name, fact.wants.map { facts.text($0) }.joined(separator: " | "))
    }
    for fact in facts.options { add("option", fact.label) }
    for fact in facts.trends { add("trend", fact.span, "worse: \(fact.isWorse.map { "\($0)" } ?? "unknown")") }
    for fact in facts.causes { add("cause", fact.cause, "effect: \(facts.text(fact.effect))") }
    for fact in facts.technologies { add("technology", fact.span, fact.kind) }
    for fact in facts.situations {
      let captures = fact.captures.map { "\($0.name)=\(CaseView.onOneLine(facts.text($0.span)))" }
      add("situation", fact.clause, "\(fact.situation) [\(facts.text(fact.cue))] \(captures.joined(separator: ", "))")
    }
    add("ask", facts.ask)
    var result = lines.stablySorted { $0.span < $1.span }.map(\.text)
    result += facts.derivations.map { "sum | \($0.id) | \($0.text) [\($0.formula)] | \($0.assumption ?? "")" }
    result += facts.signals.map { "signal | \($0.name) | \(ScoreText.two($0.strength)) | " }
    result += view.packs.map { "domain | \($0.id) |  | " } + view.archetypes.map { "archetype | \($0.id) |  | " }
    return result
  }
}
