/// Everything that a careful reader would underline in a problem, each with its place, and what follows from it by sums.
///
/// Facts are read once, by ``FactReader``; no later stage adds to them. All lists are in reading order.
package struct Facts: Sendable {
  package var document: Document
  package var quantities: [Quantity] = []
  package var measures: [Measure] = []
  package var gaps: [Gap] = []
  package var attempts: [Attempt] = []
  /// The order test over the attempts' effects; nil with fewer than three comparable effects and no claim of a plateau.
  package var series: EffectSeries?
  package var deadlines: [Deadline] = []
  package var durations: [Duration] = []
  package var flows: [Flow] = []
  package var trends: [Trend] = []
  package var shares: [Share] = []
  package var contrasts: [Contrast] = []
  package var constraints: [Constraint] = []
  package var stakeholders: [Stakeholder] = []
  package var conflicts: [Conflict] = []
  package var options: [Choice] = []
  package var causes: [CausalClaim] = []
  package var technologies: [Technology] = []
  package var quotes: [Quote] = []
  package var nounPhrases: [NounPhrase] = []
  /// Statements that can be repeated without quotation marks.
  package var assertions: [Assertion] = []
  /// Clauses that fit a situation of the catalogue ("paid by the visit", "may advise but not decide").
  package var situations: [SituationMatch] = []
  /// Clauses that tell that the same trouble returns.
  package var recurrences: [Span] = []
  /// Clauses in which the author guesses or does not know.
  package var doubts: [Span] = []
  /// Clauses that name a feeling of somebody.
  package var emotions: [Span] = []
  /// What the people at hand cannot do.
  package var skillGaps: [SkillGap] = []
  /// The question the author asks, if one is asked: the last question, or a "how do we" sentence.
  package var ask: Span?
  package var language = Language()
  /// What the author counts one after another ("repairs", "offers"), in the plural; nil if nothing stands out.
  package var caseNoun: Span?
  /// What follows from the quantities by arithmetic, each with its sum.
  package var derivations: [Derivation] = []
  /// Figures that belong together, with their sums by name.
  package var reckonings: [Reckoning] = []
  /// Structural signals that hold, by name (`PLATEAU`, `DEADLINE`); see the catalogue.
  package var signals: [Signal] = []

  package init(document: Document) { self.document = document }

  package func text(_ span: Span) -> String { document.text(span) }
}

/// A named value: what is measured, how much, and whether it holds now, held before, is wanted or is somebody else's.
package struct Measure: Sendable {
  package enum Time: Sendable { case now, past, target, benchmark, forecast }
  /// The noun phrase that names it ("median response time"); nil if only the number is given.
  package var subject: Span?
  package var quantity: Quantity
  package var time: Time
  /// True for a cell of a table.
  package var isRow = false
}

/// A present value and a wanted value of one measure.
package struct Gap: Sendable {
  package var subject: Span?
  package var now: Quantity
  package var target: Quantity
  package var baseline: Quantity?
  /// True if the wanted value is the smaller one.
  package var isReduction: Bool
  /// The author's run that holds both, or the run that holds the present value.
  package var span: Span
}

/// Something that was tried, and what came of it.
package struct Attempt: Sendable {
  package enum Verdict: String, Sendable { case helped, none, sideEffect, worse, unknown }
  /// What was done, in the author's words, without list marks and without the effect.
  package var label: Span
  /// The label as a noun phrase that fits "`…` did not help": "query optimization", "adding indexes".
  package var name: String
  package var effect: Quantity?
  /// The author's words for what came of it ("no change", "meeting fatigue").
  package var outcome: Span?
  package var verdict: Verdict
  /// Label, effect and outcome together, as it can be quoted.
  package var span: Span
  /// The intervention of the catalogue that it is an instance of, see `interventions`.
  package var intervention: String?
  /// What the intervention acts on ("reads"), from the catalogue.
  package var component: String?
  /// What the intervention leaves as it was, as a noun phrase ("the wish behind it"), from the catalogue.
  package var leaves: String?
  /// Tier of the intervention, 1 (numbers) to 5 (goals).
  package var tier: Int?
}

/// The order test over effects of one measure: Kendall's tau (M. Kendall, 1938) and a peak test.
package struct EffectSeries: Sendable {
  package enum Verdict: String, Sendable {
    /// After the peak at least two effects follow whose mean is at most half of it.
    case peakedThenFell
    /// Tau at or below −0.6.
    case falling
    /// The author says so, without numbers that could be tested.
    case asserted
    /// Neither; no claim may be made.
    case none
  }
  package var verdict: Verdict
  /// Indices into ``Facts/attempts`` of the effects, in stated order.
  package var attempts: [Int]
  /// Kendall's tau over stated order, −1 to 1.
  package var tau: Double
  /// Position of the largest effect in ``attempts``.
  package var peak: Int
  /// Where the author says that gains shrink.
  package var claim: Span?
}

/// When something must be done.
package struct Deadline: Sendable {
  package var span: Span
  /// Working days from now at five a week; nil for a calendar date or an event, whose distance the text does not give.
  package var workingDays: Double?
  /// True for "must", "by", an event or a loss; false for a wish.
  package var isHard: Bool
  /// "or we lose the grant".
  package var event: Span?
}

/// How long something takes, took, or has lasted.
package struct Duration: Sendable {
  package enum Kind: Sendable { case effort, age, spent, waiting }
  package var quantity: Quantity
  package var kind: Kind
  package var of: Span?
}

/// So many a period: what arrives, what leaves, what is done.
package struct Flow: Sendable {
  package enum Direction: Sendable { case incoming, outgoing, other }
  package var quantity: Quantity
  package var direction: Direction
  /// How many people do it ("9 agents close 520 a week").
  package var people: Quantity?
  /// The clause.
  package var span: Span
}

/// A measure that went from one value to another, or in a direction.
package struct Trend: Sendable {
  package var subject: Span?
  package var from: Quantity?
  package var to: Quantity?
  package var isRising: Bool
  /// True if for the worse, false if for the better, nil if the text does not tell.
  package var isWorse: Bool?
  /// What it began with ("since March", "after the launch").
  package var since: Span?
  package var span: Span
}

/// A percentage or fraction of something ("a quarter wanted …", "60% of engineering time").
package struct Share: Sendable {
  package var quantity: Quantity
  package var of: Span?
  package var span: Span
  /// "41 percent of new subscribers cancel", "38% of our apples were below 65 mm": how many of those concerned do or
  /// suffer something, and no part of a trouble.
  package var isIncidence = false

  /// A third or more of a whole that is named, and not all of it.
  package var isLarge: Bool {
    of != nil && !isIncidence && quantity.upper == nil && quantity.comparator == .equal
      && (33..<100).contains(quantity.value)
  }
}

/// One figure for two groups, places or hours that differ in it.
package struct Contrast: Sendable {
  package struct Side: Sendable {
    /// Whose figure it is: "the late shift".
    package var name: Span
    package var quantity: Quantity
  }
  package var high: Side
  package var low: Side
  /// Both sides with their figures.
  package var span: Span
}

/// What must hold, must not happen, or is limited.
package struct Constraint: Sendable {
  package enum Kind: String, Sendable { case prohibit, require, limit, only, preserve }
  package var span: Span
  package var kind: Kind
  package var isHard: Bool
  /// What it protects, in the closed vocabulary shared with the moves (`framework`, `money`, `headcount`, …).
  package var touches: [String]
  package var amount: Quantity?
}

/// Somebody who wants something.
package struct Stakeholder: Sendable {
  package enum Power: String, Sendable { case owner, payer, doer, affected }
  package var name: Span
  /// Where it is named again with a further want.
  package var mentions: [Span] = []
  package var wants: [Span]
  package var because: Span?
  package var concern: Span?
  /// True if the concern is something that the party refuses.
  package var refuses = false
  /// True if the verb is that of the party before ("the team claims six of them, the schools eight").
  package var isElided = false
  package var power: Power
  package var span: Span
}

/// Two wants that do not go together.
package struct Conflict: Sendable {
  package enum Kind: String, Sendable { case eitherOr, positions, resource }
  package var kind: Kind
  package var first: Span
  package var second: Span
  package var span: Span
  /// True if the text tells that they do not go together; false for wants that merely differ.
  package var isOpposed = true
}

/// An alternative on the table.
package struct Choice: Sendable {
  package var label: Span
  package var pro: Span?
  package var con: Span?
  package var cost: Quantity?
  package var time: Quantity?
}

/// "Effect because cause": the author's own explanation.
package struct CausalClaim: Sendable {
  package var cause: Span
  package var effect: Span
  /// "maybe", "we think".
  package var isHedged: Bool
  /// True if told forwards, as what followed ("…, so we stand in"): no explanation of the trouble.
  package var isSequel = false
  package var span: Span
}

/// A named tool or standard out of the catalogue's list.
package struct Technology: Sendable {
  package var name: String
  package var kind: String
  package var span: Span
}

/// Words that somebody said, in quotation marks.
package struct Quote: Sendable {
  /// Without the marks.
  package var words: Span
  package var speaker: Span?
}

/// A thing the author speaks of.
package struct NounPhrase: Sendable {
  /// With its adjectives, without its article: "developmental class".
  package var span: Span
  /// Its last word: "class".
  package var head: Span
  package var isPlural: Bool
  /// "the", "our", "my", "a" … as written, with the article; equal to ``span`` if there is none.
  package var withArticle: Span
  /// How often its head word occurs in the problem.
  package var mentions: Int
}

/// A clause that fits a situation of the catalogue.
package struct SituationMatch: Sendable {
  /// The situation's id ("paid_by_count").
  package var situation: String
  /// The words that the cue matched.
  package var cue: Span
  /// The clause or sentence, as it can be quoted.
  package var clause: Span
  /// What the cue's named places caught (`who`, `what`).
  package var captures: [Capture]
  /// 0 to 1: one half if somebody else's claim, a wish or a guess.
  package var strength: Double

  package struct Capture: Sendable {
    package var name: String
    package var span: Span
  }
}

/// A structural signal that the text gives.
package struct Signal: Sendable {
  package var name: String
  /// 0.6 for one cue, 0.2 more for each further one, 1 if it is structural (found by a recogniser).
  package var strength: Double
  /// Where it shows, strongest first; never empty.
  package var spans: [Span]
}

/// What the text is written in.
package struct Language: Sendable {
  /// Share of the commonest English words among the words, 0 to 1.
  package var englishShare = 1.0
  /// False if the text is too little English for more than its numbers.
  package var isEnglish = true
  /// ISO 639-1 code of the language that its function words speak for, if it is not English and one of those known.
  package var code: String?
}

/// A number that follows from the author's numbers. It is never printed without its sum.
package struct Derivation: Sendable {
  /// `V1.difference`, `V1.required`, `V2.start`, …
  package var id: String
  package var value: Double
  /// The value as printed, with unit: "200ms", "57%", "about 500ms".
  package var text: String
  /// The sum as printed in brackets: "350 − 150".
  package var formula: String
  /// The quantities it was computed from.
  package var inputs: [Span]
  /// What had to be assumed ("percentages of the start").
  package var assumption: String?
}
