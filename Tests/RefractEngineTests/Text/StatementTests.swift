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
    // What is put between a subject and its verb.
    ("The software (a pilot) was dropped.", ["The software | dropped | The software (a pilot) was dropped"]),
    (
      "Our customer, a supermarket chain, refuses the fish.",
      ["Our customer | refuses | Our customer, a supermarket chain, refuses the fish"]
    ),
    (
      "I asked the agency (they send someone), paid a bonus and moved the desk.",
      [
        "I | asked | I asked the agency", "they | send | they send someone", "I | paid | paid a bonus",
        "I | moved | moved the desk",
      ]
    ),
    // What somebody is brought to do, and the object of an infinitive.
    ("I asked them to let people go.", ["I | asked | I asked them to let people go"]),
    (
      "A message telling people to use the website made no difference.",
      [
        "A message telling people to use the website | made | A message telling people to use the website made no difference"
      ]
    ),
    // A gerund with all that hangs on it.
    (
      "Bringing them in at night worked on the meadow.",
      ["Bringing them in at night | worked | Bringing them in at night worked on the meadow"]
    ),
    ("Paying €2 more per hour kept them.", ["Paying €2 more per hour | kept | Paying €2 more per hour kept them"]),
    // Verbs that no list knows, and nouns that look like verbs.
    ("Since May we seat every ten minutes.", ["we | seat | Since May we seat every ten minutes"]),
    ("A second boat cost €640,000.", ["A second boat | cost | A second boat cost €640,000"]),
    (
      "We doubled the training set, and it helped.",
      ["We | doubled | We doubled the training set", "it | helped | it helped"]
    ),
  ]) func findsVerbsWithTheirSubjects(_ text: String, _ expected: [String]) {
    #expect(Self.told(text) == expected)
  }
}
