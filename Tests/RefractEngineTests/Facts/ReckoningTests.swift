import Testing

@testable import RefractEngine

/// Figures that belong together, and the sums they give: never one that the text does not carry.
@Suite struct ReckoningTests {
  private static func sums(_ text: String) -> [String] {
    let facts = Sample.facts(text)
    for derivation in facts.derivations {
      #expect(SumChecker.holds(derivation), "\(derivation.id) \(derivation.formula) = \(derivation.value)")
    }
    let named = Set(facts.reckonings.flatMap { $0.sums.values })
    return facts.derivations.filter { named.contains($0.id) }.map { "\($0.id) \($0.text) [\($0.formula)]" }
  }

  @Test func takesNounsForLabelsWhereTheRestIsTold() {
    let text =
      "31 of 90 wanted results, 22 to ask whether they should come at all, 25 appointments, the rest insurance."
    #expect(Self.sums(text).contains("B1.largestShare 34% [31/90]"))
  }

  @Test func takesValuesAtTwoTimesForNoParts() {
    #expect(Self.sums("At night fourteen turn out, on weekdays it is four, and with four we may not go in.").isEmpty)
  }

  private static let repairs = """
    A repair takes 31 days on average; we promise ten, and the neighbouring association manages twelve. About 95 repairs a \
    week are reported. We hired two joiners in the summer and the average went from 35 to 31 days. I went along on 22 visits \
    in October: eight ended because nobody was at home, five because the part was not on the van, in six everything went well.
    """

  @Test(arguments: [
    "B1.bad 13 [8 + 5]", "B1.badShare 59% [13/22]", "B1.rest 3 [22 − 8 − 5 − 6]", "N1.difference 19 days [31 − 12]",
    "N1.gapShare 90% [(31 − 12)/(31 − 10)]", "A1.moved 4 days [35 − 31]", "A1.left 21 days [31 − 10]",
    "L1.open about 420 [95 × 31/7]", "L1.surplus about 290 [95 × (31 − 10)/7]",
  ])
  func drawsWhatAGoodAnalystDraws(_ expected: String) { #expect(Self.sums(Self.repairs).contains(expected)) }

  @Test(arguments: [
    ("Of 64 bursts last year 41 were on cast iron, 15 at house connections and 8 elsewhere.", "B1.two 56 [41 + 15]"),
    ("Ten of the sixteen went to another start-up, four stayed put, two joined a big company.", "B1.two 14 [10 + 4]"),
    (
      "Of 22 visits, eight ended at the door, five for want of a part. In six everything went well.",
      "B1.bad 13 [8 + 5]"
    ),
    ("Of the 180 who begin our course, 64 sit the exam.", "B1.others 116 [180 − 64]"),
    (
      "Of 40 patients I rang, 16 had forgotten, 11 felt better, 8 could not get through.",
      "B1.rest 5 [40 − 16 − 11 − 8]"
    ),
  ])
  func aWholeWithNamedPartsIsAddedUp(text: String, expected: String) { #expect(Self.sums(text).contains(expected)) }

  @Test(arguments: [
    // A part of a part is no part of the whole.
    ("Of 140 calls, 61 were about parcels, 22 of them twice, and 38 about bills.", "B1.two 99 [61 + 38]"),
    // Who says what became of the rest leaves nothing unexplained.
    (
      "I pulled 50 files: 21 wait for a signature, 14 for an address, the rest were with a judge.",
      "B1.two 35 [21 + 14]"
    ),
  ])
  func onlyWhatStandsSideBySideIsAdded(text: String, expected: String) {
    let sums = Self.sums(text)
    #expect(sums.contains(expected))
    #expect(!sums.contains { $0.hasPrefix("B1.rest") && text.contains("the rest") })
  }

  @Test(arguments: [
    "We have 60 boats. Perhaps 20 would pay more and 15 might leave.",
    "Of 20 visits, 14 ended at the door, 9 for want of a part.",
    "If 10 of the 16 had stayed, four of them would be here.",
    "The van costs 80 euros. We want no more than 8. The shop next door has nine.",
    "A repair takes 31 days. About 95 letters a week arrive.",
    "Choirs meet 40 weeks a year. Each costs 300 euros a year.",
  ])
  func whatDoesNotBelongTogetherGivesNoSum(text: String) { #expect(Self.sums(text) == []) }

  @Test(arguments: [
    (
      "We do 55 repairs a week, three mechanics at 38 hours a week. A repair takes 2.5 hours.",
      "H1.over 24 hours a week [55 × 2.5 − 3 × 38]"
    ),
    ("We have 18 no-shows a week. Each costs us 55 euros.", "W1.perYear about 51,000 euros a year [18 × 55 × 52]"),
    ("The open day cost 1,400 euros and brought 9 new members.", "Q1.each 156 euros [1,400/9]"),
    ("A second crane costs 240,000 euros and would save 1,500 euros a week.", "K1.periods 160 weeks [240,000/1,500]"),
  ])
  func aRateWithAnotherFigureOfTheSameThingGivesASum(text: String, expected: String) {
    #expect(Self.sums(text).contains(expected))
  }

  @Test func aDifferenceIsNotRoundedToTheCoarserUnit() {
    let facts = Sample.facts("Customers wait 16 days, they were promised one week.")
    #expect(facts.derivations.first { $0.id == "V1.difference" }?.text == "9 days")
  }
}
