/// How much a problem calls for each lens, before any rule is fired: structure first, then mode, then words.
package enum LensRelevance {
  package struct Ranked: Sendable {
    @Shared package var lens: LensDefinition
    /// 0 to 1.4.
    package var relevance: Double
  }

  /// Base rate of a lens that nobody was seen to need.
  package static let rarest = 0.005

  /// Every lens, best first; ties keep the catalogue's order. Structure carries 0.6, the mode 0.2, the lens's cue words
  /// 0.2 (authors do not use the words of lenses, so words only break ties), and the base rate 0.4: signals are few and
  /// noisy in a short text, and a lens that fits one problem in five needs less of them than one in two hundred.
  package static func ranking(in view: CaseView, modes: [ModeAdviser.Fit], catalogue: Catalogue) -> [Ranked] {
    let structures = catalogue.lenses.map { structure(of: $0, in: view) }
    let words = catalogue.lenses.map { Double(view.cueCount($0.cues)) }
    let top = max(structures.max() ?? 0, 1e-9)
    let mostWords = max(words.max() ?? 0, 1e-9)
    let commonest = logarithm(max(catalogue.lenses.map(\.baseRate).max() ?? 1, 2 * rarest) / rarest)
    var ranked: [Ranked] = []
    for (index, lens) in catalogue.lenses.enumerated() {
      var relevance = 0.6 * max(0, structures[index]) / top
      relevance += 0.2 * modeMatch(lens, modes)
      relevance += 0.2 * words[index] / mostWords
      relevance += 0.4 * logarithm(max(lens.baseRate, rarest) / rarest) / commonest
      ranked.append(Ranked(lens: lens, relevance: relevance))
    }
    return ranked.stablySorted { $0.relevance > $1.relevance }
  }

  /// Sum of the strengths of the lens's signals times their weights, less what speaks against it. Lenses list between
  /// five and twenty signals, so the sum is damped by the root of the weights it could have reached.
  private static func structure(of lens: LensDefinition, in view: CaseView) -> Double {
    let reached = lens.signals.reduce(0) { $0 + $1.weight * view.strength($1.name) }
    let possible = lens.signals.reduce(0) { $0 + max(0, $1.weight) }
    guard possible > 0 else { return 0 }
    return reached / exponential(0.35 * logarithm(possible))
  }

  private static func modeMatch(_ lens: LensDefinition, _ modes: [ModeAdviser.Fit]) -> Double {
    modes.filter { lens.modes.contains($0.mode.id) }
      .map { $0.score * (lens.modes.first == $0.mode.id ? 1 : 0.85) }.max() ?? 0
  }
}
