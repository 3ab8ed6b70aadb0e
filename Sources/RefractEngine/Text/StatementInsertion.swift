/// Subjects that do not stand right before their verb: what is put in between ("software (CLO) was", "our customer, a
/// chain, refuses", "a sticker, which then stays, helped"), and gerunds with all that hangs on them ("bringing them in at
/// night worked").
struct StatementInsertion {
  let reading: Reading
  let sentence: Document.Sentence

  /// No insertion is longer.
  private static let reach = 12

  private var tokens: [Token] { reading.document.tokens[sentence.field] }
  private var classes: [WordClass] { reading.classes[sentence.field] }

  /// Where the noun phrase ends that a bracket, a relative clause or an apposition parts from its verb.
  func endOfSubject(before place: Int) -> Int? {
    let tokens = tokens
    let lower = max(sentence.tokens.lowerBound, place - Self.reach)
    guard place - 1 > lower else { return nil }
    switch tokens[place - 1].key {
    case ")", "]":
      return (lower..<place - 1).last { tokens[$0].key == "(" || tokens[$0].key == "[" }
    case ",":
      guard let comma = (lower..<place - 1).last(where: { tokens[$0].key == "," }), comma > sentence.tokens.lowerBound,
        classes[comma - 1].isNominal, comma + 1 < place - 1, isInserted(comma + 1..<place - 1)
      else { return nil }
      return comma
    default: return nil
    }
  }

  /// "which then stay in the street", "a supermarket chain", "introduced in 2019".
  private func isInserted(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    if StatementFinder.relatives.contains(tokens[first].key) || tokens[first].key == "whose" { return true }
    if Verbs.entry(tokens[first].key)?.form == .past, classes[first] != .noun {
      // "introduced in 2019"; "lent instruments" has an object and is a deed of its own.
      return [.preposition, .number, .date, .adverb].contains(classes[first + 1])
    }
    // "The new rota, in force since March, has cut": behind the noun phrase that opens the sentence.
    if classes[first] == .preposition, !range.contains(where: { [.verb, .auxiliary, .modal].contains(classes[$0]) }),
      !tokens[sentence.tokens.lowerBound..<first - 1].contains(where: { $0.kind == .punctuation }),
      !classes[sentence.tokens.lowerBound..<first - 1].contains(where: {
        [.verb, .auxiliary, .modal, .preposition].contains($0)
      })
    {
      return true
    }
    // A plain item of a list has no verb either: the apposition opens with an article.
    let isNamed = ["a", "an", "the", "our", "my"].contains(tokens[first].key)
    return isNamed && !range.contains { [.verb, .auxiliary, .modal].contains(classes[$0]) }
      && reading.chunk(field: sentence.field, at: first)?.range.lowerBound == first
      && !tokens[sentence.tokens.lowerBound..<first].dropLast().contains { $0.key == "," }
  }

  /// "A tablet at each bed was tested", "complaints about our subtitles rose": what opens the clause is the head, not the
  /// phrase that hangs on it.
  func headed(_ phrase: Range<Int>) -> Range<Int>? {
    var front = phrase
    for _ in 0..<3 {
      let joint = front.lowerBound - 1
      guard joint > sentence.tokens.lowerBound, Self.attaching.contains(tokens[joint].key),
        let head = reading.phrase(field: sentence.field, endingBefore: joint, from: sentence.tokens.lowerBound),
        head.upperBound == joint
      else { break }
      front = head.lowerBound..<phrase.upperBound
    }
    guard front != phrase else { return nil }
    let opens =
      !tokens[sentence.tokens.lowerBound..<front.lowerBound].contains { $0.kind == .word }
      || tokens[front.lowerBound - 1].kind == .punctuation
      || WordLists.conjunctions.contains(tokens[front.lowerBound - 1].key)
      || StatementFinder.openers.contains(tokens[front.lowerBound - 1].key)
    return opens && classes[front.lowerBound] != .date ? front : nil
  }

  private static let attaching: Set<WordKey> = [
    "at", "on", "in", "for", "from", "to", "about", "with", "by", "between", "against", "under", "behind",
  ]

  /// "A hard stop of contracts after four years led", "the open evening brought": a noun phrase whose last words name a
  /// time and are no phrase of their own.
  private func isHeavy(_ range: Range<Int>) -> Bool {
    guard let last = range.last, WordLists.timeNouns.contains(tokens[last].key) || classes[last] == .date,
      reading.chunk(field: sentence.field, at: last) == nil
    else { return false }
    let first = range.lowerBound
    let opens =
      [.determiner, .possessive, .adjective, .noun, .properNoun, .participle, .number].contains(classes[first])
      && !WordLists.timeNouns.contains(tokens[first].key)
      && !["last", "next", "this", "each", "every"].contains(tokens[first].key)
    // "three weeks later", "a long time": only a time.
    let isNamed =
      reading.chunk(field: sentence.field, at: first) != nil
      || range.count >= 3 && ["the", "a", "an"].contains(tokens[first].key) && classes[first + 1] == .adjective
      || range.count == 3 && classes[first] == .number && [.adjective, .noun, .participle].contains(classes[first + 1])
      || range.count == 2 && classes[first] == .participle || range.count == 2 && classes[first] == .noun
    return opens && isNamed
  }

  /// A gerund that opens the piece, with its object and adverbials, where no noun phrase ends at the verb.
  func gerundSubject(before place: Int) -> Range<Int>? {
    let tokens = tokens
    var start = place
    while start > sentence.tokens.lowerBound, place - start <= Self.reach {
      let before = tokens[start - 1]
      if before.kind == .punctuation || before.kind == .bullet || WordLists.conjunctions.contains(before.key) { break }
      if [.verb, .auxiliary, .modal].contains(classes[start - 1]) { return nil }
      start -= 1
    }
    guard place - start >= 2, place - start <= Self.reach else { return nil }
    if isHeavy(start..<place) { return start..<place }
    guard Verbs.entry(tokens[start].key)?.form == .gerund,
      classes[start] == .participle || classes[start] == .noun,
      !WordLists.nounFirst.contains(tokens[start].key)
    else { return nil }
    return start..<place
  }
}
