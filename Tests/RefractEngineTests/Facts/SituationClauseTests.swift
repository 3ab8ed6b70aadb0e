import Testing

@testable import RefractEngine

@Suite("The clause of a situation") struct SituationClauseTests {
  private func clauses(_ text: String) -> [String] {
    let facts = Sample.facts(text, lexicon: ReportCases.catalogue.lexicon)
    return facts.situations.map { facts.text($0.clause) }
  }

  @Test(
    "is the statement with the cue, not the long sentence around it",
    arguments: [
      (
        "A theft of a bicycle takes 50 minutes to write down, since the same name has to be typed into four systems.",
        "the same name has to be typed into four systems"
      ),
      (
        "A releases page lists the forty-one changes of the year, every team adds alerts after each postmortem, "
          + "none has ever removed one.",
        "every team adds alerts after each postmortem"
      ),
    ]) func isOneStatement(_ text: String, _ expected: String)
  {
    #expect(clauses(text).contains(expected), "\(clauses(text))")
  }

  @Test(
    "keeps a verb with its subject and never ends within brackets",
    arguments: [
      "New singers come for one evening, sit behind people who know the piece, understand nothing and do not come back.",
      "The agency sends substitutes (they send someone new every day, the little ones cry and nobody stays long enough).",
    ]) func isWhole(_ text: String)
  {
    #expect(!clauses(text).isEmpty)
    for clause in clauses(text) {
      #expect(clause.count(where: { $0 == "(" }) == clause.count(where: { $0 == ")" }))
      #expect(!clause.hasPrefix("sit ") && !clause.hasPrefix("understand ") && !clause.hasPrefix("do not "))
    }
  }
}
