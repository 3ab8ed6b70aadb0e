/// Cuts runs of tokens to what can be quoted.
enum Clip {
  /// Bytes that a quoted clause may have.
  static let limit = 160

  /// Without marks, conjunctions and line breaks at the ends, at most `limit` bytes, cut at a word. Nil if nothing is left.
  static func span(_ range: Range<Int>, field: Int, in document: Document, limit: Int = Clip.limit) -> Span? {
    guard let trimmed = trimmed(range, field: field, in: document) else { return nil }
    let tokens = document.tokens[field]
    var upper = trimmed.upperBound
    let start = tokens[trimmed.lowerBound].start
    // Halving, not stepping: a line of hostile text may have a hundred thousand words.
    if tokens[upper - 1].end - start > limit {
      var low = trimmed.lowerBound + 1
      var high = upper
      while low < high {
        let middle = (low + high + 1) / 2
        if tokens[middle - 1].end - start <= limit { low = middle } else { high = middle - 1 }
      }
      upper = low
      // Not inside a word, nor between a number and its glued unit.
      while upper > trimmed.lowerBound + 1, upper < tokens.count, tokens[upper].isGlued { upper -= 1 }
      guard let again = self.trimmed(trimmed.lowerBound..<upper, field: field, in: document) else { return nil }
      upper = again.upperBound
    }
    guard tokens[upper - 1].end - start <= limit * 2 else { return nil }
    return document.span(field: field, trimmed.lowerBound..<upper)
  }

  static func trimmed(_ range: Range<Int>, field: Int, in document: Document) -> Range<Int>? {
    let tokens = document.tokens[field]
    var lower = max(range.lowerBound, 0)
    var upper = min(range.upperBound, tokens.count)
    while lower < upper, isEdge(tokens[lower], atStart: true) { lower += 1 }
    while upper > lower, isEdge(tokens[upper - 1], atStart: false), !closesQuote(upper - 1, from: lower, tokens) {
      upper -= 1
    }
    return lower < upper ? lower..<upper : nil
  }

  /// "People say "they did not ask us"": the mark that ends what began inside stays. Longer runs are no quotation.
  private static func closesQuote(_ index: Int, from lower: Int, _ tokens: [Token]) -> Bool {
    guard quotes.contains(tokens[index].key), index - lower <= 60 else { return false }
    return (lower...index).count { quotes.contains(tokens[$0].key) } % 2 == 0
  }

  private static let quotes: Set<WordKey> = ["\"", "“", "”"]

  private static func isEdge(_ token: Token, atStart: Bool) -> Bool {
    switch token.kind {
    case .lineBreak, .bullet: return true
    case .punctuation:
      if token.key == ")" || token.key == "]" { return atStart }
      if token.key == "(" || token.key == "[" { return !atStart }
      return true
    case .symbol: return atStart ? leading.contains(token.key) : trailing.contains(token.key)
    case .word: return atStart ? joiners.contains(token.key) : danglers.contains(token.key)
    case .number: return false
    }
  }

  private static let leading: Set<WordKey> = [
    "→", "->", "=>", "✅", "✓", "✔", "❌", "✗", "*", "`", "/", "|", "=", "⇒", "-->", "_",
  ]
  private static let trailing: Set<WordKey> = ["→", "->", "=>", "*", "`", "/", "|", "=", "⇒", "-->", "&", "_"]
  private static let joiners: Set<WordKey> = [
    "and", "but", "or", "however", "although", "though", "while", "whereas", "yet", "because", "so", "then",
  ]
  private static let danglers: Set<WordKey> = [
    "and", "but", "or", "because", "so", "the", "a", "an", "of", "to", "which",
  ]
}
