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
  /// Where the output will stand on the web; nil if that is not known.
  let site: Site?

  /// What makes reports: the analyst and the pages.
  fileprivate struct Workshop: Sendable {
    let engine: Engine
    let renderer: Renderer
  }

  /// The steps of a build.
  ///
  /// Files of the user's are read and checked at once. What is built in is not even read before a report has to be made:
  /// a run that finds all reports up to date needs only its hash.
  ///
  /// - Throws: What is wrong with the templates or the catalogue.
  func steps() throws(Diagnostic) -> BuildSteps<Problem> {
    let choices = choices
    let folder = templates ?? Self.projectTemplates
    let overrides = try TextFolder.files(in: folder)
    let knowledge = try TextFolder.files(in: catalogue)
    let workshop = Lazy { made(templates: overrides, of: folder, knowledge: knowledge) }
    // A project's copies of what is built in change nothing.
    let builtIn = Dictionary(Templates.builtIn) { first, _ in first }
    let own = overrides.filter { $0.text != builtIn[$0.name] }
    if !own.isEmpty || !knowledge.isEmpty { _ = try workshop.value.get() }
    var steps = Self.readingSteps
    steps.fingerprint = fingerprint(knowledge: knowledge, templates: own)
    steps.make = { problem, origin in
      switch workshop.value {
      case .success(let workshop): workshop.make(choices.applied(to: problem), origin)
      case .failure(let diagnostic): MadeReport(files: [], summary: "", diagnostics: [diagnostic])
      }
    }
    let site = site
    steps.pagesFingerprint = site.map { "\u{0}" + $0.base + "\u{0}" + $0.updated } ?? ""
    steps.pages = { reports, runs in
      let summaries = reports.compactMap { ReportSummary(json: $0.summary) }
      return workshop.value.flatMap { $0.renderer.indexPages(summaries, runs: runs) }.map { pages in
        let paths = reports.flatMap(\.paths) + pages.map(\.path)
        return pages + (site?.files(for: summaries, paths: paths) ?? [])
      }
    }
    return steps
  }

  private func made(
    templates overrides: [(name: String, text: String)], of folder: String?, knowledge: [(name: String, text: String)]
  ) -> Result<Workshop, Diagnostic> {
    do throws(Diagnostic) {
      let catalogue = try Self.catalogue(knowledge, folder: catalogue)
      let renderer = Renderer(
        templates: try Templates(overrides: overrides, folder: folder ?? ""),
        formats: formats.map { $0.format(in: self) })
      return .success(
        Workshop(engine: Engine(catalogue: catalogue, version: RefractVersion.current), renderer: renderer))
    } catch {
      return .failure(error)
    }
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
    try Self.catalogue(try TextFolder.files(in: folder), folder: folder)
  }

  private static func catalogue(
    _ files: [(name: String, text: String)], folder: String?
  ) throws(Diagnostic) -> Catalogue {
    let (catalogue, diagnostics) = Catalogue.builtIn(overrides: files, folder: folder ?? "")
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
  private func fingerprint(
    knowledge: [(name: String, text: String)], templates: [(name: String, text: String)]
  ) -> String {
    let mode = choices.mode ?? ""
    let lenses = choices.lenses.map { "\($0)" } ?? ""
    let options = [
      RefractVersion.current, Catalogue.fingerprint(overrides: knowledge), Templates.builtInFingerprint,
      formats.map(\.rawValue).joined(separator: ","), mode, lenses, frontMatter.rawValue,
    ]
    return (options + templates.flatMap { [$0.name, $0.text] }).joined(separator: "\u{0}")
  }
}

extension Pipeline.Workshop {
  /// Analyses one problem and renders its report.
  func make(_ problem: Problem, _ origin: InputOrigin) -> MadeReport {
    var report = engine.analyse(problem)
    report.provenance.inputSHA256 = origin.sha256
    switch renderer.render(report) {
    case .success(let files):
      let summary = ReportSummary(report)
      return MadeReport(files: files, summary: summary.json, quality: summary.quality)
    case .failure(let diagnostic):
      return MadeReport(files: [], summary: "", diagnostics: [diagnostic])
    }
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
        hasJSON: pipeline.formats.contains(.json), hasFeed: pipeline.site != nil)
    case .json: JSONFormat()
    }
  }
}
