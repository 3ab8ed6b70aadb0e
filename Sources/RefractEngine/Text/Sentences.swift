extension Document {
  /// Cuts every field of a problem into tokens, sentences and clauses.
  package init(fields: [Problem.Field]) {
    let tokens = fields.map { Tokeniser.tokens(of: $0.text) }
    var sentences: [Sentence] = []
    for field in fields.indices {
      var cutter = SentenceCutter(text: fields[field].text, tokens: tokens[field], field: field, first: sentences.count)
      cutter.run()
      sentences += cutter.sentences
    }
    self.init(fields: fields, tokens: tokens, sentences: sentences)
  }
}

/// Finds the ends of sentences: `. ! ?` before a capital, a quotation mark or the end, never behind an abbreviation; every
/// list item and every line that ends in a colon is a sentence of its own; a blank line always ends one, and so does the end
/// of a line of chat or notes behind which the next starts anew.
private struct SentenceCutter {
  let text: String
  let tokens: [Token]
  let field: Int
  /// Index that the first sentence of this field will have in the document.
  let first: Int
  var sentences: [Document.Sentence] = []
  var opener: Int?
  /// People who write without capitals still end their sentences. Asked once: at every full stop it would be quadratic.
  private let isWithoutCapitals: Bool

  init(text: String, tokens: [Token], field: Int, first: Int) {
    self.text = text
    self.tokens = tokens
    self.field = field
    self.first = first
    isWithoutCapitals = Self.isWithoutCapitals(tokens)
    isTalk = Self.isTalk(tokens)
    isWrapped = Self.isWrapped(tokens)
    startsLow = Self.startsLow(tokens)
  }

  /// True if no word has a capital, or most words behind full stops have none: a writer who leaves them out still writes
  /// names and the words of a telephone's dictionary with them.
  private static func isWithoutCapitals(_ tokens: [Token]) -> Bool {
    var low = 0
    var high = 0
    for index in tokens.indices.dropFirst(2) where tokens[index - 1].key == "." && tokens[index].kind == .word {
      guard !tokens[index].isGlued, tokens[index - 2].kind == .word, !abbreviations.contains(tokens[index - 2].key)
      else { continue }
      if tokens[index].isCapitalised { high += 1 } else { low += 1 }
    }
    return low >= 2 && low > 2 * high
      || !tokens.contains { $0.isCapitalised && $0.end - $0.start > 1 && !$0.isGlued && $0.start > 0 }
  }

  /// True if the author begins paragraphs without capitals; with them, a line that starts low carries on.
  private let startsLow: Bool

  private static func startsLow(_ tokens: [Token]) -> Bool {
    var low = 0
    var all = 0
    for index in tokens.indices where tokens[index].kind == .word {
      let isFirst = index == 0 || tokens[index - 1].kind == .bullet
      guard isFirst || tokens[index - 1].kind == .lineBreak && (index < 2 || tokens[index - 2].kind == .lineBreak)
      else {
        continue
      }
      all += 1
      if !tokens[index].isCapitalised { low += 1 }
    }
    return low * 2 > all
  }

  /// True if the lines were filled up to a width and go on in the next one.
  private let isWrapped: Bool

  /// Wrapped prose fills its lines: of those that another follows at once, nearly none had room for the next word.
  private static func isWrapped(_ tokens: [Token]) -> Bool {
    var filled: [Int] = []
    var longest = 0
    var start = 0
    for index in tokens.indices where tokens[index].kind == .lineBreak || index + 1 == tokens.count {
      guard index > start else {
        start = index + 1
        continue
      }
      let length = tokens[index - 1].end - tokens[start].start
      longest = max(longest, length)
      if let next = tokens[safe: index + 1], next.kind != .lineBreak, next.kind != .bullet {
        filled.append(length + 1 + next.end - next.start)
      }
      start = index + 1
    }
    return longest >= 40 && filled.filter { $0 * 6 >= longest * 5 }.count * 10 >= filled.count * 8
  }

  /// A line of chat or notes that ends where the next starts anew: the text is not wrapped, this line has a verb or three
  /// words, and neither its end nor the next line's start hangs on the other.
  private func isRaggedBreak(_ range: Range<Int>) -> Bool {
    guard !isWrapped, range.count >= 2, range.upperBound + 1 < tokens.count else { return false }
    let last = tokens[range.upperBound - 1]
    let next = tokens[range.upperBound + 1]
    guard next.kind == .word || next.kind == .number || next.kind == .symbol else { return false }
    if last.key == "," || last.key == "(" || last.kind == .word && Self.hanging.contains(last.key) { return false }
    if next.kind == .word, !next.isCapitalised, !startsLow { return false }
    return !(next.kind == .word && Self.continuing.contains(next.key))
  }

  /// A row of a pasted table.
  private func isRow(_ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound && TableReader.cells(tokens, range, Substring(text).utf8).count >= 2
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < tokens.count, end - start < Self.longest, tokens[end].kind != .lineBreak { end += 1 }
    return end
  }

  /// Words that no line of its own ends in.
  private static let hanging: Set<WordKey> = WordLists.articles.union(WordLists.possessives).union([
    "and", "or", "but", "of", "to", "for", "with", "in", "on", "at", "from", "by", "as", "than", "that", "which", "is",
    "are", "was", "were", "be", "not", "we", "i", "because", "if", "when", "who", "would", "will", "can", "must", "so",
  ])
  /// Words that carry on what the line before began.
  private static let continuing: Set<WordKey> = [
    "and", "or", "of", "to", "for", "with", "in", "on", "at", "from", "by", "than", "that", "which", "who", "because",
    "as", "is", "are", "was", "were", "into", "per", "until", "where", "when", "while",
  ]

  /// Three or more lines that begin with a name and a colon ("raj: …", "Lena 09:14: …"), and somebody speaks twice.
  private let isTalk: Bool

  /// Tokens of a sentence at most.
  private static let longest = 240

  mutating func run() {
    var start = isTalk ? Self.speech(tokens, at: 0) ?? 0 : 0
    var index = start
    var isItem = false
    var paragraph = 0
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .lineBreak:
        let isBlankLine = index + 1 < tokens.count && tokens[index + 1].kind == .lineBreak
        let startsItem = index + 1 < tokens.count && tokens[index + 1].kind == .bullet
        let startsSpeech = isTalk && Self.speech(tokens, at: index + 1) != nil
        if isBlankLine || startsItem || startsSpeech || endsLine(before: index) || isShortLine(start..<index)
          || isRaggedBreak(start..<index) || isRow(start..<index) && isRow(index + 1..<endOfLine(from: index + 1))
        {
          close(start..<index, isItem: isItem, paragraph: paragraph)
          if isBlankLine, index > 0, tokens[index - 1].kind == .lineBreak {
            // A run of blank lines was judged at its first: looking ahead from each would be quadratic.
          } else if isBlankLine {
            paragraph += 1
            let isFirst = index == 0 || tokens[index - 1].kind != .lineBreak
            if isFirst, !startsItemAfterBlankLines(index) { opener = nil }
          } else if !startsItem && isItem {
            opener = nil
          }
          isItem = false
          start = index + 1
          if startsSpeech, let end = Self.speech(tokens, at: index + 1) {
            start = end
            index = end
            continue
          }
        }
      case .bullet:
        close(start..<index, isItem: isItem, paragraph: paragraph)
        isItem = true
        start = index + 1
      case .punctuation where endsSentence(at: index):
        var end = index + 1
        while end < tokens.count, tokens[end].isGlued, isCloser(tokens[end]) { end += 1 }
        close(start..<end, isItem: isItem, paragraph: paragraph)
        start = end
        index = end
        continue
      default: break
      }
      index += 1
      // Nobody writes a sentence of this length; cutting it keeps every reader of sentences linear in the text.
      if index - start >= Self.longest {
        close(start..<index, isItem: isItem, paragraph: paragraph)
        start = index
      }
    }
    close(start..<tokens.count, isItem: isItem, paragraph: paragraph)
  }

  /// The place behind "raj:", "Lena 09:14:" or "[18:05] Wanda:" at the start of a line.
  private static func speech(_ tokens: [Token], at place: Int) -> Int? {
    var start = place
    // "[18:05] Wanda: …"
    if start + 2 < tokens.count, tokens[start].key == "[", tokens[start + 1].kind == .number,
      let close = tokens[start..<min(start + 8, tokens.count)].firstIndex(where: { $0.key == "]" })
    {
      start = close + 1
    }
    guard start < tokens.count, tokens[start].kind == .word, !WordLists.captions.contains(tokens[start].key) else {
      return nil
    }
    var index = start + 1
    while index < min(start + 5, tokens.count), tokens[index].kind == .number || tokens[index].key == ":" {
      let isLast = tokens[index].key == ":" && index + 1 < tokens.count && !tokens[index + 1].isGlued
      if isLast { return index + 1 }
      index += 1
    }
    return nil
  }

  private static func isTalk(_ tokens: [Token]) -> Bool {
    var lines = 0
    var speakers: Set<WordKey> = []
    for index in tokens.indices where index == 0 || tokens[index - 1].kind == .lineBreak {
      guard let end = speech(tokens, at: index) else { continue }
      lines += 1
      speakers.insert(tokens[index..<end].first { $0.kind == .word }?.key ?? tokens[index].key)
      if lines >= 3 && speakers.count < lines { return true }
    }
    return false
  }

  private func startsItemAfterBlankLines(_ index: Int) -> Bool {
    var next = index
    while next < tokens.count, tokens[next].kind == .lineBreak { next += 1 }
    return next < tokens.count && tokens[next].kind == .bullet
  }

  /// A line that ends in a colon stands alone, as a heading or as the opener of a list.
  private func endsLine(before index: Int) -> Bool { index > 0 && tokens[index - 1].key == ":" }

  /// A short line without a closing mark before a line that starts with a capital: an item of a list without bullets, or
  /// a heading. Wrapped prose lines are longer.
  private func isShortLine(_ range: Range<Int>) -> Bool {
    guard let firstToken = tokens[range].first, range.upperBound + 1 < tokens.count else { return false }
    let next = tokens[range.upperBound + 1]
    return next.isCapitalised && tokens[range.upperBound - 1].end - firstToken.start < 40
      && !(tokens[range].contains { $0.key == "," || $0.key == "." })
  }

  private func isCloser(_ token: Token) -> Bool {
    [")", "]", "\"", "'", "”", "’", "»"].contains(token.key)
  }

  private func endsSentence(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.key == "." || token.key == "!" || token.key == "?" else { return false }
    var next = index + 1
    while next < tokens.count, tokens[next].isGlued, isCloser(tokens[next]) { next += 1 }
    guard next < tokens.count else { return true }
    if tokens[next].kind == .lineBreak {
      guard next + 1 < tokens.count else { return true }
      next += 1
      if tokens[next].kind == .lineBreak || tokens[next].kind == .bullet { return true }
    } else if tokens[next].isGlued {
      return false
    }
    if token.key != "." { return tokens[next].isCapitalised || tokens[next].kind != .word }
    if index > 0, Self.abbreviations.contains(tokens[index - 1].key) { return false }
    // "Bis zum 30. Juni"
    if index > 0, tokens[index - 1].kind == .number, Self.months.contains(tokens[next].key) { return false }
    if index > 0, tokens[index - 1].kind == .word, tokens[index - 1].end - tokens[index - 1].start == 1,
      tokens[index - 1].isCapitalised, !tokens[index - 1].isGlued
    {
      return tokens[index - 1].key == "i"
    }
    return tokens[next].isCapitalised || tokens[next].kind == .number || tokens[next].kind == .symbol
      || isOpener(tokens[next]) || tokens[next].kind == .word && isWithoutCapitals
  }

  private func isOpener(_ token: Token) -> Bool { ["\"", "“", "‘", "«", "(", "¿", "¡", "'"].contains(token.key) }

  private static let months: Set<WordKey> = WordBook.words("foreign_months")
  private static let abbreviations: Set<WordKey> = [
    "e.g", "i.e", "g", "e", "vs", "etc", "approx", "no", "dr", "st", "inc", "mr", "mrs", "ms", "prof", "ca", "cf",
    "min",
    "max", "fig", "dept", "est", "ltd", "co", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec",
  ]

  private mutating func close(_ range: Range<Int>, isItem: Bool, paragraph: Int) {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, tokens[lower].kind == .lineBreak || tokens[lower].kind == .bullet { lower += 1 }
    while upper > lower, tokens[upper - 1].kind == .lineBreak { upper -= 1 }
    guard lower < upper else { return }
    sentences.append(
      Document.Sentence(
        field: field, tokens: lower..<upper, clauses: clauses(of: lower..<upper), isListItem: isItem,
        opener: isItem ? opener : nil, paragraph: paragraph))
    if tokens[upper - 1].key == ":" { opener = first + sentences.count - 1 }
  }

  /// Clause scope is enough for polarity (W. Chapman's NegEx, 2001): a contrast word or a strong mark starts a new clause.
  private func clauses(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where index > start {
      let token = tokens[index]
      let isStrongMark =
        [";", "—", "–", ":"].contains(token.key) && !token.isGlued || token.key == ";" || token.key == "—"
      let isContrast = Self.contrasts.contains(token.key) && index > range.lowerBound
      if isStrongMark, index + 1 < range.upperBound {
        result.append(start..<index)
        start = index + 1
      } else if isContrast {
        let end = tokens[index - 1].key == "," ? index - 1 : index
        if end > start { result.append(start..<end) }
        start = index
      }
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private static let contrasts: Set<WordKey> = [
    "but", "however", "although", "though", "while", "whereas", "yet", "because",
  ]
}
