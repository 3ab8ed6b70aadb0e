import Testing

@testable import RefractEngine

/// Steps that no "we tried" announces: named by what came of them, in fragments, in passives, under captions.
@Suite struct StepEvidenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// Label and outcome, in the author's words.
    var steps: [String]
    var testDescription: String { text }
    init(_ text: String, _ steps: String...) {
      self.text = text
      self.steps = steps
    }
  }

  static func steps(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.attempts.map { attempt in
      let outcome = attempt.outcome.map(facts.text) ?? attempt.effect.map { facts.text($0.span) } ?? "-"
      return "\(facts.text(attempt.label)) | \(outcome)"
    }
  }

  @Test(arguments: [
    // The step is the subject of what came of it.
    Case(
      "Repainting the waiting room did nothing for the complaints.",
      "Repainting the waiting room | did nothing for the complaints"),
    Case(
      "A text reminder cut missed slots by a third.", "A text reminder | cut missed slots by a third"),
    Case(
      "An open day in May brought eleven names.", "An open day in May | brought eleven names"),
    Case(
      "Weekly tastings have been a success.", "Weekly tastings | have been a success"),
    Case(
      "A ban on trolleys, which nobody enforces, helped for a week.",
      "A ban on trolleys | helped for a week"),
    Case(
      "A second drill cost €9,000 and saved ten minutes a hole.",
      "A second drill | cost €9,000 and saved ten minutes a hole"),
    // Beside another step less is needed.
    Case(
      "We raised the toll. The shuttle is used by four people.",
      "raised the toll | -", "The shuttle | is used by four people"),
  ]) func readsStepsNamedByWhatCameOfThem(_ example: Case) {
    #expect(Self.steps(example.text) == example.steps)
  }

  @Test(arguments: [
    // A verb that no list names counts with what came of it.
    Case("We mulched twice, the weeds came back.", "mulched twice | the weeds came back"),
    Case(
      "We took the piano out of the hall and nobody noticed.",
      "took the piano out of the hall | nobody noticed"),
    Case(
      "I had a ramp built by the back door – it is used as a shelf.",
      "had a ramp built by the back door | it is used as a shelf"),
    Case("Since March we weigh every crate, losses are down to 2%.", "weigh every crate | losses are down to 2%"),
    // Passives.
    Case(
      "Lockers were installed last autumn, but the thefts went on.", "Lockers | the thefts went on"),
    Case(
      "The heating was turned down at night and tenants brought their own heaters.",
      "The heating was turned down at night | tenants brought their own heaters"),
    Case(
      "The crews were given radios, which stay in the drawer.", "given radios | which stay in the drawer"),
  ]) func readsDeeds(_ example: Case) {
    #expect(Self.steps(example.text) == example.steps)
  }

  @Test(arguments: [
    Case(
      "What the club did: floodlights (bright, nobody came), a sauna, free towels.",
      "floodlights | bright, nobody came", "a sauna | -", "free towels | -"),
    Case(
      "1. Situation\nThe hall is cold.\n\n2. Done so far\nDouble glazing: no change. Carpets were lovely for a year.",
      "Double glazing | no change", "Carpets | were lovely for a year"),
    Case(
      "- did: bigger signs → people still get lost\n- did: asked the porter to help → he left",
      "bigger signs | people still get lost", "asked the porter to help | he left"),
    Case(
      "We put up netting, no change. Then a scarecrow, gone after two days.",
      "put up netting | no change", "a scarecrow | gone after two days"),
  ]) func readsFragmentsAndCaptions(_ example: Case) {
    #expect(Self.steps(example.text) == example.steps)
  }

  @Test(arguments: [
    "Raising the limit needs the board.",
    "More staff means a second office.",
    "The old pump lost pressure in March.",
    "Sourdough takes its twenty hours.",
    "Turnover is rising by 4%.",
    "The union wants a second lift.",
    "Every morning we clean the filter.",
    "We looked at the last forty files: in thirty of them the form was missing.",
    "We lost nine colonies, the neighbour lost none.",
    "A regular customer left a bad review.",
    "Orders go to sales → planning → the shop floor.",
    "A new kitchen would help.",
    "Could a second gate help?",
    "They suggested a hotline.",
    "Waiting list: 410 children, 12 places.",
    "We have been coaching for nine years.",
    "Budget: €25,000, no more.",
  ]) func doesNotTakeForAStep(_ text: String) {
    #expect(Self.steps(text) == [])
  }

  @Test func tellsTwoDeedsOfOneListApart() {
    let text = "What we did:\n- a label on the door – nobody reads it\n- a label on the bin – faded"
    #expect(Self.steps(text) == ["a label on the door | nobody reads it", "a label on the bin | faded"])
  }

  @Test func takesThePriceOfAStepForNoEffect() {
    #expect(
      Self.steps("We tried a new till (€300 a month) and a hand scanner.") == ["a new till | -", "a hand scanner | -"])
  }
}
