/// A tool or standard of the catalogue's list (`Data/technologies.yaml`).
package struct TechnologyEntry: Sendable, Equatable {
  /// As it is written: `PostgreSQL`, `Google Sheets`.
  package var name: String
  /// `database`, `channel`, `standard`, …
  package var kind: String
  /// True for a name that is also an everyday word (Go, Linear, Notion): it counts only when capitalised in the middle of
  /// a sentence and near another technology, a version or "in", "with", "using", "on".
  package var needsContext: Bool
  /// Domain packs it speaks for.
  package var packs: [String]

  package init(name: String, kind: String, needsContext: Bool = false, packs: [String] = []) {
    self.name = name
    self.kind = kind
    self.needsContext = needsContext
    self.packs = packs
  }
}

/// The cue phrases that speak for one signal (`Data/signals.yaml`).
package struct SignalCues: Sendable {
  package var name: String
  package var cues: [CuePattern]

  package init(name: String, cues: [CuePattern]) {
    self.name = name
    self.cues = cues
  }
}

/// A state of affairs that people describe in many words ("paid by the visit", "may advise but not decide").
package struct SituationDefinition: Sendable {
  package var id: String
  /// What it says, as a clause: "people do not turn up or come late".
  package var means: String
  /// Signals that it speaks for, with a weight of 0 to 1.
  package var signals: [String: Double]
  package var cues: [CuePattern]
  /// Phrases whose presence in the sentence rules it out.
  package var not: [CuePattern]
  /// 0 to 1.
  package var strength: Double

  package init(
    id: String, means: String = "", signals: [String: Double] = [:], cues: [CuePattern], not: [CuePattern] = [],
    strength: Double = 1
  ) {
    self.id = id
    self.means = means
    self.signals = signals
    self.cues = cues
    self.not = not
    self.strength = strength
  }
}

/// Everything of the catalogue that is looked for in a text, compiled once: all patterns share one index.
package struct Lexicon: Sendable {
  package let signals: [SignalCues]
  package let situations: [SituationDefinition]
  package let technologies: [TechnologyEntry]

  /// What a pattern of ``index`` speaks for.
  enum Meaning: Sendable {
    case signal(Int)
    case situation(Int)
    /// Rules a situation out.
    case exclusion(Int)
  }
  let index: CueIndex
  let meanings: [Meaning]
  /// What each situation speaks for, by its id.
  let signalsOfSituation: [String: [String: Double]]
  let technologyIndex: TechnologyIndex

  package init(
    signals: [SignalCues] = [], situations: [SituationDefinition] = [], technologies: [TechnologyEntry] = []
  ) {
    self.signals = signals
    self.situations = situations
    self.technologies = technologies
    var patterns: [CuePattern] = []
    var meanings: [Meaning] = []
    func add(_ cues: [CuePattern], _ meaning: Meaning) {
      patterns += cues
      meanings += Array(repeating: meaning, count: cues.count)
    }
    for (number, entry) in signals.enumerated() { add(entry.cues, .signal(number)) }
    for (number, entry) in situations.enumerated() {
      add(entry.cues, .situation(number))
      add(entry.not, .exclusion(number))
    }
    index = CueIndex(patterns)
    self.meanings = meanings
    signalsOfSituation = Dictionary(situations.map { ($0.id, $0.signals) }) { first, _ in first }
    technologyIndex = TechnologyIndex(technologies)
  }
}

/// All cue matches of one document, found in one pass.
struct CueFindings: Sendable {
  struct Finding: Sendable {
    /// Number of the signal or situation in the lexicon.
    var entry: Int
    var match: CueIndex.Match
    var pattern: CuePattern
  }
  var signals: [Finding] = []
  var situations: [Finding] = []
  /// Situation numbers that are ruled out, by sentence.
  var exclusions: Set<Exclusion> = []

  struct Exclusion: Hashable, Sendable {
    var sentence: Int
    var situation: Int
  }

  init(_ reading: Reading, lexicon: Lexicon) {
    for match in lexicon.index.matches(in: reading) {
      let pattern = lexicon.index.patterns[match.pattern]
      switch lexicon.meanings[match.pattern] {
      case .signal(let entry): signals.append(Finding(entry: entry, match: match, pattern: pattern))
      case .situation(let entry): situations.append(Finding(entry: entry, match: match, pattern: pattern))
      case .exclusion(let entry): exclusions.insert(Exclusion(sentence: match.sentence, situation: entry))
      }
    }
  }
}
