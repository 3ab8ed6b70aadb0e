@testable import RefractEngine

/// Problems and facts for tests, and a small reader of numbers that stands in for the numeric half of the layer.
enum Sample {
  static func problem(_ text: String, fields: [(String, String)] = []) -> Problem {
    Problem(
      id: "sample", title: "Sample", hasOwnTitle: false, problem: text,
      fields: [Problem.Field(name: "problem", text: text)] + fields.map { Problem.Field(name: $0.0, text: $0.1) })
  }

  static func facts(_ text: String, fields: [(String, String)] = [], lexicon: Lexicon = Lexicon()) -> Facts {
    FactReader.read(problem(text, fields: fields), lexicon: lexicon, quantities: quantities)
  }

  static func document(_ text: String) -> Document { Document(fields: [Problem.Field(name: "problem", text: text)]) }

  /// Percentages, sums in dollars, times in days and weeks, and plain counts: as much as the tests here need.
  static func quantities(_ document: Document) -> [Quantity] {
    var result: [Quantity] = []
    for field in document.fields.indices {
      let tokens = document.tokens[field]
      for (index, token) in tokens.enumerated() where token.kind == .number {
        let text = document.text(Span(field: field, start: token.start, end: token.end)).filter { $0 != "," }
        guard let value = Double(text) else { continue }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        var span = Span(field: field, start: token.start, end: token.end)
        var unit = Quantity.Unit.count
        var noun: Span?
        if let next {
          let units: [WordKey: Quantity.Unit] = [
            "%": .percent, "percent": .percent, "days": .day, "weeks": .week, "s": .second, "ms": .millisecond,
          ]
          if let found = units[next.key] {
            unit = found
            span.end = next.end
          } else if next.kind == .word {
            noun = Span(field: field, start: next.start, end: next.end)
          }
        }
        if index > 0, tokens[index - 1].key == "$" {
          unit = .money("$")
          span.start = tokens[index - 1].start
        }
        result.append(Quantity(value: value, unit: unit, span: span, noun: noun))
      }
    }
    return result
  }
}
