/// The outlines of everything that templates are given, page by page.
enum Outline {
  /// Every page's template with what it may ask for.
  static var pages: [(name: String, shape: [String: Shape])] {
    let html: [String: Shape] = ["page": .record(page)]
    let markdown: [String: Shape] = ["site": .record(site)]
    return [("report.md", report + markdown)]
      + sections.map { ("md/" + $0.file + ".md", report) }
      + WorkflowStep.allCases.map { ("md/step-" + $0.rawValue + ".md", report) }
      + [
        ("report.html", report + html + ["sections": .record(sectionNames)]),
        ("index.md", index + markdown), ("index.html", index + html),
        ("lens.md", lensPage + markdown), ("lens.html", lensPage + html),
        ("mode.md", modePage + markdown), ("mode.html", modePage + html),
      ]
  }

  /// Parts of the report whose HTML is made from their Markdown: the template's name and the name of the result.
  static let sections: [(file: String, key: String)] = [
    ("stakeholders", "stakeholders")
  ]

  private static var sectionNames: [String: Shape] {
    Dictionary(sections.map { ($0.key, Shape.markup) }) { first, _ in first }
  }

  /// What every HTML page has: its style with the hash for its policy, on the index a script
  /// with its own, and prose made from `templates/prose/*.md`.
  static let page: [String: Shape] = [
    "style": .markup, "style_hash": .text, "script": .markup, "script_hash": .text,
    "markdown_index": .text, "has_markdown": .flag, "has_json": .flag, "has_feed": .flag,
    "prose": .record(["reading": .markup, "scores": .markup]),
  ]

  /// How Markdown pages link to each other: the way to the index's folder, the ending of an address, the index itself.
  static let site = Shape.texts("root", "ending", "home")

  static let quality = Shape.texts("specificity", "novelty", "actionability", "coherence", "overall")
  static let gate = Shape.texts("question", "yes", "no")

  static let belief: [String: Shape] =
    Shape.texts(
      "number", "belief", "confidence", "percent", "reasoning", "evidence", "connections", "refuted_if",
      "leads_to") + [
      "bar": .markup, "is_root": .flag, "implications": .list(.text), "has_implications": .flag,
      "planned": .records(Shape.texts("number")), "has_planned": .flag,
      "quotes": .records(Shape.texts("mark", "text")), "has_quotes": .flag,
    ]

  static let lens: [String: Shape] =
    Shape.texts("id", "name", "definition", "source", "brief") + [
      "beliefs": .records(belief), "has_beliefs": .flag, "quality": .record(quality),
    ]

  static let mode: [String: Shape] =
    Shape.texts("id", "name", "score", "lenses", "reasoning") + ["bar": .markup]

  static let action: [String: Shape] =
    Shape.texts("number", "text", "stem", "short", "effort", "note", "lenses", "kind") + [
      "beliefs": .records(Shape.texts("number")), "gate": .record(gate), "has_details": .flag, "is_wide": .flag,
    ]

  static let path: [String: Shape] =
    Shape.texts("target", "line", "sum", "deadline") + [
      "steps": .records(
        Shape.texts("number", "lead", "rest", "effort", "total")
          + ["gate": .record(gate), "bar": .markup, "is_last": .flag]),
      "has_bars": .flag,
    ]

  static let rootCause: [String: Shape] =
    Shape.texts(
      "lens", "belief", "statement", "evidence", "confidence", "percent", "chosen_because", "not_explained",
      "runner_up", "decided_by")

  /// One report.
  static let report: [String: Shape] =
    heading + problem + analysis + solution + [
      "quality": .record(quality), "has_quality": .flag, "quality_summary": .text,
      "provenance": .record(Shape.texts("version", "catalogue", "input_sha256")),
    ]

  private static let heading: [String: Shape] =
    Shape.texts("id", "title", "domain", "deadline", "meta_line", "reframe_old", "reframe_new", "reframe_rest") + [
      "reframe_is_long": .flag, "has_brief": .flag,
      "brief": .record(
        Shape.texts("reframe", "root_cause", "confidence", "first_step", "answer", "evidence") + ["is_thin": .flag]),
      "headlines": .records(
        Shape.texts("label", "value", "number", "unit", "note") + ["bar": .markup, "is_words": .flag]),
      "has_headlines": .flag,
      "first": .records(Shape.texts("text", "effort") + ["is_gate": .flag]), "has_first": .flag,
    ]

  private static let problem: [String: Shape] = [
    "key_figures": .list(.text), "has_key_figures": .flag,
    "quote": .records(Shape.texts("text") + ["is_item": .flag, "is_break": .flag]),
    "groups": .records(
      Shape.texts("name") + ["is_list": .flag, "items": .records(["html": .markup])]),
    "mark_count": .text, "has_marks": .flag,
  ]

  private static let analysis: [String: Shape] = [
    "modes": .records(mode), "has_modes": .flag, "insight": .text, "lenses": .records(lens), "has_lenses": .flag,
    "lens_names": .text, "map": .markup,
    "map_lines": .records(Shape.texts("number", "lens", "percent", "words")), "has_map_lines": .flag,
  ]

  private static let solution: [String: Shape] =
    Shape.texts(
      "problem_reframe", "expected_outcome", "feasibility_summary", "attempts_title", "attempts_summary",
      "attempts_note", "actions_summary", "validation_summary") + [
      "root_cause": .record(rootCause), "has_solution": .flag,
      "insights": .records(
        Shape.texts("lens") + ["items": .records(Shape.texts("number", "statement", "reasoning", "percent"))]),
      "has_insights": .flag,
      "horizons": .records(Shape.texts("name", "span") + ["actions": .records(action)]), "has_actions": .flag,
      "trade_offs": .records(Shape.texts("gain", "price", "too_high_when", "lens")), "has_trade_offs": .flag,
      "validations": .records(
        Shape.texts("belief", "prediction", "measure", "baseline", "passes_if", "refuted_if", "by_when")),
      "has_validations": .flag, "has_dates": .flag,
      "autopsies": .records(Shape.texts("number", "attempt", "effect", "effect_short", "why")),
      "has_autopsies": .flag, "has_effects": .flag, "attempts_chart": .markup,
      "path": .record(path),
      "conflicts": .list(.text), "has_conflicts": .flag,
      "feasibility": .records(Shape.texts("constraint", "quoted", "verdict", "verdict_title", "kind", "icon", "note")),
      "has_feasibility": .flag,
      "stakeholders": .records(Shape.texts("name", "asked", "gets", "costs", "tell")), "has_stakeholders": .flag,
      "dropped": .records(Shape.texts("advice", "because")), "has_dropped": .flag,
      "questions": .records(Shape.texts("number", "text", "lead", "rest")), "has_questions": .flag,
    ]

  static let row: [String: Shape] =
    Shape.texts(
      "number", "id", "title", "domain", "deadline", "meta_line", "gap", "gap_note", "gap_share", "root_lens",
      "root_percent",
      "root_cause", "quality", "reframe", "first_step", "mode", "mode_id", "evidence", "outside", "keys", "news") + [
      "root_bar": .markup, "quality_bar": .markup, "is_thin": .flag, "is_rated": .flag, "is_wide": .flag,
    ]

  /// The pages over all problems.
  static let index: [String: Shape] =
    Shape.texts("title", "count", "lead_old", "lead_new") + [
      "headlines": .records(Shape.texts("label", "value", "note") + ["bar": .markup]),
      "rows": .records(row), "has_rows": .flag,
      "heat_lenses": .records(Shape.texts("id", "name", "count") + ["is_linked": .flag]),
      "heat_rows": .records(
        Shape.texts("number", "id", "title")
          + ["cells": .records(Shape.texts("score", "step") + ["is_applied": .flag])]),
      "has_heat": .flag, "heat_note": .text,
      "themes": .records(
        Shape.texts("name", "count") + ["problems": .records(Shape.texts("number", "id", "title"))]),
      "has_themes": .flag,
      "batch": .records(
        Shape.texts("id", "heading")
          + [
            "findings": .records(
              Shape.texts("statement", "more")
                + ["problems": .records(Shape.texts("number", "id", "title", "words")), "has_problems": .flag])
          ]),
      "has_batch": .flag,
      "lenses": .records(Shape.texts("id", "name", "count")), "has_lenses": .flag,
      "modes": .records(Shape.texts("id", "name", "count")), "has_modes": .flag,
      "filters": .records(
        Shape.texts("id", "title") + ["choices": .records(Shape.texts("key", "words", "count"))]),
      "has_filters": .flag, "version": .text, "catalogue": .text,
    ] + runs

  /// What the runs so far changed.
  private static let runs: [String: Shape] = [
    "has_runs": .flag, "runs_lead": .text, "has_run_new": .flag, "run_new": .records(runProblem),
    "has_run_changed": .flag, "run_changed": .records(runProblem), "has_run_resolved": .flag,
    "run_resolved": .records(runProblem),
    "runs": .records(
      Shape.texts("name", "problems", "quality", "new", "changed", "resolved") + ["bar": .markup]),
  ]

  private static let runProblem: [String: Shape] = Shape.texts("id", "title", "note") + ["is_there": .flag]

  /// The page of one lens.
  static let lensPage: [String: Shape] =
    Shape.texts("id", "name", "definition", "source", "count", "version", "catalogue") + [
      "problems": .records(
        Shape.texts("id", "title", "domain", "belief", "percent", "number") + ["bar": .markup, "is_root": .flag]),
      "modes": .records(Shape.texts("id", "name")), "has_modes": .flag,
    ]

  /// The page of one thinking mode.
  static let modePage: [String: Shape] =
    Shape.texts("id", "name", "count", "lead", "version", "catalogue") + [
      "lenses": .records(Shape.texts("id", "name", "count") + ["is_linked": .flag]), "has_lenses": .flag,
      "problems": .records(
        Shape.texts("id", "title", "domain", "reasoning", "score") + ["bar": .markup, "is_first": .flag]),
    ]
}
