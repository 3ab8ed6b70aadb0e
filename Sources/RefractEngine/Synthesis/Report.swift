/// Everything that one report says, as values: the only thing the renderers see.
///
/// Sentences are finished plain text in the author's address; renderers escape and lay them out and add no words beyond
/// headings and labels. A part that has nothing to say is empty or nil, and its section is left out.
public struct Report: Sendable {
  public var problem: Problem
  /// Name of the domain pack that the words came from, as a reader would say it; nil if none fits.
  public var domain: String?
  public var brief: InBrief
  /// The author's key figures, each a short line; sums in brackets.
  public var keyFigures: [String]
  /// Up to three numbers for the top of the page: gap, confidence of the root cause, overall quality.
  public var headlines: [Headline]
  /// Where the report's evidence stands in the author's texts; each mark is cited by the beliefs listed.
  public var marks: [Mark]
  public var thinkingMode: ThinkingMode
  /// All lenses that were weighed, best first; at least ten where the catalogue has as many.
  public var lensRanking: [RankedLens]
  public var analyses: [LensAnalysis]
  public var solution: Solution
  /// Every computed number with its sum.
  public var derivations: [DerivedNumber]
  public var facts: [FactLine]
  public var provenance: Provenance
  /// What this problem may have in common with others.
  public var common = Common()

  /// General terms of the catalogue under which problems of unlike fields can be compared.
  public struct Common: Sendable {
    /// Questions of the shapes that the problem has: "why do good fixes stop helping?"
    public var questions: [String] = []
    /// What the author's limits protect, each with the author's words for the first of them.
    public var limits: [Limit] = []
    /// Names of all thinking modes that were weighed.
    public var modes: [String] = []
  }

  /// A limit in general terms.
  public struct Limit: Sendable, Equatable, Codable {
    /// "the number of people".
    public var area: String
    /// The author's words.
    public var words: String
  }

  /// What a busy reader needs who reads nothing else.
  public struct InBrief: Sendable {
    public var reframe: String
    /// With its confidence; nil in a report without beliefs.
    public var rootCause: String?
    public var rootCauseConfidence: Double?
    public var firstStep: String?
    /// The author's own question and what the report says to it; nil if none is asked or nothing answers it.
    public var answer: String?
    /// "strong (5 measured attempts, gap, 4 constraints)" or "thin (…): read what follows as questions".
    public var evidence: String
    /// True if the evidence is thin.
    public var isThin: Bool
    /// What the text is instead of a problem that a report can be made of: "own_health", "recipe"; nil if it is one.
    public var outside: String?
  }

  /// One number for the top of the page.
  public struct Headline: Sendable {
    /// "Gap to target", "Confidence in the root cause", "Overall quality".
    public var label: String
    /// "200ms", "83%", "0.82".
    public var value: String
    /// One line below, with the sum: "350ms now, under 150ms needed: 57% must still go [1 − 150/350]".
    public var note: String
    /// 0 to 1 for the bar; nil for no bar.
    public var fraction: Double?
  }

  /// A run of the author's text that evidence rests on.
  public struct Mark: Sendable {
    public var span: Span
    /// Numbers of the beliefs (``Belief/number``) that cite it.
    public var beliefs: [Int]
  }

  public struct RankedLens: Sendable {
    public var id: String
    public var name: String
    /// 0 to 1.
    public var score: Double
    public var isApplied: Bool
  }

  /// A fact as listed in the JSON: its kind, its words and its place (UTF-8 bytes in the field's text).
  public struct FactLine: Sendable {
    public var kind: String
    public var span: Span
    public var text: String
  }

  public struct DerivedNumber: Sendable {
    public var id: String
    public var value: String
    public var formula: String
    public var inputs: [Span]
    public var assumption: String?
    /// The value without its unit, for pictures; nil where there is none to draw.
    public var amount: Double? = nil
  }

  /// Where the report came from.
  public struct Provenance: Sendable {
    /// Version of the program.
    public var version: String
    /// Hash of the knowledge, as 16 hexadecimal digits.
    public var catalogue: String
    /// SHA-256 of the problem file, as 64 hexadecimal digits; nil if the problem did not come from a file.
    public var inputSHA256: String? = nil
    /// Sentences that a guard took out of the report, in order; empty unless a rule of the catalogue is at fault.
    public var droppedSentences: [DroppedSentence] = []
  }

  /// A sentence that did not hold against the input, and is not in the report.
  public struct DroppedSentence: Sendable, Equatable {
    /// What it offended against: "number", "sum", "name", "quantifier" or "cause".
    public var guardName: String
    /// Where it stood: "belief 2", "autopsy".
    public var place: String
    public var text: String
  }
}

/// Step 1 of the workflow: `suggest_thinking_mode`.
public struct ThinkingMode: Sendable {
  /// Best first; at most three.
  public var recommended: [ModeAdvice]
  /// The steps of the workflow for the first mode.
  public var sequence: [String]
  public var nextSteps: [String]
  /// "Systems Thinking: look at layers and loops, not just at code." Nil without a mode.
  public var insight: String?
}

public struct ModeAdvice: Sendable {
  public var id: String
  public var name: String
  /// 0 to 0.95.
  public var matchScore: Double
  /// Names of the lenses offered: four for the first mode, three for others, none twice.
  public var lenses: [String]
  public var reasoning: String
}

/// Step 2 of the workflow: what one lens says.
public struct LensAnalysis: Sendable {
  public var id: String
  public var name: String
  public var definition: String
  public var source: String
  /// One to three sentences of facts that this lens was given.
  public var brief: String
  public var beliefs: [Belief]
  public var quality: QualityScores
}

/// A belief statement: Toulmin's claim with grounds, warrant and rebuttal (S. Toulmin, 1958).
public struct Belief: Sendable {
  /// Number over the whole report, from 1.
  public var number: Int
  /// Lens and rule, "pace_layering.plateau".
  public var rule: String
  public var belief: String
  /// Degree of support, 0.35 to 0.92.
  public var confidence: Double
  public var reasoning: String
  /// Grounds as a sentence of quotations and sums.
  public var evidence: String
  public var evidenceSpans: [Span]
  /// Names of related lenses.
  public var lateralConnections: [String]
  public var implications: [String]
  /// What would prove it wrong.
  public var refutedIf: String
}

/// The four criteria of the worked example, 0 to 1, and their mean, rounded half up to two decimals.
public struct QualityScores: Sendable, Equatable {
  public var specificity: Double
  public var novelty: Double
  public var actionability: Double
  public var coherence: Double

  public var overall: Double {
    ((specificity + novelty + actionability + coherence) * 25 + 1e-9).rounded() / 100
  }

  public init(specificity: Double, novelty: Double, actionability: Double, coherence: Double) {
    self.specificity = specificity
    self.novelty = novelty
    self.actionability = actionability
    self.coherence = coherence
  }
}

/// Step 3 of the workflow: `synthesize_solution`.
public struct Solution: Sendable {
  public var problemReframe: String
  public var rootCause: RootCause?
  /// By lens, root lens first.
  public var keyInsights: [Insight]
  public var actions: [Action]
  public var tradeOffs: [TradeOff]
  public var validation: [Validation]
  /// One for each attempt, in the author's order.
  public var autopsies: [Autopsy]
  public var path: Path?
  public var expectedOutcome: String?
  /// Constraints that exclude each other or the goal; printed before ``feasibility``.
  public var conflicts: [String]
  /// One for each constraint, in the author's order.
  public var feasibility: [Feasibility]
  public var stakeholders: [StakeholderNote]
  public var droppedAdvice: [DroppedAdvice]
  /// Most useful first, at most five.
  public var openQuestions: [String]
  public var quality: QualityScores

  public struct RootCause: Sendable {
    public var lens: String
    /// ``Belief/number``.
    public var belief: Int
    public var statement: String
    public var evidence: String
    public var confidence: Double
    /// Why this one: "explains 7 of 12 facts".
    public var chosenBecause: String?
    /// The most salient fact it leaves open.
    public var notExplained: String?
    public var runnerUp: String?
    /// The observation that decides between the two.
    public var decidedBy: String?
  }

  public struct Insight: Sendable {
    public var lens: String
    public var belief: Int
    public var statement: String
    public var reasoning: String
    public var confidence: Double
    /// How the problem looks from this belief, in words of its own; nil where the problem reframe says it already.
    public var reframe: String?
  }

  public enum Horizon: String, Sendable, CaseIterable { case immediate, shortTerm, longTerm }

  public struct Action: Sendable {
    /// From 1, over all horizons.
    public var number: Int
    public var text: String
    public var horizon: Horizon
    /// "1–3 days, est."; nil for a stop.
    public var effort: String?
    /// Names of the lenses it serves.
    public var lenses: [String]
    public var beliefs: [Int]
    /// "stop", "measure", "decide", "try", "change", "sustain".
    public var kind: String
    /// "If …, go on with …; otherwise …" for a measurement that decides.
    public var gate: Gate?
    /// "after the deadline", "tight".
    public var note: String?
    /// Where in the knowledge the advice comes from: the same in every report that gives it.
    public var source: String = ""
  }

  /// A decision on a reading.
  public struct Gate: Sendable {
    public var question: String
    public var yes: String
    public var no: String
  }

  public struct TradeOff: Sendable {
    public var gain: String
    public var price: String
    public var tooHighWhen: String
    public var lens: String
  }

  public struct Validation: Sendable {
    public var belief: Int
    public var prediction: String
    public var measure: String
    /// "350ms now" or "not given: measure first".
    public var baseline: String
    public var passesIf: String
    public var refutedIf: String
    public var byWhen: String
  }

  public struct Autopsy: Sendable {
    public var attempt: String
    /// The author's words for its effect, if any.
    public var effect: String?
    public var why: String
    /// The effect as a number for the chart; percent or the author's unit.
    public var effectValue: Double?
    public var effectUnit: String?
    public var span: Span
  }

  public struct Path: Sendable {
    /// "Path to under 150ms", without the words "Path to": "under 150ms".
    public var target: String
    public var steps: [PathStep]
    /// "5½–9½ of 10 working days (est.) [1–3 + ½ + 3–5 + 1]"; nil without efforts.
    public var sum: String?
    /// Working days until the deadline; nil without a deadline that counts days.
    public var available: Double? = nil
  }

  public struct PathStep: Sendable {
    public var text: String
    /// "1–3 days, est."
    public var effort: String?
    /// Working days at best and at worst; 0 for a stop.
    public var low: Double
    public var high: Double
    /// Running total at the far end, working days.
    public var total: Double
    public var gate: Gate?
  }

  public enum Verdict: String, Sendable {
    case kept
    case atRisk = "at_risk"
    case violated, unknown
  }

  public struct Feasibility: Sendable {
    /// The author's words.
    public var constraint: String
    public var verdict: Verdict
    public var note: String
  }

  public struct StakeholderNote: Sendable {
    public var name: String
    public var asked: String
    public var gets: String
    public var costs: String?
    public var tell: String?
  }

  public struct DroppedAdvice: Sendable {
    public var advice: String
    public var because: String
  }
}

extension Solution {
  /// One sentence in place of a solution.
  static func saying(_ line: String) -> Solution {
    Solution(
      problemReframe: line, rootCause: nil, keyInsights: [], actions: [], tradeOffs: [], validation: [], autopsies: [],
      path: nil, expectedOutcome: nil, conflicts: [], feasibility: [], stakeholders: [], droppedAdvice: [],
      openQuestions: [], quality: QualityScores(specificity: 0, novelty: 0, actionability: 0, coherence: 0))
  }
}
