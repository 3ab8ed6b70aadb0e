/// Checks knowledge as a whole: what its own reading cannot see file by file.
package enum CatalogueLint {
  /// What is wrong with the knowledge that is built into the program.
  package static func builtIn() -> [Diagnostic] {
    findings(Embedded.files.map { CatalogueFile(name: $0.name, shown: $0.name, text: $0.text) })
  }

  /// What is wrong with a folder that is laid over the built-in knowledge, and what it breaks there.
  ///
  /// - Parameters:
  ///   - files: the folder's files by their path in it.
  ///   - folder: the folder as the user would type it, for messages.
  package static func overlay(_ files: [(name: String, text: String)], folder: String) -> [Diagnostic] {
    let shown = files.map { CatalogueFile(name: $0.name, shown: Catalogue.shown($0.name, in: folder), text: $0.text) }
    let base = Embedded.files.map { CatalogueFile(name: $0.name, shown: $0.name, text: $0.text) }
    let known = Set(findings(base).map(Key.init))
    return findings(base + shown).filter { !known.contains(Key($0)) }
  }

  /// What makes two findings the same, wherever an overlay moved them.
  private struct Key: Hashable {
    var code: String
    var file: String?
    var message: String

    init(_ finding: Diagnostic) {
      code = finding.code
      file = finding.place?.file
      message = finding.message
    }
  }

  /// All findings in the order of files, lines and columns.
  private static func findings(_ sources: [CatalogueFile]) -> [Diagnostic] {
    var latest: [String: CatalogueFile] = [:]
    for source in sources { latest[source.name] = source }
    let (catalogue, diagnostics) = Catalogue.read(sources: sources)
    let files = latest.keys.sorted().compactMap { name in
      latest[name].flatMap { LintFile(name: name, shown: $0.shown, text: $0.text) }
    }
    let examples = ExampleLint(catalogue: catalogue)
    let findings = diagnostics + files.flatMap { examples.findings(in: $0) }
    return findings.stablySorted { left, right in
      func place(_ finding: Diagnostic) -> (String, Int, Int) {
        (finding.place?.file ?? "", finding.place?.line ?? 0, finding.place?.column ?? 0)
      }
      return place(left) < place(right)
    }
  }
}
