import Testing

@testable import RefractEngine

@Suite struct NounPhraseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var phrases: [String]
    var testDescription: String { text }
    init(_ text: String, _ phrases: String...) {
      self.text = text
      self.phrases = phrases
    }
  }

  @Test(arguments: [
    Case("People referred by us founders accept least.", "People", "founders"),
    Case("The experienced ones work five games in a weekend.", "The experienced ones", "five games"),
    Case("A food bank with a big local donor gets more.", "A food bank", "a big local donor"),
    Case("Awards contain an enormous number of pay rules.", "Awards", "an enormous number", "pay rules"),
    Case("Our three-year-old CI pipeline is slow.", "Our three-year-old CI pipeline"),
    Case("Several regressed after the redesign.", "the redesign"),
    Case("The college knows this.", "The college"),
    Case("We phone around and donors get impatient.", "donors"),
    Case("Small rural ones depend on us.", "Small rural ones"),
    Case("Freight comes out of the receiving food bank's budget.", "Freight", "the receiving food bank's budget"),
    Case("Many work shifts are unfilled.", "Many work shifts"),
    Case("They must conform to the rule.", "the rule"),
    Case("It would not affect the release date.", "the release date"),
    Case("The project lead regards the editor as overdue.", "The project lead", "the editor"),
    Case("On Monday the choir sings.", "the choir"),
    Case("The poor pay more.", "The poor"),
    Case("Which includes turning up late.", []),
    Case("It takes six weeks.", []),
    Case("She said so.", []),
    Case("We hired two nurses last spring.", "two nurses"),
    Case("The teachers' union objects.", "The teachers' union"),
    Case("Adding indexes helped.", "indexes"),
    Case("Each team owns its code.", "Each team", "its code"),
    Case("Nothing in the old barn works.", "the old barn"),
    Case("The global lock is taken often.", "The global lock"),
    Case("New volunteers leave within a season.", "New volunteers", "a season"),
    Case("I teach mathematics at a college.", "mathematics", "a college"),
    Case("He fears being locked out of his trade.", "his trade"),
    Case("The R&D budget was cut.", "The R&D budget"),
    Case("Hundreds of games were cancelled.", "games"),
  ]) func cutsNounPhrases(_ example: Case) {
    let facts = Sample.facts(example.text)
    #expect(facts.nounPhrases.map { facts.text($0.withArticle) } == example.phrases)
  }

  @Test func countsMentionsAcrossNumber() {
    let facts = Sample.facts("A teacher left. Two teachers are ill. The teacher is tired.")
    #expect(facts.nounPhrases.filter { facts.text($0.head).hasPrefix("teacher") }.allSatisfy { $0.mentions == 3 })
    #expect(facts.nounPhrases.map(\.isPlural).contains(true))
  }

  @Test(arguments: [
    ("people", true), ("staff", true), ("process", false), ("classes", true), ("analysis", false), ("API", false),
  ])
  func tellsPluralFromSingular(_ word: String, _ isPlural: Bool) {
    let facts = Sample.facts("The \(word) in question.")
    #expect(facts.nounPhrases.first?.isPlural == isPlural)
  }
}

extension NounPhraseTests.Case {
  fileprivate init(_ text: String, _ phrases: [String]) {
    self.text = text
    self.phrases = phrases
  }
}
