/// A kind of text that no report is made of, and what is said instead.
package struct ScopeRule: Sendable {
  package var id: String
  /// A person's own health or legal case, or danger to a person: nothing is analysed and nothing asked.
  package var isOwnMatter: Bool
  package var cues: [String]
  /// How many different cues must occur.
  package var least: Int
  /// One of these must occur as well, if there are any.
  package var beside: [String]
  /// None of these may occur.
  package var unless: [String]
  package var shape: TextShape?
  package var line: String
}

extension MapDecoder {
  mutating func scopeRule() -> ScopeRule? {
    var shape: TextShape?
    if let name = optionalText("shape") {
      shape = TextShape(rawValue: name)
      if shape == nil { report("there is no shape `\(name)`", help: "verse or machine") }
    }
    let rule = ScopeRule(
      id: text("id"), isOwnMatter: flag("own"), cues: texts("cues"), least: Int(number("least", default: 1)),
      beside: texts("beside"), unless: texts("not"), shape: shape, line: text("say"))
    if rule.cues.isEmpty && rule.shape == nil { report("a kind of text needs `cues` or a `shape`") }
    return rule
  }
}
