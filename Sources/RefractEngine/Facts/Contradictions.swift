/// Two present values of one measure that cannot both hold.
package struct Contradiction: Sendable, Equatable {
  package var subject: Span
  package var one: Quantity
  package var other: Quantity
}

/// Finds figures of the author that disagree. They are printed side by side and asked about, and no sum is made of them.
///
/// Two values are no contradiction where the author tells them apart by place, time or group ("4% in Berlin"), and more than
/// two are a series or a table.
package enum Contradictions {
  package static func find(in facts: Facts) -> [Contradiction] {
    var groups: [(key: String, measures: [Measure])] = []
    for measure in facts.measures where measure.time == .now && isPlain(measure, facts) {
      guard let subject = measure.subject else { continue }
      let key = facts.text(subject).lowercased() + "|\(measure.quantity.unit)"
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].measures.append(measure)
      } else {
        groups.append((key, [measure]))
      }
    }
    return groups.compactMap { group in
      guard let first = group.measures.first, let subject = first.subject,
        Set(group.measures.map(\.quantity.value)).count == 2,
        let other = group.measures.first(where: { $0.quantity.value != first.quantity.value }),
        isSamePeriod(first.quantity, other.quantity), isApart(first, other, facts)
      else { return nil }
      return Contradiction(subject: subject, one: first.quantity, other: other.quantity)
    }
  }

  /// An exact value: a range, a limit or a rough figure may agree with another one.
  private static func isPlain(_ measure: Measure, _ facts: Facts) -> Bool {
    let quantity = measure.quantity
    guard quantity.comparator == .equal, quantity.upper == nil, !quantity.isApproximate, !quantity.isOpenEnded else {
      return false
    }
    guard let number = facts.document.index.sentence(of: quantity.span),
      let sentence = facts.document.lines[safe: number]
    else { return true }
    return !sentence.tokens.contains { distinguishing.contains($0.key) }
  }

  private static func isSamePeriod(_ one: Quantity, _ other: Quantity) -> Bool {
    one.per == other.per || one.per == nil || other.per == nil
  }

  /// Within one sentence two values are a comparison, not a slip.
  private static func isApart(_ one: Measure, _ other: Measure, _ facts: Facts) -> Bool {
    let index = facts.document.index
    return index.sentence(of: one.quantity.span) != index.sentence(of: other.quantity.span)
  }

  /// Words that tell by where, when or for whom a figure holds, and so which of two it is.
  private static let distinguishing: Set<WordKey> = [
    "in", "at", "on", "for", "among", "during", "when", "after", "before", "since", "last", "ago", "was", "were", "had",
    "first", "second", "other", "another", "under", "with", "without", "between", "from", "to", "only", "until", "if",
  ]
}
