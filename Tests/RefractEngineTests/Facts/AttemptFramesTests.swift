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
  ]) func readsStepsInTheirFrames(_ example: StepEvidenceTests.Case) {
    #expect(StepEvidenceTests.steps(example.text) == example.steps)
  }

  /// A date, a place, what happened to us and what is a state are no steps.
  @Test(arguments: [
    "After a week the queue is still long.", "Since the merger of the districts we have a fifth less.",
    "With our parents it is still hard.", "Neither my father nor my mother helps.",
    "We use the old press for small jobs. The press breaks down twice a week.",
    "The town closed the bridge in June, which took a third of our customers.",
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
}
