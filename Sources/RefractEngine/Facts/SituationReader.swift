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
        let clause = Clip.clause(
          scope(of: match, in: sentence, reading), around: match.tokens, field: match.field, in: document)
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

  /// The clause of the cue, or all clauses that the cue and its captures reach into; of a long clause only the main
  /// statements that they stand in.
  private static func scope(
    of match: CueIndex.Match, in sentence: Document.Sentence, _ reading: Reading
  ) -> Range<Int> {
    guard let clause = sentence.clauses[safe: match.clause] else { return sentence.tokens }
    let first = min(match.tokens.lowerBound, match.captures.map(\.tokens.lowerBound).min() ?? match.tokens.lowerBound)
    let last = max(match.tokens.upperBound, match.captures.map(\.tokens.upperBound).max() ?? 0)
    let lower = max(min(clause.lowerBound, first), sentence.tokens.lowerBound)
    let upper = min(max(clause.upperBound, last), sentence.tokens.upperBound)
    guard lower < upper else { return sentence.tokens }
    let tokens = reading.document.tokens[match.field]
    // "because | of the football field, and there the waste is 74 grams": the first piece belongs to what stands before.
    guard tokens[upper - 1].end - tokens[lower].start > longClause || tokens[lower].key == "of" else {
      return lower..<upper
    }
    let main = reading.statements[match.sentence].filter(\.isMain)
    guard var from = main.firstIndex(where: { $0.range.overlaps(first..<max(last, first + 1)) }),
      var to = main.lastIndex(where: { $0.range.overlaps(first..<max(last, first + 1)) })
    else { return lower..<upper }
    // "and do not come back" has its subject further ahead; "we assume that" its content behind.
    while from > 0, !main[from].hasOwnSubject { from -= 1 }
    while to + 1 < main.count, main[to].complement.count < 2 { to += 1 }
    let start = max(min(main[from].start, main[from].range.lowerBound), lower)
    let end = min(max(main[to].range.upperBound, last), upper)
    guard start <= first, end - start >= 4, start == lower || isJoint(before: start, tokens),
      end == upper || isJoint(end, tokens), isClosed(start..<end, tokens)
    else { return lower..<upper }
    return start..<end
  }

  /// True if one statement ends and the next begins here.
  private static func isJoint(before place: Int, _ tokens: [Token]) -> Bool {
    isJoint(place - 1, tokens) || isJoint(place, tokens) && joints.contains(tokens[place].key)
  }

  private static func isJoint(_ place: Int, _ tokens: [Token]) -> Bool {
    guard let token = tokens[safe: place] else { return true }
    return token.kind == .bullet || token.kind == .punctuation && marks.contains(token.key)
      || joints.contains(token.key)
  }

  private static func isClosed(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.count(where: { tokens[$0].key == "(" }) == range.count(where: { tokens[$0].key == ")" })
  }

  private static let marks: Set<WordKey> = [",", ";", ":", ".", "—", "–", "(", ")"]
  private static let joints: Set<WordKey> = [
    "and", "but", "so", "because", "since", "while", "whereas", "although", "though", "yet", "which", "then",
  ]

  /// Bytes above which a clause tells more than one thing.
  private static let longClause = 70
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
