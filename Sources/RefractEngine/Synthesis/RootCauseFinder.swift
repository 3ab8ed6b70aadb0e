/// Chooses the belief that accounts for most of what stands out (parsimonious covering: Y. Peng and J. Reggia, *Abductive
/// Inference Models for Diagnostic Problem-Solving*, 1990).
struct RootCauseFinder: Sendable {
  let book: Phrasebook
  /// Beliefs of whose own changes a limit forbids one: a cause on which nothing may be done helps less.
  var blocked: Set<Int> = []
  var view: CaseView { book.view }

  struct Finding: Sendable {
    var claim: Claim
    var number: Int
    var score: Double
  }

  /// Candidates, best first: beliefs whose rule may be a root cause, or all if none may.
  func candidates(_ beliefs: [(claim: Claim, number: Int)]) -> [Finding] {
    let roots = beliefs.filter(\.claim.rule.isRoot)
    let foremost = Set(view.salience.stablySorted { $0.weight > $1.weight }.prefix(6).map(\.name))
    return (roots.isEmpty ? beliefs : roots).map { claim, number in
      let packOnly = Double(claim.belief.packRoles)
      let weight = claim.confidence * (0.15 + claim.coverage) * claim.belief.ownership * claim.exactness
      // The three factors below were set by reading reports: small enough to settle near ties, and no more.
      // What explains nothing of what stands out most is beside the point, however well it is told.
      let bearing = foremost.isDisjoint(with: claim.rule.explains) ? 0.8 : 1
      // That two want different things explains a quarrel, and seldom the trouble.
      let isQuarrel = claim.rule.about == .pair ? 0.6 : 1
      let freedom = blocked.contains(number) ? 0.7 : 1
      return Finding(
        claim: claim, number: number, score: weight * claim.topicality * bearing * freedom * isQuarrel - 0.02 * packOnly
      )
    }.sorted { ($0.score, $1.number) > ($1.score, $0.number) }
  }

  func rootCause(_ ranked: [Finding], isAlone: Bool) -> Solution.RootCause? {
    guard let first = ranked.first else { return nil }
    let runnerUp = ranked.dropFirst().first { $0.claim.lens.id != first.claim.lens.id } ?? ranked.dropFirst().first
    return Solution.RootCause(
      lens: first.claim.lens.name, belief: first.number, statement: first.claim.belief.text,
      evidence: first.claim.grounds.text, confidence: first.claim.confidence,
      chosenBecause: reason(first, isAlone: isAlone),
      notExplained: openFact(first).flatMap { span in
        book.say("root.open", ["fact": .quotation(span, in: view)])
      },
      runnerUp: runnerUp.flatMap { rival in
        book.say(
          first.score - rival.score < 0.05 ? "root.both" : "root.rival",
          ["lens": SlotValue(rival.claim.lens.name), "claim": SlotValue(Self.asClause(rival.claim.belief.text))])
      },
      decidedBy: runnerUp.flatMap { decision(between: first, $0) })
  }

  /// What it accounts for, in words, heaviest first.
  private func reason(_ finding: Finding, isAlone: Bool) -> String? {
    let explained = view.salience.filter { finding.claim.rule.explains.contains($0.name) }
      .stablySorted { $0.weight > $1.weight }
    var clauses: [String] = []
    for item in explained where clauses.count < 3 {
      if let clause = book.meaning(of: item.name), !clauses.contains(where: { saysTheSame($0, clause) }) {
        clauses.append(clause)
      }
    }
    guard !clauses.isEmpty else { return nil }
    return book.say(isAlone ? "root.alone" : "root.because", ["explained": SlotValue(clauses.joined(separator: "; "))])
  }

  /// "people leave" beside "people leave, quit, stop, decline or do not come back".
  private func saysTheSame(_ first: String, _ second: String) -> Bool {
    WordOverlap.share(first, second) > 0.4 || WordOverlap.shares(first, second) || WordOverlap.shares(second, first)
  }

  /// The most salient thing that it leaves open, where it shows: never a place that the belief itself rests on.
  private func openFact(_ finding: Finding) -> Span? {
    let told = finding.claim.evidenceSpans
    let open = view.salience
      .filter { !finding.claim.rule.explains.contains($0.name) }
      .stablySorted { $0.weight > $1.weight }
    for item in open {
      if let span = view.spans(item.name).first(where: { place in
        place.length >= 12 && !told.contains { $0.overlaps(place) }
      }) {
        return span
      }
    }
    return nil
  }

  /// The first measurement of either belief: its reading decides.
  private func decision(between first: Finding, _ second: Finding) -> String? {
    for finding in [first, second] {
      for action in finding.claim.rule.actions where action.kind == .measure {
        guard case .text(let template) = action.content, let text = book.fill(template, finding.claim.binding) else {
          continue
        }
        return Planner.imperative(text) + "."
      }
    }
    return nil
  }

  /// A sentence as it stands behind a colon.
  static func asClause(_ sentence: String) -> String {
    var text = English.lowered(sentence)
    while text.last == "." { text.removeLast() }
    return text
  }
}
