/// Steps told by the shape of the sentence around them: "After a rota and a cleaner the kitchen is still a mess", "Neither the
/// fence nor the dog keeps them out", "Our first idea was a waiting list", "Traps, poison, a cat: the mice are back".
struct AttemptFrames {
  let reading: Reading
  let sections: [Section]

  var document: Document { reading.document }

  func drafts(in number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    if tokens[sentence.tokens.upperBound - 1].key == "?" { return asked(number) }
    let frames = [leading, neither, announced, counted, nominals, nor, answered, standing, followed, cameOf, nowDone]
    for frame in frames {
      let found = frame(number)
      if !found.isEmpty { return found }
    }
    return []
  }

  func made(
    _ items: [Range<Int>], outcome: Range<Int>?, _ number: Int, strength: AttemptDraft.Strength = .fair
  ) -> [AttemptDraft] {
    let field = document.sentences[number].field
    let told = outcome.flatMap { Clip.trimmed($0, field: field, in: document) }
    return items.compactMap { item in
      guard let (label, own) = AttemptItem(reading: reading, field: field).split(item), label.count <= 16 else {
        return nil
      }
      return AttemptDraft(field: field, label: label, outcome: own ?? told, strength: strength, sentence: number)
    }
  }

  // MARK: "After …,", "Since …", "With …"

  private func leading(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard let opener = opening(sentence), let main = mainStatement(behind: opener, number) else { return [] }
    let field = sentence.field
    let start = main.subject?.lowerBound ?? main.start
    guard start > opener + 1, main.modal == nil, tokens[opener + 1].kind == .word else { return [] }
    let told = start..<sentence.tokens.upperBound
    let deeds = StepDeed(reading: reading)
    // "After the break we hired two people" tells of the hiring.
    if let kind = deeds.kind(of: main), !kind.isOpen { return [] }
    // "since we moved to fixed appointments", "since the deposit was introduced in May"
    if let clause = reading.statements[number].first(where: { $0.opener == tokens[opener].key && $0.main < start }) {
      var statement = clause
      statement.opener = nil
      statement.range = clause.range.lowerBound..<max(start, clause.group.upperBound)
      guard let deed = deeds.kind(of: statement), clause.tense != .present else { return [] }
      let history = AttemptHistory(reading: reading, sections: sections)
      return made(deed.isWhole ? history.whole(statement) : history.labels(of: statement), outcome: told, number)
    }
    let things = introduced(opener + 1..<start, tokens)
    let (items, _) = AttemptRun(reading: reading, field: field).items(in: things)
    guard !items.isEmpty, items.allSatisfy({ isThing($0, field) }) else { return [] }
    let evidence = StepEvidence(reading: reading, field: field)
    let weights = items.map { evidence.ofLabel(withoutArticle($0, tokens), isNear: false) }
    let isTold = AttemptVerdict.tells(told, field: field, in: document)
    let isBacked = weights.contains { $0 >= 1 } || items.contains { isNew($0, tokens) }
    let isConceded =
      tokens[opener].key == "despite" || opener > sentence.tokens.lowerBound && tokens[opener - 1].key == "even"
    guard isBacked || things.lowerBound > opener + 1,
      isTold || items.count >= 3 || isConceded && tokens[opener].key != "with"
    else { return [] }
    // "Since the merger we have a fifth" dates by something that happened.
    if tokens[opener].key == "since", items.count == 1, things.lowerBound == opener + 1,
      tokens[items[0].lowerBound].key == "the",
      !isNew(items[0], tokens)
    {
      return []
    }
    return made(items, outcome: told, number)
  }

  /// "the introduction of the ticket machine": what was introduced.
  private func introduced(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    guard let of = range.prefix(3).last, range.count > 3, tokens[of].key == "of",
      ["introduction", "launch", "installation", "rollout", "arrival", "purchase"].contains(tokens[of - 1].key)
    else { return range }
    return of + 1..<range.upperBound
  }

  /// Where "after", "since" or "with" opens the sentence.
  private func opening(_ sentence: Document.Sentence) -> Int? {
    let tokens = document.tokens[sentence.field]
    for index in sentence.tokens.prefix(5) {
      if Self.adverbials.contains(tokens[index].key) { return index + 1 < sentence.tokens.upperBound ? index : nil }
      guard tokens[index].kind != .word || ["even", "and", "but", "now"].contains(tokens[index].key) else { return nil }
    }
    return nil
  }

  private static let adverbials: Set<WordKey> = ["after", "since", "with", "despite", "following"]

  private func mainStatement(behind opener: Int, _ number: Int) -> Statement? {
    let tokens = document.tokens[document.sentences[number].field]
    return reading.statements[number].first { statement in
      statement.opener == nil && statement.main > opener + 1 && statement.hasOwnSubject
        && Verbs.entry(tokens[statement.main].key)?.form != .gerund
    }
  }

  /// A noun phrase or a gerund; no time, no person, no pronoun.
  func isThing(_ range: Range<Int>, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    guard let first = range.first, range.count <= 14 else { return false }
    let evidence = StepEvidence(reading: reading, field: field)
    if evidence.isGerund(range) { return true }
    let kinds = reading.classes[field]
    guard kinds[first] != .pronoun, kinds[first] != .date, kinds[first] != .auxiliary, kinds[first] != .verb,
      range.contains(where: { kinds[$0].isNominal }), !evidence.isPerson(range)
    else { return false }
    guard let head = evidence.head(range) else { return false }
    let isTime = Self.times.contains(head.key) || Self.times.contains(head.stem)
    // "flexible hours", "longer opening hours"
    if isTime, !range.contains(where: { AttemptSequel.changes.contains(tokens[$0].key) }) { return false }
    return !range.contains { kinds[$0] == .modal || kinds[$0] == .auxiliary || tokens[$0].key == "?" }
  }

  private static let times = WordBook.words("time_nouns")

  private func withoutArticle(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    ["the", "our"].contains(tokens[range.lowerBound].key) && range.count > 1
      ? range.lowerBound + 1..<range.upperBound : range
  }

  /// "the new booking page", "a second counter".
  private func isNew(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.prefix(3).contains { ["new", "second", "third", "extra", "additional"].contains(tokens[$0].key) }
  }

  // MARK: "Neither the fence nor the dog", "nor did the bigger tank"

  private func neither(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard let first = sentence.tokens.prefix(4).first(where: { tokens[$0].key == "neither" }) else { return [] }
    let nors = sentence.tokens.filter { tokens[$0].key == "nor" && $0 > first + 1 }
    guard let last = nors.last, nors.count <= 8 else { return [] }
    var items: [Range<Int>] = []
    for (left, right) in zip([first] + nors, nors) {
      if let item = Clip.trimmed(left + 1..<right, field: sentence.field, in: document) { items.append(item) }
    }
    if let item = reading.phrase(field: sentence.field, startingAt: last + 1, to: sentence.tokens.upperBound) {
      items.append(item)
    }
    guard items.count >= 2, items.allSatisfy({ isThing($0, sentence.field) }) else { return [] }
    return made(items, outcome: sentence.tokens, number).map(failed)
  }

  /// "Replacing the pump didn't help, nor did cleaning the filters, nor the bigger tank."
  private func nor(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    let nors = sentence.tokens.filter { tokens[$0].key == "nor" }
    guard let first = nors.first, let statement = reading.statements[number].first, statement.isNegated,
      statement.main < first, let subject = statement.subject, statement.hasOwnSubject,
      isThing(subject, sentence.field),
      StepEvidence(reading: reading, field: sentence.field).judges(statement)
    else { return [] }
    var items = [subject]
    for (place, nor) in nors.enumerated() {
      var lower = nor + 1
      if lower < sentence.tokens.upperBound, reading.classes[sentence.field][lower] == .auxiliary { lower += 1 }
      let upper = place + 1 < nors.count ? nors[place + 1] : sentence.tokens.upperBound
      guard lower < upper, let item = Clip.trimmed(lower..<upper, field: sentence.field, in: document),
        isThing(item, sentence.field)
      else { return [] }
      items.append(item)
    }
    return made(items, outcome: statement.group.lowerBound..<first, number).map(failed)
  }

  func failed(_ draft: AttemptDraft) -> AttemptDraft {
    var draft = draft
    if draft.verdict == .unknown { draft.verdict = .none }
    return draft
  }

  // MARK: "Our first idea was a waiting list", "Efforts to date include a scheme and a bonus"

  /// "The second, charging for cancellations, cost us two customers."
  private func counted(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    let start = sentence.tokens.lowerBound
    guard sentence.tokens.count >= 7, tokens[start].key == "the",
      ["first", "second", "third", "fourth", "other", "last"].contains(tokens[start + 1].key),
      tokens[start + 2].key == ",",
      let end = (start + 3..<min(start + 15, sentence.tokens.upperBound)).first(where: { tokens[$0].key == "," }),
      end > start + 3, isThing(start + 3..<end, sentence.field), end + 1 < sentence.tokens.upperBound,
      reading.classes[sentence.field][end + 1] == .verb || reading.classes[sentence.field][end + 1] == .auxiliary
    else { return [] }
    return made([start + 3..<end], outcome: end + 1..<sentence.tokens.upperBound, number)
  }

  private func announced(_ number: Int) -> [AttemptDraft] {
    for statement in reading.statements[number] where statement.opener == nil && !statement.isNegated {
      let field = statement.field
      let tokens = document.tokens[field]
      let lemma = AttemptHistory.lemma(tokens[statement.main].key)
      let lists = ["include", "comprise"].contains(lemma)
      guard statement.modal == nil, lists || lemma == "be" && !statement.isPassive && statement.tense != .present,
        let subject = statement.subject, statement.hasOwnSubject, names(statement.start..<subject.upperBound, tokens),
        let first = statement.complement.first, first < statement.complement.upperBound
      else { continue }
      let (items, end) = AttemptRun(reading: reading, field: field).items(in: first..<statement.sentenceEnd)
      let things = items.prefix { isThing($0, field) || tokens[$0.lowerBound].key == "to" }
      guard !things.isEmpty, !judges(things[0], tokens), lists || opensThing(things[0].lowerBound, field) else {
        continue
      }
      let cut = things.last?.upperBound ?? end
      let rest = max(cut, min(end, cut + 1))..<statement.sentenceEnd
      let labels = things.map {
        tokens[$0.lowerBound].key == "to" && $0.count > 1 ? $0.lowerBound + 1..<$0.upperBound : $0
      }
      return made(Array(lists ? labels : Array(labels.prefix(1))), outcome: rest.isEmpty ? nil : rest, number)
    }
    return []
  }

  /// "Our first idea", "The landlord's answer", "Efforts to date".
  private func names(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.contains { Self.announcers.contains(tokens[$0].key) }
      && !range.contains { ["next", "only", "best", "real", "problem"].contains(tokens[$0].key) }
  }

  private static let announcers = WordBook.words("announcing_nouns")

  private func judges(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.contains { StepEvidence.judgingNouns.contains(tokens[$0].key) || tokens[$0].key == "not" }
  }

  private func opensThing(_ index: Int, _ field: Int) -> Bool {
    let key = document.tokens[field][index].key
    return ["a", "an", "the", "to", "another", "more", "two", "three"].contains(key)
      || Verbs.entry(key)?.form == .gerund || reading.classes[field][index] == .noun
  }

  // MARK: "Traps, poison, a cat: the mice are back after a week"

  private func nominals(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let field = sentence.field
    let tokens = document.tokens[field]
    guard
      let mark = sentence.tokens.prefix(40).first(where: {
        [":", "–", "—"].contains(tokens[$0].key) && tokens[safe: $0 + 1]?.isGlued != true
      }), mark > sentence.tokens.lowerBound, mark + 2 < sentence.tokens.upperBound
    else { return [] }
    let front = sentence.tokens.lowerBound..<mark
    // "Glue traps, poison": a form in -s in front of a comma is a noun here.
    let holdsVerb = reading.statements[number].contains { statement in
      let isPlural = Verbs.entry(tokens[statement.main].key)?.form == .third && statement.group.count == 1
      return front.contains(statement.main) && !(isPlural && [",", ":"].contains(tokens[statement.main + 1].key))
    }
    guard !holdsVerb else { return [] }
    let (items, end) = AttemptRun(reading: reading, field: field).items(in: front)
    guard items.count >= 2, end == mark || end == front.upperBound, items.allSatisfy({ isThing($0, field) }),
      items.count >= 3
        || items.contains(where: { StepEvidence(reading: reading, field: field).ofLabel($0, isNear: false) >= 1 })
    else { return [] }
    let rest = mark + 1..<sentence.tokens.upperBound
    guard AttemptVerdict.tells(rest, field: field, in: document) else { return [] }
    return made(items, outcome: rest, number)
  }

  // MARK: "We tried longer hours: turnover rose by 4%"

  /// What stands behind the mark is what came of it, where somebody or something else is its subject.
  func behindMark(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard let tried = sentence.tokens.prefix(3).first(where: { tokens[$0].key == "tried" }),
      let colon = sentence.tokens.first(where: { $0 > tried && tokens[$0].key == ":" }), colon - tried <= 8,
      colon > tried + 1, colon + 1 < sentence.tokens.upperBound,
      isThing(tried + 1..<colon, sentence.field) || AttemptSequel.changes.contains(tokens[tried + 1].key)
        // "tried marks for homework": behind "tried" a form in -s is a noun.
        || Verbs.entry(tokens[tried + 1].key)?.form == .third
        || ["a", "an"].contains(tokens[tried + 1].key),
      isOneThing(tried + 1, tokens)
        || tellsResult(colon + 1..<sentence.tokens.upperBound, of: tried + 1, sentence.field)
    else { return [] }
    return made([tried + 1..<colon], outcome: colon + 1..<sentence.tokens.upperBound, number, strength: .plain)
  }

  /// "a written form: 44 minutes for a week"; "a few things: …" opens a list.
  private func isOneThing(_ start: Int, _ tokens: [Token]) -> Bool {
    ["a", "an"].contains(tokens[start].key)
      && !["few", "number", "lot", "couple", "variety", "series", "range", "bunch", "handful"].contains(
        tokens[start + 1].key)
  }

  /// "turnover rose", a past form behind one to three words, whether or not it was taken for a noun; or a verdict: "no change".
  private func tellsResult(_ rest: Range<Int>, of step: Int, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    guard !["we", "i"].contains(tokens[rest.lowerBound].key) else { return false }
    // "leaving it voluntary: 4"
    if rest.count <= 2, reading.classes[field][rest.lowerBound] == .number { return true }
    if rest.count <= 6, reading.classes[field][step] != .number {
      return AttemptVerdict.tells(rest, field: field, in: document)
    }
    let verb = rest.dropFirst().prefix(3).first { Verbs.entry(tokens[$0].key)?.form == .past }
    return verb.map { reading.classes[field][$0 - 1].isNominal } ?? false
  }

  // MARK: "More staff at the counter? Had that in 2022, …"

  private func asked(_ number: Int) -> [AttemptDraft] {
    let sentence = document.sentences[number]
    let field = sentence.field
    let tokens = document.tokens[field]
    guard sentence.tokens.count <= 12, reading.statements[number].isEmpty,
      let next = document.sentences[safe: number + 1], next.field == field
    else { return [] }
    let opening = next.tokens.prefix(4)
    guard let verb = opening.first(where: { Self.dones.contains(tokens[$0].key) }),
      opening.contains(where: {
        $0 > verb && ["that", "it", "this", "already", "there", "before"].contains(tokens[$0].key)
      })
    else { return [] }
    let label = sentence.tokens.lowerBound..<sentence.tokens.upperBound - 1
    return made([label], outcome: verb + 2..<max(verb + 2, next.tokens.upperBound), number)
  }

  private static let dones: Set<WordKey> = ["had", "did", "tried", "done", "tested"]
}
