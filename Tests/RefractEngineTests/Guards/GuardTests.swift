import Testing

@testable import RefractEngine

/// What the guards let pass and what they hold back, each on a sentence that a rule might have made.
@Suite("Guards over finished sentences") struct GuardTests {
  static let told =
    "The laundry of our hospital returns 40 of 120 gowns stained and wants 10. We tried a new detergent (2%), hotter water (6%) and a second rinse (1%). The matron says that soap residue leads to stains. Mrs. Adler wants more gowns, and the cellar floods every week."

  static let view = ReportCases.engine.read(Sample.problem(told))

  static func guards(shown: [String] = []) -> SentenceGuards {
    SentenceGuards(
      problem: view.problem, facts: view.facts, names: NamesGuard.names(of: ReportCases.catalogue), shown: shown)
  }

  private func offended(_ sentence: String, _ place: SentencePlace = .claim) -> String? {
    var guards = Self.guards()
    return guards.offended(by: sentence, place)
  }

  @Test(
    "a number of nobody's is held back",
    arguments: [
      "The machine loses 70 gowns.", "It takes 3.5 hours.", "Seven of the steps failed.", "Nine people said so.",
    ]) func foreignNumbers(_ sentence: String)
  {
    #expect(offended(sentence) == "number")
  }

  @Test(
    "the author's numbers pass, in digits and in words, and so do counts of what was tried",
    arguments: [
      "Of 120 gowns 40 come back.", "Three steps were taken.", "Two of ten would do.", "Hotter water gave 6%.",
      "Level with it: Five Whys.",
    ]) func ownNumbers(_ sentence: String)
  {
    #expect(offended(sentence) == nil)
  }

  @Test("a step of the plan sets its own size in words, not in digits") func planSizes() {
    #expect(offended("Look at twenty gowns for five days", .advice) == nil)
    #expect(offended("Look at 25 gowns", .advice) == "number")
    #expect(offended("Twenty gowns are bad.", .claim) == "number")
  }

  @Test("an estimate passes where it is marked as one, and a reference to an action is no figure") func estimates() {
    #expect(offended("Weigh the soap (2–4 days, est.)", .advice) == nil)
    #expect(offended("Weigh the soap (2–4 days)", .advice) == "number")
    #expect(offended("Settle it before actions 7, 8 and 9.", .advice) == nil)
    #expect(offended("5½–9½ of 35 working days (est.) [1–3 + ½ + 4–6].", .figure) == nil)
  }

  @Test("a result passes with its sum and not without") func results() throws {
    let result = try #require(Self.view.facts.derivations.first { $0.id == "V2.sum" })
    #expect(offended("All in all \(result.text) [\(result.formula)].") == nil)
    #expect(offended("All in all \(result.text).") == "number")
    var shown = Self.guards(shown: ["Together \(result.text) [\(result.formula)]."])
    #expect(shown.offended(by: "All in all \(result.text).", .advice) == nil)
  }

  @Test(
    "a sum that does not give its value is held back",
    arguments: ["8 points [2 + 6 + 1]", "10% [40/120]", "about 60 [120 − 40]", "3 times [120/40 + 1]"])
  func wrongSums(_ words: String) { #expect(offended("That is \(words).") == "sum") }

  @Test("a sum of nobody's numbers is held back") func foreignOperands() {
    #expect(offended("That is 2 [84 − 82].") == "sum")
    #expect(offended("That is 3 times [120/40].") == nil)
  }

  @Test("a quotation that the author did not write, and a name that nobody brings, are held back") func names() {
    #expect(offended("You write \"the gowns are blue\".") == "name")
    #expect(offended("You write \"hotter water (6%)\" and \"a second rinse …\".") == nil)
    #expect(offended("You write \"says 'that soap\".") == "name")
    #expect(offended("The word of Miller decides.") == "name")
    #expect(offended("The word of Adler decides, and Little's Law holds in Django.") == nil)
    #expect(offended("Do it on Monday", .advice) == nil)
    #expect(offended("It broke on Monday.") == "name")
  }

  @Test(
    "a quantifier over what can be counted needs the count",
    arguments: [
      ("All two steps went into chemistry.", false), ("All three steps went into chemistry.", true),
      ("Both steps went into chemistry.", false), ("None of the steps helped.", false),
      ("Each later step gave less.", false), ("Every attempt cost an afternoon.", true),
      ("Hotter water and a second rinse were tried; none of them reaches the soap.", true),
      ("Hotter water was tried, and all of them failed.", false), ("All options are open.", false),
      ("The cellar floods every week.", true), ("Everybody is tired all day.", true),
    ]) func quantifiers(_ sentence: String, _ holds: Bool)
  {
    #expect(offended(sentence) == (holds ? nil : "quantifier"))
  }

  @Test(
    "a cause is told of the case only under a hedge or in the author's name",
    arguments: [
      ("The gowns are stained because the water is hard.", false),
      ("The gowns are probably stained because the water is hard.", true),
      ("Hard water leads to grey gowns.", false), ("Soap residue leads to stains.", true),
      ("Ask who caused it.", true), ("The result of hotter water argues for more heat.", true),
      ("The stains are due to hard water.", false),
    ]) func causes(_ sentence: String, _ holds: Bool)
  {
    #expect(offended(sentence) == (holds ? nil : "cause"))
  }

  @Test("the general reason of a lens may say because") func warrants() {
    #expect(offended("A queue grows because arrivals bunch.", .warrant) == nil)
  }

  @Test("only the sentence that fails is left out, and it is counted once") func drops() {
    var guards = Self.guards()
    #expect(guards.kept("Of 120 gowns 40 come back. It cost 999 euros.", .claim, "belief 1").hasSuffix("come back."))
    #expect(guards.kept("It cost 999 euros.", .claim, "insight").isEmpty)
    #expect(
      guards.dropped == [.init(guardName: "number", place: "belief 1", text: "It cost 999 euros.")])
  }

  @Test("a report without a false belief has no insight, no root cause and no mark of it") func cascade() throws {
    let view = ReportCases.engine.read(Sample.problem(Self.told))
    var report = ReportCases.engine.analyse(view)
    let root = try #require(report.solution.rootCause)
    let lens = try #require(report.analyses.firstIndex { $0.beliefs.contains { $0.number == root.belief } })
    let place = try #require(report.analyses[lens].beliefs.firstIndex { $0.number == root.belief })
    let untrue = "The plant loses 77,777 gowns."
    report.analyses[lens].beliefs[place].belief = untrue
    report.solution.rootCause?.statement = untrue
    report.brief.rootCause = untrue
    for index in report.solution.keyInsights.indices where report.solution.keyInsights[index].belief == root.belief {
      report.solution.keyInsights[index].statement = untrue
    }
    let kept = report.guarded(facts: view.facts, names: NamesGuard.names(of: ReportCases.catalogue))
    #expect(kept.provenance.droppedSentences.map(\.text) == [untrue])
    #expect(!kept.analyses.flatMap(\.beliefs).contains { $0.number == root.belief })
    #expect(kept.solution.rootCause == nil && kept.brief.rootCause == nil && kept.brief.rootCauseConfidence == nil)
    #expect(!kept.solution.keyInsights.contains { $0.belief == root.belief })
    #expect(kept.marks.allSatisfy { !$0.beliefs.contains(root.belief) && !$0.beliefs.isEmpty })
  }
}

/// The second evaluator of printed sums.
@Suite("Second evaluator") struct SecondSumTests {
  @Test(
    "works out what a reader would",
    arguments: [
      ("350 − 150", 200, 200), ("1 − 150/350", 0.571_428, 0.571_429), ("(2 + 6) × 3", 24, 24),
      ("417 million/6.13 million", 68.02, 68.03), ("100 × (1 − 30%)", 70, 70), ("1,200 − 200 − 100", 900, 900),
      ("1–3 + ½ + 3–5", 4.5, 8.5), ("5½ × 2", 11, 11), ("12/(1–3)", 4, 12),
    ]) func values(_ formula: String, _ low: Double, _ high: Double) throws
  {
    let value = try #require(SecondSum.value(of: formula))
    #expect(value.low >= low - 1e-4 && value.high <= high + 1e-2 && value.low <= value.high)
  }

  @Test(
    "takes nothing that is no sum",
    arguments: ["", "350 −", "(3 + 4", "3 + + 4", "x + 2", "4/0", "3 4", ")3(", "2 +", "…"])
  func refuses(_ formula: String) { #expect(SecondSum.value(of: formula) == nil) }

  @Test("agrees with the first one on every sum of every report", arguments: ReportCases.all)
  func agrees(_ item: ReportCase) {
    for derivation in item.facts.derivations {
      guard let first = SumChecker.recompute(formula: derivation.formula) else { continue }
      let second = SecondSum.value(of: derivation.formula)
      #expect(abs((second?.low ?? .infinity) - first) <= 1e-9 * max(1, abs(first)), "\(derivation.formula)")
    }
  }
}
