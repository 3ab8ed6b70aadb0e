/// What each party asked for, and where the plan meets it; only where parties want different things. Whoever no step
/// serves is told of once, together, rather than with a kind word each.
struct PartyNotes: Sendable {
  let book: Phrasebook
  /// In printed order: an action's number is its place, from 1.
  let actions: [PlannedAction]
  var view: CaseView { book.view }

  func all() -> [Solution.StakeholderNote] {
    guard view.strength("STAKE_CONFLICT") > 0 || view.facts.stakeholders.count >= 2 else { return [] }
    var used: Set<Int> = []
    var served: [Solution.StakeholderNote] = []
    var others: [(party: Stakeholder, want: Span)] = []
    for party in view.facts.stakeholders.filter({ !$0.wants.isEmpty }).prefix(6) {
      // What is asked of the author is answered at the top.
      guard let want = party.wants.first, view.facts.ask?.overlaps(want) != true else { continue }
      if let note = note(on: party, want: want, used: &used) {
        served.append(
          .init(
            name: name(of: party), asked: CaseView.onOneLine(view.facts.text(want)), gets: note, costs: nil, tell: nil))
      } else {
        others.append((party, want))
      }
    }
    // Where the plan meets nobody's own wish, a list of wishes says nothing of the plan.
    return served.isEmpty ? [] : served + (rest(others).map { [$0] } ?? [])
  }

  private func name(of party: Stakeholder) -> String {
    English.capitalised(CaseView.onOneLine(view.facts.text(party.name)))
  }

  /// One note on all whom no step serves by itself, with the step before which to ask them.
  private func rest(_ others: [(party: Stakeholder, want: Span)]) -> Solution.StakeholderNote? {
    guard !others.isEmpty else { return nil }
    let wants = others.map { "\"\(Quotation.text(view.facts.text($0.want)))\"" }
    var given = ["wants": SlotValue(English.list(wants), isPlural: wants.count > 1)]
    if let change = actions.firstIndex(where: { $0.kind > .decide }) { given["change"] = SlotValue(String(change + 1)) }
    return book.say("party.rest", given).map {
      .init(name: English.list(others.map { name(of: $0.party) }), asked: "", gets: $0, costs: nil, tell: nil)
    }
  }

  /// Names the action that speaks of the same things as the party; nil if there is none of its own.
  private func note(on party: Stakeholder, want: Span, used: inout Set<Int>) -> String? {
    let words = [want, party.name] + (party.concern.map { [$0] } ?? [])
    let text = words.map { view.facts.text($0) }.joined(separator: " ")
    guard let near = PlanReference.nearest(to: text, in: actions), used.insert(near).inserted else { return nil }
    let number = String(near + 1)
    return book.say("party.near", ["action": SlotValue(number)], salt: number)
  }
}

/// Finds the action of a plan that a text is about.
enum PlanReference {
  /// The index of the action that shares most words of content with a text; nil if none shares two, or one rare word.
  static func nearest(to text: String, in actions: [PlannedAction]) -> Int? {
    let wanted = content(text)
    var best: (index: Int, shared: Int)?
    for (index, action) in actions.enumerated() {
      let shared = content(action.text).intersection(wanted).count
      if shared > (best?.shared ?? 0) { best = (index, shared) }
    }
    guard let best, best.shared >= 2 || best.shared == 1 && wanted.count <= 6 else { return nil }
    return best.index
  }

  /// Stems of the words that carry content.
  private static func content(_ text: String) -> Set<WordKey> {
    Set(
      Tokeniser.tokens(of: text).filter { token in
        // A short name ("CEO") is as much of a name as a long one.
        token.kind == .word && (token.end - token.start > 4 || token.isCapitalised && token.end - token.start > 2)
          && !common.contains(token.key) && !WordLists.function.contains(token.key)
      }.map(\.stem))
  }

  private static let common: Set<WordKey> = [
    "about", "after", "again", "before", "being", "could", "every", "first", "least", "never", "other", "people",
    "should", "still", "their", "there", "these", "thing", "things", "those", "under", "until", "weeks", "where",
    "which", "while", "whole", "without", "would", "write", "years", "beside", "month", "months", "change", "changes",
    "changed",
  ]
}
