import Testing

@testable import RefractEngine

@Suite struct HeadlineTests {
  @Test(arguments: [
    ("It is slow. More text.", "It is slow"), ("Why is it slow? We tried.", "Why is it slow?"),
    ("# Slow API\nThe API is slow.", "Slow API"), ("It takes\n350 ms now.\nMore.", "It takes 350 ms now"),
    ("- first\n- second", "first"), ("1. first\n2. second", "first"), ("> quoted. rest", "quoted. rest"),
    ("We use tools, e.g. Redis. It fails.", "We use tools, e.g. Redis"),
    ("Version 2.5 is slow. X", "Version 2.5 is slow"), ("One line\n\nanother", "One line"),
    ("We tried:\n- a", "We tried"),
    ("***\n\nText", "Text"), ("他们很慢。第二句。", "他们很慢。"), ("Dr. Smith left. X", "Dr. Smith left"), ("***", ""),
    ("2019 was bad. X", "2019 was bad"),
  ])
  func theTitleIsTheFirstSentence(text: String, title: String) {
    #expect(Headline.make(from: text) == title)
  }

  @Test func aLongSentenceIsCutAtAWord() {
    let title = Headline.make(from: String(repeating: "many words ", count: 40))
    #expect(title.hasSuffix("words…") || title.hasSuffix("many…"))
    #expect(title.unicodeScalars.count <= 81)
    #expect(Headline.make(from: String(repeating: "a", count: 500)).unicodeScalars.count == 81)
    #expect(Headline.make(from: String(repeating: "é", count: 80)).unicodeScalars.count == 80)
  }

  @Test func distancesCountSwapsOnce() {
    #expect(EditDistance.between("abc".utf8, "acb".utf8) == 1)
    #expect(EditDistance.between("".utf8, "abc".utf8) == 3)
    #expect(EditDistance.between("kitten".utf8, "sitting".utf8) == 3)
    #expect(EditDistance.nearest(to: "sucess criteria", among: ProblemKeys.all) == "success_criteria")
    #expect(EditDistance.nearest(to: "xyz", among: ProblemKeys.all) == nil)
    #expect(EditDistance.nearest(to: String(repeating: "a", count: 10_000), among: ProblemKeys.all) == nil)
  }
}
