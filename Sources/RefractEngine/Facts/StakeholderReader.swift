/// Who wants what: from the field, from "WHO wants WHAT", from "WHO: WHAT" lines and from concerns.
enum StakeholderReader {
  static let limit = 24

  static func read(_ reading: Reading, sections: [Section]) -> [Stakeholder] {
    var result: [Stakeholder] = []
    for found in structured(reading) + prose(reading, sections: sections) {
      merge(found, into: &result, in: reading.document)
    }
    return result
  }

  // MARK: The field

  private static func structured(_ reading: Reading) -> [Stakeholder] {
    let document = reading.document
    var result: [Stakeholder] = []
    for field in document.fields.indices where result.count < limit {
      let name = document.fields[field].name
      let all = document.tokens[field].indices
      guard name.hasPrefix("stakeholders["), let span = Clip.span(all, field: field, in: document) else { continue }
      if name.hasSuffix(".wants") {
        if !result.isEmpty { result[result.count - 1].wants.append(span) }
      } else if name.hasSuffix(".concern") {
        if !result.isEmpty { result[result.count - 1].concern = span }
      } else if name.hasSuffix("]"),
        let found = sentence(all, field: field, reading).first ?? line(all, field: field, reading)
      {
        result.append(found)
      } else {
        result.append(
          Stakeholder(
            name: span, wants: [], because: nil, concern: nil, power: power(all, field: field, document), span: span))
      }
    }
    return result
  }

  /// `Teachers: smaller classes`.
  private static func line(_ range: Range<Int>, field: Int, _ reading: Reading) -> Stakeholder? {
    let document = reading.document
    let tokens = document.tokens[field]
    guard
      let cut = range.prefix(8).first(where: { index in
        index > range.lowerBound
          && (tokens[index].key == ":" || ["-", "–", "—", "→"].contains(tokens[index].key) && !tokens[index].isGlued)
      }), let name = Clip.span(range.lowerBound..<cut, field: field, in: document),
      let want = Clip.trimmed(cut + 1..<range.upperBound, field: field, in: document)
    else { return nil }
    var found = Stakeholder(
      name: name, wants: [], because: nil, concern: nil, power: power(range.lowerBound..<cut, field: field, document),
      span: document.span(field: field, range.lowerBound..<want.upperBound))
    fill(&found, with: want, field: field, isConcern: false, reading)
    return found
  }

  // MARK: Prose

  private static func prose(_ reading: Reading, sections: [Section]) -> [Stakeholder] {
    let document = reading.document
    var result: [Stakeholder] = []
    // Whom "he", "she" and "they" of the next sentence of a paragraph may mean.
    var last: (party: Stakeholder, field: Int, paragraph: Int)?
    for (number, line) in document.sentences.enumerated() where result.count < limit {
      let name = document.fields[line.field].name
      guard name == "problem" || name.hasPrefix("context") else { continue }
      if let known = last, known.field != line.field || known.paragraph != line.paragraph { last = nil }
      let found = sentence(line.tokens, field: line.field, reading, after: last?.party)
      result += found
      if let party = found.last { last = (party, line.field, line.paragraph) }
      if found.isEmpty, line.isListItem, sections[number] == .stakeholders,
        let party = self.line(line.tokens, field: line.field, reading)
      {
        result.append(party)
      } else if found.isEmpty, let party = self.line(line.tokens, field: line.field, reading),
        isParty(party.name, document), line.tokens.count <= 24, sections[number] != .metrics,
        isWish(party, line, reading)
      {
        result.append(party)
      }
    }
    return result
  }

  /// "HR: absolutely not" tells a wish; "second tester: finds the same ones" what somebody does, "poll workers: 890" a
  /// figure, "letter from the director – laughter" what came of it.
  private static func isWish(_ party: Stakeholder, _ line: Document.Sentence, _ reading: Reading) -> Bool {
    let tokens = reading.document.tokens[line.field]
    guard let colon = line.tokens.first(where: { tokens[$0].key == ":" }), tokens[colon].start >= party.name.end,
      colon + 1 < line.tokens.upperBound, tokens[line.tokens.upperBound - 1].key != "?"
    else { return false }
    let first = colon + 1
    if tokens[first].kind == .number || UnitWords.currencySymbols.contains(tokens[first].key) { return false }
    if ["need", "have"].contains(tokens[first].key) { return false }
    guard reading.classes[line.field][first] == .verb, let form = Verbs.entry(tokens[first].key)?.form else {
      return true
    }
    return form == .base && !["need", "have"].contains(tokens[first].key)
  }

  /// Every "WHO verb WHAT" of the sentences in a run; a WHAT ends where the statement of the WHO ends.
  private static func sentence(
    _ range: Range<Int>, field: Int, _ reading: Reading, after last: Stakeholder? = nil
  ) -> [Stakeholder] {
    let document = reading.document
    let tokens = document.tokens[field]
    var result: [Stakeholder] = []
    for statement in reading.statements(field: field, in: range) where result.count <= 12 {
      guard let kind = PartyVerb.read(statement, tokens), kind.object < range.upperBound else { continue }
      let meant = kind.isSpeech ? nil : meant(by: statement, result.last ?? last, tokens)
      guard let who = party(of: statement, kind, reading) ?? meant.flatMap({ _ in statement.subject }),
        let name = meant?.name ?? name(who, field: field, reading)
      else { continue }
      var limit = end(of: statement, from: kind.object, within: range, reading)
      let further = kind.isConcern ? nil : elided(from: kind.object, within: range, field: field, reading)
      if let further { limit = min(limit, further.comma) }
      var found = Stakeholder(
        name: name, wants: [], because: nil, concern: nil,
        power: meant?.power ?? power(who, field: field, document), span: document.span(field: field, who))
      guard let want = want(kind.object..<limit, field: field, reading),
        !kind.isSpeech || isDemand(want, field, reading)
      else { continue }
      found.span = document.span(field: field, who.lowerBound..<max(want.upperBound, who.upperBound))
      found.refuses = kind.isRefusal
      fill(&found, with: want, field: field, isConcern: kind.isConcern, reading)
      if found.because == nil { found.because = reason(behind: want.upperBound, field: field, statement, reading) }
      // "the older ones are against it": against what another wants.
      if isPronoun(found, document), kind.isConcern, result.isEmpty, let wanted = last?.wants.last {
        found.concern = wanted
      } else if isPronoun(found, document), found.because == nil, result.isEmpty || !kind.isConcern {
        continue
      }
      result.append(found)
      if let further { result.append(further.party) }
    }
    return result
  }

  /// The party before, for "he", "she" and "they".
  private static func meant(by statement: Statement, _ last: Stakeholder?, _ tokens: [Token]) -> Stakeholder? {
    guard let last, let subject = statement.subject, subject.count == 1,
      ["he", "she", "they", "they'd", "he'd", "she'd", "they're", "he's", "she's"].contains(
        tokens[subject.lowerBound].key)
    else { return nil }
    return last
  }

  /// Where what a statement says ends: at the next statement that is joined to it by a mark or a joint. "The house closed"
  /// in "want the house closed" is none.
  private static func end(
    of statement: Statement, from object: Int, within range: Range<Int>, _ reading: Reading
  ) -> Int {
    let tokens = reading.document.tokens[statement.field]
    for next in reading.statements(field: statement.field, in: object..<range.upperBound) {
      let start = next.subject.map { min($0.lowerBound, next.start) } ?? next.start
      guard start > object, start > range.lowerBound else { continue }
      let joint = tokens[start - 1]
      // "is against it: half of us would go" goes on.
      if joint.key == ":", start - object == 2 { continue }
      if joint.kind == .punctuation && joint.key != "'" && joint.key != "\"" && joint.key != "“"
        || WordLists.conjunctions.contains(joint.key)
      {
        return start
      }
    }
    return range.upperBound
  }

  /// What somebody says is a demand if no statement stands in it: "says dearer eggs".
  private static func isDemand(_ range: Range<Int>, _ field: Int, _ reading: Reading) -> Bool {
    guard range.count <= 8, reading.document.tokens[field][range.lowerBound].kind != .number,
      !["that", "so", "it", "something", "nothing"].contains(reading.document.tokens[field][range.lowerBound].key)
    else { return false }
    return reading.statements(field: field, in: range).isEmpty
      && reading.chunk(field: field, at: range.lowerBound) != nil
  }

  private static func isPronoun(_ party: Stakeholder, _ document: Document) -> Bool {
    guard let span = party.wants.first ?? party.concern else { return true }
    return ["it", "them", "this", "that", "him", "her", "us", "me"].contains(WordKey(document.text(span).lowercased()))
  }

  /// "the team claims six of them, the schools eight": the verb is not said again.
  private static func elided(
    from object: Int, within range: Range<Int>, field: Int, _ reading: Reading
  ) -> (comma: Int, party: Stakeholder)? {
    let tokens = reading.document.tokens[field]
    for comma in object..<min(range.upperBound, object + 20) where [",", ";"].contains(tokens[comma].key) {
      if let party = elided(behind: comma, within: range, field: field, reading) { return (comma, party) }
    }
    return nil
  }

  private static func elided(
    behind comma: Int, within range: Range<Int>, field: Int, _ reading: Reading
  ) -> Stakeholder? {
    let document = reading.document
    let tokens = document.tokens[field]
    guard comma + 3 < range.upperBound else { return nil }
    let start = ["and", "but"].contains(tokens[comma + 1].key) ? comma + 2 : comma + 1
    guard let head = (start..<min(start + 4, range.upperBound)).first(where: { PartyWords.isRole(tokens[$0]) }),
      head + 1 < range.upperBound, !(start...head).contains(where: { tokens[$0].kind != .word })
    else { return nil }
    let object = tokens[head + 1].key == ":" ? head + 2 : head + 1
    guard let first = tokens[safe: object], object < range.upperBound,
      object > head + 1 || first.kind == .number || WordLists.determiners.contains(first.key)
        || WordLists.numberWords.contains(first.key) || ["more", "less", "none"].contains(first.key),
      let want = want(object..<range.upperBound, field: field, reading),
      !reading.statements(field: field, in: object..<want.upperBound).contains(where: { $0.opener == nil }),
      let name = name(start..<head + 1, field: field, reading)
    else { return nil }
    var found = Stakeholder(
      name: name, wants: [], because: nil, concern: nil, power: power(start..<head + 1, field: field, document),
      span: document.span(field: field, start..<want.upperBound))
    fill(&found, with: want, field: field, isConcern: false, reading)
    found.isElided = true
    return found
  }

  private static func name(_ who: Range<Int>, field: Int, _ reading: Reading) -> Span? {
    Clip.span(withoutArticle(who, reading.document.tokens[field]), field: field, in: reading.document)
  }

  /// "because it is warm" right behind the want.
  private static func reason(
    behind place: Int, field: Int, _ statement: Statement, _ reading: Reading
  ) -> Span? {
    let tokens = reading.document.tokens[field]
    guard let because = tokens[safe: place], ["because", "since"].contains(because.key),
      let next = reading.statements(field: field, in: place..<statement.sentenceEnd).first
    else { return nil }
    return Clip.span(place + 1..<max(next.range.upperBound, place + 1), field: field, in: reading.document)
  }

  /// Who a statement speaks of, if it is somebody: "half of the engineers" are the engineers.
  private static func party(of statement: Statement, _ kind: PartyVerb, _ reading: Reading) -> Range<Int>? {
    guard var who = statement.subject, statement.hasOwnSubject else { return nil }
    let tokens = reading.document.tokens[statement.field]
    if let of = who.first(where: { tokens[$0].key == "of" }), isQuantifier(who.lowerBound..<of, tokens) {
      who = of + 1..<who.upperBound
    }
    // "passengers with dogs", "families from one valley": some of them, no side of a quarrel.
    if who.contains(where: { reading.classes[statement.field][$0] == .preposition && tokens[$0].key != "of" }) {
      return nil
    }
    return isParty(who, field: statement.field, reading, kind: kind) ? who : nil
  }

  private static func isQuantifier(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.allSatisfy { quantifiers.contains(tokens[$0].key) || tokens[$0].kind == .number }
  }

  private static let quantifiers: Set<WordKey> = [
    "half", "most", "many", "some", "all", "several", "a", "the", "few", "third", "quarter", "nearly", "almost",
    "about",
    "two", "three", "thirds", "quarters", "majority", "both", "each", "one", "none", "lot", "rest",
  ]

  /// "the committee" is named "committee"; "my son" stays.
  private static func withoutArticle(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    let isArticle = ["the", "a", "an", "some", "these", "those"].contains(tokens[range.lowerBound].key)
    return isArticle && range.count > 1 ? range.lowerBound + 1..<range.upperBound : range
  }

  private static func isParty(_ who: Range<Int>, field: Int, _ reading: Reading, kind: PartyVerb) -> Bool {
    let tokens = reading.document.tokens[field]
    // "the head of the team": the first head counts, not what hangs on it.
    let head = reading.chunk(field: field, at: who.lowerBound)?.head ?? who.upperBound - 1
    if PartyWords.isRole(tokens[head]) { return true }
    guard kind.isSure else { return false }
    let last = head
    if reading.classes[field][last] == .properNoun { return true }
    // "Maria wants": one word with a capital and no article.
    if who.count == 1, tokens[last].isCapitalised, !WordLists.pronouns.contains(tokens[last].key) { return true }
    // Plurals of people: -ers, -ors, -ists, -ians, -ees, -ants; "members", "small ones", "the others".
    let text = reading.document.text(Span(field: field, start: tokens[last].start, end: tokens[last].end)).lowercased()
    return PartyWords.personEndings.contains { text.hasSuffix($0) } || tokens[last].key == "ones"
  }

  /// A short phrase that is a role or a name with its title, without a verb and with no more than an "of".
  private static func isParty(_ span: Span, _ document: Document) -> Bool {
    let words = Tokeniser.tokens(of: document.text(span)).filter { $0.kind == .word }
    guard words.count <= 5, let first = words.first, let last = words.last,
      !words.contains(where: { WordLists.auxiliaries.contains($0.key) || WordLists.modals.contains($0.key) })
    else { return false }
    if words.count > 1, PartyWords.titles.contains(first.key) { return last.isCapitalised }
    let front = words.prefix { $0.key != "of" }
    if front.contains(where: { WordLists.prepositions.contains($0.key) }) { return false }
    return front.last.map(PartyWords.isRole) ?? false
  }

  /// From the object to the end of the want: before a further statement, a bracket or a reason.
  private static func want(_ range: Range<Int>, field: Int, _ reading: Reading) -> Range<Int>? {
    let tokens = reading.document.tokens[field]
    var end = range.upperBound
    var depth = 0
    for index in range {
      let token = tokens[index]
      if token.key == "(" { depth += 1 }
      if token.key == ")" { depth -= 1 }
      if token.key == ";" || token.kind == .punctuation && [".", "!", "?", "—"].contains(token.key) {
        end = index
        break
      }
      if depth == 0, index > range.lowerBound, stops.contains(token.key) {
        end = index
        break
      }
      if depth == 0, token.key == ",", index + 1 < range.upperBound {
        let next = reading.next(field: field, index + 1)
        if stopsBehindComma.contains(tokens[next].key) || WordLists.pronouns.contains(tokens[next].key) {
          end = index
          break
        }
      }
      if index - range.lowerBound > 60 {
        end = index
        break
      }
    }
    return Clip.trimmed(range.lowerBound..<end, field: field, in: reading.document)
  }

  private static let stops: Set<WordKey> = ["but", "while", "whereas", "although", "though", "however", "yet"]
  private static let stopsBehindComma: Set<WordKey> = ["so", "which", "who", "and", "then"]

  /// Splits a want from its reason ("because …", in brackets) and turns "nobody to lose" texts into spans.
  private static func fill(
    _ party: inout Stakeholder, with range: Range<Int>, field: Int, isConcern: Bool, _ reading: Reading
  ) {
    let document = reading.document
    let tokens = document.tokens[field]
    var upper = range.upperBound
    if let reason = range.first(where: { $0 > range.lowerBound && isReason(at: $0, in: range, field, reading) }) {
      upper = reason
      party.because = Clip.span(reason + 1..<range.upperBound, field: field, in: document, limit: 160).map { span in
        var span = span
        if document.text(span).hasSuffix(")") { span.end -= 1 }
        return span
      }
    }
    // "is against it: half of the team would go" names what is feared behind the colon.
    var lower = range.lowerBound
    if isConcern, let colon = range.first(where: { tokens[$0].key == ":" }), colon == lower + 1, colon + 1 < upper,
      WordLists.pronouns.contains(tokens[lower].key)
    {
      lower = colon + 1
    }
    guard let span = Clip.span(lower..<upper, field: field, in: document) else { return }
    if isConcern { party.concern = span } else { party.wants.append(span) }
  }

  /// "because", "as they fear", a bracket that tells more than a figure, "since" with a statement behind.
  private static func isReason(at index: Int, in range: Range<Int>, _ field: Int, _ reading: Reading) -> Bool {
    let tokens = reading.document.tokens[field]
    switch tokens[index].key {
    case "because": return true
    case "since", "as":
      guard let next = tokens[safe: index + 1] else { return false }
      return WordLists.pronouns.contains(next.key)
        && !reading.statements(field: field, in: index..<range.upperBound).isEmpty
    case "(":
      let end = range.first { $0 > index && tokens[$0].key == ")" } ?? range.upperBound
      return !reading.statements(field: field, in: index..<end).isEmpty
    default: return false
    }
  }

  // MARK: Power

  static func power(_ range: Range<Int>, field: Int, _ document: Document) -> Stakeholder.Power {
    let tokens = document.tokens[field]
    for index in range.reversed() {
      let token = tokens[index]
      if PartyWords.owners.contains(token.key) || PartyWords.owners.contains(token.stem) { return .owner }
      if PartyWords.payers.contains(token.key) || PartyWords.payers.contains(token.stem) { return .payer }
      if PartyWords.doers.contains(token.key) || PartyWords.doers.contains(token.stem) { return .doer }
    }
    return .affected
  }
}
