/// What is printed of a text in a language that is not read: its figures and dates, each with the words around it. Nothing
/// is concluded from them.
struct ForeignFigures: Sendable {
  let book: Phrasebook
  var view: CaseView { book.view }

  /// Figures and dates in reading order, a line each.
  func lines(limit: Int = 12) -> [String] {
    var result: [String] = []
    let dates = dates()
    let amounts = view.facts.quantities.map(\.span).filter { span in !dates.contains { $0.overlaps(span) } }
    for span in (amounts + dates).sorted() where result.count < limit {
      guard let clause = clause(around: span) else { continue }
      let figure = view.facts.text(span)
      let given = ["figure": SlotValue(CaseView.onOneLine(figure)), "clause": SlotValue.quotation(clause, in: view)]
      guard let line = book.say(clause == span ? "figure.alone" : "figure.found", given), !result.contains(line) else {
        continue
      }
      result.append(line)
    }
    return result
  }

  /// The author's words around a figure, up to the next comma or the ends of the sentence.
  private func clause(around span: Span) -> Span? {
    let document = view.facts.document
    guard let number = document.index.sentence(of: span) else { return nil }
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard let first = sentence.tokens.first(where: { tokens[$0].end > span.start }) else { return nil }
    var lower = first
    while lower > sentence.tokens.lowerBound, !isMark(tokens[lower - 1]) { lower -= 1 }
    // "al 50%" says nothing without what stands in front of its comma.
    if first - lower < 3, lower > sentence.tokens.lowerBound {
      lower -= 1
      while lower > sentence.tokens.lowerBound, !isMark(tokens[lower - 1]) { lower -= 1 }
    }
    var upper = first
    while upper < sentence.tokens.upperBound, tokens[upper].start < span.end || !isMark(tokens[upper]) { upper += 1 }
    return Clip.span(lower..<upper, field: sentence.field, in: document, limit: 110)
  }

  private func isMark(_ token: Token) -> Bool {
    token.kind == .punctuation && [",", ";", ":", "(", ")", "—", "–", "!", "?"].contains(token.key)
  }

  /// "30. Juni", "le 4 mars", "30 June 2027".
  private func dates() -> [Span] {
    let document = view.facts.document
    var result: [Span] = []
    for field in document.fields.indices where !document.fields[field].name.hasPrefix("meta") {
      let tokens = document.tokens[field]
      for (index, token) in tokens.enumerated() where token.kind == .word && Self.months.contains(token.key) {
        let before = index > 1 && tokens[index - 1].key == "." ? index - 2 : index - 1
        guard let day = tokens[safe: before], day.kind == .number else { continue }
        result.append(document.span(field: field, before..<index + 1))
      }
    }
    return result
  }

  private static let months = NumberWords.months.union(WordBook.words("foreign_months"))
}
