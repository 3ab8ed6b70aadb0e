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

  /// Every "WHO verb WHAT" of a sentence; a WHAT ends where the next WHO with its verb begins.
  private static func sentence(_ range: Range<Int>, field: Int, _ reading: Reading) -> [Stakeholder] {
    let document = reading.document
    let tokens = document.tokens[field]
    var heads: [(who: Range<Int>, verb: Int, object: Int, isConcern: Bool)] = []
    for index in range where tokens[index].kind == .word {
      guard let kind = verbKind(at: index, tokens), let who = subject(of: index, in: range, field: field, reading)
      else {
        continue
      }
      guard isParty(who, field: field, reading, kind: kind) else { continue }
      // "did not want to open it again" is what they shun.
      let isDenied = tokens[who.upperBound..<index].contains { WordLists.negations.contains($0.key) }
      let asksSomebody = ["ask", "asks", "asked"].contains(tokens[index].key) && kind.length == 1
      let skipped = asksSomebody && isPronoun(tokens[safe: index + 1]) ? 2 : 0
      heads.append((who, index, index + kind.length + skipped, kind.isConcern || isDenied))
      if heads.count > 12 { break }
    }
    return heads.enumerated().compactMap { number, head in
      let limit = number + 1 < heads.count ? heads[number + 1].who.lowerBound : range.upperBound
      guard head.object < limit, let want = want(head.object..<limit, field: field, reading),
        let name = Clip.span(head.who, field: field, in: document)
      else { return nil }
      var found = Stakeholder(
        name: name, wants: [], because: nil, concern: nil, power: power(head.who, field: field, document),
        span: document.span(field: field, head.who.lowerBound..<want.upperBound))
      fill(&found, with: want, field: field, isConcern: head.isConcern, reading)
      return found
    }
  }

  private static func isPronoun(_ token: Token?) -> Bool { token.map { WordLists.pronouns.contains($0.key) } ?? false }

  private struct VerbKind {
    /// Where the verb stands.
    var index: Int
    /// Words that the verb takes ("push for" two).
    var length: Int
    var isConcern: Bool
    /// A verb that only people have; others need a known party.
    var isSure: Bool
  }

  private static func verbKind(at index: Int, _ tokens: [Token]) -> VerbKind? {
    let key = tokens[index].key
    let next = tokens[safe: index + 1]?.key
    if let next, PartyWords.pairVerbs[key]?.contains(next) == true {
      return VerbKind(index: index, length: 2, isConcern: false, isSure: true)
    }
    if PartyWords.wantVerbs.contains(key) {
      if key == "need" || key == "needs", next == "to" || next == "a" {
        return VerbKind(index: index, length: 1, isConcern: false, isSure: false)
      }
      return VerbKind(
        index: index, length: 1, isConcern: false,
        isSure: key != "needs" && key != "need" && key != "asks" && key != "says")
    }
    if PartyWords.concernVerbs.contains(key) {
      let length = next == "about" || next == "back" || next == "that" || next == "of" ? 2 : 1
      return VerbKind(index: index, length: length, isConcern: true, isSure: key != "resists" && key != "resist")
    }
    return nil
  }

  private static func subject(of verb: Int, in range: Range<Int>, field: Int, _ reading: Reading) -> Range<Int>? {
    var index = verb
    var passed = 0
    while passed <= 2 {
      if let who = reading.phrase(field: field, endingBefore: index, from: range.lowerBound) { return who }
      let before = reading.before(field: field, index)
      guard before >= range.lowerBound,
        reading.classes[field][before] == .adverb || reading.classes[field][before] == .auxiliary
      else { return nil }
      index = before
      passed += 1
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
    // "Maria wants": one word with a capital and no article, before a form in -s.
    if who.count == 1, tokens[last].isCapitalised, Verbs.entry(tokens[kind.index].key)?.form == .third { return true }
    // Plurals of people: -ers, -ors, -ists, -ians, -ees, -ants; "members", "small ones", "the others".
    let text = reading.document.text(Span(field: field, start: tokens[last].start, end: tokens[last].end)).lowercased()
    return PartyWords.personEndings.contains { text.hasSuffix($0) } || tokens[last].key == "ones"
  }

  private static func isParty(_ span: Span, _ document: Document) -> Bool {
    Tokeniser.tokens(of: document.text(span)).contains {
      PartyWords.roles.contains($0.key) || PartyWords.roles.contains($0.stem)
    }
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
