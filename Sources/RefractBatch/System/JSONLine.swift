/// Bytes of JSON that are being written, without white space: manifest, history and log are lines.
struct JSONLine {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func raw(_ more: [UInt8]) { bytes += more }

  mutating func lines<Item>(_ items: [Item], _ write: (inout JSONLine, Item) -> Void) {
    for (offset, item) in items.enumerated() {
      write(&self, item)
      raw(offset + 1 == items.count ? "\n" : ",\n")
    }
  }

  mutating func digest(_ digest: Digest?) {
    guard let digest else { return raw("null") }
    bytes.append(UInt8(ascii: "\""))
    digest.appendHex(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String) {
    raw("\"")
    // Hardly any text has a mark to escape.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      raw(text)
      raw("\"")
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(byte)
      }
    }
    raw("\"")
  }
}
