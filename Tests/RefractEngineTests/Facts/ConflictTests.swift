import Testing

@testable import RefractEngine

/// Wants that do not go together.
@Suite struct ConflictTests {
  @Test func whatOneWantsAndTheNextIsAgainstIsAConflict() {
    let facts = Sample.facts("The director wants a penalty for schools that book late. Ms Kaur is against it.")
    #expect(facts.stakeholders.map { facts.text($0.name) } == ["director", "Ms Kaur"])
    #expect(facts.stakeholders.last?.concern.map(facts.text) == "a penalty for schools that book late")
    #expect(facts.conflicts.map(\.isOpposed) == [true])
    #expect(facts.conflicts.first.map { facts.text($0.first) } == "a penalty for schools that book late")
  }

  @Test func whatNobodyAskedForIsNoConflict() {
    #expect(Sample.facts("It rains. Ms Kaur is against it.").conflicts.isEmpty)
  }
}
