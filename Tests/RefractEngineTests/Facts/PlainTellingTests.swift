import Testing

@testable import RefractEngine

/// What people write without the words of a report: steps in brackets, goals without a name, values told backwards.
@Suite struct PlainTellingTests {
  private static func steps(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.attempts.map { "\(facts.text($0.label)) | \($0.outcome.map(facts.text) ?? "–") | \($0.verdict)" }
  }

  @Test(arguments: [
    (
      "We tried a written form in spring: 44 minutes for a week, then ignored.",
      "a written form in spring | 44 minutes for a week, then ignored | none"
    ),
    (
      "We asked owners by letter to report absences: 14 of 212 did it.",
      "asked owners by letter to report absences | 14 of 212 did it | none"
    ),
    (
      "We tried a points card: it brought four more for about three weeks.",
      "a points card | it brought four more for about three weeks | none"
    ),
    (
      "We hired a second reviewer (8 editors now, no difference in complaints).",
      "hired a second reviewer | 8 editors now, no difference in complaints | none"
    ),
    (
      "We tried half price from five: the waste fell to 40, but then takings dropped by 8%.",
      "half price from five | the waste fell to 40, but then takings dropped by 8% | sideEffect"
    ),
  ]) func aStepIsReadWithWhatCameOfIt(_ text: String, _ expected: String) {
    #expect(Self.steps(text) == [expected])
  }

  @Test func aStepIsNamedByTheHeadOfItsSubject() {
    let text =
      "We introduced a form, which nobody used. A tablet at each bed was tested in May, dropped after two weeks."
    #expect(Self.steps(text).last?.hasPrefix("A tablet at each bed |") == true)
  }

  @Test func aSettingInFrontOfAColonBelongsToTheStep() {
    let text = "We have much scrap.\n- raised the temperature 1380 -> 1410: scrap 9.8 -> 9.1, but more burn-on\n"
    #expect(
      Self.steps(text) == ["raised the temperature 1380 -> 1410 | scrap 9.8 -> 9.1, but more burn-on | unknown"])
  }

  @Test func writersWithoutCapitalsEndTheirSentencesToo() {
    let text = "i run a podcast on the Romans. downloads fell. we changed the art. nothing happened."
    #expect(Document(fields: [Problem.Field(name: "problem", text: text)]).sentences.count == 4)
  }

  private static func gaps(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.gaps.map { "\(facts.text($0.now.span)) | \(facts.text($0.target.span))" }
  }

  @Test(arguments: [
    ("About 14% of appointments are missed.\n\n## Goal\nUnder 7% by the summer.", "About 14% | Under 7%"),
    (
      "Scrap is 9.8%. The night shift has 6%, the day shift 12%. The customer wants below 4%.",
      "9.8% | below 4%"
    ),
    (
      "Downloads per episode sat at about 2,100. Our sponsor wants 3,000 per episode.",
      "about 2,100 | 3,000 per episode"
    ),
  ]) func aGoalWithoutANameIsAboutTheHeadline(_ text: String, _ gap: String) {
    #expect(Self.gaps(text) == [gap])
  }

  @Test func aGoalThatCountsTheSameThingsIsAGap() {
    let facts = Sample.facts(
      "We turned away 61 nights of visitors.", fields: [("success_criteria[0]", "Turn away fewer than 15 nights")])
    #expect(facts.gaps.map { facts.text($0.now.span) } == ["61"])
  }

  @Test func aMovementTowardWhatIsWantedHelped() {
    let text = "About 14% are missed.\n\nTried:\n- Text message the day before: 17% -> 14%\n\n## Goal\nUnder 7%.\n"
    #expect(Sample.facts(text).attempts.map(\.verdict) == [.helped])
  }

  @Test(arguments: [
    ("The price is 3.20 euros; before the switch it was 7.50.", "7.50 -> 3.20 euros"),
    ("Scrap is 9.8%. It has been so since June; before that 3.5%.", "3.5% -> 9.8%"),
  ]) func aFormerValueToldBehindIsATrend(_ text: String, _ expected: String) {
    let facts = Sample.facts(text)
    let told = facts.trends.compactMap { trend in
      trend.from.flatMap { from in trend.to.map { "\(facts.text(from.span)) -> \(facts.text($0.span))" } }
    }
    #expect(told == [expected])
  }

  @Test(arguments: [
    ("Our neighbour complained, so music has to end at 22:00.", "music has to end at 22:00"),
    ("The oven has to be filled, otherwise it does not pay.", "The oven has to be filled"),
    ("The school hall is ours only on Tuesdays.", "The school hall is ours only on Tuesdays"),
    ("The flat above is let, so no baking before four.", "no baking before four"),
    ("We both have jobs, so more than 10 hours a week is not possible.", "more than 10 hours a week is not possible"),
    (
      "The subscription is 90 euros a year and can't go up before 2027.",
      "The subscription is 90 euros a year and can't go up before 2027"
    ),
    ("There is money for one student assistant.", "There is money for one student assistant"),
  ]) func aLimitIsReadWithWhatItLimits(_ text: String, _ expected: String) {
    let facts = Sample.facts(text)
    #expect(facts.constraints.map { facts.text($0.span) } == [expected])
  }

  @Test func whatSomebodyIsUnableToDoIsNoLimit() {
    #expect(Sample.facts("They tell us they can't look at the film any more in that time.").constraints.isEmpty)
  }

  @Test func theHeadNamesAMeasureNotWhatHangsOnIt() {
    let facts = Sample.facts("The handover from night to day shift takes 47 minutes on average, planned are 30.")
    #expect(facts.measures.compactMap(\.subject).map(facts.text).first == "handover from night to day shift")
  }

  @Test func theQuotationOfAContrastBeginsWithWhatIsCompared() {
    let facts = Sample.facts("Scrap on pump housings is 9.8%, on everything else 2.1%.")
    #expect(facts.contrasts.map { facts.text($0.span) } == ["Scrap on pump housings is 9.8%, on everything else 2.1%"])
  }
}
