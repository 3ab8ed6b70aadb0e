package import RefractEngine

/// One step of the workflow by itself, in the form of the worked example.
package enum StepJSON {
  /// Step 1: the recommended modes with their lenses, and what to do next.
  package static func suggestion(_ report: Report) -> String {
    document { ReportJSON(report).thinkingMode(to: &$0) }
  }

  /// Step 2: what each of the lenses applied says; `problem` is the id of the problem they speak about.
  package static func analyses(_ report: Report) -> String {
    document { json in
      json.field("problem", report.problem.id)
      json.key("analyses")
      json.list(report.analyses) { json, lens in json.object { ReportJSON(report).analysis(lens, to: &$0) } }
    }
  }

  private static func document(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(body)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
