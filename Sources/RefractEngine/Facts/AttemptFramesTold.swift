/// Steps told by who did them, or by their place behind others: "Management responded with a hiring freeze", "We had a tasting
/// day", "Since May there is a WhatsApp group", "Then a fine of ten euros".
extension AttemptFrames {
  // MARK: "Management responded with a hiring freeze", "We have had two rounds of training"

  func answered(_ number: Int) -> [AttemptDraft] {
    for statement in reading.statements[number]
    where statement.opener == nil && statement.modal == nil && !statement.isNegated && !statement.isPassive {
      let field = statement.field
      let tokens = document.tokens[field]
      let lemma = AttemptHistory.lemma(tokens[statement.main].key)
      guard statement.tense != .present, statement.hasOwnSubject, let first = statement.complement.first else {
        continue
      }
      let answers =
        ["respond", "react", "reply", "answer"].contains(lemma) && ["with", "by"].contains(tokens[first].key)
      let owns = statement.subject.map { ["we", "i"].contains(tokens[$0.lowerBound].key) } ?? false
      let had = lemma == "have" && owns
      guard answers || had else { continue }
      if had, let event = event(from: first, field) { return settled(event, statement, number) }
      if had {
        let listed = hadInARow(from: first, statement)
        if listed.count >= 2 { return listed }
      }
      guard let object = object(from: answers ? first + 1 : first, field),
        answers
          || !isMany(object, tokens)
            && StepEvidence(reading: reading, field: field).ofLabel(object, isNear: false) >= 1.5
      else { continue }
      return settled(object, statement, number)
    }
    return []
  }

  /// "We had attendance lists (abolished after complaints), a rule that was never applied and a phone chain": what came of each
  /// stands in its bracket or its relative clause, and one at least tells.
  private func hadInARow(from start: Int, _ statement: Statement) -> [AttemptDraft] {
    let field = statement.field
    let tokens = document.tokens[field]
    let (items, _) = AttemptRun(reading: reading, field: field).items(in: start..<statement.sentenceEnd)
    guard statement.tense != .present, items.count >= 2 else { return [] }
    var drafts: [AttemptDraft] = []
    for item in items {
      let relative = item.dropFirst().first { ["that", "which", "who"].contains(tokens[$0].key) }
      let name = item.lowerBound..<(relative ?? item.upperBound)
      guard !name.isEmpty,
        let draft = made([name], outcome: relative.map { $0..<item.upperBound }, statement.sentence).first,
        isThing(draft.label, field)
      else { return [] }
      drafts.append(draft)
    }
    let tells = drafts.contains { draft in
      draft.outcome.map { AttemptVerdict.tells($0, field: field, in: document) } ?? false
    }
    let evidence = StepEvidence(reading: reading, field: field)
    return tells && drafts.contains { evidence.ofLabel($0.label, isNear: true) >= 1 } ? drafts : []
  }

  /// "a tasting day", "an information evening": set up for a purpose.
  private func event(from start: Int, _ field: Int) -> Range<Int>? {
    let tokens = document.tokens[field]
    guard let object = reading.phrase(field: field, startingAt: start, to: tokens.count), object.count >= 3,
      ["a", "an", "another"].contains(tokens[object.lowerBound].key),
      let head = StepEvidence(reading: reading, field: field).head(object)
    else { return nil }
    let isHeld =
      ["day", "evening", "week", "afternoon", "weekend", "event"].contains(head.key)
      && (reading.classes[field][object.lowerBound + 1].isNominal
        || Verbs.entry(tokens[object.lowerBound + 1].key)?.form == .gerund)
    return isHeld ? object : nil
  }

  /// "96 alarms" were not set up, they came.
  private func isMany(_ object: Range<Int>, _ tokens: [Token]) -> Bool {
    let first = tokens[object.lowerBound]
    return first.kind == .number && first.end - first.start >= 2
  }

  /// The thing that stands there, with what "of" hangs on it.
  private func object(from start: Int, _ field: Int) -> Range<Int>? {
    guard let phrase = reading.phrase(field: field, startingAt: start, to: document.tokens[field].count),
      phrase.lowerBound == reading.next(field: field, start), isThing(phrase, field)
    else { return nil }
    return phrase
  }

  /// What is said behind it, or in the sentence that follows.
  private func settled(_ item: Range<Int>, _ statement: Statement, _ number: Int) -> [AttemptDraft] {
    let history = AttemptHistory(reading: reading, sections: sections)
    var draft = AttemptDraft(field: statement.field, label: item, strength: .fair, sentence: number)
    draft.outcome = history.outcome(after: [draft], sentence: number)
    return draft.outcome == nil ? [] : [draft]
  }

  // MARK: "Since May there is a WhatsApp group, which mostly carries birthday wishes"

  func standing(_ number: Int) -> [AttemptDraft] {
    guard let statement = reading.statements[number].first, statement.opener == nil, !statement.isNegated else {
      return []
    }
    let field = statement.field
    let tokens = document.tokens[field]
    let window = document.sentences[number].tokens.prefix(8)
    guard let there = window.first(where: { ["there", "there's"].contains(tokens[$0].key) }),
      let first = (there + 1..<min(there + 4, tokens.count)).first(where: {
        reading.classes[field][$0] != .auxiliary && reading.classes[field][$0] != .adverb
      }),
      reading.document.sentences[number].tokens.contains(where: {
        tokens[$0].key == "since" && reading.classes[field][safe: $0 + 1] == .date
      }),
      let object = object(from: first, field), ["a", "an", "another"].contains(tokens[object.lowerBound].key)
    else { return [] }
    return settled(object, statement, number)
  }

  // MARK: "Then a fine of ten euros, which nobody has ever collected"

  /// Told behind other steps, without a verb of its own.
  func followed(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let field = sentence.field
    let tokens = document.tokens[field]
    let start = sentence.tokens.lowerBound
    guard number > 0, ["then", "later", "next", "afterwards", "finally"].contains(tokens[start].key),
      let object = object(from: start + 1, field), ["a", "an", "another"].contains(tokens[object.lowerBound].key),
      StepEvidence(reading: reading, field: field).ofLabel(object, isNear: true) >= 1.5,
      reading.statements[number].first.map({ $0.opener != nil && $0.main > object.upperBound }) ?? true
    else { return [] }
    let comma = (object.upperBound..<sentence.tokens.upperBound).first {
      [",", ":", ";", "."].contains(tokens[$0].key)
    }
    let end = comma ?? sentence.tokens.upperBound
    return made([object.lowerBound..<end], outcome: end..<sentence.tokens.upperBound, number)
  }

  // MARK: "Nothing came of the petition"

  func cameOf(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    let start = sentence.tokens.lowerBound
    guard sentence.tokens.count >= 4, ["nothing", "little", "not"].contains(tokens[start].key),
      let of = sentence.tokens.prefix(5).first(where: { tokens[$0].key == "of" }),
      ["came", "come"].contains(tokens[of - 1].key), let object = object(from: of + 1, sentence.field)
    else { return [] }
    return made([object], outcome: start..<of, number).map(failed)
  }

  // MARK: "A nurse now phones the day before, which brought it down to 1 in 20"

  /// A deed that goes on, with what it brought in a relative clause about it.
  func nowDone(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let field = sentence.field
    let tokens = document.tokens[field]
    guard let statement = reading.statements[number].first, statement.opener == nil, statement.modal == nil,
      !statement.isNegated, statement.tense == .present, statement.hasOwnSubject, let subject = statement.subject,
      (subject.upperBound..<max(subject.upperBound, statement.main + 2)).contains(where: {
        tokens[safe: $0]?.key == "now"
      }),
      let mark = (statement.main + 1..<sentence.tokens.upperBound).first(where: {
        tokens[$0].key == "," && tokens[safe: $0 + 1]?.key == "which"
      }),
      mark - subject.lowerBound <= 14
    else { return [] }
    let told = mark + 1..<sentence.tokens.upperBound
    let brings = told.contains { ["brought", "cut", "lowered", "halved", "raised", "helped"].contains(tokens[$0].key) }
    guard brings || AttemptVerdict.tells(told, field: field, in: document) else { return [] }
    return made([subject.lowerBound..<mark], outcome: told, number)
  }
}
