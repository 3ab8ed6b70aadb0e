import Testing

@testable import RefractEngine

/// A line of the success criteria is the wanted value of what the text tells.
@Suite struct CriteriaGapsTests {
  private static func gaps(_ text: String, _ criterion: String) -> [String] {
    let facts = Sample.facts(text, fields: [("success_criteria[0]", criterion)])
    return facts.gaps.map { "\(facts.text($0.now.span)) | \(facts.text($0.target.span))" }
  }

  @Test func theNewerValueOfATrendIsThePresentOne() {
    #expect(
      Self.gaps("Complaints went from 6 to 31 a month.", "Fewer than 10 complaints a month") == [
        "31 a month | Fewer than 10"
      ])
  }

  @Test(arguments: [
    ("double charges below 5 a week (now about 40)", "about 40 | below 5 a week"),
    ("90 percent of reports within 5 days (today 11 days)", "11 days | 5 days"),
    ("no-show rate at 5 percent, currently 14", "14 | 5 percent"),
  ])
  func aLineThatTellsHowItIsIsAGap(_ line: String, _ gap: String) {
    #expect(Self.gaps("We run a shop.", line) == [gap])
  }

  @Test func aMeasureThatSharesNoWordOrAnotherPeriodIsNone() {
    #expect(Self.gaps("Complaints went from 6 to 31 a month.", "At most 10 cancellations a month") == [])
    #expect(Self.gaps("Complaints went from 6 to 31 a month.", "Fewer than 10 complaints a year") == [])
  }

  @Test func aTimeAheadIsNoLevel() {
    #expect(Sample.facts("Half are bookable two weeks ahead. The target is 48 hours.").gaps.isEmpty)
  }

  @Test func anHourOfEveryDayIsNoDeadline() {
    #expect(Sample.facts("Of the trams that should leave before 6:15 about 9 leave late each day.").deadlines.isEmpty)
    #expect(Sample.facts("I have to hand it in by 14:00 on Friday.").deadlines.count == 1)
  }

  @Test func anUnlistedVerbIsTurnedTooInTheNameOfAStep() {
    #expect(
      Sample.facts("I sprayed twice. I thinned harder this year, no change.").attempts.last?.name
        == "thinning harder this year")
  }
}
