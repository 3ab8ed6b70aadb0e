package import RefractEngine

/// One line of a log for programs: a JSON object with its line break.
///
/// Whatever a terminal could take for an order is written as `\u` and its digits, so that a log may be looked at.
package struct LogLine: Sendable {
  private var json = JSONLine()
  private var isEmpty = true

  package init() {}

  /// A finding: `severity`, `code`, `message`, and where there are any `file`, `line`, `column`, `length`, `label`,
  /// `help`.
  package init(_ diagnostic: Diagnostic) {
    field("severity", diagnostic.severity.rawValue)
    field("code", diagnostic.code)
    field("message", diagnostic.message)
    if let place = diagnostic.place {
      field("file", place.file)
      field("line", place.line)
      field("column", place.column)
      field("length", place.length)
    }
    if let label = diagnostic.label { field("label", label) }
    if let help = diagnostic.help { field("help", help) }
  }

  package mutating func field(_ name: String, _ text: String) {
    key(name)
    json.raw("\"")
    for scalar in text.unicodeScalars {
      if TerminalText.isUnsafe(scalar) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          json.raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      } else {
        if scalar == "\"" || scalar == "\\" { json.raw("\\") }
        json.raw(String(scalar))
      }
    }
    json.raw("\"")
  }

  package mutating func field(_ name: String, _ number: Int) { raw(name, String(number)) }

  /// A number that is a text of digits already.
  package mutating func field(_ name: String, digits: String) { raw(name, digits) }

  private mutating func raw(_ name: String, _ value: String) {
    key(name)
    json.raw(value)
  }

  private mutating func key(_ name: String) {
    json.raw(isEmpty ? "{" : ",")
    isEmpty = false
    json.string(name)
    json.raw(":")
  }

  /// The line with its end.
  package var text: String { String(decoding: json.bytes, as: UTF8.self) + (isEmpty ? "{}\n" : "}\n") }
}
