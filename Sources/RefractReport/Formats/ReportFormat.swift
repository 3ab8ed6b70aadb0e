public import RefractEngine

/// A finished file, to be written below the output folder.
public struct OutputFile: Sendable, Equatable {
  /// Path below the output folder, with `/`: `problems/api.md`.
  public var path: String
  /// The content, UTF-8.
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// One way to print a report.
public protocol ReportFormat: Sendable {
  /// As in `--format`: `markdown`, `html`, `json`.
  var name: String { get }

  /// The report's files.
  ///
  /// - Throws: A diagnostic if the templates and the report do not fit.
  func files(for report: Report, templates: Templates) throws(Diagnostic) -> [OutputFile]

  /// The pages over all problems, and over each lens that was applied.
  ///
  /// - Parameter runs: What the runs so far changed, oldest first.
  func indexFiles(
    for summaries: [ReportSummary], runs: [RunRecord], templates: Templates
  ) throws(Diagnostic) -> [OutputFile]
}

/// All formats there are.
public enum ReportFormats {
  /// In the order in which they are listed and rendered.
  public static var all: [any ReportFormat] { [MarkdownFormat(), HTMLFormat(), JSONFormat()] }

  /// The format of that name; nil if there is none.
  public static func named(_ name: String) -> (any ReportFormat)? { all.first { $0.name == name } }
}

/// Renders reports with one set of templates and formats. Pure: values in, files out.
public struct Renderer: Sendable {
  private let templates: Templates
  private let formats: [any ReportFormat]

  public init(templates: Templates, formats: [any ReportFormat] = ReportFormats.all) {
    self.templates = templates
    self.formats = formats
  }

  /// All files of one report.
  public func render(_ report: Report) -> Result<[OutputFile], Diagnostic> {
    collect { format throws(Diagnostic) in try format.files(for: report, templates: templates) }
  }

  /// The pages over all problems, worst first, and the lens pages.
  ///
  /// - Parameter runs: What the runs so far changed, oldest first.
  public func indexPages(
    _ summaries: [ReportSummary], runs: [RunRecord] = []
  ) -> Result<[OutputFile], Diagnostic> {
    let sorted = summaries.sorted(by: ReportSummary.isWorse)
    return collect { format throws(Diagnostic) in try format.indexFiles(for: sorted, runs: runs, templates: templates) }
  }

  private func collect(
    _ files: (any ReportFormat) throws(Diagnostic) -> [OutputFile]
  ) -> Result<[OutputFile], Diagnostic> {
    do throws(Diagnostic) {
      var all: [OutputFile] = []
      for format in formats { all += try files(format) }
      return .success(all)
    } catch {
      return .failure(error)
    }
  }
}
