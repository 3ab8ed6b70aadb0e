import Testing

@testable import RefractEngine

/// Tables pasted as text.
@Suite struct TableTests {
  private func gaps(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.gaps.map { gap in
      let name = gap.subject.map(facts.text) ?? "?"
      return "\(name): \(facts.text(gap.now.span)) → \(facts.text(gap.target.span))"
    }
  }

  @Test(arguments: [
    "Ward        Falls   Target\nRosehip     41      20\nElder       12      15\n",
    "Ward\tFalls\tTarget\nRosehip\t41\t20\nElder\t12\t15\n",
    "| Ward | Falls | Target |\n|---|---|---|\n| Rosehip | 41 | 20 |\n| Elder | 12 | 15 |\n",
    "            Falls   Target\nRosehip     41      20\nElder       12      15\n",
  ]) func readsTheRowsOfATable(_ text: String) {
    #expect(gaps(text) == ["Rosehip: 41 → 20", "Elder: 12 → 15"])
  }

  @Test func countsWhatTheHeaderNames() {
    let facts = Sample.facts("Ward        Falls   Target\nRosehip     41      20\nElder       12      15\n")
    #expect(facts.quantities.first?.noun.map(facts.text) == "Falls")
  }

  @Test func readsColumnsOfYearsAsATrend() {
    let facts = Sample.facts("| Kiln | 2023 | 2024 |\n|---|---|---|\n| North | 14% | 22% |\n| South | 9% | 8% |")
    #expect(facts.trends.map(\.isRising) == [true, false])
  }

  @Test func takesProseWithDoubleSpacesForNoTable() {
    let facts = Sample.facts("We have 12 boats.  They are old.\nThe slip holds 4.  It is full.")
    #expect(facts.gaps.isEmpty)
    #expect(facts.quantities.count == 2)
  }

  @Test func readsAMetricGivenAsAText() {
    let facts = Sample.facts(
      "Members leave us.",
      fields: [("metrics[0]", "membership 312, target 400"), ("metrics[1]", "visits fell from 900 to 640 a month")])
    #expect(facts.gaps.map { facts.text($0.target.span) } == ["400"])
    #expect(facts.trends.count == 1)
  }
}
