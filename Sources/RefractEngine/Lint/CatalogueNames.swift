/// All names that a catalogue defines and that its other parts may refer to.
struct CatalogueNames: Sendable {
  let signals: Set<String>
  /// For each situation the names of what its cues catch, or are meant to catch.
  let captures: [String: Set<String>]
  let modes: Set<String>
  let packs: Set<String>
  let archetypes: Set<String>
  let lenses: Set<String>
  /// The roles of the vocabulary, whether or not anything fills them.
  let roles: Set<String>
  /// Roles that a detector or a domain pack fills.
  let filledRoles: Set<String>

  /// What a situation lists under `captures` and none of its cues catches, by situation.
  let uncaught: [String: Set<String>]

  /// Which paths a template may read.
  let grammar: PathGrammar

  init(_ catalogue: Catalogue, files: [LintFile]) {
    let empty = Document(fields: [])
    let structural = StructuralSignals(facts: Facts(document: empty), reading: Reading(empty)).all().map(\.0)
    signals = Set(structural + catalogue.lexicon.signals.map(\.name))
    var captures: [String: Set<String>] = [:]
    for situation in catalogue.lexicon.situations {
      captures[situation.id, default: []].formUnion(situation.cues.flatMap(\.captureNames))
    }
    var uncaught: [String: Set<String>] = [:]
    for situation in files.first(where: { $0.name == "situations.yaml" })?.root.items ?? [] {
      guard let id = situation["id"]?.text else { continue }
      let listed = Set(situation.scalars("captures").compactMap(\.text))
      uncaught[id] = listed.subtracting(captures[id] ?? [])
      captures[id, default: []].formUnion(listed)
    }
    self.uncaught = uncaught
    self.captures = captures
    modes = Set(catalogue.modes.map(\.id))
    packs = Set(catalogue.packs.map(\.id))
    archetypes = Set(catalogue.archetypes.map(\.id))
    lenses = Set(catalogue.lenses.map(\.name))
    let detected = catalogue.roleDetectors.filter { !$0.value.isEmpty }.keys
    let words = catalogue.packs.filter { $0.id != "general" }
      .flatMap { Array($0.roles.keys) + $0.facets.flatMap { Array($0.roles.keys) } }
    filledRoles = Set(detected).union(words)
    roles = filledRoles.union(catalogue.roleDetectors.keys).union(catalogue.packs.flatMap { $0.roles.keys })
    grammar = PathGrammar(captures: captures, roles: roles)
  }

  /// A signal in capitals or a situation.
  func isSignalOrSituation(_ name: String) -> Bool { signals.contains(name) || captures[name] != nil }

  /// "did you mean …?", if a name that exists is near.
  static func hint(_ name: String, among names: some Sequence<String>) -> String? {
    EditDistance.nearest(to: name, among: names.sorted()).map { "did you mean `\($0)`?" }
  }
}

extension CuePattern {
  /// Names of what the pattern catches.
  var captureNames: [String] {
    [front, back].compactMap(\.self)
      + elements.compactMap { element in
        if case .phrase(let name) = element.kind { name } else { nil }
      }
  }
}
