import Testing

@testable import RefractEngine

/// What a person tried, as read from everyday prose. Expected labels are the author's words.
@Suite struct AttemptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var labels: [String]
    var testDescription: String { text }
    init(_ text: String, _ labels: [String]) {
      self.text = text
      self.labels = labels
    }
  }

  static let told: [Case] = [
    Case(
      "Tried 5 optimizations: caching (5%), query optimization (8%), indexing (12%), code profiling (3%), connection pooling (2%).",
      ["caching", "query optimization", "indexing", "code profiling", "connection pooling"]),
    Case(
      "API endpoint stuck at 350ms despite trying caching, query optimization, indexing, code profiling, and connection pooling. Each optimization shows diminishing returns (5%, 8%, 12%, 3%, 2%).",
      ["caching", "query optimization", "indexing", "code profiling", "connection pooling"]),
    Case("Tried:\n- Caching (Redis) → 5% improvement\n- More servers → no change", ["Caching", "More servers"]),
    Case("What we did so far:\n- New menu: no effect\n- Happy hour gave 12%", ["New menu", "Happy hour"]),
    Case(
      "Attempt 1: More rehearsals\nResult: tired singers\n\nAttempt 2: Guest conductor\nResult: no change",
      ["More rehearsals", "Guest conductor"]),
    Case("More meetings → meeting fatigue", ["More meetings"]),
    Case(
      "Attendance has been flat for three years despite a new curriculum, tablets and tutoring.",
      ["a new curriculum", "tablets", "tutoring"]),
    Case(
      "We bought a second filler and raised safety stock by 20%, but the line still stops.",
      ["bought a second filler", "raised safety stock by 20%"]),
    Case("Last year we hired two nurses. The queue did not get shorter.", ["hired two nurses"]),
    Case("The council painted new lanes last spring. Accidents dropped.", ["painted new lanes last spring"]),
    Case("We tried posters, a raffle and free coffee. Nothing changed.", ["posters", "a raffle", "free coffee"]),
    Case(
      "I have tried sticky traps, neem oil and ladybirds with little effect.",
      ["sticky traps", "neem oil", "ladybirds"]),
    Case("We introduced a booking app, which nobody uses.", ["introduced a booking app"]),
    Case("Management rolled out a new roster in May. Morale got worse.", ["rolled out a new roster in May"]),
    Case("They switched to a cheaper feed, but yield fell.", ["switched to a cheaper feed"]),
    Case("Added indexes → 12% faster", ["Added indexes"]),
    Case(
      "Attempts so far:\n1. Asked parents to drive: two did\n2. Rented a minibus: too expensive",
      ["Asked parents to drive", "Rented a minibus"]),
    Case("We already tried a loyalty card (3%) and longer hours (1%).", ["a loyalty card", "longer hours"]),
    Case("We have also added a second checkout. The line is still as long.", ["added a second checkout"]),
    Case(
      "We retrained the model on more data and tuned the threshold. Recall stayed flat.",
      ["retrained the model on more data", "tuned the threshold"]),
  ]

  @Test(arguments: told) func readsWhatWasTried(_ example: Case) {
    let facts = Sample.facts(example.text)
    #expect(facts.attempts.map { facts.text($0.label) } == example.labels)
  }

  @Test(arguments: [
    "We tried 5 optimizations.",
    "We tried everything with diminishing returns.",
    "Options:\n- Do both → team will burn out\n- Hire a second cook",
    "Response time went from 80ms → 120ms.",
    "We could try a second shift.",
    "If we hired two more people it would help.",
    "We have not tried tutoring.",
    "Users sign up → verify → pay.",
    "We launched in the app store some weeks ago and sign-ups are coming in.",
    "60% of the budget goes to rent (40%) and wages (20%).",
  ]) func doesNotInventAttempts(_ text: String) {
    let facts = Sample.facts(text)
    #expect(facts.attempts.map { facts.text($0.label) } == [])
  }

  @Test func zipsEffectsGivenBehindTheRunByOrder() {
    let facts = Sample.facts(Self.told[1].text)
    #expect(facts.attempts.map { $0.effect?.value } == [5, 8, 12, 3, 2])
    #expect(facts.attempts.allSatisfy { $0.verdict == .helped })
  }

  @Test func takesEffectsInBracketsAsTheyStand() {
    let facts = Sample.facts(Self.told[0].text)
    #expect(facts.attempts.map { $0.effect?.value } == [5, 8, 12, 3, 2])
    #expect(facts.attempts.first.map { facts.text($0.span) } == "caching (5%)")
  }

  @Test func doesNotZipBracketsOfAnotherLength() {
    let facts = Sample.facts("We tried posters, a raffle and free coffee. Sales moved (5%, 8%).")
    #expect(facts.attempts.count == 3)
    #expect(facts.attempts.allSatisfy { $0.effect == nil })
  }

  @Test(arguments: [
    ("Added indexes", "adding indexes"), ("Volunteers tested and filed issues", "volunteers testing and filing issues"),
    ("Proposal for an external audit", "proposal for an external audit"), ("CI parallelism", "CI parallelism"),
    ("Cut prices", "cutting prices"), ("Ran a survey", "running a survey"),
    ("Query optimization", "query optimization"),
    ("We moved to a bigger hall", "moving to a bigger hall"), ("Bought hives", "buying hives"),
    ("Weekly calls", "weekly calls"), ("Hired a third receptionist in May", "hiring a third receptionist"),
    ("Bought a fifth machine for 1,900 euros", "buying a fifth machine"),
    ("A message telling people to use the website", "a message"),
    ("Introduced overtime on Saturdays", "introducing overtime on Saturdays"),
    ("Redesigned the form", "redesigning the form"),
    ("Asked food banks for wish lists", "asking food banks for wish lists"),
  ]) func namesAttemptsAsNounPhrases(_ label: String, _ name: String) {
    let facts = Sample.facts("Nothing helps.", fields: [("attempts[0].action", label)])
    #expect(facts.attempts.map(\.name) == [name])
  }

  @Test(arguments: [
    ("no change", Attempt.Verdict.none), ("meeting fatigue", .sideEffect),
    ("Acceptance fell from 64 to 50 percent", .worse),
    ("12% faster", .helped), ("complaints dropped", .helped), ("nobody came", .none), ("it backfired", .worse),
    ("Pounds became fairer, mismatches stayed", .none), ("Waiting time rose", .worse), ("a settlement", .unknown),
    ("attendance rose by a third", .helped), ("no more complaints", .helped), ("wore off after a week", .none),
  ]) func readsVerdictsFromOutcomes(_ outcome: String, _ verdict: Attempt.Verdict) {
    let facts = Sample.facts(
      "It is stuck.", fields: [("attempts[0].action", "A new rota"), ("attempts[0].effect", outcome)])
    #expect(facts.attempts.first?.verdict == verdict)
    #expect(facts.attempts.first?.outcome.map(facts.text) == outcome)
  }

  @Test(arguments: [
    ("We put up a sign at the station, no idea whether it helped.", "putting up a sign at the station", "unknown"),
    ("We did a pop term last spring, but six sopranos stopped coming.", "a pop term", "none"),
    ("We raised the fee from 80 to 90 in January and nobody complained.", "raising the fee from 80 to 90", "helped"),
    ("I asked nine people directly: six said maybe later.", "asking nine people directly", "unknown"),
    ("Parents were asked to volunteer and four came forward.", "asking parents to volunteer", "unknown"),
    (
      "An extra night shift was run for six weeks: nothing changed.", "running an extra night shift for six weeks",
      "none"
    ),
    ("Since the introduction of the ticket machine the queue is no shorter.", "the ticket machine", "none"),
    ("We had a camera for a month; nothing changed.", "a camera", "none"),
    ("We raised the deposit: fewer people booked at all.", "raising the deposit", "worse"),
    ("I tried moving my study time to the morning, lasted nine days.", "moving my study time to the morning", "none"),
    ("In 2023 the board paid for a consultant, the report is in a drawer.", "paying for a consultant", "none"),
  ])
  func readsTheVerdictOfAStepThatIsToldInPassing(_ text: String, _ name: String, _ verdict: String) {
    let attempts = Sample.facts(text).attempts
    #expect(attempts.map(\.name) == [name])
    #expect(attempts.map { "\($0.verdict)" } == [verdict])
  }

  @Test(arguments: [
    "The log shows 61 were opened last month.", "In June we're full: we turned away 55 classes.",
    "We opened a second shop in Harlow in March. Both get the same bread.",
    "Smaller ones leave because the start takes three weeks.",
    "Cars arrive all at once; loading 62 cars takes 31 minutes because each ticket is checked.",
    "By March half of the mats were switched off.", "By then we were three weeks behind and I stopped looking at it.",
  ])
  func whatIsThereOrWhatOthersDoIsNoStep(_ text: String) { #expect(Sample.facts(text).attempts.isEmpty) }

  @Test func whatIsAlwaysSoIsNoStepBesideOne() {
    let facts = Sample.facts(
      "They say: the concerts are always the same three churches. We did a pop term: six sopranos stopped coming.")
    #expect(facts.attempts.map(\.name) == ["a pop term"])
  }

  @Test func aParticipleBehindAnItemIsNoItem() {
    let facts = Sample.facts(
      "We've tried an e-learning library (nobody finished it), a wiki, started in 2021, and posters.")
    #expect(facts.attempts.map { facts.text($0.label) } == ["an e-learning library", "a wiki", "posters"])
  }

  @Test func aFigureThatHardlyMovesIsNoEffectAndAnHourCutsNoLine() {
    let facts = Sample.facts(
      "Hm.",
      fields: [
        ("attempts[0].action", "Cards"), ("attempts[0].effect", "returned share 41% before, 39% after"),
        ("attempts[1]", "We moved line N7 to leave at 0:58 because a driver asked; it now carries 14"),
      ])
    #expect(facts.attempts.map(\.verdict) == [.none, .unknown])
    #expect(facts.attempts.last.map { facts.text($0.label) }?.contains("0:58") == true)
  }

  @Test func takesAMovementForNoEffect() {
    let facts = Sample.facts(
      "Hm.", fields: [("attempts[0].action", "Remote hiring"), ("attempts[0].effect", "fell from 64 to 50 percent")])
    #expect(facts.attempts.first?.effect == nil)
  }

  @Test(arguments: [
    ("circuit breakers and retries, outages got longer", "circuit breakers and retries", "outages got longer"),
    (
      "added a cache for prices, hit rate 30 percent because prices differ", "added a cache for prices",
      "hit rate 30 percent because prices differ"
    ),
    ("bigger instances, no effect", "bigger instances", "no effect"),
    ("a scanner, two carts and a printer", "a scanner, two carts and a printer", nil),
  ])
  func cutsWhatCameOfItFromALine(_ line: String, _ label: String, _ outcome: String?) {
    let facts = Sample.facts("It is stuck.", fields: [("attempts[0].action", line)])
    #expect(facts.attempts.first.map { facts.text($0.label) } == label)
    #expect(facts.attempts.first?.outcome.map(facts.text) == outcome)
  }

  @Test func mergesProseAndListOfTheSameDeed() {
    let facts = Sample.facts(
      "We tried caching (5%) and indexing (12%).",
      fields: [("attempts[0]", "Caching"), ("attempts[1]", "Connection pooling")])
    #expect(facts.attempts.map { facts.text($0.label) } == ["Caching", "Connection pooling", "indexing"])
    #expect(facts.attempts.first?.effect?.value == 5)
  }
}
