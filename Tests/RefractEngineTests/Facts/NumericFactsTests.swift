import Testing

@testable import RefractEngine

private func facts(_ text: String, _ more: [(String, String)] = []) -> Facts {
  var facts = Facts(
    document: Document(
      fields: [Problem.Field(name: "problem", text: text)] + more.map { Problem.Field(name: $0.0, text: $0.1) }))
  NumericFacts.read(into: &facts)
  return facts
}

@Suite struct TrendTests {
  private func trends(_ text: String) -> [String] {
    let facts = facts(text)
    return facts.trends.map {
      let values = [$0.from, $0.to].map { $0.map { facts.text($0.span) } ?? "-" }.joined(separator: " > ")
      let worse = $0.isWorse.map { $0 ? " worse" : " better" } ?? ""
      return "\($0.subject.map(facts.text) ?? "-"): \(values)\($0.isRising ? " up" : " down")\(worse)"
    }
  }

  @Test(arguments: [
    ("Reopen rate rose from 8% to 19%.", "Reopen rate: 8% > 19% up worse"),
    ("first reply 11h to 7h", "first reply: 11h > 7h down better"),
    ("Retention went 80% → 72%.", "Retention: 80% > 72% down worse"),
    ("Backlog grew from 400 to 1,150 tickets.", "Backlog: 400 > 1,150 up worse"),
    ("Acceptance fell from 64 to 50 percent.", "Acceptance: 64 > 50 percent down worse"),
    ("Conversion fell by 40%.", "Conversion: - > - down worse"),
    ("Churn is rising.", "Churn: - > - up worse"), ("Revenue keeps growing.", "Revenue: - > - up better"),
    ("Churn is 19% (was 8%).", "Churn: 8% > 19% up worse"),
    ("Team size went from 12 to 18 engineers.", "Team size: 12 > 18 up"),
    ("Registrations are up eight percent.", "Registrations: - > - up better"),
    ("Before the change 64 percent accepted, now only 50 percent do.", "-: 64 percent > 50 percent down worse"),
    ("NPS dropped to 31.", "NPS: - > 31 down worse"),
    ("On-time delivery was 91 percent in 2022 and is 64 now.", "On-time delivery: 91 percent > 64 down"),
    (
      "Our model caught 82 percent of fraud when we deployed it in January, in October it's 61.",
      "-: 82 percent > 61 down"
    ),
    ("The wait was 20 minutes two years ago and is 50 now.", "wait: 20 minutes > 50 up worse"),
  ])
  func findsMovements(_ text: String, _ expected: String) { #expect(trends(text) == [expected]) }

  @Test(arguments: [
    "We want to get from 41 days to 20.", "It would rise from 5% to 8%.", "People keep turning up late.",
    "Sign up takes 5 minutes.",
    "We could cut it from 9 to 3 days.", "The window is 6 to 8 weeks.",
  ])
  func seesNoMovementInWishesAndRanges(_ text: String) { #expect(trends(text) == []) }

  @Test func tellsWhatItBeganWith() {
    let facts = facts("Retention went 80% → 72% after the redesign.")
    #expect(facts.trends.first?.since.map(facts.text) == "after the redesign")
  }
}

@Suite struct TimeTests {
  private func deadlines(_ text: String, _ more: [(String, String)] = []) -> [String] {
    let facts = facts(text, more)
    return facts.deadlines.map {
      "\(facts.text($0.span))|\($0.workingDays.map { NumberText.plain($0) } ?? "-")|\($0.isHard ? "hard" : "wish")"
    }
  }

  @Test(arguments: [
    ("We must ship in 2 weeks.", "must ship in 2 weeks|10|hard"),
    ("It must pass by March 3.", "must pass by March 3|-|hard"),
    ("The season starts in 8 weeks.", "season starts in 8 weeks|40|hard"),
    ("The board gets its papers tomorrow.", "tomorrow|1|hard"),
    ("A 12-week window is all.", "12-week window|60|hard"),
    ("We should finish in 3 weeks.", "should finish in 3 weeks|15|wish"),
    ("It has to be done before the renewal season.", "has to be done before the renewal season|-|hard"),
    ("We need a demo by Friday.", "need a demo by Friday|-|hard"),
    ("We have 10 working days left.", "10 working days left|10|hard"),
  ])
  func findsDeadlines(_ text: String, _ expected: String) { #expect(deadlines(text) == [expected]) }

  @Test(arguments: [
    "We fixed it in 2 weeks.", "We work in 2-week sprints.", "They leave within three years.",
    "It was down for 3 days.",
  ])
  func takesNoReportForADemand(_ text: String) { #expect(deadlines(text) == []) }

  @Test func takesTheDeadlineFieldAsItIs() {
    #expect(deadlines("Slow.", [("deadline", "2018-11-19")]) == ["2018-11-19|-|hard"])
    #expect(deadlines("Slow.", [("deadline", "2 weeks")]) == ["2 weeks|10|hard"])
  }

  @Test func namesTheLoss() {
    let facts = facts("We must pass by March 3 or we lose the grant.")
    #expect(facts.deadlines.first?.event.map(facts.text) == "or we lose the grant")
  }

  @Test(arguments: [
    ("6-8 weeks to fix", Duration.Kind.effort), ("The migration takes 5 days.", .effort),
    ("We spent 2 weeks on it.", .spent),
    ("It has run for 7 months.", .age), ("Patients wait 41 days.", .waiting),
  ])
  func sortsDurations(_ text: String, _ kind: Duration.Kind) { #expect(facts(text).durations.map(\.kind) == [kind]) }
}

@Suite struct FlowTests {
  @Test func readsWhatComesAndGoes() {
    let facts = facts("9 agents close about 520 tickets a week; about 610 arrive.")
    #expect(facts.flows.map(\.direction) == [.outgoing, .incoming])
    #expect(facts.flows.first?.people?.value == 9)
    #expect(facts.flows.last?.quantity.per == .week)
  }

  @Test func readsSharesWithTheirWhole() {
    let facts = facts("73 percent of new accounts never reach it. 60% of engineering time goes there. It rose by 5%.")
    #expect(facts.shares.map { $0.of.map(facts.text) } == ["new accounts", "engineering time"])
  }
}

@Suite struct SeriesTests {
  static func attempts(_ effects: [Double], unit: Quantity.Unit = .percent) -> [Attempt] {
    effects.enumerated().map { index, value in
      let span = Span(field: 0, start: index, end: index + 1)
      return Attempt(
        label: span, name: "a\(index)", effect: Quantity(value: value, unit: unit, span: span), verdict: .helped,
        span: span)
    }
  }

  private func test(_ effects: [Double], _ text: String = "Nothing is said here at all.") -> EffectSeries? {
    SeriesTest.run(Self.attempts(effects), Document(fields: [Problem.Field(name: "problem", text: text)]))
  }

  @Test func findsThePeakOfTheWorkedExample() throws {
    let series = try #require(test([5, 8, 12, 3, 2]))
    #expect(series.verdict == .peakedThenFell)
    #expect((series.tau + 0.4).magnitude < 1e-9)
    #expect(series.peak == 2)
    #expect(SeriesTest.tailMean([5, 8, 12, 3, 2]) == 2.5)
  }

  @Test func findsSteadyFalls() {
    #expect(test([12, 10, 9, 8])?.verdict == .falling)
    #expect(test([12, 8, 5, 3, 2])?.verdict == .peakedThenFell)
    #expect(test([2, 3, 5, 8])?.verdict == EffectSeries.Verdict.none)
    #expect(test([5, 5, 5])?.verdict == EffectSeries.Verdict.none)
  }

  @Test func takesTheAuthorsWordWithoutNumbers() {
    #expect(test([], "Each step shows diminishing returns.")?.verdict == .asserted)
    #expect(test([], "We are stuck at 350ms despite trying caching.")?.verdict == .asserted)
    #expect(test([], "Then the effect wore off.")?.verdict == .asserted)
    #expect(test([], "All is well.") == nil)
  }

  @Test func leavesOutEffectsOfAnotherUnit() {
    let attempts = Self.attempts([5, 8, 12]) + Self.attempts([4], unit: .hour)
    let document = Document(fields: [Problem.Field(name: "problem", text: "0123456789")])
    #expect(SeriesTest.run(attempts, document)?.attempts == [0, 1, 2])
  }
}

@Suite struct ReadingOtherFieldsTests {
  @Test func keepsAnEffortFromBecomingATarget() {
    #expect(facts("We bake at 4 am and need 3 hours. The oven takes 45 minutes.").gaps.isEmpty)
  }

  @Test func matchesTargetsByTheWordsBesideThem() {
    let facts = facts("p99 latency is 1.8s, p50 is 120ms. SLO: 99.95% availability and p99 under 500ms.")
    #expect(facts.gaps.map { facts.text($0.now.span) } == ["1.8s"])
  }

  @Test func tellsABenchmarkInBracketsFromTheValueBeforeIt() {
    #expect(facts("D7 retention is 6% (industry: 12%).").measures.map(\.time) == [.now, .benchmark])
    #expect(facts("Average wait: 47 days vs. 18 days nationally.").measures.map(\.time) == [.now, .benchmark])
  }

  @Test func takesNoLevelOfThePastForAShare() {
    #expect(facts("Waste was 11% two years ago.").shares.isEmpty)
  }

  @Test func neverPairsDifferentThings() {
    let trends = facts("Milk yield fell 12 percent in two seasons, from 31 to 27 litres.").trends
    #expect(trends.contains { $0.from?.value == 31 && $0.to?.value == 27 })
    #expect(!trends.contains { $0.to?.value == 2 || $0.from?.value == 2 })
  }

  @Test func readsUpFrom() {
    let trend = facts("The waiting list is now 2,400 names, up from 900 in 2021.").trends.first
    #expect(trend?.from?.value == 900 && trend?.to?.value == 2400)
  }

  @Test func readsTimeThatIsLeft() {
    let facts = facts("We have 5 months of runway left.")
    #expect(facts.deadlines.count == 1 && facts.durations.isEmpty)
  }
}
