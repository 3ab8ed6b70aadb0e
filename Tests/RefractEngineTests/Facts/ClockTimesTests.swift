import Testing

@testable import RefractEngine

/// Numbers that are hours, versions and names, beside those that are amounts.
@Suite struct ClockTimesTests {
  @Test(arguments: [
    "The bakery opens at four.", "Lessons end between six and eight in the evening.", "We lock the gate at 10.",
    "The tap was turned off from 12 to 4 on Mondays.", "Dinner was ready at half past seven.",
    "It has crashed since 5.3.", "Crane 2 is out of use.", "We stopped on day two of the harvest.",
    "There is no room for a seventh.", "The guard operates half asleep.",
  ]) func readsNoAmount(_ text: String) {
    #expect(Sample.facts(text).quantities.map { $0.span.length } == [])
  }

  @Test(arguments: [
    ("The wait is at 14.", "14"), ("Complaints fell from 12 to 4.", "12"), ("The wait is at nine days.", "nine days"),
    ("Waste rose by a fifth.", "a fifth"), ("We start at 12 boats a day.", "12"), ("The pool holds 12 children.", "12"),
  ]) func readsTheAmount(_ text: String, _ amount: String) throws {
    let facts = Sample.facts(text)
    let first = try #require(facts.quantities.first)
    #expect(facts.text(first.span).hasPrefix(amount))
  }

  @Test func marksBothNumbersOfACountedPart() {
    let facts = Sample.facts("We lost 9 of 14 colonies in the winter.")
    let amounts = facts.marks.filter { $0.kind == .quantity }.map { facts.text($0.span) }
    #expect(amounts == ["9", "14 colonies"])
  }

  @Test func marksNoTrendWhereAStepTellsOfIt() {
    let facts = Sample.facts("We trained the porters: lost bags 14% → 9%.")
    #expect(!facts.marks.contains { $0.kind == .trend })
  }
}
