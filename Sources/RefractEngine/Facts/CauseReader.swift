/// The author's own explanations.
enum CauseReader {
  static let limit = 30

  static func read(_ reading: Reading) -> [CausalClaim] {
    let document = reading.document
    var result: [CausalClaim] = []
    for (number, sentence) in document.sentences.enumerated() where result.count < limit {
      let name = document.fields[sentence.field].name
      guard name == "problem" || name.hasPrefix("context") || name.hasPrefix("attempts") else { continue }
      let told = claims(sentence, number, reading)
      if !told.isEmpty {
        result += told
        continue
      }
      let framed = CauseFrames(reading: reading, number: number).claims()
      result += framed.isEmpty ? CauseGuess(reading: reading, number: number).claims() : framed
    }
    return result
  }

  private static func claims(_ sentence: Document.Sentence, _ number: Int, _ reading: Reading) -> [CausalClaim] {
    var result: [CausalClaim] = []
    let document = reading.document
    let tokens = document.tokens[sentence.field]
    let range = sentence.tokens
    for index in range where tokens[index].kind == .word || tokens[index].kind == .symbol {
      // A marker of two words may begin with the last word of a sentence that was cut for its length.
      guard let marker = marker(at: index, sentence, reading), marker.end <= range.upperBound else { continue }
      let behind = marker.end..<range.upperBound
      let front = range.lowerBound..<index
      let cause: Range<Int>
      let effect: Range<Int>
      if marker.causeFollows, index == range.lowerBound {
        // "Because A, B": the comma parts them.
        guard let comma = behind.first(where: { tokens[$0].key == "," }), comma > marker.end else { continue }
        (cause, effect) = (marker.end..<comma, comma + 1..<range.upperBound)
      } else if marker.causeFollows {
        (cause, effect) = (cut(behind, tokens), front)
      } else {
        (cause, effect) = (front, cut(behind, tokens))
      }
      // "This leads to": what it points to stands in the sentence before.
      if !marker.causeFollows, cause.count <= 2,
        cause.allSatisfy({
          WordLists.pronouns.contains(tokens[$0].key) || ["this", "that", "which", "and"].contains(tokens[$0].key)
        })
      {
        continue
      }
      guard cause.count >= 1, effect.count >= 2,
        let causeSpan = Clip.span(
          tail(cause, tokens, isFront: cause.lowerBound < effect.lowerBound), field: sentence.field, in: document),
        let effectSpan = Clip.span(
          tail(effect, tokens, isFront: effect.lowerBound < cause.lowerBound), field: sentence.field, in: document)
      else { continue }
      // "left nothing out because I was asked to": the author's reason for writing, not for the trouble.
      if cause.count > 28, !marker.causeFollows { continue }
      // "I don't think that they come because …" denies the cause.
      if marker.causeFollows, front.contains(where: { tokens[$0].key == "think" || tokens[$0].key == "believe" }),
        front.contains(where: { ["don't", "doesn't", "not", "never"].contains(tokens[$0].key) })
      {
        continue
      }
      let isHedged = reading.clauses[number].contains { clause in
        clause.stance != .asserted
          && (clause.range.contains(index) || clause.range.contains(cause.lowerBound)
            || clause.range.overlaps(effect))
      }
      // "eight ended because nobody was in, five because the part was missing"
      guard result.isEmpty || result.count < 4 && marker.causeFollows else { break }
      var found = CausalClaim(
        cause: causeSpan, effect: effectSpan, isHedged: isHedged,
        span: Span(
          field: sentence.field, start: min(causeSpan.start, effectSpan.start), end: max(causeSpan.end, effectSpan.end))
      )
      found.isSequel = tokens[index].key == "so" && !isTrouble(front, tokens)
      result.append(found)
    }
    return result
  }

  /// "every release breaks something, so I'd be at it again"
  private static func isTrouble(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.suffix(8).contains {
      ["breaks", "fails", "broke", "broken", "missing", "fault", "wrong"].contains(tokens[$0].key)
    }
  }

  private struct Marker {
    var end: Int
    var causeFollows: Bool
  }

  private static func marker(at index: Int, _ sentence: Document.Sentence, _ reading: Reading) -> Marker? {
    let tokens = reading.document.tokens[sentence.field]
    let key = tokens[index].key
    let next = tokens[safe: index + 1]?.key
    switch key {
    case "because":
      if next == "of" {
        return next == "of" && tokens[safe: index + 2]?.key == "that" ? nil : Marker(end: index + 2, causeFollows: true)
      }
      return Marker(end: index + 1, causeFollows: true)
    case "due": return next == "to" ? Marker(end: index + 2, causeFollows: true) : nil
    case "thanks": return next == "to" ? Marker(end: index + 2, causeFollows: true) : nil
    case "result":
      return next == "of" && tokens[safe: index - 1]?.key == "a" ? Marker(end: index + 2, causeFollows: true) : nil
    case "since":
      return isStanding(from: index + 1, reading, sentence) ? Marker(end: index + 1, causeFollows: true) : nil
    case "leads", "lead", "led":
      return next == "to" ? Marker(end: index + 2, causeFollows: false) : nil
    case "causes", "caused":
      return reading.classes[sentence.field][index] == .verb ? Marker(end: index + 1, causeFollows: false) : nil
    case "therefore", "hence", "consequently":
      return index > sentence.tokens.lowerBound ? Marker(end: index + 1, causeFollows: false) : nil
    case "which":
      return next == "means" || next == "makes" ? Marker(end: index + 2, causeFollows: false) : nil
    case "so":
      // ", so the depot waits"; not "so many", "so far", "so that" of purpose, "and so on".
      guard tokens[safe: index - 1]?.key == "," || next == "that" && tokens[safe: index - 1]?.key == ",",
        let next, !intensified.contains(next), isClause(from: index + 1, reading, sentence)
      else { return nil }
      return Marker(end: index + 1, causeFollows: false)
    default: return nil
    }
  }

  private static let intensified: Set<WordKey> = [
    "far", "many", "much", "few", "on", "long", "little", "called", "you",
  ]

  /// "since nobody may …", "since the lease is …": a state, not the date of an event.
  private static func isStanding(from start: Int, _ reading: Reading, _ sentence: Document.Sentence) -> Bool {
    guard isClause(from: start, reading, sentence) else { return false }
    let tokens = reading.document.tokens[sentence.field]
    return (start..<min(start + 8, sentence.tokens.upperBound)).contains {
      WordLists.negations.contains(tokens[$0].key) || WordLists.modals.contains(tokens[$0].key)
        || ["is", "are", "has", "have"].contains(tokens[$0].key)
    }
  }

  /// A subject and a finite verb within ten words, and no date in front.
  private static func isClause(from start: Int, _ reading: Reading, _ sentence: Document.Sentence) -> Bool {
    let limit = min(sentence.tokens.upperBound, start + 10)
    guard start < limit else { return false }
    let classes = reading.classes[sentence.field]
    if classes[start] == .date || classes[start] == .number { return false }
    let opensWithThing = reading.chunk(field: sentence.field, at: start) != nil || classes[start] == .pronoun
    return opensWithThing && (start + 1..<limit).contains { [.verb, .auxiliary, .modal].contains(classes[$0]) }
  }

  /// What follows a marker ends at a strong mark or a contrast.
  private static func cut(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    for index in range where index > range.lowerBound {
      // "…, and so on", "…, five because …": the next cause or what follows from it.
      let isNext =
        tokens[index].key == "," && tokens[safe: index + 1]?.key == "and"
        || tokens[index].key == ","
          && (index..<min(index + 6, range.upperBound)).contains { tokens[$0].key == "because" }
      // "…, says the caretaker", "…, at least in winter"
      let isAside = tokens[index].key == "," && ["says", "said", "at"].contains(tokens[safe: index + 1]?.key ?? "")
      if isNext || isAside || [";", "—", "but", "although", "however", "while"].contains(tokens[index].key) {
        return range.lowerBound..<index
      }
    }
    return range
  }

  /// Of a long front part only what stands behind its last strong mark is meant.
  private static func tail(_ range: Range<Int>, _ tokens: [Token], isFront: Bool) -> Range<Int> {
    guard isFront else { return range }
    var start = range.lowerBound
    for index in range where index > range.lowerBound && index + 3 < range.upperBound {
      // "until 20:00"
      if tokens[index].key == ":", tokens[index + 1].isGlued { continue }
      if [";", "—", ":", "but", "although", "though"].contains(tokens[index].key) { start = index + 1 }
    }
    return start..<range.upperBound
  }
}
