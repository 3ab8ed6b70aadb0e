internal import Mustache

/// Plain text as inline CommonMark: whatever a parser would read as markup is escaped, and nothing else, so that the
/// Markdown file reads well as it stands.
///
/// The text may stand at the start of a line, so line starts count as markup too. White space at the ends goes, line
/// breaks become spaces. Templates must not put `(`, `[` or `:` right behind a value.
package struct MarkdownText: MustacheContentType {
  package init() {}

  package func escapeText(_ text: String) -> String {
    var writer = MarkdownWriter(MarkdownText.flatten(text))
    return String(decoding: writer.escaped(), as: UTF8.self)
  }

  /// The text on one line, without white space at its ends.
  package static func flatten(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x0B, 0x0C, 0x0D: bytes.append(0x20)
      case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
    while let length = trailingSpace(bytes[...]) { bytes.removeLast(length) }
    var start = 0
    while let length = leadingSpace(bytes[start...]) { start += length }
    return start == 0 ? bytes : Array(bytes[start...])
  }

  private static func trailingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if last == 0x20 || last == 0x09 { return 1 }
    for length in [2, 3] where bytes.count >= length && isWideSpace(bytes.suffix(length)) { return length }
    return nil
  }

  private static func leadingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == 0x20 || first == 0x09 { return 1 }
    for length in [2, 3] where bytes.count >= length && isWideSpace(bytes.prefix(length)) { return length }
    return nil
  }

  /// True for the spaces of Unicode beyond ASCII, which keep `**` from opening or closing beside them.
  private static func isWideSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    let one = bytes.reduce(0) { $0 << 8 | Int($1) }
    return switch one {
    case 0xC2A0, 0xE19A80, 0xE28080...0xE2808A, 0xE280AF, 0xE2819F, 0xE38080: true
    default: false
    }
  }
}

/// One pass over the bytes of a text that stands on one line.
private struct MarkdownWriter {
  private let text: [UInt8]
  private var result: [UInt8] = []
  /// Places of brackets that may stay bare: the two ends of `[350 − 150]`.
  private var bareBrackets: Set<Int> = []

  init(_ text: [UInt8]) {
    self.text = text
    result.reserveCapacity(text.count + 16)
  }

  mutating func escaped() -> [UInt8] {
    findBareBrackets()
    let marker = lineMarker()
    for place in text.indices {
      if place == marker || isMarkup(at: place) { result.append(UInt8(ascii: "\\")) }
      result.append(text[place])
    }
    return result
  }

  /// Place of the character that makes a block of a line that starts with this text; nil if it stays a paragraph.
  private func lineMarker() -> Int? {
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: ">"): return 0
    case UInt8(ascii: "+"): return isBreak(at: 1) ? 0 : nil
    case UInt8(ascii: "-"): return isBreak(at: 1) || text[1] == first ? 0 : nil
    case UInt8(ascii: ":"): return isBreak(at: 1) || text[1] == first ? 0 : nil
    case UInt8(ascii: "="): return text.allSatisfy { $0 == first || $0 == 0x20 } ? 0 : nil
    case UInt8(ascii: "#"):
      let count = text.prefix { $0 == first }.count
      return isBreak(at: count) ? 0 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let count = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      guard count <= 9, count < text.count else { return nil }
      let isDelimiter = text[count] == UInt8(ascii: ".") || text[count] == UInt8(ascii: ")")
      return isDelimiter && isBreak(at: count + 1) ? count : nil
    default: return nil
    }
  }

  /// True for a space and past the end.
  private func isBreak(at place: Int) -> Bool {
    place >= text.count || text[place] == 0x20 || text[place] == 0x09
  }

  private func isMarkup(at place: Int) -> Bool {
    switch text[place] {
    case UInt8(ascii: "`"), UInt8(ascii: "|"): true
    case UInt8(ascii: "\\"): isPunctuation(place + 1)
    case UInt8(ascii: "*"): !(isSpace(place - 1) && isSpace(place + 1))
    case UInt8(ascii: "_"): !isInsideWord(place)
    case UInt8(ascii: "["), UInt8(ascii: "]"): !bareBrackets.contains(place)
    case UInt8(ascii: "!"): place + 1 < text.count && text[place + 1] == UInt8(ascii: "[")
    case UInt8(ascii: "<"): opensTag(place)
    case UInt8(ascii: "&"): opensEntity(place)
    case UInt8(ascii: "~"): !isApproximation(place)
    // At the end of a heading they would close it.
    case UInt8(ascii: "#"): isSpace(place - 1) && text[place...].allSatisfy { $0 == UInt8(ascii: "#") }
    // Shortcodes and attribute lists of the usual site generators.
    case UInt8(ascii: "{"):
      place + 1 >= text.count || [0x7B, 0x25, 0x3A, 0x23].contains(text[place + 1]) || isBrace(place - 1)
    // Hugo and Zola look for these pairs before they look for Markdown.
    case UInt8(ascii: "%"): isBrace(place - 1)
    default: false
    }
  }

  private func isBrace(_ place: Int) -> Bool { text.indices.contains(place) && text[place] == UInt8(ascii: "{") }

  private func isSpace(_ place: Int) -> Bool {
    text.indices.contains(place) && (text[place] == 0x20 || text[place] == 0x09)
  }

  /// True for ASCII punctuation and past the end, where the template goes on.
  private func isPunctuation(_ place: Int) -> Bool {
    guard place < text.count else { return true }
    return switch text[place] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private func isWord(_ place: Int) -> Bool {
    guard text.indices.contains(place) else { return false }
    return switch text[place] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// True in `snake_case`, where an underscore is no emphasis.
  private func isInsideWord(_ place: Int) -> Bool {
    var low = place - 1
    while low >= 0, text[low] == UInt8(ascii: "_") { low -= 1 }
    var high = place + 1
    while high < text.count, text[high] == UInt8(ascii: "_") { high += 1 }
    return isWord(low) && isWord(high)
  }

  /// True if the `<` may start a tag, a comment or an autolink.
  private func opensTag(_ place: Int) -> Bool {
    guard place + 1 < text.count else { return true }
    return switch text[place + 1] {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }

  /// True if the `&` may start a character reference, also one that the template's next character would end.
  private func opensEntity(_ place: Int) -> Bool {
    var next = place + 1
    if next < text.count, text[next] == UInt8(ascii: "#") { next += 1 }
    while next < text.count, next - place < 40, isWord(next) { next += 1 }
    return next >= text.count || (text[next] == UInt8(ascii: ";") && next > place + 1)
  }

  /// True in "~30%", which no dialect strikes through.
  private func isApproximation(_ place: Int) -> Bool {
    let isOpen = place == 0 || isSpace(place - 1) || text[place - 1] == UInt8(ascii: "(")
    return isOpen && place + 1 < text.count && (0x30...0x39).contains(text[place + 1])
  }

  /// Pairs of brackets that no parser reads as a link, a footnote, a task or a definition.
  private mutating func findBareBrackets() {
    var open: Int?
    for place in text.indices {
      if text[place] == UInt8(ascii: "[") {
        open = open == nil && place > 0 && mayStandInBrackets(place + 1) ? place : nil
      } else if text[place] == UInt8(ascii: "]") {
        let isLink = place + 1 < text.count && [0x28, 0x5B, 0x3A, 0x7B].contains(text[place + 1])
        if let start = open, !isLink { bareBrackets.formUnion([start, place]) }
        open = nil
      }
    }
  }

  private func mayStandInBrackets(_ place: Int) -> Bool {
    guard place < text.count else { return false }
    return switch text[place] {
    case 0x30...0x39, 0x28, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
