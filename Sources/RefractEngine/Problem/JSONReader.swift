/// Reads JSON (RFC 8259, nothing more) into a ``Tree``.
enum JSONReader {
  static func read(_ source: SourceText, limits: ReadingLimits) throws(Diagnostic) -> Tree {
    var scanner = JSONScanner(source: source, limits: limits)
    scanner.skipBlanks()
    guard scanner.peek() != nil else { return Tree(source: source, root: nil, findings: Findings(source: source)) }
    try scanner.value()
    scanner.skipBlanks()
    if scanner.peek() != nil {
      throw scanner.trouble(
        "something follows the end of the JSON", code: .trailing, label: nil,
        help: "one problem a file: delete the rest")
    }
    return Tree(source: source, root: scanner.builder.root, findings: scanner.builder.findings)
  }

  /// Reads several documents that stand one behind the other, as programs print them; the limits hold for all together.
  static func readDocuments(
    _ source: SourceText, limits: ReadingLimits
  ) throws(Diagnostic) -> (roots: [Node], findings: Findings) {
    var scanner = JSONScanner(source: source, limits: limits)
    var roots: [Node] = []
    scanner.skipBlanks()
    while scanner.peek() != nil {
      try scanner.value()
      if let root = scanner.builder.root { roots.append(root) }
      scanner.skipBlanks()
    }
    return (roots, scanner.builder.findings)
  }
}

/// One pass over the bytes. Recursion is bounded by the depth limit, which the builder guards.
private struct JSONScanner {
  let source: SourceText
  var builder: TreeBuilder
  private let bytes: [UInt8]
  private var at = 0

  init(source: SourceText, limits: ReadingLimits) {
    self.source = source
    bytes = source.bytes
    builder = TreeBuilder(source: source, limits: limits)
  }

  func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  mutating func value() throws(Diagnostic) {
    // A zero stands for the end: neither starts a value.
    switch peek() ?? 0 {
    case UInt8(ascii: "{"): try map()
    case UInt8(ascii: "["): try list()
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): try word()
    default: throw unexpected("a value was expected here")
    }
  }

  private mutating func map() throws(Diagnostic) {
    try builder.open(map: true, at: at)
    at += 1
    skipBlanks()
    if peek() != UInt8(ascii: "}") {
      while true {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes was expected here") }
        try string()
        skipBlanks()
        guard peek() == UInt8(ascii: ":") else { throw unexpected("a `:` was expected here") }
        at += 1
        skipBlanks()
        try value()
        if try !comma(before: UInt8(ascii: "}")) { break }
      }
    }
    at += 1
    try builder.close(at: at)
  }

  private mutating func list() throws(Diagnostic) {
    try builder.open(map: false, at: at)
    at += 1
    skipBlanks()
    if peek() != UInt8(ascii: "]") {
      while true {
        try value()
        if try !comma(before: UInt8(ascii: "]")) { break }
      }
    }
    at += 1
    try builder.close(at: at)
  }

  /// True if a comma and another element follow; false in front of the closing sign.
  private mutating func comma(before close: UInt8) throws(Diagnostic) -> Bool {
    skipBlanks()
    if peek() == close { return false }
    guard peek() == UInt8(ascii: ",") else {
      throw unexpected("a `,` or `\(Unicode.Scalar(close))` was expected here")
    }
    let comma = at
    at += 1
    skipBlanks()
    if peek() == close {
      at = comma
      throw trouble("JSON has no comma behind the last entry", label: nil, help: "delete the comma")
    }
    return true
  }

  private mutating func number() throws(Diagnostic) {
    let start = at
    if peek() == UInt8(ascii: "-") { at += 1 }
    if peek() == UInt8(ascii: "0") {
      at += 1
      if digits() > 0 { throw badNumber(from: start) }
    } else if digits() == 0 {
      throw badNumber(from: start)
    }
    if peek() == UInt8(ascii: ".") {
      at += 1
      if digits() == 0 { throw badNumber(from: start) }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      at += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { at += 1 }
      if digits() == 0 { throw badNumber(from: start) }
    }
    if let byte = peek(), Self.isWordByte(byte) || byte == UInt8(ascii: ".") { throw badNumber(from: start) }
    try builder.scalar(String(decoding: bytes[start..<at], as: UTF8.self), .number, start..<at)
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
    return at - start
  }

  private mutating func badNumber(from start: Int) -> Diagnostic {
    while let byte = peek(), Self.isWordByte(byte) || byte == UInt8(ascii: ".") { at += 1 }
    return builder.trouble(
      .syntax, "this is not a JSON number", start..<max(at, start + 1),
      help: "put it in double quotes to keep it as typed")
  }

  private mutating func word() throws(Diagnostic) {
    let start = at
    while let byte = peek(), Self.isWordByte(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    switch text {
    case "true", "false": try builder.scalar(text, .bool, start..<at)
    case "null": try builder.scalar(text, .null, start..<at)
    default:
      throw builder.trouble(
        .syntax, "`\(TerminalText.shortened(text))` is not a JSON value", start..<at, help: "put it in double quotes")
    }
  }

  private mutating func string() throws(Diagnostic) {
    let start = at
    var reader = JSONString(bytes: bytes, at: at + 1)
    let text: String
    do throws(JSONString.Failure) {
      text = try reader.read()
    } catch {
      let range = error.isUnclosed ? start..<start + 1 : error.range
      throw builder.trouble(error.code, error.message, range, help: error.help)
    }
    at = reader.at
    try builder.scalar(text, .quoted, start..<at)
  }

  private func unexpected(_ message: String) -> Diagnostic {
    switch peek() {
    case nil: return trouble("the file ends too early: " + message, label: "the end", help: "close what is open")
    case UInt8(ascii: "'"):
      return trouble(message, label: "found a single quote", help: "JSON texts are in double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return trouble("JSON has no comments", label: "found a comment", help: "delete it, or use YAML")
    default: return trouble(message)
    }
  }

  /// A finding at the current byte that ends the reading.
  func trouble(
    _ message: String, code: DiagnosticCode = .syntax, label: String? = nil, help: String? = nil
  ) -> Diagnostic {
    builder.trouble(code, message, at..<at + 1, label: label, help: help)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
