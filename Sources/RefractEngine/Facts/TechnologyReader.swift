/// Named tools by their first word.
struct TechnologyIndex: Sendable {
  struct Name: Sendable {
    var entry: Int
    /// Keys of all words of the name.
    var keys: [WordKey]
  }
  private(set) var byFirst: [WordKey: [Name]] = [:]

  init(_ entries: [TechnologyEntry]) {
    for (number, entry) in entries.enumerated() {
      let keys = Tokeniser.tokens(of: " " + entry.name).map(\.key)
      guard let first = keys.first else { continue }
      byFirst[first, default: []].append(Name(entry: number, keys: keys))
    }
    // Longest first: "Google Sheets" before "Google".
    for key in byFirst.keys { byFirst[key]?.sort { ($0.keys.count, $1.entry) > ($1.keys.count, $0.entry) } }
  }
}

/// Tools and standards of the catalogue's list that the text names.
enum TechnologyReader {
  static func read(_ reading: Reading, lexicon: Lexicon) -> [Technology] {
    let document = reading.document
    var found: [(technology: Technology, sentence: Int, index: Int, needsContext: Bool)] = []
    var sure: Set<Int> = []
    for (number, sentence) in document.sentences.enumerated() {
      let tokens = document.tokens[sentence.field]
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard tokens[index].kind == .word, let names = lexicon.technologyIndex.byFirst[tokens[index].key],
          let name = names.first(where: { matches($0.keys, at: index, in: tokens, to: sentence.tokens.upperBound) })
        else {
          index += 1
          continue
        }
        let entry = lexicon.technologies[name.entry]
        let range = index..<index + name.keys.count
        if !entry.needsContext { sure.insert(number) }
        found.append(
          (
            Technology(name: entry.name, kind: entry.kind, span: document.span(field: sentence.field, range)), number,
            index, entry.needsContext
          ))
        index = range.upperBound
      }
    }
    let known = found.compactMap { item in
      guard item.needsContext else { return item.technology }
      return holds(item.index, sentence: item.sentence, sure: sure, in: document) ? item.technology : nil
    }
    let introduced = introduced(in: document).filter { new in !known.contains { $0.span.overlaps(new.span) } }
    return (known + introduced).stablySorted { $0.span < $1.span }
  }

  /// What the author calls a program: "our software (Dentrix)", "an app, Jobber it was called", "a tool called Wend".
  private static func introduced(in document: Document) -> [Technology] {
    var result: [Technology] = []
    for sentence in document.sentences where result.count < 20 {
      let tokens = document.tokens[sentence.field]
      for index in sentence.tokens where programs.contains(tokens[index].key) {
        let next = tokens[safe: index + 1]
        let isNamed = next.map { ["called", "named"].contains($0.key) } ?? false
        let isApart = next.map { ["(", ",", ":"].contains($0.key) } ?? false
        guard isNamed || isApart, let name = tokens[safe: index + 2], sentence.tokens.contains(index + 2),
          name.kind == .word, name.isCapitalised, name.end - name.start > 1, name.key != "i"
        else { continue }
        let behind = tokens[safe: index + 3]
        // "(Jobber)", ", Jobber it was called"; a list of programs or a new clause names none.
        let isBracket = next?.key == "(" && behind?.key == ")"
        let isCalled = next?.key == "," && behind?.key == "it"
        guard isNamed || isBracket || isCalled else { continue }
        let text = document.text(document.span(field: sentence.field, index + 2..<index + 3))
        result.append(
          Technology(name: text, kind: "tool", span: document.span(field: sentence.field, index + 2..<index + 3)))
      }
    }
    return result
  }

  private static let programs: Set<WordKey> = WordBook.words("programs")

  private static func matches(_ keys: [WordKey], at index: Int, in tokens: [Token], to limit: Int) -> Bool {
    guard index + keys.count <= limit else { return false }
    for (offset, key) in keys.enumerated() where tokens[index + offset].key != key { return false }
    return true
  }

  private static func holds(_ index: Int, sentence number: Int, sure: Set<Int>, in document: Document) -> Bool {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard tokens[index].isCapitalised else { return false }
    // The first word of a sentence is capitalised anyway.
    guard index > sentence.tokens.lowerBound else { return false }
    if sure.contains(number) { return true }
    if let next = tokens[safe: index + 1], next.kind == .number { return true }
    return contexts.contains(tokens[index - 1].key)
  }

  private static let contexts: Set<WordKey> = [
    "in", "with", "using", "on", "via", "use", "uses", "to", "from", "our", "by", "adopted", "migrated", "bought",
    "called",
  ]
}
