/// The words of one field: what fills the roles there, what can be looked at and what can be done.
package struct DomainPack: Sendable {
  package var id: String
  package var name: String
  package var cues: [WeightedCue]
  /// Added to the modes that the field usually needs, 0 to 0.3.
  package var modes: [LensDefinition.Weighted]
  /// P in "this isn't a P problem".
  package var problem: String
  /// Put before a lens's reframe: "architectural" in "architectural layer mismatch".
  package var adjective: String
  package var roles: [String: RoleWords]
  package var facets: [Facet]
  package var probes: [PackAction]
  package var moves: [PackAction]
  package var stops: [PackAction]
  package var interventions: [Intervention]
  /// Cues whose presence makes the pack's words false here.
  package var vetoes: [String]
  /// Metrics a reader of the field would look at.
  package var metrics: [String]

  package struct WeightedCue: Sendable {
    package var cue: String
    package var weight: Double
  }

  /// A part of the field with words of its own.
  package struct Facet: Sendable {
    package var id: String
    package var cues: [String]
    package var roles: [String: RoleWords]
  }

  /// A probe, a move or a stop.
  package struct PackAction: Sendable {
    package var id: String
    package var text: String
    package var days: Effort
    package var tier: Int
    package var touches: [String]
    /// The role that a probe throws light on.
    package var reveals: String?
    package var gate: String?
    package var needs: String?
  }
}

/// What fills a role, with its grammar.
package struct RoleWords: Sendable, Equatable {
  package var text: String
  package var short: String
  package var isPlural: Bool
  /// How fast it changes ("was fixed when the schema was drawn"); for layers only.
  package var pace: String?
}

/// A kind of thing that people try, what it acts on, and what it leaves as it was.
package struct Intervention: Sendable {
  package var id: String
  package var name: String
  package var cues: [String]
  package var kind: String
  /// What it acts on.
  package var component: String
  /// 1 numbers, 2 buffers and flow, 3 information and delays, 4 rules and structure, 5 goals (after D. Meadows, 1999).
  package var tier: Int
  /// What it leaves untouched, as a noun phrase or as a clause.
  package var leaves: String
  /// What it leaves untouched, as a noun phrase; nil if ``leaves`` is a clause and nothing else is given.
  package var left: String?
  /// What a small effect of it tells.
  package var found: String?
  /// True for a kind of act that is told by a common verb ("bought", "asked"): it counts only where nothing more exact does.
  package var isBroad: Bool
}

/// The shape of a problem, which chooses the frame of its report.
package struct Archetype: Sendable {
  package var id: String
  package var name: String
  package var signals: [LensDefinition.Weighted]
  /// Packs whose field has this shape often.
  package var packs: [LensDefinition.Weighted]
  package var question: String
  package var mechanism: Template?
}

/// A way of thinking, with the question it answers.
package struct ModeDefinition: Sendable {
  package var id: String
  package var name: String
  package var question: String
  /// What it looks at, for the insight line.
  package var look: String
  /// What it looks beyond.
  package var beyond: Template?
  package var triggers: [LensDefinition.Weighted]
  package var cues: [String]
  /// Cues that count only where the author says what is wanted: in the title and in the question.
  package var asks: [String]
  package var sequence: [String]
  /// How often the mode is the best or second best start, as a share of all such choices, 0 to 1. Counted on 78 short
  /// problems from as many fields.
  package var baseRate: Double
}
