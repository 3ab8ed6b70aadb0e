internal import RefractEngine

/// All problems as templates see them; worst first.
struct IndexView {
  /// Most problems and lenses of the heat map, problems of a theme.
  static let maximumRows = 40
  static let maximumLenses = 12
  static let maximumTheme = 12

  let summaries: [ReportSummary]
  /// The runs so far, oldest first.
  let runs: [RunRecord]

  init(_ summaries: [ReportSummary], runs: [RunRecord] = []) {
    self.summaries = summaries
    self.runs = runs
  }

  var record: Record {
    let lenses = lensPages
    let modes = modePages
    let filters = filters
    let record: Record = [
      "title": .text(title), "count": .number(summaries.count), "lead_old": .text(lead.old),
      "lead_new": .text(lead.new),
      "headlines": .list(headlines), "rows": .list(rows), "has_rows": .flag(!summaries.isEmpty),
      "lenses": .list(
        lenses.map { ["id": .text($0.id), "name": .text($0.name), "count": .number($0.problems)] }),
      "has_lenses": .flag(!lenses.isEmpty),
      "modes": .list(modes.map { ["id": .text($0.id), "name": .text($0.name), "count": .number($0.problems)] }),
      "has_modes": .flag(!modes.isEmpty), "filters": .list(filters), "has_filters": .flag(!filters.isEmpty),
      "version": .text(summaries.first?.version), "catalogue": .text(summaries.first?.catalogue),
    ]
    let titles = Dictionary(summaries.map { ($0.id, $0.title) }) { first, _ in first }
    return record.merging(heat).merging(themeRecord).merging(BatchSynthesis(summaries).record)
      .merging(RunsView(runs, titles: titles).record)
  }

  var title: String {
    summaries.count == 1 ? "One problem" : Words.capitalised(Words.count(summaries.count)) + " problems, worst first"
  }

  /// The commonest theme, then how many reports rest on thin evidence.
  private var lead: (old: String, new: String) {
    let thin = summaries.filter(\.isThin).count
    let thinWords = thin == 0 ? "" : "\(Words.count(thin)) \(thin == 1 ? "rests" : "rest") on thin evidence"
    guard let theme = themes.first(where: { $0.lead != nil }), let verb = theme.lead else {
      return ("", thin == 0 ? "" : Words.capitalised(thinWords) + ".")
    }
    let share = "\(Words.capitalised(Words.count(theme.problems.count))) of \(Words.count(summaries.count)) \(verb)"
    return thin == 0 ? ("", share + ".") : (share + ";", thinWords + ".")
  }

  /// The lead as one text.
  var leadLine: String { [lead.old, lead.new].filter { !$0.isEmpty }.joined(separator: " ") }

  private var headlines: [Record] {
    guard !summaries.isEmpty else { return [] }
    let rated = summaries.filter(\.isRated)
    let qualities = (rated.isEmpty ? summaries : rated).map(\.quality).sorted()
    let median = (qualities[(qualities.count - 1) / 2] + qualities[qualities.count / 2]) / 2
    let thin = summaries.filter(\.isThin).count
    let rooted = summaries.filter { $0.rootCause != nil }.count
    func share(_ part: Int) -> String { "\(part) of \(summaries.count)" }
    func bar(_ part: Int) -> Record.Value { .markup(Pictures.bar(Double(part) / Double(summaries.count))) }
    return [
      [
        "label": .text("Median quality"), "value": .text(Words.score(median)),
        "note": .text("From \(Words.score(qualities[0])) to \(Words.score(qualities[qualities.count - 1]))"),
        "bar": .markup(Pictures.bar(median)),
      ],
      [
        "label": .text("Thin evidence"), "value": .text(share(thin)),
        "note": .text("Reports that ask more than they tell"),
        "bar": bar(thin),
      ],
      [
        "label": .text("With a root cause"), "value": .text(share(rooted)),
        "note": .text(
          rooted == summaries.count ? "Each with its confidence below" : "The others lack the facts for one"),
        "bar": bar(rooted),
      ],
    ]
  }

  private var rows: [Record] {
    let keys = filterKeys
    // What holds for every row tells nothing in any.
    let states = runStates.count < summaries.count ? runStates : [:]
    return summaries.enumerated().map { index, one in
      let meta = [one.domain, one.deadline.map { Words.short($0, to: 60) }].compactMap { $0 }
      return [
        "number": .number(index + 1), "is_wide": .flag(index > 8), "id": .text(one.id),
        "title": .text(one.title), "domain": .text(one.domain),
        "deadline": .text(one.deadline), "meta_line": .text(meta.joined(separator: " · ")), "gap": .text(one.gap),
        "gap_note": .text(one.gapNote), "gap_share": .text(one.gapFraction.map(Words.score)),
        "root_lens": .text(one.rootCause?.lens),
        "root_percent": .text(one.rootCause.map { String(Words.percent($0.confidence)) }),
        "root_cause": .text((one.rootCause?.statement).map(Words.sentence)),
        "root_bar": .markup(one.rootCause.map { Pictures.bar($0.confidence, isStrong: false) } ?? ""),
        "quality": .text(Words.score(one.quality)), "quality_bar": .markup(Pictures.bar(one.quality)),
        "reframe": .text(one.reframe), "first_step": .text(one.firstStep.map(Words.sentence)),
        "mode": .text(one.topMode), "mode_id": .text(one.common?.advice?.first?.id),
        "keys": .text(keys[index].joined(separator: " ")), "news": .text(states[one.id]),
        "evidence": .text(one.evidence), "is_thin": .flag(one.isThin),
        "is_rated": .flag(one.isRated), "outside": .text(one.common?.outside),
      ]
    }
  }

  // MARK: - Heat map

  private var heat: Record {
    let rows = Array(summaries.prefix(Self.maximumRows))
    let columns = heatColumns
    let hidden = summaries.count - rows.count
    let cells = rows.enumerated().map { index, row -> Record in
      [
        "number": .number(index + 1), "id": .text(row.id), "title": .text(row.title),
        "cells": .list(columns.map { Self.cell(row.lenses, $0.id) }),
      ]
    }
    return [
      "heat_lenses": .list(
        columns.map {
          [
            "id": .text($0.id), "name": .text($0.name), "count": .number($0.applied),
            "is_linked": .flag($0.applied > 0),
          ]
        }),
      "heat_rows": .list(cells), "has_heat": .flag(!columns.isEmpty && !rows.isEmpty),
      "heat_note": .text(hidden > 0 ? "The worst \(rows.count) are shown; \(hidden) more are in the list." : ""),
    ]
  }

  private static func cell(_ lenses: [ReportSummary.Lens], _ id: String) -> Record {
    guard let lens = lenses.first(where: { $0.id == id }) else {
      return ["score": .text("–"), "step": .text("h0"), "is_applied": .flag(false)]
    }
    let percent = Words.percent(lens.score)
    let step = percent < 40 ? 0 : percent < 55 ? 1 : percent < 70 ? 2 : percent < 85 ? 3 : 4
    return [
      "score": .text(Words.score(lens.score)), "step": .text("h\(step)"), "is_applied": .flag(lens.isApplied),
    ]
  }

  private struct Column {
    var id: String
    var name: String
    var applied: Int
    var sum: Double
  }

  /// The lenses applied most, then those that fit best.
  private var heatColumns: [Column] {
    var columns: [String: Column] = [:]
    for lens in summaries.lazy.flatMap(\.lenses) {
      columns[lens.id, default: Column(id: lens.id, name: lens.name, applied: 0, sum: 0)].sum += lens.score
      if lens.isApplied { columns[lens.id]?.applied += 1 }
    }
    let sorted = columns.values.sorted { ($0.applied, $0.sum, $1.id) > ($1.applied, $1.sum, $0.id) }
    return Array(sorted.prefix(Self.maximumLenses))
  }

  // MARK: - Themes

  struct Theme {
    var name: String
    /// What is said of them above the page: "turn on Pace Layering"; nil for a theme that says too little there.
    var lead: String?
    /// Indices into the summaries.
    var problems: [Int]
  }

  /// What at least two problems share, commonest first.
  var themes: [Theme] {
    var groups: [String: Theme] = [:]
    func note(_ index: Int, _ name: String, lead: String? = nil) {
      groups[name, default: Theme(name: name, lead: lead, problems: [])].problems.append(index)
    }
    for (index, one) in summaries.enumerated() {
      if let lens = one.rootCause?.lens { note(index, "Root cause seen through " + lens, lead: "turn on " + lens) }
      if let mode = one.topMode { note(index, "A question for " + mode, lead: "call for " + mode) }
      if one.isThin { note(index, "Thin evidence") }
      if let days = one.workingDays, days <= 22 { note(index, "Due within a month") }
      for tag in Set(one.tags) { note(index, "Tagged “" + tag + "”") }
    }
    return groups.values.filter { $0.problems.count > 1 }
      .sorted { ($0.problems.count, $1.name) > ($1.problems.count, $0.name) }
  }

  private var themeRecord: Record {
    let themes = themes.prefix(20)
    return [
      "themes": .list(
        themes.map { theme in
          [
            "name": .text(theme.name), "count": .number(theme.problems.count),
            "problems": .list(
              theme.problems.prefix(Self.maximumTheme).map { index in
                [
                  "number": .number(index + 1), "id": .text(summaries[index].id),
                  "title": .text(summaries[index].title),
                ]
              }),
          ]
        }),
      "has_themes": .flag(!themes.isEmpty),
    ]
  }
}
