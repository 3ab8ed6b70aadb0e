@testable import RefractEngine

/// The worked example as the engine would hand it over, written by hand.
enum WorkedExample {
  static var report: Report {
    let problem = problem
    return Report(
      problem: problem, domain: "Software performance", brief: brief,
      keyFigures: [
        "Now 350ms, wanted under 150ms: 200ms to go [350 − 150]",
        "Five attempts: 30% in all [5 + 8 + 12 + 3 + 2]; the start was about 500ms [350/(1 − 30%)]",
      ],
      headlines: headlines, marks: marks, thinkingMode: WorkedAnalyses.thinkingMode,
      lensRanking: WorkedAnalyses.ranking, analyses: WorkedAnalyses.all, solution: WorkedSolution.solution,
      derivations: [
        Report.DerivedNumber(
          id: "V1.difference", value: "200ms", formula: "350 − 150",
          inputs: [span("350ms"), span("150ms")], assumption: nil, amount: 200),
        Report.DerivedNumber(
          id: "V2.sum", value: "30 points", formula: "5 + 8 + 12 + 3 + 2",
          inputs: [
            "caching (5%)", "query optimization (8%)", "indexing (12%)", "code profiling (3%)",
            "connection pooling (2%)",
          ].map { span($0) }, assumption: nil, amount: 30),
        Report.DerivedNumber(
          id: "V2.start", value: "about 500ms", formula: "350/(1 − 30%)", inputs: [span("350ms")],
          assumption: "percentages of the start", amount: 500),
      ],
      facts: [
        Report.FactLine(kind: "quantity", span: span("350ms"), text: "350ms"),
        Report.FactLine(kind: "deadline", span: span("Must ship in 2 weeks"), text: "Must ship in 2 weeks"),
      ],
      provenance: Report.Provenance(
        version: "1.0.0", catalogue: "3ac90e18d4f677d2", inputSHA256: String(repeating: "5f1d0c7a9be2e41b", count: 4)))
  }

  static var problem: Problem {
    let text =
      "API endpoint `/api/users/dashboard` averaging 350ms (need <150ms). Team tried 5 optimizations with "
      + "diminishing returns (~30% total improvement). Stuck despite code-level optimizations. Team frustrated - what "
      + "are we missing?"
    let attempts = [
      "caching (5%)", "query optimization (8%)", "indexing (12%)", "code profiling (3%)", "connection pooling (2%)",
    ]
    let constraints = [
      "Can't rewrite the framework", "No database replacement", "Don't break the API contract", "Limited budget",
    ]
    let context = "Django/PostgreSQL stack. Dashboard endpoint aggregates user data."
    var fields = [
      Problem.Field(name: "title", text: "Dashboard endpoint stuck at 350 ms"),
      Problem.Field(name: "problem", text: text), Problem.Field(name: "context", text: context),
    ]
    fields += attempts.enumerated().map { Problem.Field(name: "attempts[\($0)]", text: $1) }
    fields += constraints.enumerated().map { Problem.Field(name: "constraints[\($0)]", text: $1) }
    fields.append(Problem.Field(name: "deadline", text: "Must ship in 2 weeks"))
    var problem = Problem(
      id: "dashboard-slow", title: "Dashboard endpoint stuck at 350 ms", problem: text, fields: fields)
    problem.context = [context]
    problem.attempts = attempts.map { Problem.TriedAction(action: $0) }
    problem.constraints = constraints
    problem.deadline = "Must ship in 2 weeks"
    problem.tags = ["api", "performance"]
    problem.meta = .map([Problem.MetaEntry(key: "owner", value: .list([.text("platform")]))])
    return problem
  }

  /// Where some words first stand in the problem.
  static func span(_ words: String) -> Span { Sample.span(words, in: problem) }

  static var brief: Report.InBrief {
    Report.InBrief(
      reframe: "This isn't a performance optimization problem, it's an architectural layer mismatch problem. You have "
        + "been tuning code and queries, and the limit is in the data model. A series that peaks at 12% and ends at 2% "
        + "is what a ceiling set by another layer looks like from outside.",
      rootCause: WorkedAnalyses.rootStatement, rootCauseConfidence: 0.83,
      firstStep: "Stop tuning single queries, cache times and pool sizes until the trace is in.",
      evidence: "strong (5 measured attempts, gap, deadline, 4 constraints)", isThin: false)
  }

  static var headlines: [Report.Headline] {
    [
      Report.Headline(
        label: "Gap to target", value: "200ms", note: "350ms now, under 150ms needed: 57% must still go [1 − 150/350]",
        fraction: 0.57),
      Report.Headline(
        label: "Confidence in the root cause", value: "83%", note: "A degree of support, not a frequency",
        fraction: 0.83),
      Report.Headline(
        label: "Overall quality", value: "0.82", note: "Specific 0.81, new 0.77, actionable 0.87, coherent 0.81",
        fraction: 0.82),
    ]
  }

  static var marks: [Report.Mark] {
    [
      ("averaging 350ms (need <150ms)", [1]), ("diminishing returns (~30% total improvement)", [1, 5]),
      ("Stuck despite code-level optimizations", [6]), ("Django/PostgreSQL stack", [3, 4]),
      ("Dashboard endpoint aggregates user data", [2]), ("caching (5%)", [1, 6]), ("query optimization (8%)", [1, 3]),
      ("indexing (12%)", [1, 2, 3]), ("code profiling (3%)", [1, 4, 6]), ("connection pooling (2%)", [1, 6]),
      ("Can't rewrite the framework", [5]), ("Must ship in 2 weeks", [5]),
    ].map { Report.Mark(span: span($0.0), beliefs: $0.1) }
  }
}

enum Sample {
  /// Where some words first stand in a problem's fields; an empty span at the start if they do not.
  static func span(_ words: String, in problem: Problem) -> Span {
    let needle = Array(words.utf8)
    for (index, field) in problem.fields.enumerated() {
      let text = Array(field.text.utf8)
      guard text.count >= needle.count else { continue }
      for start in 0...(text.count - needle.count) where text[start...].starts(with: needle) {
        return Span(field: index, start: start, end: start + needle.count)
      }
    }
    return Span(field: 0, start: 0, end: 0)
  }
}
