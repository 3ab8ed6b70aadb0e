/// The author's words turned to the reader's side.
extension English {
  /// "our dashboard" becomes "your dashboard".
  package static func addressed(_ text: String) -> String {
    guard text.withBytes(hasPlainLetters) else { return addressedByCharacter(text) }
    return text.withBytes(addressed) ?? text
  }

  /// True if all letters are ASCII and nothing that could be part of one stands between them: signs and money of Latin-1
  /// (U+00A0–00BF), dashes, quotation marks (U+2010–203F) and currencies (U+20A0–20BF).
  private static func hasPlainLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch bytes[place] {
      case 0..<0x80: place += 1
      case 0xC2 where ![0xAA, 0xB5, 0xBA].contains(next): place += 2
      case 0xE2 where next == 0x80 && place + 2 < bytes.count && bytes[place + 2] >= 0x90: place += 3
      case 0xE2 where next == 0x82 && place + 2 < bytes.count && bytes[place + 2] >= 0xA0: place += 3
      default: return false
      }
    }
    return true
  }

  /// Nil if no word is turned.
  private static func addressed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var result: [UInt8] = []
    var (copied, start, place) = (0, 0, 0)
    while place <= bytes.count {
      let length = place < bytes.count ? letterLength(bytes, at: place) : 0
      if length > 0 {
        place += length
        continue
      }
      if let word = turned(bytes, start..<place) {
        result += bytes[copied..<start]
        result += word.utf8
        copied = place
      }
      place += 1
      start = place
    }
    if copied == 0 { return nil }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Length in bytes of a letter or an apostrophe; 0 for anything else.
  private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    if bytes[place].isASCIILetter || bytes[place] == UInt8(ascii: "'") { return 1 }
    let isApostrophe =
      bytes[place] == 0xE2 && place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99
    return isApostrophe ? 3 : 0
  }

  /// Nil for a word that stays as it is.
  private static func turned(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    // No word that is turned is longer, and each starts with one of these letters.
    guard 1...9 ~= range.count, "afmostuwIMOUW".utf8.contains(bytes[range.lowerBound]) else { return nil }
    return turned(String(decoding: bytes[range], as: UTF8.self))
  }

  private static func turned(_ word: String) -> String? {
    switch word {
    case "our", "my": "your"
    case "Our", "My": "Your"
    case "we", "I", "us", "me", "We", "Us": "you"
    case "ours", "mine": "yours"
    case "ourselves": "yourselves"
    case "myself": "yourself"
    case "am": "are"
    case "I'm", "I’m", "we're", "We're", "we’re": "you are"
    case "we've", "we’ve", "I've", "I’ve": "you have"
    // Outside quotation marks the report writes as one writes.
    case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday": English.capitalised(word)
    default: nil
    }
  }

  private static func addressedByCharacter(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character == "'" || character == "’" {
        word.append(character)
      } else {
        result += turned(word) ?? word
        result.append(character)
        word = ""
      }
    }
    return result + (turned(word) ?? word)
  }
}
