/// A path of the rule language (`it.who`, `attempt.last.outcome`), cut into its names once, when the catalogue is read.
package struct RulePath: Sendable, Equatable {
  /// As written.
  package let text: String
  /// The names between the dots.
  let names: [String]
  /// What stands behind the first name.
  let tail: String
  /// True for `it.…`, a part of what the rule speaks of.
  let isAbout: Bool

  package init(_ text: String) {
    self.text = text
    names = text.split(separator: ".").map(String.init)
    tail = names.dropFirst().joined(separator: ".")
    isAbout = text.hasPrefix("it.")
  }
}
