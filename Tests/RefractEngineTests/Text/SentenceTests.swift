import Testing

@testable import RefractEngine

/// Where a sentence ends in notes and chat, and where a wrapped line goes on.
@Suite struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let document = Document(fields: [Problem.Field(name: "problem", text: text)])
    return document.sentences.map { CaseView.onOneLine(document.text(document.span($0))) }
  }

  @Test func cutsNotesWithoutFullStopsAtTheirLines() {
    let text = "kiln two is down again, third time this month\nglaze for 40 pots is waiting\nglazers go home at noon"
    #expect(sentences(text).count == 3)
  }

  @Test func keepsWrappedProseTogether() {
    let text = """
      The harbour has four berths for the ferries and none of them can take the new
      ships, which are nine metres longer than what the quay was built for in the
      nineties. The company wants an answer in May.
      """
    #expect(sentences(text).count == 2)
  }

  @Test func carriesOnALineThatHangsOnTheNext() {
    #expect(sentences("we need more of the\nold bricks\nnobody makes them now").count == 2)
    #expect(sentences("the vet comes on monday\nand on friday\nshe wants a key").count == 2)
  }

  @Test func carriesOnALowStartWhereParagraphsBeginWithCapitals() {
    #expect(sentences("The choir sings in two halls, which\nnobody likes at all.").count == 1)
  }
}
