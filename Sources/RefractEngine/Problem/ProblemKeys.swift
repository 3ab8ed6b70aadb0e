/// The keys of a problem file: their names, their forms for hints, and words that people use for them.
enum ProblemKeys {
  /// All keys of the outermost map, in the order in which reports use them.
  static let all = [
    "problem", "id", "title", "domain", "context", "metrics", "attempts", "constraints", "stakeholders", "options",
    "deadline", "success_criteria", "tags", "mode", "lenses", "focus", "meta",
  ]

  /// The key that is meant by an unknown one; nil if none is near.
  static func nearest(to key: String, among keys: [String]) -> String? {
    if let near = EditDistance.nearest(to: key, among: keys) { return near }
    let word = key.utf8.count <= 64 ? key.lowercased() : ""
    return synonyms.first { $0.words.contains(word) && keys.contains($0.key) }?.key
  }

  /// How a field is written, for the hint of a wrong type.
  static func form(of key: String) -> String? {
    forms[key].map { "write `\($0)" + ($0.contains("`") ? "" : "`") }
  }

  private static let forms = [
    "problem": "problem: the situation in your own words", "id": "id: slow-dashboard",
    "title": "title: The dashboard is slow", "domain": "domain: software", "deadline": "deadline: 2 weeks",
    "context": "context: [one text, another text]", "mode": "mode: systems_thinking",
    "metrics": "metrics: [{name: churn, current: 4%}]`, or one `- name: …` item a line",
    "attempts": "attempts: [added a cache, {action: added an index, effect: 8%}]",
    "constraints": "constraints: [one text, another text]",
    "stakeholders": "stakeholders: [{name: Support, wants: fewer calls}]",
    "options": "options: [{name: rewrite, for: clean start, against: a year}]",
    "success_criteria": "success_criteria: [one text, another text]", "tags": "tags: [performance, api]",
    "lenses": "lenses: [Pace Layering, Leverage Points]`, or a number from 1 to 8 such as `lenses: 3`",
    "focus": "focus: {Pace Layering: an extra text for this lens}", "meta": "meta: {author: Ada, ticket: OPS-12}",
  ]

  /// Words that are too far from the key for ``EditDistance``.
  private static let synonyms: [(key: String, words: [String])] = [
    ("problem", ["description", "situation", "text", "body", "summary", "issue", "statement", "prompt"]),
    ("title", ["name", "heading", "subject"]),
    ("context", ["background", "history", "team", "stack", "environment"]),
    ("metrics", ["kpi", "kpis", "measures", "measurements", "numbers", "data"]),
    ("attempts", ["tried", "tries", "actions", "experiments", "steps"]),
    ("constraints", ["limits", "limitations", "requirements", "rules"]),
    ("stakeholders", ["people", "parties", "actors", "who", "teams"]),
    ("options", ["alternatives", "choices", "solutions"]),
    ("deadline", ["due", "when", "date", "due_date", "timeline"]),
    ("success_criteria", ["goal", "goals", "success", "criteria", "outcome", "outcomes", "objectives", "done"]),
    ("tags", ["labels", "categories", "keywords", "topics"]),
    ("mode", ["thinking", "thinking_mode"]),
    ("meta", ["author", "client", "ticket", "owner", "metadata"]),
    ("action", ["what", "name", "attempt", "text"]), ("effect", ["result", "outcome", "impact"]),
    ("note", ["comment", "notes", "why"]), ("current", ["value", "now", "actual"]), ("target", ["goal", "aim"]),
    ("baseline", ["before", "start", "initial"]), ("wants", ["goal", "interest", "need", "needs"]),
    ("concern", ["fear", "worry", "risk"]), ("for", ["pro", "pros", "benefits"]),
    ("against", ["con", "cons", "risks"]),
  ]
}
