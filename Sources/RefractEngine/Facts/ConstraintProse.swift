/// Whether a piece of prose sets a limit, and which words of it do; not an inability, a fear or a story.
struct ConstraintProse {
  let reading: Reading
  let sentence: Document.Sentence
  let number: Int
  let tokens: [Token]

  init(reading: Reading, sentence number: Int) {
    self.reading = reading
    self.number = number
    sentence = reading.document.sentences[number]
    tokens = reading.document.tokens[sentence.field]
  }

  /// The limiting words of a piece; nil if it sets no limit.
  func limit(in range: Range<Int>) -> Range<Int>? {
    if let phrase = preserving(range) { return phrase }
    guard !isQuestion || isAside(range), !isHedged(range) else { return nil }
    let statements = reading.statements[number].filter { range.contains($0.main) && ($0.isMain || $0.opener == "that") }
    for statement in statements {
      if forbids(statement, range) || demands(statement) || denies(statement) { return narrowed(range, statement) }
      if isShort(statement, range) || isFixed(statement) || isLimiting(statement, range) { return range }
    }
    if statements.isEmpty, isBareLimit(range) { return range }
    if statements.allSatisfy({ !$0.isMain }), isBareBan(range) { return range }
    if hasLimitWords(range) || isLawful(range) { return range }
    return hasTightMoney(range) || isRuledOut(range) || hasLastWord(range) ? range : nil
  }

  var isQuestion: Bool { tokens[sentence.tokens.upperBound - 1].key == "?" }

  func next(_ index: Int) -> WordKey { tokens[safe: index]?.key ?? WordKey(hash: 0) }

  /// From the last "that" in front of the verb on: "our rule says that all code must meet the standard".
  private func narrowed(_ range: Range<Int>, _ statement: Statement) -> Range<Int> {
    let verb = statement.group.lowerBound
    if let that = range.last(where: { tokens[$0].key == "that" && $0 < verb && $0 > range.lowerBound }) {
      return that + 1..<range.upperBound
    }
    // "The subscription is 90 euros a year and can't go up": what is limited stands in front.
    if !statement.hasOwnSubject, let subject = statement.subject, subject.upperBound <= range.lowerBound,
      range.lowerBound - subject.lowerBound <= 14, !WordLists.pronouns.contains(tokens[subject.lowerBound].key)
    {
      return subject.lowerBound..<range.upperBound
    }
    return range
  }

  // MARK: "without losing the tenors", "while keeping the price"

  /// A condition inside a question or a wish, by itself.
  private func preserving(_ range: Range<Int>) -> Range<Int>? {
    let asks = isQuestion || range.contains { Self.wants.contains(tokens[$0].key) }
    guard asks else { return nil }
    for index in range where tokens[index].kind == .word {
      let key = tokens[index].key
      if key == "without", let verb = tokens[safe: index + 1], verb.kind == .word {
        let isDeed = Verbs.entry(verb.key)?.form == .gerund
        let isWish = range.contains { ["need", "want"].contains(tokens[$0].key) && $0 < index }
        if isDeed || isQuestion || Self.harms.contains(verb.key) || isWish { return index..<range.upperBound }
      }
      if Self.keepers.contains(key), index > range.lowerBound, ["while", "and"].contains(tokens[index - 1].key) {
        return index..<range.upperBound
      }
      if key == "don't" || key == "not", ["break", "lose", "raise"].contains(next(index + 1)), isQuestion || asks {
        return index..<range.upperBound
      }
    }
    return nil
  }

  private static let wants: Set<WordKey> = [
    "need", "needs", "must", "want", "wants", "how", "goal", "should", "trying",
  ]
  private static let keepers: Set<WordKey> = ["keep", "keeping", "maintain", "maintaining", "preserve", "preserving"]
  private static let harms: Set<WordKey> = ["losing", "breaking", "more", "extra", "new", "any"]

  // MARK: "cannot change the lease", "may not search bags"

  private func forbids(_ statement: Statement, _ range: Range<Int>) -> Bool {
    guard let modal = statement.modal ?? contractedModal(statement),
      statement.isNegated || Self.negatedModals.contains(modal)
        || deniedSubject(statement)
    else { return false }
    let verb = tokens[statement.main]
    let lemma = AttemptHistory.lemma(verb.key)
    if ["would", "wouldn't", "could", "couldn't", "might"].contains(modal) { return false }
    // "can't thank them enough", "38% cannot swim": no ban.
    if range.contains(where: { tokens[$0].key == "enough" && $0 > statement.main }) || isCounted(statement.subject) {
      return false
    }
    if range.contains(where: { tokens[$0].key == "both" && $0 > statement.main && $0 - statement.main <= 3 }) {
      return false
    }
    // "cannot go up": a level that must stay.
    if lemma == "go" { return ["up", "down", "over", "above", "below", "beyond"].contains(next(statement.main + 1)) }
    if lemma == "be" || statement.main == statement.group.lowerBound, !statement.isPassive {
      return ["must", "mustn't"].contains(modal) || modal == "may"
    }
    // "may not know": a guess.
    if modal == "may", Self.states.contains(lemma) { return false }
    if ["won't", "wont", "will"].contains(modal), !statement.isPassive {
      return isGatekeeper(lemma, statement) || isRefusal(lemma, statement)
    }
    if Self.abilities.contains(lemma), !statement.isPassive { return false }
    return true
  }

  private func contractedModal(_ statement: Statement) -> WordKey? {
    let key = tokens[statement.group.lowerBound].key
    return Self.negatedModals.contains(key) ? key : nil
  }

  /// "nothing may be changed", "no real money may decide".
  private func deniedSubject(_ statement: Statement) -> Bool {
    guard let subject = statement.subject, ["may", "can", "must", "should", "will"].contains(statement.modal ?? "")
    else {
      return false
    }
    return ["nothing", "nobody", "no", "none"].contains(tokens[subject.lowerBound].key)
  }

  private static let negatedModals: Set<WordKey> = ["cannot", "can't", "cant", "mustn't", "won't", "wont", "shouldn't"]

  // MARK: "must keep one adult", "has to stay as it is"

  private func demands(_ statement: Statement) -> Bool {
    if statement.modal == "must", !statement.isNegated {
      let lemma = AttemptHistory.lemma(tokens[statement.main].key)
      // "must have been", "must be a fault": guesses.
      let helper = tokens[statement.group].contains { ["have", "be"].contains($0.key) }
      let isPerfect = tokens[statement.group].contains { $0.key == "have" }
      // "I must admit"
      if subjectIsOwn(statement), ["admit", "say", "confess", "add", "stress", "mention"].contains(lemma) {
        return false
      }
      // "they must be tired"
      if LimitWords.conditions.contains(next(statement.group.upperBound)) { return false }
      let isGuess =
        lemma == "have" || isPerfect || helper && !statement.isPassive && isIndefinite(statement.group.upperBound)
      return !isGuess
    }
    let verb = tokens[statement.main]
    if ["has", "have"].contains(verb.key), next(statement.group.upperBound) == "to" {
      return Self.stays.contains(next(statement.group.upperBound + 1)) || isOwed(statement)
    }
    if ["required", "obliged"].contains(verb.key) { return ["to", "by"].contains(next(statement.group.upperBound)) }
    return false
  }

  private func isIndefinite(_ index: Int) -> Bool {
    ["a", "the", "some", "something", "because"].contains(next(index))
  }

  private static let stays: Set<WordKey> = [
    "stay", "remain", "keep", "continue", "comply", "meet",
  ]

  // MARK: "the landlord doesn't allow another line", "the bank will not lend more"

  private func denies(_ statement: Statement) -> Bool {
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    if statement.isPassive {
      if statement.isNegated, ["allow", "permit"].contains(lemma) { return true }
      return ["forbid", "prohibit", "ban", "bar"].contains(lemma) && statement.tense != .past
    }
    guard statement.tense == .present || statement.modal == "will" else { return false }
    if lemma == "forbid" || lemma == "prohibit" { return true }
    if lemma == "refuse" { return subjectIsOwn(statement) }
    return statement.isNegated && isGatekeeper(lemma, statement)
  }

  /// Those who hold the purse or the key, and what they do not grant.
  private func isGatekeeper(_ lemma: WordKey, _ statement: Statement) -> Bool {
    guard Self.grants.contains(lemma) else { return false }
    // "otherwise it does not pay"
    if lemma == "pay", let subject = statement.subject, ["it", "that", "this"].contains(tokens[subject.lowerBound].key)
    {
      return false
    }
    return !subjectIsOwn(statement) || lemma == "touch" || lemma == "accept"
  }

  func subjectIsOwn(_ statement: Statement) -> Bool {
    guard let subject = statement.subject else { return false }
    return ["i", "we", "i'm", "we're", "we'll", "i'll"].contains(tokens[subject.lowerBound].key) && subject.count == 1
  }

  private static let grants: Set<WordKey> = [
    "allow", "let", "permit", "accept", "lend", "pay", "fund", "cover", "tolerate", "approve", "sell", "extend",
    "touch",
    "change", "grant", "authorise", "authorize", "sign", "release", "raise", "finance", "agree",
  ]
  private static let states: Set<WordKey> = ["know", "be", "seem", "feel", "realise", "realize", "notice", "like"]
  private static let abilities: Set<WordKey> = [
    "see", "know", "tell", "say", "explain", "understand", "find", "remember", "imagine", "promise", "believe", "think",
    "figure", "reproduce", "agree", "decide", "help", "seem", "keep", "serve", "reach", "wait", "get", "come", "sleep",
    "look", "watch", "listen", "recall", "predict", "measure", "fill", "give", "cope", "follow", "hear", "stand",
    "trust", "compete", "happen",
    "work", "bear", "prove", "guess", "read", "manage",
  ]

  // MARK: Shortages and fixtures

  /// "we have only two engineers", "there is no budget", "we have one electrician for three shifts".
  private func isShort(_ statement: Statement, _ range: Range<Int>) -> Bool {
    let verb = tokens[statement.main].key
    // "then we would have no violas" supposes.
    guard statement.modal != "would",
      ["have", "has", "is", "are", "there's", "get", "'ve"].contains(verb) || statement.modal == "can"
    else {
      return false
    }
    let start = statement.group.upperBound
    let run = start..<min(start + 4, max(start, range.upperBound))
    for index in run {
      let key = tokens[index].key
      if key == "only" || key == "just" {
        let isCount =
          next(index + 1) == "one" || WordLists.numberWords.contains(next(index + 1))
          || tokens[safe: index + 1]?.kind == .number
        return isCount && tokens[safe: index + 2]?.kind == .word && (verb == "have" || verb == "has" || verb == "'ve")
      }
      if key == "no", ["have", "has", "is", "are", "there's"].contains(verb) {
        let stem = tokens[safe: index + 1]?.stem ?? WordKey(hash: 0)
        if Self.shortages.contains(next(index + 1)) || Self.shortages.contains(stem) { return true }
        if statement.complement.suffix(3).contains(where: { tokens[$0].key == "spare" }) { return true }
        return next(index + 1) == "more" && Self.shortages.contains(next(index + 2))
      }
    }
    // "can only come at weekends", not "can only walk slowly"
    return statement.modal == "can" && tokens[statement.group].contains { $0.key == "only" }
      && statement.complement.contains { LimitWords.places.contains(tokens[$0].key) || tokens[$0].kind == .number }
  }

  /// "Pay is fixed until 2027", "spend is capped at 400k", "hiring is frozen".
  private func isFixed(_ statement: Statement) -> Bool {
    guard statement.tense == .present, !statement.isNegated else { return false }
    let words = [tokens[statement.main].key, next(statement.group.upperBound)]
    let isState =
      ["be", "is", "are", "stay", "remain"].contains(AttemptHistory.lemma(words[0])) || Self.fixed.contains(words[0])
    return isState && words.contains { Self.fixed.contains($0) } && !subjectIsOwn(statement)
  }

  private static let fixed: Set<WordKey> = [
    "fixed", "capped", "frozen", "non-negotiable", "mandatory", "forbidden", "prohibited", "binding", "off-limits",
    "compulsory", "untouchable", "sacred", "taboo", "sacrosanct", "limited", "restricted", "protected", "listed",
  ]

  /// A piece without a verb: "No capex before 2026", "only two engineers", "no budget for an agency".
  private func isBareLimit(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    let key = tokens[first].key
    if isBound(first) { return true }
    if key == "no" || key == "zero" {
      let words = range.dropFirst().prefix(4).map { tokens[$0] }
      guard let noun = words.first else { return false }
      let isShortage = words.prefix(3).contains { Self.shortages.contains($0.key) || Self.shortages.contains($0.stem) }
      let isBounded = words.dropFirst().contains { ["for", "before", "until", "till", "without"].contains($0.key) }
      return isShortage || isBounded && noun.kind == .word && !Self.notShort.contains(noun.key)
    }
    if key == "only", range.count >= 3 {
      if ["%", "percent"].contains(next(first + 2)) { return false }
      return WordLists.numberWords.contains(next(first + 1)) || tokens[first + 1].kind == .number
    }
    if Self.fixed.contains(tokens[range.upperBound - 1].key), range.count <= 8 { return true }
    return key == "max" || key == "maximum" || key == "must" || key == "cannot" || key == "can't"
  }

  private static let notShort: Set<WordKey> = [
    "change", "effect", "difference", "idea", "improvement", "success", "luck", "result", "results", "reply", "answer",
    "one", "reaction", "response", "matter", "wonder", "reason", "sign",
  ]
  private static let shortages: Set<WordKey> = [
    "budget", "money", "funds", "staff", "time", "extra", "additional", "headcount", "space", "room", "veto", "hiring",
    "new", "downtime", "funding", "overtime", "capex", "hires", "hire", "redundancies", "layoffs", "capital", "grant",
    "rewrite", "weekend", "weekends", "agency", "permission",
  ]

  private func hasTightMoney(_ range: Range<Int>) -> Bool {
    range.contains { index in
      Self.moneys.contains(tokens[index].key)
        && range.contains { Self.tightness.contains(tokens[$0].key) && abs($0 - index) <= 3 }
    }
  }

  private static let moneys: Set<WordKey> = ["budget", "money", "funds", "cash", "funding", "budgets"]
  private static let tightness: Set<WordKey> = [
    "tight", "limited", "no", "small", "frozen", "capped", "fixed", "zero", "isn't", "scarce",
  ]

  /// "out of the question", "off the table", "not an option"; "€12,000 a year, not more".
  private func isRuledOut(_ range: Range<Int>) -> Bool {
    range.contains { index in
      switch tokens[index].key {
      case "question": return index - 3 >= range.lowerBound && tokens[index - 3].key == "out"
      case "table": return index - 2 >= range.lowerBound && tokens[index - 2].key == "off"
      case "limits": return index - 1 >= range.lowerBound && tokens[index - 1].key == "off"
      case "option": return index - 2 >= range.lowerBound && ["not", "isn't", "no"].contains(tokens[index - 2].key)
      case "allowed", "permitted":
        return next(index + 1) != "by"
          && (max(range.lowerBound, index - 3)..<index).contains { WordLists.negations.contains(tokens[$0].key) }
      case "possible":
        // "not possible to hear the singer" tells of an inability.
        return index - 1 > range.lowerBound && ["not", "isn't", "aren't"].contains(tokens[index - 1].key)
          && !(next(index + 1) == "to" && Self.abilities.contains(next(index + 2)))
      case "more", "most":
        let before = tokens[max(index - 1, 0)].key
        let hasAmount = range.contains { tokens[$0].kind == .number }
        return (before == "not" || before == "no" || before == "at") && hasAmount
          && range.contains { ["can", "could", "may", "have", "pay", "pays"].contains(tokens[$0].key) }
      default: return false
      }
    }
  }
}
