import Testing

@testable import RefractEngine

@Suite struct PartyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var parties: [String]
    var testDescription: String { text }
    init(_ text: String, _ parties: [String]) {
      self.text = text
      self.parties = parties
    }
  }

  /// "name | want", or "name ! concern".
  @Test(arguments: [
    Case(
      "CEO wants strategic work, CS team wants customer requests, engineering wants tech debt time.",
      ["CEO | strategic work", "CS team | customer requests", "engineering | tech debt time"]),
    Case("Parents want a later start.", ["Parents | a later start"]),
    Case("The altos prefer the old hall because it is warm.", ["altos | the old hall"]),
    Case("The head of the accessibility team insists on an audit.", ["head of the accessibility team | an audit"]),
    Case("Small ones fear that the big ones would outplay them.", ["Small ones ! the big ones would outplay them"]),
    Case("Most teachers did not want to use it again.", ["Most teachers ! to use it again"]),
    Case("The union opposes weekend shifts.", ["union ! weekend shifts"]),
    Case("The board asks me for three things.", ["board | three things"]),
    Case("Maria pushes for a second oven.", ["Maria | a second oven"]),
    Case("The report says nothing new.", []),
    Case("The pump needs a new seal.", []),
    Case("The payroll of our hospitals needs more than 800 people.", []),
    Case("Finance: no new spending", ["Finance | no new spending"]),
    Case("Nurses worry about the night shift.", ["Nurses ! the night shift"]),
    Case("The bishop would rather keep the old organ.", ["bishop | keep the old organ"]),
    Case("The harbourmaster will not hear of a second crane.", ["harbourmaster ! a second crane"]),
    Case("The neighbours want the kiln closed.", ["neighbours | the kiln closed"]),
    Case("The midwives claim two rooms, the surgeons three.", ["midwives | two rooms", "surgeons | three"]),
    Case(
      "The mayor wants the old one, the treasurer the cheap one.", ["mayor | the old one", "treasurer | the cheap one"]),
    Case("Our matron says never again.", ["Our matron | never again"]),
    Case("The examiners are keen on a second attempt.", ["examiners | a second attempt"]),
    Case("The warden is against it: half of the herd would be lost.", ["warden ! half of the herd would be lost"]),
    Case("Riders have complained 61 times since the spring.", []),
    Case("Marshals: need 80, have 60", []),
    Case("Second inspector: finds the same cracks", []),
    Case("Average age of the members: 67", []),
  ]) func readsWhoWantsWhat(_ example: Case) {
    let facts = Sample.facts(example.text)
    let found = facts.stakeholders.map { party in
      if let want = party.wants.first { return facts.text(party.name) + " | " + facts.text(want) }
      return facts.text(party.name) + " ! " + (party.concern.map(facts.text) ?? "")
    }
    #expect(found == example.parties)
  }

  @Test func readsTheReasonBehindAWant() {
    let facts = Sample.facts("The altos prefer the old hall because it is warm.")
    #expect(facts.stakeholders.first?.because.map(facts.text) == "it is warm")
  }

  @Test func mergesListAndProse() {
    let facts = Sample.facts(
      "The ministers want to be able to say that it is fixed.",
      fields: [("stakeholders[0].name", "Ministers"), ("stakeholders[0].wants", "an end to the scandal")])
    #expect(facts.stakeholders.map { facts.text($0.name) } == ["Ministers"])
    #expect(facts.stakeholders.first?.wants.count == 2)
    #expect(facts.stakeholders.first?.power == .owner)
  }

  @Test(arguments: [
    (
      "Repair the payroll system once more, or start again?", Conflict.Kind.eitherOr,
      "Repair the payroll system once more", "start again"
    ),
    ("Should we buy a van or rent one?", .eitherOr, "buy a van", "rent one"),
    ("We can either close on Mondays or cut the menu.", .eitherOr, "close on Mondays", "cut the menu"),
    ("It is the old debate, build vs buy.", .eitherOr, "build", "buy"),
    (
      "Half of the team says shorten it, the other half wants a video.", .positions, "Half of the team says shorten it",
      "the other half wants a video"
    ),
    ("We cannot serve both the schools and the clinics.", .resource, "the schools", "the clinics"),
  ]) func readsConflicts(_ text: String, _ kind: Conflict.Kind, _ first: String, _ second: String) throws {
    let facts = Sample.facts(text)
    let found = try #require(facts.conflicts.first)
    #expect(found.kind == kind)
    #expect(facts.text(found.first) == first)
    #expect(facts.text(found.second) == second)
  }

  @Test(arguments: [
    "Our churn is 5% vs an industry average of 3%.", "I do not like it either.", "Is it slow or not?",
    "Parents want a later start.",
    "How do we reach more parents, or at least most?", "Where is the leak: the pump, the seal, or the pipe?",
  ]) func doesNotInventConflicts(_ text: String) {
    let facts = Sample.facts(text)
    #expect(facts.conflicts.isEmpty)
  }

  @Test func takesPartiesThatWantTheSameForAllies() {
    let facts = Sample.facts(
      "x",
      fields: [
        ("stakeholders[0].name", "Parents"), ("stakeholders[0].wants", "smaller classes"),
        ("stakeholders[1].name", "Teachers"), ("stakeholders[1].wants", "smaller classes"),
      ])
    #expect(facts.conflicts.isEmpty)
  }

  @Test func tellsOpposedWantsFromThoseThatMerelyDiffer() {
    let opposed = Sample.facts("The miller wants night shifts, the neighbours are against them.")
    #expect(opposed.conflicts.map(\.isOpposed) == [true])
    let different = Sample.facts("The miller wants a loan. The neighbours want a hedge.")
    #expect(different.conflicts.map(\.isOpposed) == [false])
  }

  @Test func readsWhatAPronounWantsAsTheWantOfThePartyBefore() {
    let facts = Sample.facts("The miller wants night shifts. She refuses a second kiln.")
    #expect(facts.stakeholders.count == 1)
    #expect(facts.stakeholders.first?.concern.map(facts.text) == "a second kiln")
  }

  @Test func marksARefusalAsAWant() {
    let marks = Sample.facts("The owner refuses to sell the barn.").marks
    #expect(marks.map(\.kind).contains(.want))
    #expect(!marks.map(\.kind).contains(.concern))
  }

  @Test func readsOptionsInOneLine() {
    let facts = Sample.facts("Options on the table: sell the boat, charter it in winter, wait another year.")
    #expect(
      facts.options.map { facts.text($0.label) } == ["sell the boat", "charter it in winter", "wait another year"])
  }

  @Test func readsOptionsWithCost() {
    let facts = Sample.facts("Option A: rent the hall for $300\nOption B: stay in the church but freeze")
    #expect(facts.options.map { facts.text($0.label) }.count == 2)
    #expect(facts.options.first?.cost?.value == 300)
    #expect(facts.options.last?.con.map(facts.text) == "freeze")
  }
}
