/// A sentence of the author's that can be repeated without quotation marks: a main statement with its own subject, which
/// says what is or was, and which needs nothing that stands before it to be understood.
package struct Assertion: Sendable {
  /// From the subject, or the adverbial in front of it, to the end of the verb: where it begins and what it must hold.
  package var core: Span
}

/// Finds the statements that stand on their own feet.
enum AssertionReader {
  static func read(_ reading: Reading) -> [Assertion] {
    var found: [Assertion] = []
    for (number, statements) in reading.statements.enumerated() {
      let sentence = reading.document.sentences[number]
      let tokens = reading.document.tokens[sentence.field]
      guard tokens[sentence.tokens.upperBound - 1].key != "?" else { continue }
      for statement in statements where isOwn(statement, tokens) && isAsserted(statement, reading, sentence: number) {
        let start = min(statement.start, statement.range.lowerBound)
        guard start < statement.group.upperBound else { continue }
        found.append(
          Assertion(core: reading.document.span(field: sentence.field, start..<statement.group.upperBound)))
        if start < statement.start {
          found.append(
            Assertion(
              core: reading.document.span(field: sentence.field, statement.start..<statement.group.upperBound)))
        }
      }
    }
    return found
  }

  /// A main statement whose subject is named in it: "they" and "three" are known from the sentence before only.
  private static func isOwn(_ statement: Statement, _ tokens: [Token]) -> Bool {
    guard statement.isMain, statement.hasOwnSubject, let subject = statement.subject, !subject.isEmpty else {
      return false
    }
    let words = subject.filter { tokens[$0].kind == .word }
    guard let first = words.first else { return false }
    return !pointing.contains(tokens[first].key)
  }

  private static func isAsserted(_ statement: Statement, _ reading: Reading, sentence: Int) -> Bool {
    let clause = reading.clauses[sentence].first { $0.range.contains(statement.main) }
    return clause.map { $0.stance == .asserted || $0.stance == .reported } ?? false
  }

  /// Words that point back.
  private static let pointing: Set<WordKey> = [
    "it", "they", "he", "she", "this", "that", "these", "those", "which", "who", "what", "one", "both", "others",
    "some", "its", "their", "his", "her", "such", "another", "other", "it's", "they're", "he's", "she's", "that's",
    "you", "you're", "all", "most", "none", "neither", "either", "many", "few", "half", "same",
  ]
}
