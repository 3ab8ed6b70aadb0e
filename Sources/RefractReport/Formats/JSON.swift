public import RefractEngine

/// The report as one JSON document, keys always in the same order; offsets count UTF-8 bytes.
public struct JSONFormat: ReportFormat {
  public let name = "json"

  public init() {}

  public func files(for report: Report, templates: Templates) throws(Diagnostic) -> [OutputFile] {
    var writer = JSONWriter()
    writer.object { ReportJSON(report).write(to: &$0) }
    return [OutputFile(path: "problems/\(report.problem.id).json", bytes: writer.bytes + [0x0A])]
  }

  public func indexFiles(
    for summaries: [ReportSummary], runs: [RunRecord], templates: Templates
  ) throws(Diagnostic) -> [OutputFile] {
    var writer = JSONWriter()
    writer.object { IndexJSON(summaries, runs: runs).write(to: &$0) }
    return [OutputFile(path: "index.json", bytes: writer.bytes + [0x0A])]
  }
}

/// The document of one report.
struct ReportJSON {
  let report: Report
  let own: OwnWords

  init(_ report: Report) {
    self.report = report
    own = OwnWords(report)
  }

  func write(to json: inout JSONWriter) {
    json.field("schema_version", 1)
    json.field("id", report.problem.id)
    json.field("title", report.problem.title)
    json.field("domain", report.domain)
    json.key("problem")
    json.object { ProblemJSON(problem: report.problem).write(to: &$0) }
    json.key("facts")
    json.list(report.facts) { json, fact in
      json.object { json in
        json.field("kind", fact.kind)
        json.field("text", fact.text)
        place(fact.span, to: &json)
      }
    }
    json.key("thinking_mode")
    json.object { thinkingMode(to: &$0) }
    json.key("lens_ranking")
    json.list(report.lensRanking) { json, lens in
      json.object { json in
        json.field("lens", lens.name)
        json.field("score", lens.score)
        json.field("id", lens.id)
        json.key("applied")
        json.bool(lens.isApplied)
      }
    }
    json.key("analyses")
    json.list(report.analyses) { json, lens in json.object { analysis(lens, to: &$0) } }
    json.key("solution")
    json.object { SolutionJSON(report: report, own: own).write(to: &$0) }
    brief(to: &json)
    derivations(to: &json)
    provenance(to: &json)
  }

  private func place(_ span: Span, to json: inout JSONWriter) {
    json.field("field", own.field(span))
    json.field("start", span.start)
    json.field("end", span.end)
  }

  func thinkingMode(to json: inout JSONWriter) {
    let mode = report.thinkingMode
    json.key("recommended_modes")
    json.list(mode.recommended) { json, mode in
      json.object { json in
        json.field("id", mode.id)
        json.field("name", mode.name)
        json.field("match_score", mode.matchScore)
        json.field("lenses", mode.lenses)
        json.field("reasoning", mode.reasoning)
      }
    }
    json.key("top_mode")
    if let top = mode.recommended.first {
      json.object { json in
        json.field("id", top.id)
        json.field("lenses", top.lenses)
      }
    } else {
      json.null()
    }
    json.key("workflow")
    json.object { json in
      json.field("tools", ["get_lens", "analyze_with_lens", "synthesize_solution"])
      json.field("sequence", mode.sequence)
    }
    json.field("next_steps", mode.nextSteps)
    json.field("insight", mode.insight)
  }

  func analysis(_ lens: LensAnalysis, to json: inout JSONWriter) {
    json.field("name", lens.name)
    json.field("definition", lens.definition)
    json.field("source", lens.source)
    json.key("belief_statements")
    json.list(lens.beliefs) { json, belief in json.object { write(belief, to: &$0) } }
    json.key("quality_scores")
    Self.quality(lens.quality, to: &json)
    json.field("id", lens.id)
    json.field("brief", lens.brief)
  }

  private func write(_ belief: Belief, to json: inout JSONWriter) {
    json.field("belief", belief.belief)
    json.field("confidence", belief.confidence)
    json.field("reasoning", belief.reasoning)
    json.field("evidence", belief.evidence)
    json.key("evidence_spans")
    json.list(belief.evidenceSpans) { json, span in
      json.object { json in
        place(span, to: &json)
        json.field("text", own.text(span))
      }
    }
    json.field("lateral_connections", belief.lateralConnections)
    json.field("implications", belief.implications)
    json.field("refuted_if", belief.refutedIf)
    json.field("number", belief.number)
    json.field("rule", belief.rule)
  }

  static func quality(_ scores: QualityScores, to json: inout JSONWriter) {
    json.object { json in
      json.field("specificity", scores.specificity)
      json.field("novelty", scores.novelty)
      json.field("actionability", scores.actionability)
      json.field("coherence", scores.coherence)
      json.field("overall", scores.overall)
    }
  }

  private func brief(to json: inout JSONWriter) {
    let brief = report.brief
    json.key("in_brief")
    json.object { json in
      json.field("reframe", brief.reframe)
      json.field("root_cause", brief.rootCause)
      json.key("root_cause_confidence")
      if let confidence = brief.rootCauseConfidence { json.number(confidence) } else { json.null() }
      json.field("first_step", brief.firstStep)
      json.field("answer", brief.answer)
      json.field("evidence", brief.evidence)
      json.key("is_thin")
      json.bool(brief.isThin)
      json.field("outside", brief.outside)
    }
    json.field("key_figures", report.keyFigures)
  }

  private func derivations(to json: inout JSONWriter) {
    json.key("derivations")
    json.list(report.derivations) { json, number in
      json.object { json in
        json.field("id", number.id)
        json.field("value", number.value)
        json.field("formula", number.formula)
        json.key("inputs")
        json.list(number.inputs) { json, span in json.object { place(span, to: &$0) } }
        json.field("assumption", number.assumption)
      }
    }
  }

  private func provenance(to json: inout JSONWriter) {
    json.key("provenance")
    json.object { json in
      json.field("version", report.provenance.version)
      json.field("catalogue", report.provenance.catalogue)
      json.field("input_sha256", report.provenance.inputSHA256)
      json.key("dropped_sentences")
      json.list(report.provenance.droppedSentences) { json, dropped in
        json.object { json in
          json.field("guard", dropped.guardName)
          json.field("place", dropped.place)
          json.field("text", dropped.text)
        }
      }
    }
  }
}
