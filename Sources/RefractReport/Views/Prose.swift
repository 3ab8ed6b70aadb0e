/// Plain sentences as HTML.
enum Prose {
  /// Escaped, and each sum in brackets ("[350 − 150]") set apart.
  static func html(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 32)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "["), let end = sumEnd(bytes, from: place) {
        result.append(contentsOf: "<span class=\"sum\">".utf8)
        HTMLText.append(bytes[place...end], to: &result)
        result.append(contentsOf: "</span>".utf8)
        place = end + 1
      } else {
        HTMLText.append(CollectionOfOne(bytes[place]), to: &result)
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the bracket that opens here closes, if it holds a digit and no further bracket.
  private static func sumEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var hasDigit = false
    for place in (start + 1)..<min(bytes.count, start + 120) {
      switch bytes[place] {
      case UInt8(ascii: "]"): return hasDigit ? place : nil
      case UInt8(ascii: "["), 0x0A: return nil
      case 0x30...0x39: hasDigit = true
      default: continue
      }
    }
    return nil
  }
}
