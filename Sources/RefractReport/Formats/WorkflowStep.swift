package import RefractEngine

/// One step of the workflow by itself, in the form of the worked example.
package enum WorkflowStep: String, CaseIterable, Sendable {
  /// Step 1: the recommended modes with their lenses, and what to do next.
  case suggest
  /// Step 2: what each of the lenses applied says, with the problem, so that step 3 can be made from it alone.
  case analyze
  /// Step 3: the solution.
  case synthesize

  /// The step as one JSON document.
  package func json(_ report: Report) -> String {
    var writer = JSONWriter()
    writer.object { json in
      switch self {
      case .suggest: ReportJSON(report).thinkingMode(to: &json)
      case .analyze: Self.analyses(report, to: &json)
      case .synthesize: SolutionJSON(report: report, own: OwnWords(report)).write(to: &json)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// `problem` is the id of the problem that the lenses speak about.
  private static func analyses(_ report: Report, to json: inout JSONWriter) {
    json.field("problem", report.problem.id)
    json.key("analyses")
    json.list(report.analyses) { json, lens in json.object { ReportJSON(report).analysis(lens, to: &$0) } }
    json.key(AnalysesReader.problemKey)
    json.object { ProblemJSON(problem: report.problem, isProblemFile: true).write(to: &$0) }
  }

  /// The step as a Markdown page.
  ///
  /// - Throws: A diagnostic if the templates and the report do not fit.
  package func markdown(_ report: Report, templates: Templates) throws(Diagnostic) -> String {
    let record = ReportView(report).record
    let text = try templates.render(record, with: "md/step-\(rawValue).md")
    return String(decoding: MarkdownFormat.tidy(text), as: UTF8.self)
  }
}
