/// What must hold, must not happen or is limited: from the field, and from prose where it is often hidden in a question.
enum ConstraintReader {
  static let limit = 60

  static func read(_ reading: Reading, quantities: [Quantity], sections: [Section]) -> [Constraint] {
    let document = reading.document
    let index = QuantityIndex(quantities)
    // The field first: what prose repeats of it is not counted again.
    var result: [Constraint] = []
    for sentence in document.sentences where result.count < limit {
      guard document.fields[sentence.field].name.hasPrefix("constraints") else { continue }
      if let found = constraint(sentence.tokens, field: sentence.field, isListed: true, reading, index) {
        result.append(found)
      }
    }
    for (number, sentence) in document.sentences.enumerated() where result.count < limit {
      let name = document.fields[sentence.field].name
      guard name == "problem" || name.hasPrefix("context") || name == "deadline" else { continue }
      let isListed = sections[number] == .constraints && sentence.isListItem
      if isListed {
        if let found = constraint(sentence.tokens, field: sentence.field, isListed: true, reading, index) {
          append(found, to: &result, document)
        }
        continue
      }
      // Only the items of a list are options; what stands beside them may bind.
      guard sections[number] != .options || !sentence.isListItem, sections[number] != .attempts else { continue }
      if let listed = LimitWords.listed(sentence, document) {
        // "Musts: no downtime, every payment is checked": each part is one.
        for piece in listed {
          if let found = constraint(piece, field: sentence.field, isListed: true, reading, index) {
            append(found, to: &result, document)
          }
        }
        continue
      }
      for piece in pieces(of: number, in: reading) {
        guard let told = ConstraintProse(reading: reading, sentence: number).completed(in: piece) else { continue }
        if let found = constraint(told, field: sentence.field, isListed: false, reading, index) {
          append(found, to: &result, document)
        }
      }
    }
    return result.sorted { $0.span < $1.span }
  }

  /// The same limit in two fields is one; the first (the longest list) wins.
  private static func append(_ found: Constraint, to result: inout [Constraint], _ document: Document) {
    let words = content(found.span, document)
    let isKnown = result.contains { known in
      let other = content(known.span, document)
      let shared = words.intersection(other).count
      return shared >= 2 && shared * 10 >= min(words.count, other.count) * 6
    }
    if !isKnown { result.append(found) }
  }

  private static func content(_ span: Span, _ document: Document) -> Set<WordKey> {
    Set(
      Tokeniser.tokens(of: document.text(span)).filter {
        $0.kind == .word && !WordLists.prepositions.contains($0.key) && !WordLists.determiners.contains($0.key)
          && !WordLists.auxiliaries.contains($0.key) && !WordLists.conjunctions.contains($0.key)
          && !WordLists.pronouns.contains($0.key)
      }.map(\.stem))
  }

  /// The pieces that main statements rule, and what stands between them; commas before a new limit cut further ("budget is
  /// tight, no overtime").
  private static func pieces(of number: Int, in reading: Reading) -> [Range<Int>] {
    let sentence = reading.document.sentences[number]
    let tokens = reading.document.tokens[sentence.field]
    var cuts: Set<Int> = [sentence.tokens.lowerBound, sentence.tokens.upperBound]
    for statement in reading.statements[number] where statement.isMain {
      cuts.insert(statement.start)
      cuts.insert(min(statement.range.upperBound, sentence.tokens.upperBound))
    }
    for clause in sentence.clauses { cuts.insert(clause.lowerBound) }
    for index in sentence.tokens where tokens[index].key == "," && index + 1 < sentence.tokens.upperBound {
      var next = index + 1
      if tokens[next].key == "and", next + 1 < sentence.tokens.upperBound { next += 1 }
      if cueStarts.contains(tokens[next].key) { cuts.insert(next) }
      // "both have jobs, so more than 10 hours a week is not possible"
      if tokens[next].key == "so", next + 2 < sentence.tokens.upperBound, tokens[next + 1].key != "that" {
        cuts.insert(next + 1)
      }
    }
    let order = cuts.sorted()
    return zip(order, order.dropFirst()).compactMap { lower, upper in
      Clip.trimmed(lower..<upper, field: sentence.field, in: reading.document)
    }
  }

  private static let cueStarts: Set<WordKey> = ["no", "cannot", "can't", "must", "without", "only", "never", "nothing"]

  // MARK: One constraint

  private static func constraint(
    _ range: Range<Int>, field: Int, isListed: Bool, _ reading: Reading, _ quantities: QuantityIndex
  ) -> Constraint? {
    let document = reading.document
    guard let span = Clip.span(range, field: field, in: document) else { return nil }
    let tokens = document.tokens[field]
    let found = quantities.inside(span)
    let kind = kind(of: range, tokens) ?? (isListed ? .require : .limit)
    var isHard: Bool
    switch kind {
    case .prohibit, .only, .preserve: isHard = true
    case .require: isHard = isListed || range.contains { strongNeeds.contains(tokens[$0].key) }
    case .limit: isHard = isListed || !found.isEmpty
    }
    // "I refuse to pass people who then drown": nobody is firmer.
    if range.contains(where: { tokens[$0].key == "refuse" }) { isHard = true }
    if range.contains(where: { soft.contains(tokens[$0].key) }) { isHard = false }
    return Constraint(
      span: span, kind: kind, isHard: isHard,
      touches: ConstraintTouches.touches(range, field: field, in: document),
      amount: found.count == 1 ? found.first : nil)
  }

  static func kind(of range: Range<Int>, _ tokens: [Token]) -> Constraint.Kind? {
    var found: Constraint.Kind?
    for index in range where tokens[index].kind == .word {
      let key = tokens[index].key
      let next = tokens[safe: index + 1]?.key
      if prohibitions.contains(key) { return .prohibit }
      if key == "must" || key == "may" || key == "can" || key == "should" || key == "are" || key == "is"
        || key == "will",
        next == "not" || next == "never"
      {
        if key != "is" && key != "are" || tokens[safe: index + 2].map({ allowed.contains($0.key) }) == true {
          return .prohibit
        }
      }
      if key == "no", let next, WordLists.irregularPlurals[next] != nil || found == nil {
        found = next == "real" ? .prohibit : (limitsAfterNo(index, range, tokens) ? .limit : .prohibit)
      }
      if key == "not", next == "allowed" || next == "permitted" || next == "negotiable" { return .prohibit }
      if key == "only" || key == "just" && next.map({ WordLists.numberWords.contains($0) }) == true {
        found = found ?? .only
      }
      if key == "without" || keepers.contains(key) || keepers.contains(tokens[index].stem) {
        found = found ?? .preserve
      }
      if needs.contains(key) || key == "has" && next == "to" || key == "have" && next == "to" || key == "least" {
        found = found ?? .require
      }
      if limits.contains(key) { found = found ?? .limit }
    }
    return found
  }

  /// "no extra hours", "no budget": a limit; "no real money may decide": a ban.
  private static func limitsAfterNo(_ index: Int, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
    !(index..<range.upperBound).contains {
      tokens[$0].key == "may" || tokens[$0].key == "can" || tokens[$0].key == "should"
    }
  }

  static let prohibitions: Set<WordKey> = [
    "cannot", "can't", "cant", "mustn't", "won't", "forbidden", "prohibited", "frozen", "banned", "non-negotiable",
    "shouldn't", "off-limits", "disallowed", "ruled-out", "forbids", "doesn't", "nobody", "nothing",
  ]
  private static let allowed: Set<WordKey> = ["allowed", "permitted", "possible", "an", "negotiable", "acceptable"]
  static let needs: Set<WordKey> = [
    "must", "required", "needs", "mandatory", "obliged", "require", "requires", "shall",
  ]
  private static let strongNeeds: Set<WordKey> = ["must", "required", "mandatory", "obliged", "shall", "requires"]
  static let limits: Set<WordKey> = [
    "limited", "tight", "capped", "limit", "scarce", "fixed", "maximum", "max", "budget", "at-most", "one", "capacity",
  ]
  private static let keepers: Set<WordKey> = [
    "keep", "maintain", "preserve", "remain", "remains", "stay", "stays", "protect", "retain", "unchanged", "intact",
    "continue",
  ]
  private static let soft: Set<WordKey> = ["prefer", "preferably", "ideally", "rather", "hopefully", "nice", "would"]
}
