/// Cuts noun phrases out of a classified sentence: determiner, numbers, adjectives and nouns up to the last noun. A finite
/// automaton over word classes, as in S. Abney's chunks (1991); what hangs on behind (`of`, `with`) is a phrase of its own.
struct Chunker {
  let tokens: [Token]
  let classes: [WordClass]

  func chunks(in range: Range<Int>) -> [Reading.Chunk] {
    var result: [Reading.Chunk] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let chunk = chunk(at: index, limit: range.upperBound) {
        result.append(chunk)
        index = chunk.range.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func chunk(at start: Int, limit: Int) -> Reading.Chunk? {
    guard classes[start] != .mark else { return nil }
    var index = start
    var coreStart = start
    var hasDeterminer = false
    if classes[index] == .determiner || classes[index] == .possessive {
      hasDeterminer = true
      index = skipBreak(index + 1, limit)
      // "all the pupils", "half of" is left to the caller
      if index < limit, classes[index] == .determiner || classes[index] == .possessive {
        index = skipBreak(index + 1, limit)
      }
      coreStart = index
    }
    var lastNoun: Int?
    var lastAdjective: Int?
    var length = 0
    scan: while index < limit, length < 9 {
      switch classes[index] {
      case .noun, .properNoun:
        if tokens[index].isGlued, let previous = tokens[safe: index - 1], previous.kind == .number { break scan }
        if tokens[index].key == "percent" || tokens[index].key == "cent" { break scan }
        lastNoun = index
      case .adjective:
        // "two nurses last spring": a new phrase.
        guard lastNoun == nil || !["last", "next", "past"].contains(tokens[index].key) else { break scan }
        lastAdjective = index
      case .number:
        guard lastNoun == nil || lastNoun == index - 1 && tokens[index].kind == .number else { break scan }
      case .adverb:
        // "the most experienced ones", "a nearly full tank"
        guard lastNoun == nil, hasDeterminer || lastAdjective != nil, index + 1 < limit,
          classes[index + 1] == .adjective || classes[index + 1] == .noun
        else { break scan }
      case .mark:
        // "R&D", "client/server", "A/B", quotation marks inside are not worth it
        guard let noun = lastNoun, noun == index - 1, tokens[index].isGlued, index + 1 < limit,
          tokens[index + 1].isGlued, classes[index + 1].isNominal,
          tokens[index].key == "/" || tokens[index].key == "&"
        else {
          // "the teachers' union"
          if let noun = lastNoun, noun == index - 1, tokens[index].isGlued, index + 1 < limit,
            !tokens[index + 1].isGlued,
            tokens[index].key == "'" || tokens[index].key == "’",
            classes[index + 1].isNominal || classes[index + 1] == .adjective
          {
            index += 1
            continue scan
          }
          if tokens[index].kind == .lineBreak, index + 1 < limit {
            index += 1
            continue scan
          }
          break scan
        }
      default: break scan
      }
      length += 1
      index += 1
    }
    guard let head = lastNoun ?? (isHeadless(start) && isEnd(index, limit) ? lastAdjective : nil), head >= coreStart
    else {
      return nil
    }
    guard !isTime(head, from: coreStart), tokens[head].end - tokens[head].start > 1 else { return nil }
    // "two", "50" alone name nothing; a number in front belongs to the phrase only behind a determiner
    var core = coreStart
    while core < head, classes[core] == .number || tokens[core].kind == .lineBreak { core += 1 }
    return Reading.Chunk(range: start..<head + 1, core: core..<head + 1, head: head)
  }

  /// "two weeks", "a long time" name no thing; "response time", "waiting times" and "a tasting day" do.
  private func isTime(_ head: Int, from start: Int) -> Bool {
    let key = tokens[head].key
    guard WordLists.timeNouns.contains(key) else { return false }
    guard ["time", "times", "ways", "day", "days", "evening", "evenings"].contains(key), head > start else {
      return true
    }
    return !classes[head - 1].isNominal && !(Verbs.entry(tokens[head - 1].key)?.form == .gerund)
  }

  /// "the poor", "our oldest": an adjective may stand for a noun behind an article or a possessive.
  private func isHeadless(_ start: Int) -> Bool {
    classes[start] == .possessive || tokens[start].key == "the"
  }

  private func skipBreak(_ index: Int, _ limit: Int) -> Int {
    index < limit && tokens[index].kind == .lineBreak ? index + 1 : index
  }

  private func isEnd(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return true }
    switch classes[index] {
    case .mark, .preposition, .conjunction, .auxiliary, .modal, .verb: return true
    default: return false
    }
  }
}
