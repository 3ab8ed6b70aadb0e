/// Recurrence, doubt, feeling and missing skill: places that only signals and the choice of evidence need.
enum VoiceReader {
  struct Voices: Sendable {
    var recurrences: [Span] = []
    var doubts: [Span] = []
    var emotions: [Span] = []
    var skillGaps: [SkillGap] = []
  }

  static func read(_ reading: Reading) -> Voices {
    let document = reading.document
    var result = Voices()
    for (number, sentence) in document.sentences.enumerated() {
      let name = document.fields[sentence.field].name
      guard
        name == "problem" || name == "title" || name.hasPrefix("context") || name.hasPrefix("attempts")
          || name.hasPrefix("stakeholders") || name.hasPrefix("constraints")
      else { continue }
      let tokens = document.tokens[sentence.field]
      for (place, clause) in sentence.clauses.enumerated() {
        if result.recurrences.count < 20, let cue = recurrence(clause, tokens),
          let span = Clip.clause(clause, around: cue, field: sentence.field, in: document)
        {
          result.recurrences.append(span)
        }
        if result.doubts.count < 20, let cue = doubt(clause, tokens),
          let span = Clip.clause(clause, around: cue, field: sentence.field, in: document)
        {
          result.doubts.append(span)
        }
        if result.emotions.count < 20, let cue = emotion(clause, number, reading),
          !reading.clauses[number][place].negates(cue..<cue + 1),
          let span = told(by: cue, in: clause, number, reading)
        {
          result.emotions.append(span)
        }
        if result.skillGaps.count < 20, let gap = SkillGapReader.read(clause, sentence.field, reading) {
          result.skillGaps.append(gap)
        }
      }
    }
    return result
  }

  /// "again" and its kin count only with something bad near: "every Monday we meet" is a rhythm.
  private static func recurrence(_ clause: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    for index in clause where tokens[index].kind == .word {
      let key = tokens[index].key
      let next = tokens[safe: index + 1]
      func bad() -> Bool {
        (max(clause.lowerBound, index - 8)..<min(clause.upperBound, index + 9)).contains {
          troubles.contains(tokens[$0].key) || troubles.contains(tokens[$0].stem)
        }
      }
      if surely.contains(key) { return index..<index + 1 }
      if key == "keeps" || key == "keep" || key == "kept", let next,
        Verbs.entry(next.key)?.form == .gerund || next.key == "on"
      {
        return index..<index + 2
      }
      if let cue = returning(at: index, in: clause, tokens) { return cue }
      if key == "comes" || key == "came", next?.key == "back", bad() || key == "comes" {
        return index..<index + 2
      }
      if key == "time", index > clause.lowerBound, ordinals.contains(tokens[index - 1].key), bad() {
        return index - 1..<index + 1
      }
      if ordinals.contains(key), let next, troubles.contains(next.key) || troubles.contains(next.stem) {
        return index..<index + 2
      }
      if key == "every", let next,
        [
          "time", "week", "month", "year", "sprint", "season", "day", "term", "winter", "summer", "spring",
          "autumn", "quarter", "release",
        ].contains(next.key), bad()
      {
        return index..<index + 2
      }
      if key == "again", bad() || tokens[safe: index + 1]?.key == "and" { return index..<index + 1 }
      if key == "same", let next, troubles.contains(next.key) || troubles.contains(next.stem) {
        return index..<index + 2
      }
    }
    return nil
  }

  /// "the third one in a row", "this is the fourth deck with two numbers", "were there again", "every single afternoon".
  private static func returning(at index: Int, in clause: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    func next(_ step: Int) -> WordKey { tokens[safe: index + step]?.key ?? WordKey(hash: 0) }
    switch tokens[index].key {
    case "row": return tokens[safe: index - 2]?.key == "in" ? max(clause.lowerBound, index - 2)..<index + 1 : nil
    case "every": return next(1) == "single" ? index..<index + 2 : nil
    case "again":
      let isBack = index > clause.lowerBound && ["there", "back", "here", "over"].contains(tokens[index - 1].key)
      return isBack || next(1) == "and" && next(2) == "again" ? index..<index + 1 : nil
    case "this", "it's", "that's":
      let step = tokens[index].key == "this" ? 2 : 1
      guard tokens[index].key != "this" || next(1) == "is" || next(1) == "was" else { return nil }
      return next(step) == "the" && ordinals.contains(next(step + 1)) ? index..<index + step + 2 : nil
    case "in": return isMost(index + 1, tokens) ? index..<index + 4 : nil
    default: return nil
    }
  }

  /// "four of the last six"
  private static func isMost(_ index: Int, _ tokens: [Token]) -> Bool {
    guard let first = tokens[safe: index], first.kind == .number || WordLists.numberWords.contains(first.key) else {
      return false
    }
    return tokens[safe: index + 1]?.key == "of" && tokens[safe: index + 2]?.key == "the"
      && tokens[safe: index + 3]?.key == "last"
  }

  private static let surely: Set<WordKey> = [
    "recurring", "recurs", "recur", "repeatedly", "reoccurs", "reappears", "relapse", "repetition", "relapses",
    "resurfaces",
    "recurrence", "reoccurring",
  ]
  private static let ordinals: Set<WordKey> = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "another", "yet",
  ]
  static let troubles: Set<WordKey> = [
    "problem", "issue", "issues", "outage", "incident", "breach", "failure", "fail", "failed", "fails", "error", "bug",
    "complaint", "crash", "break", "breaks", "broke", "broken", "lost", "lose", "loses", "late", "miss", "missed",
    "misses",
    "delay", "conflict", "fight", "argue", "argument", "mistake", "fault", "wrong", "leak", "flood", "accident",
    "injury",
    "cancel", "cancelled", "run", "shortage", "out", "trouble", "fire", "quarrel", "short", "quit", "leave", "left",
    "theft", "stolen", "infection", "outbreak", "sick", "disease", "pest", "stuck", "slow", "down", "defect", "recall",
    "skip", "skipped", "behind", "slip", "slipped", "waste", "spoil", "spoiled", "dies", "died", "dead", "rot", "weeds",
    "jam", "jams", "overrun", "overspend", "deficit", "burst", "empty", "queue", "queues", "block", "blocked",
  ]

  private static func doubt(_ clause: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    for index in clause where tokens[index].kind == .word {
      let key = tokens[index].key
      let next = tokens[safe: index + 1]?.key
      // "maybe 60 hours" hedges a figure, "no wonder" is none.
      if key == "maybe" || key == "perhaps" || key == "possibly" || key == "probably" {
        let next = tokens[safe: index + 1]
        if next?.kind == .number || next.map({ WordLists.numberWords.contains($0.key) || $0.key == "they" }) == true {
          continue
        }
        return index..<index + 1
      }
      if key == "wonder", ["no", "small"].contains(tokens[safe: index - 1]?.key ?? "") { continue }
      if doubts.contains(key) { return index..<index + 1 }
      if let cue = hedge(at: index, in: clause, tokens) { return cue }
      if key == "don't" || key == "not" || key == "no" || key == "nobody" || key == "dont" || key == "can't"
        || key == "cannot" || key == "even",
        let next, unknowns.contains(next)
      {
        return index..<index + 2
      }
      if key == "conflicting", let next, ["data", "reports", "numbers", "opinions", "advice", "signals"].contains(next)
      {
        return index..<index + 2
      }
    }
    return nil
  }

  /// "it might be the timetable", "I believe that …", "has never been asked", "no one has measured it", "could be right".
  private static func hedge(at index: Int, in clause: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    let key = tokens[index].key
    func next(_ step: Int) -> WordKey { tokens[safe: index + step]?.key ?? WordKey(hash: 0) }
    let isOwn = index > clause.lowerBound && ["i", "we"].contains(tokens[index - 1].key)
    switch key {
    case "might": return ["be", "have", "also", "just"].contains(next(1)) ? index..<index + 2 : nil
    case "could":
      return next(1) == "be" && ["right", "wrong", "the", "that", "because", "a"].contains(next(2))
        ? index..<index + 2 : nil
    case "assume", "believe", "suppose", "presume", "reckon", "suspect":
      return isOwn ? index..<index + 1 : nil
    case "think": return isOwn && next(1) != "about" && next(1) != "of" ? index..<index + 1 : nil
    case "thinking": return clause.contains(index - 1) && tokens[index - 1].key == "help" ? index..<index + 1 : nil
    case "believes", "thinks": return next(1) == "it" && ["might", "could"].contains(next(2)) ? index..<index + 1 : nil
    case "measured", "counted", "asked", "checked", "tested", "verified", "looked", "tracked", "calculated":
      let before = tokens[max(clause.lowerBound, index - 4)..<index].map(\.key)
      let isNobody =
        before.contains { ["nobody", "never", "no-one", "none"].contains($0) }
        || zip(before, before.dropFirst()).contains { $0 == "no" && $1 == "one" }
      return isNobody && (before.contains { ["has", "have", "ever", "been"].contains($0) }) ? index..<index + 1 : nil
    case "figures", "numbers", "data", "proof", "evidence":
      let before = tokens[max(clause.lowerBound, index - 3)..<index].map(\.key)
      return before.contains { ["no", "haven't", "without", "don't", "lack"].contains($0) } ? index..<index + 1 : nil
    case "way": return next(1) == "of" && ["knowing", "telling"].contains(next(2)) ? index..<index + 3 : nil
    default: return nil
    }
  }

  private static let doubts: Set<WordKey> = [
    "unclear", "unsure", "theory", "theories", "hypothesis", "hypotheses", "guess", "guesses", "guessing",
    "puzzling",
    "mystery", "baffled", "unknown", "suspect", "wonder", "uncertain",
  ]
  private static let unknowns: Set<WordKey> = [
    "know", "knows", "sure", "certain", "clear", "explain", "idea", "see", "tell", "agree", "understand", "obvious",
  ]

  /// "the mood is sour", "they hate it", "I can't go on like this"; "people who are tired" and "made them angry" name no
  /// feeling of their own.
  private static func emotion(_ clause: Range<Int>, _ number: Int, _ reading: Reading) -> Int? {
    let sentence = reading.document.sentences[number]
    let tokens = reading.document.tokens[sentence.field]
    for statement in reading.statements[number] where clause.contains(statement.main) && statement.opener != "who" {
      let verb = AttemptHistory.lemma(tokens[statement.main].key)
      if feelingVerbs.contains(verb), !statement.isPassive, verb != "dread" || statement.hasOwnSubject {
        return statement.main
      }
      let words = statement.complement.prefix(6)
      let isState =
        states.contains(verb) || ["is", "are", "am", "was", "were"].contains(tokens[statement.main].key)
        || [.auxiliary, .pronoun].contains(reading.classes[sentence.field][statement.group.lowerBound])
      if isState || feelings.contains(tokens[statement.main].key),
        let cue = ([statement.main] + words).first(where: { feelings.contains(tokens[$0].key) })
      {
        // "I'm afraid" excuses, "is afraid that" tells a concern.
        if tokens[cue].key == "afraid", ["i'm", "im"].contains(tokens[max(cue - 1, 0)].key) { continue }
        return cue
      }
      if verb == "feel" || verb == "felt",
        ["like", "that", "as"].contains(tokens[safe: statement.group.upperBound]?.key ?? "")
      {
        return statement.main
      }
      if ["go", "take", "bear", "stand"].contains(verb), statement.isNegated, statement.modal != nil,
        statement.complement.contains(where: { ["longer", "more", "like", "anymore"].contains(tokens[$0].key) })
          || tokens[safe: statement.group.upperBound]?.key == "on"
      {
        return statement.main
      }
      if verb == "give", tokens[safe: statement.group.upperBound]?.key == "up",
        statement.group.contains(where: { ["close", "ready", "about"].contains(tokens[$0].key) })
      {
        return statement.main
      }
      if verb == "sleep", statement.isNegated { return statement.main }
    }
    guard reading.statements(field: sentence.field, in: clause).isEmpty else {
      return closeTo(clause, tokens)
    }
    // "Crew sick of it.", "Everybody furious."
    return clause.first { index in
      tokens[index].key == "sick" && tokens[safe: index + 1]?.key == "of"
        || index > clause.lowerBound && moods.contains(tokens[index].key)
    }
  }

  /// "am close to giving up", "at the end of my tether", "had enough".
  private static func closeTo(_ clause: Range<Int>, _ tokens: [Token]) -> Int? {
    clause.first { index in
      let next = tokens[safe: index + 1]?.key
      switch tokens[index].key {
      case "giving": return next == "up" && tokens[safe: index - 1]?.key == "to"
      case "sick": return next == "of"
      case "fed": return next == "up"
      case "enough": return tokens[safe: index - 1]?.key == "had" && tokens[safe: index + 1]?.kind != .word
      default: return false
      }
    }
  }

  /// The statement that tells the feeling, within its clause.
  private static func told(by cue: Int, in clause: Range<Int>, _ number: Int, _ reading: Reading) -> Span? {
    let sentence = reading.document.sentences[number]
    let statement = reading.statements[number].last { $0.range.contains(cue) && $0.isMain }
    let range = (statement?.range ?? clause).clamped(to: clause)
    return Clip.clause(
      range.contains(cue) ? range : clause, around: cue..<cue + 1, field: sentence.field, in: reading.document)
  }

  private static let feelings: Set<WordKey> = WordBook.words("feelings")
  private static let feelingVerbs: Set<WordKey> = WordBook.words("feeling_verbs")
  private static let states: Set<WordKey> = [
    "be", "feel", "become", "get", "seem", "look", "remain", "stay", "leave", "grow", "turn", "run",
  ]
  private static let moods: Set<WordKey> = [
    "furious", "exhausted", "frustrated", "demoralised", "demoralized", "desperate", "fed-up", "disappointed",
    "unhappy",
    "stressed", "overwhelmed", "burnt-out", "worried",
  ]
}

extension Clip {
  /// The clause around a cue, as it can be quoted: cut at both sides if it is too long, the cue inside.
  static func clause(_ clause: Range<Int>, around cue: Range<Int>, field: Int, in document: Document) -> Span? {
    let tokens = document.tokens[field]
    let window = max(clause.lowerBound, cue.lowerBound - 30)..<min(clause.upperBound, cue.upperBound + 60)
    guard let trimmed = trimmed(window, field: field, in: document) else { return nil }
    var lower = trimmed.lowerBound
    // Forward from the clause's start if the cue fits in; else start as far ahead of the cue as half the room allows.
    let last = min(max(cue.upperBound - 1, trimmed.lowerBound), trimmed.upperBound - 1)
    if tokens[last].end - tokens[lower].start > limit {
      while lower < cue.lowerBound, tokens[last].end - tokens[lower].start > limit * 3 / 4 || tokens[lower].isGlued {
        lower += 1
      }
    }
    return span(lower..<trimmed.upperBound, field: field, in: document)
  }
}
