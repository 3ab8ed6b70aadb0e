import Testing

@testable import RefractEngine

/// Two figures with two times.
@Suite struct DatedFiguresTests {
  @Test(arguments: [
    "Last year 17 pickers came, this year twelve.", "Ack time was 3 min in January, 14 min now.",
  ]) func readsATrend(_ text: String) { #expect(Sample.facts(text).trends.count == 1) }

  @Test(arguments: [
    ("Winter losses were 12 percent five years ago, 31 last winter.", "Winter losses", true),
    ("The wait is 14 months; two years ago it was 5.", "wait", true),
    ("Prices for plaice fell by 18 percent.", "Prices for plaice", false),
  ]) func readsWhatMovedAndWhichWay(_ text: String, _ subject: String, _ isRising: Bool) {
    let facts = Sample.facts(text)
    #expect(facts.trends.map { $0.subject.map(facts.text) } == [subject])
    #expect(facts.trends.map(\.isRising) == [isRising])
  }

  @Test(arguments: ["We bought 17 looms last year and 12 kilns this year.", "In March 212 came and 40 stayed."])
  func readsNone(_ text: String) { #expect(Sample.facts(text).trends.isEmpty) }
}
