package import RefractEngine
package import RefractReport

/// What a build does with one problem and with all of them: the rooms next door, handed in as functions.
///
/// None of them touches the disk, and each gives the same result for the same arguments.
package struct BuildSteps<Content: Sendable>: Sendable {
  /// Everything besides the input's bytes that decides what a report says: version, knowledge, templates, options.
  /// Reports are made again when it changes.
  package var fingerprint: String
  /// What decides how the pages over all reports look, and no report: the address of the site and its date.
  package var pagesFingerprint = ""
  /// Reads and validates the bytes of one problem file. `file` is the path to show.
  package var read: @Sendable (_ bytes: [UInt8], _ file: String) -> ReadInput<Content>
  /// Analyses one problem and renders its report.
  package var make: @Sendable (_ content: Content, _ origin: InputOrigin) -> MadeReport
  /// Renders what stands above the single reports: index, lens pages, assets. Gets the reports sorted by id, and what
  /// the runs so far changed, oldest first.
  package var pages: @Sendable (_ reports: [ReportEntry], _ runs: [RunRecord]) -> Result<[OutputFile], Diagnostic>

  package init(
    fingerprint: String,
    read: @escaping @Sendable (_ bytes: [UInt8], _ file: String) -> ReadInput<Content>,
    make: @escaping @Sendable (_ content: Content, _ origin: InputOrigin) -> MadeReport,
    pages: @escaping @Sendable (_ reports: [ReportEntry], _ runs: [RunRecord]) -> Result<[OutputFile], Diagnostic>
  ) {
    self.fingerprint = fingerprint
    self.read = read
    self.make = make
    self.pages = pages
  }
}

/// What reading one problem file gave.
package struct ReadInput<Content: Sendable>: Sendable {
  /// The id and the content; nil if the file cannot be used, and then an error is among the diagnostics.
  package var problem: (id: String, content: Content)?
  package var diagnostics: [Diagnostic]

  package init(problem: (id: String, content: Content)?, diagnostics: [Diagnostic] = []) {
    self.problem = problem
    self.diagnostics = diagnostics
  }
}

/// Where a problem came from.
package struct InputOrigin: Sendable {
  /// The path to show.
  package var file: String
  /// SHA-256 of the file's bytes in hexadecimal digits.
  package var sha256: String
}

/// One finished report.
package struct MadeReport: Sendable {
  /// Each path's last part, or the folder it is in, is the problem's id with an ending.
  package var files: [OutputFile]
  /// What the pages need to know about it: JSON on one line.
  package var summary: String
  /// The overall quality, 0 to 1, that `--fail-under` looks at; nil if there is none.
  package var quality: Double?
  /// An error means that the report is not to be written.
  package var diagnostics: [Diagnostic]

  package init(files: [OutputFile], summary: String, quality: Double? = nil, diagnostics: [Diagnostic] = []) {
    self.files = files
    self.summary = summary
    self.quality = quality
    self.diagnostics = diagnostics
  }
}

/// One report as the pages see it; it may have been made by an earlier run.
package struct ReportEntry: Sendable, Equatable {
  package var id: String
  /// ``MadeReport/summary``.
  package var summary: String
  /// Paths of its files, in the order they were made.
  package var paths: [String]
}
