import Testing

@testable import RefractEngine

@Suite("Statements told back to their author") struct TellingTests {
  /// The first run of the text that reads so, told.
  private func told(_ run: String, in text: String) throws -> String? {
    let facts = Sample.facts(text)
    let place = try #require(text.firstRange(of: run))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    return Telling.statement(Span(field: 0, start: start, end: start + run.utf8.count), in: facts)
  }

  @Test(
    "turn to the reader",
    arguments: [
      ("We lose one apprentice every month.", "you lose one apprentice every month"),
      ("The committee meets my deputy twice a year.", "the committee meets your deputy twice a year"),
    ]) func turns(_ text: String, _ expected: String) throws
  {
    #expect(try told(String(text.dropLast()), in: text) == expected)
  }

  @Test(
    "stay in quotation marks where they ask, point back or are cut",
    arguments: [
      ("Does the committee meet my deputy?", "Does the committee meet my deputy"),
      ("The keys are lost. They never come back to us.", "They never come back to us"),
      ("The committee meets my deputy twice a year.", "The committee meets my"),
      ("If the committee met my deputy, we would be glad.", "If the committee met my deputy"),
    ]) func stays(_ text: String, _ run: String) throws
  {
    #expect(try told(run, in: text) == nil)
  }

  @Test(
    "keep the capital of a name in the middle of a sentence, and of nothing else",
    arguments: [
      ("Two quit, and only Tomasz understands it.", "Tomasz", "Tomasz"),
      ("Nurses are few. Volunteers come.", "Volunteers", "volunteers"),
    ]) func names(_ text: String, _ run: String, _ expected: String) throws
  {
    let problem = Sample.problem(text)
    let view = CaseView(problem: problem, facts: Sample.facts(text))
    let place = try #require(text.firstRange(of: run))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    #expect(view.words(Span(field: 0, start: start, end: start + run.utf8.count)).text == expected)
  }
}
