import Testing

@testable import RefractEngine

private func derived(_ text: String, _ more: [(String, String)] = [], percentagesAreEffects: Bool = false)
  -> [Derivation]
{
  var facts = Facts(
    document: Document(
      fields: [Problem.Field(name: "problem", text: text)] + more.map { Problem.Field(name: $0.0, text: $0.1) }))
  NumericFacts.read(into: &facts)
  if percentagesAreEffects {
    facts.attempts = facts.quantities.filter { $0.unit == .percent }.map {
      Attempt(label: $0.span, name: "x", effect: $0, verdict: .helped, span: $0.span)
    }
  }
  NumericFacts.conclude(&facts)
  for derivation in facts.derivations {
    #expect(SumChecker.holds(derivation), "\(derivation.id) \(derivation.formula) = \(derivation.value)")
    for span in derivation.inputs { #expect(!facts.text(span).isEmpty) }
  }
  return facts.derivations
}

private func line(_ derivations: [Derivation], _ id: String) -> String? {
  derivations.first { $0.id == id }.map { "\($0.text) [\($0.formula)]" }
}

@Suite struct DeriverTests {
  private static let seed = """
    API endpoint averaging 350ms (need <150ms). Tried 5 optimizations: caching (5%), query optimization (8%), \
    indexing (12%), code profiling (3%), connection pooling (2%).
    """

  @Test(arguments: [
    ("V1.difference", "200ms [350 − 150]"), ("V1.required", "57% [1 − 150/350]"), ("V1.ratio", "2.3 times [350/150]"),
    ("V2.sum", "30 points [5 + 8 + 12 + 3 + 2]"), ("V2.start", "about 500ms [350/(1 − 30%)]"),
    ("V4.mean", "30ms [500 × 30%/5]"),
    ("V4.atMean", "7 [200/30]"), ("V4.atTail", "16 [200/12.5]"), ("V5.bound", "200ms [350 − 150]"),
  ])
  func drawsTheSumsOfTheWorkedExample(_ id: String, _ expected: String) {
    #expect(line(derived(Self.seed, percentagesAreEffects: true), id) == expected)
  }

  private static let support = """
    Support backlog grew from 400 to 1,150 open tickets since March. 9 agents close about 520 tickets a week; about 610 \
    arrive. Added macros → first reply 11h to 7h; handle-time target of 6 minutes → reopen rate rose from 8% to 19%. \
    Renewal season starts in 8 weeks.
    """

  @Test(arguments: [
    ("V8.net", "about +90 tickets a week [610 − 520]"), ("V8.atDeadline", "about 1,870 [1,150 + 90 × 8]"),
    ("V9.load", "about 117% [610/520]"), ("V10.growth", "about 57 a week [520 × (19% − 8%)]"),
    ("V11.perHead", "about 58 tickets a week each [520/9]"), ("V12.wait", "about 2.2 weeks [1,150/520]"),
    ("T1.change", "750 open tickets [1,150 − 400]"), ("T2.relative", "36% [1 − 7/11]"),
    ("T3.change", "11 points [19 − 8]"),
  ])
  func drawsTheSumsOfAQueue(_ id: String, _ expected: String) { #expect(line(derived(Self.support), id) == expected) }

  @Test(arguments: [
    ("73% of new accounts never reach it.", "S1.rest", "27% [100 − 73]"),
    ("Two thirds of those who start have gone.", "S1.rest", "33% [1 − 2/3]"),
    ("We made offers and 16 of 36 said no.", "R1.share", "44% [16/36]"),
    (
      "38 percent of contacts are repeats, 1,200 contacts a week.", "S1.count",
      "about 456 contacts a week [1,200 × 38%]"
    ),
    ("Retention went 80% → 72%.", "T1.change", "8 points [80 − 72]"),
    ("Retention went 80% → 72%.", "T1.relative", "10% [1 − 72/80]"),
    ("The team grew from 12 to 18 engineers.", "V18.links", "153 links [18 × 17/2]"),
    ("We lose $2M a year.", "V19.perWeek", "about $38,000 a week [2 million/52]"),
    ("We promise 99.9% uptime.", "V22.downtime", "43 minutes in 30 days [(1 − 99.9%) × 30 × 1,440]"),
    ("SMBs pay $200/mo, 500 customers.", "V13.revenue", "$100,000 a month [200 × 500]"),
    ("The estimate was 3 weeks and it took 8 weeks.", "V17.slip", "2.7 times [8/3]"),
    ("Win rate is 18% against an industry average of 25%.", "V21.relative", "28% [1 − 18/25]"),
    ("60% of engineering time goes to a module with 5% of usage.", "V16.contrast", "12 times [60/5]"),
    ("200 issues, 6-8 weeks to fix.", "V14.perItem", "about 1.2–1.6 hours [6 × 5 × 8/200]"),
    ("It needs 800 people to get some 78,000 staff paid.", "P1.each", "about 98 staff for each [78,000/800]"),
    (
      "1 thread 4:10 min, 16 threads 33 s, 32 threads 35 s, 256 threads 24:56.", "G.best",
      "33 seconds at 16 threads [33]"
    ),
    ("1 thread 4:10 min, 16 threads 33 s, 32 threads 35 s, 256 threads 24:56.", "G.worst", "45 times [1,496/33]"),
    ("Wait is 12 days, the target is 20 days or less.", "V1.margin", "8 days [20 − 12]"),
  ])
  func drawsPlainSumsInAnyField(_ text: String, _ id: String, _ expected: String) {
    #expect(line(derived(text), id) == expected)
  }

  @Test func comparesEstimateAndActualOfAMetric() {
    let more = [
      ("metrics[0].name", "Spent"), ("metrics[0].current", "A$417 million"),
      ("metrics[0].baseline", "A$6.13 million first estimate"),
    ]
    #expect(line(derived("Late.", more), "V17.cost") == "68 times [417 million/6.13 million]")
  }

  @Test func drawsNothingFromContradictoryMetrics() {
    let more = [("metrics[0].name", "response time"), ("metrics[0].current", "400ms"), ("metrics[0].target", "150ms")]
    #expect(derived("The response time is 350ms.", more).isEmpty)
  }

  @Test(arguments: [
    "It would cost $2M a year.", "Maybe 73% of users leave.", "If it rose from 8% to 19% we would stop.",
    "It is not 73% of users.",
  ])
  func drawsNothingFromWhatMightBe(_ text: String) { #expect(derived(text).isEmpty) }

  @Test func bringsTimesToOneUnit() {
    #expect(line(derived("Latency is 1.8s, the target is under 500ms."), "V1.difference") == "1.3 seconds [1.8 − 0.5]")
  }

  @Test func neverMixesUnits() {
    #expect(derived("The wait is 41 days; the target is 20%.").isEmpty)
    #expect(derived("It went from 11h to 7%.").isEmpty)
  }
}

@Suite struct SumCheckerTests {
  @Test(arguments: [
    ("350 − 150", 200.0), ("1 − 150/350", 0.5714285714285714), ("20/30", 0.6666666666666666), ("350/(1 − 30%)", 500),
    ("417 million − 6.13 million", 410_870_000), ("1,150 + 90 × 8", 1870), ("(1 − 5%) × (1 − 8%)", 0.874),
    ("2 × (3 + 4)/7", 2),
    ("12 × 11/2", 66), ("350-150", 200),
  ])
  func doesPrintedSumsAgain(_ formula: String, _ value: Double) throws {
    let result = try #require(SumChecker.recompute(formula: formula))
    #expect((result - value).magnitude < 1e-9 * max(1, value))
  }

  @Test(arguments: ["", "350 −", "1/0", "(1", "1)", "about 5", "5 ms", "1 2", String(repeating: "(", count: 5000)])
  func refusesWhatIsNoSum(_ formula: String) { #expect(SumChecker.recompute(formula: formula) == nil) }

  @Test func seesASumThatDoesNotGiveItsValue() {
    let wrong = Derivation(id: "x", value: 210, text: "210ms", formula: "350 − 150", inputs: [])
    #expect(!SumChecker.holds(wrong))
  }
}

@Suite struct NumberTextTests {
  @Test func printsNumbersWithoutALocale() {
    #expect(NumberText.string(1870) == "1,870")
    #expect(NumberText.string(2.675, decimals: 2) == "2.68")
    #expect(NumberText.string(-0.4, decimals: 1) == "−0.4")
    #expect(NumberText.string(-0.001) == "0")
    #expect(NumberText.plain(6.13) == "6.13")
    #expect(NumberText.plain(1_234_567) == "1,234,567")
    #expect(NumberText.string(.nan) == "?")
    #expect(NumberText.ratio(2.666) == "2.7")
    #expect(NumberText.ratio(45.3) == "45")
  }
}
