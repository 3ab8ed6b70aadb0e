/// What a verb says of its subject, if that is somebody: a want, a refusal, a concern.
struct PartyVerb: Sendable {
  /// Where what is wanted begins.
  var object: Int
  /// Feared or refused rather than wanted.
  var isConcern: Bool
  /// Refused: "will not accept …", "won't hear of …".
  var isRefusal = false
  /// A verb that only people have; others need a known party.
  var isSure: Bool
  /// "says never again": what is said is wanted only if it is no report.
  var isSpeech = false

  /// Nil for a statement that tells neither.
  static func read(_ statement: Statement, _ tokens: [Token]) -> PartyVerb? {
    if statement.isPassive { return nil }
    let finder = PartyVerbFinder(statement: statement, tokens: tokens)
    return finder.rather() ?? finder.pair() ?? finder.speech() ?? finder.accepting() ?? finder.wanting()
      ?? finder.fearing() ?? finder.feeling()
  }
}

private struct PartyVerbFinder {
  let statement: Statement
  let tokens: [Token]

  private var lemma: WordKey { AttemptHistory.lemma(tokens[statement.main].key) }
  private var behind: Int { statement.group.upperBound }
  private var next: WordKey? { behind < statement.sentenceEnd ? tokens[safe: behind]?.key : nil }
  private var isWould: Bool { statement.modal == "would" || statement.modal == "'d" }

  private func verb(_ length: Int, refused: Bool = false, feared: Bool = false, sure: Bool = true) -> PartyVerb {
    PartyVerb(object: behind + length, isConcern: refused || feared, isRefusal: refused, isSure: sure)
  }

  /// "would rather keep the doors shut", "would prefer a hall", "would like to stay".
  func rather() -> PartyVerb? {
    guard isWould else { return nil }
    if statement.group.contains(where: { tokens[$0].key == "rather" }), lemma != "rather" {
      return PartyVerb(object: statement.main, isConcern: false, isSure: true)
    }
    guard ["like", "prefer", "love", "rather", "hate"].contains(lemma) else { return nil }
    return lemma == "hate" ? verb(0, feared: true) : verb(0, refused: statement.isNegated)
  }

  /// "pushes for", "insists on", "will not hear of".
  func pair() -> PartyVerb? {
    guard let next else { return nil }
    if lemma == "hear", next == "of", statement.isNegated { return verb(1, refused: true) }
    guard PartyWords.pairVerbs[lemma]?.contains(next) == true else { return nil }
    return verb(1, refused: statement.isNegated)
  }

  /// "says we should close" and "says never again" propose; "says that it is late" reports.
  func speech() -> PartyVerb? {
    guard PartyWords.sayings.contains(lemma), !statement.isNegated else { return nil }
    let run = behind..<min(behind + 9, max(behind, statement.sentenceEnd))
    if let should = run.prefix(6).first(where: { ["should", "must"].contains(tokens[$0].key) }) {
      return PartyVerb(object: should, isConcern: false, isSure: true)
    }
    guard lemma == "say", statement.tense == .present, let next else { return nil }
    let isDuty = run.dropLast().contains {
      ["has", "have", "needs", "need", "ought"].contains(tokens[$0].key) && tokens[$0 + 1].key == "to"
    }
    if isDuty { return PartyVerb(object: behind, isConcern: false, isSure: false) }
    if PartyWords.refusing.contains(next) { return PartyVerb(object: behind, isConcern: false, isSure: false) }
    return PartyVerb(object: behind, isConcern: false, isSure: false, isSpeech: true)
  }

  /// "would accept early access", "will not agree to cuts", "won't let us move".
  func accepting() -> PartyVerb? {
    guard let next, PartyWords.consents.contains(lemma) else { return nil }
    let length = ["to", "with"].contains(next) ? 1 : 0
    if lemma == "let" || lemma == "allow" || lemma == "permit" {
      let isSomebody = ["us", "me", "them", "anyone", "anybody"].contains(next)
      return statement.isNegated && isSomebody ? verb(1, refused: true, sure: false) : nil
    }
    if statement.isNegated { return verb(length, refused: true, sure: false) }
    return isWould || statement.modal == "could" ? verb(length, sure: false) : nil
  }

  func wanting() -> PartyVerb? {
    guard PartyWords.wants.contains(lemma), let next, !statement.isNegated || lemma != "need" else { return nil }
    // "Partners ask about refunds" tells what they want to know.
    if lemma == "ask", next == "about" { return nil }
    let asksSomebody = lemma == "ask" && WordLists.pronouns.contains(next)
    let isWeak = PartyWords.weakWants.contains(lemma)
    // "asked us to cut hours", "suggested that we close"; "asked why" and "liked it" tell no want that stands.
    let isPutForward = ["ask", "demand", "suggest"].contains(lemma) && (asksSomebody || next == "that")
    if statement.tense == .past || statement.tense == .perfect, isWeak, !isPutForward { return nil }
    // "needs 5.4 years", "need 800 people": what something takes.
    if ["need", "require"].contains(lemma), tokens[behind].kind == .number { return nil }
    return verb(asksSomebody ? 2 : 0, refused: statement.isNegated, sure: !isWeak)
  }

  func fearing() -> PartyVerb? {
    guard PartyWords.concerns.contains(lemma) || lemma == "refuse" || lemma == "reject" else { return nil }
    let length = ["about", "back", "that", "of", "against", "to"].contains(next ?? "") ? 1 : 0
    if lemma == "push", next != "back" { return nil }
    // "have complained 61 times"
    if lemma == "complain", length == 0 { return nil }
    if lemma == "refuse" || lemma == "reject" {
      // "has rejected two deliveries" tells what happened.
      if statement.tense != .present, let object = tokens[safe: behind + length],
        object.kind == .number || WordLists.numberWords.contains(object.key)
      {
        return nil
      }
      return verb(next == "to" ? 0 : length, refused: !statement.isNegated, sure: lemma == "refuse")
    }
    return verb(next == "to" ? 0 : length, feared: !statement.isNegated, sure: lemma != "resist")
  }

  private static let stances: Set<WordKey> = [
    "be", "is", "are", "was", "were", "am", "been", "feel", "seem", "stand", "vote", "argue", "speak", "decide",
    "become", "stay", "remain", "get", "look", "grow",
    "come", "turn", "push", "lean", "sound",
  ]

  /// "are afraid of", "is against", "are worried about", "is keen on".
  func feeling() -> PartyVerb? {
    let key = tokens[statement.main].key
    let isInside = PartyWords.afraid.contains(key) || PartyWords.keen.contains(key)
    // "is against it", "argued against it"; "treats against mites" tells no concern.
    guard isInside || Self.stances.contains(lemma) || Self.stances.contains(key) else { return nil }
    let place = isInside ? statement.main : behind
    guard place < statement.sentenceEnd, let word = tokens[safe: place]?.key else { return nil }
    let start = place + 1
    let joint = tokens[safe: start]?.key
    let length = ["of", "that", "about", "to", "on", "for"].contains(joint ?? "") ? 1 : 0
    if PartyWords.afraid.contains(word) {
      return PartyVerb(object: start + length, isConcern: !statement.isNegated, isSure: true)
    }
    guard PartyWords.keen.contains(word), length == 1 || word == "favour" || word == "favor", joint != "that" else {
      return nil
    }
    return PartyVerb(
      object: start + (joint == "to" ? 0 : length), isConcern: statement.isNegated, isRefusal: statement.isNegated,
      isSure: false)
  }
}
