import Testing

@testable import RefractEngine

@Suite("What kind of thing an attempt was")
struct InterventionMatcherTests {
  private static func intervention(of attempt: String) -> Attempt? {
    let problem = Sample.problem("The hall is half empty.", fields: [("attempts[0]", attempt)])
    return ReportCases.engine.read(problem).facts.attempts.first
  }

  @Test(
    "a common verb tells a broad kind of act in any field",
    arguments: [
      ("Bought 400 new chairs", "bought_it"), ("A second ferry", "one_more"), ("Wrote to all members", "told_them"),
      ("Asked the parish for help", "asked_them"), ("Limited it to two per household", "rule_set"),
      ("Smaller portions", "smaller"), ("Switched from oil to gas", "swapped"), ("Sealed the back door", "shut_it"),
      ("Lent the drums for free", "gave_it"), ("Rolled back the new glaze", "took_out"),
    ])
  func broad(_ attempt: String, _ id: String) { #expect(Self.intervention(of: attempt)?.intervention == id) }

  @Test("an exact kind of act goes before a broad one") func exact() {
    #expect(Self.intervention(of: "Bought a tracker")?.intervention == "app")
    #expect(Self.intervention(of: "Sent reminders to all parents")?.intervention == "reminder")
  }

  @Test("what it leaves is a phrase for a sentence") func leaves() {
    #expect(Self.intervention(of: "Bought 400 new chairs")?.leaves == "the way in which it is used")
  }
}
