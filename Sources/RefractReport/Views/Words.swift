/// Numbers and short phrases as reports print them.
enum Words {
  /// Two decimals: 0.82.
  static func score(_ value: Double) -> String {
    let hundredths = Int((clamped(value) * 100 + 1e-9).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100)." + (decimals < 10 ? "0" : "") + "\(decimals)"
  }

  /// Whole percent without its sign: 82.
  static func percent(_ value: Double) -> Int { Int((clamped(value) * 100 + 1e-9).rounded()) }

  /// A number with at most one decimal: 12, 2.5.
  static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "–" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "−" : ""
    let size = tenths.magnitude
    return sign + (size % 10 == 0 ? "\(size / 10)" : "\(size / 10).\(size % 10)")
  }

  /// Working days to the half: 5½.
  static func days(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e6 else { return "–" }
    let halves = Int((max(0, value) * 2).rounded())
    let whole = halves / 2
    guard halves % 2 == 1 else { return String(whole) }
    return (whole == 0 ? "" : String(whole)) + "½"
  }

  /// A figure and its unit: "350" and "ms", "82" and "%"; the unit is empty where the text is not one figure.
  static func split(_ figure: String) -> (number: String, unit: String) {
    let bytes = Array(figure.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard let first = bytes.first, isDigit(first), let last = bytes.lastIndex(where: isDigit),
      bytes[...last].allSatisfy({ isDigit($0) || $0 == 0x2C || $0 == 0x2E }), bytes.count - last < 14
    else { return (figure, "") }
    return (Words.text(bytes[...last]), Words.text(bytes[(last + 1)...]))
  }

  /// Without the full stop at its end, for a bracket that follows.
  static func withoutStop(_ text: String) -> String {
    text.utf8.last == UInt8(ascii: ".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
  }

  /// "Pace Layering, System Boundaries and Leverage Points".
  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// "a, b or c".
  static func alternatives(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// "five", "12".
  static func count(_ number: Int) -> String {
    let names = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return names.indices.contains(number) ? names[number] : String(number)
  }

  /// With its first letter as a capital, if that is ASCII.
  static func capitalised(_ text: String) -> String {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return text }
    return String(decoding: [first - 32], as: UTF8.self) + String(decoding: text.utf8.dropFirst(), as: UTF8.self)
  }

  /// The first sentence and what follows it.
  static func firstSentence(_ text: String) -> (first: String, rest: String) {
    let bytes = Array(text.utf8)
    var depth = 0
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "[") || bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: "]") || bytes[place] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      guard depth == 0, [0x2E, 0x3F, 0x21].contains(bytes[place]), place + 2 < bytes.count,
        bytes[place + 1] == 0x20, startsSentence(bytes[place + 2]), !isAbbreviation(bytes[..<place])
      else { continue }
      return (Words.text(bytes[...place]), Words.text(bytes[(place + 2)...]))
    }
    return (text, "")

    func startsSentence(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || byte >= 0x80 || byte == 0x22 || byte == 0x5B
    }
    func isAbbreviation(_ before: ArraySlice<UInt8>) -> Bool {
      let word = before.suffix(while: { $0 != 0x20 })
      return word.count == 1 || word.elementsEqual("est".utf8) || word.elementsEqual("vs".utf8)
    }
  }

  /// Cut at a word to at most so many characters, with "…" where something is missing.
  static func short(_ text: String, to limit: Int) -> String {
    let flat = String(decoding: MarkdownText.flatten(text), as: UTF8.self)
    let scalars = Array(flat.unicodeScalars.prefix(limit + 1))
    guard scalars.count > limit else { return flat }
    var kept = scalars.prefix(limit - 1)
    if let space = kept.lastIndex(of: " "), space > limit / 2 { kept = kept.prefix(upTo: space) }
    while let last = kept.last, last == " " || last == "," { kept.removeLast() }
    return String(String.UnicodeScalarView(kept)) + "…"
  }

  private static func clamped(_ value: Double) -> Double { value.isFinite ? min(max(value, 0), 1) : 0 }
}

extension Words {
  fileprivate static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  fileprivate func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isPart(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
