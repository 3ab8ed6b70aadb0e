/// What fills a slot: words with their origin and their grammar.
package struct SlotValue: Sendable {
  /// Where the words come from.
  package enum Origin: Sendable, Equatable {
    /// The author's words at a place, printed outside quotation marks.
    case author(Span)
    /// A sum; the words are its value.
    case computed(Int)
    /// A domain pack's words.
    case pack
    /// Words of the catalogue or of the program (lists, counts, names).
    case composed
  }

  package var text: String
  package var isPlural: Bool
  package var origin: Origin
  /// Places in the author's text that the value rests on; for lists one for each element.
  package var spans: [Span]
  /// A shorter form, if there is one.
  package var short: String?
  /// The elements, if it is a list.
  package var elements: [String]
  /// A number that counts, for `count`.
  package var count: Int?
  /// The noun phrase without its article, if known.
  package var bare: String?

  package init(
    _ text: String, isPlural: Bool = false, origin: Origin = .composed, spans: [Span] = [], short: String? = nil,
    elements: [String] = [], count: Int? = nil, bare: String? = nil
  ) {
    self.text = text
    self.isPlural = isPlural
    self.origin = origin
    self.spans = spans
    self.short = short
    self.elements = elements
    self.count = count
    self.bare = bare
  }
}

/// A finished text with what it rests on.
package struct RenderedText: Sendable {
  package var text: String
  /// Quoted or printed runs of the author's text, in order, without doubles.
  package var spans: [Span] = []
  /// Runs printed inside quotation marks.
  package var quoted: [Span] = []
  /// Indices of derivations whose value is printed.
  package var derivations: [Int] = []
  /// Roles that only a domain pack filled.
  package var packRoles: Int = 0

  /// How much of it is the author's: 1 with words or figures of the text inside the sentence, 0.9 with a quotation alone,
  /// 0.7 with nothing, so that it could stand in any report.
  package var ownership: Double {
    if !derivations.isEmpty || spans.contains(where: { !quoted.contains($0) }) { return 1 }
    return quoted.isEmpty ? 0.7 : 0.9
  }
}
