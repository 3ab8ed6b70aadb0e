internal import RefractEngine

/// The diagnostics of templates, R0201 to R0214.
enum TemplateTrouble {
  static func syntax(_ refusal: TagScanner.Refusal, name: String, text: String) -> Diagnostic {
    switch refusal {
    case .unclosed(let place):
      at(place, name, text, "R0201", "the tag is not closed", help: "end it with }}")
    case .badName(let place):
      at(place, name, text, "R0201", "the tag has no valid name", help: "names are letters, digits, _ - and dots")
    case .feature(let what, let place):
      at(place, name, text, "R0202", "report templates do without " + what)
    }
  }

  static func unmatched(_ tag: Tag, open: Tag?, in file: TemplateFile) -> Diagnostic {
    make(tag, file, "R0201", "{{/\(shown(tag))}} closes a section that is not the innermost open one")
  }

  static func unclosed(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(tag, file, "R0201", "the section \(shown(tag)) is not closed", help: "add {{/\(shown(tag))}}")
  }

  static func nesting(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(tag, file, "R0201", "more than \(TemplateCheck.maximumNesting) sections inside one another")
  }

  static func unknown(_ tag: Tag, in file: TemplateFile, near: String?, names: [String]) -> Diagnostic {
    let help = near.map { "did you mean \($0)?" } ?? ("known here: " + names.prefix(12).joined(separator: ", "))
    return make(tag, file, "R0203", "nothing here is called \(tag.name)", help: help)
  }

  static func noPartial(_ tag: Tag, in file: TemplateFile, near: String?) -> Diagnostic {
    make(tag, file, "R0204", "there is no template \(tag.name)", help: near.map { "did you mean \($0)?" })
  }

  static func cycle(_ tag: Tag, path: [String], in file: TemplateFile) -> Diagnostic {
    make(
      tag, file, "R0205", "the template \(tag.name) is part of itself",
      help: (path + [tag.name]).joined(separator: " uses "))
  }

  static func depth(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(tag, file, "R0205", "more than \(TemplateCheck.maximumDepth) templates inside one another")
  }

  static func otherKind(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(tag, file, "R0206", "\(tag.name) makes another kind of text than this template")
  }

  static func unescaped(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(
      tag, file, "R0207", "\(tag.name) is plain text and must be escaped",
      help: file.isHTML
        ? "write {{\(tag.name)}}, or {{{\(tag.name).html}}} for text with its sums set apart"
        : "write {{\(tag.name)}}")
  }

  static func escapedMarkup(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(
      tag, file, "R0208", "\(tag.name) is ready-made HTML",
      help: file.isHTML ? "write {{{\(tag.name)}}}" : "use it in an HTML template")
  }

  static func notText(_ tag: Tag, in file: TemplateFile) -> Diagnostic {
    make(tag, file, "R0209", "\(tag.name) is no text", help: "open a section over it: {{#\(tag.name)}}")
  }

  static func library(_ name: String) -> Diagnostic {
    Diagnostic(code: "R0210", message: "the template \(name) cannot be read")
  }

  static func missing(_ name: String) -> Diagnostic {
    Diagnostic(code: "R0204", message: "there is no template \(name)")
  }

  static func tooLarge(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "R0211", message: "the template is longer than \(Templates.maximumBytes / 1024) KiB",
      place: Diagnostic.Place(file: name, line: 1, column: 1))
  }

  static func miss(_ key: String, template: String) -> Diagnostic {
    Diagnostic(code: "R0212", message: "the report has nothing called \(key), which \(template) prints")
  }

  static func style(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "R0213", message: "a style sheet must not contain </ or @import",
      place: Diagnostic.Place(file: name, line: 1, column: 1))
  }

  static func script(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "R0214", message: "the script must not contain </ or <!--",
      place: Diagnostic.Place(file: name, line: 1, column: 1))
  }

  private static func shown(_ tag: Tag) -> String { tag.transform.map { $0 + "()" } ?? tag.name }

  private static func make(
    _ tag: Tag, _ file: TemplateFile, _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    at(tag.place, file.name, file.text, code, message, help: help)
  }

  private static func at(
    _ place: Tag.Place, _ name: String, _ text: String, _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = place.line <= lines.count ? String(decoding: lines[place.line - 1], as: UTF8.self) : ""
    let before = String(decoding: line.utf8.prefix(place.column - 1), as: UTF8.self)
    return Diagnostic(
      code: code, message: message,
      place: Diagnostic.Place(
        file: name, line: place.line, column: before.unicodeScalars.count + 1, length: max(place.length, 1),
        excerpt: line),
      help: help)
  }

  /// The name that is one or two edits away; nil if none is.
  static func nearest(_ name: String, among names: some Sequence<String>) -> String? {
    let ranked = names.map { (distance(name, $0), $0) }.filter { $0.0 <= max(1, min(3, name.utf8.count / 3)) }
    return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
  }

  /// Levenshtein's distance (V. Levenshtein, 1966).
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (i, one) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, two) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (one == two ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
