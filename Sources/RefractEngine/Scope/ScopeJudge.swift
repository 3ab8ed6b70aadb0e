/// Tells whether a text is one that a report can be made of.
enum ScopeJudge {
  /// The first kind of text outside the scope that fits; nil if none does.
  static func outside(_ view: CaseView, rules: [ScopeRule]) -> ScopeRule? {
    let told = tellsProblem(view)
    return rules.first { rule in
      (rule.isOwnMatter || !told) && fits(rule, view)
    }
  }

  private static func fits(_ rule: ScopeRule, _ view: CaseView) -> Bool {
    if let shape = rule.shape, !shape.fits(view.problem.problem) { return false }
    if !rule.cues.isEmpty, view.cueCount(rule.cues) < rule.least { return false }
    if !rule.beside.isEmpty, view.cueCount(rule.beside) == 0 { return false }
    return view.cueCount(rule.unless) == 0
  }

  /// Whether the author tells of something that is not as it should be: an attempt, a gap, a limit or a quarrel; or took
  /// the trouble to fill in the fields of a problem file.
  private static func tellsProblem(_ view: CaseView) -> Bool {
    let facts = view.facts
    let problem = view.problem
    return !facts.attempts.isEmpty || !facts.gaps.isEmpty || !facts.constraints.isEmpty || !facts.options.isEmpty
      || facts.trends.contains { $0.from != nil } || facts.stakeholders.count > 1 || !problem.metrics.isEmpty
      || !problem.successCriteria.isEmpty
  }
}
