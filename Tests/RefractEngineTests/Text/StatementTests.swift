import Testing

@testable import RefractEngine

@Suite struct StatementTests {
  private static func told(_ text: String) -> [String] {
    let reading = Reading(Sample.document(text))
    return reading.document.sentences.indices.flatMap { number in
      StatementFinder(reading, sentence: number).statements().map { statement in
        func words(_ range: Range<Int>?) -> String {
          range.map { reading.document.text(reading.document.span(field: 0, $0)) } ?? "-"
        }
        return "\(words(statement.subject)) | \(words(statement.main..<statement.main + 1)) | \(words(statement.range))"
      }
    }
  }

  @Test(arguments: [
    ("We put up signs.", ["We | put | We put up signs"]),
    (
      "The signs did nothing, but the student helped.",
      ["The signs | did | The signs did nothing", "the student | helped | the student helped"]
    ),
    (
      "We moved the box and hired a student who stands at the exit.",
      [
        "We | moved | We moved the box", "We | hired | hired a student who stands at the exit",
        "- | stands | stands at the exit",
      ]
    ),
    ("The county wants us to keep the machines.", ["The county | wants | The county wants us to keep the machines"]),
    ("Parents were asked to fill in.", ["Parents | asked | Parents were asked to fill in"]),
    ("We can't build.", ["We | build | We can't build"]),
  ]) func findsVerbsWithTheirSubjects(_ text: String, _ expected: [String]) {
    #expect(Self.told(text) == expected)
  }
}
