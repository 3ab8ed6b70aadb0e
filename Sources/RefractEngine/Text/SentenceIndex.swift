/// Finds the sentence that holds a run.
package struct SentenceIndex: Sendable {
  private var starts: [Span] = []

  package init() {}

  package init(_ document: Document) { starts = document.sentences.map { document.span($0) } }

  package func sentence(of span: Span) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if (starts[middle].field, starts[middle].end) > (span.field, span.start) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low < starts.count, starts[low].field == span.field, starts[low].start <= span.start else { return nil }
    return low
  }
}
