/// The author's sentences told back to him without quotation marks: "we lose one a day" becomes "you lose one a day".
enum Telling {
  /// Longer sentences are quoted.
  private static let limit = 120

  /// A clause as a statement to the reader; nil if it is cut, points to something outside or is no statement.
  static func statement(_ span: Span, in facts: Facts) -> String? {
    guard span.length <= limit, endsThere(span, in: facts),
      facts.assertions.contains(where: {
        $0.core.field == span.field && $0.core.start == span.start && $0.core.end <= span.end
      })
    else { return nil }
    let words = facts.document.tokens[span.field].filter { $0.start >= span.start && $0.end <= span.end }
    guard words.count(where: { $0.kind == .word }) >= 4, words.allSatisfy({ isPlain($0) }) else { return nil }
    return agreed(English.addressed(English.lowered(CaseView.onOneLine(facts.text(span)))))
  }

  /// "you was" from "I was".
  private static func agreed(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst() where words[index - 1].lowercased() == "you" {
      if words[index] == "was" { words[index] = "were" }
      if words[index] == "wasn't" { words[index] = "weren't" }
    }
    return words.joined(separator: " ")
  }

  private static func isPlain(_ token: Token) -> Bool {
    switch token.kind {
    case .word: !outward.contains(token.key)
    case .number: true
    case .punctuation: [",", "'", "’", "-", "%"].contains(token.key)
    case .symbol: ["%", "€", "$", "£", "°", "&"].contains(token.key)
    case .lineBreak: true
    case .bullet: false
    }
  }

  /// True if the author's clause ends where the run does.
  private static func endsThere(_ span: Span, in facts: Facts) -> Bool {
    let all = facts.document.tokens[span.field]
    guard let next = all.first(where: { $0.start >= span.end && $0.kind != .lineBreak }) else { return true }
    if next.kind == .punctuation { return [".", ",", ";", ":", "!", "—", "–"].contains(next.key) }
    return next.kind == .bullet || joints.contains(next.key)
  }

  private static let joints: Set<WordKey> = [
    "and", "but", "because", "so", "which", "while", "whereas", "although", "though", "yet",
  ]

  /// Words that point to something the run does not hold, or that change their meaning outside the author's mouth.
  private static let outward: Set<WordKey> = [
    "it", "it's", "them", "they", "he", "she", "him", "you", "your", "yours", "this", "these", "i'd", "we'd", "i'll",
    "we'll", "let's", "they'd", "that's", "they're", "here",
  ]
}
