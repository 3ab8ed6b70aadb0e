internal import Mustache

// What templates see: texts, ready-made markup, flags, records and lists of them. Never the report's own structures,
// which the template library would read by reflection.

/// Plain text, escaped where it is printed; a section over an empty text is left out.
struct Text: MustacheCustomRenderable, MustacheParent, Sendable {
  let value: String

  init(_ value: String?) { self.value = value ?? "" }

  var renderText: String { value }
  var isNull: Bool { value.isEmpty }

  /// `{{{name.html}}}`: the text as HTML with its sums set apart.
  func child(named name: String) -> Any? { name == "html" ? Markup(Prose.html(value)) : nil }
}

/// HTML (or CSS) that was made here and is printed as it stands.
struct Markup: MustacheCustomRenderable, MustacheParent, Sendable {
  let value: String

  init(_ value: String) { self.value = value }

  var renderText: String { value }
  var isNull: Bool { value.isEmpty }

  func child(named name: String) -> Any? { nil }
}

/// Named values.
struct Record: MustacheParent, Sendable {
  enum Value: Sendable {
    case plain(Text)
    case html(Markup)
    case flag(Bool)
    case record(Record?)
    case list([Record])
    case lines([Text])
  }

  private(set) var fields: [String: Value]

  init(_ fields: [String: Value] = [:]) { self.fields = fields }

  subscript(name: String) -> Value? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  func child(named name: String) -> Any? {
    switch fields[name] {
    case .plain(let text): text
    case .html(let markup): markup
    case .flag(let flag): flag
    case .record(let record): if let record { record } else { false }
    case .list(let records): records
    case .lines(let texts): texts
    case nil: nil
    }
  }

  func merging(_ other: Record) -> Record {
    Record(fields.merging(other.fields) { _, new in new })
  }
}

extension Record: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Value)...) {
    self.init(Dictionary(elements) { _, last in last })
  }
}

extension Record.Value {
  static func text(_ text: String?) -> Self { .plain(Text(text)) }
  static func texts(_ texts: [String]) -> Self { .lines(texts.map { Text($0) }) }
  static func markup(_ html: String) -> Self { .html(Markup(html)) }
  /// The number itself, digits only.
  static func number(_ number: Int) -> Self { .plain(Text(String(number))) }
}

/// The record that a rendering starts from; it notes every name that no record on the way had.
final class Root: MustacheParent {
  private let record: Record
  private(set) var misses: [String] = []

  init(_ record: Record) { self.record = record }

  func child(named name: String) -> Any? {
    if let value = record.child(named: name) { return value }
    misses.append(name)
    return nil
  }
}
