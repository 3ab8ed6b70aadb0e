/// A text cut at white space, with each word's own signs apart from the punctuation around it.
struct TextPieces {
  let bytes: [UInt8]
  /// Byte ranges between white space.
  private(set) var words: [Range<Int>] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    var start: Int?
    for (place, byte) in bytes.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if isBlank, let first = start {
        words.append(first..<place)
        start = nil
      } else if !isBlank, start == nil {
        start = place
      }
    }
    if let start { words.append(start..<bytes.count) }
  }

  /// A word without brackets, quotation marks and punctuation at its ends; a `+` in front stays.
  func core(_ place: Int) -> Range<Int> {
    var range = words[place]
    while let first = range.first, Self.leading.contains(bytes[first]) { range.removeFirst() }
    while let last = range.last, Self.trailing.contains(bytes[last]) { range.removeLast() }
    return range
  }

  /// True for a word in brackets of its own, such as the `(030)` of a telephone number.
  func isBracketed(_ place: Int) -> Bool {
    words[place].count > 1 && bytes[words[place].lowerBound] == UInt8(ascii: "(")
      && bytes[words[place].upperBound - 1] == UInt8(ascii: ")")
  }

  /// A word as it stands.
  func text(_ place: Int) -> String { String(decoding: bytes[words[place]], as: UTF8.self) }

  /// A word without a sign at its end.
  func word(_ place: Int, without sign: Character) -> String {
    let text = text(place)
    return text.last == sign ? String(text.dropLast()) : text
  }

  /// True if a comma, a full stop or a bracket ends the word.
  func endsPhrase(_ place: Int) -> Bool { core(place).upperBound < words[place].upperBound }

  /// An e-mail address, or an address with a name and a password in it.
  static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    guard let at = word.lastIndex(of: UInt8(ascii: "@")), at > word.startIndex else { return false }
    let host = word[(at + 1)...]
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return dot > host.startIndex && dot < host.endIndex - 1
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static let leading = Set("([<{\"'*_".utf8)
  private static let trailing = Set(")]>}\"'.,;:!?*_".utf8)
}
