/// How much speaks for a phrase naming a step that was taken, and for a statement telling what came of it. No single word
/// decides: grounds are added, and a reading holds from ``enough`` on.
struct StepEvidence {
  let reading: Reading
  let field: Int

  /// A named step with a judgement, or either beside another step, is enough.
  static let enough = 3.0
  /// What another step in this sentence or one of the two beside it adds.
  static let neighbour = 1.5
  /// What a line under "What we did" adds.
  static let section = 3.0

  private var tokens: [Token] { reading.document.tokens[field] }

  // MARK: The name of the step

  /// Grounds in the words that name it.
  func ofLabel(_ range: Range<Int>, isNear: Bool) -> Double {
    let tokens = tokens
    var start = range.lowerBound
    var sum = 0.0
    let isIndefinite = ["a", "an"].contains(tokens[start].key)
    if isIndefinite { sum += 0.5 }
    if ["the", "a", "an", "our"].contains(tokens[start].key), start + 1 < range.upperBound {
      // A thing already known to the reader is more often part of the story.
      if !isIndefinite { sum -= 0.5 }
      start += 1
    }
    if isGerund(range) {
      sum += 2
    } else if opensWithChange(start) {
      sum += 1.5
    } else if hasStepHead(range) {
      sum += 1.5
    } else if namesStep(range) {
      sum += 1
    }
    // "socks for patients at risk": what it is for.
    if range.contains(where: { tokens[$0].key == "for" }), !isGerund(range) { sum += 0.5 }
    if range.contains(where: { Self.standing.contains(tokens[$0].key) }) { sum -= 2 }
    if isPerson(range) { sum -= isIndefinite && isNear ? 0.5 : 2 }
    return sum
  }

  /// "recording the lessons", but "recording of calls" is a thing.
  func isGerund(_ range: Range<Int>) -> Bool {
    tokens[safe: range.lowerBound + 1]?.key != "of" && Verbs.entry(tokens[range.lowerBound].key)?.form == .gerund
      && range.count >= 2
      && !WordLists.nounFirst.contains(tokens[range.lowerBound].key)
  }

  private func opensWithChange(_ index: Int) -> Bool {
    // "a third of the jobs" is a share.
    AttemptSequel.changes.contains(tokens[index].key) && tokens[safe: index + 1]?.key != "of"
  }

  private func hasStepHead(_ range: Range<Int>) -> Bool {
    guard let head = head(range) else { return false }
    return AttemptSequel.measures.contains(head.stem) || AttemptSequel.measures.contains(head.key)
  }

  /// "the reminder texts": a noun in front of the head tells what it is.
  private func namesStep(_ range: Range<Int>) -> Bool {
    guard let chunk = range.lazy.compactMap({ reading.chunk(field: field, at: $0) }).first else { return false }
    return (max(chunk.range.lowerBound, range.lowerBound)..<chunk.head).contains {
      reading.classes[field][$0] == .noun && AttemptSequel.measures.contains(tokens[$0].stem)
    }
  }

  /// The last word of the first noun phrase.
  func head(_ range: Range<Int>) -> Token? {
    for index in range {
      if let chunk = reading.chunk(field: field, at: index), chunk.head < range.upperBound { return tokens[chunk.head] }
    }
    return range.last { tokens[$0].kind == .word }.map { tokens[$0] }
  }

  func isPerson(_ range: Range<Int>) -> Bool {
    guard !isGerund(range), let head = head(range) else { return false }
    // "a coach" may be what was tried; "two coaches" are people.
    let isPlural = PartyWords.roles.contains(head.key) && PartyWords.roles.contains(head.stem) && head.key != head.stem
    if AttemptSequel.measures.contains(head.stem), !isPlural || opensWithChange(range.lowerBound) { return false }
    return PartyWords.roles.contains(head.key) || PartyWords.roles.contains(head.stem)
  }

  // MARK: What came of it

  /// Grounds in a statement whose subject the step would be.
  func ofOutcome(_ statement: Statement) -> Double {
    if judges(statement) { return 2 + tensed(statement) }
    var sum = tensed(statement)
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    if lemma == "be" {
      // A property, not a result.
      return AttemptVerdict.tells(statement.complement, field: field, in: reading.document) ? sum + 1 : 0
    }
    if Self.results.contains(lemma), !statement.isPassive {
      sum += statement.tense == .present ? 1 : 1.5
    } else if AttemptVerdict.tells(
      statement.range.clamped(to: statement.group.lowerBound..<statement.range.upperBound),
      field: field, in: reading.document)
    {
      sum += 1
    }
    if statement.complement.prefix(12).contains(where: { reading.classes[field][$0] == .number }) { sum += 0.5 }
    return sum
  }

  /// "The rota brought peace", "the new forms have taken weeks": something known is told as a step by its result, or because
  /// it is new.
  func brings(_ statement: Statement, _ front: Range<Int>) -> Bool {
    opensWithChange(front.lowerBound + 1)
      || Self.results.contains(AttemptHistory.lemma(tokens[statement.main].key))
      || AttemptHistory.lemma(tokens[statement.main].key) == "be"
  }

  /// What a plan would need or mean, what somebody wants or says, and pieces without a finite verb tell of no step.
  func isForeign(_ statement: Statement) -> Bool {
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    if PartyWords.wants.contains(lemma) || PartyWords.concerns.contains(lemma) || Self.plans.contains(lemma) {
      return true
    }
    if lemma == "be", statement.complement.prefix(3).contains(where: { Self.barred.contains(tokens[$0].key) }),
      !statement.complement.contains(where: { tokens[$0].key == "since" })
    {
      return true
    }
    return statement.group.count == 1 && Verbs.entry(tokens[statement.main].key)?.form == .gerund
  }

  static let barred: Set<WordKey> = ["possible", "permitted", "allowed", "forbidden", "planned", "needed", "required"]
  private static let plans: Set<WordKey> = [
    "need", "require", "mean", "involve", "depend", "seem", "sound", "say", "think", "believe", "argue", "know",
    "claim",
    "call", "tell", "own", "belong", "consist", "contain", "include", "begin", "become", "wait", "hang",
  ]
  /// Words for what was there before.
  private static let standing: Set<WordKey> = [
    "old", "existing", "current", "present", "previous", "former", "usual", "normal", "original", "today's",
  ]

  private func tensed(_ statement: Statement) -> Double {
    statement.tense == .past || statement.tense == .perfect ? 0.5 : 0
  }

  /// "helped", "did nothing", "was a success", "is used by 6%", "has been possible since": said of measures only.
  func judges(_ statement: Statement) -> Bool {
    let tokens = tokens
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    let rest = statement.complement.prefix(6).map { tokens[$0].key }
    switch lemma {
    case "help", "backfire", "flop", "fizzle": return true
    case "die", "stall", "collapse", "fold", "vanish", "disappear", "peter": return statement.tense != .present
    case "run", "last": return rest.first == "for" || rest.contains("until") || rest.first == "only"
    case "work": return statement.isNegated || rest.first.map { Self.spans.contains($0) } ?? true
    // "heating failed again" tells of the trouble.
    case "fail": return rest.isEmpty || rest.first != "to" && rest.first != "again"
    case "do", "change", "achieve": return rest.contains { Self.nothings.contains($0) } || rest.first == "it"
    case "make": return rest.contains { Self.effects.contains($0) } || comparesBehind(statement)
    case "have": return rest.contains("effect") || rest.contains("impact")
    case "turn", "prove": return rest.first == "out" && rest.contains("be") || lemma == "prove" && rest.first == "to"
    case "be": return !statement.isPassive && isJudged(statement)
    case "mean", "suppose": return statement.isPassive && rest.first == "to"
    case "take":
      return statement.tense == .past && rest.contains("off")
        && statement.complement.contains { tokens[$0].kind == .number }
    case "cut", "draw", "win", "cost", "reduce", "lower", "improve", "raise", "increase", "deflect", "attract", "free",
      "save", "bring":
      return statement.tense != .present && !statement.isPassive
        && statement.complement.prefix(10).contains {
          tokens[$0].kind == .number || Self.nothings.contains(tokens[$0].key)
        }
    default: return statement.isPassive && Self.passives.contains(lemma)
    }
  }

  /// "were a great step", "has been good", "is here since April", "has been possible since October".
  private func isJudged(_ statement: Statement) -> Bool {
    let rest = statement.complement.prefix(6)
    if rest.contains(where: { Self.judgingNouns.contains(tokens[$0].key) }) { return true }
    if let first = rest.first(where: { reading.classes[field][$0] != .adverb }),
      Self.judgingAdjectives.contains(tokens[first].key)
    {
      return true
    }
    return rest.contains { tokens[$0].key == "since" && reading.classes[field][safe: $0 + 1] == .date }
  }

  /// "have made the staff calmer"
  private func comparesBehind(_ statement: Statement) -> Bool {
    statement.complement.prefix(6).contains { AttemptVerdict.helped.contains(tokens[$0].key) }
      || statement.complement.prefix(6).contains { AttemptVerdict.worse.contains(tokens[$0].key) }
  }

  private static let spans: Set<WordKey> = ["for", "until", "well", "a", "at", "only", "better", "in", "on", "with"]
  private static let nothings: Set<WordKey> = ["nothing", "little", "down", "no", "up", "half", "nobody", "none"]
  private static let effects: Set<WordKey> = ["difference", "worse", "better", "angry", "things", "odds"]
  private static let results = WordBook.words("result_verbs")
  private static let passives = WordBook.words("judging_passives")
  static let judgingNouns = WordBook.words("judging_nouns")
  private static let judgingAdjectives = WordBook.words("judging_adjectives")
}
