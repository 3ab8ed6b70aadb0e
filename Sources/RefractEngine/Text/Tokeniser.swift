/// Cuts a text into tokens in one pass over its UTF-8 bytes.
package enum Tokeniser {
  package static func tokens(of text: String) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      scanner.run()
      return scanner.tokens
    }
  }

  /// Key of a word without a common English ending, for matching cues over inflected forms: plural and third-person
  /// `s`, `ed`, `ing`, and a final `e`. Crude on purpose: it is applied to both sides, so it only has to be consistent.
  package static func stem(of word: some Collection<UInt8>) -> WordKey {
    Array(word).withUnsafeBufferPointer { stem(of: $0) }
  }

  /// The same for bytes in place; capitals count as small letters.
  static func stem(of word: UnsafeBufferPointer<UInt8>) -> WordKey {
    let (length, endsInY) = stemLength(of: word)
    var hasher = FNV1a()
    for place in 0..<length { hasher.add(word[place].lowered) }
    if endsInY { hasher.add(UInt8(ascii: "y")) }
    return WordKey(hash: hasher.value)
  }

  /// How much of the word stays, and whether a `y` takes the place of what went.
  private static func stemLength(of word: UnsafeBufferPointer<UInt8>) -> (length: Int, endsInY: Bool) {
    var length = word.count
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard length >= count + 3 else { return false }
      for place in 0..<count where word[length - count + place].lowered != suffix.utf8Start[place] { return false }
      return true
    }
    // Every ending that goes has one of these last letters.
    guard let last = word.last?.lowered, "sdge".utf8.contains(last) else { return (length, false) }
    if ends("ies") || ends("ied") { return (length - 3, true) }
    if ends("sses") || ends("ches") || ends("shes") || ends("xes") {
      length -= 2
    } else if ends("ing") {
      length = undoubled(word, length - 3)
    } else if ends("ed") {
      length = undoubled(word, length - 2)
    } else if length > 3, last == UInt8(ascii: "s"), word[length - 2].lowered != UInt8(ascii: "s") {
      length -= 1
    }
    if length > 3, word[length - 1].lowered == UInt8(ascii: "e") { length -= 1 }
    return (length, false)
  }

  /// "stopp" becomes "stop"; "ll", "ss" and "zz" stay ("call", "pass").
  private static func undoubled(_ word: UnsafeBufferPointer<UInt8>, _ length: Int) -> Int {
    guard length > 3 else { return length }
    let last = word[length - 1].lowered
    return word[length - 2].lowered == last && !"lsz".utf8.contains(last) ? length - 1 : length
  }
}

/// The state of one pass: a position and the tokens so far.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var tokens: [Token] = []
  var position = 0
  var isLineStart = true
  var isAfterSpace = true

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

  mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x0A:
        append(.lineBreak, length: 1)
        isLineStart = true
        isAfterSpace = true
        continue
      case 0x20, 0x09, 0x0D:
        position += 1
        isAfterSpace = true
        continue
      default: break
      }
      if byte == 0xC2, peek(1) == 0xA0 {  // no-break space
        position += 2
        isAfterSpace = true
        continue
      }
      if isLineStart, let length = bulletLength() {
        append(.bullet, length: length)
      } else if byte.isASCIIDigit || (byte == UInt8(ascii: ".") && peek(1)?.isASCIIDigit == true && isAfterSpace) {
        append(.number, length: numberLength())
      } else if byte.isASCIILetter || isLetterStart(byte) {
        append(.word, length: wordLength())
      } else {
        let (kind, length) = markLength()
        append(kind, length: length)
      }
      isLineStart = false
    }
  }

  func peek(_ offset: Int) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }

  /// `-`, `*`, `•`, `–` or `1.`/`1)` at the start of a line with white space behind.
  func bulletLength() -> Int? {
    func isGap(_ offset: Int) -> Bool {
      guard let byte = peek(offset) else { return false }
      return byte == 0x20 || byte == 0x09
    }
    let byte = bytes[position]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") { return isGap(1) ? 1 : nil }
    if byte == 0xE2, peek(1) == 0x80, let third = peek(2), [0xA2, 0x93, 0x94].contains(third) {
      return isGap(3) ? 3 : nil
    }
    var digits = 0
    while digits < 3, peek(digits)?.isASCIIDigit == true { digits += 1 }
    guard digits > 0, digits < 3, let mark = peek(digits), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
      return nil
    }
    return isGap(digits + 1) ? digits + 1 : nil
  }

  func numberLength() -> Int {
    var length = 1
    while let byte = peek(length) {
      if byte.isASCIIDigit {
        length += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), peek(length + 1)?.isASCIIDigit == true {
        length += 2
      } else {
        break
      }
    }
    return length
  }

  /// True for a lead byte of a letter outside ASCII: everything but the blocks of punctuation, arrows and symbols
  /// (U+00A1–00BF, U+2000–2BFF, U+3000–303F) and emoji.
  func isLetterStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2: false
    case 0xC3...0xDF: true
    case 0xE2: (peek(1) ?? 0) >= 0xB0  // U+2C00 and up
    case 0xE3: (peek(1) ?? 0) >= 0x81
    case 0xE0, 0xE1, 0xE4...0xEE: true
    case 0xEF: false
    default: false
    }
  }

  func wordLength() -> Int {
    var length = 0
    while let byte = peek(length) {
      if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") {
        length += 1
      } else if byte >= 0x80 {
        if byte == 0xE2, peek(length + 1) == 0x80, peek(length + 2) == 0x99, isLetterByte(peek(length + 3)) {
          length += 3  // ’ inside a word
        } else if (byte & 0xC0) == 0x80 || letterFollows(length) {
          length += 1
        } else {
          break
        }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-"), isLetterByte(peek(length + 1)) {
        length += 1
      } else {
        break
      }
    }
    return max(length, 1)
  }

  func letterFollows(_ offset: Int) -> Bool {
    guard let byte = peek(offset) else { return false }
    var copy = self
    copy.position += offset
    return copy.isLetterStart(byte)
  }

  func isLetterByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte.isASCIILetter || byte >= 0xC3 && byte < 0xE2
  }

  func markLength() -> (Token.Kind, Int) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: ">"), UInt8(ascii: "=") where peek(1) == UInt8(ascii: ">"):
      return (.symbol, 2)
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-") && peek(2) == UInt8(ascii: ">"): return (.symbol, 3)
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"):
      return (.punctuation, 1)
    case 0xC2: return (peek(1) == 0xAB || peek(1) == 0xBB ? .punctuation : .symbol, min(2, bytes.count - position))
    case 0xE2:
      let length = min(3, bytes.count - position)
      return (peek(1) == 0x80 ? .punctuation : .symbol, length)  // U+2000–203F: dashes, quotes, ellipsis
    case 0x00..<0x80: return (.symbol, 1)
    case 0xF0...: return (.symbol, min(4, bytes.count - position))
    case 0xE0..<0xF0: return (.symbol, min(3, bytes.count - position))
    default: return (.symbol, min(2, bytes.count - position))
    }
  }

  private func keys(_ range: Range<Int>, _ kind: Token.Kind) -> (key: WordKey, stem: WordKey) {
    let token = UnsafeBufferPointer(rebasing: bytes[range])
    var hasher = FNV1a()
    for byte in token {
      if byte == 0xE2 { return Self.keysWithPlainApostrophes(token, kind) }
      hasher.add(byte.lowered)
    }
    let key = WordKey(hash: hasher.value)
    return (key, kind == .word ? Tokeniser.stem(of: token) : key)
  }

  /// `’` counts as `'`.
  private static func keysWithPlainApostrophes(
    _ token: UnsafeBufferPointer<UInt8>, _ kind: Token.Kind
  ) -> (key: WordKey, stem: WordKey) {
    var plain: [UInt8] = []
    var offset = 0
    while offset < token.count {
      if token[offset] == 0xE2, offset + 2 < token.count, token[offset + 1] == 0x80, token[offset + 2] == 0x99 {
        plain.append(UInt8(ascii: "'"))
        offset += 3
      } else {
        plain.append(token[offset].lowered)
        offset += 1
      }
    }
    var hasher = FNV1a()
    for byte in plain { hasher.add(byte) }
    let key = WordKey(hash: hasher.value)
    return (key, kind == .word ? Tokeniser.stem(of: plain) : key)
  }

  mutating func append(_ kind: Token.Kind, length: Int) {
    let start = position
    position += length
    let (key, stem) = keys(start..<position, kind)
    let first = bytes[start]
    let isCapital = first >= 65 && first <= 90 || (first == 0xC3 && start + 1 < bytes.count && bytes[start + 1] < 0x9F)
    tokens.append(
      Token(
        kind: kind, isGlued: !isAfterSpace, isCapitalised: kind == .word && isCapital, start: start, end: position,
        key: key, stem: stem))
    isAfterSpace = false
  }
}
