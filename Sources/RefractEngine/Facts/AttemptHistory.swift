/// Steps told as history: "we bought a second filler and raised safety stock by 20%, but …".
struct AttemptHistory {
  let reading: Reading
  let sections: [Section]

  func drafts(in number: Int) -> [AttemptDraft] {
    let document = reading.document
    let sentence = document.sentences[number]
    let field = sentence.field
    let tokens = document.tokens[field]
    guard tokens[sentence.tokens.upperBound - 1].key != "?" else { return [] }
    var result: [AttemptDraft] = []
    var clause = 0
    var ownSubject = false
    var barred = false
    for index in sentence.tokens {
      while clause + 1 < sentence.clauses.count, index >= sentence.clauses[clause + 1].lowerBound { clause += 1 }
      let token = tokens[index]
      guard token.kind == .word else {
        if token.key == ";" { barred = false }
        continue
      }
      if Self.bars.contains(token.key) { barred = true }
      if Self.owners.contains(token.key) {
        ownSubject = true
        barred = false
      } else if reading.classes[field][index] == .pronoun, Self.others.contains(token.key) {
        ownSubject = false
      } else if isActingPhrase(index, field: field) {
        ownSubject = true
        barred = false
      } else if isForeignSubject(index, field: field) {
        ownSubject = false
      }
      guard Self.deeds.contains(token.key), !barred, reading.clauses[number][clause].stance != .hypothetical,
        !reading.clauses[number][clause].negates(index..<index + 1)
      else { continue }
      let isStart = index == sentence.tokens.lowerBound && token.isCapitalised
      guard ownSubject || isStart, isFinitePast(index, field: field, from: sentence.tokens.lowerBound) else { continue }
      if isStart { ownSubject = true }
      guard let label = label(from: index, to: sentence.tokens.upperBound, field: field) else { continue }
      result.append(AttemptDraft(field: field, label: label, strength: .weak))
    }
    guard !result.isEmpty else { return [] }
    let outcome = outcome(after: result, sentence: number)
    guard outcome != nil || result.count >= 2 || hasHistoryCue(number) else { return [] }
    if let outcome, let last = result.indices.last { result[last].outcome = outcome }
    return result
  }

  /// "have added", "added", "then also added"; not "to be added", "was added", "people hired by".
  private func isFinitePast(_ index: Int, field: Int, from lower: Int) -> Bool {
    var before = reading.before(field: field, index)
    while before >= lower {
      let key = reading.document.tokens[field][before].key
      if WordLists.adverbs.contains(key) || Self.perfect.contains(key) {
        before = reading.before(field: field, before)
        continue
      }
      if key == "to" || key == "be" || key == "been" || WordLists.modals.contains(key) { return false }
      if WordLists.auxiliaries.contains(key) || WordLists.articles.contains(key) || WordLists.possessives.contains(key)
      {
        return false
      }
      return true
    }
    return true
  }

  private static let perfect: Set<WordKey> = ["have", "has", "had", "we've", "i've"]

  /// A group that acts ("the team", "management") right before a verb.
  private func isActingPhrase(_ index: Int, field: Int) -> Bool {
    guard let chunk = reading.chunk(field: field, at: index), chunk.head == index else { return false }
    let head = reading.document.tokens[field][index]
    guard Self.groups.contains(head.key) else { return false }
    let next = reading.next(field: field, index + 1)
    guard let kind = reading.classes[field][safe: next] else { return false }
    return kind == .verb || kind == .auxiliary || kind == .adverb
  }

  private func isForeignSubject(_ index: Int, field: Int) -> Bool {
    guard let chunk = reading.chunk(field: field, at: index), chunk.head == index else { return false }
    let next = reading.next(field: field, index + 1)
    guard let kind = reading.classes[field][safe: next] else { return false }
    return kind == .verb || kind == .auxiliary || kind == .modal
  }

  private func label(from start: Int, to limit: Int, field: Int) -> Range<Int>? {
    let tokens = reading.document.tokens[field]
    var index = start + 1
    var words = 1
    scan: while index < limit, words < 14 {
      let token = tokens[index]
      if token.kind == .punctuation || AttemptItem.arrows.contains(token.key) {
        if token.key == "(" || token.key == "," || !["\"", "“", "”", "'", "‘", "’"].contains(token.key) { break scan }
      }
      if token.kind == .word {
        if Self.ends.contains(token.key), !(token.key == "that" && words <= 1) { break scan }
        if token.key == "and" || token.key == "then" {
          let next = reading.next(field: field, index + 1)
          guard let kind = reading.classes[field][safe: next], next < limit else { break scan }
          if kind == .verb || kind == .pronoun || kind == .auxiliary || kind == .adverb
            || Verbs.entry(tokens[next].key)?.form == .past
          {
            break scan
          }
          if let chunk = reading.chunk(field: field, at: next), chunk.range.upperBound < limit,
            [.verb, .auxiliary, .modal].contains(
              reading.classes[field][reading.next(field: field, chunk.range.upperBound)])
          {
            break scan
          }
        }
        words += 1
      }
      index += 1
    }
    guard words >= 2, let label = Clip.trimmed(start..<index, field: field, in: reading.document), label.count >= 2
    else {
      return nil
    }
    // An object has to follow, perhaps behind a particle: "launched in the store" is no deed of interest.
    let next = reading.next(field: field, start + 1)
    if reading.classes[field][next] == .preposition {
      let particles = Self.travels.contains(tokens[start].key) ? Self.directions : Self.particles
      guard particles.contains(tokens[next].key), reading.chunk(field: field, at: next + 1) != nil else {
        return nil
      }
    }
    return label
  }

  private static let particles: Set<WordKey> = ["out", "up", "over", "off", "down"]
  private static let travels: Set<WordKey> = [
    "moved", "switched", "migrated", "changed", "rolled", "upgraded", "brought",
  ]
  private static let directions: Set<WordKey> = ["to", "from", "out", "over", "in", "back"]

  private static let ends: Set<WordKey> = [
    "which", "who", "that", "because", "so", "but", "since", "when", "after", "while", "although", "though", "where",
    "before", "until", "however", "yet", "whereas", "if",
  ]

  /// What is said of the steps: the rest of the sentence, or one of the two that follow in the paragraph.
  private func outcome(after drafts: [AttemptDraft], sentence number: Int) -> Range<Int>? {
    let document = reading.document
    guard let last = drafts.last else { return nil }
    let sentence = document.sentences[number]
    let tokens = document.tokens[last.field]
    let rest = last.label.upperBound..<max(last.label.upperBound, sentence.tokens.upperBound)
    if let first = rest.first(where: { tokens[$0].kind == .word }), !Self.purposes.contains(tokens[first].key),
      AttemptVerdict.tells(rest, field: last.field, in: document)
    {
      return Clip.trimmed(rest, field: last.field, in: document)
    }
    // The last of the next three that tells: people report what was hoped, then what came.
    var found: Range<Int>?
    for next in number + 1..<number + 4 {
      guard let line = document.sentences[safe: next], line.field == sentence.field,
        line.paragraph == sentence.paragraph
      else { break }
      let tellsOfDeed = reading.tokens(line).contains { Self.deeds.contains($0.key) }
      if tellsOfDeed, found != nil || next > number + 1 { break }
      if AttemptVerdict.tells(line.tokens, field: last.field, in: document) { found = line.tokens }
    }
    return found.flatMap { Clip.trimmed($0, field: last.field, in: document) }
  }

  private static let purposes: Set<WordKey> = ["because", "since", "to", "as", "for", "when", "that", "who"]

  private func hasHistoryCue(_ number: Int) -> Bool {
    reading.tokens(reading.document.sentences[number]).contains { Self.historyCues.contains($0.key) }
  }

  private static let historyCues: Set<WordKey> = [
    "already", "last", "ago", "since", "also", "then", "first", "even", "later", "recently", "twice", "again",
  ]

  private static let bars: Set<WordKey> = ["if", "who", "which", "whose", "where"]
  private static let owners: Set<WordKey> = ["we", "i", "we've", "i've", "they"]
  private static let others: Set<WordKey> = ["he", "she", "it", "you", "nobody", "someone", "somebody", "everyone"]

  static let groups: Set<WordKey> = [
    "team", "company", "college", "school", "management", "board", "council", "city", "owner", "owners", "founder",
    "founders", "volunteers", "committee", "manager", "managers", "director", "hospital", "clinic", "university",
    "club",
    "association", "headteacher", "principal", "ceo", "cto", "leadership", "department", "office", "shop", "farm",
    "parish",
    "library", "museum", "cooperative", "co-op", "ministry", "agency", "vendor", "operator", "operators", "staff",
    "teachers", "trustees", "coach", "landlord", "boss", "administration", "colleague", "colleagues", "engineers",
  ]

  /// Past forms that tell of a measure taken.
  private static let deeds: Set<WordKey> = [
    "added", "bought", "hired", "raised", "introduced", "rolled", "switched", "moved", "launched", "retrained",
    "trained", "sent", "set", "cut", "installed", "built", "founded", "rewrote", "reorganised", "reorganized",
    "restructured", "migrated", "replaced", "upgraded", "increased", "reduced", "lowered", "doubled", "halved",
    "extended", "shortened", "redesigned", "piloted", "asked", "organised", "organized", "held", "appointed", "closed",
    "painted", "printed", "published", "polished", "outsourced", "invested", "automated", "expanded", "removed",
    "dropped", "scrapped", "banned", "limited", "rewarded", "gave", "created", "started", "opened", "offered", "ran",
    "wrote", "changed", "planted", "sprayed", "brought", "simplified", "standardised", "standardized",
    "paid", "rearranged", "rotated", "recruited", "advertised", "emailed", "e-mailed", "rented", "borrowed", "swapped",
    "tightened", "loosened", "tuned", "parallelised", "parallelized", "refactored", "split", "merged", "repaired",
    "adjusted", "rescheduled", "formed", "established", "distributed", "rebranded", "discounted", "tripled", "widened",
    "weighted", "reported", "surveyed", "interviewed", "rebuilt", "reworked", "centralised", "centralized", "imposed",
    "enforced", "insulated", "promoted", "posted", "revised", "updated", "relabelled", "relabeled", "reminded", "fined",
    "contracted", "subsidised", "subsidized", "waived", "fixed", "patched", "coached", "tutored", "mentored",
    "rehearsed",
  ]
}
