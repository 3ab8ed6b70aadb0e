/// Limits by what is scarce, by whose consent is needed, and by what binds for a time: "there is just one electrician",
/// "any change has to go through the council", "the lease runs until 2027".
extension ConstraintProse {
  /// By a statement and what stands around it in its piece.
  func isScarce(_ statement: Statement, _ range: Range<Int>) -> Bool {
    guard statement.tense != .past,
      statement.tense != .perfect || isRuledOutBy(statement) || tokens[statement.main].key == "got"
    else { return false }
    return isRuledOutBy(statement) || isSingle(statement, range) || isCapped(statement, range)
      || needsConsent(statement) || hasToPass(statement) || isSetByOthers(statement) || lasts(statement)
      || restsOnOne(statement) || isKept(statement) || lacks(statement) || isReserved(statement, range)
      || isClosed(statement)
  }

  private func lemma(_ statement: Statement) -> WordKey { AttemptHistory.lemma(tokens[statement.main].key) }

  private func isNumber(_ index: Int) -> Bool {
    tokens[safe: index]?.kind == .number || WordLists.numberWords.contains(next(index))
      || UnitWords.currencySymbols.contains(next(index))
  }

  private func holds(_ keys: Set<WordKey>, in range: Range<Int>) -> Bool {
    range.contains { keys.contains(tokens[$0].key) }
  }

  // MARK: How much there is

  /// "there's just one electrician", "we've only got three weeks of hay", "we only get the hall on Tuesdays".
  private func isSingle(_ statement: Statement, _ range: Range<Int>) -> Bool {
    let behind = statement.group.upperBound
    let near = max(range.lowerBound, statement.group.lowerBound - 1)..<min(range.upperBound, behind + 2)
    let verb = lemma(statement)
    let isThere =
      statement.subject.map { tokens[$0.lowerBound].key == "there" } ?? false
      || tokens[statement.group.lowerBound].key == "there's"
    let isHaving =
      ["have", "has", "get", "got"].contains(verb) || ["got", "has", "have"].contains(tokens[statement.main].key)
    guard isThere || isHaving else { return isOwnersOnly(statement, range) }
    if holds(["only", "just"], in: near) {
      let start = min(near.upperBound, range.upperBound)
      let run = (behind..<min(behind + 4, max(behind, range.upperBound)))
      if let number = run.first(where: { isNumber($0) }) {
        // "only 30% of them" tells a share.
        return isThere || !["%", "percent", "of"].contains(next(number + 1))
      }
      return isHaving && start < range.upperBound && holds(LimitWords.places, in: start..<range.upperBound)
    }
    // "we have €2,000 left", "there is room for eight beds and no more"
    if isNumber(behind), let last = range.last, tokens[last].key == "left" { return true }
    return isThere && ["room", "money", "budget", "space", "funding"].contains(next(behind))
      && next(behind + 1) == "for"
      && (behind + 2..<min(behind + 5, max(behind + 2, range.upperBound))).contains { isNumber($0) }
  }

  /// "the hall is ours on Tuesdays only", "deliveries are possible before seven only".
  private func isOwnersOnly(_ statement: Statement, _ range: Range<Int>) -> Bool {
    guard lemma(statement) == "be" || ["is", "are"].contains(tokens[statement.main].key), let last = range.last else {
      return false
    }
    // "the hall is ours only on Tuesdays"
    let behind = statement.group.upperBound
    if ["ours", "mine", "free", "available", "open"].contains(next(behind)), next(behind + 1) == "only" {
      return holds(LimitWords.places, in: behind + 2..<range.upperBound)
    }
    return tokens[last].key == "only" && holds(LimitWords.places, in: statement.group.upperBound..<last)
  }

  /// "allows 16 amps at most", "can spend up to £400", "two evenings a week, no more", "covers 50 users".
  private func isCapped(_ statement: Statement, _ range: Range<Int>) -> Bool {
    let behind = statement.group.upperBound..<max(statement.group.upperBound, range.upperBound)
    guard behind.contains(where: { isNumber($0) }), !PartyWords.wants.contains(lemma(statement)) else { return false }
    for index in behind {
      let key = tokens[index].key
      if key == "at", next(index + 1) == "most", !isNumber(index + 2) { return true }
      if key == "up", next(index + 1) == "to", statement.modal == "can" || statement.modal == "may" {
        return isNumber(index + 2)
      }
      if key == "more", next(index + 1) == "than", isNumber(index + 2), statement.isNegated, statement.modal != nil {
        return true
      }
    }
    let end = range.upperBound
    let comma = [",", "and", "–", "-"].contains(next(end)) ? end + 1 : end
    if ["no", "not"].contains(next(comma)), next(comma + 1) == "more", tokens[safe: comma + 2]?.kind != .word {
      return statement.tense == .modal || subjectIsOwn(statement)
    }
    guard let subject = statement.subject, isNumber(statement.group.upperBound), !statement.isNegated else {
      return false
    }
    return LimitWords.papers.contains(tokens[subject.upperBound - 1].key)
      && ["cover", "allow", "permit", "include"].contains(lemma(statement))
  }

  // MARK: Who has a say

  /// "needs the consent of", "requires a permit".
  private func needsConsent(_ statement: Statement) -> Bool {
    guard ["need", "require", "take"].contains(lemma(statement)), !statement.isNegated else { return false }
    let run = statement.group.upperBound..<min(statement.group.upperBound + 4, statement.sentenceEnd)
    return holds(LimitWords.consents, in: run)
  }

  /// "any change has to go through the council", "it has to run on the old machines", "dogs have to be on a lead".
  private func hasToPass(_ statement: Statement) -> Bool {
    guard ["has", "have"].contains(tokens[statement.main].key), next(statement.group.upperBound) == "to",
      let subject = statement.subject
    else { return false }
    let verb = statement.group.upperBound + 1
    let main = AttemptHistory.lemma(next(verb))
    let first = tokens[subject.lowerBound].key
    if ["go", "pass", "come"].contains(main) { return ["through", "past", "via", "before"].contains(next(verb + 1)) }
    if ["any", "every", "all", "each", "everything", "everyone", "everybody", "whatever"].contains(first) {
      return true
    }
    if ["it", "this", "that", "solution"].contains(tokens[subject.upperBound - 1].key) {
      return ["be", "run", "work", "fit", "cost", "last", "happen", "stay", "pass"].contains(main)
        && next(verb + 1) != "twice"
    }
    guard !WordLists.pronouns.contains(first), main == "be" else { return false }
    return ["on", "in", "under", "within", "above", "below", "at", "by", "inside", "outside"].contains(next(verb + 1))
  }

  /// "prices are set by the ministry", "we're bound by the agreement".
  private func isSetByOthers(_ statement: Statement) -> Bool {
    let behind = statement.group.upperBound
    let words = [tokens[statement.main].key, next(behind)]
    guard words.contains(where: { LimitWords.settled.contains($0) }), statement.tense == .present else { return false }
    let by = words[0] == "be" || !LimitWords.settled.contains(words[0]) ? behind + 1 : behind
    guard ["by", "to"].contains(next(by)) else { return false }
    if next(by) == "to" { return words.contains("tied") || words.contains("bound") || words.contains("limited") }
    return (by + 1..<min(by + 5, max(by + 1, statement.sentenceEnd))).contains {
      LimitWords.authorities.contains(tokens[$0].key) || LimitWords.authorities.contains(tokens[$0].stem)
        || LimitWords.papers.contains(tokens[$0].key)
    }
  }

  /// "the lease runs until 2027".
  private func lasts(_ statement: Statement) -> Bool {
    guard let subject = statement.subject, ["run", "last", "bind", "end", "expire"].contains(lemma(statement)) else {
      return false
    }
    let head = tokens[subject.upperBound - 1].key
    guard LimitWords.papers.contains(head) else { return false }
    let joint = next(statement.group.upperBound)
    return ["until", "till", "through", "us", "on", "in"].contains(joint)
  }

  /// "we depend on one supplier".
  private func restsOnOne(_ statement: Statement) -> Bool {
    guard ["depend", "rely", "hang", "hinge"].contains(lemma(statement)), next(statement.group.upperBound) == "on"
    else {
      return false
    }
    return ["one", "single"].contains(next(statement.group.upperBound + 1))
      || next(statement.group.upperBound + 2) == "single"
  }

  // MARK: What must not be lost, and what is shut

  /// "I don't want to lose the older members".
  private func isKept(_ statement: Statement) -> Bool {
    guard statement.isNegated, ["want", "wish", "like"].contains(lemma(statement)), subjectIsOwn(statement),
      next(statement.group.upperBound) == "to"
    else { return false }
    return LimitWords.losses.contains(next(statement.group.upperBound + 1))
  }

  /// "only certified welders may do it", "we may only dig in winter"; "only Sepp can tension them" tells of a skill.
  private func isReserved(_ statement: Statement, _ range: Range<Int>) -> Bool {
    guard statement.modal == "may" else { return false }
    if holds(["only"], in: statement.group) { return true }
    let isNear = (statement.subject?.lowerBound ?? statement.group.lowerBound) - range.lowerBound <= 3
    return tokens[range.lowerBound].key == "only" && isNear && !holds(["%", "percent", "third", "half"], in: range)
  }

  /// "the dean has ruled out new posts".
  private func isRuledOutBy(_ statement: Statement) -> Bool {
    ["rule", "ruled", "rules"].contains(lemma(statement)) && next(statement.group.upperBound) == "out"
      && !subjectIsOwn(statement)
  }

  /// "selling the boat is out", "the recipe is not up for discussion".
  private func isClosed(_ statement: Statement) -> Bool {
    let behind = statement.group.upperBound
    guard
      ["is", "are", "isn't", "aren't"].contains(tokens[statement.main].key)
        || ["is", "are"].contains(tokens[statement.group.lowerBound].key)
    else { return false }
    if next(behind) == "out", behind + 1 >= statement.sentenceEnd - 1, let subject = statement.subject {
      let lower = min(statement.start, subject.lowerBound)
      return Verbs.entry(tokens[lower].key)?.form == .gerund
    }
    let isOpen = next(behind) == "up" && next(behind + 1) == "for" || next(behind) == "open" && next(behind + 1) == "to"
    return statement.isNegated && isOpen
      && ["discussion", "debate", "negotiation", "grabs", "change"].contains(next(behind + 2))
  }

  /// "we have no car": what the author lacks, not what went unnoticed ("we have no idea").
  func lacks(_ statement: Statement) -> Bool {
    guard ["have", "'ve"].contains(tokens[statement.main].key), subjectIsOwn(statement),
      next(statement.group.upperBound) == "no", let noun = tokens[safe: statement.group.upperBound + 1],
      noun.kind == .word, !LimitWords.outcomes.contains(noun.key)
    else { return false }
    return !LimitWords.abstracts.contains(noun.key)
  }

  // MARK: By the words alone

  /// "Budget: 3,000 euros", "by law each group needs two adults", "the law wants two adults".
  func isLawful(_ range: Range<Int>) -> Bool {
    for index in range {
      let key = tokens[index].key
      if key == "by", next(index + 1) == "law" || next(index + 1) == "contract" || next(index + 1) == "statute" {
        return true
      }
      if LimitWords.papers.contains(key),
        ["wants", "want", "demands", "demand", "expects", "says"].contains(next(index + 1))
      {
        return next(index + 1) != "says"
      }
      if LimitWords.papers.contains(key), ["runs", "ends", "expires", "lasts"].contains(next(index + 1)),
        ["until", "till", "on", "in", "at", "through"].contains(next(index + 2))
      {
        return true
      }
      if LimitWords.ceilings.contains(key), next(index + 1) == ":", index - range.lowerBound <= 1 {
        return (index + 2..<index + 5).contains { isNumber($0) }
      }
    }
    return false
  }
}
