/// What a line stands under: decides whether a list item is a step taken, an alternative or something that must hold.
enum Section: Sendable { case story, attempts, options, constraints, stakeholders, metrics, other }

/// Names the section of every sentence, from the field's name and from headings and openers in prose.
struct AttemptSections {
  static func sections(of document: Document) -> [Section] {
    var result: [Section] = []
    var current = Section.story
    var field = -1
    var paragraph = 0
    var isSticky = false
    for (number, sentence) in document.sentences.enumerated() {
      if sentence.field != field {
        field = sentence.field
        paragraph = sentence.paragraph
        current = section(ofField: document.fields[field].name)
        isSticky = current != .story
      }
      let base = section(ofField: document.fields[field].name)
      let tokens = document.tokens[field]
      let last = tokens[sentence.tokens.upperBound - 1]
      let isOpener =
        last.key == ":" || isHeading(sentence, tokens) || isCaption(number, in: document, last: last)
      if base == .story {
        if isOpener, let opened = opened(by: tokens[sentence.tokens]) {
          current = opened
          paragraph = sentence.paragraph
          isSticky = false
        } else if isOpener, !sentence.isListItem {
          current = .story
          paragraph = sentence.paragraph
        } else if sentence.paragraph > paragraph + (isSticky ? 1 : 0), !sentence.isListItem {
          current = .story
          paragraph = sentence.paragraph
        }
      }
      result.append(current)
    }
    return result
  }

  /// A short line without a closing mark right above a list: "Measures so far".
  private static func isCaption(_ number: Int, in document: Document, last: Token) -> Bool {
    let sentence = document.sentences[number]
    guard !sentence.isListItem, sentence.tokens.count <= 8, last.kind == .word || last.kind == .number,
      let next = document.sentences[safe: number + 1]
    else { return false }
    return next.field == sentence.field && next.isListItem
  }

  /// A Markdown heading, or a line of one to four words without a closing mark.
  private static func isHeading(_ sentence: Document.Sentence, _ tokens: [Token]) -> Bool {
    tokens[sentence.tokens.lowerBound].key == "#"
  }

  private static func section(ofField name: String) -> Section {
    if name.hasPrefix("attempts") { return .attempts }
    if name.hasPrefix("options") { return .options }
    if name.hasPrefix("constraints") { return .constraints }
    if name.hasPrefix("stakeholders") { return .stakeholders }
    if name.hasPrefix("metrics") { return .metrics }
    if name.hasPrefix("deadline") || name.hasPrefix("success") || name.hasPrefix("focus") { return .other }
    return .story
  }

  private static func opened(by tokens: ArraySlice<Token>) -> Section? {
    guard tokens.count <= 16 else { return nil }
    var found: Section?
    for token in tokens where token.kind == .word {
      if attemptWords.contains(token.key) { found = found ?? .attempts }
      if optionWords.contains(token.key) { return .options }
      if constraintWords.contains(token.key) { found = found ?? .constraints }
      if partyWords.contains(token.key) { found = found ?? .stakeholders }
    }
    let keys = tokens.map(\.key)
    if keys.contains("not") || keys.contains("haven't") || keys.contains("never"), found == .attempts { return .other }
    return found
  }

  private static let attemptWords: Set<WordKey> = [
    "tried", "attempts", "attempted", "attempt", "already", "did", "done", "efforts", "experiments", "measures",
    "steps",
  ]
  private static let optionWords: Set<WordKey> = [
    "options", "option", "alternatives", "choices", "plan", "plans", "proposals", "ideas", "considering", "consider",
    "should", "could", "either", "proposed", "next",
  ]
  private static let constraintWords: Set<WordKey> = [
    "constraints", "constraint", "limits", "limitations", "must", "cannot", "can't", "requirements", "conditions",
    "restrictions", "rules",
  ]
  private static let partyWords: Set<WordKey> = ["stakeholders", "people", "parties", "involved", "wants"]
}
