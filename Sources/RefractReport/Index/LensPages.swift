internal import RefractEngine

extension IndexView {
  /// The page of one lens that was applied somewhere.
  struct LensPage {
    var id: String
    var name: String
    var definition: String
    /// How many problems it spoke to.
    var problems: Int
    var record: Record
  }

  /// One page a lens, by name.
  var lensPages: [LensPage] {
    var uses: [String: [(ReportSummary, ReportSummary.Lens)]] = [:]
    for one in summaries {
      for lens in one.lenses where lens.isApplied { uses[lens.id, default: []].append((one, lens)) }
    }
    return uses.compactMap { id, uses in
      guard let lens = uses.first?.1 else { return nil }
      let modes = modes(offering: lens.name, in: uses.map(\.0))
      let record: Record = [
        "id": .text(id), "name": .text(lens.name), "definition": .text(lens.definition),
        "source": .text(lens.source), "count": .text(uses.count == 1 ? "One problem" : "\(uses.count) problems"),
        "problems": .list(uses.map(problem)), "version": .text(uses.first?.0.version),
        "catalogue": .text(uses.first?.0.catalogue), "modes": .list(modes),
        "has_modes": .flag(!modes.isEmpty),
      ]
      return LensPage(id: id, name: lens.name, definition: lens.definition ?? "", problems: uses.count, record: record)
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The modes that offered a lens to some problems, by name.
  private func modes(offering lens: String, in problems: [ReportSummary]) -> [Record] {
    let offering = problems.flatMap { $0.common?.advice ?? [] }.filter { $0.lenses.contains(lens) }
    let names = Dictionary(offering.map { ($0.id, $0.name) }) { first, _ in first }
    return names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { id, name in
      ["id": .text(id), "name": .text(name)]
    }
  }

  private func problem(_ one: ReportSummary, _ lens: ReportSummary.Lens) -> Record {
    [
      "id": .text(one.id), "title": .text(one.title), "domain": .text(one.domain),
      "belief": .text(lens.belief.map(Words.sentence)),
      "number": .text(lens.beliefNumber.map(String.init)),
      "percent": .text(lens.confidence.map { String(Words.percent($0)) }),
      "bar": .markup(lens.confidence.map { Pictures.bar($0) } ?? ""),
      "is_root": .flag(one.rootCause?.lens == lens.name),
    ]
  }
}

/// The document over all problems.
struct IndexJSON {
  let summaries: [ReportSummary]
  let runs: [RunRecord]

  init(_ summaries: [ReportSummary], runs: [RunRecord] = []) {
    self.summaries = summaries
    self.runs = runs
  }

  func write(to json: inout JSONWriter) {
    json.field("schema_version", 1)
    json.field("count", summaries.count)
    json.key("problems")
    json.list(summaries) { json, one in json.object { write(one, to: &$0) } }
    json.key("themes")
    json.list(IndexView(summaries).themes) { json, theme in
      json.object { json in
        json.field("theme", theme.name)
        json.field("count", theme.problems.count)
        json.field("problems", theme.problems.map { summaries[$0].id })
      }
    }
    json.key("synthesis")
    json.object { BatchSynthesis(summaries).write(to: &$0) }
    RunsJSON(runs: runs).write(to: &json)
    json.key("provenance")
    json.object { json in
      json.field("version", summaries.first?.version)
      json.field("catalogue", summaries.first?.catalogue)
    }
  }

  private func write(_ one: ReportSummary, to json: inout JSONWriter) {
    json.field("id", one.id)
    json.field("title", one.title)
    json.field("domain", one.domain)
    json.field("tags", one.tags)
    json.field("deadline", one.deadline)
    json.field("top_mode", one.topMode)
    json.field("reframe", one.reframe)
    json.field("root_cause", one.rootCause?.statement)
    json.field("root_cause_lens", one.rootCause?.lens)
    json.key("root_cause_confidence")
    if let root = one.rootCause { json.number(root.confidence) } else { json.null() }
    json.field("first_step", one.firstStep)
    json.field("quality", one.quality)
    json.field("gap", one.gap)
    json.key("is_thin")
    json.bool(one.isThin)
    json.field("attempts", one.attempts)
    json.key("lenses")
    json.list(one.lenses) { json, lens in
      json.object { json in
        json.field("id", lens.id)
        json.field("lens", lens.name)
        json.field("score", lens.score)
        json.key("applied")
        json.bool(lens.isApplied)
        json.key("confidence")
        if let confidence = lens.confidence { json.number(confidence) } else { json.null() }
      }
    }
    json.key("files")
    json.list(["md", "html", "json"]) { json, ending in json.string("problems/\(one.id).\(ending)") }
  }
}
