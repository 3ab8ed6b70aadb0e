/// Writes JSON as it goes: keys in the order given, two spaces a level, ASCII-safe where programs stumble (control
/// characters, U+2028 and U+2029).
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// True before the first entry of the innermost object or list.
  private var isFirst = true
  private var isAfterKey = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { container("{", "}", body) }
  mutating func list(_ body: (inout JSONWriter) -> Void) { container("[", "]", body) }

  mutating func list<Element>(_ elements: [Element], _ each: (inout JSONWriter, Element) -> Void) {
    list { writer in
      for element in elements { each(&writer, element) }
    }
  }

  mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(contentsOf: ": ".utf8)
    isAfterKey = true
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  mutating func number(_ value: Int) { raw(String(value)) }

  /// At most three decimals; what is no number becomes null.
  mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e12 else { return raw("null") }
    let thousandths = Int((value * 1000).rounded())
    let whole = thousandths.magnitude / 1000
    var decimals = String(1000 + thousandths.magnitude % 1000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    raw((thousandths < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals))
  }

  mutating func null() { raw("null") }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func container(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      breakLine()
    }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F: bytes.append(contentsOf: "\\u00".utf8 + [hex(byte >> 4), hex(byte & 15)])
      case 0xA8, 0xA9:
        if before == (0xE2, 0x80) {
          bytes.removeLast(2)
          bytes.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
      before = (before.1, byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}

extension JSONWriter {
  mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Left out if there is none.
  mutating func optional(_ name: String, _ text: String?) {
    if let text { field(name, text) }
  }

  mutating func field(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    list(texts) { $0.string($1) }
  }
}
