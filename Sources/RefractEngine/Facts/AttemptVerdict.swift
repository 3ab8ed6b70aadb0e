/// Reads from the words for an outcome whether the step helped.
enum AttemptVerdict {
  /// The last telling word decides: people say what came first and end with what remains ("fairer pounds, mismatches
  /// stayed"). Unknown if no word tells.
  static func of(_ range: Range<Int>, field: Int, in document: Document) -> Attempt.Verdict {
    let tokens = document.tokens[field]
    var verdict = Attempt.Verdict.unknown
    var lastMeasure: Bool?
    var lastMove: Bool?
    var isNegated = false
    var more = -1
    for index in range where tokens[index].kind == .word {
      let token = tokens[index]
      if contains(Self.separators, token) { isNegated = false }
      if contains(Self.worse, token) {
        verdict = isNegated ? .none : .worse
      } else if contains(Self.helped, token) {
        verdict = isNegated ? .none : .helped
      } else if contains(Self.none, token) {
        if token.key == "no" || token.key == "not" || token.key == "never" { isNegated = true }
        // "nobody complained", "no complaints" is good news
        verdict = .none
      } else if contains(Self.sideEffect, token) {
        verdict = isNegated ? .helped : .sideEffect
      }
      if token.key == "more" { more = index }
      if contains(Self.goodMeasures, token) { lastMeasure = true }
      if contains(Self.badMeasures, token) {
        lastMeasure = false
        if more >= 0, index - more <= 2 { verdict = .sideEffect }
        if isNegated { verdict = .helped }
      }
      if contains(Self.falling, token) { lastMove = false }
      if contains(Self.rising, token) { lastMove = true }
      if let rises = lastMove, let isGood = lastMeasure {
        verdict = rises == isGood ? .helped : .worse
        lastMove = nil
        lastMeasure = nil
      }
    }
    return verdict
  }

  private static func contains(_ set: Set<WordKey>, _ token: Token) -> Bool {
    set.contains(token.key) || set.contains(token.stem)
  }

  /// True if any word of the run tells an outcome.
  static func tells(_ range: Range<Int>, field: Int, in document: Document) -> Bool {
    of(range, field: field, in: document) != .unknown
  }

  private static let separators: Set<WordKey> = ["but", "and", "while", "then"]

  static let none: Set<WordKey> = [
    "no", "not", "never", "none", "nothing", "nobody", "still", "unchanged", "same", "ignored", "rarely", "hardly",
    "obsolete", "reverted", "undone", "wore", "faded", "abandoned", "fizzled", "stalled", "flat", "remain", "remains",
    "remained", "stayed", "stays", "persist", "persists", "persisted", "declined", "rejected", "refused", "unanswered",
    "unused", "empty", "failed", "useless", "little", "negligible", "forgotten", "expired", "didn't", "doesn't",
    "didnt",
    "cancelled", "canceled", "dropped-out", "barely", "temporary", "temporarily", "briefly", "returned", "came-back",
    "plateaued", "outdated", "zero", "neither", "without", "nowhere", "dead", "unread", "stopped", "gave", "quit",
  ]

  static let sideEffect: Set<WordKey> = [
    "fatigue", "overload", "sprawl", "paralysis", "confusion", "confused", "resentment", "burnout", "chaos",
    "exhausted",
    "exhaustion", "stress", "stressed", "overwhelmed", "complained", "complaints", "grumbling", "errors", "friction",
    "side", "noise", "cheating", "gaming", "workaround", "workarounds", "tension", "conflict", "expensive", "cost",
    "permanent", "overtime", "mistrust", "anger", "angry", "annoyed", "bureaucracy", "duplicates", "distracted",
  ]

  static let worse: Set<WordKey> = [
    "worse", "worsened", "backfired", "regressed", "deteriorated", "collapsed", "tanked", "plummeted", "resisted",
    "threatens", "threatened", "slower", "lowest", "counterproductive", "doubled-down", "harmed", "hurt", "crashed",
    "broke", "slumped", "backfire", "resigned", "left",
  ]

  static let helped: Set<WordKey> = [
    "helped", "helps", "improved", "improves", "improvement", "improv", "better", "faster", "worked", "works", "fixed",
    "solved", "resolved", "saved", "gain", "gained", "fairer", "eased", "reduced", "success", "successful", "succeeded",
    "higher", "calmer", "happier", "shorter", "fewer", "cheaper", "brought", "quicker", "smoother", "boosted", "lifted",
    "improvements", "boost", "lift", "well", "good", "great", "cleaner", "safer", "paid",
  ]

  /// Measures of which more is better, by key or stem.
  static let goodMeasures: Set<WordKey> = [
    "acceptance", "retention", "attendance", "sale", "sales", "revenue", "conversion", "engagement", "satisfaction",
    "nps", "throughput", "velocity", "turnout", "yield", "uptime", "accuracy", "quality", "productivity", "margin",
    "profit", "morale", "completion", "adoption", "usage", "score", "scores", "grades", "membership", "donation",
    "donations", "visitors", "occupancy", "enrolment", "enrollment", "signups", "sign-ups", "registration",
    "registrations", "activation", "income", "applications", "participation", "output", "safety", "speed", "trust",
    "pass", "growth", "audience", "bookings", "referrals", "recruitment", "volunteers", "coverage", "availability",
  ]

  /// Measures of which less is better.
  static let badMeasures: Set<WordKey> = [
    "churn", "latency", "cost", "costs", "defect", "defects", "wait", "waits", "waiting", "error", "errors",
    "complaint",
    "complaints", "absence", "absences", "absenteeism", "no-shows", "no-show", "turnover", "delay", "delays", "backlog",
    "incident", "incidents", "outage", "outages", "bug", "bugs", "ticket", "tickets", "injuries", "injury", "accident",
    "accidents", "waste", "queue", "queues", "cancellation", "cancellations", "debt", "downtime", "drop-off", "dropout",
    "dropouts", "losses", "returns", "theft", "infections", "readmissions", "mortality", "overtime", "lateness",
    "failures", "spoilage", "breakage", "evasion", "violations", "crime", "arrears", "response-time", "refunds",
    "lead-time", "fall", "falls", "mistakes", "damage", "scrap", "rework", "vacancies", "crashes", "weeds", "pests",
  ]

  private static let falling: Set<WordKey> = [
    "fell", "dropped", "drop", "down", "declined", "sank", "decreased", "lower", "shrank", "halved", "decline", "slid",
    "dipped", "falling", "dropping", "lost", "plunged",
  ]
  private static let rising: Set<WordKey> = [
    "rose", "up", "increased", "grew", "higher", "climbed", "doubled", "tripled", "jumped", "rise", "rising",
    "increase",
    "soared", "growing", "went-up",
  ]
}
