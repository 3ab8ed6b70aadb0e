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
      let isTitle = isTitle(number, in: document)
      let isOpener =
        last.key == ":" || isHeading(sentence, tokens) || isCaption(number, in: document, last: last) || isTitle
      if base == .story {
        if isOpener, let opened = opened(by: tokens[sentence.tokens]) {
          current = opened
          paragraph = sentence.paragraph
          isSticky = false
        } else if isOpener, !sentence.isListItem || isTitle {
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

  /// Where the list begins that a caption opens in its own sentence: "What the pool did: early courses, student teachers".
  static func listStart(of sentence: Document.Sentence, in document: Document) -> Int? {
    let tokens = document.tokens[sentence.field]
    let window = sentence.tokens.prefix(9)
    guard let colon = window.first(where: { tokens[$0].key == ":" && tokens[safe: $0 + 1]?.isGlued != true }),
      colon > sentence.tokens.lowerBound, colon + 1 < sentence.tokens.upperBound,
      opened(by: tokens[sentence.tokens.lowerBound..<colon]) == .attempts
    else { return nil }
    // "Our answer so far has been overtime: 340 hours" names the step before the mark.
    if let being = (sentence.tokens.lowerBound..<colon).last(where: {
      ["was", "were", "been"].contains(tokens[$0].key)
    }),
      being + 1 < colon, !attemptWords.contains(tokens[being + 1].key)
    {
      return nil
    }
    return colon + 1
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

  /// A short line by itself, perhaps numbered, with text under it: "2. Done so far".
  static func isTitle(_ number: Int, in document: Document) -> Bool {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    let last = tokens[sentence.tokens.upperBound - 1]
    guard sentence.tokens.count <= 5, last.kind == .word, let next = document.sentences[safe: number + 1],
      next.field == sentence.field, !next.isListItem, next.paragraph == sentence.paragraph
    else { return false }
    let between = Span(field: sentence.field, start: last.end, end: tokens[next.tokens.lowerBound].start)
    return document.text(between).utf8.contains(UInt8(ascii: "\n"))
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
    for (place, token) in zip(tokens.indices, tokens) where token.kind == .word {
      if attemptWords.contains(token.key), !takesObject(place, tokens) { found = found ?? .attempts }
      if optionWords.contains(token.key) { return .options }
      if constraintWords.contains(token.key) { found = found ?? .constraints }
      if partyWords.contains(token.key) { found = found ?? .stakeholders }
    }
    let keys = tokens.map(\.key)
    // "So far:", "To date:"
    let pairs = zip(keys, keys.dropFirst())
    if pairs.contains(where: { Self.untilNow.contains([$0.0, $0.1]) }) { found = found ?? .attempts }
    if failed(keys) { return .attempts }
    if keys.contains("not") || keys.contains("haven't") || keys.contains("never"), found == .attempts { return .other }
    return found
  }

  /// "What did not work", "What hasn't helped".
  private static func failed(_ keys: [WordKey]) -> Bool {
    keys.first == "what" && keys.count <= 7 && keys.contains { ["work", "worked", "help", "helped"].contains($0) }
  }

  /// Whether the words in front of a list say that nothing in it worked.
  static func saysFailed(_ tokens: ArraySlice<Token>) -> Bool {
    let keys = tokens.map(\.key)
    return failed(keys)
      && keys.contains { ["not", "didn't", "hasn't", "haven't", "didnt", "never", "doesn't"].contains($0) }
  }

  private static let attemptWords: Set<WordKey> = [
    "tried", "attempts", "attempted", "attempt", "already", "did", "done", "efforts", "experiments", "measures",
    "steps", "bought", "introduced", "undertaken", "implemented",
  ]
  /// "We bought sensor mats:" tells of one step, "What we bought:" opens a list of them.
  private static func takesObject(_ place: Int, _ tokens: ArraySlice<Token>) -> Bool {
    guard actingWords.contains(tokens[place].key), place + 1 < tokens.endIndex, tokens[place + 1].kind == .word else {
      return false
    }
    // "Sensor mats were bought for twelve rooms: …" tells of one step, too.
    let isPassive = place > tokens.startIndex && ["was", "were"].contains(tokens[place - 1].key)
    if isPassive, tokens[tokens.startIndex..<place].contains(where: { listNouns.contains($0.key) }) { return false }
    return isPassive || !listAdverbials.contains(tokens[place + 1].key)
  }

  private static let actingWords: Set<WordKey> = ["bought", "introduced", "undertaken", "implemented", "did", "done"]
  private static let listNouns: Set<WordKey> = [
    "measures", "steps", "things", "what", "this", "these", "following", "attempts", "much",
  ]
  private static let listAdverbials: Set<WordKey> = [
    "so", "already", "about", "to", "until", "since", "in", "this", "last", "by", "and", "for", "on", "the", "against",
    "or", "as", "over", "up", "within", "till", "here", "before", "these", "following",
  ]
  private static let untilNow: Set<[WordKey]> = [["so", "far"], ["to", "date"], ["until", "now"], ["to", "now"]]
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
