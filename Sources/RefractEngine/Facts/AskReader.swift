/// The question the author asks: the last question of the problem, or a sentence that says what is wanted.
enum AskReader {
  static func read(_ reading: Reading) -> Span? {
    let document = reading.document
    var question: Span?
    var wish: Span?
    var title: Span?
    for sentence in document.sentences {
      let name = document.fields[sentence.field].name
      let tokens = document.tokens[sentence.field]
      let isQuestion = tokens[sentence.tokens.upperBound - 1].key == "?"
      if name == "title", isQuestion {
        title = Clip.span(sentence.tokens, field: sentence.field, in: document, limit: 240)
      }
      guard name == "problem" || name.hasPrefix("context") else { continue }
      guard let span = Clip.span(sentence.tokens, field: sentence.field, in: document, limit: 240) else { continue }
      if isQuestion, !isQuoted(sentence, tokens), sentence.tokens.count >= 2 {
        question = withMark(span, tokens[sentence.tokens.upperBound - 1])
      } else if opensAsk(sentence, tokens) {
        wish = span
      }
    }
    return question ?? wish ?? title
  }

  private static func withMark(_ span: Span, _ mark: Token) -> Span {
    mark.start == span.end ? Span(field: span.field, start: span.start, end: mark.end) : span
  }

  private static func isQuoted(_ sentence: Document.Sentence, _ tokens: [Token]) -> Bool {
    ["\"", "“", "«", "‘"].contains(tokens[sentence.tokens.lowerBound].key)
  }

  /// "How do we …", "Your role:", "I need to know", "The board asks me for".
  private static func opensAsk(_ sentence: Document.Sentence, _ tokens: [Token]) -> Bool {
    let words = tokens[sentence.tokens].filter { $0.kind == .word }.prefix(14).map(\.key)
    guard words.count >= 2 else { return false }
    if isRequest(Array(words)) { return true }
    guard let first = words.first, words.count >= 3 else { return false }
    if first == "how", ["do", "can", "should", "to"].contains(words[1]) { return true }
    if ["what", "which", "where"].contains(first), ["should", "do", "can"].contains(words[1]) { return true }
    if first == "your", words[1] == "role" || words[1] == "task" { return true }
    for index in words.indices.dropLast(2) {
      let run = [words[index], words[index + 1], words[index + 2]]
      if openers.contains(run) { return true }
    }
    return false
  }

  /// "so what do we do", "suggestions please", "tell me which …", "ask: what gets us …", "to do: find out …".
  private static func isRequest(_ words: [WordKey]) -> Bool {
    var rest = words[...]
    while let first = rest.first, ["so", "and", "ok", "now", "please", "ask", "question", "well"].contains(first) {
      rest = rest.dropFirst()
    }
    guard let first = rest.first else { return false }
    let next = rest.dropFirst().first
    if ["what", "how", "where", "which", "who"].contains(first), let next {
      if ["do", "can", "could", "should", "would", "shall"].contains(next) { return true }
      if rest.count < words.count, ["gets", "helps", "works", "is"].contains(next) { return true }
    }
    if ["suggestions", "ideas", "advice", "proposals", "thoughts"].contains(first) { return true }
    if first == "to", next == "do" { return true }
    return ["tell", "advise", "help", "show", "recommend"].contains(first)
      && ["me", "us", "a", "which", "what", "how"].contains(next ?? first)
  }

  private static let openers: Set<[WordKey]> = [
    ["asks", "me", "for"], ["asked", "me", "to"], ["need", "to", "know"], ["want", "to", "know"], ["need", "a", "way"],
    ["looking", "for", "a"], ["need", "to", "decide"], ["have", "to", "decide"], ["don't", "know", "whether"],
    ["wonder", "whether", "to"], ["need", "help", "with"], ["need", "to", "find"], ["want", "to", "find"],
    ["asks", "us", "for"], ["wants", "me", "to"], ["asked", "us", "to"], ["am", "wondering", "whether"],
  ]
}
