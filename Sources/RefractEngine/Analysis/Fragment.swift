/// Widens the words that a cue matched to a piece that can be quoted by itself: "fee for" becomes "introduced a fee for
/// missing without notice".
package enum Fragment {
  /// Words of the widened piece at most.
  private static let limit = 9

  /// The piece around a cue inside its clause: the whole clause if it is short, else as far as the next comma or joining
  /// word, without function words at the end.
  package static func around(_ cue: Span, in clause: Span, of document: Document) -> Span {
    let all = document.tokens[clause.field]
    let inside = all.indices.filter {
      all[$0].start >= clause.start && all[$0].end <= clause.end && all[$0].kind != .lineBreak
    }
    guard let first = inside.first, let last = inside.last,
      var lower = inside.first(where: { all[$0].end > cue.start }),
      var upper = inside.last(where: { all[$0].start < cue.end })
    else { return clause }
    func words(_ low: Int, _ high: Int) -> Int { all[low...high].count { $0.kind == .word || $0.kind == .number } }
    if words(first, last) <= limit { return trimmed(first, last, all, clause.field) }
    while upper < last, words(lower, upper) < limit, !isBorder(all[upper + 1]) { upper += 1 }
    while lower > first, words(lower, upper) < limit, !isBorder(all[lower - 1]) { lower -= 1 }
    return trimmed(lower, upper, all, clause.field)
  }

  private static func isBorder(_ token: Token) -> Bool {
    if token.kind == .punctuation {
      return [",", ".", ";", ":", "(", ")", "!", "?", "—", "–", "\"", "“", "”"].contains(token.key)
    }
    return joining.contains(token.key)
  }

  /// Function words and marks at the ends belong to what was cut off.
  private static func trimmed(_ lower: Int, _ upper: Int, _ all: [Token], _ field: Int) -> Span {
    var (lower, upper) = (lower, upper)
    while upper > lower,
      all[upper].kind == .lineBreak || all[upper].kind == .punctuation || dangling.contains(all[upper].key)
    {
      upper -= 1
    }
    while lower < upper,
      all[lower].kind == .lineBreak || all[lower].kind == .punctuation || joining.contains(all[lower].key)
    {
      lower += 1
    }
    return Span(field: field, start: all[lower].start, end: all[upper].end)
  }

  private static let joining: Set<WordKey> = [
    "and", "but", "or", "so", "because", "while", "who", "which", "that", "when", "if", "although", "though", "whereas",
    "then",
  ]

  private static let dangling: Set<WordKey> = [
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without", "and", "but", "or", "so",
    "because",
    "that", "who", "which", "when", "if", "as", "is", "are", "was", "were", "be", "our", "my", "their", "his", "her",
    "its",
    "every", "each", "no", "any", "some", "than", "into", "about", "we", "they", "i", "it", "he", "she", "not", "very",
    "this",
  ]
}
