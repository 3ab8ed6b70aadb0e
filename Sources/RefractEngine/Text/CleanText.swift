/// A text as the engine keeps it, and what was taken out to get there.
///
/// Line breaks of every kind become `\n`. Dropped are control characters except `\n` and tab, the signs that change the
/// direction of writing, zero-width space and byte order marks. Zero-width joiner and non-joiner stay: emoji and several
/// scripts are written with them.
struct CleanText: Equatable {
  var text: String
  /// How many characters were dropped; line breaks and trailing line breaks do not count.
  var dropped: Int

  /// Cleans a text and takes off its trailing line breaks.
  init(_ typed: String) {
    if typed.utf8.contains(where: Self.isSuspect) {
      var scalars = String.UnicodeScalarView()
      dropped = Self.clean(typed.unicodeScalars, into: &scalars)
      text = String(scalars)
    } else {
      text = typed
      dropped = 0
    }
    while text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
  }

  private static func clean(_ scalars: String.UnicodeScalarView, into result: inout String.UnicodeScalarView) -> Int {
    var dropped = 0
    var afterReturn = false
    for scalar in scalars {
      let completesBreak = afterReturn && scalar == "\n"
      afterReturn = scalar == "\r"
      if completesBreak { continue }
      switch scalar.value {
      case 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
        0xFEFF:
        dropped += 1
      default: result.append(scalar)
      }
    }
    return dropped
  }

  /// True for bytes that may start something to replace: controls, DEL and the lead bytes of U+0080, U+061C, U+2000 and
  /// U+FEFF. Most texts have none of them.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    if byte < 0x20 { return byte != 0x0A && byte != 0x09 }
    return byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF
  }
}

extension String {
  /// True if there is nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Without white space at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
