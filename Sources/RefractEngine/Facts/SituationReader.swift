/// Clauses that fit a situation of the catalogue.
enum SituationReader {
  /// Matches kept of one situation, strongest first.
  static let limitEach = 3

  static func read(_ reading: Reading, cues: CueFindings, lexicon: Lexicon) -> [SituationMatch] {
    let document = reading.document
    var found: [Int: [SituationMatch]] = [:]
    for finding in cues.situations {
      let match = finding.match
      guard found[finding.entry, default: []].count < limitEach * 4,
        !cues.exclusions.contains(CueFindings.Exclusion(sentence: match.sentence, situation: finding.entry)),
        CueScope.isRead(document.fields[match.field].name),
        let weight = CueScope.weight(of: match, pattern: finding.pattern, in: reading)
      else { continue }
      let sentence = document.sentences[match.sentence]
      guard
        let clause = Clip.clause(scope(of: match, in: sentence), around: match.tokens, field: match.field, in: document)
      else { continue }
      let definition = lexicon.situations[finding.entry]
      let captures = match.captures.compactMap { capture in
        Clip.span(capture.tokens, field: match.field, in: document, limit: 80).map {
          SituationMatch.Capture(name: capture.name, span: $0)
        }
      }
      let situation = SituationMatch(
        situation: definition.id, cue: document.span(field: match.field, match.tokens), clause: clause,
        captures: captures,
        strength: min(1, definition.strength * (definition.isDoubt ? 1 : weight)))
      // Two cues in one clause tell one thing; the fuller captures win.
      if let twin = found[finding.entry]?.firstIndex(where: { $0.clause.overlaps(clause) }) {
        if let known = found[finding.entry]?[twin],
          known.captures.count < captures.count || known.strength < situation.strength
        {
          found[finding.entry]?[twin] = situation
        }
      } else {
        found[finding.entry, default: []].append(situation)
      }
    }
    let kept = found.keys.sorted().flatMap { entry -> [SituationMatch] in
      let all = found[entry] ?? []
      let order = all.indices.sorted { (all[$1].strength, $0) < (all[$0].strength, $1) }
      return order.prefix(limitEach).map { all[$0] }
    }
    return kept.indices.sorted { (kept[$0].cue, $0) < (kept[$1].cue, $1) }.map { kept[$0] }
  }

  /// The clause of the cue, or all clauses that the cue and its captures reach into.
  private static func scope(of match: CueIndex.Match, in sentence: Document.Sentence) -> Range<Int> {
    guard let clause = sentence.clauses[safe: match.clause] else { return sentence.tokens }
    let lower = min(clause.lowerBound, match.captures.map(\.tokens.lowerBound).min() ?? clause.lowerBound)
    let upper = max(clause.upperBound, match.tokens.upperBound, match.captures.map(\.tokens.upperBound).max() ?? 0)
    return max(lower, sentence.tokens.lowerBound)..<min(upper, sentence.tokens.upperBound)
  }
}

extension SituationDefinition {
  /// True if it is a guess or a lack of knowledge itself.
  fileprivate var isDoubt: Bool { signals.keys.contains { CueScope.doubts.contains($0) } }
}

/// Where cues are looked for, and what a match is worth there.
enum CueScope {
  /// Fields that describe what is; success criteria, wishes and focus texts describe what is wanted.
  /// A title repeats in short what the text says.
  static func isRead(_ field: String) -> Bool {
    field != "title" && !field.hasPrefix("focus") && !field.hasPrefix("success_criteria")
      && !(field.hasPrefix("stakeholders") && field.hasSuffix("wants"))
  }

  /// Signals of doubt: a guess is what they are, so it does not make them weaker.
  static let doubts: Set<String> = ["UNKNOWN", "WHY", "FORECAST"]

  /// 1 for an assertion, one half if it is somebody else's claim, a guess, a question or denied behind the cue; nil if the
  /// cue itself is denied.
  static func weight(of match: CueIndex.Match, pattern: CuePattern, in reading: Reading) -> Double? {
    guard let clause = reading.clauses[safe: match.sentence]?[safe: match.clause] else { return 1 }
    if !pattern.containsNegation, clause.negates(match.tokens) { return nil }
    // "don't know" is a doubt in itself: a cue is not discounted for its own words.
    if let mark = clause.stanceMark, match.tokens.contains(mark) { return 1 }
    return clause.stance == .hypothetical || clause.stance == .reported ? 0.5 : 1
  }
}
