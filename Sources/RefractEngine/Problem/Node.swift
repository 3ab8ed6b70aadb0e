/// One value of a YAML or JSON file with the place it stands at.
///
/// Scalars keep the text the author typed: `NO`, `12:30` and `1e400` are texts here, and who reads them decides.
package struct Node: Sendable, Equatable {
  /// What stands there.
  package enum Content: Sendable, Equatable {
    case scalar(String, Style)
    case list([Node])
    case map([Entry])
  }

  /// How a scalar was written.
  package enum Style: Sendable, Equatable {
    /// YAML without quotes.
    case plain
    /// In quotes, or a YAML block (`|`, `>`); each JSON string.
    case quoted
    /// A JSON number, boolean or null.
    case number, bool, null
  }

  /// A key of a map with its value, in the file's order.
  package struct Entry: Sendable, Equatable {
    /// The key as a node, for its place.
    package var key: Node
    package var value: Node

    /// The key's text.
    package var name: String { if case .scalar(let text, _) = key.content { text } else { "" } }
  }

  package var content: Content
  /// Byte offsets in the file's ``SourceText``.
  package var range: Range<Int>

  package init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The text of a scalar as typed; nil for lists, maps and for nothing (see ``isNothing``).
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNothing else { return nil }
    return text
  }

  /// The elements of a list; nil for everything else.
  package var items: [Node]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// The entries of a map in the file's order; nil for everything else.
  package var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The value under a key of a map; nil if this is no map or has no such key.
  package subscript(key: String) -> Node? {
    entries?.first { $0.name == key }?.value
  }

  /// The texts of a list of scalars, or one scalar as a list of one; nil if anything else is in it.
  package var texts: [String]? {
    if let text { return [text] }
    guard let items else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }

  /// A scalar of decimal digits with an optional minus that fits in `Int`; quoted ones count too.
  package var int: Int? {
    guard let text, let last = text.utf8.last, Self.isDigit(last), text.utf8.first != UInt8(ascii: "+") else {
      return nil
    }
    return Int(text)
  }

  /// A finite decimal number such as `-1`, `0.5`, `1e3`; never `nan`, `inf` or hexadecimal.
  package var double: Double? {
    let allowed = "+-.eE".utf8
    guard let text, text.utf8.count <= 64, text.utf8.allSatisfy({ Self.isDigit($0) || allowed.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// `true` or `false` written without quotes; nil for everything else, `yes` and `NO` included.
  package var bool: Bool? {
    guard case .scalar(let text, let style) = content, style == .plain || style == .bool else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }

  /// True if the author left the value out: nothing after the colon, `~` or `null`.
  package var isNothing: Bool {
    guard case .scalar(let text, let style) = content else { return false }
    if style == .null { return true }
    return style == .plain && (text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL")
  }

  /// What stands there, for messages: `a text`, `a number`, `a list`, `a map`, `nothing`.
  package var kindName: String {
    switch content {
    case .list: return "a list"
    case .map: return "a map"
    case .scalar(_, let style):
      if isNothing { return "nothing" }
      if style == .bool || bool != nil { return "true or false" }
      return style == .number || (style == .plain && double != nil) ? "a number" : "a text"
    }
  }

  /// Line, column, length and excerpt.
  package func place(in source: SourceText) -> Diagnostic.Place { source.place(of: range) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
