/// Turns the author's label of an attempt into a noun phrase that fits a sentence of a report.
struct AttemptName {
  let reading: Reading
  let field: Int
  /// Keys of words that keep their capital: names, seen in the middle of a sentence or known as technologies.
  let names: Set<WordKey>

  /// "Added indexes" → "adding indexes"; "Volunteers tested and filed issues" → "volunteers testing and filing issues";
  /// a bare noun phrase stays. Unknown verbs are left as written. Marks are dropped.
  func name(of label: Range<Int>) -> String {
    let tokens = reading.document.tokens[field]
    let range = plain(withoutSubject(shortened(label)))
    if let passive = passive(range) ?? done(range) { return passive }
    var words = ""
    var isFirst = true
    var opens = false
    // A past form is turned only where a verb stands: at the start, behind the subject, and behind "and" while verbs go on.
    var verbMayFollow = true
    for index in range {
      let token = tokens[index]
      guard token.kind != .lineBreak, token.kind != .bullet else { continue }
      // A label may hold one of a pair of quotation marks only, and a name needs none.
      if Self.quotationMarks.contains(raw(token)) {
        opens = !token.isGlued
        continue
      }
      var text = raw(token)
      // "A nurse now phones the day before" → "a nurse phoning the day before"
      if token.key == "now", index + 1 < range.upperBound, presentBase(index + 1) != nil { continue }
      if index > range.lowerBound, tokens[index - 1].key == "now", let base = presentBase(index) {
        words += " " + Verbs.gerund(of: base)
        continue
      }
      if token.kind == .word {
        let key = token.key
        if verbMayFollow, let turned = gerund(at: index, isFirst: isFirst) {
          text = turned
          verbMayFollow = false
        } else if key == "and" || key == "then" || key == "," {
          verbMayFollow = true
        } else if !isFirst || reading.classes[field][index] != .noun {
          verbMayFollow =
            verbMayFollow && reading.classes[field][index] == .adverb
            || isSubjectNoun(index, next: index + 1, in: range)
        } else {
          verbMayFollow = isSubjectNoun(index, next: index + 1, in: range)
        }
        if isFirst { text = lowered(text, token) }
      }
      if !words.isEmpty && (!token.isGlued || opens) { words += " " }
      opens = false
      words += text
      isFirst = false
    }
    return words
  }

  /// "Parents were asked to help" → "asking parents to help": what was done goes first, as in the other names.
  private func passive(_ range: Range<Int>) -> String? {
    let tokens = reading.document.tokens[field]
    guard let chunk = reading.chunk(field: field, at: range.lowerBound), chunk.range.lowerBound == range.lowerBound,
      case let be = chunk.range.upperBound, be + 1 < range.upperBound, ["was", "were"].contains(tokens[be].key),
      let form = Verbs.entry(tokens[be + 1].key)?.form, form != .gerund, form != .third
    else { return nil }
    return turned(chunk.range, be + 1, range)
  }

  /// The verb as a gerund, then what it was done to, then the rest.
  private func turned(_ subject: Range<Int>, _ main: Int, _ range: Range<Int>) -> String? {
    let tokens = reading.document.tokens[field]
    guard let entry = Verbs.entry(tokens[main].key) else { return nil }
    let text = { (part: Range<Int>) in
      reading.document.text(reading.document.span(field: field, part)).split(separator: "\n").joined(separator: " ")
    }
    let subject = lowered(text(subject), tokens[range.lowerBound])
    // "Switched off the lights": a particle stays with its verb.
    var rest = main + 1
    var verb = Verbs.gerund(of: entry.base)
    if rest < range.upperBound, ["off", "out", "up", "down", "in", "back", "away"].contains(tokens[rest].key) {
      verb += " " + text(rest..<rest + 1)
      rest += 1
    }
    return [verb, subject, rest < range.upperBound ? text(rest..<range.upperBound) : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// "kitchen waste banned" → "banning kitchen waste": in notes the verb of the passive is left out; people do things themselves.
  private func done(_ range: Range<Int>) -> String? {
    let tokens = reading.document.tokens[field]
    guard let verb = range.dropFirst().prefix(4).first(where: { Verbs.entry(tokens[$0].key)?.form == .past }),
      StepDeed.deeds.contains(Verbs.entry(tokens[verb].key)?.baseKey ?? ""),
      (range.lowerBound..<verb).allSatisfy({ tokens[$0].kind == .word && Verbs.entry(tokens[$0].key)?.form != .past }),
      !PartyWords.roles.contains(tokens[verb - 1].key), reading.classes[field][verb - 1] == .noun
    else { return nil }
    return turned(range.lowerBound..<verb, verb, range)
  }

  private func presentBase(_ index: Int) -> String? {
    let entry = Verbs.entry(reading.document.tokens[field][index].key)
    return entry.flatMap {
      [.base, .third].contains($0.form) && reading.classes[field][index] == .verb ? $0.base : nil
    }
  }

  private static let quotationMarks: Set<String> = ["\"", "“", "”", "„"]

  private func raw(_ token: Token) -> String {
    reading.document.text(Span(field: field, start: token.start, end: token.end))
  }

  /// "we", "I", "the team", and "have", "also" in front say nothing in a name.
  private func withoutSubject(_ range: Range<Int>) -> Range<Int> {
    let tokens = reading.document.tokens[field]
    var lower = range.lowerBound
    while lower + 1 < range.upperBound, Self.ownSubjects.contains(tokens[lower].key) { lower += 1 }
    return lower..<range.upperBound
  }

  private static let ownSubjects: Set<WordKey> = [
    "we", "i", "they", "have", "has", "had", "also", "already", "even", "then", "i've", "we've", "did", "tried",
    "trying", "first", "next", "finally", "later", "once",
  ]

  /// At most nine words: longer ones are cut where a subordinate part begins.
  private func shortened(_ range: Range<Int>) -> Range<Int> {
    let tokens = reading.document.tokens[field]
    var count = 0
    var cut: Int?
    for index in range where tokens[index].kind == .word || tokens[index].kind == .number {
      if count >= 3, Self.cuts.contains(tokens[index].key) { cut = index }
      count += 1
      if count > 9 {
        var upper = cut ?? index
        while cut == nil, upper > range.lowerBound + 1, tokens[upper].isGlued { upper -= 1 }
        return Clip.trimmed(range.lowerBound..<upper, field: field, in: reading.document) ?? range.lowerBound..<upper
      }
    }
    return range
  }

  /// Without what a name does not need: when it was ("in May", "last spring"), what it cost ("for 1,900 euros"), and what
  /// a message told whom ("a recorded message telling people to use the website").
  private func plain(_ range: Range<Int>) -> Range<Int> {
    let tokens = reading.document.tokens[field]
    let classes = reading.classes[field]
    guard range.count >= 4 else { return range }
    let words = range.dropFirst(2)
    if let teller = words.first(where: { Self.tellings.contains(tokens[$0].key) && classes[$0 - 1].isNominal }) {
      return range.lowerBound..<teller
    }
    let last = range.upperBound - 1
    for place in words.suffix(4) where place < last {
      let rest = place + 1..<range.upperBound
      let isDate =
        ["in", "since", "last", "from"].contains(tokens[place].key)
        && rest.allSatisfy { classes[$0] == .date || classes[$0] == .number || Self.seasons.contains(tokens[$0].key) }
      let isPrice =
        ["for", "at"].contains(tokens[place].key) && rest.count <= 3
        && rest.allSatisfy { classes[$0] == .number || UnitWords.isMoney(tokens[$0].key) }
        && rest.contains { UnitWords.isMoney(tokens[$0].key) }
      if isDate || isPrice { return range.lowerBound..<place }
    }
    return range
  }

  private static let tellings: Set<WordKey> = ["telling", "asking", "saying", "explaining", "reminding", "inviting"]
  private static let seasons: Set<WordKey> = ["spring", "summer", "autumn", "fall", "winter", "year", "month", "week"]

  private static let cuts: Set<WordKey> = [
    "that", "which", "who", "because", "so", "to", "in", "for", "with", "on", "at", "by", "from", "while", "when",
    "after", "before", "and", "as", "of", "since", "where", "until", "during", "into", "over", "against",
  ]

  /// A noun in front of a past form is its subject.
  private func isSubjectNoun(_ index: Int, next: Int, in range: Range<Int>) -> Bool {
    let tokens = reading.document.tokens[field]
    guard reading.classes[field][index] == .noun || reading.classes[field][index] == .properNoun,
      next < range.upperBound,
      let entry = Verbs.entry(tokens[next].key), entry.form == .past
    else { return false }
    return reading.classes[field][next] == .verb
  }

  private func gerund(at index: Int, isFirst: Bool) -> String? {
    let token = reading.document.tokens[field][index]
    guard let entry = Verbs.entry(token.key) else { return isFirst ? regularGerund(token, at: index) : nil }
    switch entry.form {
    case .past:
      // "Read", "cut", "put", "set" at the start may be a base form; both become the same gerund.
      return reading.classes[field][index] == .adjective && !isFirst ? nil : Verbs.gerund(of: entry.base)
    case .base:
      // An imperative ("Add indexes"): only in front, and only if it cannot be a noun ("Test of…", "Cache for…").
      guard isFirst, !WordLists.nounFirst.contains(token.key), reading.classes[field][index] == .verb else {
        return nil
      }
      return Verbs.gerund(of: entry.base)
    default: return nil
    }
  }

  /// "thinned" → "thinning": a verb that no list holds.
  private func regularGerund(_ token: Token, at index: Int) -> String? {
    let text = raw(token).lowercased()
    guard reading.classes[field][index] == .verb, text.hasSuffix("ed"), text.utf8.count >= 5 else { return nil }
    let stem = text.hasSuffix("ied") ? text.dropLast(3) + "y" : text.dropLast(2)
    return stem + "ing"
  }

  private func lowered(_ text: String, _ token: Token) -> String {
    guard token.isCapitalised, !names.contains(token.key) else { return text }
    guard !text.utf8.dropFirst().contains(where: { $0 >= 65 && $0 <= 90 }) else { return text }
    guard let first = text.first else { return text }
    return first.lowercased() + text.dropFirst()
  }
}
