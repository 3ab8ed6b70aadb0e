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
    let shown = files.map {
      CatalogueFile(name: $0.name, shown: Catalogue.shown($0.name, in: folder), text: $0.text)
    }
    let base = Embedded.files.map { CatalogueFile(name: $0.name, shown: $0.name, text: $0.text) }
    let own = Set(shown.map(\.shown))
    // One lens never changes what another says; anything else may.
    let isOnlyLenses = files.allSatisfy { $0.name.hasPrefix("lenses/") }
    let found = findings(base + shown, examplesOf: isOnlyLenses ? Set(files.map(\.name)) : nil)
    // The built-in knowledge is free of errors, so one in it comes of the folder.
    return found.filter { $0.severity == .error || own.contains($0.place?.file ?? "") }
  }

  /// All findings in the order of files, lines and columns.
  ///
  /// - Parameter examplesOf: the files whose examples are run; nil for all.
  private static func findings(_ sources: [CatalogueFile], examplesOf: Set<String>? = nil) -> [Diagnostic] {
    var latest: [String: CatalogueFile] = [:]
    for source in sources { latest[source.name] = source }
    let (catalogue, diagnostics) = Catalogue.read(sources: sources)
    let files = latest.keys.sorted().compactMap { name in
      latest[name].flatMap { LintFile(name: name, shown: $0.shown, text: $0.text) }
    }
    let names = CatalogueNames(catalogue, files: files)
    let (references, templates, reach) = (
      ReferenceLint(names: names), TemplateLint(names: names), ReachLint(catalogue: catalogue)
    )
    let (quota, examples) = (QuotaLint(), ExampleLint(catalogue: catalogue))
    let findings =
      diagnostics + ProseLint.findings(in: files)
      + files.flatMap { file in
        references.findings(in: file) + templates.findings(in: file) + reach.findings(in: file)
          + quota.findings(in: file)
          + (examplesOf?.contains(file.name) ?? true ? examples.findings(in: file) : [])
      }
    return findings.stablySorted { left, right in
      func place(_ finding: Diagnostic) -> (String, Int, Int) {
        (finding.place?.file ?? "", finding.place?.line ?? 0, finding.place?.column ?? 0)
      }
      return place(left) < place(right)
    }
  }
}
