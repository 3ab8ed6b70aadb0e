/// The author's figures and what follows from them, each as one labelled line: "in less out: +90 a week [610 − 520]".
struct FigureLines: Sendable {
  let book: Phrasebook
  var view: CaseView { book.view }

  /// A line with the sums that it prints.
  struct Line: Sendable {
    var text: String
    /// The index of the derivation, or nil for a figure as the author gave it.
    var derivation: Int?
  }

  /// The lines that stand on top of a report: figures that disagree, gaps, then trends, then sums, then the author's own measures.
  func keyFigures(limit: Int = 8) -> [String] {
    if !view.facts.language.isEnglish { return ForeignFigures(book: book).lines() }
    var lines: [String] = []
    for line in contradictions() + gaps() + trends() + sums() + measures()
    where lines.count < limit && !lines.contains(line.text) {
      lines.append(line.text)
    }
    return lines
  }

  /// A sum that rests on the sentences of a belief and that the belief does not print itself.
  ///
  /// - Parameters:
  ///   - places: the runs that the belief rests on.
  ///   - told: indices of derivations that were printed already.
  func sum(about places: [Span], besides told: Set<Int>) -> Line? {
    let formulas = Set(told.map { view.facts.derivations[$0].formula })
    let index = SentenceIndex(view.facts.document)
    let sentences = Set(places.compactMap { index.sentence(of: $0) })
    return sums().first { line in
      guard let number = line.derivation, !told.contains(number) else { return false }
      let derivation = view.facts.derivations[number]
      guard !formulas.contains(derivation.formula), derivation.formula.contains(" ") || derivation.formula.contains("/")
      else { return false }
      return derivation.inputs.contains { input in index.sentence(of: input).map(sentences.contains) ?? false }
    }
  }

  private func gaps() -> [Line] {
    view.facts.gaps.prefix(2).compactMap { gap in
      guard gap.subject != nil || view.facts.gaps.count == 1 else { return nil }
      var given = ["now": view.figure(gap.now), "target": view.figure(gap.target)]
      if let subject = gap.subject { given["subject"] = view.words(subject) }
      return book.say("figure.gap", given).map { Line(text: $0) }
    }
  }

  private func contradictions() -> [Line] {
    Contradictions.find(in: view.facts).prefix(2).compactMap { pair in
      let given = ["subject": view.words(pair.subject), "one": view.figure(pair.one), "other": view.figure(pair.other)]
      return book.say("figure.contradiction", given).map { Line(text: $0) }
    }
  }

  /// A movement with its size, where both ends are known.
  private func trends() -> [Line] {
    view.facts.trends.enumerated().compactMap { number, trend -> Line? in
      guard let from = trend.from, let to = trend.to, let subject = trend.subject else { return nil }
      var given = ["from": view.figure(from), "to": view.figure(to), "subject": view.words(subject)]
      let index = ["factor", "change"].lazy.compactMap { derivation("T\(number + 1).\($0)") }.first
      if let index {
        given[view.facts.derivations[index].id.hasSuffix("factor") ? "factor" : "change"] = value(index)
      }
      return book.say("figure.trend", given).map { Line(text: $0, derivation: index) }
    }.prefix(3).map(\.self)
  }

  /// The sums that have a label of their own, in the order in which they were drawn, trends included.
  private func sums() -> [Line] {
    trends().filter { $0.derivation != nil }
      + view.facts.derivations.indices.compactMap { index in
        // The second of its kind ("V13.revenue.2") and counted kinds ("R2.share") share a label.
        let id = view.facts.derivations[index].id
        guard let key = label(of: id) else { return nil }
        var given = ["sum": value(index)]
        if let input = view.facts.derivations[index].inputs.first { given["input"] = view.words(input) }
        return book.say(key, given).map { Line(text: $0, derivation: index) }
      }
  }

  private func label(of id: String) -> String? {
    let parts = id.split(separator: ".")
    guard parts.count >= 2 else { return nil }
    let kind = parts[0].hasPrefix("R") || parts[0].hasPrefix("P") ? String(parts[0].prefix(1)) : String(parts[0])
    let key = "figure.\(kind).\(parts[1])"
    return book.phrases[key] == nil ? nil : key
  }

  private func measures() -> [Line] {
    view.facts.measures.compactMap { measure in
      guard let subject = measure.subject else { return nil }
      return book.say("figure.measure", ["subject": view.words(subject), "value": view.figure(measure.quantity)])
        .map { Line(text: $0) }
    }
  }

  private func derivation(_ id: String) -> Int? { view.facts.derivations.firstIndex { $0.id == id } }

  private func value(_ index: Int) -> SlotValue {
    let derivation = view.facts.derivations[index]
    return SlotValue(derivation.text, origin: .computed(index), spans: derivation.inputs)
  }
}
