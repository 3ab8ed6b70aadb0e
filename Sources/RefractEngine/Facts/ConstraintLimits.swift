/// Limits that no "must" or "cannot" tells: what authorities bind, what a place holds, what "only" rations, what is
/// refused, and bans without a verb.
extension ConstraintProse {
  func isLimiting(_ statement: Statement, _ range: Range<Int>) -> Bool {
    binds(statement) || holds(statement) || rations(statement, range) || stays(statement)
      || isThreshold(statement) || hasHours(statement) || isScarce(statement, range)
  }

  // MARK: "the law requires a stamp", "the office allows no more than two", "the licence says no ads"

  private func binds(_ statement: Statement) -> Bool {
    guard statement.tense != .past, !statement.isPassive, let subject = statement.subject, isAuthority(subject) else {
      return isOwingApproval(statement)
    }
    let verb = tokens[statement.main]
    let lemma = AttemptHistory.lemma(verb.key)
    let behind = statement.group.upperBound
    if LimitWords.bindings.contains(lemma), !statement.isNegated, statement.modal == nil {
      // "the city requires 75%"; "the school needs" is a want.
      return !["help", "time", "patience", "work"].contains(next(behind))
    }
    if lemma == "rule" { return next(behind) == "out" }
    if ["say", "allow", "permit", "tolerate", "accept", "grant", "fund"].contains(lemma), !statement.isNegated {
      let start = next(behind) == "that" ? behind + 1 : behind
      return ["no", "only", "any", "every", "nothing", "nobody"].contains(next(start))
        || ["at"].contains(next(start)) && ["most", "least"].contains(next(start + 1))
        || next(start) == "up" && next(start + 1) == "to"
    }
    return false
  }

  /// "hasn't approved any further form".
  private func isOwingApproval(_ statement: Statement) -> Bool {
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    return statement.isNegated && statement.tense == .perfect && ["approve", "authorise", "authorize"].contains(lemma)
      && !subjectIsOwn(statement)
  }

  private func isAuthority(_ subject: Range<Int>) -> Bool {
    subject.contains { index in
      LimitWords.authorities.contains(tokens[index].key) || LimitWords.authorities.contains(tokens[index].stem)
    }
  }

  // MARK: "the room fits 15", "the supplier only delivers from 200", "the budget is €15,000"

  private func holds(_ statement: Statement) -> Bool {
    guard statement.tense == .present, !statement.isNegated, let subject = statement.subject,
      LimitWords.holdings.contains(AttemptHistory.lemma(tokens[statement.main].key))
    else { return false }
    let isVessel = LimitWords.vessels.contains(tokens[subject.upperBound - 1].key)
    return isVessel && isAmount(statement.group.upperBound)
  }

  /// "at most three", "no more than two".
  func isBound(_ index: Int) -> Bool {
    if next(index) == "at", next(index + 1) == "most" { return isNumeral(index + 2) }
    return next(index) == "no" && next(index + 1) == "more" && next(index + 2) == "than" && isNumeral(index + 3)
  }

  private func isAmount(_ index: Int) -> Bool {
    (index..<index + 3).contains {
      tokens[safe: $0]?.kind == .number || WordLists.numberWords.contains(next($0))
    }
  }

  private func rations(_ statement: Statement, _ range: Range<Int>) -> Bool {
    // "may rehearse on Tuesdays only"
    if statement.modal == "may" || statement.modal == "must", !isCounted(statement.subject) {
      return statement.complement.contains { tokens[$0].key == "only" }
    }
    // "we have at most three evenings"
    if ["have", "has"].contains(tokens[statement.main].key), isBound(statement.group.upperBound) { return true }
    guard statement.tense == .present || statement.modal == "will" || statement.modal == "can" else { return false }
    guard statement.opener == nil, !isCounted(statement.subject) else { return false }
    let near =
      max(range.lowerBound, statement.group.lowerBound - 1)..<min(statement.group.upperBound + 1, range.upperBound)
    guard near.contains(where: { tokens[$0].key == "only" }) else { return false }
    let lemma = isBe(statement) ? "be" : AttemptHistory.lemma(tokens[statement.main].key)
    guard LimitWords.rationed.contains(lemma) else { return false }
    let behind = statement.group.upperBound..<min(statement.group.upperBound + 6, range.upperBound)
    if lemma == "be" {
      // "is only free two days a month", "there is only one room": a thing that is short, not a small share.
      let isThere = statement.subject.map { tokens[$0.lowerBound].key == "there" } ?? false
      let isOpen = behind.contains { ["free", "available", "open", "allowed", "valid"].contains(tokens[$0].key) }
      return isOpen || isThere && behind.prefix(3).contains { isNumeral($0) }
    }
    return behind.contains { tokens[$0].kind == .number || LimitWords.places.contains(tokens[$0].key) }
      || lemma == "accept" || lemma == "pay"
  }

  private func isBe(_ statement: Statement) -> Bool {
    ["is", "are", "there's", "be", "it's"].contains(tokens[statement.main].key)
  }

  /// "the walls stay where they are".
  private func stays(_ statement: Statement) -> Bool {
    guard statement.tense == .present || statement.modal == "must" || statement.modal == "will" else { return false }
    guard ["stay", "remain"].contains(AttemptHistory.lemma(tokens[statement.main].key)), !statement.isNegated else {
      return false
    }
    let behind = statement.group.upperBound
    return ["where", "as", "unchanged", "untouched"].contains(next(behind))
  }

  /// "attendance below 70% means that the funder stops paying".
  private func isThreshold(_ statement: Statement) -> Bool {
    guard statement.tense == .present, AttemptHistory.lemma(tokens[statement.main].key) == "mean" else { return false }
    return (statement.start..<statement.main).contains {
      ["below", "above", "under", "over", "than"].contains(tokens[$0].key) && tokens[safe: $0 + 1]?.kind == .number
    }
  }

  /// "open until 3 p.m.", "is closed in February".
  private func hasHours(_ statement: Statement) -> Bool {
    guard statement.tense == .present else { return false }
    let behind = statement.group.upperBound
    return ["open", "closed"].contains(next(behind))
      && ["until", "till", "from", "in", "on"].contains(next(behind + 1))
      && next(behind + 1) != "in"
      || next(behind) == "closed" && next(behind + 1) == "in"
        && NumberWords.months.contains(next(behind + 2))
  }

  /// "38% of the children".
  func isCounted(_ subject: Range<Int>?) -> Bool {
    guard let subject else { return false }
    let lower = max(sentence.tokens.lowerBound, subject.lowerBound - 6)
    return (lower..<subject.upperBound).contains { tokens[$0].key == "%" || tokens[$0].key == "percent" }
  }

  // MARK: "has to approve", "won't sell"

  /// "the works council has to approve it", "results have to be out within 60 minutes".
  func isOwed(_ statement: Statement) -> Bool {
    let verb = statement.group.upperBound + 1
    let main = next(verb) == "be" ? verb + 1 : verb
    if LimitWords.approvals.contains(AttemptHistory.lemma(next(main))) { return true }
    guard !subjectIsOwn(statement) else { return false }
    let end = statement.range.upperBound
    // "the oven has to be filled, otherwise it does not pay"
    let isOrElse = next(end) == "," && ["otherwise", "else"].contains(next(end + 1))
    return isOrElse
      || (main..<min(main + 8, max(main, end))).contains {
        LimitWords.bounds.contains(tokens[$0].key)
          || tokens[$0].key == "at" && tokens[safe: $0 + 1]?.kind == .number && next($0 + 2) == ":"
      }
  }

  func isRefusal(_ lemma: WordKey, _ statement: Statement) -> Bool {
    guard !LimitWords.failings.contains(lemma), let subject = statement.subject else { return false }
    // "the kids won't eat it": what it is about stands elsewhere.
    let behind = statement.group.upperBound
    if ["it", "them", "that"].contains(next(behind)), tokens[safe: behind + 1]?.kind != .word { return false }
    return !["it", "this", "that", "they", "nobody", "you"].contains(tokens[subject.lowerBound].key)
  }

  // MARK: Without a verb

  /// "No machine within 1 m of gas", "no sleeping in the vehicles", "city: no docks".
  func isBareBan(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    guard tokens[first].key == "no", range.count >= 2, tokens[first + 1].kind == .word else { return false }
    // "No bed rails, that counts as restraint."
    let comma = range.prefix(6).first { tokens[$0].key == "," }
    let isReasoned = comma.map { ["that", "this", "it", "because", "since", "as"].contains(next($0 + 1)) } ?? false
    if isReasoned, first == sentence.tokens.lowerBound, !LimitWords.outcomes.contains(tokens[first + 1].key) {
      return true
    }
    let noun = tokens[first + 1].key
    let isKept = noun == "change" || noun == "changes"
    if LimitWords.outcomes.contains(noun), !(isKept && next(first + 2) == "to") { return false }
    let isRestricted = (first + 2..<range.upperBound).contains { LimitWords.places.contains(tokens[$0].key) }
    let isDeed = Verbs.entry(noun)?.form == .gerund || isGerund(first + 1) && isRestricted
    guard first > sentence.tokens.lowerBound else {
      let ends = range.upperBound >= sentence.tokens.upperBound - 1
      return isRestricted || isDeed || !ends && next(range.upperBound) == ","
    }
    let before = tokens[first - 1].key
    if before == ":" { return isSpeaker(first - 1) }
    // "no docks, no charging": goes with the one before it.
    if before == "so" { return isRestricted || isDeed }
    let isChained = before == "," && sentence.tokens.lowerBound + 1 < first && hasBanBefore(first)
    return isChained || before == "," && isDeed || before == "," && isRestricted && isKept
  }

  private func isGerund(_ index: Int) -> Bool {
    reading.document.text(reading.document.span(field: sentence.field, index..<index + 1)).hasSuffix("ing")
  }

  private func hasBanBefore(_ index: Int) -> Bool {
    var place = index - 2
    while place > sentence.tokens.lowerBound, index - place < 10, ![",", ":", "."].contains(tokens[place].key) {
      place -= 1
    }
    let start = [",", ":", "."].contains(tokens[place].key) ? place + 1 : place
    return tokens[start].key == "no" && !LimitWords.outcomes.contains(next(start + 1))
  }

  /// Somebody who may forbid stands in front of the colon.
  private func isSpeaker(_ colon: Int) -> Bool {
    let lower = max(sentence.tokens.lowerBound, colon - 7)
    return (lower..<colon).contains {
      LimitWords.authorities.contains(tokens[$0].key) || LimitWords.authorities.contains(tokens[$0].stem)
        || ["rep", "again", "director", "boss", "mayor", "head", "chief", "cfo", "ceo", "hr"].contains(tokens[$0].key)
    }
  }

  /// "19 classes a week, that's the limit": what stands before or in the piece is final.
  func hasLastWord(_ range: Range<Int>) -> Bool {
    // "that's the limit" itself, cut off by its comma.
    guard range.count > 4 else { return false }
    var end = range.upperBound
    if [",", "–", "-", "("].contains(next(end)) { end += 1 }
    return LimitWords.lastWords.contains { words in
      let starts = [end] + Array(range.suffix(6))
      return starts.contains { start in
        start < sentence.tokens.upperBound
          && zip(words.indices, words).allSatisfy { next(start + $0) == $1 }
      }
    }
  }

  /// "the grant requires that | half of the places are free": with what was cut off behind "that".
  func completed(in piece: Range<Int>) -> Range<Int>? {
    guard let range = limit(in: piece) else { return nil }
    guard tokens[range.upperBound - 1].key == "that" else { return range }
    var end = range.upperBound
    while end < sentence.tokens.upperBound, tokens[end].kind != .punctuation { end += 1 }
    return range.lowerBound..<end
  }

  /// A clause in front of the question that its sentence ends with.
  func isAside(_ range: Range<Int>) -> Bool {
    guard range.upperBound < sentence.tokens.upperBound - 3 else { return false }
    return ![
      "can", "could", "would", "should", "what", "how", "why", "which", "is", "are", "do", "does", "if", "who",
      "where", "when", "shall", "will",
    ].contains(tokens[range.lowerBound].key) && next(range.upperBound) != "?"
  }

  func isHedged(_ range: Range<Int>) -> Bool {
    range.contains { ["possibly", "perhaps", "maybe", "probably", "seems", "apparently"].contains(tokens[$0].key) }
  }

  // MARK: By the words alone

  /// What a glance at neighbouring words tells, however the sentence is built.
  func hasLimitWords(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let key = tokens[index].key
      if LimitWords.denials.contains(key) { return isDenial(index, range) }
      if key == "has" || key == "have" {
        return next(index + 1) == "to" && isOwedBehind(index + 2, range) || isFull(index)
      }
      if LimitWords.ceilings.contains(key), isCeiling(index, range) { return true }
      if LimitWords.vessels.contains(key), isHolding(index + 1) { return true }
      return isRuleOfAuthority(index)
    }
  }

  /// "the fire permit caps the house", "the agreement rules out a fourth night".
  private func isRuleOfAuthority(_ index: Int) -> Bool {
    guard LimitWords.authorities.contains(tokens[index].key) else { return false }
    if ["rule", "rules"].contains(next(index + 1)) { return next(index + 2) == "out" }
    guard let entry = Verbs.entry(next(index + 1)),
      entry.form == .third || entry.form == .base && tokens[index].key != tokens[index].stem
    else { return false }
    return LimitWords.bindings.contains(entry.baseKey)
      && !["help", "time", "patience", "work", "us"].contains(next(index + 2))
  }

  /// "doesn't allow return fees", "hasn't approved any further form".
  private func isDenial(_ index: Int, _ range: Range<Int>) -> Bool {
    let isNot = next(index + 1) == "not"
    let verb = AttemptHistory.lemma(next(index + (isNot ? 2 : 1)))
    let hasOwn = index > range.lowerBound && ["i", "we"].contains(tokens[index - 1].key)
    guard !hasOwn, isNot || !["does", "do", "has", "have"].contains(tokens[index].key) else { return false }
    return ["allow", "permit", "tolerate", "approve", "authorise", "authorize"].contains(verb)
  }

  /// "has to be thrown away", "have to be out within 60 minutes"; a date alone makes a deadline.
  private func isOwedBehind(_ verb: Int, _ range: Range<Int>) -> Bool {
    let main = next(verb) == "be" ? verb + 1 : verb
    let subject = next(verb - 3 >= range.lowerBound ? verb - 3 : verb)
    guard !["i", "we", "you"].contains(subject) else { return false }
    if next(verb) == "be", LimitWords.approvals.contains(AttemptHistory.lemma(next(main))) { return true }
    return (main..<min(main + 8, max(main, range.upperBound))).contains {
      LimitWords.bounds.contains(tokens[$0].key) || tokens[$0].key == "hand" && tokens[$0 - 1].key == "by"
    }
  }

  /// "the kitchen seats 14", "the ferry takes 30 cars".
  private func isHolding(_ verb: Int) -> Bool {
    let holds: Set<WordKey> = ["fits", "holds", "seats", "sleeps", "takes", "accommodates", "carries"]
    guard holds.contains(next(verb)), isNumeral(verb + 1) else { return false }
    // "the bus takes 30 minutes", "the church holds 2 services": no room.
    return UnitWords.apart[next(verb + 2)] == nil && tokens[safe: verb + 1]?.key != "$"
  }

  private func isNumeral(_ index: Int) -> Bool {
    tokens[safe: index]?.kind == .number || WordLists.numberWords.contains(next(index))
  }

  /// "and will have no more".
  private func isFull(_ index: Int) -> Bool {
    next(index + 1) == "no" && next(index + 2) == "more" && tokens[safe: index + 3]?.kind != .word
      && index > sentence.tokens.lowerBound && ["will", "can"].contains(tokens[index - 1].key)
  }

  /// "the budget for building work this year is €15,000".
  private func isCeiling(_ index: Int, _ range: Range<Int>) -> Bool {
    guard let link = (index + 1..<index + 8).first(where: { ["is", "are"].contains(next($0)) }),
      link < range.upperBound,
      next(link) != ":" || link == index + 1,
      !(index + 1..<link).contains(where: { tokens[$0].kind == .punctuation })
    else { return false }
    return tokens[safe: link + 1].map { $0.kind == .number || ["$", "€", "£"].contains($0.key) } == true
  }
}
