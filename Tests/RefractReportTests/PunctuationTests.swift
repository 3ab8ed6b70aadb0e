import Testing

@testable import RefractReport

@Suite("Punctuation")
struct PunctuationTests {
  @Test(
    "A sentence has one end",
    arguments: [
      ("Strong (two figures)", "Strong (two figures)."), ("It is done.", "It is done."), ("Why?", "Why?"),
      ("He said \"no\"", "He said \"no\"."), ("He asked \"why?\"", "He asked \"why?\""), ("", ""), ("  ", ""),
      ("and so on …", "and so on …"), ("one;", "one."), ("\"cut …\"", "\"cut …\"."),
    ])
  func sentence(text: String, expected: String) { #expect(Words.sentence(text) == expected) }

  @Test("A question has one mark", arguments: ["A third is marked", "A third is marked?", "A third is marked.?"])
  func question(text: String) { #expect(Words.question(text) == "A third is marked?") }

  @Test(
    "Behind a label, only words that cannot be names lose their capital",
    arguments: [
      ("A result you can see", "a result you can see"), ("Not given: measure first", "not given: measure first"),
      ("Before \"2 weeks\"", "before \"2 weeks\""), ("Django at half its load", "Django at half its load"),
      ("API calls", "API calls"), ("<150ms", "<150ms"), ("", ""), ("Às três", "Às três"),
    ])
  func inside(text: String, expected: String) { #expect(Words.inside(text) == expected) }

  @Test("Quotation marks are nested")
  func quoted() { #expect(Words.quoted("no \"big\" change") == "\"no 'big' change\"") }

  @Test("A series is told where its effects can be compared, and only there")
  func series() {
    let unit = "%"
    #expect(
      Words.series([(5, unit), (12, unit), (2, unit)]) == "The second of three gained most, 12%; the last gained 2%.")
    #expect(Words.series([(5, unit), (12, "ms"), (2, unit)]).isEmpty)
    #expect(Words.series([(5, unit), (nil, unit), (2, unit)]).isEmpty)
    #expect(Words.series([(5, unit), (12, unit), (12, unit)]).isEmpty)
    #expect(Words.series([(5, unit), (-12, unit), (2, unit)]).isEmpty && Words.series([]).isEmpty)
  }
}
