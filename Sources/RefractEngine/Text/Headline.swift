/// A heading made from prose: its first sentence, shortened at a word.
enum Headline {
  /// Longest heading in scalars, without the `…`.
  static let limit = 80

  /// The heading of a text: Markdown signs in front of its first line and a final full stop are left out. Empty only if
  /// the text has neither letters nor digits.
  static func make(from text: String) -> String {
    // Two thousand scalars are enough for any first sentence that could still be cut to a heading.
    let head = String(text.unicodeScalars.prefix(2_000))
    let paragraph = Array(firstParagraph(of: head).unicodeScalars)
    var sentence = paragraph[..<endOfSentence(paragraph)]
    while sentence.last == "." || sentence.last == ":" || sentence.last == " " { sentence.removeLast() }
    return shortened(Array(sentence))
  }

  /// The first lines up to a blank one, a heading or a list entry, joined by single spaces.
  private static func firstParagraph(of text: String) -> String {
    var words: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(whereSeparator: \.isWhitespace)
      let start = parts.firstIndex { !isMarker($0) } ?? parts.endIndex
      if words.isEmpty {
        guard start < parts.endIndex, parts[start...].contains(where: { $0.contains { $0.isLetter || $0.isNumber } })
        else { continue }
        words += parts[start...]
        if parts.first?.first == "#" { break }
      } else {
        if parts.isEmpty || start > 0 { break }
        words += parts
      }
    }
    return words.joined(separator: " ")
  }

  /// A Markdown sign that starts a heading, a quotation or a list entry.
  private static func isMarker(_ word: Substring) -> Bool {
    if word == "-" || word == "*" || word == "+" || word == ">" || word.allSatisfy({ $0 == "#" }) { return true }
    guard let last = word.last, last == "." || last == ")" else { return false }
    return word.dropLast().utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && word.utf8.count <= 4
  }

  private static func endOfSentence(_ text: [Unicode.Scalar]) -> Int {
    for index in text.indices {
      if text[index] == "。" || text[index] == "！" || text[index] == "？" { return index + 1 }
      guard text[index] == "." || text[index] == "!" || text[index] == "?" else { continue }
      var next = index + 1
      while next < text.count, "\"')]”’".unicodeScalars.contains(text[next]) { next += 1 }
      guard next < text.count else { return text.count }
      guard text[next] == " ", next + 1 < text.count else { continue }
      if text[index] != "." || !(text[next + 1].properties.isLowercase || isAbbreviation(text[..<index])) {
        return next
      }
    }
    return text.count
  }

  /// True if the word in front of a full stop is usually written with one.
  private static func isAbbreviation(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = text.lastIndex { $0 == " " || $0 == "(" }.map { $0 + 1 } ?? text.startIndex
    var word = String.UnicodeScalarView()
    word.append(contentsOf: text[start...])
    let lower = String(word).lowercased()
    return lower.unicodeScalars.count == 1 || abbreviations.contains(lower)
  }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "vs", "etc", "approx", "ca", "dr", "mr", "mrs", "ms", "prof", "st", "no", "inc", "ltd", "co", "corp",
    "jr", "sr", "dept", "est", "fig", "u.s", "u.k",
  ]

  private static func shortened(_ sentence: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    guard sentence.count > limit else {
      result.append(contentsOf: sentence)
      return String(result)
    }
    var end = limit
    if sentence[end] != " " {
      let cut = sentence[..<end].lastIndex(of: " ") ?? 0
      if cut > limit / 2 { end = cut }
    }
    while end > 0, " ,;:-–—.".unicodeScalars.contains(sentence[end - 1]) { end -= 1 }
    result.append(contentsOf: sentence[..<end])
    return String(result) + "…"
  }
}
