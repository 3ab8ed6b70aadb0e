/// Explanations told by the shape of the sentence: "the real reason is that …", "what makes it worse: …", "cold nights mean
/// that …", "that is why …", "the more …, the longer …", "it has to do with …", "…, as the form asks for …".
struct CauseFrames {
  let reading: Reading
  let number: Int

  private var document: Document { reading.document }
  private var sentence: Document.Sentence { document.sentences[number] }
  private var tokens: [Token] { document.tokens[sentence.field] }
  private var range: Range<Int> { sentence.tokens }

  func claims() -> [CausalClaim] {
    guard range.count >= 4, tokens[range.upperBound - 1].key != "?" else { return [] }
    let frames = [
      named, correlated, fronted, backward, worsening, passive, meaning, concerned, blamed, reported, stated,
    ]
    for frame in frames {
      let found = frame()
      if !found.isEmpty { return found }
    }
    return []
  }

  private func key(_ index: Int) -> WordKey {
    range.contains(index) ? tokens[index].key : WordKey(hash: 0)
  }

  /// Nothing if no words of content are left of the cause.
  private func claim(_ cause: Range<Int>, _ effect: Range<Int>?, isHedged: Bool = false) -> [CausalClaim] {
    guard let why = Clip.span(upToMark(cause), field: sentence.field, in: document), why.end - why.start >= 3 else {
      return []
    }
    let what = effect.flatMap { $0.isEmpty ? nil : Clip.span($0, field: sentence.field, in: document) } ?? why
    return [
      CausalClaim(
        cause: why, effect: what, isHedged: isHedged,
        span: Span(field: sentence.field, start: min(why.start, what.start), end: max(why.end, what.end)))
    ]
  }

  /// A cause ends at a strong mark, at a contrast, or where somebody is named who says so.
  private func upToMark(_ cause: Range<Int>) -> Range<Int> {
    let end = cause.dropFirst().first { index in
      [";", "—", ".", "but", "although", "however", "whereas"].contains(tokens[index].key)
        || tokens[index].key == ","
          && ["and", "but", "so", "says", "said", "which", "not", "i", "they"].contains(key(index + 1))
    }
    return cause.lowerBound..<(end ?? cause.upperBound)
  }

  private func isThing(_ index: Int) -> Bool {
    guard let chunk = reading.chunk(field: sentence.field, at: index) else { return false }
    return chunk.range.lowerBound == index && reading.classes[sentence.field][index] != .pronoun
  }

  // MARK: "The real reason is that nobody reads it", "Our guess is that the filter clogs", "My theory: …"

  private func named() -> [CausalClaim] {
    guard let noun = range.prefix(9).first(where: { Self.namings.contains(tokens[$0].key) }),
      !range.prefix(noun - range.lowerBound).contains(where: {
        ["no", "not", "without", "any"].contains(tokens[$0].key)
      })
    else { return [] }
    let isGuess = Self.guesses.contains(tokens[noun].key)
    guard
      let joint = (noun + 1..<min(noun + 9, range.upperBound)).first(where: {
        tokens[$0].key == ":" || ["is", "was", "are"].contains(tokens[$0].key)
      })
    else { return [] }
    // "the reason for the delay is …" names its effect.
    let about = noun + 1..<joint
    let effect = ["for", "of"].contains(key(noun + 1)) && about.count >= 2 ? noun + 2..<joint : nil
    guard about.isEmpty || effect != nil else { return [] }
    var start = joint + 1
    while ["that", "probably", "simply", "perhaps", "mostly", "mainly", "always", "just"].contains(key(start)) {
      start += 1
    }
    if key(start) == "not" {
      // "The cause is not the pump, it is the pipe."
      guard
        let turn = (start..<range.upperBound).first(where: {
          [",", ";", "but"].contains(tokens[$0].key) && ["it", "it's", "the"].contains(key($0 + 1))
        })
      else { return [] }
      start = turn + 1
      if key(start) == "it's" { start += 1 } else if key(start) == "it", key(start + 1) == "is" { start += 2 }
    }
    guard start + 1 < range.upperBound, !Self.empties.contains(key(start)),
      tokens[start].kind == .word, !Self.adjectives.contains(key(start))
    else { return [] }
    return claim(start..<range.upperBound, effect, isHedged: isGuess || tokens[range.lowerBound].key == "i")
  }

  private static let namings: Set<WordKey> = [
    "reason", "cause", "culprit", "explanation", "guess", "theory", "hunch", "suspicion", "bottleneck", "root",
  ]
  private static let guesses: Set<WordKey> = ["guess", "theory", "hunch", "suspicion"]
  private static let empties: Set<WordKey> = [
    "what", "unknown", "unclear", "open", "to", "how", "when", "where", "who",
  ]
  private static let adjectives: Set<WordKey> = [
    "simple", "clear", "obvious", "known", "different", "often", "also", "still", "now", "always", "hard", "good",
  ]

  // MARK: "The more we advertise, the longer the waiting list gets"

  private func correlated() -> [CausalClaim] {
    let first = range.lowerBound
    guard key(first) == "the", isComparative(first + 1),
      let comma = range.first(where: { tokens[$0].key == "," }), key(comma + 1) == "the", isComparative(comma + 2)
    else { return [] }
    return claim(first..<comma, comma + 1..<range.upperBound)
  }

  private func isComparative(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    if ["more", "less", "fewer", "worse", "better"].contains(token.key) || AttemptSequel.changes.contains(token.key) {
      return true
    }
    let ending = Span(field: sentence.field, start: max(token.start, token.end - 2), end: token.end)
    return reading.classes[sentence.field][index] == .adjective && document.text(ending) == "er"
  }

  // MARK: "Due to the heat the rails buckle"

  private func fronted() -> [CausalClaim] {
    let first = range.lowerBound
    let isMarked =
      ["due", "owing", "thanks"].contains(key(first)) && key(first + 1) == "to"
      || key(first) == "because" && key(first + 1) == "of"
    guard isMarked, let phrase = reading.phrase(field: sentence.field, startingAt: first + 2, to: range.upperBound),
      phrase.upperBound + 1 < range.upperBound
    else { return [] }
    let statement = reading.statements[number].first { $0.main >= phrase.upperBound }
    let start = max(phrase.upperBound, statement?.subject?.lowerBound ?? phrase.upperBound)
    return claim(first + 2..<start, start..<range.upperBound)
  }

  // MARK: "That is why the shelves stay empty", "This leads to double bookings"

  private func backward() -> [CausalClaim] {
    let first = ["and", "but", "so"].contains(key(range.lowerBound)) ? range.lowerBound + 1 : range.lowerBound
    var start: Int?
    if ["that's", "thats"].contains(key(first)), key(first + 1) == "why" { start = first + 2 }
    if Self.pointers.contains(key(first)) {
      if key(first + 1) == "is", key(first + 2) == "why" { start = first + 3 }
      if ["leads", "led", "lead"].contains(key(first + 1)), key(first + 2) == "to" { start = first + 3 }
      if ["results", "resulted", "ends"].contains(key(first + 1)), key(first + 2) == "in" { start = first + 3 }
      if ["means", "meant"].contains(key(first + 1)) { start = key(first + 2) == "that" ? first + 3 : first + 2 }
    }
    guard let start, start + 1 < range.upperBound, let before = document.sentences[safe: number - 1],
      before.field == sentence.field, before.paragraph == sentence.paragraph, before.tokens.count >= 3,
      before.tokens.count <= 40, tokens[before.tokens.upperBound - 1].key != "?"
    else { return [] }
    return claim(before.tokens, start..<range.upperBound)
  }

  private static let pointers: Set<WordKey> = ["that", "this", "which", "it"]

  // MARK: "What makes it worse: the forms are in German only"

  private func worsening() -> [CausalClaim] {
    guard key(range.lowerBound) == "what", ["makes", "made"].contains(key(range.lowerBound + 1)),
      let worse = range.prefix(7).first(where: {
        ["worse", "harder", "slow", "slower", "difficult"].contains(tokens[$0].key)
      })
    else { return [] }
    var start = worse + 1
    while [":", "is", "was", "that", ","].contains(key(start)) { start += 1 }
    guard start > worse + 1, start + 1 < range.upperBound else { return [] }
    return claim(start..<range.upperBound, nil)
  }

  // MARK: "Half the errors are caused by worn gauges"

  private func passive() -> [CausalClaim] {
    for statement in reading.statements[number] where statement.isPassive && !statement.isNegated {
      guard ["cause", "explain", "drive", "trigger"].contains(AttemptHistory.lemma(tokens[statement.main].key)),
        key(statement.group.upperBound) == "by", let subject = statement.subject
      else { continue }
      return claim(
        statement.group.upperBound + 1..<range.upperBound, min(statement.start, subject.lowerBound)..<subject.upperBound
      )
    }
    // "stems" is taken for a noun.
    guard
      let stem = range.dropFirst().first(where: {
        ["stems", "stem", "stemmed", "originates"].contains(tokens[$0].key) && key($0 + 1) == "from"
      }),
      let effect = reading.phrase(field: sentence.field, endingBefore: stem, from: range.lowerBound)
        ?? Optional(range.lowerBound..<stem)
    else { return [] }
    return claim(stem + 2..<range.upperBound, effect)
  }

  // MARK: "Cold nights mean that the dough does not rise"

  private func meaning() -> [CausalClaim] {
    for statement in reading.statements[number]
    where statement.opener == nil && !statement.isNegated && !statement.isPassive && statement.modal == nil {
      guard AttemptHistory.lemma(tokens[statement.main].key) == "mean", let subject = statement.subject,
        statement.hasOwnSubject, isThing(subject.lowerBound), let first = statement.complement.first
      else { continue }
      // "More hens means a second coop" tells the price.
      let start = key(first) == "that" ? first + 1 : first
      guard reading.statements[number].contains(where: { $0.main > start && $0.main - start <= 8 && $0.hasOwnSubject })
      else { continue }
      return claim(statement.start..<statement.group.lowerBound, start..<range.upperBound)
    }
    return []
  }

  // MARK: "It probably has to do with the change of season", "Blame it on the exam weeks"

  private func concerned() -> [CausalClaim] {
    for index in range.dropFirst() where key(index) == "do" && key(index + 1) == "with" && key(index - 1) == "to" {
      guard
        ["has", "have", "had"].contains(key(index - 2))
          || ["something", "lot", "more", "much"].contains(key(index - 2)),
        !range.prefix(index - range.lowerBound).contains(where: {
          ["nothing", "not", "little", "doesn't"].contains(tokens[$0].key)
        })
      else { continue }
      return claim(index + 2..<range.upperBound, nil, isHedged: true)
    }
    return []
  }

  /// "Management blames the interns; the interns blame the scanner."
  private func blamed() -> [CausalClaim] {
    var result: [CausalClaim] = []
    for index in range where ["blame", "blames", "blamed"].contains(tokens[index].key) {
      var start = index + 1
      if ["it", "them", "this", "that"].contains(key(start)), key(start + 1) == "on" { start += 2 }
      guard !["to", "who", "on", "for"].contains(key(start)), key(index - 1) != "to", !isDenied(before: index),
        let phrase = reading.phrase(field: sentence.field, startingAt: start, to: range.upperBound)
      else { continue }
      result += claim(phrase, nil, isHedged: true)
    }
    return result
  }

  // MARK: "The foreman says it's the wood"

  private func reported() -> [CausalClaim] {
    var result: [CausalClaim] = []
    for index in range.dropFirst() {
      let isIt = tokens[index].key == "it's" || tokens[index].key == "it" && ["is", "was"].contains(key(index + 1))
      let before = key(index - 1) == "that" ? index - 2 : index - 1
      guard isIt, range.contains(before), Self.sayings.contains(tokens[before].key), !isDenied(before: before) else {
        continue
      }
      let start = tokens[index].key == "it's" ? index + 1 : index + 2
      guard ["the", "our", "my", "his", "her", "their"].contains(key(start)),
        let phrase = reading.phrase(field: sentence.field, startingAt: start, to: range.upperBound)
      else { continue }
      result += claim(phrase, nil, isHedged: true)
    }
    return result
  }

  /// "I don't believe that it is the fee"
  private func isDenied(before index: Int) -> Bool {
    (max(range.lowerBound, index - 4)..<index).contains {
      WordLists.negations.contains(tokens[$0].key) || ["don't", "doesn't", "can't", "cannot"].contains(tokens[$0].key)
    }
  }

  private static let sayings: Set<WordKey> = [
    "say", "says", "said", "think", "thinks", "believe", "believes", "suspect", "suspects", "guess", "swears",
    "insists",
    "claims", "bet", "sure", "convinced",
  ]

  // MARK: "Many give up, as the form asks for documents nobody has"

  private func stated() -> [CausalClaim] {
    for index in range.dropFirst(3) where tokens[index].key == "as" {
      guard key(index - 1) == ",",
        ![
          "soon", "long", "if", "though", "well", "usual", "always", "of", "i", "we", "a", "an", "such", "before",
          "said", "you", "with",
        ].contains(key(index + 1)),
        isThing(index + 1),
        let statement = reading.statements[number].first(where: { $0.main > index }), statement.main - index <= 9,
        statement.hasOwnSubject, statement.modal == nil || statement.isNegated,
        !["do", "does", "did"].contains(tokens[statement.main].key),
        !range.prefix(index - range.lowerBound).contains(where: {
          ["would", "could", "should"].contains(tokens[$0].key)
        }),
        !range.contains(where: { tokens[$0].key == "as" && $0 > index })
      else { continue }
      return claim(index + 1..<range.upperBound, range.lowerBound..<index - 1)
    }
    return []
  }
}
