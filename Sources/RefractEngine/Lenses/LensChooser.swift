/// A lens that is applied, with what it will say.
package struct ChosenLens: Sendable {
  @Shared package var lens: LensDefinition
  package var claims: [Claim]
}

/// Chooses the lenses to apply: relevance, then what each can really say, then diversity (maximal marginal relevance,
/// J. Carbonell and J. Goldstein, 1998).
package enum LensChooser {
  /// Lenses whose rules are fired; the rest of the ranking is too far from the problem.
  private static let fired = 24

  package struct Choice: Sendable {
    package var chosen: [ChosenLens]
    /// All lenses, best first, the chosen ones in front.
    package var ranking: [Report.RankedLens]
  }

  package static func choose(
    in view: CaseView, modes: [ModeAdviser.Fit], catalogue: Catalogue, beliefsPerLens: Int = 2
  ) -> Choice {
    let ranked = LensRelevance.ranking(in: view, modes: modes, catalogue: catalogue)
    let firing = RuleFiring(view: view)
    let forced = forcedLenses(view.problem, catalogue)
    let wanted = forced?.count ?? (view.isThin ? 1 : requestedCount(view.problem))
    let pool =
      forced.map { names in names.map { LensRelevance.Ranked(lens: $0, relevance: 1) } } ?? Array(ranked.prefix(fired))
    var candidates = pool.map { (ranked: $0, claims: firing.claims(of: $0.lens)) }
    if forced == nil { candidates.removeAll { $0.claims.isEmpty } }
    let top = max(candidates.map { yield($0.claims) }.max() ?? 0, 1e-9)
    var chosen: [ChosenLens] = []
    var scores: [String: Double] = [:]
    // What can only say a second time what a chosen lens says of the same clause waits until nothing else is left.
    var echoes: [(ranked: LensRelevance.Ranked, claims: [Claim])] = []
    for (ranked, claims) in candidates { scores[ranked.lens.id] = 0.8 * ranked.relevance + 0.2 * yield(claims) / top }
    while chosen.count < wanted, !candidates.isEmpty {
      let best = candidates.indices.max { left, right in
        let a = forced == nil ? value(candidates[left], scores, chosen, modes) : 0
        let b = forced == nil ? value(candidates[right], scores, chosen, modes) : 0
        return (a, right) < (b, left)
      }
      guard let best else { break }
      let candidate = candidates.remove(at: best)
      let selected = select(candidate.claims, count: beliefsPerLens, beside: chosen.flatMap(\.claims))
      if selected.isEmpty && forced == nil {
        echoes.append(candidate)
      } else {
        chosen.append(ChosenLens(lens: candidate.ranked.lens, claims: selected))
      }
    }
    for (ranked, claims) in echoes where chosen.count < wanted {
      if let claim = echo(claims, beside: chosen.flatMap(\.claims)) {
        chosen.append(ChosenLens(lens: ranked.lens, claims: [claim]))
      }
    }
    return Choice(chosen: chosen, ranking: ranking(ranked, scores, chosen))
  }

  private static func forcedLenses(_ problem: Problem, _ catalogue: Catalogue) -> [LensDefinition]? {
    guard case .named(let names) = problem.lenses else { return nil }
    return names.compactMap { catalogue.lens(named: $0) }
  }

  private static func requestedCount(_ problem: Problem) -> Int {
    if case .count(let count) = problem.lenses { count } else { 3 }
  }

  /// What the best two claims are worth.
  private static func yield(_ claims: [Claim]) -> Double { claims.prefix(2).reduce(0) { $0 + $1.weight } }

  private static func value(
    _ candidate: (ranked: LensRelevance.Ranked, claims: [Claim]), _ scores: [String: Double], _ chosen: [ChosenLens],
    _ modes: [ModeAdviser.Fit]
  ) -> Double {
    let lens = candidate.ranked.lens
    var value = scores[lens.id] ?? 0
    value -= 0.1 * (chosen.map { overlap($0.claims, candidate.claims) }.max() ?? 0)
    if chosen.contains(where: { $0.lens.family == lens.family }) { value -= 0.04 }
    if let top = modes.first, lens.modes.contains(top.mode.id) { value += 0.05 }
    return value
  }

  /// Share of the second lens's evidence that the first already uses.
  private static func overlap(_ told: [Claim], _ claims: [Claim]) -> Double {
    let used = told.flatMap(\.evidenceSpans)
    let wanted = claims.prefix(2).flatMap(\.evidenceSpans)
    guard !wanted.isEmpty else { return 0 }
    return Double(wanted.count { span in used.contains { $0.overlaps(span) } }) / Double(wanted.count)
  }

  /// The best claims that do not speak of the same clause twice.
  private static func select(_ claims: [Claim], count: Int, beside told: [Claim]) -> [Claim] {
    var selected: [Claim] = []
    for claim in claims where selected.count < count {
      let subjects = (told + selected).compactMap { $0.binding?.span }
      if let span = claim.binding?.span, subjects.contains(where: { $0.overlaps(span) }) { continue }
      if (told + selected).contains(where: { $0.belief.text == claim.belief.text }) { continue }
      selected.append(claim)
    }
    return selected.sorted { $0.confidence > $1.confidence }
  }

  /// Better one claim about a clause that another lens also read than none.
  private static func echo(_ claims: [Claim], beside told: [Claim]) -> Claim? {
    claims.first.flatMap { first in told.contains { $0.belief.text == first.belief.text } ? nil : first }
  }

  private static func ranking(
    _ ranked: [LensRelevance.Ranked], _ scores: [String: Double], _ chosen: [ChosenLens]
  ) -> [Report.RankedLens] {
    let applied = chosen.map(\.lens.id)
    func score(_ item: LensRelevance.Ranked) -> Double { scores[item.lens.id] ?? 0.8 * item.relevance }
    let others = ranked.filter { !applied.contains($0.lens.id) }
      .stablySorted { score($0) > score($1) }
    let first = applied.compactMap { id in ranked.first { $0.lens.id == id } }
    return (first + others).map { item in
      Report.RankedLens(
        id: item.lens.id, name: item.lens.name, score: (min(1, score(item)) * 100).rounded() / 100,
        isApplied: applied.contains(item.lens.id))
    }
  }
}
