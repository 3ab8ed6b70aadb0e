/// The author's words as they stand in quotation marks: verbatim, on one line, personal data masked. What is little longer
/// than the limit stays whole, since the end of a sentence often carries its point; the rest is cut, where it can be behind a
/// clause, else behind a word.
package enum Quotation {
  /// Without the marks; double quotation marks inside become single ones.
  package static func text(_ source: String, limit: Int = 110) -> String {
    plain(source, limit: limit) ?? cut(source, limit: limit)
  }

  /// The text of a short source in which nothing is masked and no word is cut: most of them.
  private static func plain(_ source: String, limit: Int) -> String? {
    guard source.utf8.count <= 4 * limit, limit > 0 else { return nil }
    let limit = whole(limit)
    return CaseView.onOneLine(source).withBytes { bytes -> String? in
      guard !bytes.isEmpty, ByteSearch.scalarCount(bytes) <= limit, bytes.count(where: \.isASCIIDigit) < 9,
        !bytes.contains(UInt8(ascii: "@")), bytes.split(separator: UInt8(ascii: " ")).allSatisfy({ $0.count <= 60 })
      else { return nil }
      var text = withSingleMarks(bytes)
      if let last = text.last, ",;:".utf8.contains(last) { text.removeLast() }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// Up to this length nothing is cut.
  private static func whole(_ limit: Int) -> Int { limit + limit / 3 }

  /// `"`, `“`, `”`, `«` and `»` as `'`.
  private static func withSingleMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let rest = bytes[place...].prefix(3)
      var length = 0
      if rest.first == UInt8(ascii: "\"") { length = 1 }
      if rest.elementsEqual("“".utf8) || rest.elementsEqual("”".utf8) { length = 3 }
      if rest.prefix(2).elementsEqual("«".utf8) || rest.prefix(2).elementsEqual("»".utf8) { length = 2 }
      text.append(length > 0 ? UInt8(ascii: "'") : bytes[place])
      place += max(length, 1)
    }
    return text
  }

  private static func cut(_ source: String, limit: Int) -> String {
    let line = CaseView.onOneLine(source)
    let limit = line.unicodeScalars.count <= whole(limit) ? whole(limit) : limit
    var words = line.split(separator: " ").map { masked(String($0)) }
    var length = 0
    var kept: [String] = []
    while let word = words.first {
      if length + word.unicodeScalars.count > limit, !kept.isEmpty { break }
      length += word.unicodeScalars.count + 1
      kept.append(cut(word))
      words.removeFirst()
    }
    if !words.isEmpty, let mark = kept.lastIndex(where: { [",", ";"].contains($0.last ?? " ") }),
      kept[...mark].reduce(mark, { $0 + $1.unicodeScalars.count }) * 5 >= limit * 3
    {
      kept.removeSubrange((mark + 1)...)
    }
    var text = kept.joined(separator: " ")
    if !words.isEmpty {
      while let last = text.unicodeScalars.last, [",", ";", ":", "-", "–", "—", "(", "."].contains(last) {
        text.unicodeScalars.removeLast()
        while text.last == " " { text.removeLast() }
      }
      text += " …"
    } else if let last = text.unicodeScalars.last, [",", ";", ":"].contains(last) {
      text.unicodeScalars.removeLast()
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { ["\"", "“", "”", "«", "»"].contains($0) ? "'" : $0 }))
  }

  /// E-mail addresses, long runs of digits (telephone, account) and addresses with credentials are not repeated.
  private static func masked(_ word: String) -> String {
    let digits = word.unicodeScalars.count { ("0"..."9").contains($0) }
    let isMail = word.contains("@") && word.contains(".") && (word.first != "@")
    let isNumber = digits >= 9 && !word.contains(",") && !word.contains(".")
    return isMail || isNumber ? "[…]" : word
  }

  /// Words past 60 characters would break a page.
  private static func cut(_ word: String) -> String {
    word.unicodeScalars.count > 60 ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(57))) + "…" : word
  }
}
