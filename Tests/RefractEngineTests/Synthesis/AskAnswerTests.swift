import Testing

@testable import RefractEngine

/// A report answers the question that its author asks, and tests nothing that a limit took out of the plan.
@Suite struct AskAnswerTests {
  private static let story = """
    Our ferry is late. It leaves full since May: 140 passengers want to board and 110 fit, and they wait for each other at \
    the one gangway. We added a Sunday crossing and nothing changed. We put up signs: no effect.
    """

  private static func answer(_ ask: String) -> String? {
    ReportCases.told(Self.story + " " + ask, []).report.brief.answer
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
    let item = ReportCases.told(Self.story + " The board asks me for the two things that would make it shorter.", [])
    let answer = item.report.brief.answer ?? ""
    #expect(answer.hasPrefix("\"The board asks me for the two things"))
    #expect(Self.actions(in: answer).count == 2)
  }

  @Test func nothingIsAnsweredWhereNothingIsAsked() { #expect(Self.answer("It rains.") == nil) }

  @Test("an answer speaks of actions that are printed", arguments: ReportCases.all)
  func pointsIntoThePlan(_ item: ReportCase) {
    let printed = Set(item.report.solution.actions.map(\.number))
    #expect(printed.isSuperset(of: Self.actions(in: item.report.brief.answer ?? "")))
  }

  /// The numbers behind "action" and "actions", as in "actions 2, 7 and 8".
  private static func actions(in answer: String) -> [Int] {
    var found: [Int] = []
    var isOpen = false
    for word in answer.split(whereSeparator: { " ,.;:()\"".contains($0) }) {
      if word == "action" || word == "actions" {
        isOpen = true
      } else if isOpen, let number = Int(word) {
        found.append(number)
      } else if word != "and" {
        isOpen = false
      }
    }
    return found
  }

  @Test("a belief is tested only where the plan holds a step of it", arguments: ReportCases.all)
  func testsOnlyWhatIsDone(_ item: ReportCase) {
    let served = Set(item.report.solution.actions.flatMap(\.beliefs))
    for check in item.report.solution.validation { #expect(served.contains(check.belief), "\(check.prediction)") }
  }
}
