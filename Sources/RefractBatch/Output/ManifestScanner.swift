/// Reads the bytes of a manifest from left to right; every method gives nil where something else stands.
struct ManifestScanner {
  /// A hash or `null`.
  struct OptionalDigest {
    let value: Digest?
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func take(_ text: String) -> Bool {
    let text = text.utf8
    guard bytes.count - (position - bytes.startIndex) >= text.count,
      bytes[position..<position + text.count].elementsEqual(text)
    else { return false }
    position += text.count
    return true
  }

  mutating func digest() -> Digest? {
    guard take("\""), bytes.endIndex - position >= 65, let digest = Digest(hex: bytes[position..<position + 64])
    else { return nil }
    position += 64
    return take("\"") ? digest : nil
  }

  mutating func optionalDigest() -> OptionalDigest? {
    if take("null") { return OptionalDigest(value: nil) }
    return digest().map { OptionalDigest(value: $0) }
  }

  /// Items on a line each, up to the `]` that ends them, which is left.
  mutating func lines<Item>(_ item: (inout ManifestScanner) -> Item?) -> [Item]? {
    var items: [Item] = []
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "]") {
      guard let next = item(&self), take(",\n") || take("\n") else { return nil }
      items.append(next)
    }
    return items
  }

  mutating func file() -> FileRecord? {
    guard take("["), let path = string(), take(","), let size = integer(), take(","), let digest = digest(), take("]")
    else { return nil }
    return FileRecord(path: path, size: size, digest: digest)
  }

  mutating func report() -> ReportRecord? {
    guard take("{\"input\":"), let input = string(), take(",\"key\":"), let key = optionalDigest(),
      take(",\"id\":"), let id = string(), take(",\"notes\":"), let notes = integer(), take(",\"quality\":"),
      let quality = text(until: UInt8(ascii: ",")), take(",\"files\":["), let files = files(), take("],\"summary\":"),
      let rest = text(until: UInt8(ascii: "\n"))
    else { return nil }
    // The line ends `}`, or `},` where another follows; the comma is `lines`' to take.
    let hasComma = rest.utf8.last == UInt8(ascii: ",")
    if hasComma { position -= 1 }
    let summary = String(rest.dropLast(hasComma ? 2 : 1))
    return ReportRecord(
      input: BytePath(input), key: key.value, id: id, notes: notes, quality: Double(quality), files: files,
      summary: summary == "null" ? "" : summary)
  }

  private mutating func files() -> [FileRecord]? {
    var files: [FileRecord] = []
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "]") {
      guard files.isEmpty || take(","), let file = file() else { return nil }
      files.append(file)
    }
    return files
  }

  private mutating func integer() -> Int? {
    var value = 0
    let start = position
    while position < bytes.endIndex, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[position], value < 1 << 50 {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    return position > start ? value : nil
  }

  mutating func text(until end: UInt8) -> String? {
    guard let stop = bytes[position...].firstIndex(of: end) else { return nil }
    defer { position = stop }
    return String(decoding: bytes[position..<stop], as: UTF8.self)
  }

  mutating func string() -> String? {
    guard take("\"") else { return nil }
    var content: [UInt8] = []
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
      if byte != UInt8(ascii: "\\") {
        content.append(byte)
      } else if take("u00"), position + 2 <= bytes.endIndex,
        let value = UInt8(String(decoding: bytes[position..<position + 2], as: UTF8.self), radix: 16)
      {
        content.append(value)
        position += 2
      } else if position < bytes.endIndex {
        content.append(bytes[position])
        position += 1
      }
    }
    return nil
  }
}
