import Testing

@testable import RefractEngine

@Suite struct DeadlineTests {
  private func deadlines(_ text: String) -> [String] {
    var facts = Facts(document: Document(fields: [Problem.Field(name: "problem", text: text)]))
    NumericFacts.read(into: &facts)
    return facts.deadlines.map { facts.text($0.span) }
  }

  @Test(arguments: [
    ("Our grant runs out at the end of March.", "at the end of March"),
    ("The report is due on Monday.", "report is due on Monday"),
    ("We need an answer by 5 pm tomorrow.", "need an answer by 5 pm"),
    ("The bridge has to reopen before the school year begins.", "has to reopen before the school year"),
    ("Elections are on 8 October.", "Elections are on 8 October"),
    ("Please reply by the 14th.", "Please reply by the 14th"),
    ("What can we change before the harvest?", "before the harvest"),
    ("The landlord gave us until the end of August.", "until the end of August"),
    ("The lease expires on 30 September 2027.", "on 30 September 2027"),
    ("It must be live no later than Q2.", "must be live no later than Q2"),
    ("I have three weeks until the premiere.", "three weeks until the premiere"),
    ("Only nine days to go until the regatta.", "nine days to go"),
    ("The board votes next Wednesday.", "next Wednesday"),
    ("The new regulation applies from 1 July 2027.", "from 1 July 2027"),
    ("Deadline: Friday noon.", "Deadline: Friday noon"),
    ("The exam is in six weeks.", "exam is in six weeks"),
    ("They told us to vacate the hall by Easter.", "vacate the hall by Easter"),
    ("I must hand in my thesis by week 40.", "must hand in my thesis by week 40"),
    ("The season opener is two weeks away.", "season opener is two weeks away"),
    ("Olga and Ben, next Tuesday.", "next Tuesday"),
    ("The inspectors come back in November.", "in November"),
  ])
  func readsDatesThatBind(_ text: String, _ expected: String) { #expect(deadlines(text) == [expected]) }

  @Test(arguments: [
    "By Friday the shelves are empty.",
    "We sold the house in March.",
    "The clinic opens at 9.",
    "Meetings are on Tuesdays.",
    "In May we hired a second cook.",
    "By the end of the year half of them had left.",
    "He was told by the committee that it is fine.",
    "We bill by the hour.",
    "Our rent is by the year.",
    "Every year in June the water runs low.",
    "The hall was finished before Christmas.",
    "Nothing may be built before 2028.",
    "The pump failed on 4 April.",
    "Overtime brings us back to 300 by Wednesday, each time.",
    "I'd be at it again by spring.",
    "They promised in 2021 to spend it within two years.",
  ])
  func leavesOutReportsHabitsAndEarliestDates(_ text: String) { #expect(deadlines(text) == []) }
}
