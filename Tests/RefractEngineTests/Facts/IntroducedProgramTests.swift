import Testing

@testable import RefractEngine

/// Names of programs that no list has.
@Suite struct IntroducedProgramTests {
  @Test(arguments: [
    ("Our software (Vintora) can't do that.", "Vintora"), ("We tried an app called Kelpie.", "Kelpie"),
    ("We bought a program, Harrow it was called.", "Harrow"),
  ]) func readsTheNameBehindTheWordForIt(_ text: String, _ name: String) {
    #expect(Sample.facts(text).technologies.map(\.name).contains(name))
  }

  @Test func takesNoOtherWordForAName() {
    #expect(Sample.facts("The software (old and slow) stops, Monday is worst.").technologies.isEmpty)
  }
}
