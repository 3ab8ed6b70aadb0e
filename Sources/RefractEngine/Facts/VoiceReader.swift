/// A thing that people here cannot do, and what they can do well.
package struct SkillGap: Sendable {
  /// What is lacking: "React experience".
  package var skill: Span
  package var span: Span
}

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
        if result.emotions.count < 20, let cue = clause.first(where: { feelings.contains(tokens[$0].key) }),
          !reading.clauses[number][place].negates(cue..<cue + 1),
          let span = Clip.clause(clause, around: cue..<cue + 1, field: sentence.field, in: document)
        {
          result.emotions.append(span)
        }
        if result.skillGaps.count < 20, let gap = skillGap(clause, sentence.field, reading) {
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
      if doubts.contains(key) { return index..<index + 1 }
      if key == "don't" || key == "not" || key == "no" || key == "nobody" || key == "dont" || key == "can't"
        || key == "cannot",
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

  private static let doubts: Set<WordKey> = [
    "unclear", "unsure", "theory", "theories", "hypothesis", "hypotheses", "maybe", "guess", "guesses", "guessing",
    "puzzling",
    "mystery", "baffled", "unknown", "suspect", "wonder", "uncertain",
  ]
  private static let unknowns: Set<WordKey> = [
    "know", "knows", "sure", "certain", "clear", "explain", "idea", "see", "tell", "agree", "understand", "obvious",
  ]

  private static let feelings: Set<WordKey> = [
    "frustrated", "frustrating", "exhausted", "burnout", "burned", "burnt", "morale", "defensive", "fear", "fears",
    "afraid",
    "scared", "angry", "furious", "appalled", "demoralised", "demoralized", "tired", "resentful", "resentment",
    "ashamed",
    "worried", "anxious", "anxiety", "stressed", "overwhelmed", "hopeless", "cynical", "bitter", "embarrassed",
    "desperate",
    "impatient", "annoyed", "upset", "tears", "dread", "dreads", "panic", "humiliated", "lonely", "fed",
  ]

  private static func skillGap(_ clause: Range<Int>, _ field: Int, _ reading: Reading) -> SkillGap? {
    let document = reading.document
    let tokens = document.tokens[field]
    for index in clause where tokens[index].kind == .word {
      let key = tokens[index].key
      if skillNouns.contains(key), let chunk = reading.chunk(field: field, at: index), chunk.range.contains(index) {
        let lower = max(clause.lowerBound, chunk.range.lowerBound - 3)
        let before = tokens[lower..<index].map(\.key)
        if before.contains(where: { lacks.contains($0) }) { return gap(chunk.core, index, clause, field, document) }
      }
      if key == "never", let verb = tokens[safe: index + 1],
        ["done", "used", "run", "built", "managed", "led", "had", "taught", "written", "worked"].contains(verb.key)
      {
        return gap(index + 2..<min(index + 7, clause.upperBound), index, clause, field, document)
      }
      if key == "weak", let next = tokens[safe: index + 1], ["in", "at", "on"].contains(next.key) {
        return gap(index + 2..<min(index + 6, clause.upperBound), index, clause, field, document)
      }
      if key == "nobody" || key == "none" || key == "no-one", index + 4 < clause.upperBound {
        let run = tokens[index + 1..<min(index + 9, clause.upperBound)].map(\.key)
        if let place = run.firstIndex(where: { ["knows", "is", "understands", "can", "speaks"].contains($0) }),
          place + 1 < run.count,
          run[place] != "is" || run.contains(where: { experts.contains($0) }),
          run[place] != "can" || run.contains("read") || run.contains("use")
        {
          return gap(index + 2 + place..<clause.upperBound, index, clause, field, document)
        }
      }
    }
    return nil
  }

  private static func gap(_ range: Range<Int>, _ cue: Int, _ clause: Range<Int>, _ field: Int, _ document: Document)
    -> SkillGap?
  {
    let end =
      range.first { [",", ";", ".", "(", "but", "and"].contains(document.tokens[field][$0].key) } ?? range.upperBound
    guard range.lowerBound < end, let skill = Clip.span(range.lowerBound..<end, field: field, in: document, limit: 60),
      let span = Clip.clause(clause, around: cue..<cue + 1, field: field, in: document)
    else { return nil }
    return SkillGap(skill: skill, span: span)
  }

  private static let skillNouns: Set<WordKey> = [
    "expertise", "experience", "skills", "skill", "knowledge", "background", "training", "know-how", "expert",
    "experts",
    "specialist", "specialists",
  ]
  private static let lacks: Set<WordKey> = [
    "no", "lack", "lacks", "without", "lacking", "little", "limited", "zero", "don't", "doesn't", "not",
  ]
  private static let experts: Set<WordKey> = [
    "expert", "strong", "trained", "qualified", "developer", "specialist", "good", "able", "fluent",
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
