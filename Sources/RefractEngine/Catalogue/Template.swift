/// A sentence with slots, compiled from the rule language. What fills a slot is never read as a template.
package struct Template: Sendable, Equatable {
  package indirect enum Part: Sendable, Equatable {
    case literal(String)
    case slot(Slot)
    /// `{path#is/are}`: one word or the other, by the number of the value.
    case agreement(Operand, singular: String, plural: String)
    /// `[[ … ]]`: dropped whole if a slot inside is missing.
    case optional([Part])
    /// `{hedge}`: an adverb, by confidence.
    case hedge
  }

  /// `{first ?? second | filter}`.
  package struct Slot: Sendable, Equatable {
    package var alternatives: [Operand]
    package var filters: [Filter]
  }

  package enum Operand: Sendable, Equatable {
    case path(RulePath)
    case words(String)
  }

  package enum Filter: String, Sendable {
    case quote, told, cap, bare, the, a, plural, short, and, or, count, value
  }

  package var parts: [Part]
  /// The template as written, for messages.
  package var source: String
}

/// Why a template could not be compiled, with the offset in Unicode scalars from the template's start.
package struct TemplateError: Error, Equatable {
  package var message: String
  package var offset: Int
}

extension Template {
  /// Compiles a template; the error names what is wrong and where.
  package init(_ source: String) throws(TemplateError) {
    var parser = TemplateParser(source: Array(source.unicodeScalars))
    self.init(parts: try parser.parts(isOptional: false), source: source)
  }

  /// True if an adverb stands in it.
  var hasHedge: Bool { Self.hasHedge(parts) }

  private static func hasHedge(_ parts: [Part]) -> Bool {
    parts.contains { part in
      switch part {
      case .hedge: true
      case .optional(let inner): hasHedge(inner)
      case .literal, .slot, .agreement: false
      }
    }
  }

  /// Every path that the template may read, in order, for checks of the catalogue.
  package var paths: [String] { Self.paths(in: parts) }

  private static func paths(in parts: [Part]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .literal, .hedge: []
      case .slot(let slot):
        slot.alternatives.compactMap { operand in
          if case .path(let path) = operand { path.text } else { nil }
        }
      case .agreement(let operand, _, _):
        if case .path(let path) = operand { [path.text] } else { [] }
      case .optional(let inner): paths(in: inner)
      }
    }
  }
}

private struct TemplateParser {
  let source: [Unicode.Scalar]
  var position = 0

  init(source: [Unicode.Scalar]) { self.source = source }

  mutating func parts(isOptional: Bool) throws(TemplateError) -> [Template.Part] {
    var parts: [Template.Part] = []
    var literal = ""
    while position < source.count {
      if starts(with: "[[") {
        flush(&literal, into: &parts)
        position += 2
        parts.append(.optional(try self.parts(isOptional: true)))
      } else if starts(with: "]]") {
        guard isOptional else { throw error("`]]` without `[[`") }
        position += 2
        flush(&literal, into: &parts)
        return parts
      } else if source[position] == "{" {
        flush(&literal, into: &parts)
        position += 1
        parts.append(try slot())
      } else if source[position] == "}" {
        throw error("`}` without `{`")
      } else {
        literal.unicodeScalars.append(source[position])
        position += 1
      }
    }
    guard !isOptional else { throw error("`[[` is not closed") }
    flush(&literal, into: &parts)
    return parts
  }

  private func starts(with mark: String) -> Bool {
    let scalars = mark.unicodeScalars
    return position + scalars.count <= source.count
      && source[position..<position + scalars.count].elementsEqual(scalars)
  }

  private func error(_ message: String) -> TemplateError { TemplateError(message: message, offset: position) }

  private func flush(_ literal: inout String, into parts: inout [Template.Part]) {
    if !literal.isEmpty { parts.append(.literal(literal)) }
    literal = ""
  }

  private mutating func skipBlanks() {
    while position < source.count, source[position] == " " || source[position] == "\n" { position += 1 }
  }

  /// What stands between the braces, and the closing brace.
  private mutating func slot() throws(TemplateError) -> Template.Part {
    var alternatives = [try operand()]
    skipBlanks()
    if take("#") { return try agreement(alternatives[0]) }
    var filters: [Template.Filter] = []
    while true {
      skipBlanks()
      if take("??") {
        alternatives.append(try operand())
      } else if take(":") || take("|") {
        let name = word()
        guard let filter = Template.Filter(rawValue: name) else { throw error("unknown filter `\(name)`") }
        filters.append(filter)
      } else if take("}") {
        if alternatives == [.path(RulePath("hedge"))] { return .hedge }
        return .slot(Template.Slot(alternatives: alternatives, filters: filters))
      } else {
        throw error("expected `??`, `:` or `}`")
      }
    }
  }

  private mutating func agreement(_ operand: Template.Operand) throws(TemplateError) -> Template.Part {
    let singular = text(until: "/")
    guard take("/") else { throw error("expected `/` between the two words") }
    let plural = text(until: "}")
    guard take("}") else { throw error("`{` is not closed") }
    return .agreement(operand, singular: singular, plural: plural)
  }

  private mutating func text(until end: Unicode.Scalar) -> String {
    var text = ""
    while position < source.count, source[position] != end, source[position] != "}" {
      text.unicodeScalars.append(source[position])
      position += 1
    }
    return text
  }

  private mutating func take(_ mark: String) -> Bool {
    guard starts(with: mark) else { return false }
    position += mark.unicodeScalars.count
    return true
  }

  private mutating func operand() throws(TemplateError) -> Template.Operand {
    skipBlanks()
    if take("'") {
      let words = text(until: "'")
      guard take("'") else { throw error("`'` is not closed") }
      return .words(words)
    }
    let path = word()
    guard !path.isEmpty else { throw error("expected a path") }
    return .path(RulePath(path))
  }

  private mutating func word() -> String {
    skipBlanks()
    var word = ""
    while position < source.count, source[position].isPathScalar {
      word.unicodeScalars.append(source[position])
      position += 1
    }
    return word
  }
}

extension Unicode.Scalar {
  fileprivate var isPathScalar: Bool {
    self == "." || self == "_" || self == "-" || (isASCII && properties.isAlphabetic) || ("0"..."9").contains(self)
  }
}

extension Template {
  /// The text of a template without slots; nil if it needs a problem to be filled.
  package var plainText: String? {
    var text = ""
    for part in parts {
      guard case .literal(let literal) = part else { return nil }
      text += literal
    }
    return text
  }
}
