/// Renders diagnostics for a terminal or a log. Prints nothing itself.
///
/// Whatever the user wrote is escaped: a file cannot move the cursor or change colours through its own error message.
public struct DiagnosticPrinter: Sendable {
  /// Whether ANSI colours are used.
  public var usesColour: Bool

  public init(usesColour: Bool = false) { self.usesColour = usesColour }

  /// The diagnostic over several lines, with a line break at the end.
  public func text(_ diagnostic: Diagnostic) -> String {
    let number = diagnostic.place.map { String($0.line) } ?? " "
    let margin = String(repeating: " ", count: number.utf8.count + 2)
    let head = paint(
      "\(diagnostic.severity.rawValue)[\(TerminalText.escaped(diagnostic.code))]", severityColour(diagnostic))
    var lines = [head + paint(": " + TerminalText.escaped(diagnostic.message), Self.bold)]
    if let place = diagnostic.place {
      let file = TerminalText.escaped(place.file)
      lines.append("\(margin.dropLast())\(paint("-->", Self.blue)) \(file):\(place.line):\(place.column)")
      if !place.excerpt.isEmpty { lines += excerpt(diagnostic, place, number: number, margin: margin) }
    }
    if let help = diagnostic.help {
      if diagnostic.place?.excerpt.isEmpty == false { lines.append(margin + paint("|", Self.blue)) }
      lines.append("\(margin)\(paint("= help:", Self.blue)) \(TerminalText.escaped(help))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func excerpt(
    _ diagnostic: Diagnostic, _ place: Diagnostic.Place, number: String, margin: String
  ) -> [String] {
    let shown = Excerpt(place)
    let bar = paint("|", Self.blue)
    var caret = String(repeating: " ", count: shown.indent)
    caret += paint(String(repeating: "^", count: shown.carets), severityColour(diagnostic))
    if let label = diagnostic.label {
      caret += " " + paint(TerminalText.escaped(label), severityColour(diagnostic))
    }
    return ["\(margin)\(bar)", " \(paint(number, Self.blue)) \(bar) \(shown.text)", "\(margin)\(bar) \(caret)"]
  }

  private static let bold = "1"
  private static let blue = "1;34"

  private func severityColour(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  private func paint(_ text: String, _ colour: String) -> String {
    usesColour ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}

/// The part of a line that is shown, at most 200 scalars around the place.
private struct Excerpt {
  static let limit = 200
  /// Scalars kept in front of the place where a line is cut.
  static let before = 60

  /// Escaped, with `…` where something was cut off.
  let text: String
  /// Terminal columns in front of the caret.
  let indent: Int
  /// Terminal columns to underline; at least 1.
  let carets: Int

  init(_ place: Diagnostic.Place) {
    let scalars = Array(place.excerpt.unicodeScalars)
    let start = min(max(0, max(1, place.column) - max(1, place.excerptColumn)), scalars.count)
    let first = scalars.count > Self.limit ? max(0, min(start - Self.before, scalars.count - Self.limit)) : 0
    let last = min(scalars.count, first + Self.limit)
    let end = max(start, min(last, start + max(1, min(place.length, scalars.count))))
    var parts = (before: first > 0 || place.excerptColumn > 1 ? "…" : "", marked: "", after: "")
    var widths = (before: parts.before.isEmpty ? 0 : 1, marked: 0)
    for index in first..<last {
      let (shown, width) = Self.shown(scalars[index])
      if index < start {
        parts.before += shown
        widths.before += width
      } else if index < end {
        parts.marked += shown
        widths.marked += width
      } else {
        parts.after += shown
      }
    }
    text = parts.before + parts.marked + parts.after + (last < scalars.count ? "…" : "")
    indent = widths.before
    carets = max(1, widths.marked)
  }

  /// A tab is shown as four spaces, since its width depends on the terminal; other controls are escaped.
  private static func shown(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    if scalar == "\t" { return ("    ", 4) }
    let text = TerminalText.shown(scalar)
    return TerminalText.isUnsafe(scalar) ? (text, text.utf8.count) : (text, TerminalText.width(scalar))
  }
}
