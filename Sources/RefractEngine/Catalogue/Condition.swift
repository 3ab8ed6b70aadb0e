/// A test of a rule's `when` or `unless`: one or more alternatives, of which one must hold.
package struct Condition: Sendable, Equatable {
  package enum Test: Sendable, Equatable {
    /// The path is filled.
    case filled(RulePath)
    case role(String)
    case signal(String)
    case situation(String)
    case pack(String)
    case archetype(String)
    /// A count compared with a number.
    case count(String, Comparison, Int)
    /// The order test found a peak or a fall.
    case seriesFalls
  }

  package enum Comparison: String, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case above = ">"
    case below = "<"
  }

  package var alternatives: [Test]
  package var source: String

  /// Reads `situation waiting or signal QUEUE`, `attempts >= 3`, `role slow`, `gap`.
  package init(_ source: String) throws(TemplateError) {
    self.source = source
    var alternatives: [Test] = []
    for part in source.split(separator: " ").split(separator: "or") {
      alternatives.append(try Self.test(part.map(String.init)))
    }
    guard !alternatives.isEmpty else { throw TemplateError(message: "an empty condition", offset: 0) }
    self.alternatives = alternatives
  }

  private static func test(_ words: [String]) throws(TemplateError) -> Test {
    func fail(_ message: String) -> TemplateError { TemplateError(message: message, offset: 0) }
    switch (words.count, words.first) {
    case (1, "series.falls"): return .seriesFalls
    case (1, .some(let path)): return .filled(RulePath(path))
    case (2, "role"): return .role(words[1])
    case (2, "signal"): return .signal(words[1])
    case (2, "situation"): return .situation(words[1])
    case (2, "pack"): return .pack(words[1])
    case (2, "archetype"): return .archetype(words[1])
    case (3, .some(let path)):
      guard let comparison = Comparison(rawValue: words[1]) else { throw fail("`\(words[1])` is no comparison") }
      guard let bound = Int(words[2]) else { throw fail("`\(words[2])` is no number") }
      return .count(path, comparison, bound)
    default: throw fail("cannot read `\(words.joined(separator: " "))`")
    }
  }
}
