/// Explanations without "because": "Reason: …", "it's the glue", "perhaps the new tablets", "A → B", "80% come from one
/// format", "which is no wonder: …".
struct CauseGuess {
  let reading: Reading
  let number: Int

  private var sentence: Document.Sentence { reading.document.sentences[number] }
  private var tokens: [Token] { reading.document.tokens[sentence.field] }

  func claims() -> [CausalClaim] {
    if let found = captioned() ?? wonder() { return [found] }
    let guesses = guessed()
    if !guesses.isEmpty { return guesses }
    return (origin() ?? arrow() ?? costs()).map { [$0] } ?? []
  }

  private func key(_ index: Int) -> WordKey {
    index < sentence.tokens.upperBound ? tokens[safe: index]?.key ?? WordKey(hash: 0) : WordKey(hash: 0)
  }

  private func claim(_ cause: Range<Int>, effect: Range<Int>?, hedged: Bool) -> CausalClaim? {
    let document = reading.document
    guard cause.lowerBound < cause.upperBound,
      let why = Clip.span(ending(cause), field: sentence.field, in: document)
    else { return nil }
    let what = effect.flatMap { $0.isEmpty ? nil : Clip.span($0, field: sentence.field, in: document) } ?? why
    return CausalClaim(
      cause: why, effect: what, isHedged: hedged,
      span: Span(field: sentence.field, start: min(why.start, what.start), end: max(why.end, what.end)))
  }

  /// Up to a strong mark or a further clause.
  private func ending(_ range: Range<Int>) -> Range<Int> {
    let end = range.first { index in
      index > range.lowerBound
        && ([";", "—", ".", "?", "but", "although"].contains(tokens[index].key)
          || tokens[index].key == ","
            && (["and", "nobody", "but", "so", "they", "it", "perhaps", "maybe", "possibly"].contains(key(index + 1))
              || ["says", "say", "said", "shows"].contains(key(index + 2))
              || ["says", "say", "said", "shows"].contains(key(index + 3))))
    }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  /// "Reason: split shifts", "Cause according to the drivers: …"; not "Cause unknown".
  private func captioned() -> CausalClaim? {
    let first = sentence.tokens.lowerBound
    let head = sentence.tokens.prefix(3).first { ["reason", "cause", "reasons", "causes"].contains(tokens[$0].key) }
    guard let head, head - first <= 2, let colon = sentence.tokens.prefix(9).first(where: { tokens[$0].key == ":" }),
      colon > head, !["given", "unknown"].contains(key(head + 1))
    else { return nil }
    return claim(colon + 1..<sentence.tokens.upperBound, effect: first..<colon, hedged: key(head + 1) == "according")
  }

  /// "…, which is no wonder: their work is opening invoices"
  private func wonder() -> CausalClaim? {
    guard
      let place = sentence.tokens.first(where: { index in
        tokens[index].key == "wonder" && ["no", "small"].contains(key(index - 1))
          || tokens[index].key == "surprise"
            && key(index - 1) == "no"
      }), key(place + 1) == ":" || key(place + 1) == ","
    else { return nil }
    return claim(place + 2..<sentence.tokens.upperBound, effect: sentence.tokens.lowerBound..<place - 1, hedged: false)
  }

  /// "maybe backups", "perhaps the new tablets", "possibly people have no room", "I wonder if it's just the reception", "comes down to"
  private func guessed() -> [CausalClaim] {
    let range = sentence.tokens
    var result: [CausalClaim] = []
    for index in range {
      let next = tokens[safe: index + 1]
      switch tokens[index].key {
      case "perhaps", "maybe", "possibly", "probably":
        guard let next, next.kind == .word, !Self.noCauses.contains(next.key),
          !WordLists.numberWords.contains(next.key), index == range.lowerBound || isOpen(index - 1)
        else { continue }
        if let found = claim(index + 1..<range.upperBound, effect: range.lowerBound..<index, hedged: true) {
          result.append(found)
        }
      case "if", "whether":
        guard ["wonder", "wondering"].contains(key(index - 1)) else { continue }
        if let found = claim(index + 1..<range.upperBound, effect: nil, hedged: true) { result.append(found) }
      case "down":
        guard key(index + 1) == "to", tokens[safe: index + 2]?.kind == .word,
          ["is", "are", "it's", "comes", "boils", "was"].contains(key(index - 1))
        else {
          continue
        }
        if let found = claim(index + 2..<range.upperBound, effect: range.lowerBound..<index - 1, hedged: false) {
          result.append(found)
        }
      default: continue
      }
    }
    return result
  }

  private func isOpen(_ index: Int) -> Bool {
    [",", ";", ":", "–", "-", "—", "(", "and", "or", "but"].contains(tokens[index].key)
  }

  /// "most complaints come from one street", "the delays stem from the lock"
  private func origin() -> CausalClaim? {
    for statement in reading.statements[number] where statement.hasOwnSubject && !statement.isNegated {
      // "I don't know whether the complaints come from all languages"
      if statement.opener == "whether" || statement.opener == "if" { continue }
      let verb = AttemptHistory.lemma(tokens[statement.main].key)
      let joint = key(statement.group.upperBound)
      let isOrigin =
        ["stem", "result", "arise"].contains(verb) && joint == "from"
        || verb == "come" && joint == "from" && statement.subject.map { isTrouble($0) } == true
      guard isOrigin, let subject = statement.subject else { continue }
      return claim(statement.group.upperBound + 1..<sentence.tokens.upperBound, effect: subject, hedged: false)
    }
    return nil
  }

  private func isTrouble(_ subject: Range<Int>) -> Bool {
    subject.contains {
      Self.troubles.contains(tokens[$0].key) || VoiceReader.troubles.contains(tokens[$0].key) || tokens[$0].key == "of"
    }
  }

  /// "agents are paid by time => they pass it on": two statements, the first of them no step of the author's.
  private func arrow() -> CausalClaim? {
    guard let place = sentence.tokens.first(where: { ["→", "->", "=>", "-->", "⇒"].contains(tokens[$0].key) }),
      place > sentence.tokens.lowerBound + 2, place + 2 < sentence.tokens.upperBound,
      // "12 -> 45" is a movement.
      tokens[place - 1].kind != .number || tokens[place + 1].kind != .number
    else { return nil }
    let front = reading.statements(field: sentence.field, in: sentence.tokens.lowerBound..<place)
    guard let first = front.first, first.hasOwnSubject, first.tense == .present, let subject = first.subject,
      !["we", "i"].contains(tokens[subject.lowerBound].key)
    else { return nil }
    return claim(
      sentence.tokens.lowerBound..<place, effect: place + 1..<sentence.tokens.upperBound, hedged: false)
  }

  /// "and that costs us the last hour", "which is why"
  private func costs() -> CausalClaim? {
    guard
      let place = sentence.tokens.dropFirst(3).first(where: { index in
        ["that's", "thats"].contains(tokens[index].key) && key(index + 1) == "why"
          || ["that", "which", "this"].contains(tokens[index].key) && key(index + 1) == "is" && key(index + 2) == "why"
      })
    else { return nil }
    var upper = place
    while upper > sentence.tokens.lowerBound, ["and", ","].contains(tokens[upper - 1].key) { upper -= 1 }
    let step = tokens[place].key == "that's" || tokens[place].key == "thats" ? 2 : 3
    return claim(
      sentence.tokens.lowerBound..<upper, effect: place + step..<sentence.tokens.upperBound, hedged: false)
  }

  private static let troubles = WordBook.words("bad_measures")
  private static let noCauses: Set<WordKey> = [
    "we", "i", "you", "should", "could", "even", "not", "more", "less", "a", "some", "there", "they", "it", "then",
    "you'll", "next", "later", "soon", "never", "one", "for",
  ]
}
