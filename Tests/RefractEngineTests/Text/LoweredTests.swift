import Testing

@testable import RefractEngine

@Suite("Lowering a capital")
struct LoweredTests {
  @Test(arguments: [
    ("Mrs Adler rings", "Mrs Adler rings"), ("The Harbour Office waits", "the Harbour Office waits"),
    ("Nobody comes", "nobody comes"), ("GPS fails", "GPS fails"), ("I know", "I know"), ("A box", "a box"),
  ]) func namesAndTitlesKeepTheirsInsideASentence(text: String, lowered: String) {
    #expect(English.lowered(text) == lowered)
  }
}
