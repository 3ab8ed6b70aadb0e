/// What a template may ask for: the outline of the values that it will be given.
package indirect enum Shape: Sendable, Equatable {
  case text
  /// Printed with `{{{…}}}`, in HTML only.
  case markup
  case flag
  /// Present or not.
  case record([String: Shape])
  case list(Shape)

  /// The outline of some records of equal outline with one more level.
  static func records(_ fields: [String: Shape]) -> Shape { .list(.record(fields)) }

  /// Names of texts.
  static func texts(_ names: String...) -> [String: Shape] {
    Dictionary(names.map { ($0, Shape.text) }) { first, _ in first }
  }
}

func + (left: [String: Shape], right: [String: Shape]) -> [String: Shape] {
  left.merging(right) { _, new in new }
}

extension Record {
  /// Ways in which this record differs from an outline, for the tests that keep the two together.
  func differences(from fields: [String: Shape], at path: String = "") -> [String] {
    var found = fields.keys.filter { self[$0] == nil }.map { path + $0 + " is missing" }
    for (name, value) in self.fields {
      guard let shape = fields[name] else {
        found.append(path + name + " is not in the outline")
        continue
      }
      switch (value, shape) {
      case (.plain, .text), (.html, .markup), (.flag, .flag), (.lines, .list(.text)), (.record(nil), .record): break
      case (.record(let record?), .record(let inner)):
        found += record.differences(from: inner, at: path + name + ".")
      case (.list(let records), .list(.record(let inner))):
        for record in records { found += record.differences(from: inner, at: path + name + "[].") }
      default: found.append(path + name + " is of another kind")
      }
    }
    return Array(Set(found)).sorted()
  }
}
