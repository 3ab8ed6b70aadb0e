/// Cuts "caching (5%), query optimization (8%), and indexing" into items.
struct AttemptRun {
  let reading: Reading
  let field: Int

  /// Items of a run between two places, outermost commas and the last "and" apart. Stops where a new statement begins.
  func items(in range: Range<Int>) -> (items: [Range<Int>], end: Int) {
    let tokens = reading.document.tokens[field]
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var isAside = false
    var index = range.lowerBound
    var end = range.upperBound
    func close(_ upper: Int) { if upper > start, !isAside { items.append(start..<upper) } }
    scan: while index < range.upperBound {
      let token = tokens[index]
      switch token.key {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case ",", ";":
        guard depth == 0 else { break }
        close(index)
        isAside = hangsOn(from: start, index + 1, range.upperBound)
        start = index + 1
        if startsStatement(at: index + 1, range.upperBound) {
          end = index
          start = range.upperBound
          break scan
        }
      case "and", "then", "&":
        guard depth == 0 else { break }
        if startsStatement(at: index + 1, range.upperBound) {
          close(index)
          end = index
          start = range.upperBound
          break scan
        }
        // "and" joins items if a comma stood before, or if both sides are short phrases of their own.
        if index > range.lowerBound, tokens[index - 1].key == "," || !items.isEmpty || isPair(range.lowerBound, index) {
          close(index)
          start = index + 1
        }
      case "but", "without", "yet", "however", "although", "though", "because", "with", "which":
        guard depth == 0, token.key != "with" || restTells(index, range.upperBound) else { break }
        guard token.key != "without" || restTells(index, range.upperBound) else { break }
        close(index)
        end = index
        start = range.upperBound
        break scan
      case ".", "!", "?", "—", "–", "→", "->", "=>":
        guard depth == 0 else { break }
        close(index)
        end = index
        start = range.upperBound
        break scan
      default: break
      }
      index += 1
    }
    close(range.upperBound)
    let cleaned = items.compactMap { Clip.trimmed($0, field: field, in: reading.document) }
    return (cleaned.filter { $0.contains { tokens[$0].kind == .word } && outside($0) <= 16 }, end)
  }

  /// "a wiki, started in 2021": a participle that belongs to the item before, unless that is itself a deed.
  private func hangsOn(from start: Int, _ place: Int, _ limit: Int) -> Bool {
    let tokens = reading.document.tokens[field]
    let next = reading.next(field: field, place)
    guard next + 1 < limit, start < place, let form = Verbs.entry(tokens[next].key)?.form,
      form == .past || form == .participle
    else { return false }
    let first = Verbs.entry(tokens[reading.next(field: field, start)].key)?.form
    return ["in", "by", "since", "for"].contains(tokens[next + 1].key) && first != .past && first != .gerund
      && first != .participle && reading.classes[field][start] != .pronoun
  }

  /// How many tokens of an item stand outside brackets.
  private func outside(_ range: Range<Int>) -> Int {
    let tokens = reading.document.tokens[field]
    var depth = 0
    var count = 0
    for index in range {
      if tokens[index].key == "(" || tokens[index].key == "[" { depth += 1 }
      if depth == 0 { count += 1 }
      if tokens[index].key == ")" || tokens[index].key == "]" { depth = max(0, depth - 1) }
    }
    return count
  }

  /// A pronoun or a noun phrase with a finite verb: what follows is said about the run, not part of it.
  private func startsStatement(at place: Int, _ limit: Int) -> Bool {
    let tokens = reading.document.tokens[field]
    let index = reading.next(field: field, place)
    guard index < limit else { return false }
    let key = tokens[index].key
    if Self.statementOpeners.contains(key) { return true }
    if reading.classes[field][index] == .pronoun { return true }
    if let chunk = reading.chunk(field: field, at: index), chunk.range.lowerBound == index {
      let behind = reading.next(field: field, chunk.range.upperBound)
      guard behind < limit else { return false }
      return reading.classes[field][behind] == .auxiliary || reading.classes[field][behind] == .modal
    }
    return false
  }

  private static let statementOpeners: Set<WordKey> = [
    "each", "none", "nothing", "all", "still", "neither", "no", "so", "yet", "every", "both", "nobody", "everything",
    "with", "what", "how", "why", "lasted",
  ]

  private func restTells(_ index: Int, _ limit: Int) -> Bool {
    let upper = min(limit, index + 6)
    let tokens = reading.document.tokens[field]
    return (index + 1..<max(upper, index + 1)).contains {
      Self.results.contains(tokens[$0].key) || Self.results.contains(tokens[$0].stem)
    }
  }

  private static let results: Set<WordKey> = [
    "diminishing", "effect", "success", "result", "results", "gain", "gains", "luck", "little", "improvement", "change",
    "lasting", "avail", "any", "return", "returns", "limited", "mixed", "change",
  ]

  /// Two noun phrases or gerunds joined by "and": "tutoring and tablets".
  private func isPair(_ lower: Int, _ and: Int) -> Bool {
    let first = reading.classes[field][reading.next(field: field, lower)]
    let second = reading.classes[field][safe: reading.next(field: field, and + 1)]
    return and - lower <= 10 && second != .verb && first != .pronoun
  }
}
