/// Two wants that do not go together: "either … or", "A vs B", a question with "or", two parties on one object.
enum ConflictReader {
  static let limit = 8

  static func read(_ reading: Reading, stakeholders: [Stakeholder], options: [Choice]) -> [Conflict] {
    let document = reading.document
    var result: [Conflict] = []
    for sentence in document.sentences where result.count < limit {
      let name = document.fields[sentence.field].name
      guard name == "problem" || name == "title" || name.hasPrefix("context") else { continue }
      if let found = eitherOr(sentence, reading) ?? versus(sentence, reading) ?? bothImpossible(sentence, reading)
        ?? halves(sentence, reading)
      {
        // The title often asks what the text asks again.
        let isKnown = result.contains {
          document.text($0.first).lowercased() == document.text(found.first).lowercased()
        }
        if !isKnown { result.append(found) }
      }
    }
    return Array((result + positions(stakeholders, reading)).prefix(limit))
  }

  /// "either A or B", "should we A or B?", "A, or B?".
  private static func eitherOr(_ sentence: Document.Sentence, _ reading: Reading) -> Conflict? {
    let tokens = reading.document.tokens[sentence.field]
    let range = sentence.tokens
    if let either = range.first(where: {
      tokens[$0].key == "either" && $0 + 1 < range.upperBound && tokens[$0 + 1].kind == .word
    }),
      let or = range.first(where: { $0 > either + 1 && $0 - either < 40 && tokens[$0].key == "or" })
    {
      return conflict(.eitherOr, either + 1..<or, or + 1..<end(from: or + 1, range, tokens), sentence, reading)
    }
    // "Where is the lever: training, tubes, or the people?" looks for one thing, not between two ways.
    guard tokens[range.upperBound - 1].key == "?", !asks.contains(tokens[range.lowerBound].key),
      let or = range.last(where: { tokens[$0].key == "or" })
    else {
      return nil
    }
    let before = tokens[range.lowerBound..<or].map(\.key)
    // "A or not?" and "apples or pears, which…" about small things are no choice of direction: a verb must stand near.
    if let next = tokens[safe: or + 1],
      ["not", "so", "something", "is", "what", "are", "more", "less", "at"].contains(next.key)
    {
      return nil
    }
    if let should = range.first(where: { $0 < or && ["should", "do", "shall"].contains(tokens[$0].key) }),
      let subject = tokens[safe: should + 1], ["we", "i", "they", "you"].contains(subject.key), should + 2 < or
    {
      return conflict(.eitherOr, should + 2..<or, or + 1..<range.upperBound, sentence, reading)
    }
    // An imperative or a noun phrase with a comma in front of "or": "Repair it once more, or start again?"
    if tokens[or - 1].key == ",", !before.contains("how"), !before.contains("what"), !before.contains("why"),
      or - range.lowerBound <= 16
    {
      return conflict(.eitherOr, range.lowerBound..<or - 1, or + 1..<range.upperBound, sentence, reading)
    }
    return nil
  }

  private static let asks: Set<WordKey> = ["where", "what", "which", "who", "why", "how"]

  private static func end(from start: Int, _ range: Range<Int>, _ tokens: [Token]) -> Int {
    for index in start..<range.upperBound
    where tokens[index].kind == .punctuation && [",", ".", ";", "?", "—", ")"].contains(tokens[index].key) {
      return index
    }
    return range.upperBound
  }

  /// "build vs buy", "quality versus speed"; not before an industry figure.
  private static func versus(_ sentence: Document.Sentence, _ reading: Reading) -> Conflict? {
    let tokens = reading.document.tokens[sentence.field]
    guard let place = sentence.tokens.first(where: { ["vs", "versus"].contains(tokens[$0].key) }),
      place > sentence.tokens.lowerBound
    else { return nil }
    var right = place + 1
    if right < sentence.tokens.upperBound, tokens[right].key == "." { right += 1 }
    let upper = min(end(from: right, sentence.tokens, tokens), right + 8)
    guard right < upper else { return nil }
    if (right..<upper).contains(where: { tokens[$0].kind == .number || benchmarks.contains(tokens[$0].key) }) {
      return nil
    }
    if tokens[place - 1].kind != .word { return nil }
    var left = place - 1
    while left > sentence.tokens.lowerBound, place - left < 6, tokens[left - 1].kind == .word,
      !["is", "are", "the", "between", "about", "of", "on", "over", "whether", "debate"].contains(tokens[left - 1].key)
    {
      left -= 1
    }
    return conflict(.eitherOr, left..<place, right..<upper, sentence, reading)
  }

  private static let benchmarks: Set<WordKey> = [
    "industry", "average", "benchmark", "typical", "last", "target", "expected", "norm", "median",
  ]

  /// "can't do both", "cannot serve both": the two are named by "both … and" or stand in the sentence before.
  private static func bothImpossible(_ sentence: Document.Sentence, _ reading: Reading) -> Conflict? {
    let tokens = reading.document.tokens[sentence.field]
    guard let both = sentence.tokens.first(where: { tokens[$0].key == "both" }),
      tokens[max(sentence.tokens.lowerBound, both - 4)..<both].contains(where: {
        ["can't", "cannot", "cant", "not"].contains($0.key)
      })
    else { return nil }
    let upper = end(from: both + 1, sentence.tokens, tokens)
    if let and = (both + 1..<max(upper, both + 1)).first(where: { tokens[$0].key == "and" }), and > both + 1 {
      return conflict(.resource, both + 1..<and, and + 1..<upper, sentence, reading)
    }
    guard let span = Clip.span(sentence.tokens, field: sentence.field, in: reading.document) else { return nil }
    return Conflict(kind: .resource, first: span, second: span, span: span)
  }

  /// "Half of the team says A, the other half wants B", "some want A, others B".
  private static func halves(_ sentence: Document.Sentence, _ reading: Reading) -> Conflict? {
    let tokens = reading.document.tokens[sentence.field]
    let range = sentence.tokens
    guard
      let other = range.first(where: { index in
        index > range.lowerBound + 2
          && (tokens[index].key == "others"
            || tokens[index].key == "other"
              && ["half", "side", "camp", "group"].contains(tokens[safe: index + 1]?.key ?? ""))
      }), let one = range.first(where: { ["half", "some", "one"].contains(tokens[$0].key) && $0 < other })
    else { return nil }
    guard range.contains(where: { verbs.contains(tokens[$0].key) }) else { return nil }
    var cut = other
    while cut > one, tokens[cut].kind != .punctuation { cut -= 1 }
    guard cut > one else { return nil }
    return conflict(.positions, one..<cut, cut + 1..<range.upperBound, sentence, reading)
  }

  private static let verbs: Set<WordKey> = [
    "want", "wants", "say", "says", "prefer", "prefers", "insist", "insists", "think", "thinks", "argue", "argues",
    "like",
    "believe", "believes", "favour", "favor", "push",
  ]

  private static func conflict(
    _ kind: Conflict.Kind, _ first: Range<Int>, _ second: Range<Int>, _ sentence: Document.Sentence, _ reading: Reading
  ) -> Conflict? {
    let document = reading.document
    guard first.lowerBound < first.upperBound, second.lowerBound < second.upperBound,
      let left = Clip.span(first, field: sentence.field, in: document),
      let right = Clip.span(second, field: sentence.field, in: document)
    else { return nil }
    return Conflict(
      kind: kind, first: left, second: right, span: Span(field: left.field, start: left.start, end: right.end))
  }

  /// Parties with different wants, those about the same thing first.
  private static func positions(_ stakeholders: [Stakeholder], _ reading: Reading) -> [Conflict] {
    let document = reading.document
    var pairs: [(shared: Int, conflict: Conflict)] = []
    let wanting = stakeholders.filter { !$0.wants.isEmpty || $0.concern != nil }.prefix(8)
    for (left, first) in wanting.enumerated() {
      for second in wanting.dropFirst(left + 1) {
        if let found = refused(first, second) {
          pairs.append((8, found))
          continue
        }
        guard let a = first.wants.first ?? first.concern, let b = second.wants.first ?? second.concern else { continue }
        let words = content(a, document)
        let others = content(b, document)
        let shared = words.intersection(others).count
        // Two parties that say the same are allies.
        guard shared * 10 < 7 * max(1, min(words.count, others.count)) || negates(a, document) != negates(b, document)
        else {
          continue
        }
        let score = shared * 2 + (negates(a, document) != negates(b, document) ? 1 : 0)
        let isNear = a.field == b.field && abs(b.end - a.start) < 200
        var found = Conflict(
          kind: .positions, first: a, second: b,
          span: isNear ? Span(field: a.field, start: min(a.start, b.start), end: max(a.end, b.end)) : a)
        found.isOpposed = isNear && isOpposed(first, second, shared: shared, reading)
        pairs.append((score, found))
      }
    }
    let order = pairs.indices.sorted { (pairs[$1].shared, $0) < (pairs[$0].shared, $1) }
    return order.prefix(4).map { pairs[$0].conflict }
  }

  /// "The director wants a penalty. Ms Kaur is against it.": what one wants is the very thing that the other refuses.
  private static func refused(_ first: Stakeholder, _ second: Stakeholder) -> Conflict? {
    for (one, other) in [(first, second), (second, first)] {
      guard let concern = other.concern, one.wants.contains(concern) else { continue }
      let span = Span(
        field: concern.field, start: min(one.span.start, other.span.start), end: max(one.span.end, other.span.end))
      return Conflict(kind: .positions, first: concern, second: other.span, span: span)
    }
    return nil
  }

  /// Both speak of the same and one of them against it, or both lay claim to parts of one thing in one sentence.
  private static func isOpposed(
    _ first: Stakeholder, _ second: Stakeholder, shared: Int, _ reading: Reading
  ) -> Bool {
    let document = reading.document
    guard first.span.field == second.span.field else { return false }
    let start = min(first.span.end, second.span.end)
    let end = max(first.span.start, second.span.start)
    guard start <= end else { return false }
    let between = document.text(Span(field: first.span.field, start: start, end: end))
    let isOneSentence = !between.contains { ".!?\n".contains($0) } && between.utf8.count < 60
    let later = first.span < second.span ? second : first
    if let concern = later.concern, isOneSentence {
      let words = Tokeniser.tokens(of: document.text(concern)).map(\.key)
      return shared > 0 || words.count <= 4 && words.first.map(WordLists.pronouns.contains) == true
    }
    let negated = (first.concern != nil) != (second.concern != nil)
    if shared >= 2 { return true }
    if shared >= 1 { return negated || isOneSentence }
    return isOneSentence && later.isElided
  }

  private static func content(_ span: Span, _ document: Document) -> Set<WordKey> {
    Set(
      Tokeniser.tokens(of: document.text(span)).filter {
        $0.kind == .word && !WordLists.prepositions.contains($0.key) && !WordLists.determiners.contains($0.key)
          && !WordLists.conjunctions.contains($0.key) && !WordLists.auxiliaries.contains($0.key)
      }.map(\.stem))
  }

  private static func negates(_ span: Span, _ document: Document) -> Bool {
    Tokeniser.tokens(of: document.text(span)).contains {
      WordLists.negations.contains($0.key) || ["fewer", "less"].contains($0.key)
    }
  }
}
