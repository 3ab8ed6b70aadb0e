/// What later sentences say of the steps by name ("The signs did nothing"), and steps that are told only by what came of
/// them ("A third guard brought order for a week", "Overtime: no change").
struct AttemptSequel {
  let reading: Reading
  let sections: [Section]
  /// Sentences that were read for other attempts.
  let read: Set<Int>
  var document: Document { reading.document }

  /// How many tokens behind its telling a step may still be named.
  private static let reach = 160

  /// - Parameter pending: deeds that count only beside others, in reading order.
  func settle(_ drafts: inout [AttemptDraft], pending: [AttemptDraft]) {
    var open = pending
    // Twice, as a step may stand in front of those that make it plain.
    for pass in 0..<2 {
      accept(&open, into: &drafts)
      for (number, sentence) in document.sentences.enumerated() where drafts.count < AttemptReader.limit {
        let name = document.fields[sentence.field].name
        guard name == "problem" || name.hasPrefix("context"),
          sections[number] == .story || sections[number] == .attempts
        else { continue }
        if !read.contains(number), !isTaken(sentence.tokens, sentence.field, drafts),
          let found = AttemptFragment(reading: reading).split(number)
        {
          if fragment(found, number, &drafts) { continue }
        }
        for statement in reading.statements[number] where statement.opener == nil && !asks(statement) {
          tell(statement, &drafts, isSecond: pass > 0)
        }
      }
    }
    accept(&open, into: &drafts)
  }

  /// Deeds of somebody that count as steps because others stand beside them.
  private func accept(_ open: inout [AttemptDraft], into drafts: inout [AttemptDraft]) {
    var isChanged = true
    while isChanged, drafts.count < AttemptReader.limit {
      isChanged = false
      for (place, draft) in open.enumerated() where isNear(draft.sentence, drafts) {
        if !isTaken(draft.label, draft.field, drafts) { drafts.append(draft) }
        open.remove(at: place)
        isChanged = true
        break
      }
    }
  }

  private func isTaken(_ range: Range<Int>, _ field: Int, _ drafts: [AttemptDraft]) -> Bool {
    drafts.contains { $0.field == field && $0.label.overlaps(range) }
  }

  /// The last piece of a question tells nothing; what stands in front of ", so how do we" does.
  private func asks(_ statement: Statement) -> Bool {
    let tokens = document.tokens[statement.field]
    guard tokens[statement.sentenceEnd - 1].key == "?" else { return false }
    let isLast = reading.statements[statement.sentence].last.map { $0.main <= statement.main } ?? true
    let first = document.sentences[statement.sentence].tokens.first { tokens[$0].kind == .word }
    return isLast || first.map { Self.questions.contains(tokens[$0].key) } ?? true
      || reading.statements[statement.sentence].count < 2
  }

  private static let questions: Set<WordKey> = [
    "how", "what", "why", "where", "who", "which", "when", "is", "are", "do", "does", "did", "can", "could", "should",
    "would", "shall", "may", "will", "has", "have",
  ]

  // MARK: "Overtime on Saturdays: back to 1,300", "letter from the director – laughter"

  /// A label without a verb, a mark, and what came of it.
  private func fragment(_ found: AttemptFragment.Parts, _ number: Int, _ drafts: inout [AttemptDraft]) -> Bool {
    let field = document.sentences[number].field
    let label = found.label
    if let known = draft(named: label, field: field, before: label.lowerBound, in: drafts), label.count <= 4 {
      give(found.rest, to: &drafts[known])
      return true
    }
    let evidence = StepEvidence(reading: reading, field: field)
    guard !isName(label, field), !isSpeaker(label, found.rest, number), !isMetric(label, field),
      evidence.isPerson(label) == false || label.count > 3,
      // "Dashboards: 214, of which 40 were opened"
      label.count > 1 || document.tokens[field][found.rest.lowerBound].kind != .number
    else { return false }
    let isNear = isNear(number, drafts)
    let isListed = sections[number] == .attempts || isBesideStep(number, drafts)
    var sum = evidence.ofLabel(label, isNear: isNear) + (isNear ? StepEvidence.neighbour : 0) + found.weight
    if isListed { sum += StepEvidence.section }
    if AttemptVerdict.tells(found.rest, field: field, in: document) { sum += 1 }
    // A value behind a mark belongs to a measure more often than to a step.
    // "40 merchants took it" tells of people.
    let opensWithNumber =
      document.tokens[field][found.rest.lowerBound].kind == .number
      && !reading.statements[number].contains { found.rest.contains($0.main) && $0.tense == .past }
    if opensWithNumber { sum -= isNear ? 2 : 1 }
    guard sum >= StepEvidence.enough else { return false }
    var draft = AttemptDraft(field: field, label: label, strength: .fair, sentence: number)
    give(found.rest, to: &draft)
    drafts.append(draft)
    return true
  }

  // MARK: "The signs did nothing", "A third guard brought order"

  private func tell(_ statement: Statement, _ drafts: inout [AttemptDraft], isSecond: Bool) {
    let field = statement.field
    let tokens = document.tokens[field]
    guard statement.hasOwnSubject, statement.modal == nil,
      let front = front(of: statement)
    else { return }
    let evidence = StepEvidence(reading: reading, field: field)
    let judges = evidence.judges(statement)
    if let subject = statement.subject, let chunk = reading.chunk(field: field, at: subject.lowerBound),
      let known = draft(named: chunk.head..<chunk.head + 1, field: field, before: subject.lowerBound, in: drafts)
    {
      if !isSecond, judges || AttemptVerdict.tells(statement.range, field: field, in: document) {
        give(inBracket(statement), to: &drafts[known])
      }
      return
    }
    let isInside = drafts.contains {
      $0.field == field && ($0.label.contains(statement.main) || $0.outcome?.contains(statement.main) == true)
    }
    // "smaller ones leave"
    if ["ones", "people"].contains(tokens[front.upperBound - 1].key) { return }
    guard !isInside, !isMetric(front, field), !tokens[front].contains(where: { $0.key == "," }),
      !isTaken(front, field, drafts), !isShare(front, tokens), !Self.nobodies.contains(tokens[front.lowerBound].key)
    else { return }
    guard !evidence.isForeign(statement) || judges && statement.tense != .present else { return }
    // "Alarms rose to 240": what there is more or less of.
    if front.count == 1, tokens[front.lowerBound].key != tokens[front.lowerBound].stem,
      Self.moves.contains(AttemptHistory.lemma(tokens[statement.main].key))
    {
      return
    }
    // "The committee was elected in 2011", "the platform has taken the good players" tell how the world is.
    if !judges, statement.isPassive || tokens[front.lowerBound].key == "the" && !evidence.brings(statement, front) {
      return
    }
    let isNear = isNear(statement.sentence, drafts)
    let named = evidence.ofLabel(front, isNear: isNear)
    var sum = named + evidence.ofOutcome(statement)
    if isNear { sum += StepEvidence.neighbour }
    let isListed = sections[statement.sentence] == .attempts
    if isListed { sum += StepEvidence.section }
    guard named > 0 || isListed && named == 0 || judges && isNear && named >= 0 else { return }
    // "Dictation software doesn't understand anyone" says of a step what it is like; of anything else, how the world is.
    if statement.tense == .present, !judges {
      // "A second kiln costs 7,800 euros" tells what it would cost.
      if AttemptHistory.lemma(tokens[statement.main].key) == "cost" { return }
      // "loading 62 cars takes 31 minutes" tells how long it takes.
      if Self.efforts.contains(AttemptHistory.lemma(tokens[statement.main].key)) { return }
      // "the concerts are always the same three churches"
      if statement.range.contains(where: { Self.steady.contains(tokens[$0].key) }) { return }
      // "Labels arrive late": of things in the plural without an article the world is told.
      if front.count == 1 { return }
      guard named >= 2 && !isGeneral(statement) || isToldOtherwise(statement) else { return }
      if !isNear { sum -= 1 }
    }
    guard sum >= StepEvidence.enough else { return }
    var draft = AttemptDraft(field: field, label: front, strength: .weak, sentence: statement.sentence)
    give(statement.group.lowerBound..<outcomeEnd(of: statement), to: &draft)
    for item in joined(before: front, statement) where !isTaken(item, field, drafts) {
      var other = draft
      other.label = item
      drafts.append(other)
    }
    drafts.append(draft)
  }

  /// "two episodes a week (downloads fell to 1,700)": nothing of what stands in front of the bracket.
  private func inBracket(_ statement: Statement) -> Range<Int> {
    let tokens = document.tokens[statement.field]
    let start = statement.subject.map { min($0.lowerBound, statement.start) } ?? statement.start
    let opens = statement.range.last { $0 < start && tokens[$0].key == "(" }
    return (opens.map { $0 + 1 } ?? statement.range.lowerBound)..<statement.range.upperBound
  }

  /// "Repainting the lines, adding a light and cutting the hedge": deeds in a row with one outcome.
  private func joined(before front: Range<Int>, _ statement: Statement) -> [Range<Int>] {
    let tokens = document.tokens[statement.field]
    let start = document.sentences[statement.sentence].tokens.lowerBound
    let evidence = StepEvidence(reading: reading, field: statement.field)
    guard front.lowerBound > start, ["and", ","].contains(tokens[front.lowerBound - 1].key) else { return [] }
    let (items, _) = AttemptRun(reading: reading, field: statement.field).items(in: start..<front.lowerBound - 1)
    // "Flyers in the church and an article in the paper brought nobody"
    let areSteps =
      evidence.isGerund(front)
      ? items.allSatisfy(evidence.isGerund)
      : evidence.judges(statement) && items.allSatisfy { evidence.ofLabel($0, isNear: true) >= 1 }
    return areSteps ? items : []
  }

  /// "Picking earlier costs sugar" tells how the world is.
  private func isGeneral(_ statement: Statement) -> Bool {
    !statement.complement.contains { reading.classes[statement.field][$0] == .number }
  }

  private static let moves: Set<WordKey> = [
    "rise", "fall", "grow", "drop", "increase", "decrease", "decline", "double", "halve", "climb", "shrink", "go",
  ]
  private static let efforts: Set<WordKey> = ["take", "need", "last"]
  private static let steady: Set<WordKey> = ["always", "usually", "never", "often"]

  /// In the present a step is told by a verdict somewhere in its sentence, or by its date.
  private func isToldOtherwise(_ statement: Statement) -> Bool {
    let tokens = document.tokens[statement.field]
    // "The machines are the same" tells how they are.
    let isState =
      AttemptHistory.lemma(tokens[statement.main].key) == "be"
      && statement.complement.contains { tokens[$0].key == "same" }
    return !isState
      && AttemptVerdict.tells(statement.start..<statement.sentenceEnd, field: statement.field, in: document)
      || statement.range.contains {
        tokens[$0].key == "since" && reading.classes[statement.field][safe: $0 + 1] == .date
      }
  }

  /// "A third of the jobs"
  private func isShare(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.dropLast().prefix(3).contains {
      ResultSentence.fractions.contains(tokens[$0].key) && tokens[$0 + 1].key == "of"
    }
  }

  private static let nobodies: Set<WordKey> = [
    "nobody", "no", "none", "nothing", "neither", "it", "they", "we", "i", "he", "she", "this", "that", "these",
    "those",
    "there", "everybody", "everyone", "some", "many", "most", "few", "all", "each", "every", "half", "you", "what",
    "which",
    "who", "both", "something", "somebody", "someone", "one", "others", "my", "his", "her", "their", "your",
  ]

  /// The step as the subject names it, with what hangs on it and without what is put in.
  private func front(of statement: Statement) -> Range<Int>? {
    let tokens = document.tokens[statement.field]
    var range = statement.start..<statement.group.lowerBound
    if let subject = statement.subject, subject.lowerBound < range.lowerBound {
      range = subject.lowerBound..<range.upperBound
    }
    while let first = range.first, AttemptFragment.openers.contains(tokens[first].key) {
      range = first + 1..<range.upperBound
    }
    if let bracket = range.first(where: { tokens[$0].key == "(" || tokens[$0].key == "," }),
      bracket > range.lowerBound
    {
      range = range.lowerBound..<bracket
    }
    // "of 140 booked slots 53 were not used": a part of what was counted.
    if let last = range.last, range.count > 1, reading.classes[statement.field][last] == .number,
      reading.classes[statement.field][last - 1].isNominal
    {
      return nil
    }
    // "hundreds of games were cancelled", "50,000 referees stopped": a count of what happened.
    if range.prefix(3).contains(where: {
      Self.multitudes.contains(tokens[$0].key) || tokens[$0].kind == .number && tokens[$0].end - tokens[$0].start >= 3
    }) {
      return nil
    }
    // "on an average night 22 berths were empty": things that are counted.
    if range.dropFirst().contains(where: {
      reading.classes[statement.field][$0] == .number && reading.classes[statement.field][$0 - 1].isNominal
        && $0 + 1 < range.upperBound && tokens[$0].kind == .number
    }) {
      return nil
    }
    range = withFirstPart(range, statement, tokens)
    // "a workshop which the children loved": what is told of the step is no part of its name.
    if let relative = range.dropFirst().first(where: { ["which", "who"].contains(tokens[$0].key) }) {
      range = range.lowerBound..<relative
    }
    // "for three weeks it was 4%": an adverbial in front is no part of the name.
    if let first = range.first, let subject = statement.subject, subject.lowerBound > first,
      subject.lowerBound < range.upperBound, reading.classes[statement.field][first] == .preposition
    {
      range = subject.lowerBound..<range.upperBound
    }
    guard
      range.contains(where: {
        reading.classes[statement.field][$0].isNominal || $0 == range.lowerBound && $0 < statement.main
      }),
      let opener = range.first, reading.classes[statement.field][opener] != .number || range.count > 1
    else { return nil }
    // "a thing I had forgotten"
    if let last = range.last, range.count > 1, WordLists.pronouns.contains(tokens[last].key) { return nil }
    // "asking nicely": the adverb tells the deed.
    let isDeed = Verbs.entry(tokens[range.lowerBound].key)?.form == .gerund && range.count == 2
    while !isDeed, let last = range.last, reading.classes[statement.field][last] == .adverb, range.count > 1 {
      range = range.lowerBound..<last
    }
    return Clip.trimmed(range, field: statement.field, in: document).flatMap { $0.count <= 14 ? $0 : nil }
  }

  /// "A night with music and lights was wonderful": the verb agrees with what stands in front of "and".
  private func withFirstPart(_ range: Range<Int>, _ statement: Statement, _ tokens: [Token]) -> Range<Int> {
    let start = document.sentences[statement.sentence].tokens.lowerBound
    guard tokens[statement.group.lowerBound].key == "was", range.lowerBound > start + 2,
      tokens[range.lowerBound - 1].key == "and", ["a", "an"].contains(tokens[start].key),
      !reading.statements[statement.sentence].contains(where: { $0.main < range.lowerBound }),
      !(start..<range.lowerBound).contains(where: { tokens[$0].key == "," })
    else { return range }
    return start..<range.upperBound
  }

  private static let multitudes: Set<WordKey> = ["hundreds", "thousands", "dozens", "scores", "millions", "roughly"]

  /// A comma splice or a colon behind the verdict goes on telling it: "was good: 1,600 closed".
  private func outcomeEnd(of statement: Statement) -> Int {
    let tokens = document.tokens[statement.field]
    var end = statement.range.upperBound
    // "cost €640,000 and saved 15 minutes": what shares the subject goes on.
    for next in reading.statements[statement.sentence] where next.main > statement.main {
      guard !next.hasOwnSubject, next.opener == statement.opener, next.range.lowerBound - end <= 2 else { break }
      end = next.range.upperBound
    }
    guard let mark = tokens[safe: end], [":", ",", ";", "–", "—"].contains(mark.key), end + 1 < statement.sentenceEnd,
      tokens[statement.sentenceEnd - 1].key != "?"
    else { return end }
    let next = reading.statements[statement.sentence].first { $0.main > statement.main }
    guard let next, next.hasOwnSubject, next.range.upperBound - end <= 24 else { return end }
    let isOwn = next.subject.map { ["we", "i"].contains(tokens[$0.lowerBound].key) } ?? false
    return isOwn ? end : next.range.upperBound
  }

  private func give(_ range: Range<Int>, to draft: inout AttemptDraft) {
    guard let outcome = Clip.trimmed(range, field: draft.field, in: document) else { return }
    // What the sentence itself said of the step stays, unless it said nothing.
    guard draft.outcome == nil || draft.verdict == .unknown else { return }
    draft.outcome = outcome
    let verdict = AttemptVerdict.of(outcome, field: draft.field, in: document)
    if verdict != .unknown { draft.verdict = verdict }
  }

  /// Another step is told in this sentence or one of the two beside it.
  private func isNear(_ number: Int, _ drafts: [AttemptDraft]) -> Bool {
    guard let sentence = document.sentences[safe: number] else { return false }
    return drafts.contains {
      $0.field == sentence.field && abs($0.sentence - number) <= 2 && $0.sentence >= 0
        && abs(document.sentences[$0.sentence].paragraph - sentence.paragraph) <= 1
    }
  }

  /// The item before or behind it in one list tells of a step.
  private func isBesideStep(_ number: Int, _ drafts: [AttemptDraft]) -> Bool {
    document.sentences[number].isListItem
      && drafts.contains { abs($0.sentence - number) == 1 && document.sentences[$0.sentence].isListItem }
  }

  /// The step whose label names the last word of a run.
  private func draft(named run: Range<Int>, field: Int, before: Int, in drafts: [AttemptDraft]) -> Int? {
    let tokens = document.tokens[field]
    guard let head = run.last(where: { tokens[$0].kind == .word }) else { return nil }
    let stem = tokens[head].stem
    return drafts.indices.last { number in
      let draft = drafts[number]
      guard draft.field == field, draft.label.upperBound <= before, before - draft.label.upperBound < Self.reach else {
        return false
      }
      return draft.label.contains { tokens[$0].stem == stem && reading.classes[field][$0].isNominal }
    }
  }

  static let changes = WordBook.words("change_openers")
  /// Nouns for what is done against a trouble.
  static let measures = WordBook.stems("step_nouns")
}
