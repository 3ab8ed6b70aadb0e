/// What the lines of a text look like, whatever they say.
package enum TextShape: String, Sendable {
  /// Short lines that end where a breath ends.
  case verse
  /// Program code or a log.
  case machine

  /// Whether most of a text looks so.
  func fits(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    switch self {
    case .verse:
      guard lines.count >= 4, lines.allSatisfy({ $0.unicodeScalars.count <= 60 && !Self.isItem($0) }) else {
        return false
      }
      // Prose that was wrapped ends its lines anywhere, and a list of complaints ends them with full stops.
      let breaths = lines.count { line in line.last.map { ",;:—".contains($0) } ?? false }
      return breaths * 2 >= lines.count || breaths > 0 && lines.allSatisfy { !$0.hasSuffix(".") }
    case .machine:
      let odd = lines.count { Self.isStamped($0) || Self.isCode($0) }
      return lines.count >= 3 && odd * 5 > lines.count * 2
    }
  }

  private static func isItem(_ line: String) -> Bool {
    line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("•") || line.first?.isNumber == true
  }

  /// Starts with a date or time and names a level, or starts with a bracketed stamp.
  private static func isStamped(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard let first = words.first else { return false }
    let digits = first.utf8.count { (0x30...0x39).contains($0) }
    let hasStamp = digits >= 4 && (first.contains(":") || first.contains("-") || first.contains("/"))
    let levels: Set<Substring> = ["INFO", "WARN", "WARNING", "ERROR", "DEBUG", "FATAL", "TRACE", "NOTICE"]
    let hasLevel = words.prefix(4).contains { levels.contains($0) || levels.contains($0.dropFirst().dropLast()) }
    return hasLevel && (hasStamp || first.hasPrefix("["))
  }

  private static func isCode(_ line: String) -> Bool {
    // The trace of a crash.
    if line.hasPrefix("File \"") || line.hasPrefix("at ") && line.hasSuffix(")") || line.hasPrefix("Traceback (") {
      return true
    }
    if line == "}" || line == "{" || line == "};" || line == ")" { return true }
    let opens = [
      "func ", "def ", "class ", "import ", "#include", "return ", "public ", "private ", "const ", "let ", "var ",
    ]
    let hasSigns =
      line.hasSuffix("{") || line.hasSuffix(";") || line.hasSuffix(":") || line.contains("(")
      || line.contains("=") || line.hasPrefix("import ") || line.hasPrefix("return ")
    return opens.contains { line.hasPrefix($0) } && hasSigns || line.hasSuffix("{") || line.hasSuffix(");")
      || line.hasPrefix("} ")
  }
}
