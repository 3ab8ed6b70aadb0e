/// A lens: an idea from the literature with the rules by which it speaks about a problem.
package struct LensDefinition: Sendable {
  /// How well the idea itself is supported; sets the prior of every belief the lens states.
  package enum Warrant: String, Sendable {
    case theorem = "T"
    case replicated = "R"
    case heuristic = "H"
    case mixed = "M"

    package var prior: Double {
      switch self {
      case .theorem: 0.62
      case .replicated: 0.56
      case .heuristic: 0.50
      case .mixed: 0.46
      }
    }
  }

  package var id: String
  package var name: String
  package var family: String
  /// Mode ids; the first is the lens's home.
  package var modes: [String]
  package var warrant: Warrant
  /// How often the lens is worth applying, as a share of all problems, 0.005 to 1: where to start before the signals
  /// speak (the base rate of P. Meehl and A. Rosen, 1955). Counted on 78 short problems from as many fields.
  package var baseRate: Double
  package var definition: String
  package var source: String
  /// Weight of each signal or situation that calls for the lens; below zero if it speaks against it.
  package var signals: [Weighted]
  package var cues: [String]
  /// Noun phrase for "it's a … problem".
  package var reframe: String
  package var price: Template?
  package var refuted: Template?
  /// Names of related lenses.
  package var related: [String]
  package var rules: [Rule]
  package var examples: [Example]

  package struct Weighted: Sendable, Equatable {
    package var name: String
    package var weight: Double
  }

  /// A text and the rules that must and must not fire on it.
  package struct Example: Sendable {
    package var text: String
    package var says: [String]
    package var not: [String]
  }
}

/// One thing that a lens can say.
package struct Rule: Sendable {
  package var id: String
  /// `lens.rule`.
  package var key: String
  package var about: About?
  package var isRoot: Bool
  package var explains: [String]
  package var when: [Condition]
  package var unless: [Condition]
  package var weigh: [String]
  package var against: [Condition]
  package var say: [Variant]
  package var reframe: [Template]
  package var actions: [ActionTemplate]
  package var check: Check?
  package var price: Price?
  package var refuted: Template?

  /// One way to say it; which one is used depends on what is known.
  package struct Variant: Sendable {
    package var belief: [Template]
    package var because: [Template]
    package var grounds: [Template]
  }

  package struct Check: Sendable {
    package var predict: Template?
    package var measure: Template?
    package var passes: Template?
    package var refuted: Template?
  }

  package struct Price: Sendable {
    package var gain: Template
    package var price: Template
    package var tooHigh: Template?
  }

  /// What a rule speaks of.
  package enum About: Sendable, Equatable {
    case situation([String])
    case attempt(String)
    case gap, cause, pair, option, contrast, flow, quote, deadline, measure
    case trend(String)
    /// `large`: a third or more of a whole that is named.
    case share(String)
    case constraint(String)
    case duration(String)
    /// Figures that belong together: `breakdown`, `rival`, `headway`, …
    case reckoning(Reckoning.Kind)

    package init?(_ text: String) {
      let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
      guard let kind = words.first else { return nil }
      let rest = Array(words.dropFirst())
      switch (kind, rest.first) {
      case ("situation", .some): self = .situation(rest)
      case ("attempt", let which): self = .attempt(which ?? "any")
      case ("gap", nil): self = .gap
      case ("cause", nil): self = .cause
      case ("pair", nil): self = .pair
      case ("option", nil): self = .option
      case ("share", let which): self = .share(which ?? "any")
      case ("contrast", nil): self = .contrast
      case ("flow", nil): self = .flow
      case ("quote", nil): self = .quote
      case ("deadline", nil): self = .deadline
      case ("measure", nil): self = .measure
      case ("trend", let which): self = .trend(which ?? "any")
      case ("constraint", let which): self = .constraint(which ?? "any")
      case ("duration", let which): self = .duration(which ?? "any")
      case (_, nil):
        guard let kind = Reckoning.Kind(rawValue: kind) else { return nil }
        self = .reckoning(kind)
      default: return nil
      }
    }
  }
}

/// An action of a rule or of a domain pack.
package struct ActionTemplate: Sendable {
  /// In the order of a plan.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    case stop, measure, decide
    case trial = "try"
    case change, sustain

    package static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package enum Content: Sendable {
    case text(Template)
    /// The pack's own probe for a role, its best move, or its stop.
    case packProbe(role: String)
    case packMove
    case packStop
  }

  package struct Gate: Sendable {
    package var question: Template
    package var yes: Template
    package var no: Template
  }

  package var kind: Kind
  package var content: Content
  /// Working days at best and at worst; zero for a stop.
  package var days: Effort
  package var touches: [String]
  package var gate: Gate?
}

/// An estimate in working days.
package struct Effort: Sendable, Equatable {
  package var low: Double
  package var high: Double

  package static let none = Effort(low: 0, high: 0)

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Reads `3`, `0.5` or `1-3`.
  package init?(_ text: String) {
    let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Double($0) }
    guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low >= 0, high >= low else {
      return nil
    }
    self.init(low: low, high: high)
  }
}
