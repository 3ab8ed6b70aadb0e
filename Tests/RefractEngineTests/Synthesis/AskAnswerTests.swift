import Testing

@testable import RefractEngine

/// A report answers the question that its author asks, and tests nothing that a limit took out of the plan.
@Suite struct AskAnswerTests {
  private static let story = """
    Our ferry is late. It leaves full since May: 140 passengers want to board and 110 fit, and they wait for each other at \
    the one gangway. We added a Sunday crossing and nothing changed. We put up signs: no effect.
    """

  private static func answer(_ ask: String) -> String? {
    ReportCases.told(story + " " + ask, []).report.brief.answer
  }

  @Test func aWhyIsAnsweredByABelief() {
    let answer = Self.answer("Why does the queue not get shorter?")
    #expect(answer?.hasPrefix("\"Why does the queue not get shorter?\": ") == true)
    #expect(answer?.contains("belief ") == true)
  }

  @Test func aChoiceIsAnsweredByWhatWouldSettleIt() {
    let answer = Self.answer("Should we buy a second boat or rent one?")
    #expect(answer?.contains("settle") == true || answer?.contains("turns on") == true)
  }

  @Test func aHowIsAnsweredByAChangeOfThePlan() {
    #expect(Self.answer("How do we get everybody across?")?.contains("action ") == true)
  }

  @Test func aNumberOfThingsIsAnsweredByAsManyActions() {
    let answer = Self.answer("The board asks me for three things we should do before June.")
    #expect(answer == nil || answer?.contains("actions ") == true)
  }

  @Test func nothingIsAnsweredWhereNothingIsAsked() { #expect(Self.answer("It rains.") == nil) }

  @Test("an answer speaks of actions that are printed", arguments: ReportCases.all)
  func pointsIntoThePlan(_ item: ReportCase) {
    guard let answer = item.report.brief.answer, let end = answer.lastIndex(of: "\"") else { return }
    let told = answer[end...]
    for word in ["action ", "actions "] where told.contains(word) {
      let digits = told.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      #expect(digits.first.map { $0 <= item.report.solution.actions.count } ?? true, "\(answer)")
    }
  }

  @Test("a belief is tested only where the plan holds a step of it", arguments: ReportCases.all)
  func testsOnlyWhatIsDone(_ item: ReportCase) {
    let served = Set(item.report.solution.actions.flatMap(\.beliefs))
    for check in item.report.solution.validation { #expect(served.contains(check.belief), "\(check.prediction)") }
  }
}
