@testable import RefractEngine

/// Problems and facts for tests.
enum Sample {
  static func problem(_ text: String, fields: [(String, String)] = []) -> Problem {
    Problem(
      id: "sample", title: "Sample", hasOwnTitle: false, problem: text,
      fields: [Problem.Field(name: "problem", text: text)] + fields.map { Problem.Field(name: $0.0, text: $0.1) })
  }

  static func facts(_ text: String, fields: [(String, String)] = [], lexicon: Lexicon = Lexicon()) -> Facts {
    FactReader.read(problem(text, fields: fields), lexicon: lexicon)
  }

  static func document(_ text: String) -> Document { Document(fields: [Problem.Field(name: "problem", text: text)]) }
}
