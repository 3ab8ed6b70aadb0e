import Testing

@testable import RefractEngine

@Suite struct ConstraintLimitTests {
  private func constraints(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.constraints.map { facts.text($0.span) }
  }

  @Test(arguments: [
    "The fire code limits the hall to 220 people.",
    "Our insurer does not allow open flames on stage.",
    "The kitchen seats 14.",
    "The ferry takes 30 cars.",
    "There is no money for a second van.",
    "Data must stay in the EU.",
    "We can't hire anybody before January.",
    "The landlord won't let us install a lift.",
    "I will not fire anyone.",
    "The school has to approve every trip.",
    "Our grant requires that half of the places are free.",
    "The choir may rehearse on Tuesdays only.",
    "No chemicals near the river.",
    "No sleeping in the vans.",
    "We have at most three evenings a week.",
    "The union agreement rules out split shifts.",
    "The wholesaler only delivers from 400 kg.",
    "The barge is only free three days a month.",
    "The budget for repairs this year is €9,000.",
    "The statues stay where they are.",
    "Samples have to be out within 40 minutes.",
    "The state office hasn't approved any further form.",
    "No bed rails, that counts as restraint.",
    "Patient names are off limits.",
  ])
  func readsLimits(_ text: String) { #expect(constraints(text) == [String(text.dropLast())]) }

  @Test(arguments: [
    "The new pump can't keep up.",
    "We can't explain the drop.",
    "We can't thank them enough.",
    "No applicants so far.",
    "No improvement after two weeks.",
    "It must have been the weather.",
    "The app won't start on old phones.",
    "Only 12% of the members vote.",
    "38% of the pupils can't swim.",
    "We had to close for a week.",
    "Visitors do not like the new entrance.",
    "The report says that sales fell.",
    "The same name has to be typed into four systems.",
    "Possibly they have no room for four bins.",
    "The supplier says frozen logs.",
    "The children must be tired.",
    "The bus takes 30 minutes.",
  ])
  func takesNoInabilityNewsOrGuessForALimit(_ text: String) { #expect(constraints(text) == []) }

  @Test func takesWhatTheAuthorCallsFinal() {
    #expect(constraints("I run 14 courses a week, that's the limit.") == ["I run 14 courses a week"])
  }

  @Test func splitsALineThatACaptionCallsLimits() {
    #expect(
      constraints("Musts: every payment is scored before capture, no vendor change (ends 2028), no extra servers")
        == ["every payment is scored before capture", "no vendor change (ends 2028)", "no extra servers"])
  }
}
