import Testing

@testable import RefractEngine

/// Explanations told by the shape of the sentence.
@Suite struct CauseFramesTests {
  private static func causes(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.causes.map { claim in
      let effect = claim.effect == claim.cause ? "-" : facts.text(claim.effect)
      return "\(facts.text(claim.cause)) | \(effect)"
    }
  }

  @Test(arguments: [
    ("I think the real reason is that nobody reads the manual.", ["nobody reads the manual | -"]),
    ("The reason for the delay is the customs check.", ["the customs check | the delay"]),
    ("My theory: the sensor reads the neighbour's heater.", ["the sensor reads the neighbour's heater | -"]),
    ("The cause is not the pump, it is the pipe.", ["the pipe | -"]),
    ("Due to the heat the rails buckle.", ["the heat | the rails buckle"]),
    ("What makes it worse: the forms are in German only.", ["the forms are in German only | -"]),
    ("Half the errors are caused by worn gauges.", ["worn gauges | Half the errors"]),
    ("Cold nights mean that the dough does not rise.", ["Cold nights | the dough does not rise"]),
    (
      "The more we advertise, the longer the waiting list gets.",
      ["The more we advertise | the longer the waiting list gets"]
    ), ("It probably has to do with the change of season.", ["the change of season | -"]),
    (
      "Many give up, as the form asks for documents nobody has.",
      ["the form asks for documents nobody has | Many give up"]
    ), ("The foreman says it's the wood, I say it's the glue.", ["the wood | -", "the glue | -"]),
    ("Both desks use one stamp. That is why the queue forms.", ["Both desks use one stamp | the queue forms"]),
    ("People leave because of the shifts, says the foreman.", ["the shifts | People leave"]),
    ("Management blames the interns; the interns blame the scanner.", ["the interns | -", "the scanner | -"]),
  ]) func readsExplanations(_ text: String, _ causes: [String]) { #expect(Self.causes(text) == causes) }

  /// What is denied, what is only compared, and what would come is no explanation.
  @Test(arguments: [
    "I don't believe it is the fee.", "I don't want to blame the teachers.", "We could oversell by 5%, as airlines do.",
    "More hens mean a second coop.", "The reason is unknown.", "It has nothing to do with the price.",
  ]) func leavesWhatIsNone(_ text: String) { #expect(Self.causes(text) == []) }
}
