/// What templates may ask for, printed for those who write them: made from the outlines that every template is checked
/// against, so that it cannot differ from what they get.
public enum ViewSchema {
  /// Rises when a name goes or takes another kind; names that only come leave it.
  public static let version = 1

  /// The view model as JSON: for each template its names, each with its kind.
  public static var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("view_version", version)
      json.key("kinds")
      json.object { json in
        for (kind, meaning) in kinds { json.field(kind, meaning) }
      }
      json.key("templates")
      json.object { json in
        for (name, shape) in Outline.pages {
          json.key(name + ".mustache")
          json.object { write(shape, to: &$0) }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static let kinds = [
    (
      "text",
      "{{name}}, escaped for the page; {{#name}}…{{/name}} where it is not empty; in HTML also {{{name.html}}}"
    ),
    ("markup", "{{{name}}}: HTML, style or a picture made by Refract; in HTML templates only"),
    ("flag", "{{#name}}…{{/name}} where it is so, {{^name}}…{{/name}} where it is not"),
    (
      "[…]",
      "{{#name}}…{{/name}} once for each element, whose names are known inside; {{.}} is an element that is a text"
    ),
    ("{…}", "{{#name}}…{{/name}} where it is there, or {{name.inner}}"),
  ]

  private static func write(_ fields: [String: Shape], to json: inout JSONWriter) {
    for (name, shape) in fields.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      write(shape, to: &json)
    }
  }

  private static func write(_ shape: Shape, to json: inout JSONWriter) {
    switch shape {
    case .text: json.string("text")
    case .markup: json.string("markup")
    case .flag: json.string("flag")
    case .record(let fields): json.object { write(fields, to: &$0) }
    case .list(let element): json.list([element]) { write($1, to: &$0) }
    }
  }
}
