/// Which domain packs a problem belongs to, by their cues; none is a common and good answer.
package enum DomainFinder {
  package struct Found: Sendable {
    package var packs: [DomainPack]
    package var facet: DomainPack.Facet?
  }

  /// The first pack needs a score of 2.2, which takes at least two telling cues; the second four fifths of the first.
  package static func packs(in view: CaseView, catalogue: Catalogue) -> Found {
    if let named = view.problem.domain {
      let packs = catalogue.packs.filter { $0.id == named || $0.name.lowercased() == named.lowercased() }
      return Found(packs: packs, facet: packs.first.flatMap { facet(of: $0, in: view) })
    }
    let scored = catalogue.packs.filter { $0.id != "general" }.map { ($0, score($0, in: view, catalogue)) }
    let ordered = scored.stablySorted { $0.1 > $1.1 }
    guard let first = ordered.first, first.1 >= 2.2 else { return Found(packs: [], facet: nil) }
    let packs = ordered.prefix(2).filter { $0.1 >= 0.8 * first.1 }.map(\.0)
    return Found(packs: packs, facet: packs.first.flatMap { facet(of: $0, in: view) })
  }

  /// Cues found, each worth its weight over the number of packs that share it.
  private static func score(_ pack: DomainPack, in view: CaseView, _ catalogue: Catalogue) -> Double {
    let own = pack.cues.reduce(0.0) { sum, cue in
      guard view.cuePlaces[cue.cue] != nil else { return sum }
      let sharing = catalogue.packs.count { $0.cues.contains { $0.cue == cue.cue } }
      return sum + cue.weight / Double(max(1, sharing))
    }
    if view.cueCount(pack.vetoes) > 0 { return 0 }
    let tried = pack.interventions.count { view.cueCount($0.cues) > 0 }
    return own + 0.15 * Double(min(tried, 4))
  }

  private static func facet(of pack: DomainPack, in view: CaseView) -> DomainPack.Facet? {
    let scored = pack.facets.map { ($0, view.cueCount($0.cues)) }
    return scored.max { $0.1 < $1.1 }.flatMap { $0.1 >= 1 ? $0.0 : nil }
  }
}

/// Recognises what kind of thing an attempt was.
package enum InterventionMatcher {
  /// Each attempt with the intervention whose cues its words hold, a pack's before a general one.
  package static func matched(_ attempts: [Attempt], in view: CaseView, catalogue: Catalogue) -> [Attempt] {
    let known = view.packs.prefix(1).flatMap(\.interventions) + catalogue.interventions.filter { !$0.isBroad }
    let broad = catalogue.interventions.filter(\.isBroad)
    return attempts.map { attempt in
      var attempt = attempt
      let found =
        longest(of: known, for: attempt, among: attempts, in: view)
        ?? broad.first { $0.cues.contains { isNamed($0, in: attempt, attempts, view) } }
      if let found {
        attempt.intervention = found.id
        attempt.component = found.component
        attempt.leaves = found.left
        attempt.tier = found.tier
      }
      return attempt
    }
  }

  /// The intervention with the longest cue in the attempt's words.
  private static func longest(
    of known: [Intervention], for attempt: Attempt, among attempts: [Attempt], in view: CaseView
  ) -> Intervention? {
    var best: (intervention: Intervention, length: Int)?
    for intervention in known {
      for cue in intervention.cues {
        if isNamed(cue, in: attempt, attempts, view), cue.utf8.count > best?.length ?? 0 {
          best = (intervention, cue.utf8.count)
        }
      }
    }
    return best?.intervention
  }

  /// The words of a step are those of its name, and those between it and its outcome that name no other: "dropout, more
  /// augmentation, longer: no difference" are three steps with one outcome.
  private static func isNamed(_ cue: String, in attempt: Attempt, _ attempts: [Attempt], _ view: CaseView) -> Bool {
    view.cuePlaces[cue]?.contains { place in
      if attempt.label.overlaps(place) { return true }
      return attempt.span.overlaps(place) && !isOutcome(place, of: attempt)
        && isInOneSentence(place, attempt.label, view)
        && !attempts.contains { $0.label.overlaps(place) }
    } ?? false
  }

  private static func isInOneSentence(_ place: Span, _ label: Span, _ view: CaseView) -> Bool {
    let index = view.facts.document.index
    return index.sentence(of: place) == index.sentence(of: label)
  }

  /// Words of the outcome do not tell what was done.
  private static func isOutcome(_ place: Span, of attempt: Attempt) -> Bool {
    attempt.outcome?.contains(place) ?? false
  }
}
