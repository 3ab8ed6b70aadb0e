/// One file of a catalogue.
struct CatalogueFile: Sendable {
  /// Path below the catalogue folder: `lenses/queueing.yaml`.
  var name: String
  /// The path that messages name.
  var shown: String
  var text: String
}

/// Collects the files of a catalogue and checks them against each other.
struct CatalogueReader {
  private var catalogue = Catalogue()
  private var diagnostics: [Diagnostic] = []
  private var situations: [SituationDefinition] = []
  private var signals: [SignalCues] = []
  private var technologies: [TechnologyEntry] = []

  /// The catalogue's files are the project's own or a consultant's, larger than a problem file but still bounded.
  static let limits = ReadingLimits(bytes: 4 << 20, depth: 32, nodes: 400_000)

  /// - Parameters:
  ///   - file: path below the catalogue folder, which tells what the file holds.
  ///   - shown: the path that messages name.
  mutating func read(file: String, shown: String, text: String) {
    let tree: Tree
    do {
      tree = try Tree.read(bytes: Array(text.utf8), file: shown, format: .yaml, limits: Self.limits)
    } catch {
      diagnostics.append(error)
      return
    }
    diagnostics += tree.diagnostics.filter { $0.severity == .error }
    guard let root = tree.root else { return }
    var decoder = MapDecoder(root, source: tree.source)
    switch file {
    case let name where name.hasPrefix("lenses/"):
      if let lens = decoder.map(root, { $0.lens() }) { catalogue.lenses.append(lens) }
    case let name where name.hasPrefix("domains/"):
      if let pack = decoder.map(root, { $0.pack() }) { catalogue.packs.append(pack) }
    case "modes.yaml": catalogue.modes = decoder.maps(root) { $0.mode() }
    case "archetypes.yaml": catalogue.archetypes = decoder.maps(root) { $0.archetype() }
    case "interventions.yaml":
      // The general list words what is left as noun phrases.
      catalogue.interventions = decoder.maps(root) { $0.intervention() }.map { entry in
        var entry = entry
        entry.left = entry.leaves
        return entry
      }
    case "situations.yaml": situations = decoder.maps(root) { $0.situation() }
    case "technologies.yaml": technologies = decoder.maps(root) { $0.technology() }
    case "scope.yaml": catalogue.scope = decoder.maps(root) { $0.scopeRule() }
    case "personal.yaml": catalogue.personal = decoder.map(root) { $0.personalWords() } ?? PersonalWords()
    case "signals.yaml": signals = decoder.entries(root).map { decoder.signal($0) }
    case "phrases.yaml":
      for entry in decoder.entries(root) { catalogue.phrases[entry.name] = decoder.templates(entry.name) }
    case "roles.yaml":
      for entry in decoder.entries(root) { catalogue.roleDetectors[entry.name] = decoder.texts(entry.name) }
    // The recognisers read it themselves; here it is only checked.
    case "words.yaml": for entry in decoder.entries(root) { _ = decoder.text(entry.name) }
    // Checks of the catalogue read it themselves.
    case "fillers.yaml", "measures.yaml": break
    default:
      decoder.report("`\(file)` is no file of a catalogue", help: "lenses/, domains/, modes.yaml, situations.yaml, …")
    }
    diagnostics += decoder.diagnostics
  }

  mutating func finish() -> (Catalogue, [Diagnostic]) {
    catalogue.topics = topics()
    nameSituations()
    catalogue.lexicon = Lexicon(
      signals: signals, situations: situations, technologies: technologies)
    catalogue.vocabulary = LensVocabulary(lenses: catalogue.lenses, packs: catalogue.packs)
    return (catalogue, diagnostics)
  }
}

extension CatalogueReader {
  /// What a situation means can be said like what a signal means, under `signal.<id>`, without what stands in brackets.
  private mutating func nameSituations() {
    for situation in situations where catalogue.phrases["signal." + situation.id] == nil {
      let clause = situation.means.split(separator: "(").first.map { String($0).trimmed } ?? ""
      guard !clause.isEmpty else { continue }
      do {
        catalogue.phrases["signal." + situation.id] = [try Template(clause)]
      } catch {
        diagnostics.append(Diagnostic(code: "R0401", message: "situations.yaml: \(situation.id): \(error.message)"))
      }
    }
  }

  /// The cues of packs, facets, modes, lenses, interventions and what is out of scope, each once.
  private mutating func topics() -> TopicIndex {
    let packs = catalogue.packs.flatMap { pack in
      pack.cues.map(\.cue) + pack.facets.flatMap(\.cues) + pack.vetoes + pack.interventions.flatMap(\.cues)
    }
    let others =
      catalogue.modes.flatMap { $0.cues + $0.asks } + catalogue.lenses.flatMap(\.cues)
      + catalogue.interventions.flatMap(\.cues)
    let scope = catalogue.scope.flatMap { $0.cues + $0.beside + $0.unless }
    var patterns: [CuePattern] = []
    for cue in Set(packs + others + scope).sorted() {
      do {
        patterns.append(try CuePattern(cue))
      } catch {
        diagnostics.append(Diagnostic(code: "R0401", message: error.description))
      }
    }
    return TopicIndex(index: CueIndex(patterns))
  }
}

extension MapDecoder {
  /// Decodes each map of a file that is a list.
  mutating func maps<Value>(_ root: Node, _ decode: (inout MapDecoder) -> Value?) -> [Value] {
    guard let items = root.items else {
      report("expected a list, found \(root.kindName)", at: root)
      return []
    }
    return items.compactMap { map($0, decode) }
  }

  /// The entries of a file that is a map.
  mutating func entries(_ root: Node) -> [Node.Entry] {
    guard let entries = root.entries else {
      report("expected a map, found \(root.kindName)", at: root)
      return []
    }
    return entries
  }

  mutating func cuePatterns(_ key: String) -> [CuePattern] {
    guard let value = value(key) else { return [] }
    return (value.items ?? [value]).compactMap { node -> CuePattern? in
      guard let text = node.text else {
        report("a cue must be a text", at: node)
        return nil
      }
      do throws(CuePattern.Failure) {
        return try CuePattern(CaseView.onOneLine(text))
      } catch {
        report("\(error.reason), at character \(error.position + 1) of the cue", at: node)
        return nil
      }
    }
  }

  mutating func situation() -> SituationDefinition? {
    _ = texts("captures")
    var signals: [String: Double] = [:]
    for signal in weights("signals") { signals[signal.name] = signal.weight }
    return SituationDefinition(
      id: text("id"), means: text("means"), signals: signals, cues: cuePatterns("cues"), not: cuePatterns("not"),
      strength: number("strength", default: 1))
  }

  mutating func signal(_ entry: Node.Entry) -> SignalCues {
    SignalCues(name: entry.name, cues: cuePatterns(entry.name))
  }

  mutating func technology() -> TechnologyEntry? {
    TechnologyEntry(
      name: text("name"), kind: text("kind"), needsContext: flag("needs_context"), packs: texts("packs"))
  }
}
