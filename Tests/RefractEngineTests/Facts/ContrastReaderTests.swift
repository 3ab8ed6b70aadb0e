import Testing

@testable import RefractEngine

/// Two sides that differ in one figure.
@Suite struct ContrastReaderTests {
  private static func contrasts(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    return facts.contrasts.map { contrast in
      [contrast.high, contrast.low].map { "\(facts.text($0.name)): \(facts.text($0.quantity.span))" }
        .joined(separator: " | ")
    }
  }

  @Test(arguments: [
    ("The early shift has 0.7%, the late shift 2.1%.", "the late shift: 2.1% | The early shift: 0.7%"),
    ("Breakage in hall two is 9%, the others' is 1.5%.", "Breakage in hall two: 9% | the others: 1.5%"),
    (
      "Our ward loses 14 hours a week. The neighbouring ward loses 5 hours.",
      "Our ward: 14 hours a week | The neighbouring ward: 5 hours"
    ),
    (
      "In the north depot 3.1 percent of trips are cancelled, in the south 0.7.",
      "the north depot: 3.1 percent | the south: 0.7"
    ),
    (
      "Waste in Epping is 6 percent of what is baked, in Harlow 22 percent.", "Harlow: 22 percent | Epping: 6 percent"
    ),
    (
      "Scrap on the injection line is 4.8% on the second shift and 2.1% on the first.",
      "the second shift: 4.8% | the first: 2.1%"
    ),
    ("It takes 9 minutes at the front desk, 31 at the back.", "the back: 31 | the front desk: 9 minutes"),
    ("Lyon takes four days, Turin eleven days.", "Turin: eleven days | Lyon: four days"),
    (
      "Those who start within 6 weeks stay on average 4.2 years, those who wait more than 3 months 1.1 years.",
      "Those who start within 6 weeks: 4.2 years | those who wait more than 3 months: 1.1 years"
    ),
    (
      "Members who come twice a week stay 31 months, the others 11 months.",
      "Members who come twice a week: 31 months | the others: 11 months"
    ),
    (
      "Keepers with more than ten hives lose 9 percent, beginners with one or two lose 52.",
      "beginners with one or two: 52 | Keepers with more than ten hives: 9 percent"
    ),
    ("The north gate has 31% late arrivals while the south gate has 12%.", "The north gate: 31% | the south gate: 12%"),
  ])
  func aFigureForEachOfTwoSidesIsAContrast(text: String, expected: String) {
    #expect(Self.contrasts(text) == [expected])
  }

  @Test(arguments: [
    "The rate went from 22% to 37%.",
    "The early shift has 2%, the late shift 2.1%.",
    "We want 8%, we have 12%.",
    "Lyon makes 4,000 euros, Turin loses 900 euros.",
    "In May it was 12 percent, in June 20 percent.",
    "Tickets cost 12 euros, the hall holds 400 people.",
    "The early shift has 0.7% and must reach 0.3% by May.",
    "If the early shift had 1% and the late shift 3%, we would know.",
  ])
  func aChangeAWishOrUnlikeThingsAreNone(text: String) {
    #expect(Self.contrasts(text) == [])
  }

  @Test func theFactorIsShownWithItsSum() {
    let facts = ReportCases.engine.read(Sample.problem("The early shift has 0.7%, the late shift 2.1%.")).facts
    let factor = facts.derivations.first { $0.id == "C1.ratio" }
    #expect(factor?.text.hasPrefix("3 times") == true, "\(factor?.text ?? "none")")
  }
}
