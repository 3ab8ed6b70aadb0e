/// Steps told as history: "we bought a second filler and raised safety stock by 20%, but …".
struct AttemptHistory {
  let reading: Reading
  let sections: [Section]

  func drafts(in number: Int) -> [AttemptDraft] {
    let document = reading.document
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard tokens[sentence.tokens.upperBound - 1].key != "?" else { return [] }
    var result: [AttemptDraft] = []
    var isSure = false
    for statement in reading.statements[number] {
      guard let strength = deed(statement, tokens) else { continue }
      let labels = labels(of: statement)
      guard !labels.isEmpty else { continue }
      isSure = isSure || strength == .fair
      result += labels.map { AttemptDraft(field: sentence.field, label: $0, strength: strength) }
    }
    guard !result.isEmpty else { return [] }
    let outcome = outcome(after: result, sentence: number)
    guard isSure || outcome != nil || result.count >= 2 || hasHistoryCue(number) else { return [] }
    if let outcome, let last = result.indices.last { result[last].outcome = outcome }
    return result
  }

  // MARK: Which statements tell of a deed

  /// Fair if the people themselves did it; weak if a group did, or if it is told in the passive; nil for anything else.
  private func deed(_ statement: Statement, _ tokens: [Token]) -> AttemptDraft.Strength? {
    guard statement.opener == nil, !statement.isNegated, statement.modal == nil else { return nil }
    let lemma = Self.lemma(tokens[statement.main].key)
    guard Self.deeds.contains(lemma) else { return nil }
    let clause = reading.clauses[statement.sentence].first { $0.range.contains(statement.main) }
    if clause?.stance == .hypothetical { return nil }
    if holdsOldYear(statement, tokens) { return nil }
    if statement.isPassive {
      guard statement.tense != .present, !complementStarts(with: ["by"], statement, tokens) else { return nil }
      return .weak
    }
    if statement.tense == .present {
      let isHabit = statement.range.contains { Self.habits.contains(tokens[$0].key) }
      return isHabit && isOwn(statement.subject, tokens) ? .weak : nil
    }
    if isOwn(statement.subject, tokens) { return .fair }
    return isGroup(statement.subject, field: statement.field, tokens)
      || statement.subject == nil && tokens[statement.main].isCapitalised
      ? .weak : nil
  }

  static func lemma(_ key: WordKey) -> WordKey { Verbs.entry(key).map { $0.baseKey } ?? key }

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

  private func complementStarts(with keys: Set<WordKey>, _ statement: Statement, _ tokens: [Token]) -> Bool {
    statement.complement.contains { keys.contains(tokens[$0].key) }
  }

  /// "We opened the shop in 2012" is how it came about, not what was tried.
  private func holdsOldYear(_ statement: Statement, _ tokens: [Token]) -> Bool {
    statement.range.contains {
      tokens[$0].kind == .number && tokens[$0].end - tokens[$0].start == 4
        && ["in", "since", "until"].contains(tokens[max($0 - 1, 0)].key) && $0 > statement.range.lowerBound
    } && Self.foundings.contains(Self.lemma(tokens[statement.main].key))
  }

  private static let foundings: Set<WordKey> = [
    "open", "found", "start", "buy", "move", "build", "launch", "establish",
  ]
  private static let habits: Set<WordKey> = ["already", "constantly", "regularly", "always", "all", "every", "keep"]

  // MARK: Labels

  /// The deed; a list of three objects or more ("a family service, a coffee hour and a page") in its parts.
  private func labels(of statement: Statement) -> [Range<Int>] {
    guard let whole = label(from: statement.main, to: statement.range.upperBound, field: statement.field) else {
      return []
    }
    let tokens = reading.document.tokens[statement.field]
    let rest = statement.main + 1..<max(statement.main + 1, statement.range.upperBound)
    guard rest.contains(where: { tokens[$0].key == "," }) else { return [whole] }
    let (items, _) = AttemptRun(reading: reading, field: statement.field).items(in: rest)
    let things = items.dropFirst().prefix { item in
      guard let chunk = reading.chunk(field: statement.field, at: skipped(item.lowerBound, tokens)) else {
        return false
      }
      return chunk.range.upperBound >= item.upperBound - 4 && item.count <= 8
        && !item.contains { reading.classes[statement.field][$0] == .verb }
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
    var index = start + 1
    var words = 1
    scan: while index < limit, words < 14 {
      let token = tokens[index]
      // "at 11:30"
      let isClock = token.key == ":" && token.isGlued && tokens[safe: index + 1]?.isGlued == true
      if token.kind == .punctuation && !isClock || AttemptItem.arrows.contains(token.key) {
        if token.key == "(" || token.key == "," || !["\"", "“", "”", "'", "‘", "’"].contains(token.key) { break scan }
      }
      if token.kind == .word {
        if Self.ends.contains(token.key), !(token.key == "that" && words <= 1) { break scan }
        words += 1
      }
      index += 1
    }
    guard words >= 2, let label = Clip.trimmed(start..<index, field: field, in: reading.document), label.count >= 2
    else {
      return nil
    }
    // "dropped it again" gives up what was tried.
    if Self.pronounObjects.contains(tokens[start + 1].key), words <= 3 { return nil }
    // An object has to follow, perhaps behind a particle: "launched in the store" is no deed of interest.
    let next = reading.next(field: field, start + 1)
    if reading.classes[field][next] == .preposition {
      let lemma = Self.lemma(tokens[start].key)
      let particles =
        Self.talks.contains(lemma)
        ? Self.addressees : Self.travels.contains(lemma) ? Self.directions : Self.particles
      guard particles.contains(tokens[next].key), label.count >= 3 else { return nil }
    }
    return label
  }

  private static let pronounObjects: Set<WordKey> = ["it", "them", "that", "this", "him", "her"]
  private static let particles: Set<WordKey> = ["out", "up", "over", "off", "down", "in", "back"]
  private static let travels: Set<WordKey> = ["move", "switch", "migrate", "change", "roll", "upgrade", "bring"]
  private static let directions: Set<WordKey> = ["to", "from", "out", "over", "in", "back", "up"]
  private static let talks: Set<WordKey> = [
    "write", "talk", "speak", "appeal", "apply", "complain", "advertise", "post", "negotiate", "invest", "experiment",
    "partner", "lobby", "campaign",
  ]
  private static let addressees: Set<WordKey> = ["to", "with", "for", "in", "on", "at"]

  private static let ends: Set<WordKey> = [
    "which", "who", "that", "because", "so", "but", "since", "when", "after", "while", "although", "though", "where",
    "before", "until", "however", "yet", "whereas", "if",
  ]

  // MARK: Outcome

  /// What is said of the steps: the rest of the sentence, or one of the two that follow in the paragraph.
  private func outcome(after drafts: [AttemptDraft], sentence number: Int) -> Range<Int>? {
    let document = reading.document
    guard let last = drafts.last else { return nil }
    let sentence = document.sentences[number]
    let tokens = document.tokens[last.field]
    let rest = last.label.upperBound..<max(last.label.upperBound, sentence.tokens.upperBound)
    if let first = rest.first(where: { tokens[$0].kind == .word }), !Self.purposes.contains(tokens[first].key) {
      let isTurn = rest.lowerBound < first && [";", "-", "—", "–"].contains(tokens[first - 1].key)
      let turns = isTurn || ["but", "however", "yet"].contains(tokens[first].key)
      if turns || AttemptVerdict.tells(rest, field: last.field, in: document) {
        return Clip.trimmed(rest, field: last.field, in: document)
      }
    }
    if let turn = rest.first(where: { [";", "but", "—"].contains(tokens[$0].key) }) {
      return Clip.trimmed(turn..<rest.upperBound, field: last.field, in: document)
    }
    for next in number + 1..<number + 3 {
      guard let line = document.sentences[safe: next], line.field == sentence.field,
        line.paragraph == sentence.paragraph, tokens[line.tokens.upperBound - 1].key != "?"
      else { break }
      if opensNewMatter(next) { break }
      if AttemptVerdict.tells(line.tokens, field: last.field, in: document) {
        return Clip.trimmed(line.tokens, field: last.field, in: document)
      }
    }
    return nil
  }

  /// A sentence that tells of a further step, or a new subject with a duty or a wish ("The bank will not lend more"): not
  /// what came of the step before.
  func opensNewMatter(_ number: Int) -> Bool {
    guard let first = reading.statements[safe: number]?.first else { return false }
    let tokens = reading.document.tokens[first.field]
    if reading.statements[number].contains(where: { deed($0, tokens) != nil }) { return true }
    let wishes = PartyWords.wants.contains(Self.lemma(tokens[first.main].key))
    return wishes || first.modal != nil && first.opener == nil
  }

  private static let purposes: Set<WordKey> = ["because", "since", "to", "as", "for", "when", "that", "who", "where"]

  private func hasHistoryCue(_ number: Int) -> Bool {
    reading.tokens(reading.document.sentences[number]).contains { Self.historyCues.contains($0.key) }
  }

  private static let historyCues: Set<WordKey> = [
    "already", "last", "ago", "since", "also", "then", "first", "even", "later", "recently", "twice", "again",
  ]

  private static let owners: Set<WordKey> = ["we", "i", "we've", "i've"]

  static let groups: Set<WordKey> = [
    "team", "company", "college", "school", "management", "board", "council", "city", "owner", "owners", "founder",
    "founders", "volunteers", "committee", "manager", "managers", "director", "hospital", "clinic", "university",
    "club", "association", "headteacher", "principal", "ceo", "cto", "leadership", "department", "office", "shop",
    "farm", "parish", "library", "museum", "cooperative", "co-op", "ministry", "agency", "vendor", "operator",
    "operators", "staff", "teachers", "trustees", "coach", "landlord", "boss", "administration", "colleague",
    "colleagues", "engineers",
  ]

  /// Verbs that tell of a measure taken, by their base.
  static let deeds: Set<WordKey> = [
    "add", "buy", "hire", "raise", "introduce", "roll", "switch", "move", "launch", "retrain", "train", "send", "set",
    "cut", "install", "build", "found", "rewrite", "reorganise", "reorganize", "restructure", "migrate", "replace",
    "upgrade", "increase", "reduce", "lower", "double", "halve", "extend", "shorten", "redesign", "pilot", "ask",
    "organise", "organize", "hold", "appoint", "close", "paint", "print", "publish", "polish", "outsource", "invest",
    "automate", "expand", "remove", "drop", "scrap", "ban", "limit", "reward", "give", "create", "start", "open",
    "offer", "run", "write", "change", "plant", "spray", "bring", "simplify", "standardise", "standardize", "pay",
    "rearrange", "rotate", "recruit", "advertise", "email", "e-mail", "rent", "borrow", "swap", "tighten", "loosen",
    "tune", "parallelise", "parallelize", "refactor", "split", "merge", "repair", "adjust", "reschedule", "form",
    "establish", "distribute", "rebrand", "discount", "triple", "widen", "weight", "report", "survey", "interview",
    "rebuild", "rework", "centralise", "centralize", "impose", "enforce", "insulate", "promote", "post", "revise",
    "update", "relabel", "remind", "fine", "contract", "subsidise", "subsidize", "waive", "fix", "patch", "coach",
    "tutor", "mentor", "rehearse", "put", "invite", "mark", "collect", "talk", "speak", "phone", "visit", "apply",
    "appeal", "lobby", "negotiate", "renegotiate", "sue", "file", "translate", "draft", "design", "tweak", "sign",
    "join", "partner", "commission", "fire", "dismiss", "assign", "reassign", "delegate", "consolidate", "relocate",
    "repaint", "reorder", "stock", "bundle", "gamify", "segment", "cache", "index", "profile", "shard", "throttle",
    "cap", "schedule", "stagger", "postpone", "host", "sponsor", "donate", "petition", "prune", "weed", "water",
    "drain", "fence", "heat", "cool", "reset", "restart", "monitor", "warn", "threaten", "punish", "praise", "teach",
    "show", "explain", "let", "allow", "ship", "redistribute", "subcontract", "lease", "leaflet", "text", "film",
    "campaign", "reinstall", "reboot", "fertilise", "fertilize", "compost", "mulch", "rehire", "second", "enlarge",
    "narrow", "harden", "soften", "bundle", "unbundle", "reprice", "restock", "test", "trial", "clean", "check",
    "adopt", "allocate", "reallocate", "dedicate", "block", "book", "call", "commit", "digitise", "digitize",
    "document", "enrol", "enroll", "insert", "isolate", "map", "order", "paginate", "pair", "plug", "pool", "prepare",
    "present", "prioritise", "prioritize", "push", "redirect", "relax", "reserve", "restrict", "resurface", "screen",
    "separate", "shift", "stop", "strengthen", "supply", "suspend", "transfer", "trim", "tag", "vaccinate",
  ]
}
