package import RefractEngine

/// Findings as the workflow commands that GitHub shows beside the lines of a pull request.
///
/// The form is that of "Workflow commands for GitHub Actions" (GitHub documentation): `%`, line breaks and, in
/// properties, `:` and `,` are written as `%` and two digits.
package enum GitHubCommands {
  /// One line a finding; the file is seen from the working directory, as GitHub wants it.
  package static func text(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(line).joined() }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let kind =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [String] = []
    if let place = diagnostic.place {
      properties = ["file=" + property(place.file), "line=\(place.line)", "col=\(place.column)"]
      if place.length > 1 { properties.append("endColumn=\(place.column + place.length)") }
    }
    properties.append("title=" + property(diagnostic.code))
    let message = [diagnostic.message, diagnostic.help.map { "help: " + $0 }].compactMap(\.self)
    return "::\(kind) \(properties.joined(separator: ","))::\(message.map(data).joined(separator: "%0A"))\n"
  }

  private static func data(_ text: String) -> String { percent(text, besides: []) }

  private static func property(_ text: String) -> String { percent(text, besides: [":", ","]) }

  private static func percent(_ text: String, besides signs: Set<Character>) -> String {
    TerminalText.escaped(text).reduce(into: "") { result, character in
      if character == "%" || signs.contains(character) {
        for byte in String(character).utf8 { result += "%" + String(byte, radix: 16, uppercase: true) }
      } else {
        result.append(character)
      }
    }
  }
}
