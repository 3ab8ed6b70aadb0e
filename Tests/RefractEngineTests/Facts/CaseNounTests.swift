import Testing

@testable import RefractEngine

@Suite("The author's word for a case") struct CaseNounTests {
  private func noun(_ text: String) -> String? {
    let facts = Sample.facts(text, lexicon: ReportCases.catalogue.lexicon)
    return facts.caseNoun.map { facts.text($0) }
  }

  @Test(
    "is what is counted a week, or often",
    arguments: [
      ("Tenants report about 95 repairs a week. Repairs take 31 days.", "repairs"),
      ("In the registry roughly 310 new files arrive each month and five clerks close 270 files.", "files"),
      (
        "The library has 9 million downloads a month. There are 1,412 open issues, and new issues arrive. Half of the issues repeat older issues.",
        "issues"
      ),
      ("Of 36 job offers sixteen were declined. Offers go out late; the offers we lose are good ones.", "job offers"),
    ]) func isCounted(_ text: String, _ expected: String)
  { #expect(noun(text) == expected) }

  @Test(
    "is never a time, a place or somebody at work",
    arguments: [
      "We work 45 hours a week, and the hours grow.",
      "Our 12 nurses work in 14 rooms; the nurses are tired of the rooms.",
      "The choir has a problem with rehearsals.",
    ]) func isNothingElse(_ text: String)
  { #expect(noun(text) == nil) }
}
