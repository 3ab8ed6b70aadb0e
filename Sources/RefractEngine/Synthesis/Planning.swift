/// An action of the plan before it gets its number.
struct PlannedAction: Sendable {
  let text: String
  /// The words of the text, to compare it with others.
  let words: Set<WordKey>
  var kind: ActionTemplate.Kind
  var days: Effort
  var touches: [String]
  var gate: Solution.Gate?
  var lenses: [String]
  var beliefs: [Int]
  /// Position in the order of collection, for ties.
  var order: Int
  /// Confidence of the strongest belief behind it.
  var confidence: Double
  var isFromRoot: Bool
  /// Rule and place in it; for advice of a domain the text itself.
  var source = ""
  /// First working day on which it is under way, from 0, at the far end of everything before it.
  var start: Double = 0
}

/// Collects the actions of the chosen beliefs, drops what a constraint forbids, and puts the rest in an order that works.
struct Planner: Sendable {
  let book: Phrasebook
  var view: CaseView { book.view }

  struct Plan: Sendable {
    var actions: [PlannedAction]
    var dropped: [Solution.DroppedAdvice]
  }

  /// - Parameters:
  ///   - beliefs: claims with the numbers of their beliefs, root first.
  func plan(_ beliefs: [(claim: Claim, number: Int)], root: Int?) -> Plan {
    var collected: [PlannedAction] = []
    var dropped: [Solution.DroppedAdvice] = []
    for (claim, number) in beliefs {
      for (place, template) in claim.rule.actions.enumerated() {
        guard var action = action(template, claim, number, order: collected.count, isFromRoot: number == root) else {
          continue
        }
        if case .text = template.content { action.source = "\(claim.rule.key).\(place + 1)" }
        if let constraint = Feasibility.violated(by: action.touches, in: view).first {
          let advice = Solution.DroppedAdvice(
            advice: action.text, because: "\"\(Quotation.text(view.facts.text(constraint.span)))\"")
          if !dropped.contains(where: { $0.advice == advice.advice }) { dropped.append(advice) }
        } else {
          merge(action, into: &collected)
        }
      }
    }
    return Plan(actions: limited(ordered(collected)), dropped: dropped)
  }

  /// Beliefs of whose own changes a limit forbids one: what their test would measure is not done.
  func blocked(_ beliefs: [(claim: Claim, number: Int)]) -> Set<Int> {
    Set(
      beliefs.filter { claim, _ in
        claim.rule.actions.contains { action in
          (action.kind == .trial || action.kind == .change)
            && !Feasibility.violated(by: action.touches, in: view).isEmpty
        }
      }.map(\.number))
  }

  private func action(
    _ template: ActionTemplate, _ claim: Claim, _ number: Int, order: Int, isFromRoot: Bool
  ) -> PlannedAction? {
    var days = template.days
    var touches = template.touches
    var text: String?
    switch template.content {
    case .text(let sentence): text = book.fill(sentence, claim.binding)
    case .packProbe(let role):
      let probe = view.packs.first?.probes.first { $0.reveals == role }
      (text, days) = (probe?.text, probe?.days ?? .none)
    case .packMove:
      let move = bestMove
      (text, days, touches) = (move?.text, move?.days ?? .none, move?.touches ?? [])
    case .packStop:
      text = view.packs.first?.stops.first?.text
    }
    guard let text, !text.isEmpty, view.tellsOfPeople || !Self.addressesPeople(text) else { return nil }
    let imperative = Self.imperative(text)
    return PlannedAction(
      text: imperative, words: WordOverlap.words(imperative), kind: template.kind, days: days, touches: touches,
      gate: template.gate.flatMap { gate($0, claim.binding) }, lenses: [claim.lens.name], beliefs: [number],
      order: order,
      confidence: claim.confidence, isFromRoot: isFromRoot, source: text)
  }

  /// The strongest move of the pack that no constraint forbids and that ends by the deadline; of equals the quicker.
  private var bestMove: DomainPack.PackAction? {
    let moves = view.packs.first?.moves ?? []
    let allowed = moves.filter { move in
      Feasibility.violated(by: move.touches, in: view).isEmpty && move.days.high <= (view.daysLeft ?? .infinity)
    }
    return allowed.max { ($0.tier, -$0.days.high) < ($1.tier, -$1.days.high) }
  }

  private func gate(_ gate: ActionTemplate.Gate, _ binding: Binding?) -> Solution.Gate? {
    guard let question = book.fill(gate.question, binding), let yes = book.fill(gate.yes, binding),
      let no = book.fill(gate.no, binding)
    else { return nil }
    return Solution.Gate(question: question, yes: English.lowered(yes), no: English.lowered(no))
  }

  /// "Ask five people …": no step where a text tells of machines only.
  private static func addressesPeople(_ text: String) -> Bool {
    text.hasPrefix("Ask ") || Tokeniser.tokens(of: text).contains { ["people", "person", "whoever"].contains($0.key) }
  }

  static func imperative(_ text: String) -> String {
    var text = English.capitalised(text)
    while let last = text.last, last == "." || last == " " { text.removeLast() }
    return text
  }

  /// The same advice from two lenses is one action that serves both; the more specific wording stays.
  private func merge(_ action: PlannedAction, into collected: inout [PlannedAction]) {
    guard let twin = collected.firstIndex(where: { WordOverlap.share($0.words, action.words) > 0.55 }) else {
      collected.append(action)
      return
    }
    for lens in action.lenses where !collected[twin].lenses.contains(lens) { collected[twin].lenses.append(lens) }
    for belief in action.beliefs where !collected[twin].beliefs.contains(belief) {
      collected[twin].beliefs.append(belief)
    }
    if collected[twin].gate == nil { collected[twin].gate = action.gate }
  }

  /// Kind first, then the root belief's own steps, then worth per effort.
  private func ordered(_ actions: [PlannedAction]) -> [PlannedAction] {
    func worth(_ action: PlannedAction) -> Double { action.confidence / (1 + action.days.high) }
    return actions.sorted { left, right in
      if left.kind != right.kind { return left.kind < right.kind }
      if left.isFromRoot != right.isFromRoot { return left.isFromRoot }
      return (worth(left), right.order) > (worth(right), left.order)
    }
  }

  /// Few enough of each kind to leave room for change: ten at most, since a longer plan is a list of wishes. What the path to the target needs comes first, so that nothing it
  /// needs waits for what can wait; start days follow from one stream of work.
  private func limited(_ actions: [PlannedAction]) -> [PlannedAction] {
    var kept: [PlannedAction] = []
    let most: [ActionTemplate.Kind: Int] = [.stop: 1, .measure: 3, .decide: 1, .trial: 2, .change: 2, .sustain: 1]
    for action in actions where kept.count(where: { $0.kind == action.kind }) < (most[action.kind] ?? 2) {
      kept.append(action)
    }
    let needed = Self.critical(kept).map(\.order)
    kept = kept.filter { needed.contains($0.order) } + kept.filter { !needed.contains($0.order) }
    var elapsed = 0.0
    for index in kept.indices {
      kept[index].start = elapsed
      elapsed += kept[index].days.high
    }
    return kept
  }

  /// What the path needs: one stop, up to two looks (those that decide first), up to two changes.
  static func critical(_ actions: [PlannedAction]) -> [PlannedAction] {
    let stops = actions.filter { $0.kind == .stop }.prefix(1)
    let looks = actions.filter { $0.kind == .measure || $0.kind == .decide }
    let deciding = (looks.filter { $0.gate != nil } + looks.filter { $0.gate == nil }).prefix(2).map(\.order)
    let changes = actions.filter { $0.kind == .trial || $0.kind == .change }.prefix(2)
    return Array(stops) + looks.filter { deciding.contains($0.order) } + Array(changes)
  }

  /// Days 1–7 hold five working days, weeks 2–4 fifteen.
  static func horizon(_ action: PlannedAction) -> Solution.Horizon {
    if action.kind == .sustain { return .longTerm }
    return action.start < 5 ? .immediate : action.start < 20 ? .shortTerm : .longTerm
  }
}

/// How much two sentences say in the same words: the Jaccard share of their word sets (P. Jaccard, 1901).
package enum WordOverlap {
  package static func share(_ first: String, _ second: String) -> Double {
    share(words(first), words(second))
  }

  /// The same for word sets that are at hand.
  static func share(_ a: Set<WordKey>, _ b: Set<WordKey>) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let common = Double(a.intersection(b).count)
    return common / (Double(a.count + b.count) - common)
  }

  /// Whether the first text has every word of content of the second.
  static func shares(_ first: String, _ second: String) -> Bool {
    let wanted = words(second)
    return !wanted.isEmpty && wanted.isSubset(of: words(first))
  }

  static func words(_ text: String) -> Set<WordKey> {
    Set(Tokeniser.tokens(of: text).filter { $0.kind == .word && $0.end - $0.start > 3 }.map(\.stem))
  }
}
