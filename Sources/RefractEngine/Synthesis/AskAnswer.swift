/// What the report says to the question that the author asks.
struct AskAnswer: Sendable {
  let book: Phrasebook
  private var view: CaseView { book.view }

  private enum Kind {
    /// "Why does it happen?", "How can that be?"
    case why
    /// "Repair it or start again?", "Should we?"
    case choice
    /// "How do we keep them?", "What can we do?"
    case how
  }

  /// Nil if nothing is asked, or if the report holds no answer.
  func answer(_ solution: Solution) -> String? {
    guard let ask = view.facts.ask, let root = solution.rootCause, view.facts.text(ask).utf8.count <= 200 else {
      return nil
    }
    let words = Tokeniser.tokens(of: view.facts.text(ask)).filter { $0.kind == .word }.map(\.key)
    var given: [String: SlotValue] = ["ask": .quotation(ask, in: view), "belief": SlotValue(String(root.belief))]
    let looks = solution.actions.filter { $0.kind == "measure" }
    given["settle"] = (root.decidedBy ?? looks.first?.text).map { SlotValue(RootCauseFinder.asClause($0)) }
    if let count = count(words) {
      let chosen = foremost(count, solution.actions)
      given["actions"] = SlotValue(English.list(chosen.map { String($0.number) }))
      return chosen.count == count ? book.say("answer.count", given) : nil
    }
    switch kind(words, isQuestion: view.facts.text(ask).last == "?") {
    case .none: return nil
    case .why: return book.say("answer.why", given)
    case .choice: return book.say("answer.choice", given)
    case .how:
      guard let change = solution.actions.first(where: { ["trial", "change"].contains($0.kind) }) else {
        return book.say("answer.why", given)
      }
      given["action"] = SlotValue(String(change.number))
      given["change"] = SlotValue(RootCauseFinder.asClause(change.text))
      let before = looks.filter { $0.number < change.number && $0.gate != nil }.map { String($0.number) }
      if !before.isEmpty {
        given["looks"] = SlotValue(
          (before.count > 1 ? "actions " : "action ") + English.list(before), isPlural: before.count > 1)
      }
      return book.say("answer.how", given)
    }
  }

  /// "The board asks for three things".
  private func count(_ words: [WordKey]) -> Int? {
    zip(words, words.dropFirst()).lazy.compactMap { number, thing in
      Self.things.contains(thing) ? Self.numbers[number] : nil
    }.first
  }

  /// What decides comes first, then what changes something.
  private func foremost(_ count: Int, _ actions: [Solution.Action]) -> [Solution.Action] {
    let looks = actions.filter { $0.kind == "measure" && $0.gate != nil }.prefix(1)
    let changes = actions.filter { ["trial", "change", "decide"].contains($0.kind) }
    return (looks + changes).prefix(count).sorted { $0.number < $1.number }
  }

  private static let numbers: [WordKey: Int] = ["two": 2, "three": 3, "four": 4, "five": 5]
  private static let things: Set<WordKey> = ["things", "steps", "measures", "ideas", "actions", "points"]

  private func kind(_ words: [WordKey], isQuestion: Bool) -> Kind? {
    if words.contains("why") || words.first == "what" && words.contains("cause") { return .why }
    if zip(words, words.dropFirst()).contains(where: { $0 == "how" && ["can", "come", "is"].contains($1) }),
      words.contains(where: { ["that", "this", "it", "be"].contains($0) }), !words.contains("we"), !words.contains("i")
    {
      return .why
    }
    if words.contains("or") { return .choice }
    guard isQuestion else { return nil }
    let opens: Set<WordKey> = ["should", "shall", "is", "are", "do", "does", "whether"]
    return words.first.map(opens.contains) ?? false ? .choice : .how
  }
}
