import RefractEngine

/// What is done with a case, and what must hold afterwards.
struct FuzzTarget {
  let engine: Engine

  enum Outcome {
    /// No problem, but told so.
    case refused
    case read
    case broken(String)
  }

  func run(_ input: FuzzCase) -> Outcome {
    let reading = read(input)
    guard let problem = reading.problem else {
      return reading.diagnostics.isEmpty ? .broken("neither a problem nor a word why") : .refused
    }
    // The facts of most, the whole analysis of some: it takes as long as ten readings.
    if input.number % 16 == 0 {
      return outcome(engine.analyse(problem))
    }
    let listing = engine.listing(of: problem)
    return listing.lines.isEmpty ? .broken("a problem without a line") : outcome(engine.read(problem).facts)
  }

  private func read(_ input: FuzzCase) -> ProblemReader.Reading {
    switch input.kind {
    case .yaml: ProblemReader.read(bytes: input.bytes, file: "case.yaml", format: .yaml)
    case .json: ProblemReader.read(bytes: input.bytes, file: "case.json", format: .json)
    case .prose: ProblemReader.read(prose: input.bytes)
    }
  }

  /// Every fact stands where it says, and its place holds whole characters.
  private func outcome(_ facts: Facts) -> Outcome {
    let places =
      facts.quantities.map(\.span) + facts.attempts.map(\.span) + facts.constraints.map(\.span)
      + facts.stakeholders.map(\.span) + facts.situations.map(\.clause) + facts.nounPhrases.map(\.span)
      + facts.deadlines.map(\.span) + facts.trends.map(\.span) + facts.causes.map(\.span) + facts.gaps.map(\.span)
    for place in places {
      if let trouble = trouble(of: place, in: facts.document.fields) { return .broken(trouble) }
    }
    return .read
  }

  private func outcome(_ report: Report) -> Outcome {
    for span in report.analyses.flatMap(\.beliefs).flatMap(\.evidenceSpans) {
      if let trouble = trouble(of: span, in: report.problem.fields) { return .broken(trouble) }
    }
    return .read
  }

  private func trouble(of span: Span, in fields: [Problem.Field]) -> String? {
    guard fields.indices.contains(span.field) else { return "a fact in no field" }
    let bytes = Array(fields[span.field].text.utf8)
    guard span.length > 0, span.start >= 0, span.end <= bytes.count else { return "a fact outside of its text" }
    func isInside(_ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }
    return isInside(span.start) || isInside(span.end) ? "a fact that cuts a character" : nil
  }
}
