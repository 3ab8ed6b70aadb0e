/// What was read in one problem, for its author to see at once what was missed.
package struct FactListing: Sendable {
  /// The problem's fields, and below each sentence the facts in it.
  package var fields: [Field]
  /// What holds of the problem as a whole: sums, signals, domains, shapes.
  package var conclusions: [Conclusion]
  package var isEnglish: Bool

  package struct Field: Sendable {
    package var name: String
    package var sentences: [Sentence]
  }

  package struct Sentence: Sendable {
    /// On one line.
    package var text: String
    package var facts: [Fact]
  }

  package struct Fact: Sendable {
    package var kind: String
    /// The author's words, as typed.
    package var text: String
    /// UTF-8 bytes of the field.
    package var start: Int
    package var end: Int
    package var notes: [FactMark.Note]
  }

  package struct Conclusion: Sendable {
    /// `sum`, `signal`, `domain` or `archetype`.
    package var kind: String
    package var name: String
    package var text: String
  }

  /// Lines that a person reads: each sentence, and indented below it what was underlined there.
  package var lines: [String] {
    var result: [String] = isEnglish ? [] : ["(not English: only numbers, names and dates are read)", ""]
    for field in fields {
      result.append("[\(field.name)]")
      for sentence in field.sentences {
        result.append(sentence.text)
        for fact in sentence.facts {
          let notes = fact.notes.map { "\($0.name): \($0.text)" }.joined(separator: "; ")
          let kind = fact.kind + String(repeating: " ", count: max(0, 12 - fact.kind.utf8.count))
          let tail = notes.isEmpty ? "" : "  (\(notes))"
          result.append("    \(kind) “\(CaseView.onOneLine(fact.text))” \(fact.start)–\(fact.end)\(tail)")
        }
      }
      result.append("")
    }
    for conclusion in conclusions {
      let text = conclusion.text.isEmpty ? "" : "  \(conclusion.text)"
      result.append("\(conclusion.kind)  \(conclusion.name)\(text)")
    }
    return result
  }
}

extension Engine {
  /// What is read in a problem.
  package func listing(of problem: Problem) -> FactListing {
    let view = read(problem)
    let document = view.facts.document
    var fields = document.fields.map { FactListing.Field(name: $0.name, sentences: []) }
    for sentence in document.sentences {
      let text = CaseView.onOneLine(document.text(document.span(sentence)))
      fields[sentence.field].sentences.append(FactListing.Sentence(text: text, facts: []))
    }
    let index = document.index
    var firsts: [Int] = []
    for (number, sentence) in document.sentences.enumerated() {
      while firsts.count <= sentence.field { firsts.append(number) }
    }
    func add(_ kind: String, _ span: Span, _ notes: [FactMark.Note]) {
      guard let number = index.sentence(of: span), let first = firsts[safe: span.field] else { return }
      let fact = FactListing.Fact(
        kind: kind, text: document.text(span), start: span.start, end: span.end, notes: notes)
      fields[span.field].sentences[number - first].facts.append(fact)
    }
    for mark in view.facts.marks { add(mark.kind.rawValue, mark.span, mark.notes) }
    for match in view.facts.situations {
      let captures = match.captures.map {
        FactMark.Note(name: $0.name, text: CaseView.onOneLine(document.text($0.span)))
      }
      add("situation", match.cue, [FactMark.Note(name: "is", text: match.situation)] + captures)
    }
    return FactListing(
      fields: fields.filter { !$0.sentences.isEmpty }, conclusions: conclusions(of: view),
      isEnglish: view.facts.language.isEnglish)
  }

  private func conclusions(of view: CaseView) -> [FactListing.Conclusion] {
    let sums = view.facts.derivations.map {
      let assumption = $0.assumption.map { "; \($0)" } ?? ""
      return FactListing.Conclusion(kind: "sum", name: $0.id, text: "\($0.text) [\($0.formula)\(assumption)]")
    }
    let signals = view.facts.signals.map {
      FactListing.Conclusion(kind: "signal", name: $0.name, text: ScoreText.two($0.strength))
    }
    return sums + signals + view.packs.map { FactListing.Conclusion(kind: "domain", name: $0.id, text: "") }
      + view.archetypes.map { FactListing.Conclusion(kind: "archetype", name: $0.id, text: "") }
  }
}
