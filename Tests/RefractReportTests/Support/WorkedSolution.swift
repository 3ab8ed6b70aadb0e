@testable import RefractEngine

/// Step 3 of the worked example.
enum WorkedSolution {
  static var solution: Solution {
    Solution(
      problemReframe: WorkedExample.brief.reframe,
      rootCause: Solution.RootCause(
        lens: "Pace Layering", belief: 1, statement: WorkedAnalyses.rootStatement,
        evidence: "“caching (5%)” to “connection pooling (2%)”, 30 points in all, while 57% of the present time must "
          + "still go [1 − 150/350].",
        confidence: 0.83, chosenBecause: "it explains the most: 7 of the 12 passages, at 83%.",
        notExplained: "why indexing alone gave 12%, more than any other step.",
        runnerUp: "belief 3, the edge between application and database, 79%.",
        decidedBy: "counting queries per request. A small, steady number speaks against belief 3."),
      keyInsights: WorkedAnalyses.all.flatMap { lens in
        lens.beliefs.map {
          Solution.Insight(
            lens: lens.name, belief: $0.number, statement: $0.belief, reasoning: $0.reasoning,
            confidence: $0.confidence)
        }
      },
      actions: actions, tradeOffs: tradeOffs, validation: validation, autopsies: autopsies, path: path,
      expectedOutcome:
        "150ms is reachable on this path only if reading holds at least 200 of the 350ms [350 − 150]. The "
        + "trace tells by day 3. If it holds less, the rest is in serialization or rendering.",
      conflicts: [], feasibility: feasibility,
      stakeholders: [
        Solution.StakeholderNote(
          name: "The team", asked: "an end to work that shows nothing", gets: "a trace instead of a sixth guess",
          costs: "up to 8½ days without a visible gain", tell: "the trace decides on day 4.")
      ],
      droppedAdvice: [
        Solution.DroppedAdvice(
          advice: "a separate read model fed by events, 4–8 weeks, est.",
          because: "Ruled out by “Must ship in 2 weeks”.")
      ],
      openQuestions: [
        "Where do the 350ms go, layer by layer? If a trace exists, gate A can be decided today.",
        "How old may the dashboard’s data be? It sets the refresh, and with it the load.",
        "Is “<150ms” for the average or for the slowest tenth? It changes what gate B measures.",
      ],
      quality: QualityScores(specificity: 0.81, novelty: 0.77, actionability: 0.87, coherence: 0.81))
  }

  private static func action(
    _ number: Int, _ horizon: Solution.Horizon, _ kind: String, _ text: String, effort: String?, beliefs: [Int],
    gate: Solution.Gate? = nil, note: String? = nil
  ) -> Solution.Action {
    Solution.Action(
      number: number, text: text, horizon: horizon, effort: effort, lenses: ["Pace Layering"], beliefs: beliefs,
      kind: kind, gate: gate, note: note)
  }

  static let gateA = Solution.Gate(
    question: "Does reading hold at least 200 of the 350ms?", yes: "go on with 4.",
    no: "first return only the fields the screen uses, 1–2 days, est.")
  static let gateB = Solution.Gate(
    question: "Is the mean under 150ms for a whole working day?", yes: "release.",
    no: "keep the old path and fetch related rows in one go where the trace repeats itself.")

  private static var actions: [Solution.Action] {
    [
      action(
        1, .immediate, "stop", "Stop tuning single queries, cache times and pool sizes until the trace is in.",
        effort: nil, beliefs: [6]),
      action(
        2, .immediate, "measure", "Trace one request end to end with OpenTelemetry and read off the time per layer.",
        effort: "1–3 days, est.", beliefs: [1]),
      action(
        3, .immediate, "measure", "Count the queries that one request makes.", effort: "½ day, est.", beliefs: [3],
        gate: gateA),
      action(
        4, .immediate, "change", "Build one materialized view for this screen and read it behind the same API.",
        effort: "3–5 days, est.", beliefs: [5], note: "tight"),
      action(
        5, .shortTerm, "measure", "Measure the endpoint at usual load against today’s 350ms.", effort: "1 day, est.",
        beliefs: [1, 5], gate: gateB),
      action(
        6, .shortTerm, "measure", "If half a day is left: list the tables one request touches.", effort: "½ day, est.",
        beliefs: [2]),
      action(
        7, .longTerm, "sustain", "Set an alert on the mean, so that a slip back over 150ms is seen.",
        effort: "1 day, est.", beliefs: [1]),
      action(
        8, .longTerm, "change", "Remove the cached paths that the view makes unnecessary.", effort: "1–2 days, est.",
        beliefs: [6], note: "after the deadline"),
    ]
  }

  private static var tradeOffs: [Solution.TradeOff] {
    [
      Solution.TradeOff(
        gain: "One ready-made answer for this screen.",
        price: "The data is as old as the last refresh, and each refresh loads the database.",
        tooHighWhen: "users must see their own change at once.", lens: "Leverage Points"),
      Solution.TradeOff(
        gain: "An end to tuning until the trace is in.",
        price: "One average fix, 30ms [500 × 6%], comes up to 3 days later.",
        tooHighWhen: "a fix worth more than the best so far, 60ms [500 × 12%], is already in hand.",
        lens: "Pace Layering"),
    ]
  }

  private static var validation: [Solution.Validation] {
    [
      Solution.Validation(
        belief: 1, prediction: "A ready-made view brings the endpoint under target.",
        measure: "mean response time of /api/users/dashboard", baseline: "350ms now",
        passesIf: "under 150ms for a working day at usual load.",
        refutedIf: "a change in code or queries alone gains more than 60ms [500 × 12%].", byWhen: "day 10"),
      Solution.Validation(
        belief: 3, prediction: "One request crosses to the database many times.", measure: "queries per request",
        baseline: "not given: measure first", passesIf: "reading holds at least 200 of the 350ms.",
        refutedIf: "the number is small and steady.", byWhen: "day 4"),
    ]
  }

  private static var autopsies: [Solution.Autopsy] {
    [
      (
        "Caching", "caching (5%)", 5.0,
        "Each miss still gathers everything; the 5% says that repeated identical reads are not the main cost."
      ),
      ("Query optimization", "query optimization (8%)", 8, "Every query is quicker, their number is the same."),
      (
        "Indexing", "indexing (12%)", 12,
        "The best of the five, so finding rows matters; as many tables are visited as before."
      ),
      (
        "Code profiling", "code profiling (3%)", 3,
        "Little of the 350ms is computing, unless the profile missed waiting time."
      ),
      (
        "Connection pooling", "connection pooling (2%)", 2,
        "Entering the database got cheaper, the number of entries did not change."
      ),
    ].map { name, words, value, why in
      Solution.Autopsy(
        attempt: name, effect: "\(Int(value))%", why: why, effectValue: value, effectUnit: "%",
        span: WorkedExample.span(words))
    }
  }

  private static var path: Solution.Path {
    Solution.Path(
      target: "under 150ms",
      steps: [
        Solution.PathStep(text: "Stop tuning.", effort: "0 days", low: 0, high: 0, total: 0, gate: nil),
        Solution.PathStep(
          text: "Trace one request. The time per layer is known by day 3.", effort: "1–3 days, est.", low: 1, high: 3,
          total: 3, gate: nil),
        Solution.PathStep(
          text: "Count its queries.", effort: "½ day, est.", low: 0.5, high: 0.5, total: 3.5, gate: gateA),
        Solution.PathStep(
          text: "Build one materialized view. A unique index on it lets the refresh run CONCURRENTLY.",
          effort: "3–5 days, est.", low: 3, high: 5, total: 8.5, gate: nil),
        Solution.PathStep(
          text: "Validate at usual load.", effort: "1 day, est.", low: 1, high: 1, total: 9.5, gate: gateB),
      ],
      sum: "5½–9½ of 10 working days (est.) [1–3 + ½ + 3–5 + 1]", available: 10)
  }

  private static var feasibility: [Solution.Feasibility] {
    [
      Solution.Feasibility(
        constraint: "Can't rewrite the framework", verdict: .kept,
        note: "No change of framework: reads go through the same endpoint."),
      Solution.Feasibility(
        constraint: "No database replacement", verdict: .kept, note: "Materialized views are part of PostgreSQL."),
      Solution.Feasibility(
        constraint: "Don't break the API contract", verdict: .kept, note: "Same endpoint, same fields."),
      Solution.Feasibility(
        constraint: "Limited budget", verdict: .atRisk,
        note: "Disk and refresh load are not priced in your text. Time one refresh on a copy during step 4."),
      Solution.Feasibility(
        constraint: "Must ship in 2 weeks", verdict: .atRisk, note: "5½–9½ of 10 working days: tight."),
    ]
  }
}
