/// What the author gave, in the form in which finished sentences are compared with it: numbers, words, word pairs and
/// the texts themselves.
struct InputKnowledge: Sendable {
  private let texts: [[UInt8]]
  private(set) var words: Set<WordKey> = []
  private var stems: Set<WordKey> = []
  private var pairs: Set<UInt64> = []
  private var numbers: Set<Int64> = []
  let facts: Facts

  init(problem: Problem, facts: Facts) {
    self.facts = facts
    let fields = [problem.title] + problem.fields.map(\.text) + problem.focus.map(\.text)
    texts = fields.map { Self.folded($0) }
    for text in fields {
      let tokens = Tokeniser.tokens(of: text)
      var before: WordKey?
      for token in tokens {
        if token.kind == .word {
          words.insert(token.key)
          stems.insert(token.stem)
          if let before { pairs.insert(Self.pair(before, token.key)) }
          before = token.key
        }
        if token.kind == .number { words.insert(token.key) }
      }
      for value in SpokenNumbers.values(in: text, tokens) { numbers.insert(Self.key(value)) }
    }
    for quantity in facts.quantities {
      numbers.insert(Self.key(quantity.value))
      // "6 minutes" is 0.1 beside "7 hours": sums bring times to one unit.
      if let seconds = quantity.unit.seconds {
        for unit in Self.timeUnits { numbers.insert(Self.key(quantity.value * seconds / unit)) }
      }
      if let upper = quantity.upper { numbers.insert(Self.key(upper)) }
    }
  }

  /// True if the author gives this number, in digits or in words.
  func has(_ number: Double) -> Bool { numbers.contains(Self.key(number)) }

  /// True if the author uses the word in some form.
  func hasStem(_ stem: WordKey) -> Bool { stems.contains(stem) }

  /// True if the two words stand side by side in the author's text.
  func hasPair(_ first: WordKey, _ second: WordKey) -> Bool { pairs.contains(Self.pair(first, second)) }

  /// True if the words stand in one of the author's texts: on one line, with all quotation marks alike, and up to the
  /// mark of an omission.
  func hasPassage(_ passage: String) -> Bool {
    // What is masked is left out, too.
    let pieces = passage.hasBytes(of: "…") ? passage.replacing("[…]", with: "…").split(separator: "…") : [passage[...]]
    return pieces.allSatisfy { piece in
      let wanted = Self.folded(String(piece))
      return wanted.isEmpty || texts.contains { Self.contains($0, wanted) }
    }
  }

  /// Lengths of the units that a sum may be printed in, seconds.
  private static let timeUnits: [Double] = [0.001, 1, 60, 3600, 86_400, 604_800]

  private static func pair(_ first: WordKey, _ second: WordKey) -> UInt64 { first.hash &* 31 &+ second.hash }

  /// Thousandths, so that 0.1 read in two ways is one number.
  private static func key(_ value: Double) -> Int64 { Int64((min(max(value, -1e15), 1e15) * 1000).rounded()) }

  /// One line, small ASCII letters, quotation marks as `'`.
  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in CaseView.onOneLine(text).unicodeScalars {
      switch scalar {
      case "\"", "“", "”", "«", "»", "’", "'": bytes.append(UInt8(ascii: "'"))
      default: for byte in UTF8.encode(scalar) ?? .init() { bytes.append(byte.lowered) }
      }
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { ByteSearch.first(of: $0, in: text) != nil }
    }
  }
}

/// Numbers as they are read aloud: digits with separators, words, halves.
enum SpokenNumbers {
  /// All numbers of a text, those in words too.
  static func values(in text: String, _ tokens: [Token]) -> [Double] {
    var result: [Double] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .number {
        if let value = value(of: token, in: text) {
          result.append(value)
          // "2.5k" and "3 million" are said in full elsewhere.
          if index + 1 < tokens.count, let factor = NumberWords.suffixes[tokens[index + 1].key] {
            result.append(value * factor)
          }
        }
      } else if let value = word(token.key) {
        result.append(value)
      }
    }
    return result
  }

  static func value(of token: Token, in text: String) -> Double? {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: token.start)
    let digits = utf8[start..<utf8.index(start, offsetBy: token.end - token.start)].filter { $0 != UInt8(ascii: ",") }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  /// The value of a number word from one to ninety; "hundred" and "dozen" on their own.
  static func word(_ key: WordKey) -> Double? {
    NumberWords.small[key] ?? NumberWords.tens[key] ?? NumberWords.magnitudes[key]
  }
}
