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
      guard name == "problem" || name.hasPrefix("context") || name == "title" || name == "deadline" else { continue }
      let isListed = sections[number] == .constraints && sentence.isListItem
      if isListed {
        if let found = constraint(sentence.tokens, field: sentence.field, isListed: true, reading, index) {
          append(found, to: &result, document)
        }
        continue
      }
      guard sections[number] != .options, sections[number] != .attempts else { continue }
      for (place, clause) in pieces(of: sentence, in: document).enumerated() {
        guard tells(clause, sentence: number, clause: place, reading) else { continue }
        let narrowed = narrowed(clause, tokens: document.tokens[sentence.field])
        if let found = constraint(narrowed, field: sentence.field, isListed: false, reading, index) {
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

  /// Clauses, cut further at commas before a new statement ("budget is tight, we cannot hire").
  private static func pieces(of sentence: Document.Sentence, in document: Document) -> [Range<Int>] {
    let tokens = document.tokens[sentence.field]
    var result: [Range<Int>] = []
    for clause in sentence.clauses {
      var start = clause.lowerBound
      for index in clause where tokens[index].key == "," && index + 1 < clause.upperBound {
        let next = tokens[index + 1]
        let after = tokens[safe: index + 2]
        let opens =
          WordLists.pronouns.contains(next.key) || cueStarts.contains(next.key)
          || next.key == "and"
            && after.map { WordLists.pronouns.contains($0.key) || WordLists.determiners.contains($0.key) } == true
        if opens, index > start {
          result.append(start..<index)
          start = index + 1
        }
      }
      if start < clause.upperBound { result.append(start..<clause.upperBound) }
    }
    return result
  }

  /// From the last "that" or ", and" in front of the cue on: "our rule says that all code must meet the standard".
  private static func narrowed(_ range: Range<Int>, tokens: [Token]) -> Range<Int> {
    guard let cue = range.first(where: { prohibitions.contains(tokens[$0].key) || needs.contains(tokens[$0].key) })
    else {
      return range
    }
    var start = range.lowerBound
    for index in range where index < cue && index + 1 < cue {
      if tokens[index].key == "that" && index > range.lowerBound { start = index + 1 }
      if tokens[index].key == ",", tokens[index + 1].key == "and" || tokens[index + 1].key == "so" { start = index + 2 }
    }
    return start < cue ? start..<range.upperBound : range
  }

  private static let cueStarts: Set<WordKey> = ["no", "cannot", "can't", "must", "without", "only", "never", "budget"]

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
    "shouldn't", "off-limits", "disallowed", "ruled-out",
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

  // MARK: Prose

  /// A clause of prose that sets a limit, and does not tell of an inability, a fear or a story.
  private static func tells(_ range: Range<Int>, sentence number: Int, clause: Int, _ reading: Reading) -> Bool {
    let document = reading.document
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    let isQuestion = tokens[sentence.tokens.upperBound - 1].key == "?"
    let asks = isQuestion || reading.tokens(sentence).contains { wants.contains($0.key) }
    for index in range where tokens[index].kind == .word {
      let key = tokens[index].key
      let next = tokens[safe: reading.next(field: sentence.field, index + 1)]
      switch key {
      case "cannot", "can't", "cant", "won't", "can":
        guard key != "can" || next?.key == "not" else { continue }
        var place = key == "can" ? index + 2 : index + 1
        while let token = tokens[safe: place], WordLists.adverbs.contains(token.key) { place += 1 }
        let verb = tokens[safe: place]
        if verb?.key == "go", ["up", "down", "over", "above", "below"].contains(tokens[safe: place + 1]?.key ?? "") {
          return !isQuestion
        }
        if bans(verb, subjectAt: index, in: range, tokens, isQuestion: isQuestion) { return true }
      case "must", "mustn't":
        if !isQuestion || next?.key == "not" { return !isGuess(next, tokens, index) }
      case "without":
        guard asks, let next, next.kind == .word else { continue }
        if isQuestion || harms.contains(next.key) { return Verbs.entry(next.key)?.form == .gerund || isQuestion }
      case "don't":
        if next?.key == "break" || next?.key == "want", asks { return next?.key == "break" }
      case "allowed", "permitted":
        if range.contains(where: { $0 < index && index - $0 <= 2 && WordLists.negations.contains(tokens[$0].key) }) {
          return true
        }
      case "budget", "money", "funds", "cash", "funding":
        if range.contains(where: { tightness.contains(tokens[$0].key) && abs($0 - index) <= 5 }) { return true }
      case "frozen", "freeze":
        if range.contains(where: { frozenThings.contains(tokens[$0].stem) || frozenThings.contains(tokens[$0].key) }) {
          return true
        }
      case "capped", "non-negotiable", "forbidden", "prohibited", "mandatory": return true
      case "have", "has":
        // "has to stay as it is": a demand on a thing; "we have to guess" is a complaint.
        if next?.key == "to", let verb = tokens[safe: index + 2], stays.contains(verb.key) { return true }
      case "only":
        if let next, WordLists.numberWords.contains(next.key) || next.kind == .number, asksHave(index, range, tokens) {
          return true
        }
      case "no":
        if let next, shortages.contains(next.key) || shortages.contains(next.stem), isHave(index, range, tokens) {
          return true
        }
        if let next, next.key == "more", let third = tokens[safe: index + 2], shortages.contains(third.key) {
          return true
        }
      case "keep", "keeping", "maintain", "maintaining", "preserve", "preserving":
        if asks,
          index == range.lowerBound || tokens[index - 1].key == "while" || tokens[index - 1].key == "must"
            || tokens[index - 1].key == "to" && range.contains(where: { wants.contains(tokens[$0].key) })
        {
          return isQuestion || tokens[index - 1].key == "while" || tokens[index - 1].key == "must"
        }
      case "refuse", "refuses":
        if index > range.lowerBound, tokens[index - 1].key == "i" || tokens[index - 1].key == "we" { return true }
      case "required", "obliged": if next?.key == "to" || next?.key == "by" { return true }
      default: continue
      }
    }
    return false
  }

  /// "cannot change the lease" bans; "cannot see why", "can't do both", "could not go on" do not.
  private static func bans(
    _ verb: Token?, subjectAt index: Int, in range: Range<Int>, _ tokens: [Token], isQuestion: Bool
  ) -> Bool {
    guard let verb, verb.kind == .word, !abilities.contains(verb.key), !isQuestion else { return false }
    if range.contains(where: { tokens[$0].key == "both" && $0 > index && $0 - index <= 3 }) { return false }
    // "who cannot", "which I can't fill": a description.
    return !tokens[max(range.lowerBound, index - 2)..<index].contains { relatives.contains($0.key) }
  }

  /// "must be the router", "must have been": a guess.
  private static func isGuess(_ next: Token?, _ tokens: [Token], _ index: Int) -> Bool {
    next?.key == "have" || tokens[safe: index + 2]?.key == "been"
      || next?.key == "be"
        && tokens[safe: index + 2].map { ["a", "the", "some", "something"].contains($0.key) } == true
  }

  private static func isHave(_ index: Int, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
    index == range.lowerBound
      || index > 0
        && ["have", "has", "is", "are", "with", "'s", "there's", "and", "get"].contains(tokens[index - 1].key)
  }

  private static func asksHave(_ index: Int, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard index > range.lowerBound else { return false }
    return ["have", "has", "got", "is", "are", "with"].contains(tokens[index - 1].key)
  }

  private static let wants: Set<WordKey> = [
    "need", "needs", "must", "want", "wants", "how", "goal", "should", "trying",
  ]
  private static let relatives: Set<WordKey> = ["who", "which", "whom", "that", "why", "what", "where"]
  private static let harms: Set<WordKey> = [
    "losing", "breaking", "forcing", "annoying", "hurting", "harming", "alienating", "slowing", "raising", "hiring",
    "adding", "increasing", "disrupting", "firing", "closing", "sacrificing", "spending", "scaring", "cutting",
    "upsetting",
    "buying", "changing", "damaging", "stopping", "compromising", "violating", "rewriting", "interrupting", "reducing",
    "lowering", "burning", "overloading", "pushing", "driving",
  ]
  private static let abilities: Set<WordKey> = [
    "see", "know", "tell", "say", "explain", "understand", "find", "remember", "imagine", "promise", "believe", "think",
    "go", "be", "figure", "reproduce", "agree", "decide", "help", "seem", "keep", "serve", "reach", "wait", "get",
    "come",
    "sleep", "recall", "predict", "measure", "fill", "give", "cope", "follow", "hear", "stand", "trust", "compete",
    "quite", "even", "really", "always", "happen", "work",
  ]
  private static let tightness: Set<WordKey> = [
    "tight", "limited", "no", "small", "little", "frozen", "capped", "fixed", "without", "lack", "short", "of", "isn't",
    "zero",
  ]
  private static let frozenThings: Set<WordKey> = [
    "hiring", "budget", "budgets", "headcount", "hire", "spending", "scope", "recruitment",
  ]
  private static let stays: Set<WordKey> = [
    "stay", "remain", "keep", "be", "work", "run", "continue", "comply", "meet", "pass",
  ]
  private static let shortages: Set<WordKey> = [
    "budget", "money", "funds", "staff", "time", "extra", "additional", "headcount", "space", "room", "veto", "hiring",
    "new", "downtime", "funding", "overtime",
  ]
}
