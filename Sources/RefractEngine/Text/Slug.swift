/// Names that are safe in files and addresses: `[a-z0-9][a-z0-9-]*`, at most 80 characters.
package enum Slug {
  /// Longest slug in characters.
  package static let limit = 80

  /// True if the text is a slug.
  package static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first != UInt8(ascii: "-"), bytes.count <= limit else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  /// The slug a text suggests: letters in lower case, Latin letters without their accents, each run of anything else one
  /// `-`. Cut at a `-` if it is too long.
  ///
  /// A text without a Latin letter or digit gives `problem-` and a fixed number made from its bytes, so that such file
  /// names too have an address of their own.
  package static func make(from text: String) -> String {
    var slug: [UInt8] = []
    var gap = false
    for scalar in text.lowercased().unicodeScalars {
      // Combining marks vanish, so that a decomposed letter gives the same slug as a composed one.
      if scalar.value >= 0x300 && scalar.value <= 0x36F || scalar == "'" || scalar == "’" { continue }
      let letters = latin(scalar)
      guard !letters.isEmpty else {
        gap = true
        continue
      }
      if gap && !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      gap = false
      slug += letters
      if slug.count > 4 * limit { break }
    }
    guard !slug.isEmpty else { return "problem-" + fingerprint(text) }
    return String(decoding: shortened(slug), as: UTF8.self)
  }

  private static func shortened(_ slug: [UInt8]) -> ArraySlice<UInt8> {
    guard slug.count > limit else { return slug[...] }
    let head = slug[..<limit]
    if slug[limit] == UInt8(ascii: "-") { return head }
    guard let cut = head.lastIndex(of: UInt8(ascii: "-")), cut > limit / 2 else { return head }
    return head[..<cut]
  }

  private static func latin(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return isAlphanumeric(byte) ? [byte] : []
    }
    switch scalar {
    case "ß": return Array("ss".utf8)
    case "æ": return Array("ae".utf8)
    case "œ": return Array("oe".utf8)
    case "þ": return Array("th".utf8)
    default: break
    }
    let position = Int(scalar.value) - 0xE0
    guard position >= 0, position < plain.count, plain[position] != UInt8(ascii: "-") else { return [] }
    return [plain[position]]
  }

  /// U+00E0 to U+017F without accents; `-` where there is no such letter.
  private static let plain = Array(
    ("aaaaaa-ceeeeiiiidnooooo-ouuuuy-y" + "aaaaaaccccccccddddeeeeeeeeeegggg" + "gggghhhhiiiiiiiiii--jjkkklllllll"
      + "lllnnnnnnnnnoooooo--rrrrrrssssss" + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// FNV-1a of the UTF-8 bytes, eight hexadecimal digits.
  private static func fingerprint(_ text: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
