/// Which structural signals of the catalogue hold: some follow from facts, some from cue phrases, some from situations.
enum SignalReader {
  static let spansEach = 6

  /// A place that speaks for a signal, with its worth.
  private struct Cue {
    var strength: Double
    var span: Span
  }

  static func read(
    _ facts: Facts, reading: Reading, cues: CueFindings, lexicon: Lexicon, sections: [Section]
  ) -> [Signal] {
    let document = reading.document
    var structural: [String: [Span]] = [:]
    func mark(_ name: String, _ spans: [Span]) {
      let known = structural[name, default: []]
      if !spans.isEmpty { structural[name] = known + spans.filter { !known.contains($0) } }
    }
    for (name, spans) in StructuralSignals(facts: facts, reading: reading).all() { mark(name, spans) }

    var lexical: [String: [Cue]] = [:]
    for finding in cues.signals {
      let match = finding.match
      guard CueScope.isRead(document.fields[match.field].name), sections[safe: match.sentence] != .options,
        lexical[lexicon.signals[finding.entry].name, default: []].count < 40,
        let weight = CueScope.weight(of: match, pattern: finding.pattern, in: reading),
        let clause = document.sentences[match.sentence].clauses[safe: match.clause],
        let span = Clip.clause(clause, around: match.tokens, field: match.field, in: document)
      else { continue }
      let name = lexicon.signals[finding.entry].name
      lexical[name, default: []].append(Cue(strength: CueScope.doubts.contains(name) ? 0.6 : 0.6 * weight, span: span))
    }
    for situation in facts.situations {
      for (name, weight) in lexicon.signalsOfSituation[situation.situation] ?? [:] {
        lexical[name, default: []].append(Cue(strength: min(1, weight * situation.strength), span: situation.clause))
      }
    }
    // Names in alphabetical order: dictionaries have no order of their own.
    return Set(structural.keys).union(lexical.keys).sorted().map { name in
      signal(name, structural: structural[name] ?? [], lexical: lexical[name] ?? [])
    }
  }

  /// More cues of one signal add nothing to its strength.
  private static let cuesEach = 64

  private static func signal(_ name: String, structural: [Span], lexical: [Cue]) -> Signal {
    // One clause is one cue, however many patterns it fits.
    var distinct: [Cue] = []
    for cue in lexical.prefix(cuesEach) {
      if let known = distinct.firstIndex(where: { $0.span.overlaps(cue.span) }) {
        if distinct[known].strength < cue.strength { distinct[known] = cue }
      } else {
        distinct.append(cue)
      }
    }
    let order = distinct.indices.sorted { (distinct[$1].strength, $0) < (distinct[$0].strength, $1) }
    let ranked = order.map { distinct[$0] }
    var strength = structural.isEmpty ? 0 : 1.0
    if let best = ranked.first {
      // Each further cue adds 0.2, half of it if it is a guess or a report.
      let further = ranked.dropFirst().reduce(0) { $0 + 0.2 * min(1, $1.strength / 0.6) }
      strength = max(strength, min(1, best.strength + further))
    }
    var spans: [Span] = []
    for span in structural + ranked.map(\.span) where spans.count < spansEach && !spans.contains(span) {
      spans.append(span)
    }
    return Signal(name: name, strength: strength, spans: spans)
  }
}
