/// What later sentences say of the steps by name ("The signs did nothing"), and steps that are told only by what came of
/// them ("A third guard brought order for a week", "Overtime: no change").
struct AttemptSequel {
  let reading: Reading
  let sections: [Section]
  /// Sentences that were read for other attempts.
  let read: Set<Int>
  private var document: Document { reading.document }

  /// How many tokens behind its telling a step may still be named.
  private static let reach = 160

  func settle(_ drafts: inout [AttemptDraft]) {
    for (number, sentence) in document.sentences.enumerated() where drafts.count < AttemptReader.limit {
      let name = document.fields[sentence.field].name
      guard name == "problem" || name.hasPrefix("context"), sections[number] == .story || sections[number] == .attempts,
        document.tokens[sentence.field][sentence.tokens.upperBound - 1].key != "?"
      else { continue }
      if !read.contains(number), fragment(number, &drafts) { continue }
      for statement in reading.statements[number] where statement.opener == nil { tell(statement, &drafts) }
    }
  }

  // MARK: "Overtime on Saturdays: back to 1,300", "letter from the director – laughter"

  /// A label without a verb, a mark, and what came of it.
  private func fragment(_ number: Int, _ drafts: inout [AttemptDraft]) -> Bool {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard let mark = sentence.tokens.prefix(16).first(where: { isMark($0, tokens) }), mark > sentence.tokens.lowerBound,
      mark + 1 < sentence.tokens.upperBound
    else { return false }
    let firstVerb = reading.statements[number].first?.group.lowerBound ?? mark
    guard firstVerb >= mark, let label = label(sentence.tokens.lowerBound..<mark, sentence.field) else { return false }
    let rest = mark + 1..<sentence.tokens.upperBound
    if let known = draft(named: label, field: sentence.field, before: label.lowerBound, in: drafts), label.count <= 4 {
      give(rest, to: &drafts[known])
      return true
    }
    let tells = AttemptVerdict.tells(rest, field: sentence.field, in: document)
    let isNear = isNear(number, drafts) || sections[number] == .attempts
    let isStep = isStep(label, field: sentence.field)
    guard isStep && (tells || isNear) || isNear && tells && label.count >= 2,
      !isName(label, sentence.field), !isMetric(label, sentence.field)
    else { return false }
    var draft = AttemptDraft(field: sentence.field, label: label, strength: .fair, sentence: number)
    give(rest, to: &draft)
    drafts.append(draft)
    return true
  }

  private func isMark(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    if AttemptItem.arrows.contains(token.key) { return true }
    if token.key == ":" { return tokens[safe: index + 1]?.isGlued != true }
    return ["–", "—", "-"].contains(token.key) && !token.isGlued && tokens[safe: index + 1]?.isGlued != true
  }

  private func label(_ range: Range<Int>, _ field: Int) -> Range<Int>? {
    let tokens = document.tokens[field]
    var lower = range.lowerBound
    while lower < range.upperBound, Self.openers.contains(tokens[lower].key) { lower += 1 }
    guard var label = Clip.trimmed(lower..<range.upperBound, field: field, in: document), label.count <= 12 else {
      return nil
    }
    // "Sensor mats (March)": the bracket dates it.
    if let bracket = label.first(where: { tokens[$0].key == "(" }), bracket > label.lowerBound {
      label = label.lowerBound..<bracket
    }
    return label
  }

  private static let openers: Set<WordKey> = [
    "then", "also", "next", "first", "second", "later", "and", "finally", ",",
  ]

  // MARK: "The signs did nothing", "A third guard brought order"

  private func tell(_ statement: Statement, _ drafts: inout [AttemptDraft]) {
    let field = statement.field
    let tokens = document.tokens[field]
    guard statement.hasOwnSubject, statement.modal == nil,
      let front = label(statement.start..<statement.group.lowerBound, field), !front.isEmpty
    else { return }
    let isInside = drafts.contains {
      $0.field == field && ($0.label.contains(statement.main) || $0.outcome?.contains(statement.main) == true)
    }
    let judges = judges(statement, tokens)
    if let subject = statement.subject, let chunk = reading.chunk(field: field, at: subject.lowerBound),
      let known = draft(named: chunk.head..<chunk.head + 1, field: field, before: subject.lowerBound, in: drafts)
    {
      if judges || AttemptVerdict.tells(statement.range, field: field, in: document) {
        give(statement.range, to: &drafts[known])
      }
      return
    }
    guard !isInside, !isMetric(front, field) else { return }
    let isDone = statement.tense != .present
    let isNear = isNear(statement.sentence, drafts) || sections[statement.sentence] == .attempts
    let isGerund = Verbs.entry(tokens[front.lowerBound].key)?.form == .gerund && front.count >= 2
    let isIndefinite = ["a", "an"].contains(tokens[front.lowerBound].key)
    let isPerson = isPerson(front, field)
    let holds =
      isGerund && (isDone || isNear || judges)
      || isIndefinite && isDone && front.count >= 3 && (isNear && (judges || tells(statement)) || judges && !isPerson)
      || judges && isStep(front, field: field) && !isPerson && (isDone || isNear)
      || isNear && isStep(front, field: field) && !isPerson && tells(statement)
    guard holds, !tokens[front].contains(where: { $0.key == "," }) else { return }
    var draft = AttemptDraft(field: field, label: front, strength: .weak, sentence: statement.sentence)
    give(statement.group.lowerBound..<statement.range.upperBound, to: &draft)
    drafts.append(draft)
  }

  private func tells(_ statement: Statement) -> Bool {
    AttemptVerdict.tells(statement.complement, field: statement.field, in: document)
      || statement.complement.contains { document.tokens[statement.field][$0].kind == .number }
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
    let sentence = document.sentences[number]
    return drafts.contains {
      $0.field == sentence.field && abs($0.sentence - number) <= 2 && $0.sentence >= 0
        && abs(document.sentences[$0.sentence].paragraph - sentence.paragraph) <= 1
    }
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

  // MARK: Judging

  /// "helped", "did nothing", "made things worse", "brought waiting down": words for what a measure does.
  private func judges(_ statement: Statement, _ tokens: [Token]) -> Bool {
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    let rest = statement.complement.prefix(6).map { tokens[$0].key }
    switch lemma {
    case "help", "backfire", "flop", "fizzle": return true
    case "run", "last": return rest.first == "for" || rest.contains("until") || rest.first == "only"
    case "work": return statement.isNegated || rest.first.map { Self.spans.contains($0) } ?? true
    case "fail": return rest.isEmpty || !(rest.first == "to")
    case "do", "change", "achieve": return rest.contains { Self.nothings.contains($0) }
    case "make": return rest.contains { ["difference", "worse", "better", "angry", "things"].contains($0) }
    case "have": return rest.contains("effect") || rest.contains("impact")
    case "mean", "suppose": return statement.isPassive && rest.first == "to"
    case "cut", "reduce", "lower", "improve", "raise", "increase", "deflect", "attract", "free", "save", "bring":
      return statement.tense == .past
        && statement.complement.prefix(10).contains {
          tokens[$0].kind == .number || Self.nothings.contains(tokens[$0].key)
        }
    default: return statement.isPassive && Self.dropped.contains(lemma) && statement.tense != .present
    }
  }

  private static let spans: Set<WordKey> = ["for", "until", "well", "a", "at", "only", "better", "in"]
  private static let nothings: Set<WordKey> = ["nothing", "little", "down", "no", "up", "half"]
  private static let dropped: Set<WordKey> = ["abandon", "drop", "scrap", "cancel", "ignore", "undo"]

  private func head(_ range: Range<Int>, _ field: Int) -> Token? {
    let inside = range.first { index in
      reading.chunk(field: field, at: index).map { $0.head < range.upperBound } ?? false
    }
    if let inside, let chunk = reading.chunk(field: field, at: inside) { return document.tokens[field][chunk.head] }
    return range.last { document.tokens[field][$0].kind == .word }.map { document.tokens[field][$0] }
  }

  /// It opens with a gerund or a comparison ("Slower feed"), or its head is a thing that people set up.
  private func isStep(_ range: Range<Int>, field: Int) -> Bool {
    let tokens = document.tokens[field]
    let first = tokens[range.lowerBound].key
    if Verbs.entry(first)?.form == .gerund && range.count >= 2 || Self.changes.contains(first) { return true }
    guard let head = head(range, field) else { return false }
    return Self.measures.contains(head.stem) || Self.measures.contains(head.key)
  }

  private static let changes: Set<WordKey> = [
    "more", "new", "extra", "better", "stricter", "fewer", "less", "slower", "faster", "bigger", "longer", "shorter",
    "free", "smaller", "earlier", "later", "additional", "cheaper", "higher", "lower", "separate", "weekly", "daily",
    "monthly", "red", "overtime", "second", "third", "double",
  ]

  private func isPerson(_ range: Range<Int>, _ field: Int) -> Bool {
    guard let head = head(range, field) else { return false }
    return PartyWords.roles.contains(head.key) || PartyWords.roles.contains(head.stem)
  }

  /// One capitalised word or a role is a speaker or a party; "Goal", "Problem" open a part of the text.
  private func isName(_ range: Range<Int>, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    if isPerson(range, field) && range.count <= 3 { return true }
    return range.contains { WordLists.captions.contains(tokens[$0].key) }
  }

  /// The name of what is measured is no step.
  private func isMetric(_ range: Range<Int>, _ field: Int) -> Bool {
    guard let head = head(range, field) else { return true }
    return AttemptVerdict.goodMeasures.contains(head.key) || AttemptVerdict.badMeasures.contains(head.key)
      || Self.metrics.contains(head.stem)
  }

  private static let metrics: Set<WordKey> = Set(
    ["rate", "time", "share", "number", "average", "price", "percentage", "level", "count", "amount", "figure"].map {
      Tokeniser.stem(of: Array($0.utf8))
    })

  /// Nouns for what is done against a trouble.
  static let measures: Set<WordKey> = Set(
    [
      "reminder", "fee", "fine", "bonus", "training", "course", "workshop", "campaign", "poster", "sign", "letter",
      "survey", "app", "tool", "project", "pilot", "trial", "discount", "voucher", "policy", "rule", "meeting", "rota",
      "roster", "checklist", "template", "bot", "chatbot", "script", "email", "newsletter", "programme", "program",
      "scheme", "system", "software", "module", "fence", "trap", "spray", "filter", "cache", "caching", "index",
      "indexing", "patch", "upgrade", "redesign", "rewrite", "raise", "lounge", "round", "check", "audit", "hotline",
      "helpline", "box", "machine", "printer", "camera", "lock", "light", "lane", "barrier", "grant", "subsidy",
      "leaflet", "flyer", "website", "page", "portal", "form", "guide", "handbook", "manual", "opening", "event",
      "party", "prize", "competition", "agency", "consultant", "coach", "coaching", "mentoring", "tutoring", "overtime",
      "shift", "buddy", "minibus", "shuttle", "stall", "service", "class", "session", "committee", "force",
      "restructuring", "reorganisation", "merger", "outsourcing", "automation", "tuning", "optimisation",
      "optimization", "profiling", "pooling", "sharding", "retraining", "recruiting", "advertising", "advertisement",
      "ad", "ads", "advert", "fertiliser", "irrigation", "sensor", "alert", "alarm", "dashboard", "test",
    ].map { Tokeniser.stem(of: Array($0.utf8)) })
}
