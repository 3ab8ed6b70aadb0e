@testable import RefractEngine

/// A text of the corpus: what its author wrote, and what a careful reader underlined in it.
struct MarkedText {
  struct Mark: Equatable {
    var kind: FactKind
    var span: Span
    /// Careful readers differ: neither right nor wrong.
    var isOptional = false
    /// It reads like that kind and is not.
    var isTrap = false
  }

  var name: String
  var properties: [String: String] = [:]
  var problem: Problem
  var marks: [Mark] = []
  /// What is wrong with the marks themselves; empty for a sound file.
  var faults: [String] = []

  /// A `.txt` file: properties, a blank line, prose.
  init(name: String, prose: String) {
    self.name = name
    let body = Self.body(of: prose, properties: &properties)
    let marked = body.hasSuffix("\n") ? String(body.dropLast()) : body
    problem = Problem(
      id: name, title: name, hasOwnTitle: false, problem: "",
      fields: [Problem.Field(name: "problem", text: marked)])
    takeMarks()
  }

  /// A `.yaml` file, decoded with its marks.
  init?(name: String, yaml: String) {
    self.name = name
    let body = Self.body(of: yaml, properties: &properties)
    guard
      let read = ProblemReader.read(bytes: Array(body.utf8), file: "\(name).yaml", format: .yaml).problem
    else { return nil }
    problem = read
    takeMarks()
  }

  private static func body(of text: String, properties: inout [String: String]) -> String {
    var rest = text[...]
    while rest.hasPrefix("#: ") {
      let end = rest.firstIndex(of: "\n") ?? rest.endIndex
      let pair = rest[..<end].dropFirst(3).split(separator: ":", maxSplits: 1)
      if pair.count == 2 { properties[String(pair[0])] = String(pair[1].drop { $0 == " " }) }
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
    }
    if rest.hasPrefix("\n") { rest = rest.dropFirst() }
    return String(rest)
  }

  /// Takes `«kinds:words»` out of every field and keeps where they stood.
  private mutating func takeMarks() {
    for field in problem.fields.indices {
      let source = Array(problem.fields[field].text.utf8)
      var plain: [UInt8] = []
      var open: [(kinds: String, start: Int)] = []
      var index = 0
      while index < source.count {
        let isSign = source[index] == 0xC2 && index + 1 < source.count
        if isSign, source[index + 1] == 0xAB {
          guard let colon = source[index...].firstIndex(of: UInt8(ascii: ":")) else {
            faults.append("\(name): a mark without a colon")
            return
          }
          open.append((String(decoding: source[index + 2..<colon], as: UTF8.self), plain.count))
          index = colon + 1
        } else if isSign, source[index + 1] == 0xBB {
          if let mark = open.popLast() {
            close(mark.kinds, Span(field: field, start: mark.start, end: plain.count))
          } else {
            faults.append("\(name): » without «")
          }
          index += 2
        } else {
          plain.append(source[index])
          index += 1
        }
      }
      if !open.isEmpty { faults.append("\(name): « without »") }
      problem.fields[field].text = String(decoding: plain, as: UTF8.self)
    }
    if let text = problem.fields.first(where: { $0.name == "problem" })?.text { problem.problem = text }
  }

  private mutating func close(_ kinds: String, _ span: Span) {
    for part in kinds.split(separator: ",") {
      let isTrap = part.hasPrefix("!")
      let isOptional = part.hasSuffix("?")
      let word = part.dropFirst(isTrap ? 1 : 0).dropLast(isOptional ? 1 : 0)
      guard let kind = FactKind(rawValue: String(word)), span.length > 0 else {
        faults.append("\(name): unknown kind or empty mark “\(part)”")
        continue
      }
      marks.append(Mark(kind: kind, span: span, isOptional: isOptional, isTrap: isTrap))
    }
  }
}
