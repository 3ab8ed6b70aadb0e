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
/// list item and every line that ends in a colon is a sentence of its own; a blank line always ends one.
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
    isWithoutCapitals = !tokens.contains { $0.isCapitalised && $0.end - $0.start > 1 && !$0.isGlued && $0.start > 0 }
    isTalk = Self.isTalk(tokens)
  }

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
        if isBlankLine || startsItem || startsSpeech || endsLine(before: index) || isShortLine(start..<index) {
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

  /// The place behind "raj:" or "Lena 09:14:" at the start of a line.
  private static func speech(_ tokens: [Token], at start: Int) -> Int? {
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
      guard speech(tokens, at: index) != nil else { continue }
      lines += 1
      speakers.insert(tokens[index].key)
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
    if index > 0, tokens[index - 1].kind == .word, tokens[index - 1].end - tokens[index - 1].start == 1,
      tokens[index - 1].isCapitalised, !tokens[index - 1].isGlued
    {
      return tokens[index - 1].key == "i"
    }
    return tokens[next].isCapitalised || tokens[next].kind == .number || tokens[next].kind == .symbol
      || isOpener(tokens[next]) || tokens[next].kind == .word && isWithoutCapitals
  }

  private func isOpener(_ token: Token) -> Bool { ["\"", "“", "‘", "«", "(", "¿", "¡", "'"].contains(token.key) }

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
