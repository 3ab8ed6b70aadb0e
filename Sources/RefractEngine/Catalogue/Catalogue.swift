/// Everything that the analyst knows: lenses, modes, situations, domain packs, interventions and phrases, as data.
///
/// A catalogue is read once, checked as a whole, and shared read-only by all workers.
public struct Catalogue: Sendable {
  package var lenses: [LensDefinition] = []
  package var modes: [ModeDefinition] = []
  package var archetypes: [Archetype] = []
  package var packs: [DomainPack] = []
  package var interventions: [Intervention] = []
  /// Kinds of text that no report is made of, in the order in which they are tried.
  package var scope: [ScopeRule] = []
  /// By which names and telephone numbers are told.
  package var personal = PersonalWords()
  package var lexicon = Lexicon()
  package var topics = TopicIndex(index: CueIndex([]))
  /// The sentences of the synthesis, by key; each has one or more forms.
  package var phrases: [String: [Template]] = [:]
  /// For each role the paths that fill it from the author's words, in order of trust.
  package var roleDetectors: [String: [String]] = [:]
  /// What the quality of reports is measured against.
  package var vocabulary = LensVocabulary()
  /// 64-bit hash of all files, as 16 hexadecimal digits.
  public internal(set) var fingerprint = ""

  package func lens(named name: String) -> LensDefinition? {
    let wanted = name.lowercased()
    // By place: going through the array would copy each lens.
    return lenses.indices.first { lenses[$0].id == wanted || lenses[$0].name.lowercased() == wanted }.map { lenses[$0] }
  }

  /// The modes that a lens serves.
  func modes(ofLens id: String) -> [String] {
    lenses.indices.first { lenses[$0].id == id }.map { lenses[$0].modes } ?? []
  }

  package func mode(named name: String) -> ModeDefinition? {
    let wanted = name.lowercased()
    return modes.first { $0.id == wanted || $0.name.lowercased() == wanted }
  }

  /// The knowledge that is built into the program, with files of the user's laid over it, file by file.
  ///
  /// - Parameters:
  ///   - overrides: files by their path below a catalogue folder, such as `lenses/my_lens.yaml`.
  ///   - folder: the folder as the user would type it; messages name its files by it.
  public static func builtIn(
    overrides: [(name: String, text: String)] = [], folder: String = ""
  ) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    let base = Embedded.files.map { CatalogueFile(name: $0.name, shown: $0.name, text: $0.text) }
    return read(
      sources: base
        + overrides.map { CatalogueFile(name: $0.name, shown: shown($0.name, in: folder), text: $0.text) })
  }

  /// Reads a catalogue from files; a later file replaces an earlier one of the same name, so that a user's folder can be
  /// laid over the built-in one file by file.
  static func read(sources: [CatalogueFile]) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    var latest: [String: CatalogueFile] = [:]
    for source in sources { latest[source.name] = source }
    var reader = CatalogueReader()
    var hasher = FNV1a()
    for name in latest.keys.sorted() {
      guard let source = latest[name] else { continue }
      hasher.add(name)
      hasher.add(source.text)
      reader.read(file: name, shown: source.shown, text: source.text)
    }
    var (catalogue, diagnostics) = reader.finish()
    catalogue.fingerprint = digits(hasher.value)
    return (catalogue, diagnostics)
  }

  /// ``fingerprint`` of the built-in knowledge with files of the user's laid over it, without reading it.
  public static func fingerprint(overrides: [(name: String, text: String)]) -> String {
    guard !overrides.isEmpty else { return digits(Embedded.fingerprint) }
    let files = Embedded.files.map { ($0.name, $0.text) } + overrides.map { ($0.name, $0.text) }
    let latest = Dictionary(files) { _, last in last }
    var hasher = FNV1a()
    for (name, text) in latest.sorted(by: { $0.key < $1.key }) {
      hasher.add(name)
      hasher.add(text)
    }
    return digits(hasher.value)
  }

  /// 16 hexadecimal digits.
  private static func digits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A file of a folder as the user would type it.
  static func shown(_ name: String, in folder: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
