/// What was tried, and what came of it: from the `attempts` field and from prose, each once.
enum AttemptReader {
  /// More than this is no list of attempts any more, but a hostile or a pasted text.
  static let limit = 40

  static func read(
    _ reading: Reading, quantities: [Quantity], sections: [Section], cues: CueFindings, lexicon: Lexicon
  ) -> [Attempt] {
    let index = QuantityIndex(quantities)
    var drafts = structured(reading, quantities: index)
    let isListed = !drafts.isEmpty
    let listed = drafts.count
    var prose = AttemptProse(reading: reading, quantities: index, sections: sections)
    for draft in prose.run() where drafts.count < limit {
      let twin = drafts.indices.first { place in
        place < listed
          ? same(drafts[place], draft, in: reading.document) : retold(drafts[place], draft, in: reading.document)
      }
      if let twin {
        if drafts[twin].effect == nil { drafts[twin].effect = draft.effect }
        if drafts[twin].verdict == .unknown { drafts[twin].verdict = draft.verdict }
        if drafts[twin].outcome == nil, drafts[twin].field == draft.field { drafts[twin].outcome = draft.outcome }
      } else if !isListed || draft.strength == .plain || draft.strength == .fair && draft.outcome != nil {
        drafts.append(draft)
      }
    }
    // Prose only: a weak reading does not add to a plain list.
    if drafts.filter({ $0.strength == .plain }).count >= 2 { drafts.removeAll { $0.strength == .weak } }
    return attempts(from: drafts, reading: reading, cues: cues, lexicon: lexicon)
  }

  private static func attempts(
    from drafts: [AttemptDraft], reading: Reading, cues: CueFindings, lexicon: Lexicon
  ) -> [Attempt] {
    let document = reading.document
    let names = properNames(reading, lexicon: lexicon)
    return drafts.map { draft in
      let label = document.span(field: draft.field, draft.label)
      let outcome = draft.outcome.flatMap { Clip.span($0, field: outcomeField(of: draft, in: document), in: document) }
      var span = label
      if let outcome, outcome.field == label.field, outcome.start >= label.start, outcome.end - label.start <= 240 {
        span.end = max(span.end, closing(outcome.end, field: label.field, in: document))
      }
      if let effect = draft.effect, effect.span.field == label.field, effect.span.start >= label.start,
        effect.span.end - label.start <= 160
      {
        span.end = max(span.end, closing(effect.span.end, field: label.field, in: document))
      }
      return Attempt(
        label: label, name: AttemptName(reading: reading, field: draft.field, names: names).name(of: draft.label),
        effect: draft.effect, outcome: outcome, verdict: draft.verdict, span: span)
    }
  }

  /// "caching (5%" is quoted with its closing bracket.
  private static func closing(_ end: Int, field: Int, in document: Document) -> Int {
    let next = document.text(Span(field: field, start: end, end: min(end + 1, document.fields[field].text.utf8.count)))
    return next == ")" || next == "]" ? end + 1 : end
  }

  /// The outcome of a structured attempt stands in the next field or the one behind it (`effect`, `note`).
  private static func outcomeField(of draft: AttemptDraft, in document: Document) -> Int {
    draft.outcomeField ?? draft.field
  }

  // MARK: The attempts field

  private static func structured(_ reading: Reading, quantities: QuantityIndex) -> [AttemptDraft] {
    let document = reading.document
    var result: [AttemptDraft] = []
    for field in document.fields.indices {
      let name = document.fields[field].name
      guard name.hasPrefix("attempts["), !document.tokens[field].isEmpty, result.count < limit else { continue }
      let all = document.tokens[field].indices
      if name.hasSuffix(".effect") || name.hasSuffix(".note") {
        guard let last = result.indices.last else { continue }
        settle(&result[last], with: all, field: field, isNote: name.hasSuffix(".note"), reading, quantities)
      } else if let (label, outcome) = AttemptItem(reading: reading, field: field).split(all) {
        // "Caching, saved nothing" carries its outcome; a plain deed with a long tail does not.
        var draft = AttemptDraft(field: field, label: label, strength: .plain)
        if let outcome { settle(&draft, with: outcome, field: field, isNote: false, reading, quantities) }
        result.append(draft)
      }
    }
    return result
  }

  private static func settle(
    _ draft: inout AttemptDraft, with range: Range<Int>, field: Int, isNote: Bool, _ reading: Reading,
    _ quantities: QuantityIndex
  ) {
    guard let outcome = Clip.trimmed(range, field: field, in: reading.document) else { return }
    let effect = AttemptEffect(reading: reading, quantities: quantities).effect(of: outcome, field: field)
    let verdict = AttemptVerdict.of(outcome, field: field, in: reading.document)
    if draft.effect == nil { draft.effect = effect }
    if draft.outcome == nil || !isNote && draft.outcomeField == nil {
      draft.outcome = outcome
      draft.outcomeField = field
    }
    if draft.verdict == .unknown || !isNote && verdict != .unknown { draft.verdict = verdict }
    if draft.verdict == .unknown, let effect { draft.verdict = AttemptVerdict.of(effect) }
    if draft.verdict == .unknown,
      AttemptEffect(reading: reading, quantities: quantities).standsStill(outcome, field: field)
    {
      draft.verdict = .none
    }
  }

  // MARK: Doubles

  /// Two labels tell of one deed if at least half of the content words of the shorter one occur in the other.
  private static func same(_ left: AttemptDraft, _ right: AttemptDraft, in document: Document) -> Bool {
    let first = content(left, in: document)
    let second = content(right, in: document)
    guard !first.isEmpty, !second.isEmpty else { return false }
    // "reported diligently" beside "reported every absence on the page": the bare deed names no other thing.
    if let bare = bareDeed(right, in: document), document.tokens[left.field][left.label.lowerBound].stem == bare {
      return true
    }
    let shared = first.intersection(second).count
    return shared * 2 >= min(first.count, second.count) && shared * 3 >= max(first.count, second.count)
  }

  /// The stem of the verb of a label that holds nothing besides it and an adverb.
  private static func bareDeed(_ draft: AttemptDraft, in document: Document) -> WordKey? {
    let label = draft.label
    guard label.count == 2, let verb = document.tokens[draft.field][safe: label.lowerBound],
      Verbs.entry(verb.key) != nil,
      document.text(document.span(field: draft.field, label.upperBound - 1..<label.upperBound)).hasSuffix("ly")
    else { return nil }
    return verb.stem
  }

  /// Two tellings in prose are of one deed only if one names all that the other names, and not each its own result: "a doc
  /// sprint" and "a docs label" in one list are two.
  private static func retold(_ left: AttemptDraft, _ right: AttemptDraft, in document: Document) -> Bool {
    let first = content(left, in: document)
    let second = content(right, in: document)
    guard !first.isEmpty, !second.isEmpty, left.outcome == nil || right.outcome == nil else { return false }
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  private static func content(_ draft: AttemptDraft, in document: Document) -> Set<WordKey> {
    var result: Set<WordKey> = []
    for token in document.tokens[draft.field][draft.label] where token.kind == .word {
      guard !WordLists.prepositions.contains(token.key), !WordLists.determiners.contains(token.key),
        !WordLists.conjunctions.contains(token.key), !WordLists.possessives.contains(token.key)
      else { continue }
      if let entry = Verbs.entry(token.key) { result.insert(WordKey(entry.base)) } else { result.insert(token.stem) }
    }
    return result
  }

  /// Words that are capitalised in the middle of a sentence, and names of technologies.
  private static func properNames(_ reading: Reading, lexicon: Lexicon) -> Set<WordKey> {
    var result: Set<WordKey> = []
    for entry in lexicon.technologies {
      if let first = Tokeniser.tokens(of: " " + entry.name).first { result.insert(first.key) }
    }
    // A title may be written In Title Case.
    for field in reading.document.fields.indices where reading.document.fields[field].name != "title" {
      for (index, token) in reading.document.tokens[field].enumerated()
      where token.isCapitalised && reading.classes[field][index] == .properNoun && token.key != "i" {
        result.insert(token.key)
      }
    }
    return result
  }
}
