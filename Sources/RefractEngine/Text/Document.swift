/// The texts of one problem, cut into tokens, sentences and clauses: what all recognisers read.
package struct Document: Sendable {
  /// The problem's fields, in order; ``Span/field`` indexes them.
  package var fields: [Problem.Field]
  /// Tokens of each field.
  package var tokens: [[Token]]
  /// All sentences in reading order.
  package var sentences: [Sentence]
  /// The sentences as the numeric recognisers read them, in the same order; made once.
  package private(set) var lines: [SentenceTokens] = []
  /// Finds the sentence of a run.
  package private(set) var index = SentenceIndex()

  /// A sentence, a list item, or a line under a heading.
  package struct Sentence: Sendable {
    package var field: Int
    /// Indices into ``Document/tokens`` of the field, without line breaks at the ends and without the bullet.
    package var tokens: Range<Int>
    /// Cut at `, but`, `however`, `although`, `while`, `;`, a dash, and the like; at least one, in order, together
    /// the whole sentence.
    package var clauses: [Range<Int>]
    /// The item's mark, if the sentence is a list item.
    package var isListItem: Bool
    /// The line that introduced the list (it ends in a colon), as index into ``Document/sentences``.
    package var opener: Int?
    /// Paragraphs are counted from 0 in each field; blank lines separate them.
    package var paragraph: Int
  }

  package init(fields: [Problem.Field], tokens: [[Token]], sentences: [Sentence]) {
    self.fields = fields
    self.tokens = tokens
    self.sentences = sentences
    lines = SentenceTokens.all(self)
    index = SentenceIndex(self)
  }

  /// The clause that a run stands in, without marks at its ends; the run itself if it stands in none or reaches further.
  package func clause(of span: Span) -> Span {
    guard let number = index.sentence(of: span) else { return span }
    let all = tokens[span.field]
    for range in sentences[number].clauses {
      var range = range
      while let last = range.last, !isWordLike(all[last]) { range = range.lowerBound..<last }
      while let first = range.first, !isWordLike(all[first]) { range = first + 1..<range.upperBound }
      guard let first = range.first, let last = range.last else { continue }
      if all[first].start <= span.start, span.end <= all[last].end {
        return Span(field: span.field, start: all[first].start, end: all[last].end)
      }
    }
    return span
  }

  /// The longest part of a run that lies in one sentence: what is quoted as one piece is one piece.
  package func longestPart(_ span: Span) -> Span {
    guard let first = index.sentence(of: span), self.span(sentences[first]).end < span.end else { return span }
    let touched = sentences[first...].prefix { $0.field == span.field && self.span($0).start < span.end }
    let parts = touched.map { self.span($0) }.map {
      Span(field: span.field, start: max($0.start, span.start), end: min($0.end, span.end))
    }
    return parts.max { $0.length < $1.length } ?? span
  }

  private func isWordLike(_ token: Token) -> Bool { token.kind != .punctuation && token.kind != .lineBreak }

  /// The text of a run.
  package func text(_ span: Span) -> String {
    let utf8 = fields[span.field].text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: span.start)
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: span.length)], as: UTF8.self)
  }

  /// The run from the first to the last of some tokens of a field; empty ranges have no place.
  package func span(field: Int, _ range: Range<Int>) -> Span {
    let all = tokens[field]
    return Span(field: field, start: all[range.lowerBound].start, end: all[range.upperBound - 1].end)
  }

  /// The run of a whole sentence.
  package func span(_ sentence: Sentence) -> Span { span(field: sentence.field, sentence.tokens) }
}
