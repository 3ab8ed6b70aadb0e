import Testing

@testable import RefractEngine

/// What happened to people and things is told in the same words as what somebody did about a trouble; only the second is a step.
@Suite struct EventTests {
  private static func steps(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.attempts.map { "\(facts.text($0.label)) | \($0.verdict)" }
  }

  @Test(arguments: [
    "Between 2018 and 2021 roughly 50,000 referees stopped across the country.",
    "Here hundreds of games were cancelled this spring.",
    "The dairy was merged with a bigger one last year, and nobody asked us.",
    "The committee was elected in 2011 and has been confirmed every year because nobody else stands.",
    "Rent was raised to 640 a month, nothing helps.",
    "My brother was offered a job in town and took it.",
    "The night bus was introduced in 2017 and carries 6 people a trip.",
    "The taxi firm was bought last year by a company from the city; its cars arrive late.",
    "In May a new resin was introduced by purchasing because it is 6% cheaper.",
    "Scrap is 4.8% on the second shift. The machines are the same.",
    "Two theories: the supplier says people do not scan, the leads say parts lie together.",
    "Forty people subscribed to our honey box: four jars a year, 52 euros, paid in advance.",
    "Heating failed again on Friday. The landlord has said so.",
    "The night is loud. Alarms rose to 240.",
    "The technician, a student, moved to Leeds.",
    "We recruit all the time and registrations are up. Then I put the new ones on the games which I can't fill otherwise.",
    "Numbers differ. Dashboards: 214, of which 40 were opened in the last month.",
    "Lights flicker on cold evenings. A further nine pumps have been ordered.",
    "We have few referees. Asked for the main reason, sixty percent name abuse. The pay doesn't help.",
  ]) func whatHappenedIsNoStep(_ text: String) {
    #expect(Self.steps(text) == [])
  }

  @Test(arguments: [
    (
      "A night with music and lights in June was wonderful: 80 came, no glass the next day.",
      ["A night with music and lights in June | helped"]
    ),
    (
      "I tried marks for homework: the number went up to 20, and eleven of those were copied.",
      ["marks for homework | unknown"]
    ),
    (
      "We asked the firm for a fixed driver; they agreed and sent a different one each day.",
      ["asked the firm for a fixed driver | unknown"]
    ),
    (
      "The pile grew. Hired 2 agents → no visible change; added macros → first reply from 11h to 7h.",
      ["Hired 2 agents | none", "added macros | unknown"]
    ),
    (
      "Cheese was made for one summer, until my mother broke her wrist.",
      ["Cheese was made for one summer | unknown"]
    ),
    ("We held a training. Alarms rose to 240.", ["held a training | unknown"]),
    (
      "A lane for slow swimmers was tried in May and given up after a week.",
      ["A lane for slow swimmers | none"]
    ),
    ("A keyword field was added. Nobody fills it in.", ["A keyword field | none"]),
  ]) func aStepIsToldWithItsResult(_ text: String, _ expected: [String]) {
    #expect(Self.steps(text) == expected)
  }

  @Test func notesLeaveOutTheVerbOfThePassive() {
    let facts = Sample.facts("- turning rota pinned up in may -> 2 of 31 signed\n- kitchen waste banned -> still there")
    #expect(facts.attempts.last?.name == "banning kitchen waste")
  }
}
