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
    for (number, line) in document.sentences.enumerated() where result.count < limit {
      let name = document.fields[line.field].name
      guard name == "problem" || name.hasPrefix("context") else { continue }
      let found = sentence(line.tokens, field: line.field, reading)
      result += found
      if found.isEmpty, line.isListItem, sections[number] == .stakeholders,
        let party = self.line(line.tokens, field: line.field, reading)
      {
        result.append(party)
      } else if found.isEmpty, let party = self.line(line.tokens, field: line.field, reading),
        isParty(party.name, document), line.tokens.count <= 24, sections[number] != .metrics
      {
        result.append(party)
      }
    }
    return result
  }

  /// Every "WHO verb WHAT" of the sentences in a run; a WHAT ends where the statement of the WHO ends.
  private static func sentence(_ range: Range<Int>, field: Int, _ reading: Reading) -> [Stakeholder] {
    let document = reading.document
    let tokens = document.tokens[field]
    var result: [Stakeholder] = []
    for statement in reading.statements(field: field, in: range) where result.count <= 12 {
      guard let kind = verbKind(of: statement, tokens), let who = party(of: statement, kind, reading),
        kind.object < statement.range.upperBound || kind.object <= range.upperBound
      else { continue }
      var limit = max(statement.range.upperBound, kind.object)
      // "thinks we should close": what is wanted is a statement of its own.
      if limit == kind.object,
        let told = reading.statements(field: field, in: range).first(where: { $0.group.contains(kind.object) })
      {
        limit = told.range.upperBound
      }
      guard let want = want(kind.object..<limit, field: field, reading),
        let name = Clip.span(withoutArticle(who, tokens), field: field, in: document)
      else { continue }
      var found = Stakeholder(
        name: name, wants: [], because: nil, concern: nil, power: power(who, field: field, document),
        span: document.span(field: field, who.lowerBound..<max(want.upperBound, who.upperBound)))
      fill(&found, with: want, field: field, isConcern: kind.isConcern, reading)
      if found.because == nil { found.because = reason(behind: limit, field: field, statement, reading) }
      result.append(found)
    }
    return result
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
  private static func party(of statement: Statement, _ kind: VerbKind, _ reading: Reading) -> Range<Int>? {
    guard var who = statement.subject, statement.hasOwnSubject else { return nil }
    let tokens = reading.document.tokens[statement.field]
    if let of = who.first(where: { tokens[$0].key == "of" }), isQuantifier(who.lowerBound..<of, tokens) {
      who = of + 1..<who.upperBound
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

  private static func isPronoun(_ token: Token?) -> Bool { token.map { WordLists.pronouns.contains($0.key) } ?? false }

  private struct VerbKind {
    /// Where what is wanted begins.
    var object: Int
    var isConcern: Bool
    /// A verb that only people have; others need a known party.
    var isSure: Bool
  }

  /// What a statement's verb says of its subject: a want, a concern, or neither.
  private static func verbKind(of statement: Statement, _ tokens: [Token]) -> VerbKind? {
    let verb = statement.main
    let key = tokens[verb].key
    let lemma = AttemptHistory.lemma(key)
    let behind = statement.group.upperBound
    let next = tokens[safe: behind]?.key
    if statement.isPassive { return nil }
    func kind(_ length: Int, concern: Bool = false, sure: Bool = true) -> VerbKind {
      VerbKind(object: behind + length, isConcern: concern != statement.isNegated, isSure: sure)
    }
    if let next, PartyWords.pairVerbs[lemma]?.contains(next) == true { return kind(1) }
    if statement.modal == "would" || statement.modal == "'d" {
      if ["like", "prefer", "love", "rather", "hate"].contains(lemma) { return kind(0, concern: lemma == "hate") }
    }
    if lemma == "say" || lemma == "think" || lemma == "believe" || lemma == "argue" {
      // "says we should close": a proposal; "says that it is late" is a report.
      let run = tokens[behind..<min(behind + 6, max(behind, statement.sentenceEnd))]
      guard let should = run.firstIndex(where: { ["should", "must"].contains($0.key) }) else { return nil }
      return VerbKind(object: should, isConcern: false, isSure: true)
    }
    if PartyWords.wants.contains(lemma) {
      guard next != nil, !statement.isNegated || lemma != "need" else { return nil }
      let asksSomebody = lemma == "ask" && tokens[safe: behind].map { WordLists.pronouns.contains($0.key) } == true
      let isWeak = ["need", "ask", "expect", "like", "support", "hope", "suggest"].contains(lemma)
      if statement.tense == .past || statement.tense == .perfect, isWeak { return nil }
      return kind(asksSomebody ? 2 : 0, sure: !isWeak)
    }
    if PartyWords.concerns.contains(lemma) {
      let length = ["about", "back", "that", "of", "against"].contains(next ?? "") ? 1 : 0
      if lemma == "push", next != "back" { return nil }
      return VerbKind(object: behind + length, isConcern: true, isSure: lemma != "resist")
    }
    // "are afraid of", "is against", "are worried about"
    if let word = tokens[safe: behind], PartyWords.afraid.contains(word.key) || PartyWords.afraid.contains(key) {
      let start = PartyWords.afraid.contains(key) ? verb + 1 : behind + 1
      let length = ["of", "that", "about", "to"].contains(tokens[safe: start]?.key ?? "") ? 1 : 0
      return VerbKind(object: start + length, isConcern: true, isSure: true)
    }
    return nil
  }

  private static func isParty(_ who: Range<Int>, field: Int, _ reading: Reading, kind: VerbKind) -> Bool {
    let tokens = reading.document.tokens[field]
    // "the head of the team": the first head counts, not what hangs on it.
    let head = reading.chunk(field: field, at: who.lowerBound)?.head ?? who.upperBound - 1
    if PartyWords.roles.contains(tokens[head].key) || PartyWords.roles.contains(tokens[head].stem) { return true }
    guard kind.isSure else { return false }
    let last = head
    if reading.classes[field][last] == .properNoun { return true }
    // "Maria wants": one word with a capital and no article.
    if who.count == 1, tokens[last].isCapitalised, !WordLists.pronouns.contains(tokens[last].key) { return true }
    // Plurals of people: -ers, -ors, -ists, -ians, -ees, -ants; "members", "small ones", "the others".
    let text = reading.document.text(Span(field: field, start: tokens[last].start, end: tokens[last].end)).lowercased()
    return PartyWords.personEndings.contains { text.hasSuffix($0) } || tokens[last].key == "ones"
  }

  /// A short phrase that ends in a role, without a verb.
  private static func isParty(_ span: Span, _ document: Document) -> Bool {
    let words = Tokeniser.tokens(of: document.text(span)).filter { $0.kind == .word }
    guard words.count <= 5, let last = words.last,
      !words.contains(where: { WordLists.auxiliaries.contains($0.key) || WordLists.modals.contains($0.key) })
    else { return false }
    return PartyWords.roles.contains(last.key) || PartyWords.roles.contains(last.stem)
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
    if let reason = range.first(where: { $0 > range.lowerBound && ["because", "since", "("].contains(tokens[$0].key) })
    {
      upper = reason
      party.because = Clip.span(reason + 1..<range.upperBound, field: field, in: document, limit: 160).map { span in
        var span = span
        if document.text(span).hasSuffix(")") { span.end -= 1 }
        return span
      }
    }
    guard let span = Clip.span(range.lowerBound..<upper, field: field, in: document) else { return }
    if isConcern { party.concern = span } else { party.wants.append(span) }
  }

  // MARK: Power and merging

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

  private static func merge(_ found: Stakeholder, into result: inout [Stakeholder], in document: Document) {
    let key = nameKey(found.name, document)
    guard
      let index = result.firstIndex(where: {
        !key.isDisjoint(with: nameKey($0.name, document)) && sameHead($0.name, found.name, document)
      })
    else {
      if result.count < limit { result.append(found) }
      return
    }
    for want in found.wants where result[index].wants.count < 3 {
      let text = document.text(want).lowercased()
      if !result[index].wants.contains(where: { overlaps(document.text($0).lowercased(), text) }) {
        result[index].wants.append(want)
      }
    }
    result[index].because = result[index].because ?? found.because
    result[index].concern = result[index].concern ?? found.concern
  }

  private static func overlaps(_ left: String, _ right: String) -> Bool {
    left == right || left.hasPrefix(right) || right.hasPrefix(left)
  }

  private static func nameKey(_ span: Span, _ document: Document) -> Set<WordKey> {
    Set(
      Tokeniser.tokens(of: document.text(span)).filter { $0.kind == .word && !WordLists.determiners.contains($0.key) }
        .map(\.stem))
  }

  /// Same last word, and no differing word in front where both have one ("small food banks", "large food banks").
  private static func sameHead(_ left: Span, _ right: Span, _ document: Document) -> Bool {
    let first = words(left, document)
    let second = words(right, document)
    guard let a = first.last, let b = second.last, a == b else { return false }
    let fewer = Set(first.count < second.count ? first : second)
    return fewer.isSubset(of: Set(first.count < second.count ? second : first))
  }

  private static func words(_ span: Span, _ document: Document) -> [WordKey] {
    Tokeniser.tokens(of: document.text(span)).filter {
      $0.kind == .word && !WordLists.determiners.contains($0.key) && !WordLists.possessives.contains($0.key)
    }.map(\.stem)
  }
}
