/// The whole flow for one problem: text in, values out. No files, no clock, no printing.
public struct Engine: Sendable {
  /// What the analyst knows.
  public let catalogue: Catalogue
  /// Printed in the report's provenance.
  public let version: String

  /// Names that the catalogue may bring into a report.
  private let names: Set<WordKey>

  public init(catalogue: Catalogue, version: String) {
    self.catalogue = catalogue
    self.version = version
    names = NamesGuard.names(of: catalogue)
  }

  /// Reads the facts, suggests a mode, applies the lenses and synthesises a solution.
  ///
  /// The same problem and catalogue give the same report on every machine.
  public func analyse(_ problem: Problem) -> Report { analyse(read(problem)) }

  /// The report on a problem that was read.
  package func analyse(_ view: CaseView) -> Report {
    if let outside = view.outside { return withoutAnalysis(view, outside) }
    let modes = ModeAdviser.fits(in: view, catalogue: catalogue)
    let advised = forced(modes, by: view.problem)
    let choice = LensChooser.choose(in: view, modes: advised, catalogue: catalogue)
    let book = Phrasebook(view: view, phrases: catalogue.phrases)
    let analyses = Analyst(book: book, catalogue: catalogue, ranking: choice.ranking.map(\.name)).analyses(
      of: choice.chosen)
    let solution = Synthesiser(book: book, catalogue: catalogue).solve(choice.chosen, analyses: analyses)
    return ReportAssembly(book: book, catalogue: catalogue, version: version)
      .report(modes: advised, choice: choice, analyses: analyses, solution: solution)
      .guarded(facts: view.facts, names: names)
  }

  /// The facts of a problem with its domain packs, archetypes and roles.
  ///
  /// Personal data is masked first, so that nothing that follows can repeat it; places count in the masked text.
  package func read(_ author: Problem) -> CaseView {
    let problem = PersonalData(catalogue.personal).masked(author)
    let reading = Reading(Document(fields: problem.fields))
    let facts = FactReader.read(problem, reading, lexicon: catalogue.lexicon)
    var view = CaseView(problem: problem, facts: facts, cuePlaces: catalogue.topics.places(in: reading))
    let packs = DomainFinder.packs(in: view, catalogue: catalogue)
    view.packs = packs.packs
    view.facet = packs.facet
    view.facts.attempts = InterventionMatcher.matched(facts.attempts, in: view, catalogue: catalogue)
    (view.facts.derivations, view.facts.reckonings) = Deriver.derive(view.facts)
    view.archetypes = ArchetypeFinder.archetypes(in: view, catalogue: catalogue)
    view.roles = RoleResolver.roles(in: view, catalogue: catalogue)
    view.seriesSentence = seriesSentence(view)
    view.outside = ScopeJudge.outside(view, rules: catalogue.scope)
    return view
  }

  /// The report on a text outside the scope: what it is, and what a problem would need.
  private func withoutAnalysis(_ view: CaseView, _ rule: ScopeRule) -> Report {
    let book = Phrasebook(view: view, phrases: catalogue.phrases)
    return ReportAssembly(book: book, catalogue: catalogue, version: version).report(outside: rule)
  }

  private func seriesSentence(_ view: CaseView) -> String? {
    let key: String
    switch view.facts.series?.verdict {
    case .peakedThenFell: key = "series.peaked"
    case .falling: key = "series.falling"
    case .asserted: key = "series.asserted"
    case .some(.none): key = "series.none"
    case nil: return nil
    }
    return Phrasebook(view: view, phrases: catalogue.phrases).say(key).map(English.lowered)
  }

  /// The author's own mode stands first, whatever its score.
  private func forced(_ modes: [ModeAdviser.Fit], by problem: Problem) -> [ModeAdviser.Fit] {
    guard let name = problem.mode, let wanted = catalogue.mode(named: name),
      let index = modes.firstIndex(where: { $0.mode.id == wanted.id })
    else { return modes }
    var modes = modes
    modes.insert(modes.remove(at: index), at: 0)
    return modes
  }
}
