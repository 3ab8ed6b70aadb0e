/// The shapes of a problem, by noisy-OR of their signals; the second only if it reaches four fifths of the first.
package enum ArchetypeFinder {
  package static func archetypes(in view: CaseView, catalogue: Catalogue) -> [Archetype] {
    let scored = catalogue.archetypes.map { archetype -> (Archetype, Double) in
      let field = archetype.packs.first { weighted in view.packs.first?.id == weighted.name }?.weight ?? 0
      let miss = archetype.signals.reduce(1 - field) { $0 * (1 - min(0.95, $1.weight * view.strength($1.name))) }
      return (archetype, 1 - miss)
    }
    let ordered = scored.stablySorted { $0.1 > $1.1 }
    guard let first = ordered.first, first.1 >= 0.35 else { return [] }
    return ordered.prefix(2).filter { $0.1 >= 0.8 * first.1 }.map(\.0)
  }
}
