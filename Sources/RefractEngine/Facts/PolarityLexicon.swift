/// Which way is better for a measure, by its words. Unknown measures have no better way.
enum PolarityLexicon {
  /// True if less of it is better, false if more is, nil if not known.
  static func isLessBetter(_ sentence: SentenceTokens, _ range: Range<Int>) -> Bool? {
    for index in range.reversed() {
      if lower.contains(sentence.stem(index)) { return true }
      if higher.contains(sentence.stem(index)) { return false }
    }
    return nil
  }

  private static func stems(_ words: [String]) -> Set<WordKey> {
    Set(words.map { Tokeniser.stem(of: Array($0.utf8)) })
  }

  private static let lower = stems([
    "latency", "churn", "cost", "defect", "wait", "waiting", "backlog", "error", "incident", "complaint", "delay",
    "downtime", "bug", "attrition", "turnover", "reopen", "reopened", "scrap", "rework", "absence", "dropout",
    "drop-off", "abandonment", "bounce", "fraud", "evasion", "time", "response", "queue", "ticket", "failure", "loss",
    "debt", "crash", "outage", "return", "refund", "cancellation", "breach", "accident", "injury", "infection",
    "mortality", "readmission", "vacancy", "spend", "spending", "expense", "deficit", "price", "duration", "no-show",
    "overtime", "regression", "flake", "flakiness", "waste", "pollution", "emission", "reply", "overpayment", "mistake",
    "stockout", "cac", "bill", "shortage", "escalation", "alert", "noise", "burnout", "quit", "resignation",
    "unsubscribe", "theft",
    "violation", "conflict", "interruption", "build", "cycle", "lead", "mttr", "crime", "eviction", "lateness",
  ])
  private static let higher = stems([
    "retention", "win", "velocity", "nps", "revenue", "conversion", "adoption", "satisfaction", "uptime",
    "availability", "accuracy", "attendance", "acceptance", "accepted", "completion", "engagement", "usage", "growth",
    "sale", "margin", "profit", "throughput", "registration", "signup", "sign-up", "coverage", "morale", "quality",
    "score", "activation", "productivity", "output", "yield", "donation", "membership", "enrolment", "enrollment",
    "recall", "precision", "pass", "renewal", "trust", "attendee", "applicant", "volunteer", "donor", "occupancy",
    "footfall", "arpu", "ltv", "milk", "csat", "order", "subscriber", "participation", "response-rate", "graduation",
    "readership",
    "traffic", "utilization", "utilisation", "turnout", "safety", "income", "saving", "savings", "visit", "user",
  ])
}
