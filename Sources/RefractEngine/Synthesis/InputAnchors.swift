/// What of a problem a reader can find again in a text: its figures, names, attempts, words and passages.
struct InputAnchors: Sendable {
  /// One of the author's numbers with the words that it belongs to.
  struct Figure: Sendable {
    var key: WordKey
    /// `%`, a currency, a unit glued to it or a unit word behind it.
    var unit: WordKey?
    /// The word behind it that says what it counts.
    var counted: WordKey?
    /// Content words of the piece between marks in which it stands; for a value in a list entry the entry's words.
    var own: Set<WordKey>
    /// Content words of its whole sentence or entry.
    var wide: Set<WordKey>
    /// Figures of one row, such as the effects of a list of attempts, share a number.
    var row: Int
  }

  private(set) var figures: [Figure] = []
  private(set) var content: Set<WordKey> = []
  /// Words that are written with a capital inside a sentence.
  private(set) var names: Set<WordKey> = []
  /// Attempts and parties by their words, with their weight.
  private(set) var labels: [(words: Set<WordKey>, weight: Double)] = []
  /// Prohibitions by their words.
  private(set) var forbidden: [Set<WordKey>] = []
  /// The texts in small letters on one line.
  private let texts: [String]

  init(problem: Problem, attempts: [String], parties: [String]) {
    texts = problem.fields.map { Self.folded($0.text) }
    for label in attempts { add(label: label, weight: 0.8) }
    for label in parties { add(label: label, weight: 0.6) }
    let document = Document(fields: problem.fields)
    for sentence in document.sentences { read(sentence, in: document, of: problem) }
    forbidden = problem.constraints.map { TextProfile($0) }
      .filter { !$0.stems.isDisjoint(with: Self.bans) }
      .map { $0.content.subtracting(Self.wordsOfBans) }.filter { $0.count >= 2 }
  }

  private static let bans = ScoredWords.stems("can't cannot no not don't never without")
  private static let wordsOfBans = ScoredWords.stems("can't cannot don't never without")

  private mutating func add(label: String, weight: Double) {
    let words = TextProfile(label).content
    if !words.isEmpty { labels.append((words, weight)) }
  }

  private mutating func read(_ sentence: Document.Sentence, in document: Document, of problem: Problem) {
    let tokens = Array(document.tokens[sentence.field][sentence.tokens])
    let whole = TextProfile(document.text(document.span(sentence))).content
    content.formUnion(whole)
    for token in tokens.dropFirst() where token.isCapitalised && token.end - token.start > 1 {
      names.insert(token.stem)
    }
    let entry = Self.entry(of: problem.fields[sentence.field].name)
    let entryWords = entry.map { words(ofEntry: $0, in: problem) } ?? []
    let numbers = tokens.indices.filter { tokens[$0].kind == .number }
    for index in numbers {
      let piece = Self.piece(around: index, in: tokens)
      let span = Span(field: sentence.field, start: tokens[piece.lowerBound].start, end: tokens[piece.upperBound].end)
      let near = TextProfile(document.text(span)).content
      let (unit, counted) = Self.unit(of: index, in: tokens)
      // Effects of a list of entries form one row; so do three figures or more in one sentence.
      let row = entry != nil ? -1 : numbers.count >= 3 ? span.field * 100_000 + tokens[0].start : figures.count
      figures.append(
        Figure(
          key: tokens[index].key, unit: unit, counted: counted,
          own: near.union(entryWords), wide: whole.union(entryWords).union(entry == nil ? [] : Self.entryWords),
          row: row))
    }
  }

  /// Words by which a text refers to the effects of attempts in a row.
  private static let entryWords = ScoredWords.stems(
    "step steps attempt attempts gain gains return returns effect effects improvement optimization peak sum")

  /// `attempts[0]` of `attempts[0].effect`.
  private static func entry(of name: String) -> String? {
    guard name.contains("].") else { return nil }
    return name.split(separator: ".").first.map(String.init)
  }

  private func words(ofEntry entry: String, in problem: Problem) -> Set<WordKey> {
    problem.fields.filter { $0.name.hasPrefix(entry + ".") }.reduce(into: []) {
      $0.formUnion(TextProfile($1.text).content)
    }
  }

  /// The tokens between the nearest commas, semicolons or brackets that hold a word; widened over an opening bracket,
  /// since "indexing (12%)" says what the 12% belongs to.
  private static func piece(around index: Int, in tokens: [Token]) -> ClosedRange<Int> {
    func isBorder(_ token: Token) -> Bool {
      token.kind == .punctuation && [",", ";", ":"].contains(token.key) || token.key == "and"
    }
    var (low, high) = (index, index)
    while low > 0, !isBorder(tokens[low - 1]) { low -= 1 }
    while high + 1 < tokens.count, !isBorder(tokens[high + 1]) { high += 1 }
    return low...high
  }

  static func unit(of index: Int, in tokens: [Token]) -> (unit: WordKey?, counted: WordKey?) {
    if index > 0, ["$", "€", "£"].contains(tokens[index - 1].key) { return (tokens[index - 1].key, nil) }
    guard index + 1 < tokens.count else { return (nil, nil) }
    let next = tokens[index + 1]
    if next.key == "%" { return (next.key, nil) }
    guard next.kind == .word else { return (nil, nil) }
    if next.isGlued || units.contains(next.stem) { return (next.stem, nil) }
    return (nil, next.stem)
  }

  private static let units = ScoredWords.stems(
    "ms seconds second sec minute minutes min hour hours day days week weeks month months quarter year years percent points euro euros dollars times"
  )

  /// Small letters, blanks and line breaks as one blank, curly quotation marks as plain ones.
  static func folded(_ text: String) -> String {
    let lower = CaseView.onOneLine(text).lowercased()
    return lower.hasBytes(of: "’") ? lower.replacing("’", with: "'") : lower
  }

  /// True if the problem has this passage.
  func hasPassage(_ passage: String) -> Bool {
    var wanted = Self.folded(passage)
    if wanted.hasSuffix("…") { wanted = String(wanted.dropLast()).trimmed }
    return texts.contains { $0.hasBytes(of: wanted) }
  }
}

/// What of the input stands in a text, item by item.
struct AnchorsFound: Sendable {
  /// Weight of each item; below zero for a number with a wrong subject or unit.
  private(set) var items: [String: Double] = [:]

  init(_ sentences: [ScoredSentence], anchors: InputAnchors) {
    for sentence in sentences { read(sentence, anchors) }
  }

  private mutating func note(_ name: String, _ weight: Double) {
    // The worst reading of a number counts: a wrong one is not made good by a right one elsewhere.
    let before = items[name]
    items[name] = weight < 0 || (before ?? 0) < 0 ? min(weight, before ?? weight) : max(weight, before ?? 0)
  }

  private mutating func read(_ sentence: ScoredSentence, _ anchors: InputAnchors) {
    let sums = Self.sums(in: sentence.text)
    for sum in sums.formulas.prefix(3) { note("sum \(sum)", 0.8) }
    let text = sums.rest
    if text.utf8.contains(UInt8(ascii: "\"")) { readPassages(in: text, anchors) }
    let words = text == sentence.text ? sentence.profile.content : TextProfile(text).content
    for (index, label) in anchors.labels.enumerated() where label.words.isSubset(of: words) {
      note("label \(index)", label.weight)
    }
    for name in anchors.names.intersection(words) { note("name \(name.hash)", 0.6) }
    for word in words.intersection(anchors.content) { note("word \(word.hash)", 0.12) }
    readNumbers(in: text, words: words, anchors)
  }

  private mutating func readPassages(in text: String, _ anchors: InputAnchors) {
    for passage in Self.passages(in: text) where TextProfile(passage).wordCount >= 3 && anchors.hasPassage(passage) {
      note("passage \(InputAnchors.folded(passage))", 0.8)
    }
  }

  private mutating func readNumbers(in text: String, words: Set<WordKey>, _ anchors: InputAnchors) {
    guard text.utf8.contains(where: \.isASCIIDigit) else { return }
    let tokens = Tokeniser.tokens(of: text)
    for index in tokens.indices where tokens[index].kind == .number {
      let sources = anchors.figures.filter { $0.key == tokens[index].key }
      guard !sources.isEmpty else { continue }
      let (unit, counted) = InputAnchors.unit(of: index, in: tokens)
      let subject = Self.subject(of: index, in: tokens, anchors: anchors)
      let weight = sources.map { Self.weight($0, unit, counted, words, subject, anchors) }.max() ?? 0
      if weight != 0 { note("number \(tokens[index].key.hash) \(unit?.hash ?? 0)", weight) }
    }
  }

  /// 1 with its unit, 0.8 with what it counts, 0.4 bare, 0 without a word of its clause, −0.5 at a wrong subject or unit.
  private static func weight(
    _ source: InputAnchors.Figure, _ unit: WordKey?, _ counted: WordKey?, _ words: Set<WordKey>, _ subject: WordKey?,
    _ anchors: InputAnchors
  ) -> Double {
    if let unit, let own = source.unit, unit != own { return -0.5 }
    if let subject, !source.own.contains(subject),
      anchors.figures.contains(where: { $0.row == source.row && $0.key != source.key && $0.own.contains(subject) })
    {
      return -0.5
    }
    guard !source.wide.isDisjoint(with: words) else { return 0 }
    if unit != nil, unit == source.unit { return 1 }
    if let counted, counted == source.counted { return 0.8 }
    return 0.4
  }

  /// The nearest word that tells figures of the input apart, at most six words away; the word before wins a tie.
  private static func subject(of index: Int, in tokens: [Token], anchors: InputAnchors) -> WordKey? {
    let row = anchors.figures.first { $0.key == tokens[index].key }?.row
    let rows = anchors.figures.filter { $0.row == row }
    guard rows.count >= 3 else { return nil }
    func tells(_ word: WordKey) -> Bool {
      let owners = rows.count { $0.own.contains(word) }
      return owners > 0 && owners < rows.count
    }
    for distance in 1...6 {
      for place in [index - distance, index + distance]
      where tokens.indices.contains(place) && tokens[place].kind == .word && tells(tokens[place].stem) {
        return tokens[place].stem
      }
    }
    return nil
  }

  /// Sums in square brackets that give the value before them, and the text without brackets.
  private static func sums(in text: String) -> (formulas: [String], rest: String) {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return ([], text) }
    var formulas: [String] = []
    var rest = ""
    var inside: String?
    for character in text {
      if character == "[" {
        inside = ""
      } else if character == "]", let formula = inside {
        if SumChecker.recompute(formula: formula) != nil { formulas.append(formula) }
        inside = nil
      } else if inside != nil {
        inside?.append(character)
      } else {
        rest.append(character)
      }
    }
    return (formulas, rest + (inside ?? ""))
  }

  static func passages(in text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String(Substring($0.element)) }
  }
}
