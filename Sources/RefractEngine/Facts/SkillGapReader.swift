/// A thing that people here cannot do, and what they can do well.
package struct SkillGap: Sendable {
  /// What is lacking: "React experience".
  package var skill: Span
  package var span: Span
}

/// Reads what nobody here can do, or only one.
enum SkillGapReader {
  /// The missing skill of a clause; nil if it tells of none.
  static func read(_ clause: Range<Int>, _ field: Int, _ reading: Reading) -> SkillGap? {
    let document = reading.document
    let tokens = document.tokens[field]
    for index in clause where tokens[index].kind == .word {
      let key = tokens[index].key
      if skillNouns.contains(key), let chunk = reading.chunk(field: field, at: index), chunk.range.contains(index) {
        let lower = max(clause.lowerBound, chunk.range.lowerBound - 3)
        let before = tokens[lower..<index].map(\.key)
        // "I don't know whether football training has moved"
        let isAsked = before.contains { ["whether", "if", "when", "how"].contains($0) }
        if !isAsked, before.contains(where: { lacks.contains($0) }) {
          return gap(chunk.core, index, clause, field, document)
        }
      }
      if key == "never", let verb = tokens[safe: index + 1],
        ["done", "used", "run", "built", "managed", "led", "had", "taught", "written", "worked"].contains(verb.key)
      {
        return gap(index + 2..<min(index + 7, clause.upperBound), index, clause, field, document)
      }
      if key == "weak", let next = tokens[safe: index + 1], ["in", "at", "on"].contains(next.key) {
        return gap(index + 2..<min(index + 6, clause.upperBound), index, clause, field, document)
      }
      if let skill = onlyOne(at: index, in: clause, tokens) {
        return gap(skill, index, clause, field, document)
      }
      if key == "nobody" || key == "none" || key == "no-one" || key == "neither"
        || key == "no" && tokens[safe: index + 1]?.key == "one",
        index + 2 < clause.upperBound
      {
        let run = tokens[index + 1..<min(index + 9, clause.upperBound)].map(\.key)
        if let place = run.firstIndex(where: { skillVerbs.contains($0) }),
          place + 1 < run.count,
          isAble(tokens, index + 1 + place),
          run[place] != "is" || run.contains(where: { experts.contains($0) }),
          run[place] != "can" || run.contains("read") || run.contains("use") || run.contains("repair")
            || run.contains("drive") || run.contains("operate"),
          run[place] != "has" && run[place] != "have" || run.contains("ever") || run.contains("learned")
            || run.contains("learnt")
        {
          return gap(index + 2 + place..<clause.upperBound, index, clause, field, document)
        }
      }
    }
    return nil
  }

  /// "nobody knows who it is" and "nobody reads these" tell of no skill; "nobody reads drawings" does.
  private static func isAble(_ tokens: [Token], _ verb: Int) -> Bool {
    guard let next = tokens[safe: verb + 1] else { return false }
    switch tokens[verb].key {
    case "knows", "know", "understands", "understand": return !unskilled.contains(next.key)
    case "reads":
      return tokens[verb + 1..<min(verb + 6, tokens.count)].contains { $0.isCapitalised || readings.contains($0.key) }
    default: return true
    }
  }

  private static let unskilled: Set<WordKey> = [
    "who", "what", "why", "where", "when", "whether", "which", "if", "that", "it", "them", "this", "us", "me", "him",
    "her", "these", "exactly", "yet",
  ]
  private static let readings: Set<WordKey> = [
    "drawings", "plans", "music", "code", "notes", "scores", "maps", "x-rays",
  ]

  private static let skillVerbs: Set<WordKey> = [
    "knows", "is", "understands", "can", "speaks", "speak", "reads", "know", "has", "have", "understand", "masters",
  ]

  /// "only Sepp can tension them", "the only person who understood them has left", "only one of us speaks Polish".
  private static func onlyOne(at index: Int, in clause: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    guard tokens[index].key == "only" else { return nil }
    func key(_ place: Int) -> WordKey { tokens[safe: place]?.key ?? WordKey(hash: 0) }
    let isPerson = ["one", "person", "man", "woman", "colleague", "employee"].contains(key(index + 1))
    let isWho = isPerson && ["who", "that", "able"].contains(key(index + 2))
    let isName =
      tokens[safe: index + 1].map { $0.isCapitalised && $0.kind == .word } ?? false
      || ["he", "she", "one", "i"].contains(key(index + 1))
    for place in index + 2..<min(index + 7, max(clause.upperBound, index + 2)) {
      let word = key(place)
      if isWho, ["knows", "knew", "understands", "understood", "can", "could", "speaks"].contains(word) {
        return place + 1..<clause.upperBound
      }
      if isName, ["knows", "understands", "speaks"].contains(word) || word == "can" && place <= index + 4 {
        return place + 1..<clause.upperBound
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
