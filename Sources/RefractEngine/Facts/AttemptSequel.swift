/// What later sentences say of the steps by name ("The signs did nothing"), and steps that are named only there ("The
/// reminder letters helped for a month").
struct AttemptSequel {
  let reading: Reading
  let sections: [Section]
  /// Sentences that were read for other attempts.
  let read: Set<Int>

  /// How many sentences behind its telling a step may still be named.
  private static let reach = 8

  func settle(_ drafts: inout [AttemptDraft]) {
    let document = reading.document
    for (number, sentence) in document.sentences.enumerated() where drafts.count < AttemptReader.limit {
      let name = document.fields[sentence.field].name
      guard name == "problem" || name.hasPrefix("context"), sections[number] == .story || sections[number] == .attempts
      else { continue }
      if labelled(number, &drafts) { continue }
      for statement in reading.statements[number] where statement.opener == nil {
        tell(statement, &drafts)
      }
    }
  }

  // MARK: "Tour: nothing."

  /// A short name, a colon, and what came of it.
  private func labelled(_ number: Int, _ drafts: inout [AttemptDraft]) -> Bool {
    let sentence = reading.document.sentences[number]
    let tokens = reading.document.tokens[sentence.field]
    guard !read.contains(number), let colon = sentence.tokens.prefix(6).first(where: { tokens[$0].key == ":" }),
      colon > sentence.tokens.lowerBound, colon + 1 < sentence.tokens.upperBound,
      let draft = draft(
        named: sentence.tokens.lowerBound..<colon, field: sentence.field, before: sentence.tokens.lowerBound, in: drafts
      )
    else { return false }
    give(colon + 1..<sentence.tokens.upperBound, to: &drafts[draft])
    return true
  }

  // MARK: "The signs did nothing."

  private func tell(_ statement: Statement, _ drafts: inout [AttemptDraft]) {
    guard let subject = statement.subject, statement.hasOwnSubject,
      let chunk = reading.chunk(field: statement.field, at: subject.lowerBound)
    else { return }
    let tokens = reading.document.tokens[statement.field]
    let judges = judges(statement, tokens)
    let known = draft(
      named: chunk.head..<chunk.head + 1, field: statement.field, before: subject.lowerBound, in: drafts)
    if let known {
      if judges || AttemptVerdict.tells(statement.range, field: statement.field, in: reading.document) {
        give(statement.range, to: &drafts[known])
      }
      return
    }
    let isInside = drafts.contains {
      $0.field == statement.field
        && ($0.label.contains(statement.main) || $0.outcome?.contains(statement.main) == true)
    }
    guard judges, !isInside, isMeasure(chunk, field: statement.field),
      statement.tense != .present || !statement.isNegated
    else { return }
    var draft = AttemptDraft(field: statement.field, label: subject, strength: .weak)
    give(statement.group.lowerBound..<statement.range.upperBound, to: &draft)
    if draft.verdict == .unknown { draft.verdict = .none }
    drafts.append(draft)
  }

  private func give(_ range: Range<Int>, to draft: inout AttemptDraft) {
    guard let outcome = Clip.trimmed(range, field: draft.field, in: reading.document) else { return }
    // What the sentence itself said of the step stays, unless it said nothing.
    guard draft.outcome == nil || draft.verdict == .unknown else { return }
    draft.outcome = outcome
    let verdict = AttemptVerdict.of(outcome, field: draft.field, in: reading.document)
    if verdict != .unknown { draft.verdict = verdict }
  }

  /// The step whose label names the last word of a run.
  private func draft(named run: Range<Int>, field: Int, before: Int, in drafts: [AttemptDraft]) -> Int? {
    let tokens = reading.document.tokens[field]
    guard let head = run.last(where: { tokens[$0].kind == .word }) else { return nil }
    let stem = tokens[head].stem
    return drafts.indices.last { number in
      let draft = drafts[number]
      guard draft.field == field, draft.label.upperBound <= before, before - draft.label.upperBound < 160 else {
        return false
      }
      return draft.label.contains { tokens[$0].stem == stem && reading.classes[field][$0].isNominal }
    }
  }

  // MARK: Judging

  /// "helped", "did nothing", "made things worse", "brought waiting down": words for what a measure does.
  private func judges(_ statement: Statement, _ tokens: [Token]) -> Bool {
    guard statement.modal == nil else { return false }
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    let rest = statement.complement.prefix(6).map { tokens[$0].key }
    switch lemma {
    case "help", "backfire", "flop", "fizzle": return true
    case "run", "last": return rest.first == "for" || rest.contains("until") || rest.first == "only"
    case "work": return statement.isNegated || rest.first.map { Self.spans.contains($0) } ?? true
    case "fail": return rest.isEmpty || !(rest.first == "to")
    case "do", "change", "bring", "achieve": return rest.contains { Self.nothings.contains($0) }
    case "make":
      return rest.contains { ["difference", "worse", "better", "angry", "things"].contains($0) }
    case "have": return rest.contains("effect") || rest.contains("impact")
    case "mean", "suppose": return statement.isPassive && rest.first == "to"
    case "cut", "reduce", "lower", "improve", "raise", "increase", "deflect", "attract", "free", "save":
      return statement.tense == .past
        && statement.complement.prefix(10).contains { tokens[$0].kind == .number || tokens[$0].key == "down" }
    default:
      return lemma == "bring" || statement.isPassive && Self.dropped.contains(lemma) && statement.tense != .present
    }
  }

  private static let spans: Set<WordKey> = ["for", "until", "well", "a", "at", "only", "better", "in"]
  private static let nothings: Set<WordKey> = ["nothing", "little", "down", "no", "up", "half"]
  private static let dropped: Set<WordKey> = ["abandon", "drop", "scrap", "cancel", "ignore", "undo"]

  /// The head names something people do or set up, or is a plural thing with a describing word in front; not a person and
  /// not what is measured.
  private func isMeasure(_ chunk: Reading.Chunk, field: Int) -> Bool {
    let token = reading.document.tokens[field][chunk.head]
    if PartyWords.roles.contains(token.key) || AttemptVerdict.goodMeasures.contains(token.key)
      || AttemptVerdict.badMeasures.contains(token.key)
    {
      return false
    }
    return Self.measures.contains(token.stem) || Self.measures.contains(token.key)
  }

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
      "shift", "buddy", "minibus", "shuttle", "stall", "service", "hour", "day", "class", "session", "call", "vote",
      "committee", "task", "force", "officer", "restructuring", "reorganisation", "merger", "outsourcing", "automation",
      "tuning", "optimisation", "optimization", "profiling", "pooling", "sharding", "retraining", "recruiting",
      "advertising", "advertisement", "ad", "ads", "radio", "hive", "fertiliser", "irrigation", "pump", "tank",
    ].map { Tokeniser.stem(of: Array($0.utf8)) })
}
