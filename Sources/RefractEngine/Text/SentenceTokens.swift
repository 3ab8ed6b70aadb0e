/// One sentence as the numeric recognisers read it: its tokens without the line breaks that wrap them, safe to ask for
/// places beyond either end.
package struct SentenceTokens: Sendable {
  package let index: Int
  package let field: Int
  package let tokens: [Token]
  /// The whole field's text.
  package let bytes: [UInt8]
  /// For each token the number of its clause.
  private let clauseOf: [Int]

  package init(_ document: Document, sentence index: Int, bytes: [UInt8]) {
    let sentence = document.sentences[index]
    self.index = index
    field = sentence.field
    self.bytes = bytes
    let all = document.tokens[sentence.field]
    var kept: [Token] = []
    var numbers: [Int] = []
    var clause = 0
    kept.reserveCapacity(sentence.tokens.count)
    for position in sentence.tokens where all[position].kind != .lineBreak {
      while clause + 1 < sentence.clauses.count, position >= sentence.clauses[clause + 1].lowerBound { clause += 1 }
      kept.append(all[position])
      numbers.append(clause)
    }
    tokens = kept
    clauseOf = numbers
  }

  /// All sentences of a document.
  package static func all(_ document: Document) -> [SentenceTokens] {
    let bytes = document.fields.map { Array($0.text.utf8) }
    return document.sentences.indices.map {
      SentenceTokens(document, sentence: $0, bytes: bytes[document.sentences[$0].field])
    }
  }

  package var count: Int { tokens.count }

  private static let nothing = WordKey(hash: 0)

  /// Key of the token there; the key of no word beyond the ends.
  package func key(_ position: Int) -> WordKey {
    tokens.indices.contains(position) ? tokens[position].key : Self.nothing
  }

  package func stem(_ position: Int) -> WordKey {
    tokens.indices.contains(position) ? tokens[position].stem : Self.nothing
  }

  package func kind(_ position: Int) -> Token.Kind? {
    tokens.indices.contains(position) ? tokens[position].kind : nil
  }

  package func isGlued(_ position: Int) -> Bool {
    tokens.indices.contains(position) && tokens[position].isGlued
  }

  package func isCapitalised(_ position: Int) -> Bool {
    tokens.indices.contains(position) && tokens[position].isCapitalised
  }

  package func isWord(_ position: Int) -> Bool { kind(position) == .word }

  package func isNumber(_ position: Int) -> Bool { kind(position) == .number }

  /// The bytes of one token, as typed.
  package func raw(_ position: Int) -> ArraySlice<UInt8> {
    tokens.indices.contains(position) ? bytes[tokens[position].start..<tokens[position].end] : []
  }

  package func string(_ position: Int) -> String { String(decoding: raw(position), as: UTF8.self) }

  /// The run of some tokens; the range must not be empty.
  package func span(_ range: Range<Int>) -> Span {
    Span(field: field, start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end)
  }

  /// The run with the bracket behind it that closes one inside: "below 5 a week (now about 40" takes its ")".
  func closed(_ span: Span) -> Span {
    let range = range(of: span)
    guard key(range.upperBound) == ")", let open = range.last(where: { ["(", ")"].contains(key($0)) }),
      key(open) == "("
    else { return span }
    return self.span(range.lowerBound..<range.upperBound + 1)
  }

  /// The whole sentence.
  package var whole: Span { span(0..<count) }

  /// First token that ends behind an offset.
  package func position(of offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The tokens of a run of this sentence.
  package func range(of span: Span) -> Range<Int> {
    let first = position(of: span.start)
    return first..<max(first, position(of: span.end - 1) + 1)
  }

  /// The clause that holds a token.
  package func clause(at position: Int) -> Range<Int> {
    guard clauseOf.indices.contains(position) else { return 0..<count }
    let number = clauseOf[position]
    return lowerBound(number)..<lowerBound(number + 1)
  }

  private func lowerBound(_ clause: Int) -> Int {
    var low = 0
    var high = clauseOf.count
    while low < high {
      let middle = (low + high) / 2
      if clauseOf[middle] >= clause { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// True if one of the keys stands in the range.
  package func contains(_ keys: Set<WordKey>, in range: Range<Int>) -> Bool {
    range.contains { keys.contains(key($0)) }
  }
}
