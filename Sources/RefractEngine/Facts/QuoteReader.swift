/// Words in quotation marks, two or more, with who said them if that stands beside.
enum QuoteReader {
  static func read(_ reading: Reading) -> [Quote] {
    let document = reading.document
    var result: [Quote] = []
    for field in document.fields.indices {
      let tokens = document.tokens[field]
      var open: (index: Int, mark: WordKey)?
      for (index, token) in tokens.enumerated() {
        guard token.kind == .punctuation else {
          if token.kind == .lineBreak, tokens[safe: index + 1]?.kind == .lineBreak { open = nil }
          continue
        }
        if let start = open, closers[start.mark]?.contains(token.key) == true {
          if index - start.index > 2, let words = words(start.index + 1..<index, tokens) {
            result.append(
              Quote(
                words: document.span(field: field, words),
                speaker: speaker(before: start.index, after: index, field: field, reading)))
          }
          open = nil
        } else if closers[token.key] != nil, !token.isGlued || index == 0 || tokens[index - 1].key == "(" {
          open = (index, token.key)
        }
        if result.count > 60 { return result }
      }
    }
    return result
  }

  private static let closers: [WordKey: Set<WordKey>] = [
    "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "‘": ["’"],
  ]

  private static func words(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    let count = range.prefix(300).filter { tokens[$0].kind == .word }.count
    guard count >= 2 else { return nil }
    var upper = range.upperBound
    while upper > range.lowerBound, [",", "."].contains(tokens[upper - 1].key) { upper -= 1 }
    return range.lowerBound < upper ? range.lowerBound..<upper : nil
  }

  /// "the chair said: “…”", "“…”, said the chair", `Survey feedback: "…"`.
  private static func speaker(before open: Int, after close: Int, field: Int, _ reading: Reading) -> Span? {
    let document = reading.document
    let tokens = document.tokens[field]
    var index = open - 1
    var passed = 0
    while index >= 0, passed < 4 {
      if tokens[index].kind == .lineBreak { break }
      if let chunk = reading.chunk(field: field, at: index) {
        let between = tokens[chunk.range.upperBound..<open]
        let says = between.contains { verbs.contains($0.key) } || between.contains { $0.key == ":" }
        return says ? document.span(field: field, chunk.range) : nil
      }
      index -= 1
      passed += 1
    }
    let next = close + 1
    if let word = tokens[safe: next + (tokens[safe: next]?.key == "," ? 1 : 0)], verbs.contains(word.key) {
      let place = next + (tokens[next].key == "," ? 2 : 1)
      if let chunk = reading.chunk(field: field, at: place), chunk.range.lowerBound == place {
        return document.span(field: field, chunk.range)
      }
    }
    return nil
  }

  private static let verbs: Set<WordKey> = [
    "said", "says", "say", "told", "asked", "asks", "wrote", "writes", "answered", "replied", "calls", "called",
    "complained",
    "complains", "shouted", "explained", "with", "reads",
  ]
}
