/// Reads one JSON string behind its opening quote.
struct JSONString {
  struct Failure: Error {
    var code: DiagnosticCode = .syntax
    var message: String
    var range: Range<Int>
    var help: String?
    /// The string has no end, so that its start is the place to show.
    var isUnclosed = false
  }

  let bytes: [UInt8]
  /// Next byte to read; behind the closing quote when done.
  private(set) var at: Int

  mutating func read() throws(Failure) -> String {
    let start = at
    skipPlain()
    // Most strings have no escape and are taken as they are.
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    var result = Array(bytes[start..<at])
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &result)
      default: throw control()
      }
      let plain = at
      skipPlain()
      result += bytes[plain..<at]
    }
    throw Failure(
      message: "this quote is never closed", range: at..<at, help: "close the text with `\"`", isUnclosed: true)
  }

  private mutating func skipPlain() {
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      at += 1
    }
  }

  private func control() -> Failure {
    if bytes[at] == 0x0A || bytes[at] == 0x0D {
      return Failure(
        message: "a JSON text cannot hold a line break", range: at..<at + 1, help: "write `\\n`, or use YAML")
    }
    return Failure(
      code: .controlCharacter, message: "control characters are not allowed", range: at..<at + 1,
      help: bytes[at] == 0x09 ? "write a tab as `\\t`" : "delete the character")
  }

  private mutating func escape(into result: inout [UInt8]) throws(Failure) {
    let start = at
    guard at + 1 < bytes.count else {
      at = bytes.count
      return
    }
    let sign = bytes[at + 1]
    at += 2
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(sign)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"): result += Array(String(try scalar(from: start)).utf8)
    default:
      throw Failure(
        message: "JSON has no such escape", range: start..<start + 2, help: "double the `\\` if it belongs to the text")
    }
  }

  private mutating func scalar(from start: Int) throws(Failure) -> Unicode.Scalar {
    let first = try hex(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
      at += 2
      let second = try hex(from: start)
      if second >= 0xDC00, second <= 0xDFFF,
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw Failure(
      message: "half of a surrogate pair stands alone", range: start..<at,
      help: "write both halves, as in `\\ud83d\\ude00`, or the character itself")
  }

  private mutating func hex(from start: Int) throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Self.digit(bytes[at]) else {
        throw Failure(message: "`\\u` needs four hexadecimal digits", range: start..<min(at + 1, bytes.count))
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
