import Testing

@testable import RefractEngine

/// Steps told by the shape of the sentence around them.
@Suite struct AttemptFramesTests {
  @Test(arguments: [
    StepEvidenceTests.Case(
      "Since the deposit was introduced in May, nobody books for eight any more.",
      "the deposit | nobody books for eight any more"),
    StepEvidenceTests.Case(
      "After a rota for the dishes, a cleaner and a shouting match, the kitchen is still a mess.",
      "a rota for the dishes | the kitchen is still a mess", "a cleaner | the kitchen is still a mess",
      "a shouting match | the kitchen is still a mess"),
    StepEvidenceTests.Case(
      "Neither the fence nor the radio keeps the boars out.",
      "the fence | Neither the fence nor the radio keeps the boars out",
      "the radio | Neither the fence nor the radio keeps the boars out"),
    StepEvidenceTests.Case(
      "Replacing the pump didn't help, nor did cleaning the filters.",
      "Replacing the pump | didn't help", "cleaning the filters | didn't help"),
    StepEvidenceTests.Case(
      "Our first idea was a waiting list, it grew to 300 names.", "a waiting list | it grew to 300 names"),
    StepEvidenceTests.Case(
      "Spring: mailed all 2,400 former members, 11 came back.", "mailed all 2,400 former members | 11 came back"),
    StepEvidenceTests.Case(
      "More staff at the counter? Had that in 2022, waits fell by two minutes and rose again.",
      "More staff at the counter | in 2022, waits fell by two minutes and rose again"),
    StepEvidenceTests.Case("did the cache thing. nope.", "did the cache thing | nope"),
    StepEvidenceTests.Case(
      "We tried longer opening hours: turnover rose by 4% and wages by 11%.",
      "longer opening hours | turnover rose by 4% and wages by 11%"),
    StepEvidenceTests.Case("We tried longer hours: no change.", "longer hours | no change"),
    StepEvidenceTests.Case(
      "Management responded with a hiring freeze, and overtime went up by a third.",
      "a hiring freeze | overtime went up by a third"),
    StepEvidenceTests.Case(
      "Since May there's a WhatsApp group, which mostly carries birthday wishes.",
      "a WhatsApp group | which mostly carries birthday wishes"),
    StepEvidenceTests.Case("Nothing came of the petition.", "the petition | Nothing came"),
    StepEvidenceTests.Case(
      "We have had two rounds of training. The error rate is still 3%.",
      "two rounds of training | The error rate is still 3%"),
    StepEvidenceTests.Case(
      "What did not work: posters, a raffle, free coffee.", "posters | -", "a raffle | -", "free coffee | -"),
    StepEvidenceTests.Case(
      "Repainting the lines, adding a light and cutting the hedge cost 3,400 euros and changed nothing.",
      "Repainting the lines | cost 3,400 euros and changed nothing",
      "adding a light | cost 3,400 euros and changed nothing",
      "cutting the hedge | cost 3,400 euros and changed nothing"),
    StepEvidenceTests.Case(
      "The new rota, in force since March, has cut no-shows from 14 to 9 a week.",
      "The new rota | has cut no-shows from 14 to 9 a week"),
    StepEvidenceTests.Case(
      "In May we sold reserved seats for 2 euros; locals were furious and we dropped it after three weeks.",
      "sold reserved seats for 2 euros | locals were furious and we dropped it after three weeks"),
    StepEvidenceTests.Case(
      "We had attendance lists (abolished after complaints), a rule that was never applied and section leaders who phone.",
      "attendance lists | abolished after complaints", "a rule | that was never applied",
      "section leaders | who phone"),
    StepEvidenceTests.Case("We tried a booking tool. 12 percent use it.", "a booking tool | 12 percent use it"),
    StepEvidenceTests.Case(
      "We tried a donation box, 9 cents a head, and a membership, 310 people bought it.",
      "a donation box | 9 cents a head", "a membership | 310 people bought it"),
    StepEvidenceTests.Case("We tried a fine: nothing changed.", "a fine | nothing changed"),
    StepEvidenceTests.Case(
      "We had a tasting day in October, which nobody attended.", "a tasting day | which nobody attended"),
    StepEvidenceTests.Case(
      "We bought a new fridge, it broke. The caretaker put up rules. Then a fine of 10 euros, which nobody has ever collected.",
      "bought a new fridge | it broke", "put up rules | -",
      "a fine of 10 euros | which nobody has ever collected"),
    StepEvidenceTests.Case(
      "We set up sponsoring, 310 dollars a month, nobody can live on it.", "set up sponsoring | nobody can live on it"),
    StepEvidenceTests.Case(
      "We introduced a bot which closes after 90 days: people filed again, angrier.",
      "introduced a bot | people filed again, angrier"),
    StepEvidenceTests.Case(
      "A recorded message telling people to use the website made no difference.",
      "A recorded message telling people to use the website | made no difference"),
    // How things stand beside a step, and who says so, is none.
    StepEvidenceTests.Case(
      "Ruth: the list is full of names. Shifts start at 1:30. The night shift has 5 fitters. Moved the start to 2:30. Nothing.",
      "Moved the start to 2:30 | Nothing"),
    StepEvidenceTests.Case("Lowering the price did nothing for sales.", "Lowering the price | did nothing for sales"),
    StepEvidenceTests.Case(
      "Instead of a deposit we now take card details. No-shows went from 15% to 13%.",
      "take card details | No-shows went from 15% to 13%"),
  ]) func readsStepsInTheirFrames(_ example: StepEvidenceTests.Case) {
    #expect(StepEvidenceTests.steps(example.text) == example.steps)
  }

  /// A date, a place, what happened to us and what is a state are no steps.
  @Test(arguments: [
    "After a week the queue is still long.", "Since the merger of the districts we have a fifth less.",
    "With our parents it is still hard.", "Neither my father nor my mother helps.",
    "We use the old press for small jobs. The press breaks down twice a week.",
    "The town closed the bridge in June, which took a third of our customers.",
    "Two years ago we opened a second shop. We have put 120,000 euros into ovens, closing feels like waste.",
    "We tried longer hours:", "Our answer: not", "Last year we had 96 alarms, 52 of them in daytime.",
    "In the neighbouring parish the mayor negotiated cheaper power and the vote was 81 percent yes.",
    "Labels arrive 60 days late, because chargebacks take that long.",
    "In 2021 we were six. Half of the new ones are questions.", "Of 140 booked slots 53 were not used.",
    "A third of the day's jobs get moved. Two coaches resigned after the new schedule.",
    "Recording of calls not permitted.", "Should we close on Mondays or cut the lunch menu?",
  ]) func leavesWhatIsNoStep(_ text: String) {
    #expect(StepEvidenceTests.steps(text) == [])
  }

  /// "As before", "where it was" and "back" say that nothing changed; "slower, not faster" that it got worse.
  @Test(arguments: [
    ("We added two posts in January, and the queue is as long as before.", Attempt.Verdict.none),
    ("We doubled the parking fee; traffic is where it was.", .none),
    ("We set traps: the mice are back after a week.", .none),
    ("Hiring two juniors has made the seniors slower, not faster.", .worse),
  ]) func judgesByPersistence(_ text: String, _ verdict: Attempt.Verdict) {
    #expect(Sample.facts(text).attempts.map(\.verdict) == [verdict])
  }

  /// What came of a step may stand in the sentence behind it, told by a part of the people or by what moved.
  @Test(arguments: [
    StepEvidenceTests.Case(
      "Gave everyone a tablet. Half are in drawers.", "Gave everyone a tablet | Half are in drawers"),
    StepEvidenceTests.Case(
      "I have asked the parents to sign the homework diary. About a third do.",
      "asked the parents to sign the homework diary | About a third do"),
    StepEvidenceTests.Case(
      "In January we started paying per parcel. Breakages tripled.", "started paying per parcel | Breakages tripled"),
    StepEvidenceTests.Case(
      "A second dispatcher was added in June. The backlog went from 310 to 290.",
      "A second dispatcher | The backlog went from 310 to 290"),
    StepEvidenceTests.Case(
      "We offered a bonus of 500 euros for referrals and got two applications.",
      "offered a bonus of 500 euros for referrals | got two applications"),
  ]) func readsTheResultBehind(_ example: StepEvidenceTests.Case) {
    #expect(StepEvidenceTests.steps(example.text) == example.steps)
  }

  @Test(arguments: [
    ("We sent a text. Missed slots fell for a while, then crept back.", Attempt.Verdict.none),
    ("We changed the feed; the milk came up, then it dropped again.", .none),
    ("A ban on phones lasted two weeks.", .none),
    ("We cached the product list (−40 ms).", .helped), ("We gave everyone a tablet. Half are in drawers.", .unknown),
  ]) func judgesWhatWoreOff(_ text: String, _ verdict: Attempt.Verdict) {
    #expect(Sample.facts(text).attempts.map(\.verdict) == [verdict])
  }
}
