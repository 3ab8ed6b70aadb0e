public import RefractEngine

/// One step of the workflow by itself, in the form of the worked example.
public enum StepJSON {
  /// Step 1: the recommended modes with their lenses, and what to do next.
  public static func suggestion(_ report: Report) -> String {
    document { ReportJSON(report).thinkingMode(to: &$0) }
  }

  /// Step 2: what each of the lenses applied says; `problem` is the id of the problem they speak about.
  public static func analyses(_ report: Report) -> String {
    document { json in
      json.field("problem", report.problem.id)
      json.key("analyses")
      json.list(report.analyses) { json, lens in json.object { ReportJSON(report).analysis(lens, to: &$0) } }
    }
  }

  /// Lenses of the catalogue, with source and relations.
  public static func lenses(_ cards: [LensCard]) -> String {
    var writer = JSONWriter()
    writer.list(cards) { json, card in
      json.object { json in
        json.field("id", card.id)
        json.field("name", card.name)
        json.field("definition", card.definition)
        json.field("source", card.source)
        json.field("warrant", card.warrant)
        json.field("modes", card.modes)
        json.field("related", card.related)
        json.field("called_by", card.calledBy)
        json.field("price", card.price)
        json.field("refuted_if", card.refuted)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func document(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(body)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
