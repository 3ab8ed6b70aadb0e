/// Quantities by place, found by halving.
struct QuantityIndex {
  private let sorted: [Quantity]

  init(_ quantities: [Quantity]) { sorted = quantities.sorted { $0.span < $1.span } }

  /// Those that lie wholly in a run, in order.
  func inside(_ span: Span) -> [Quantity] {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if (sorted[middle].span.field, sorted[middle].span.start) < (span.field, span.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var result: [Quantity] = []
    while low < sorted.count, sorted[low].span.field == span.field, sorted[low].span.start < span.end {
      if sorted[low].span.end <= span.end { result.append(sorted[low]) }
      low += 1
    }
    return result
  }
}
