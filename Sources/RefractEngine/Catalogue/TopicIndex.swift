/// Every cue by which packs, facets, modes, lenses and interventions are recognised, compiled together.
package struct TopicIndex: Sendable {
  package let index: CueIndex

  /// Where each cue that occurs was found, by the cue as written.
  package func places(in reading: Reading) -> [String: [Span]] {
    var places: [String: [Span]] = [:]
    for match in index.matches(in: reading) {
      places[index.patterns[match.pattern].source, default: []].append(
        reading.document.span(field: match.field, match.tokens))
    }
    return places
  }
}
