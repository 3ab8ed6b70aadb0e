import RefractBatch
import RefractEngine
import RefractReport

/// Joins the rooms: reader, engine and renderer become the steps of a build. The only place that knows all of them.
struct Pipeline {
  enum Format: String, CaseIterable { case md, html, json }

  /// What the command line decides in place of the problem files.
  struct Choices: Sendable {
    var mode: String?
    var lenses: Problem.LensRequest?

    /// The problem with these choices made.
    func applied(to problem: Problem) -> Problem {
      var problem = problem
      if let mode { problem.mode = mode }
      if let lenses { problem.lenses = lenses }
      return problem
    }
  }

  let formats: [Format]
  let frontMatter: FrontMatter
  /// The folder of templates to use; nil for the project's own, `templates/`, where it holds a page.
  let templates: String?
  let catalogue: String?
  let choices: Choices

  /// The steps of a build.
  ///
  /// - Throws: What is wrong with the templates or the catalogue.
  func steps() throws(Diagnostic) -> BuildSteps<Problem> {
    let choices = choices
    let templates = templates ?? Self.projectTemplates
    let overrides = try TextFolder.files(in: templates)
    let knowledge = try Self.catalogue(laidOver: catalogue)
    let engine = Engine(catalogue: knowledge, version: RefractVersion.current)
    let renderer = Renderer(
      templates: try Templates(overrides: overrides, folder: templates ?? ""),
      formats: formats.map { $0.format(in: self) })
    var steps = Self.readingSteps
    steps.fingerprint = fingerprint(knowledge: knowledge, overrides: overrides)
    steps.make = { problem, origin in
      var report = engine.analyse(choices.applied(to: problem))
      report.provenance.inputSHA256 = origin.sha256
      switch renderer.render(report) {
      case .success(let files):
        let summary = ReportSummary(report)
        return MadeReport(files: files, summary: summary.json, quality: summary.quality)
      case .failure(let diagnostic):
        return MadeReport(files: [], summary: "", diagnostics: [diagnostic])
      }
    }
    steps.pages = { reports, runs in
      renderer.indexPages(reports.compactMap { ReportSummary(json: $0.summary) }, runs: runs)
    }
    return steps
  }

  /// `templates` in the working directory, unless it is somebody else's folder of that name.
  private static var projectTemplates: String? {
    let names = (try? TextFolder.files(in: "templates").map(\.name)) ?? []
    return Templates.isFolderOfTemplates(names) ? "templates" : nil
  }

  /// The built-in knowledge with the files of a folder laid over it.
  ///
  /// - Throws: The first thing that is wrong with it.
  static func catalogue(laidOver folder: String?) throws(Diagnostic) -> Catalogue {
    let (catalogue, diagnostics) = Catalogue.builtIn(
      overrides: try TextFolder.files(in: folder), folder: folder ?? "")
    if let first = diagnostics.first { throw first }
    return catalogue
  }

  /// Steps that only read and validate.
  static var readingSteps: BuildSteps<Problem> {
    BuildSteps(
      fingerprint: "", read: { read($0, file: $1) }, make: { _, _ in MadeReport(files: [], summary: "") },
      pages: { _, _ in .success([]) })
  }

  static func read(_ bytes: [UInt8], file: String) -> ReadInput<Problem> {
    let reading =
      if let format = InputFormat(fileName: file) ?? InputFormat(guessedFrom: bytes) {
        ProblemReader.read(bytes: bytes, file: file, format: format)
      } else {
        ProblemReader.read(prose: bytes, file: file)
      }
    return ReadInput(problem: reading.problem.map { ($0.id, $0) }, diagnostics: reading.diagnostics)
  }

  /// Everything besides the input that decides a report's bytes.
  private func fingerprint(knowledge: Catalogue, overrides: [(name: String, text: String)]) -> String {
    let mode = choices.mode ?? ""
    let lenses = choices.lenses.map { "\($0)" } ?? ""
    let options = [
      RefractVersion.current, knowledge.fingerprint, formats.map(\.rawValue).joined(separator: ","), mode, lenses,
      frontMatter.rawValue,
    ]
    return (options + overrides.flatMap { [$0.name, $0.text] }).joined(separator: "\u{0}")
  }
}

extension Pipeline.Format {
  /// The format as the choices of a pipeline have it.
  func format(in pipeline: Pipeline) -> any ReportFormat {
    switch self {
    case .md: MarkdownFormat(frontMatter: pipeline.frontMatter)
    case .html:
      HTMLFormat(
        markdownIndex: pipeline.formats.contains(.md) ? pipeline.frontMatter.indexFile : nil,
        hasJSON: pipeline.formats.contains(.json))
    case .json: JSONFormat()
    }
  }
}
