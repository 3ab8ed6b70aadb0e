/// What to ask the author, most useful first: what is missing, and would change the report most for the least effort
/// (R. Howard, "Information Value Theory", 1966).
struct Questions: Sendable {
  let book: Phrasebook
  var view: CaseView { book.view }

  func ranked(root: Claim?) -> [String] {
    let facts = view.facts
    // What was not read may well hold the answer.
    if !facts.language.isEnglish { return book.say("ask.language").map { [$0] } ?? [] }
    var keys: [String] = []
    if facts.measures.isEmpty && facts.gaps.isEmpty { keys.append("ask.measure") }
    if facts.gaps.isEmpty && !facts.measures.isEmpty && view.problem.successCriteria.isEmpty {
      keys.append("ask.target")
    }
    if facts.attempts.isEmpty { keys.append("ask.attempts") }
    if facts.attempts.first(where: { $0.verdict == .unknown }).map({ $0.effect == nil && $0.outcome == nil }) == true {
      keys.append("ask.effect")
    }
    if facts.series?.verdict == .asserted { keys.append("ask.series") }
    if view.strength("differs_by_place") == 0 && view.strength("works_elsewhere") == 0, facts.contrasts.isEmpty,
      view.strength("SEGMENTS") == 0
    {
      keys.append("ask.where")
    }
    if facts.deadlines.isEmpty { keys.append("ask.deadline") }
    if view.strength("began_with") == 0 && facts.trends.allSatisfy({ $0.since == nil }) { keys.append("ask.since") }
    if facts.stakeholders.count < 2 { keys.append("ask.who") }
    if facts.constraints.isEmpty { keys.append("ask.limits") }
    let unmeasured = facts.constraints.first { limit in
      limit.kind == .limit && limit.amount == nil
        && Tokeniser.tokens(of: facts.text(limit.span)).contains { Self.scarce.contains($0.key) }
    }
    if unmeasured != nil { keys.append("ask.amount") }
    var questions: [String] = []
    questions += contradictions
    if let root, let question = question(about: root) { questions.append(question) }
    var given = trouble
    if let unmeasured { given["limit"] = .quotation(unmeasured.span, in: view) }
    for key in keys where questions.count < 5 {
      if let text = book.say(key, given, salt: key), !questions.contains(where: { WordOverlap.share($0, text) > 0.5 }) {
        questions.append(text)
      }
    }
    return questions
  }

  /// Words of a limit that leaves open how much there is.
  private static let scarce: Set<WordKey> = [
    "limited", "little", "few", "tight", "short", "scarce", "small", "budget", "hardly", "enough", "only", "much",
    "many",
  ]

  /// Which of two figures holds comes before everything that rests on them.
  private var contradictions: [String] {
    Contradictions.find(in: view.facts).prefix(2).compactMap { pair in
      let given = [
        "subject": view.words(pair.subject), "one": view.figure(pair.one), "other": view.figure(pair.other),
      ]
      return book.say("ask.contradiction", given)
    }
  }

  /// The author's words for what hurts most: a worsening figure, else the clause that stands out most.
  private var trouble: [String: SlotValue] {
    let named = view.worstTrend.map(\.span) ?? view.facts.gaps.first?.span
    let wanted = view.facts.stakeholders.flatMap(\.wants) + view.facts.constraints.map(\.span)
    let clause =
      named
      ?? view.salience.stablySorted { $0.weight > $1.weight }.lazy
      .compactMap { item in
        view.spans(item.name).first { span in
          span.length >= 16 && span.length <= 110 && !wanted.contains { $0.overlaps(span) }
        }
      }.first
    guard let clause else { return [:] }
    let quotation = SlotValue.quotation(clause, in: view)
    return clause.length <= 60 ? ["trouble": quotation, "short": quotation] : ["trouble": quotation]
  }

  /// The question whose answer would overturn the root cause.
  private func question(about root: Claim) -> String? {
    let refuted = book.fill(root.rule.refuted, root.binding) ?? book.fill(root.rule.check?.refuted, root.binding)
    guard let refuted else { return nil }
    var clause = RootCauseFinder.asClause(refuted)
    if clause.hasPrefix("if ") { clause.removeFirst(3) }
    return book.say("ask.refuted", ["observation": SlotValue(clause)])
  }
}
