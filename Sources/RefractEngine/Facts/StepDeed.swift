/// Whether a statement tells of a measure that somebody took, by who did what and when.
struct StepDeed {
  let reading: Reading

  struct Kind {
    /// Fair if the people themselves did it; weak if a group did, or if it is told in the passive.
    var strength: AttemptDraft.Strength
    /// The verb is none of the listed ones: it counts only with what came of it, or beside other steps.
    var isOpen = false
    /// The label takes the subject in: "booking windows were introduced".
    var isWhole = false
    /// "had a line painted"
    var isCausative = false
  }

  /// Nil for anything that is no deed.
  func kind(of statement: Statement) -> Kind? {
    let tokens = reading.document.tokens[statement.field]
    guard statement.opener == nil, !statement.isNegated, statement.modal == nil else { return nil }
    // "in 2021 we were six"
    if !statement.isPassive, Self.beings.contains(tokens[statement.main].key) { return nil }
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    let clause = reading.clauses[statement.sentence].first { $0.range.contains(statement.main) }
    if clause.map({ isDoubted(statement, $0, tokens) }) ?? false || holdsOldYear(statement, tokens)
      || isOthers(statement, tokens)
    {
      return nil
    }
    if isSpending(statement, lemma, tokens) { return nil }
    // "We weighed the waste for two weeks": a look, and no remedy.
    if Self.looks.contains(lemma), statement.tense == .past, !statement.isPassive { return nil }
    // "I stopped looking at it" gives up what was tried.
    if ["stop", "quit"].contains(lemma),
      (statement.group.upperBound..<min(statement.group.upperBound + 4, tokens.count)).contains(where: {
        ["it", "them"].contains(tokens[$0].key)
      })
    {
      return nil
    }
    // "we turned away 55 classes" tells of need, not of a measure.
    if lemma == "turn", tokens[safe: statement.group.upperBound]?.key == "away" { return nil }
    let isListed = Self.deeds.contains(lemma)
    if statement.isPassive { return passive(statement, lemma, tokens) }
    if isRoutine(statement, tokens) { return nil }
    let isOwn = isOwn(statement.subject, tokens)
    let isKnown = Self.noDeeds.contains(lemma) || Self.noDeeds.contains(tokens[statement.main].stem)
    if statement.tense == .present {
      if isOwn, holdsSince(statement), !isKnown, !isProgressive(statement, tokens) {
        return Kind(strength: .weak, isOpen: !isListed)
      }
      // "Instead of a deposit we now take card details": counts with what came of it.
      if isOwn, !isKnown, holdsNow(statement, tokens) { return Kind(strength: .weak, isOpen: true) }
      let isHabit = statement.range.contains { Self.habits.contains(tokens[$0].key) }
      return isListed && isHabit && isOwn ? Kind(strength: .weak) : nil
    }
    if isProgressive(statement, tokens) { return nil }
    if isOwn {
      // "We did a pop term last spring": counts with what came of it.
      if lemma == "do", statement.tense == .past, statement.group.count == 1, holdsObject(statement, tokens) {
        return Kind(strength: .weak, isOpen: true)
      }
      if isListed { return Kind(strength: .fair) }
      if lemma == "have", isCausative(statement, tokens) {
        return Kind(strength: .weak, isOpen: true, isCausative: true)
      }
      // "We had a camera for a month"
      if lemma == "have", statement.tense == .past, statement.group.count == 1, wasHadFor(statement, tokens) {
        return Kind(strength: .weak, isOpen: true)
      }
      // "we sold reserved seats for 2 euros; … and we dropped it after three weeks": only a step is given up.
      if isKnown, isGivenUp(behind: statement) { return Kind(strength: .fair) }
      return isKnown || isUsed(statement, tokens) ? nil : Kind(strength: .weak, isOpen: true)
    }
    let startsLine =
      statement.subject == nil && (tokens[statement.main].isCapitalised || opensItem(statement))
      && !wereAsked(statement, lemma, tokens)
    // "did the cache thing. nope."
    if lemma == "do", startsLine, statement.group.count == 1, holdsObject(statement, tokens) {
      return Kind(strength: .weak)
    }
    // "Took the second chapter out.": whose deed it is, is plain in notes about oneself.
    if !isListed, startsLine, !isKnown, statement.tense == .past, statement.group.count == 1 {
      return Kind(strength: .weak, isOpen: true)
    }
    if isMadeByStaff(statement, lemma, tokens) { return Kind(strength: .weak) }
    guard isListed else { return nil }
    // "the technician moved to Leeds"
    if lemma == "move", tokens[safe: statement.group.upperBound]?.key == "to", statement.subject != nil { return nil }
    return isGroup(statement.subject, field: statement.field, tokens) || startsLine ? Kind(strength: .weak) : nil
  }

  /// "Asked for the main reason, sixty percent name abuse": those were asked who then speak.
  private func wereAsked(_ statement: Statement, _ lemma: WordKey, _ tokens: [Token]) -> Bool {
    guard lemma == "ask", let first = statement.complement.first,
      ["for", "about", "why", "what", "whether", "how", "which", ","].contains(tokens[first].key)
    else { return false }
    let rest = statement.group.upperBound..<reading.document.sentences[statement.sentence].tokens.upperBound
    guard let comma = rest.first(where: { tokens[$0].key == "," }), comma + 1 < rest.upperBound else { return false }
    let opensShare = reading.classes[statement.field][reading.next(field: statement.field, comma + 1)] == .number
    return opensShare
      || reading.statements[statement.sentence].contains { $0.main > statement.main && $0.hasOwnSubject }
  }

  /// "We recruit all the time. Then I put the new ones on the games which I can't fill": a verb whose past looks like its
  /// present, behind "then", goes on in the tense of the sentence in front.
  private func isRoutine(_ statement: Statement, _ tokens: [Token]) -> Bool {
    let start = reading.document.sentences[statement.sentence].tokens.lowerBound
    guard Self.alike.contains(tokens[statement.main].key), ["then", "usually", "normally"].contains(tokens[start].key),
      let before = reading.statements[safe: statement.sentence - 1], !before.isEmpty
    else { return false }
    return before.allSatisfy { $0.tense == .present }
  }

  private static let alike: Set<WordKey> = [
    "put", "let", "set", "cut", "shut", "split", "spread", "hit", "cost", "read",
  ]

  /// The deed itself is in doubt; in "we put up a sign, no idea whether it helped" only its result is.
  private func isDoubted(_ statement: Statement, _ clause: ClauseReading, _ tokens: [Token]) -> Bool {
    guard clause.stance == .hypothetical else { return false }
    guard let mark = clause.stanceMark, mark > statement.main + 1 else { return true }
    // "I asked nine people: six said maybe later"
    if (statement.main + 1..<mark).contains(where: { tokens[$0].key == ":" || tokens[$0].key == "said" }) {
      return false
    }
    return !(max(statement.main + 1, mark - 3)...mark).contains { AttemptVerdict.doubts.contains(tokens[$0].key) }
  }

  private func passive(_ statement: Statement, _ lemma: WordKey, _ tokens: [Token]) -> Kind? {
    guard Self.deeds.contains(lemma) || Self.turns.contains(lemma), statement.tense != .present,
      !namesDoer(statement, tokens), statement.hasOwnSubject,
      let subject = statement.subject
    else { return nil }
    // "half of the mats were switched off": what people did with them.
    let front = tokens[max(0, subject.lowerBound - 2)...subject.lowerBound].map(\.key)
    if front.contains("of") || ["half", "most", "some", "many"].contains(front.last ?? "") { return nil }
    // "61 were opened last month": a count of what is there.
    if subject.count == 1, reading.classes[statement.field][subject.lowerBound] == .number { return nil }
    // "we were asked", "the clerk who was hired"
    if WordLists.pronouns.contains(tokens[subject.lowerBound].key) { return nil }
    if befell(statement, lemma, tokens) { return nil }
    return Kind(strength: .weak, isOpen: !Self.makings.contains(lemma), isWhole: true)
  }

  /// "The dairy was merged", "rent was raised to 640", "my brother was offered a job", "the night bus was introduced in 2017":
  /// what happened to people and things, and how they came about.
  private func befell(_ statement: Statement, _ lemma: WordKey, _ tokens: [Token]) -> Bool {
    guard let subject = statement.subject else { return false }
    if Self.befalling.contains(lemma) { return true }
    // "A further nine pumps have been ordered" tells how it grows.
    if statement.range.prefix(4).contains(where: {
      tokens[$0].key == "further" && tokens[safe: $0 + 1]?.kind != .punctuation
    }),
      reading.classes[statement.field][subject.lowerBound..<subject.upperBound].contains(.number)
    {
      return true
    }
    guard let chunk = reading.chunk(field: statement.field, at: subject.lowerBound) else { return false }
    let head = tokens[chunk.head]
    if Self.imposed.contains(head.stem) { return true }
    let isOne = ["the", "my", "his", "her"].contains(tokens[chunk.range.lowerBound].key) && head.key == head.stem
    if isOne, ["invite", "offer", "move"].contains(lemma), Self.roles.contains(head.key) { return true }
    return ["the", "our"].contains(tokens[chunk.range.lowerBound].key) && Self.makings.contains(lemma)
      && statement.complement.prefix(3).dropFirst().contains {
        tokens[$0].kind == .number && tokens[$0].end - tokens[$0].start == 4 && tokens[$0 - 1].key == "in"
      }
  }

  /// "was opened by the mayor"; "was cut by a fifth", "was asked by post" name none.
  private func namesDoer(_ statement: Statement, _ tokens: [Token]) -> Bool {
    statement.complement.contains { by in
      guard tokens[by].key == "by", let next = tokens[safe: by + 1], next.kind != .number else { return false }
      let size = ["a", "another"].contains(next.key) ? tokens[safe: by + 2]?.key ?? "" : next.key
      return !ResultSentence.fractions.contains(size) && !Self.measuresAndMeans.contains(size)
    }
  }

  /// "I had a line painted".
  private func isCausative(_ statement: Statement, _ tokens: [Token]) -> Bool {
    let next = reading.next(field: statement.field, statement.group.upperBound)
    guard let chunk = reading.chunk(field: statement.field, at: next), chunk.range.lowerBound == next,
      let behind = tokens[safe: chunk.range.upperBound], let entry = Verbs.entry(behind.key)
    else { return false }
    // "had a firm clean the tanks"
    return entry.form == .past || entry.form == .participle || entry.form == .base
  }

  /// "used to do three rounds"
  private func isUsed(_ statement: Statement, _ tokens: [Token]) -> Bool {
    tokens[statement.main].key == "used" && tokens[safe: statement.main + 1]?.key == "to"
  }

  /// "I have been coaching for nine years" is a state.
  private func isProgressive(_ statement: Statement, _ tokens: [Token]) -> Bool {
    Verbs.entry(tokens[statement.main].key)?.form == .gerund
  }

  /// "since March": present, but new.
  private func holdsSince(_ statement: Statement) -> Bool {
    let tokens = reading.document.tokens[statement.field]
    let lower = max(0, statement.range.lowerBound - 3)
    return (lower..<statement.range.upperBound).contains {
      tokens[$0].key == "since" && reading.classes[statement.field][safe: $0 + 1] == .date
    }
  }

  private func isGivenUp(behind statement: Statement) -> Bool {
    let tokens = reading.document.tokens[statement.field]
    return reading.statements[statement.sentence].contains { next in
      next.main > statement.main && next.tense == .past && !next.isNegated
        && Self.endings.contains(AttemptHistory.lemma(tokens[next.main].key))
        && next.complement.first.map { ["it", "that", "this", "them", "again", "up"].contains(tokens[$0].key) } ?? false
    }
  }

  private static let endings: Set<WordKey> = [
    "drop", "abandon", "stop", "scrap", "end", "cancel", "withdraw", "give", "undo",
  ]

  private func holdsNow(_ statement: Statement, _ tokens: [Token]) -> Bool {
    (statement.group.lowerBound - 1...statement.group.upperBound).contains { tokens[safe: $0]?.key == "now" }
  }

  /// The first word of a list item or of what stands behind a colon.
  private func opensItem(_ statement: Statement) -> Bool {
    let sentence = reading.document.sentences[statement.sentence]
    let tokens = reading.document.tokens[statement.field]
    let form = Verbs.entry(tokens[statement.main].key)?.form
    guard statement.main > sentence.tokens.lowerBound else { return sentence.isListItem || form == .past }
    let before = tokens[statement.main - 1]
    if before.kind == .bullet || sentence.isListItem && before.key == ":" { return true }
    // "Spring: mailed all members", "then bumped the pool"
    return form == .past && statement.main - sentence.tokens.lowerBound <= 5
      && (before.key == ":" || Self.joints.contains(before.key))
  }

  private func isOwn(_ subject: Range<Int>?, _ tokens: [Token]) -> Bool {
    guard let subject, subject.count == 1 else { return false }
    return Self.owners.contains(tokens[subject.lowerBound].key)
  }

  private func isGroup(_ subject: Range<Int>?, field: Int, _ tokens: [Token]) -> Bool {
    guard let subject else { return false }
    if subject.count == 1, tokens[subject.lowerBound].key == "they" { return true }
    guard let chunk = reading.chunk(field: field, at: subject.lowerBound) else { return false }
    return Self.groups.contains(tokens[chunk.head].key)
  }

  /// "In the neighbouring parish the mayor negotiated cheaper power": somebody else's step.
  private func isOthers(_ statement: Statement, _ tokens: [Token]) -> Bool {
    guard statement.subject.map({ !isOwn($0, tokens) }) ?? true else { return false }
    let start = reading.document.sentences[statement.sentence].tokens.lowerBound
    return (start..<statement.main).contains { ["neighbouring", "neighboring", "elsewhere"].contains(tokens[$0].key) }
  }

  /// "The dietician made posters": a person with a part in it, and a thing that is set up against a trouble.
  private func isMadeByStaff(_ statement: Statement, _ lemma: WordKey, _ tokens: [Token]) -> Bool {
    guard Self.deeds.contains(lemma) || lemma == "make", statement.tense == .past || statement.tense == .perfect,
      let subject = statement.subject, statement.hasOwnSubject,
      ["the", "our", "my"].contains(tokens[subject.lowerBound].key),
      let actor = reading.chunk(field: statement.field, at: subject.lowerBound),
      Self.roles.contains(tokens[actor.head].key) || Self.groups.contains(tokens[actor.head].key),
      let object = reading.chunk(
        field: statement.field, at: reading.next(field: statement.field, statement.group.upperBound)),
      object.range.lowerBound <= statement.group.upperBound + 1
    else { return false }
    return AttemptSequel.measures.contains(tokens[object.head].stem)
  }

  /// "We have put 120,000 euros into ovens" tells a price, and no step.
  private func isSpending(_ statement: Statement, _ lemma: WordKey, _ tokens: [Token]) -> Bool {
    guard ["put", "invest", "spend", "pour", "sink"].contains(lemma), let first = statement.complement.first else {
      return false
    }
    return reading.classes[statement.field][first] == .number
      && statement.complement.prefix(4).contains { UnitWords.isMoney(tokens[$0].key) }
      || UnitWords.currencySymbols.contains(tokens[first].key)
  }

  /// "We opened the shop in 2012" is how it came about, not what was tried.
  private func holdsOldYear(_ statement: Statement, _ tokens: [Token]) -> Bool {
    let isFounding = Self.foundings.contains(AttemptHistory.lemma(tokens[statement.main].key))
    // "Two years ago we opened a second shop"
    let isYearsAgo = statement.range.dropLast().contains {
      tokens[$0].key == "years" && tokens[$0 + 1].key == "ago"
    }
    // "We built a new unit two years ago, within a month it was full" tells what came of it.
    let tells = reading.statements[statement.sentence].contains {
      $0.main > statement.main && $0.opener == nil && $0.hasOwnSubject
    }
    if isFounding, isYearsAgo, !tells { return true }
    // "We opened a second shop in Harlow in March" is where the story begins.
    if isFounding,
      reading.chunk(field: statement.field, at: reading.next(field: statement.field, statement.group.upperBound))
        .map({ Self.places.contains(tokens[$0.head].key) }) ?? false
    {
      return true
    }
    return isFounding
      && statement.range.contains {
        tokens[$0].kind == .number && tokens[$0].end - tokens[$0].start == 4
          && ["in", "since", "until"].contains(tokens[max($0 - 1, 0)].key) && $0 > statement.range.lowerBound
      }
  }

  private func holdsObject(_ statement: Statement, _ tokens: [Token]) -> Bool {
    guard let next = statement.complement.first else { return false }
    return ["the", "a", "an", "some", "another", "two", "three"].contains(tokens[next].key)
  }

  private func wasHadFor(_ statement: Statement, _ tokens: [Token]) -> Bool {
    guard let first = statement.complement.first, ["a", "an", "another"].contains(tokens[first].key) else {
      return false
    }
    return statement.complement.dropLast(2).contains {
      tokens[$0].key == "for" && ["a", "one", "two", "three", "four", "six"].contains(tokens[$0 + 1].key)
        && ["week", "weeks", "month", "months", "year", "years", "term", "season", "while"].contains(tokens[$0 + 2].key)
    }
  }

  private static let joints: Set<WordKey> = ["then", "also", "and", "so", "next", "later", "finally", "even", "just"]
  private static let places: Set<WordKey> = [
    "shop", "branch", "school", "practice", "clinic", "bakery", "restaurant", "café", "cafe", "store", "studio",
    "company",
    "business", "firm", "hotel", "farm", "site", "kindergarten", "gym", "surgery", "theatre", "museum",
  ]
  private static let foundings: Set<WordKey> = [
    "open", "found", "start", "move", "build", "launch", "establish", "take",
  ]
  /// Passives that set something up: the subject is the step.
  static let makings: Set<WordKey> = [
    "introduce", "pilot", "launch", "install", "instal", "start", "buy", "hire", "build", "add", "test", "trial",
    "create", "set",
    "roll", "try", "implement", "offer", "establish", "found", "print", "put", "hang", "plant", "organise", "organize",
    "appoint", "recruit", "order", "commission", "hold", "run",
  ]
  private static let turns: Set<WordKey> = [
    "turn", "take", "shut", "make", "implement", "try", "hang", "lock", "switch",
  ]
  private static let habits: Set<WordKey> = ["already"]
  private static let owners: Set<WordKey> = ["we", "i", "we've", "i've"]
  private static let beings: Set<WordKey> = ["was", "were", "is", "are", "been", "be", "am"]
  /// What stands behind "by" and is no doer: how much ("by a week"), or by which means ("by post").
  private static let measuresAndMeans: Set<WordKey> = [
    "day", "week", "month", "year", "hour", "minute", "metre", "meter", "point", "few", "couple", "factor", "euro",
    "dollar", "pound", "cent", "hand", "email", "letter", "post", "phone", "text", "bus",
  ]
  private static let looks: Set<WordKey> = ["weigh", "count", "measure", "log", "survey", "time"]
  private static let befalling = WordBook.words("befalling_passives")
  private static let imposed = WordBook.stems("imposed_nouns")
  private static let roles = WordBook.words("party_roles")
  private static let groups = WordBook.words("acting_groups")
  /// Verbs that tell of a measure taken, by their base.
  static let deeds = WordBook.words("deeds")
  private static let noDeeds = WordBook.words("no_deeds")
}
