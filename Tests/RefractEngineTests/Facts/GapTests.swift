import Testing

@testable import RefractEngine

@Suite struct GapTests {
  private func gaps(_ text: String, _ more: [(String, String)] = []) -> [String] {
    var facts = Facts(
      document: Document(
        fields: [Problem.Field(name: "problem", text: text)] + more.map { Problem.Field(name: $0.0, text: $0.1) }))
    NumericFacts.read(into: &facts)
    return facts.gaps.map {
      let subject = $0.subject.map(facts.text) ?? "-"
      return
        "\(subject): \(facts.text($0.now.span)) > \(facts.text($0.target.span))\($0.isReduction ? " less" : " more")"
    }
  }

  @Test(arguments: [
    ("Endpoint averaging 350ms (need <150ms).", "Endpoint: 350ms > <150ms less"),
    ("The average wait is 41 days; the target is 20 days.", "average wait: 41 days > 20 days less"),
    ("Our retention is 62%. The goal is 75%.", "retention: 62% > 75% more"),
    ("We want to get from 41 days to 20.", "-: 41 days > 20 less"),
    ("Uptime is 99.1%, the SLA requires 99.9%.", "Uptime: 99.1% > 99.9% more"),
    ("The build takes 40 minutes. We need it under 10 minutes.", "build: 40 minutes > under 10 minutes less"),
  ])
  func findsWhatIsAndWhatIsWanted(_ text: String, _ expected: String) { #expect(gaps(text) == [expected]) }

  @Test(arguments: [
    ("Germination rate 71%, standard 85%.", "Germination rate: 71% > 85% more"),
    ("Median turnaround 14 days, quota ten.", "Median turnaround: 14 days > ten less"),
    ("Attendance 52, planned 80.", "Attendance: 52 > 80 more"),
    ("Pump output 310 l a minute, schedule 420 l.", "Pump output: 310 > 420 more"),
    ("Moisture content 19% (limit 14%).", "Moisture content: 19% > 14% less"),
    ("Occupancy is 48%, with break-even at 61%.", "Occupancy: 48% > 61% more"),
    ("The queue is at 33 minutes, target of the airline below 12.", "queue: 33 minutes > below 12 less"),
    ("Repairs take 26 days; our promise, printed on the lease, is ten.", "Repairs: 26 days > ten less"),
  ])
  func readsLabelsOfWantedValues(_ text: String, _ expected: String) { #expect(gaps(text) == [expected]) }

  @Test(arguments: [
    ("Mean score is 6.8, we need 8.", "Mean score: 6.8 > 8 more"),
    ("Response takes 19 minutes, the county asks for 12 minutes.", "Response: 19 minutes > 12 minutes less"),
    ("Check-out takes 11 min and guests expect 4.", "Check-out: 11 min > 4 less"),
    ("Yield is 61%; the buyer's contract has 70%.", "Yield: 61% > 70% more"),
    ("The thesis takes 5.1 years on average, the school is funded for four.", "thesis: 5.1 years > four less"),
    ("Nitrate is 62 mg, the law allows 50 mg.", "Nitrate: 62 mg > 50 mg less"),
    ("Noise is at 58 decibels and must fall below 50 decibels.", "Noise: 58 decibels > below 50 decibels less"),
    ("Readmissions are at 14%. They should be 9%.", "Readmissions: 14% > 9% less"),
    ("The clinic sees 14 patients a day but is meant to see 22.", "-: 14 > 22 more"),
    ("Coverage stands at 83%, below the 95% that herd immunity requires.", "-: 83% > 95% more"),
    ("Humidity is 71% but paintings tolerate 55% at most.", "Humidity: 71% > 55% at most less"),
    ("Costs are running at £1.2m against a budget of £900k.", "-: £1.2m > £900k less"),
    ("The orchestra has 9 cellos; it is staffed for twelve.", "-: 9 > twelve more"),
    ("The premium is €380. I'd like €250.", "premium: €380 > €250 less"),
  ])
  func readsDemandsAndLevels(_ text: String, _ expected: String) { #expect(gaps(text) == [expected]) }

  @Test(arguments: [
    ("We need nine drivers and have six.", "-: six > nine more"),
    ("Volunteers: need 240, have 165.", "-: 165 > 240 more"),
    ("Goal: 10,000 subscribers. We have 3,400.", "-: 3,400 > 10,000 more"),
    ("Target 20 min, actual 47 min.", "-: 47 min > 20 min less"),
    ("19 in post, 27 by the book.", "-: 19 > 27 more"),
    ("Pages per night are at 34, and under 10 a night would be humane.", "-: 34 > under 10 a night less"),
  ])
  func readsNeedsFirstAndTails(_ text: String, _ expected: String) { #expect(gaps(text) == [expected]) }

  @Test(arguments: [
    "80% of users say so and <5% usage is seen.", "70% reach the end here.", "It is 350ms and we need 4 more agents.",
    "Wait is 41 days and we must ship in 2 weeks.", "60 people need 5 weeks.",
    "We have 5 cooks and want 3 ovens.", "The course lasts 6 weeks and the exam requires 40 hours.",
    "Marketing wants 20%, sales wants 30%.", "We raised the limit to €3,000 from €1,000.",
    "The fee is 4% and any change needs two thirds of the votes.", "It takes 9 days and the van must be back at eight.",
    "We settled for $350 million and promised to spend another $150 million.",
    "We have 40 staff and should hire 3 people.", "Options: early access, ask for three months, which costs 5 days.",
    "A prize of €1,000 helped and the hall costs €900.", "Rent is €900, the industry average is €1,100.",
    "An order needs 6 hours of machining and takes 31 days.",
    "I asked the four largest employers to let people go, two agreed, and the foremen keep them.",
  ])
  func seesNoGapWithoutAWantedLevel(_ text: String) { #expect(gaps(text) == []) }

  @Test func comparesWithTheNearerOfTwoValues() {
    let text = "In September it was 118 grams a plate, now it's 131. The council wants it under 80 by summer."
    #expect(gaps(text) == ["-: 131 > under 80 less"])
  }

  @Test func readsGapsOfMetrics() {
    #expect(
      gaps(
        "Slow.", [("metrics[0].name", "Offers accepted"), ("metrics[0].current", "50%"), ("metrics[0].target", "70%")])
        == ["Offers accepted: 50% > 70% more"])
  }

  @Test func keepsTwoTargets() {
    #expect(gaps("Mean is 350ms, need <150ms. The slowest is 800ms, need <400ms.").count == 2)
  }

  @Test func givesAnElidedUnitToTheWantedValue() {
    var facts = Facts(
      document: Document(fields: [Problem.Field(name: "problem", text: "It takes 31 days; our promise is ten.")]))
    NumericFacts.read(into: &facts)
    #expect(facts.gaps.first?.target.unit == .day)
  }

  @Test func aFractionOfSomethingElseIsNoPresentValue() {
    let facts = Sample.facts(
      "Half of those who forget say that they got it. The boxes could stay there, but the shop wants 10 percent.")
    #expect(facts.gaps.isEmpty)
  }
}
