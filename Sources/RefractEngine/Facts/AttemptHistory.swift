/// Steps told as history: "we bought a second filler and raised safety stock by 20%, but …".
struct AttemptHistory {
  let reading: Reading
  let sections: [Section]

  /// The deeds of a sentence; `isPlain` is false if they count only beside other steps.
  func drafts(in number: Int) -> (drafts: [AttemptDraft], isPlain: Bool) {
    let document = reading.document
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard tokens[sentence.tokens.upperBound - 1].key != "?" else { return ([], false) }
    var result: [AttemptDraft] = []
    var isSure = false
    var isOpen = true
    for statement in reading.statements[number] {
      guard let deed = StepDeed(reading: reading).kind(of: statement) else { continue }
      // "We asked for a fixed driver; they agreed and sent a different one": what others did about it came of it.
      if !result.isEmpty, isTheirs(statement, number) { break }
      let labels = deed.isWhole ? whole(statement) : deed.isCausative ? caused(statement) : labels(of: statement)
      guard !labels.isEmpty, !result.contains(where: { $0.label.overlaps(labels[0]) }) else { continue }
      isSure = isSure || deed.strength == .fair
      isOpen = isOpen && deed.isOpen
      result += labels.map { AttemptDraft(field: sentence.field, label: $0, strength: deed.strength, sentence: number) }
    }
    guard !result.isEmpty else { return ([], false) }
    settle(&result, sentence: number)
    // A verb that no list names counts with what came of it, or beside other steps.
    let tells = result.contains { $0.outcome != nil }
    let isPlain = isSure || tells || !isOpen && (result.count >= 2 || hasHistoryCue(number))
    return (result, isPlain)
  }

  /// "they", themselves or carried on from the statement in front.
  private func isTheirs(_ statement: Statement, _ number: Int) -> Bool {
    let tokens = reading.document.tokens[statement.field]
    let named = reading.statements[number].last { $0.main <= statement.main && $0.hasOwnSubject && $0.subject != nil }
    guard let subject = named?.subject, ["they", "he", "she"].contains(tokens[subject.lowerBound].key) else {
      return false
    }
    // "(they send someone new every day), paid a bonus": what stands in a bracket carries on nothing.
    return !(subject.lowerBound..<max(subject.lowerBound, statement.main)).contains { tokens[$0].key == ")" }
  }

  /// What came of each: what stands between it and the next ("doubled the set, +0.04, switched …"), behind the last the
  /// rest of the sentence or one of the next two.
  private func settle(_ drafts: inout [AttemptDraft], sentence number: Int) {
    let tokens = reading.document.tokens[drafts[0].field]
    for place in drafts.indices.dropLast() {
      let between =
        drafts[place].label.upperBound..<max(drafts[place].label.upperBound, drafts[place + 1].label.lowerBound)
      guard between.contains(where: { tokens[$0].kind == .number || tokens[$0].key == "(" }) else { continue }
      // "settled for 350 million, promised to spend another 150 million, founded …": a further deed is no result.
      let first = between.first { tokens[$0].kind == .word || tokens[$0].kind == .number }
      if reading.statements[number].contains(where: { $0.main == first && !$0.hasOwnSubject }) { continue }
      drafts[place].outcome = Clip.trimmed(between, field: drafts[place].field, in: reading.document)
    }
    let last = drafts.count - 1
    guard let outcome = outcome(after: drafts, sentence: number) else { return }
    drafts[last].outcome = outcome
    // "…, and now they rush. Complaints went up.": the sentence that follows may judge what this one only tells.
    if !AttemptVerdict.tells(outcome, field: drafts[last].field, in: reading.document),
      let next = laterOutcome(after: drafts[last], sentence: number)
    {
      drafts[last].verdict = AttemptVerdict.of(next, field: drafts[last].field, in: reading.document)
    }
  }

  static func lemma(_ key: WordKey) -> WordKey { Verbs.entry(key).map { $0.baseKey } ?? key }

  // MARK: Labels

  /// "Booking windows were introduced" names the step by its subject, "the tap was turned off" by the clause; where the
  /// subject only received it ("the wards were given quotas"), by verb and object.
  func whole(_ statement: Statement) -> [Range<Int>] {
    let field = statement.field
    let lower = statement.subject.map { max($0.lowerBound, statement.start) } ?? statement.start
    let next = reading.next(field: field, statement.group.upperBound)
    let receives = reading.chunk(field: field, at: next)?.range.lowerBound == next && next < statement.range.upperBound
    if receives { return label(from: statement.main, to: statement.range.upperBound, field: field).map { [$0] } ?? [] }
    let isMade = StepDeed.makings.contains(Self.lemma(reading.document.tokens[field][statement.main].key))
    if isMade {
      let upper = statement.start..<statement.group.lowerBound
      return Clip.trimmed(lower..<upper.upperBound, field: field, in: reading.document).map {
        [withoutBracket($0, field)]
      } ?? []
    }
    guard let end = end(from: statement.main, to: statement.range.upperBound, field: field) else { return [] }
    return Clip.trimmed(lower..<end, field: field, in: reading.document).map { [$0] } ?? []
  }

  /// "had a line painted five metres from the pitch": the object and what was done to it.
  private func caused(_ statement: Statement) -> [Range<Int>] {
    let end = reading.statements[statement.sentence].first { $0.main > statement.main }?.range.upperBound
    return label(from: statement.main, to: end ?? statement.range.upperBound, field: statement.field).map { [$0] } ?? []
  }

  private func withoutBracket(_ range: Range<Int>, _ field: Int) -> Range<Int> {
    let tokens = reading.document.tokens[field]
    guard let bracket = range.first(where: { tokens[$0].key == "(" }), bracket > range.lowerBound else { return range }
    return range.lowerBound..<bracket
  }

  /// The deed; a list of three objects or more ("a family service, a coffee hour and a page") in its parts.
  func labels(of statement: Statement) -> [Range<Int>] {
    guard let whole = label(from: statement.main, to: statement.range.upperBound, field: statement.field) else {
      return []
    }
    let tokens = reading.document.tokens[statement.field]
    let rest = statement.main + 1..<max(statement.main + 1, statement.range.upperBound)
    guard rest.contains(where: { tokens[$0].key == "," }) else { return [whole] }
    let (items, _) = AttemptRun(reading: reading, field: statement.field).items(in: rest)
    let opensWithCount = items.first.map { tokens[$0.lowerBound].kind == .number } ?? false
    let things = items.dropFirst().prefix { item in
      // "bought a catalogue, 6,000 titles, 300 loans": figures tell of it.
      if tokens[item.lowerBound].kind == .number, !opensWithCount { return false }
      // "subscribers wine to be collected in two years, paid now"
      if item.count <= 2, Verbs.entry(tokens[item.lowerBound].key)?.form == .past { return false }
      guard let chunk = reading.chunk(field: statement.field, at: skipped(item.lowerBound, tokens)) else {
        return false
      }
      return chunk.range.upperBound >= item.upperBound - 4 && item.count <= 8
        && !item.contains { reading.classes[statement.field][$0] == .verb }
    }
    // "overtime, 11 people", "a programme, green badges for all": one thing put behind another without "and" explains it.
    if things.count == 1, !["and", "or", "&", "then"].contains(tokens[things[things.startIndex].lowerBound - 1].key) {
      return [whole]
    }
    guard !things.isEmpty, items[0].count <= 10, things.count == items.count - 1 || things.count >= 2 else {
      return [whole]
    }
    return [whole] + things
  }

  private func skipped(_ index: Int, _ tokens: [Token]) -> Int {
    ["then", "also", "later", "and"].contains(tokens[index].key) ? index + 1 : index
  }

  private func label(from start: Int, to limit: Int, field: Int) -> Range<Int>? {
    let tokens = reading.document.tokens[field]
    guard let index = end(from: start, to: limit, field: field),
      let label = Clip.trimmed(start..<index, field: field, in: reading.document), label.count >= 2
    else { return nil }
    let words = label.filter { tokens[$0].kind == .word }.count
    // "dropped it again" gives up what was tried.
    if Self.pronounObjects.contains(tokens[start + 1].key), words <= 3 { return nil }
    // "rolled back": undoing is no step.
    if words <= 2, Self.directions.contains(tokens[start + 1].key) { return nil }
    // An object has to follow, perhaps behind a particle: "launched in the store" is no deed of interest.
    let next = reading.next(field: field, start + 1)
    if reading.classes[field][next] == .preposition {
      let lemma = Self.lemma(tokens[start].key)
      let particles =
        Self.talks.contains(lemma)
        ? Self.addressees
        : Self.travels.contains(lemma)
          ? Self.directions : StepDeed.deeds.contains(lemma) ? Self.particles : Self.addressees.union(Self.particles)
      // "closed in February": a date is no object.
      let isDated = reading.classes[field][safe: next + 1] == .date && StepDeed.deeds.contains(lemma)
      // "We thinned by hand one week earlier (no change)": what came of it makes the deed.
      let isTold =
        tokens[safe: index]?.key == "("
        && AttemptVerdict.tells(index + 1..<min(index + 6, tokens.count), field: field, in: reading.document)
      let fits = particles.contains(tokens[next].key) || isTold || lemma == "put" && tokens[next].key == "on"
      guard fits, label.count >= 3, !isDated else { return nil }
    }
    return label
  }

  /// Where the words for the deed end; nil if nothing follows the verb.
  private func end(from start: Int, to limit: Int, field: Int) -> Int? {
    let tokens = reading.document.tokens[field]
    var index = start + 1
    var words = 1
    scan: while index < limit, words < 14 {
      let token = tokens[index]
      // "at 11:30"
      let isClock = token.key == ":" && token.isGlued && tokens[safe: index + 1]?.isGlued == true
      let isHyphen = token.key == "-" && token.isGlued && tokens[safe: index + 1]?.isGlued == true
      let isArrow = AttemptItem.arrows.contains(token.key) && !AttemptItem.isSetting(index, in: tokens)
      if token.kind == .punctuation && !isClock && !isHyphen || isArrow {
        if token.key == "(" || token.key == "," || !["\"", "“", "”", "'", "‘", "’"].contains(token.key) { break scan }
      }
      if token.kind == .word {
        if Self.ends.contains(token.key), !(token.key == "that" && words <= 1) { break scan }
        // "a form in which students report"
        if ["which", "whom"].contains(tokens[safe: index + 1]?.key ?? ""),
          reading.classes[field][index] == .preposition
        {
          break scan
        }
        words += 1
      }
      index += 1
    }
    return words >= 2 ? index : nil
  }

  private static let pronounObjects: Set<WordKey> = ["it", "them", "that", "this", "him", "her"]
  private static let particles: Set<WordKey> = ["out", "up", "over", "off", "down", "in", "back"]
  private static let travels: Set<WordKey> = ["move", "switch", "migrate", "change", "roll", "upgrade", "bring"]
  private static let directions: Set<WordKey> = ["to", "from", "out", "over", "in", "back", "up"]
  private static let talks: Set<WordKey> = [
    "pay", "arrange", "write", "talk", "speak", "appeal", "apply", "complain", "advertise", "post", "negotiate",
    "invest", "experiment",
    "partner", "lobby", "campaign", "ask",
  ]
  private static let addressees: Set<WordKey> = ["to", "with", "for", "in", "on", "at"]

  private static let ends: Set<WordKey> = [
    "which", "who", "that", "because", "so", "but", "since", "when", "after", "while", "although", "though", "where",
    "before", "until", "however", "yet", "whereas", "if",
  ]

  // MARK: Outcome

  /// What is said of the steps: the rest of the sentence, or one of the two that follow in the paragraph.
  func outcome(after drafts: [AttemptDraft], sentence number: Int) -> Range<Int>? {
    let document = reading.document
    guard let last = drafts.last else { return nil }
    let sentence = document.sentences[number]
    let rest = last.label.upperBound..<max(last.label.upperBound, sentence.tokens.upperBound)
    return ownOutcome(rest, field: last.field, sentence: number) ?? laterOutcome(after: last, sentence: number)
  }

  /// What one of the next two sentences says of it.
  private func laterOutcome(after last: AttemptDraft, sentence number: Int) -> Range<Int>? {
    let document = reading.document
    let sentence = document.sentences[number]
    let tokens = document.tokens[last.field]
    let named = Set(last.label.filter { reading.classes[last.field][$0].isNominal }.map { tokens[$0].stem })
    for next in number + 1..<number + 3 {
      guard let line = document.sentences[safe: next], line.field == sentence.field,
        line.paragraph == sentence.paragraph, tokens[line.tokens.upperBound - 1].key != "?"
      else { break }
      if opensNewMatter(next) { break }
      let pointsBack = Self.backward.contains(tokens[line.tokens.lowerBound].key)
      // Two sentences on, only what names the step or points to it is still about it.
      let isFar =
        next > number + 1 && !pointsBack && !line.tokens.contains { named.contains(tokens[$0].stem) }
        && !line.tokens.prefix(2).contains { ["nobody", "nothing", "none", "no"].contains(tokens[$0].key) }
      if isFar { break }
      if pointsBack || AttemptVerdict.tells(line.tokens, field: last.field, in: document)
        || next == number + 1 && ResultSentence(reading: reading).tellsResult(next)
      {
        return Clip.trimmed(line.tokens, field: last.field, in: document)
      }
    }
    return nil
  }

  /// What the rest of the sentence says: behind "but", a semicolon or a dash, in a bracket, or as a further statement about
  /// somebody else ("we kept one man free, he sat about").
  private func ownOutcome(_ rest: Range<Int>, field: Int, sentence number: Int) -> Range<Int>? {
    let document = reading.document
    let tokens = document.tokens[field]
    if let behind = behindApposition(rest, field: field, sentence: number) {
      return Clip.trimmed(behind, field: field, in: document)
    }
    // "a tasting day in October, which nobody attended": when it was is no result.
    if rest.count > 3, reading.classes[field][rest.lowerBound] == .preposition,
      reading.classes[field][rest.lowerBound + 1] == .date
    {
      return ownOutcome(rest.lowerBound + 2..<rest.upperBound, field: field, sentence: number)
    }
    guard let first = rest.first(where: { tokens[$0].kind == .word || tokens[$0].kind == .number }) else { return nil }
    // "in" and the like: the deed's own adverbials go on.
    let mark = tokens[rest.lowerBound]
    if !Self.purposes.contains(tokens[first].key) {
      let isTurn = rest.lowerBound < first && [";", "-", "—", "–", ":"].contains(tokens[first - 1].key)
      let turns = isTurn || ["but", "however", "yet", "whereupon", "nobody"].contains(tokens[first].key)
      let isBracket =
        mark.key == "("
        && (AttemptVerdict.tells(rest, field: field, in: document) || holdsStatement(rest, number)
          || moves(rest, tokens))
      if turns || isBracket || AttemptVerdict.tells(rest, field: field, in: document) || goesOn(rest, first, number) {
        return Clip.trimmed(rest, field: field, in: document)
      }
    }
    guard let turn = rest.first(where: { [";", "but", "—"].contains(tokens[$0].key) }) else { return nil }
    return Clip.trimmed(turn..<rest.upperBound, field: field, in: document)
  }

  /// ", 310 dollars a month, nobody can live on it", "which closes after 90 days: people filed again": what only says how
  /// the step looked is no result of it where a statement follows.
  private func behindApposition(_ rest: Range<Int>, field: Int, sentence number: Int) -> Range<Int>? {
    let tokens = reading.document.tokens[field]
    guard let start = rest.first else { return nil }
    let isRelative = ["which", "that", "who"].contains(tokens[start].key)
    guard isRelative || tokens[start].key == ",",
      let mark = rest.dropFirst().prefix(12).first(where: { [",", ":", ";"].contains(tokens[$0].key) }),
      isRelative == (tokens[mark].key == ":"),
      let told = reading.statements[number].first(where: { $0.main > mark }), told.opener == nil
    else { return nil }
    let isPlain = !reading.statements[number].contains { (start..<mark).contains($0.main) }
    return isRelative || isPlain && mark - start <= 7 ? mark + 1..<rest.upperBound : nil
  }

  /// "(bills down 4%)"
  private func moves(_ rest: Range<Int>, _ tokens: [Token]) -> Bool {
    let inside = rest.prefix { tokens[$0].key != ")" }
    return inside.contains { ["up", "down", "minus", "plus", "+", "−", "-", "→"].contains(tokens[$0].key) }
      && inside.contains { tokens[$0].kind == .number }
  }

  private func holdsStatement(_ rest: Range<Int>, _ number: Int) -> Bool {
    reading.statements[number].contains { rest.contains($0.main) }
  }

  /// ", he sat about", "and nobody kept to it", ", who apologised", ", +0.01": told right behind the deed.
  private func goesOn(_ rest: Range<Int>, _ first: Int, _ number: Int) -> Bool {
    let tokens = reading.document.tokens[reading.document.sentences[number].field]
    guard [",", "and"].contains(tokens[rest.lowerBound].key) else { return false }
    if tokens[first].kind == .number { return true }
    guard let next = reading.statements[number].first(where: { rest.contains($0.main) }), next.modal == nil,
      next.main - rest.lowerBound <= 12
    else { return false }
    if ["who", "which"].contains(next.opener ?? "") { return tokens[rest.lowerBound].key == "," }
    // "and got two applications"
    if next.opener == nil, !next.hasOwnSubject, ResultSentence.receipts.contains(Self.lemma(tokens[next.main].key)),
      let first = next.complement.first
    {
      return [.number, .determiner].contains(reading.classes[next.field][first])
        || ["no", "none", "nothing", "only"].contains(tokens[first].key)
    }
    guard next.opener == nil, next.hasOwnSubject, let subject = next.subject else { return false }
    return !["we", "i"].contains(tokens[subject.lowerBound].key)
  }

  private static let backward: Set<WordKey> = ["it", "that", "they", "none", "nobody", "nothing", "neither", "both"]

  /// A sentence that tells of a further step, or a new subject with a duty or a wish ("The bank will not lend more"): not
  /// what came of the step before.
  func opensNewMatter(_ number: Int) -> Bool {
    if !AttemptFrames(reading: reading, sections: sections).followed(number).isEmpty { return true }
    guard let first = reading.statements[safe: number]?.first else { return false }
    let tokens = reading.document.tokens[first.field]
    let deeds = StepDeed(reading: reading)
    if reading.statements[number].contains(where: { deeds.kind(of: $0).map { !$0.isOpen } ?? false }) { return true }
    let evidence = StepEvidence(reading: reading, field: first.field)
    if let subject = first.subject, first.hasOwnSubject, first.opener == nil,
      evidence.ofLabel(subject, isNear: true) >= 1, evidence.judges(first), !isNamed(subject, before: first)
    {
      return true
    }
    let wishes = PartyWords.wants.contains(Self.lemma(tokens[first.main].key))
    return wishes || first.modal != nil && first.opener == nil
  }

  /// The sentence in front names the same thing.
  private func isNamed(_ subject: Range<Int>, before statement: Statement) -> Bool {
    let tokens = reading.document.tokens[statement.field]
    guard let head = StepEvidence(reading: reading, field: statement.field).head(subject),
      let sentence = reading.document.sentences[safe: statement.sentence - 1], sentence.field == statement.field
    else { return false }
    return sentence.tokens.contains { tokens[$0].stem == head.stem }
  }

  private static let purposes: Set<WordKey> = ["because", "since", "to", "as", "for", "when", "that", "where"]

  private func hasHistoryCue(_ number: Int) -> Bool {
    reading.tokens(reading.document.sentences[number]).contains { Self.historyCues.contains($0.key) }
  }

  private static let historyCues: Set<WordKey> = [
    "already", "last", "ago", "since", "also", "then", "first", "even", "later", "recently", "twice", "again",
  ]
}
