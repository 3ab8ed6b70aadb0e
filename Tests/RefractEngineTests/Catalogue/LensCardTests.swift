import Testing

@testable import RefractEngine

@Suite("Looking lenses up")
struct LensCardTests {
  private let catalogue = ReportCases.catalogue

  @Test func eightyTwoLensesHaveASourceWithAYearAndRelations() {
    let cards = catalogue.lensCards
    #expect(cards.count == 82)
    for card in cards {
      #expect(card.source.contains { $0.isNumber }, "\(card.name): \(card.source)")
      #expect((3...5).contains(card.related.count), "\(card.name)")
      #expect(!card.modes.isEmpty && !card.calledBy.isEmpty, "\(card.name)")
    }
  }

  @Test func everyRelatedLensIsInTheCatalogue() {
    let names = Set(catalogue.lensCards.map(\.name))
    for card in catalogue.lensCards {
      #expect(card.related.allSatisfy(names.contains), "\(card.name): \(card.related)")
    }
  }

  @Test(arguments: ["Little's Law", "little's law", "littles_law"]) func aLensIsFoundByNameOrId(name: String) {
    #expect(catalogue.lensCard(named: name)?.id == "littles_law")
  }

  @Test func searchPutsNamesBeforeDefinitionsAndNeedsEveryWord() {
    #expect(catalogue.lensCards(matching: "law").first?.name.contains("Law") == true)
    #expect(catalogue.lensCards(matching: "law zebra").isEmpty)
    #expect(catalogue.lensCards(matching: "").isEmpty)
  }
}
