/// One file of a catalogue as a positioned tree, for findings that name a place.
struct LintFile: Sendable {
  /// Path below the catalogue folder: `lenses/queueing.yaml`.
  let name: String
  let root: Node
  let source: SourceText

  /// The file read again; nil if it cannot be, which the catalogue's own reading reports.
  init?(name: String, shown: String, text: String) {
    guard
      let tree = try? Tree.read(
        bytes: Array(text.utf8), file: shown, format: .yaml, limits: CatalogueReader.limits),
      let root = tree.root
    else { return nil }
    self.name = name
    self.root = root
    source = tree.source
  }

  var isLens: Bool { name.hasPrefix("lenses/") }
  var isPack: Bool { name.hasPrefix("domains/") }

  /// A finding about a node; the caret stands under a part of it if the part is found there as written.
  func finding(
    _ code: DiagnosticCode, _ message: String, at node: Node, part: String? = nil, help: String? = nil,
    severity: Diagnostic.Severity? = nil
  ) -> Diagnostic {
    let marked = part.flatMap { range(of: $0, in: node) } ?? node.range
    return Diagnostic(
      severity ?? code.severity, code: code.code, message: message, place: source.place(of: marked), help: help)
  }

  private func range(of part: String, in node: Node) -> Range<Int>? {
    let wanted = Array(part.utf8)
    let range = node.range.clamped(to: 0..<source.bytes.count)
    guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
    return (range.lowerBound...(range.upperBound - wanted.count)).first {
      source.bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }.map { $0..<$0 + wanted.count }
  }
}

extension Node {
  /// The elements of a list under a key; none if there is no list.
  func list(_ key: String) -> [Node] { self[key]?.items ?? [] }

  /// The scalars under a key, be it one or a list of them.
  func scalars(_ key: String) -> [Node] {
    guard let value = self[key] else { return [] }
    return (value.items ?? [value]).filter { $0.text != nil }
  }

  /// The key nodes of a map under a key, or the scalars of a list.
  func names(_ key: String) -> [Node] { self[key]?.entries?.map(\.key) ?? scalars(key) }
}
