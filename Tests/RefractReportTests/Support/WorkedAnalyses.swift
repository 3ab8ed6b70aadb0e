@testable import RefractEngine

/// Steps 1 and 2 of the worked example.
enum WorkedAnalyses {
  static let rootStatement =
    "All five fixes so far changed code, queries and cache settings; what holds the endpoint at 350ms probably sits in "
    + "the data model and in how one request gathers its data."

  static var thinkingMode: ThinkingMode {
    ThinkingMode(
      recommended: [
        ModeAdvice(
          id: "systems_thinking", name: "Systems Thinking", matchScore: 0.95,
          lenses: ["Pace Layering", "System Boundaries", "Leverage Points", "Feedback Loops"],
          reasoning: "Effects of 5, 8, 12, 3 and 2% peak and fall, and you write “Stuck despite”: this points to "
            + "structure rather than to a missing tactic."),
        ModeAdvice(
          id: "diagnostic_thinking", name: "Diagnostic Thinking", matchScore: 0.88,
          lenses: ["Bottleneck Theory", "Root Cause Analysis", "Five Whys"],
          reasoning: "A gap of 200ms after five attempts asks where the time goes before a sixth."),
      ],
      sequence: [
        "Apply 2-3 lenses from systems_thinking", "Use analyze_with_lens for each",
        "Synthesize insights with synthesize_solution",
      ],
      nextSteps: ["Apply Pace Layering, System Boundaries, Leverage Points lenses"],
      insight: "Systems Thinking: look at layers and boundaries, not just at code.")
  }

  static var ranking: [Report.RankedLens] {
    let names = [
      ("pace-layering", "Pace Layering", 0.93), ("system-boundaries", "System Boundaries", 0.87),
      ("leverage-points", "Leverage Points", 0.84), ("bottleneck-theory", "Bottleneck Theory", 0.81),
      ("feedback-loops", "Feedback Loops", 0.64), ("root-cause-analysis", "Root Cause Analysis", 0.6),
      ("five-whys", "Five Whys", 0.52), ("time-horizons", "Time Horizons", 0.35),
      ("goodharts-law", "Goodhart’s Law", 0.22),
      ("evaporating-cloud", "Evaporating Cloud", 0.19),
    ]
    return names.enumerated().map {
      Report.RankedLens(id: $1.0, name: $1.1, score: $1.2, isApplied: $0 < 3)
    }
  }

  static var all: [LensAnalysis] { [paceLayering, systemBoundaries, leveragePoints] }

  private static func belief(
    _ number: Int, _ rule: String, _ confidence: Double, _ text: String, reasoning: String, words: [String],
    implications: [String], refutedIf: String, connections: [String]
  ) -> Belief {
    Belief(
      number: number, rule: rule, belief: text, confidence: confidence, reasoning: reasoning,
      evidence: words.map { "“\($0)”" }.joined(separator: "; ") + ".",
      evidenceSpans: words.map(WorkedExample.span), lateralConnections: connections, implications: implications,
      refutedIf: refutedIf)
  }

  private static var paceLayering: LensAnalysis {
    LensAnalysis(
      id: "pace-layering", name: "Pace Layering",
      definition:
        "Parts of one system change at different speeds, and the slow parts decide how far the fast parts can go.",
      source: "Stewart Brand, The Clock of the Long Now, 1999.",
      brief: "350ms after five attempts; under 150ms wanted.",
      beliefs: [
        belief(
          1, "pace_layering.plateau", 0.83, rootStatement,
          reasoning:
            "After a peak of 12% (indexing, third of five) the last two gave 3% and 2%. The percentages add up "
            + "against a start near 500ms [350/(1 − 30%)], so an average fix saved 30ms [500 × 6%]; seven more like it "
            + "would be needed for the remaining 200ms [200/30]. A layer that changes in days does not lift a ceiling "
            + "set by one that was fixed when the schema was drawn.",
          words: [
            "averaging 350ms (need <150ms)", "diminishing returns (~30% total improvement)", "caching (5%)",
            "query optimization (8%)", "indexing (12%)", "code profiling (3%)", "connection pooling (2%)",
          ],
          implications: [
            "Trace one request end to end.", "Measure at usual load before and after.",
            "Keep the gain visible with an alert.",
          ],
          refutedIf: "a change made only in code or queries gains more than 60ms, the best so far [500 × 12%].",
          connections: ["System Boundaries", "Leverage Points", "Bottleneck Theory"]),
        belief(
          2, "pace_layering.written_for", 0.74,
          "The tables behind the dashboard were probably drawn for writing one record at a time, while this endpoint "
            + "reads many of them to show one screen.",
          reasoning: "An endpoint that “aggregates” is a reader that collects. Indexing, which only makes finding rows "
            + "quicker, gave the most and still left 200ms to go [350 − 150].",
          words: ["Dashboard endpoint aggregates user data", "indexing (12%)"],
          implications: ["List the tables one request touches and how often each changes."],
          refutedIf: "one request touches a single table.", connections: ["Technical Debt", "System Boundaries"]),
      ],
      quality: QualityScores(specificity: 0.83, novelty: 0.80, actionability: 0.86, coherence: 0.82))
  }

  private static var systemBoundaries: LensAnalysis {
    LensAnalysis(
      id: "system-boundaries", name: "System Boundaries",
      definition: "What counts as inside the system is a choice; trouble often sits at the edge where two parts meet.",
      source: "C. West Churchman, The Systems Approach, 1968; Donella Meadows, Thinking in Systems, 2008.",
      brief: "Django/PostgreSQL; the dashboard aggregates.",
      beliefs: [
        belief(
          3, "system_boundaries.edge", 0.79,
          "Most of the loss is probably at the edge between application and database: indexing and query optimization "
            + "act there and gave 20 of the 30 points.",
          reasoning:
            "With caching and connection pooling, which act on the same edge, it is 27 of 30 [8 + 12 + 5 + 2]; "
            + "code profiling, inside the application, gave 3. Each fix made a crossing cheaper; the number of crossings "
            + "in one full request stayed.",
          words: ["Django/PostgreSQL stack", "query optimization (8%)", "indexing (12%)"],
          implications: [
            "Count the queries that one request makes.",
            "Where the trace repeats itself, fetch related rows in one go.",
          ],
          refutedIf: "the number of queries per request is small and steady.",
          connections: ["N+1 and Chatty Boundaries", "Pace Layering"]),
        belief(
          4, "system_boundaries.width", 0.69, "What crosses that edge is probably wider than the screen needs.",
          reasoning:
            "Code profiling gave only 3%, so little of the time is computing, unless the profile missed waiting.",
          words: ["Django/PostgreSQL stack", "code profiling (3%)"],
          implications: ["Log bytes read against bytes returned."],
          refutedIf: "about as many bytes are returned as read.", connections: ["Coupling and Cohesion"]),
      ],
      quality: QualityScores(specificity: 0.80, novelty: 0.74, actionability: 0.87, coherence: 0.80))
  }

  private static var leveragePoints: LensAnalysis {
    LensAnalysis(
      id: "leverage-points", name: "Leverage Points",
      definition:
        "Places to intervene differ hugely in effect: numbers change little, while rules, structure and goals "
        + "change much.",
      source: "Donella Meadows, Leverage Points: Places to Intervene in a System, 1999.",
      brief: "Two weeks, four constraints.",
      beliefs: [
        belief(
          5, "leverage_points.structure", 0.78,
          "The strongest move is to change which data stands ready for this screen, not to fetch the same data faster.",
          reasoning: "All five attempts fetch the same data at less cost. One structural move breaks none of your "
            + "constraints: a materialized view behind the same endpoint, 3–5 days, est.",
          words: [
            "diminishing returns (~30% total improvement)", "Can't rewrite the framework", "Must ship in 2 weeks",
          ],
          implications: ["Build one view and read it behind the same API.", "Ask how old its data may be."],
          refutedIf: "the view serves a slice of the users and the mean there stays near 350ms.",
          connections: ["Pace Layering", "Theory of Constraints"]),
        belief(
          6, "leverage_points.parameters", 0.85,
          "A sixth cache, index or pool setting is the weakest place left to push.",
          reasoning: "Such steps turn numbers and leave the structure. The last two gave 3% and 2%, together 25ms of a "
            + "start near 500 [500 × 5%], against 200ms still to go.",
          words: [
            "Stuck despite code-level optimizations", "caching (5%)", "code profiling (3%)", "connection pooling (2%)",
          ],
          implications: ["Stop tuning until the trace is in."],
          refutedIf: "the trace shows one query or one setting that holds 200ms by itself.",
          connections: ["Feedback Loops", "Vital Few"]),
      ],
      quality: QualityScores(specificity: 0.81, novelty: 0.77, actionability: 0.88, coherence: 0.81))
  }
}
