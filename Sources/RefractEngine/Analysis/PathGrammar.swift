/// Which paths a template may read: the other side of ``CaseView/value(_:besides:)`` and ``Binding/value(_:in:)``, for
/// checks of the catalogue.
struct PathGrammar: Sendable {
  /// Captures of each situation, by its id.
  var captures: [String: Set<String>]
  var roles: Set<String>

  private static let parts: [String: Set<String>] = [
    "gap": ["span", "now", "target", "baseline", "subject"],
    "attempt": ["name", "label", "outcome", "effect", "component", "leaves", "span", "clause"],
    "attempts": [
      "count", "failed.count", "list", "failed.list", "effects.list", "labels.quotes", "quotes", "outcomes.quotes",
      "failed.outcomes.quotes", "reached", "unreached",
    ],
    "series": ["list", "sentence", "claim", "peak.name", "peak.effect", "tail", "count"],
    "trend": ["subject", "from", "to", "since", "span", "clause"], "cause": ["cause", "effect", "span", "clause"],
    "measure": ["first", "subject", "quantity", "span"],
    "share": ["of", "first", "first.span", "span", "quantity", "rest", "clause"],
    "contrast": ["high", "high.name", "low", "low.name", "ratio", "span"],
    "flow": ["quantity", "span", "clause"], "duration": ["of", "quantity", "span"],
    "quote": ["first", "speaker", "words", "span", "clause"],
    "party": ["name", "want", "wants", "because", "concern", "span"],
    "constraint": ["first", "span", "clause"], "constraints": ["count", "list", "quotes"],
    "option": ["first", "second", "first.label", "second.label"], "options": ["list", "count"],
    "choice": ["pro", "con", "cost", "time", "label", "span"], "deadline": ["span", "clause"],
  ]

  static let attempts: Set<String> = [
    "any", "first", "last", "best", "failed", "helped", "none", "sideEffect", "worse", "unknown", "mark",
  ]
  static let trends: Set<String> = ["any", "worse", "better"]

  /// Whether a path can ever have a value.
  ///
  /// - Parameter about: what `it.` stands for; nil where the program hands its own values over, or nothing.
  func knows(_ path: String, about: Rule.About?) -> Bool {
    let names = path.split(separator: ".").map(String.init)
    guard let head = names.first else { return false }
    let tail = names.dropFirst().joined(separator: ".")
    switch head {
    case "it": return about.map { knows(part: tail, of: $0) } ?? false
    case "attempt": return names.count == 3 && Self.attempts.contains(names[1]) && has(names[2], "attempt")
    case "trend": return names.count == 3 && Self.trends.contains(names[1]) && has(names[2], "trend")
    case "situation": return names.count == 3 && knows(part: names[2], ofSituation: names[1])
    case "pair": return knows(party: tail)
    case "stakeholder": return names.count == 3 && names[1] == "first" && has(names[2], "party")
    case "stakeholders": return tail == "list" || tail == "count"
    case "series", "deadline", "quote", "gap", "cause", "share", "measure": return tail.isEmpty || has(tail, head)
    case "ask", "title", "cases": return tail.isEmpty
    case "attempts", "constraints", "option", "options": return has(tail, head)
    case "constraint" where !tail.isEmpty: return has(tail, head)
    case _ where Reckoning.Kind(rawValue: head) != nil && !tail.isEmpty:
      return Reckoning.Kind(rawValue: head).map { knows(part: tail, of: .reckoning($0)) } ?? false
    default:
      return Derivation.isName(path) || roles.contains(path)
        || names.count == 2 && tail == "pace" && roles.contains(head)
    }
  }

  private func has(_ part: String, _ kind: String) -> Bool { Self.parts[kind]?.contains(part) ?? false }

  private func knows(party: String) -> Bool {
    (party.hasPrefix("a.") || party.hasPrefix("b.")) && has(String(party.dropFirst(2)), "party")
  }

  private func knows(part: String, ofSituation id: String) -> Bool {
    guard let captured = captures[id] else { return false }
    return ["clause", "span", "cue"].contains(part) || captured.contains(part)
  }

  private func knows(part: String, of about: Rule.About) -> Bool {
    switch about {
    case .situation(let ids): ids.contains { knows(part: part, ofSituation: $0) }
    case .attempt: has(part, "attempt")
    case .gap: has(part, "gap")
    case .cause: has(part, "cause")
    case .pair: knows(party: part)
    case .option: has(part, "choice")
    case .share: has(part, "share")
    case .contrast: has(part, "contrast")
    case .flow: has(part, "flow")
    case .quote: has(part, "quote")
    case .deadline: has(part, "deadline")
    case .measure: has(part, "measure")
    case .trend: has(part, "trend")
    case .constraint: has(part, "constraint")
    case .duration: has(part, "duration")
    case .reckoning(let kind): part == "span" || part == "clause" || Reckoning.slots[kind]?.contains(part) == true
    }
  }

  /// What `when` may count.
  static let counts: Set<String> = [
    "attempts", "attempts.count", "attempts.failed", "attempts.failed.count", "attempts.measured", "stakeholders",
    "constraints", "constraints.hard", "options", "quotes", "causes", "trends", "deadlines", "situations", "shares",
    "contrasts", "reckonings",
  ]

  /// Paths that a condition may ask for: those of templates, and facts as a whole.
  func knows(condition path: String) -> Bool {
    Self.counts.contains(path) || ["gap", "cause", "share", "quote", "constraint", "measure"].contains(path)
      || knows(path, about: nil)
  }
}
