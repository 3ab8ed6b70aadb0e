@testable import RefractEngine

/// The worked example's printed belief blocks, word for word, with its problem in the prose of its steps.
enum WorkedBlocks {
  static let problem = Sample.problem(
    """
    API endpoint `/api/users/dashboard` averaging 350ms (need <150ms). Team tried 5 optimizations with diminishing \
    returns (~30% total improvement). Stuck despite code-level optimizations. Tried caching (5%), query optimization (8%), \
    indexing (12%), code profiling (3%), connection pooling (2%). Django/PostgreSQL stack. Dashboard endpoint aggregates \
    user data. Limited budget, can't rewrite framework, must ship in 2 weeks.
    """)

  static let attempts = ["caching", "query optimization", "indexing", "code profiling", "connection pooling"]

  /// Another problem, against which the same blocks say little.
  static let otherProblem = Sample.problem(
    """
    Screen reader users cannot book a table on our website. 14 of 40 complaints since May name the date picker. We fixed \
    contrast and added labels; complaints went from 12 to 11 a month. The agency quoted 9,000 euros for a redesign, and the \
    owner wants it done before the summer season.
    """)

  static let pace = [
    QualityScorer.Block(
      belief:
        "Your optimization efforts are targeting the wrong system layer - you're optimizing the fast layer (code) but the bottleneck is in the slow layer (architecture/data model)",
      reasoning:
        "The pattern of diminishing returns (5%, 8%, 12%, 3%, 2%) with each optimization is a classic signal that you're making incremental improvements within a constrained layer. Fast-layer optimizations (caching, code) can't overcome slow-layer constraints (schema design, architectural decisions made months ago).",
      evidence:
        "Multiple optimization attempts with progressively smaller gains indicates hitting a ceiling imposed by a deeper system layer",
      implications: [
        "Profile performance across architectural layers, not just code execution time",
        "Examine data model design: likely normalized for writes but dashboard needs reads",
        "Measure at system boundaries: app→db, db→app, serialization overhead",
        "Consider slow-layer interventions: materialized views, denormalized read models, CQRS pattern",
      ]),
    QualityScorer.Block(
      belief: "The endpoint is likely fetching data from too many tables due to slow-layer architectural decisions",
      reasoning:
        "Dashboard endpoints typically aggregate data from multiple domains. If the schema is normalized (slow layer decision), the endpoint needs expensive JOIN operations across many tables. Code-level optimizations can't fix this fundamental mismatch.",
      evidence:
        "Indexing gave 12% improvement (best result) suggesting database reads are significant, but not enough to reach target",
      implications: [
        "Add distributed tracing (OpenTelemetry) to visualize full request journey across boundaries",
        "Count how many tables the dashboard query touches", "Measure data transfer volume between layers",
        "Validate hypothesis: add logging to count DB queries per request",
      ]),
  ]

  static let boundaries = [
    QualityScorer.Block(
      belief: "The performance bottleneck is likely at the boundary between application and database layers",
      reasoning:
        "Indexing (12% improvement) and query optimization (8%) both affect the app↔db boundary. The combined 20% improvement from these two suggests this boundary is significant but not the only problem. You're likely crossing this boundary too many times per request.",
      evidence: "Database-focused optimizations had the highest individual impact",
      implications: [
        "Measure number of round trips between app and database per request",
        "Check for N+1 query patterns hidden in ORM lazy loading", "Profile serialization overhead at the boundary",
        "Consider: batch queries, eager loading, or moving computation closer to data",
      ]),
    QualityScorer.Block(
      belief: "Data is crossing boundaries in inefficient formats",
      reasoning:
        "If the endpoint is fetching full objects and then filtering in application code, you're moving too much data across the app↔db boundary. This is a common Django ORM anti-pattern.",
      evidence:
        "Code optimization only improved 3% despite profiling, suggesting the work is data movement, not computation",
      implications: [
        "Measure actual bytes transferred per request",
        "Check if endpoint fetches full objects when it only needs specific fields",
        "Examine if Django ORM is doing SELECT * when SELECT field1, field2 would suffice",
        "Profile memory allocation during serialization",
      ]),
  ]

  static let leverage = [
    QualityScorer.Block(
      belief: "The highest-leverage intervention is changing what data you materialize, not how you fetch it",
      reasoning:
        "All previous optimizations tried to fetch the same data faster (how). The leverage point is changing what data exists at rest (materialized views, denormalized tables). This is a one-time structural change with multiplicative impact.",
      evidence: "Diminishing returns on all 'fetch faster' approaches",
      implications: [
        "Immediate: Create materialized view for dashboard data (2-3 days work)",
        "Validate: measure query time against materialized view (should be <50ms)",
        "If successful: schedule refresh strategy (hourly/daily depending on staleness tolerance)",
        "This is feasible within 2-week constraint and doesn't require framework rewrite",
      ]),
    QualityScorer.Block(
      belief: "Low-leverage interventions: more caching, more indexing, more code optimization",
      reasoning:
        "You've already tried these and hit diminishing returns. These are parameter changes (low leverage) not structural changes (high leverage). Donella Meadows's leverage point hierarchy: parameters are lowest leverage, structure is high leverage.",
      evidence: "Each successive optimization yielded smaller gains (12% → 8% → 5% → 3% → 2%)",
      implications: [
        "Stop optimizing at the code/query level", "Don't add more Redis caching layers",
        "Don't spend time on micro-optimizations", "Shift effort to structural change (materialized data)",
      ]),
  ]

  /// Advice that fits every problem.
  static let generic = [
    QualityScorer.Block(
      belief: "This perspective may reveal non-obvious aspects of the problem",
      reasoning: "Looking at the problem through this lens can uncover hidden dynamics and deeper structures.",
      evidence: "The problem description suggests several relevant factors",
      implications: [
        "Consider how this perspective changes your understanding", "Explore the underlying structure of the problem",
        "Identify opportunities for improvement",
      ]),
    QualityScorer.Block(
      belief: "The situation may involve underlying patterns that are worth exploring",
      reasoning: "Complex problems often have root causes that are not immediately visible.",
      evidence: "Multiple elements of the situation seem to interact",
      implications: [
        "Examine the key elements of the situation", "Communicate with stakeholders", "Review the outcome",
      ]),
  ]

  /// Everything that a shallow scorer likes, without a sentence.
  static let stuffed = [
    QualityScorer.Block(
      belief:
        "350ms 150ms 5% 8% 12% 3% 2% caching indexing query optimization Django PostgreSQL dashboard bottleneck boundary layer",
      reasoning:
        "therefore because 12% indexing 8% query optimization 5% caching code profiling 3% connection pooling 2% schema layer boundary leverage N+1 OpenTelemetry",
      evidence: "350ms 150ms 5% 8% 12% 3% 2% Django PostgreSQL API endpoint dashboard",
      implications: [
        "measure 350ms trace profile count 12% Django days if",
        "validate caching 5% PostgreSQL query day until measure",
        "OpenTelemetry trace dashboard endpoint week measure",
      ])
  ]
}
