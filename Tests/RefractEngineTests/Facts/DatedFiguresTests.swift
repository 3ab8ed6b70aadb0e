import Testing

@testable import RefractEngine

/// Two figures with two times.
@Suite struct DatedFiguresTests {
  @Test(arguments: [
    "Last year 17 pickers came, this year twelve.", "Ack time was 3 min in January, 14 min now.",
  ]) func readsATrend(_ text: String) { #expect(Sample.facts(text).trends.count == 1) }

  @Test(arguments: ["We bought 17 looms last year and 12 kilns this year.", "In March 212 came and 40 stayed."])
  func readsNone(_ text: String) { #expect(Sample.facts(text).trends.isEmpty) }
}
