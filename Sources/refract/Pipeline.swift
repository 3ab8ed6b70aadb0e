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
  let templates: String?
  let catalogue: String?
  let choices: Choices

  /// The steps of a build.
  ///
  /// - Throws: What is wrong with the templates or the catalogue.
  func steps() throws(Diagnostic) -> BuildSteps<Problem> {
    let choices = choices
    var steps = Self.readingSteps
    steps.fingerprint = fingerprint
    steps.make = { problem, origin in
      let problem = choices.applied(to: problem)
      let text = "{\"id\": \"\(problem.id)\", \"input_sha256\": \"\(origin.sha256)\"}"
      return MadeReport(
        files: [OutputFile(path: "problems/\(problem.id).json", bytes: Array((text + "\n").utf8))], summary: text)
    }
    steps.pages = { reports in
      let text = "[\n" + reports.map(\.summary).joined(separator: ",\n") + "\n]\n"
      return .success([OutputFile(path: "index.json", bytes: Array(text.utf8))])
    }
    return steps
  }

  /// Steps that only read and validate.
  static var readingSteps: BuildSteps<Problem> {
    BuildSteps(
      fingerprint: "", read: { read($0, file: $1) }, make: { _, _ in MadeReport(files: [], summary: "") },
      pages: { _ in .success([]) })
  }

  private static func read(_ bytes: [UInt8], file: String) -> ReadInput<Problem> {
    let reading =
      if let format = InputFormat(fileName: file) ?? InputFormat(guessedFrom: bytes) {
        ProblemReader.read(bytes: bytes, file: file, format: format)
      } else {
        ProblemReader.read(prose: bytes, file: file)
      }
    return ReadInput(problem: reading.problem.map { ($0.id, $0) }, diagnostics: reading.diagnostics)
  }

  /// Everything besides the input that decides a report's bytes.
  private var fingerprint: String {
    let mode = choices.mode ?? ""
    let lenses = choices.lenses.map { "\($0)" } ?? ""
    return [RefractVersion.current, formats.map(\.rawValue).joined(separator: ","), mode, lenses]
      .joined(separator: "\u{0}")
  }
}
