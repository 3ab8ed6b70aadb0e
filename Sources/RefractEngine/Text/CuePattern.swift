/// A phrase to look for, in the small language that catalogue authors write.
///
/// Words stand apart by spaces and match regardless of case. `word~` matches every inflection (and the irregular forms of
/// a known verb: `pay~` finds "paid"); `(a|b c|d~)` is a choice, an element followed by `?` may be missing, `*` is exactly
/// one word, `...` none to four words of the same clause, `#` a number, `[name]` a noun phrase that is captured under that
/// name: at the start the one that ends right before, at the end the one that begins right after, in the middle too.
/// A pronoun satisfies a capture, too, but is not captured. A word in `n't`, and `cannot`, matches its long form as well.
package struct CuePattern: Sendable, Equatable {
  package let source: String
  let elements: [Element]
  /// Names of a capture in front of the first word, and behind the last.
  let front: String?
  let back: String?
  /// The pattern itself says "not", "no", "without", …; then negation in front of it does not make it void.
  package let containsNegation: Bool

  struct Element: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      /// One of several sequences of words, longest first.
      case words([[Word]])
      case anyWord
      case gap
      case number
      case phrase(String)
    }
    var kind: Kind
    var isOptional = false
  }

  /// A word by key, or by the stems of its forms.
  struct Word: Sendable, Equatable {
    var key: WordKey
    var stems: Set<WordKey>
    /// `#` in a choice.
    var isNumber = false
  }

  /// What is wrong with a pattern, and where.
  package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    package var pattern: String
    /// Offset in UTF-8 bytes of the pattern.
    package var position: Int
    package var reason: String
    package var description: String { "cue pattern “\(pattern)”, character \(position + 1): \(reason)" }
  }

  package init(_ source: String) throws(Failure) {
    var parser = CuePatternParser(source)
    var elements = try parser.parse()
    self.source = source
    var front: String?
    if case .phrase(let name)? = elements.first?.kind {
      front = name
      elements.removeFirst()
    }
    self.front = front
    if case .phrase(let name)? = elements.last?.kind {
      back = name
      elements.removeLast()
    } else {
      back = nil
    }
    // What may be missing in front is never needed there.
    while front == nil, elements.count > 1, elements.first?.isOptional == true { elements.removeFirst() }
    guard let first = elements.first else {
      throw Failure(pattern: source, position: 0, reason: "it has no word to look for")
    }
    switch first.kind {
    case .words where !first.isOptional, .number where !first.isOptional: break
    default:
      throw Failure(
        pattern: source, position: 0,
        reason: "it has to start with a word, a choice or #, or with one of these behind a capture")
    }
    let gaps = elements.filter { $0.kind == .gap }.count
    guard gaps <= 3, elements.count <= 24 else {
      throw Failure(pattern: source, position: 0, reason: "it is too long: at most three ... and 24 parts")
    }
    self.elements = elements
    containsNegation = elements.contains { element in
      guard case .words(let choices) = element.kind else { return false }
      return choices.contains { $0.contains { WordLists.negations.contains($0.key) } }
    }
  }
}

/// Reads one pattern from left to right.
private struct CuePatternParser {
  let source: String
  let bytes: [UInt8]
  var position = 0

  init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  mutating func parse() throws(CuePattern.Failure) -> [CuePattern.Element] {
    var elements: [CuePattern.Element] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: " "): position += 1
      case UInt8(ascii: "("):
        let end = try closing(from: position)
        let body = bytes[position + 1..<end]
        position = end + 1
        elements.append(CuePattern.Element(kind: .words(try choices(in: body))))
        takeOptional(&elements)
      case UInt8(ascii: "["):
        let name = String(decoding: try enclosed(by: UInt8(ascii: "]"), named: "]"), as: UTF8.self)
        guard !name.isEmpty, name.utf8.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "_") || $0.isASCIIDigit })
        else { throw failure("a capture is a name in square brackets") }
        elements.append(CuePattern.Element(kind: .phrase(name)))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "|"):
        throw failure("“\(Character(UnicodeScalar(byte)))” without its opening mark")
      default:
        let start = position
        while position < bytes.count, !" ([)]|".utf8.contains(bytes[position]) { position += 1 }
        elements += try plain(bytes[start..<position], at: start)
      }
    }
    return elements
  }

  private mutating func enclosed(by end: UInt8, named: String) throws(CuePattern.Failure) -> ArraySlice<UInt8> {
    let start = position + 1
    guard let close = bytes[start...].firstIndex(of: end) else { throw failure("“\(named)” is missing") }
    position = close + 1
    return bytes[start..<close]
  }

  private mutating func takeOptional(_ elements: inout [CuePattern.Element]) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "?"), let last = elements.indices.last else { return }
    elements[last].isOptional = true
    position += 1
  }

  private func plain(_ slice: ArraySlice<UInt8>, at start: Int) throws(CuePattern.Failure) -> [CuePattern.Element] {
    let text = String(decoding: slice, as: UTF8.self)
    switch text {
    case "*": return [CuePattern.Element(kind: .anyWord)]
    case "...", "…": return [CuePattern.Element(kind: .gap)]
    case "#": return [CuePattern.Element(kind: .number)]
    default: break
    }
    let isOptional = text.count > 1 && text.hasSuffix("?")
    let variants = try words(isOptional ? String(text.dropLast()) : text, at: start)
    return [CuePattern.Element(kind: .words(variants), isOptional: isOptional)]
  }

  /// All word sequences of a choice; choices may be nested ("(knows|can (read|write))").
  private func choices(in body: ArraySlice<UInt8>) throws(CuePattern.Failure) -> [[CuePattern.Word]] {
    var result: [[CuePattern.Word]] = []
    var sequences: [[CuePattern.Word]] = [[]]
    var index = body.startIndex
    func close() throws(CuePattern.Failure) {
      guard sequences.allSatisfy({ !$0.isEmpty }) else {
        throw CuePattern.Failure(pattern: source, position: body.startIndex, reason: "a choice is empty")
      }
      result += sequences
      sequences = [[]]
    }
    while index < body.endIndex {
      let variants: [[CuePattern.Word]]
      switch body[index] {
      case UInt8(ascii: "|"):
        try close()
        index += 1
        continue
      case UInt8(ascii: " "):
        index += 1
        continue
      case UInt8(ascii: "("):
        let end = try closing(from: index)
        variants = try choices(in: body[index + 1..<end])
        index = end + 1
      default:
        let start = index
        while index < body.endIndex, !" |()".utf8.contains(body[index]) { index += 1 }
        guard index > start else {
          throw CuePattern.Failure(pattern: source, position: index, reason: "“)” without its opening mark")
        }
        variants = try words(String(decoding: body[start..<index], as: UTF8.self), at: start)
      }
      sequences = sequences.flatMap { front in variants.map { front + $0 } }
      guard sequences.count + result.count <= 400 else {
        throw CuePattern.Failure(pattern: source, position: index, reason: "it has more than 400 choices")
      }
    }
    try close()
    return result.sorted { $0.count > $1.count }
  }

  /// The parenthesis that closes the one at a place.
  private func closing(from open: Int) throws(CuePattern.Failure) -> Int {
    var depth = 0
    for index in open..<bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    throw CuePattern.Failure(pattern: source, position: open, reason: "“)” is missing")
  }

  /// The token sequences that one written word stands for: itself, and the long form of a contraction.
  private func words(_ text: String, at start: Int) throws(CuePattern.Failure) -> [[CuePattern.Word]] {
    if text == "#" { return [[CuePattern.Word(key: WordKey("#"), stems: [], isNumber: true)]] }
    let isStem = text.hasSuffix("~")
    let word = isStem ? String(text.dropLast()) : text
    let tokens = Tokeniser.tokens(of: " " + word).filter { $0.kind != .lineBreak }
    guard !tokens.isEmpty, !word.contains("~") else {
      throw CuePattern.Failure(pattern: source, position: start, reason: "“\(text)” is no word")
    }
    var result = [
      tokens.enumerated().map { index, token in
        CuePattern.Word(key: token.key, stems: isStem && index == tokens.count - 1 ? Self.stems(of: word, token) : [])
      }
    ]
    result += Self.longForms(word.lowercased()).map { $0.map { CuePattern.Word(key: WordKey($0), stems: []) } }
    return result
  }

  /// The stem, and for a known verb every form of it: the stemmer knows neither "paid" nor "used".
  private static func stems(of word: String, _ token: Token) -> Set<WordKey> {
    var result: Set<WordKey> = [token.stem]
    for form in Verbs.forms(of: word.lowercased()) {
      result.insert(WordKey(form))
      result.insert(Tokeniser.stem(of: form.utf8))
    }
    return result
  }

  private static func longForms(_ word: String) -> [[String]] {
    switch word {
    case "cannot", "can't": return [["can", "not"], ["cannot"], ["can't"], ["cant"]]
    case "won't": return [["will", "not"], ["wont"]]
    default:
      guard word.hasSuffix("n't") else { return [] }
      return [[String(word.dropLast(3)), "not"], [word.replacingApostrophe()]]
    }
  }

  private func failure(_ reason: String) -> CuePattern.Failure {
    CuePattern.Failure(pattern: source, position: position, reason: reason)
  }
}

extension String {
  /// "don't" as people type it in a hurry: "dont".
  fileprivate func replacingApostrophe() -> String { String(filter { $0 != "'" }) }
}
