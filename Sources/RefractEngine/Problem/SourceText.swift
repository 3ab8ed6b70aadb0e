/// The bytes of one file, known to be UTF-8, and the places in it.
///
/// Positions are byte offsets; a ``Diagnostic/Place`` with line, column and excerpt is made only when something is to
/// be reported.
package struct SourceText: Sendable {
  /// The path as the user would type it.
  package let file: String
  /// The content without a byte order mark.
  package let bytes: [UInt8]
  /// True if there are only ASCII bytes, so that bytes and scalars count alike.
  let isASCII: Bool
  /// Offset of the first byte of each line; lines end at `\n`, `\r\n` or `\r`.
  private let lineStarts: [Int]

  /// Takes the bytes of a file.
  ///
  /// A UTF-8 byte order mark is dropped. Throws if the file is over `limits.bytes`, is UTF-16 or is not valid UTF-8.
  package init(file: String, bytes: [UInt8], limits: ReadingLimits = .problem) throws(Diagnostic) {
    guard bytes.count <= limits.bytes else {
      throw Diagnostic(
        .overLimit, "the file is larger than \(Self.size(limits.bytes))",
        at: Diagnostic.Place(file: file, line: 1, column: 1), label: nil,
        help: "split it into several problems, or keep only what the analysis needs")
    }
    if Self.isUTF16(bytes) {
      throw Diagnostic(
        .notUTF8, "the file is UTF-16, not UTF-8", at: Diagnostic.Place(file: file, line: 1, column: 1), label: nil,
        help: "save it as UTF-8; on a command line: `iconv -f UTF-16 -t UTF-8 OLD > NEW`")
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.init(file: file, content: content)
    if let offset = Self.firstInvalid(content) {
      throw Diagnostic(
        .notUTF8, "the file is not valid UTF-8", at: place(of: offset..<offset + 1),
        label: "byte 0x" + String(content[offset], radix: 16, uppercase: true),
        help: "save it as UTF-8; if it is Latin-1: `iconv -f LATIN1 -t UTF-8 OLD > NEW`")
    }
  }

  private init(file: String, content: [UInt8]) {
    self.file = file
    bytes = content
    var starts = [0]
    var high: UInt8 = 0
    content.withUnsafeBufferPointer { buffer in
      for (offset, byte) in buffer.enumerated() {
        high |= byte
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, offset + 1 < buffer.count, buffer[offset + 1] == 0x0A { continue }
        starts.append(offset + 1)
      }
    }
    lineStarts = starts
    isASCII = high < 0x80
  }

  /// Line (from 1) of a byte offset.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The place of a range of bytes, cut at the end of its first line.
  ///
  /// The excerpt of a very long line is a window around the place, so that many findings on one line stay small.
  package func place(of range: Range<Int>) -> Diagnostic.Place {
    let start = min(max(0, range.lowerBound), bytes.count)
    let line = line(of: start)
    let lineStart = lineStarts[line - 1]
    let lineEnd = endOfLine(from: start)
    var end = max(start, min(range.upperBound, lineEnd))
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let first = boundary(max(lineStart, start - Self.window), from: lineStart)
    let last = boundary(min(lineEnd, start + Self.window), from: lineStart)
    return Diagnostic.Place(
      file: file, line: line, column: scalars(lineStart..<start) + 1, length: max(1, scalars(start..<end)),
      excerpt: String(decoding: bytes[first..<last], as: UTF8.self), excerptColumn: scalars(lineStart..<first) + 1)
  }

  /// Bytes of a line that are kept on each side of a place.
  private static let window = 1_000

  private func endOfLine(from offset: Int) -> Int {
    let limit = min(bytes.count, offset + max(Self.window, 4_096))
    var end = offset
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// The nearest start of a scalar at or before an offset of a line; a line that starts with a stray byte starts there.
  private func boundary(_ offset: Int, from lineStart: Int) -> Int {
    var start = offset
    while start > lineStart, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func scalars(_ range: Range<Int>) -> Int {
    guard !isASCII else { return range.count }
    return bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for offset in range where buffer[offset] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// With a byte order mark, or plain Latin text without one: each second byte is zero.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let low = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
    let high = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0
    return low || high
  }

  /// A number of bytes as people say it: `1 MiB`, `256 KiB`, `100 bytes`.
  static func size(_ count: Int) -> String {
    if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) MiB" }
    if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) KiB" }
    return "\(count) bytes"
  }
}
