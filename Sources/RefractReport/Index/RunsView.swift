internal import RefractEngine

/// The runs so far as the index shows them: what the last one changed, and how the batch came along.
struct RunsView {
  /// Runs of the trend.
  static let maximumRuns = 12
  /// Problems of each list.
  static let maximumProblems = 20

  /// Oldest first.
  let runs: [RunRecord]
  private let titles: [String: String]

  init(_ runs: [RunRecord], titles: [String: String]) {
    self.runs = runs
    self.titles = titles
  }

  /// The last run, if there was one before it to compare with.
  private var last: (run: RunRecord, before: RunRecord)? {
    guard runs.count > 1 else { return nil }
    return (runs[runs.count - 1], runs[runs.count - 2])
  }

  var record: Record {
    guard let last else {
      return [
        "has_runs": .flag(false), "runs_lead": .text(""), "run_new": .list([]), "run_changed": .list([]),
        "run_resolved": .list([]), "has_run_new": .flag(false), "has_run_changed": .flag(false),
        "has_run_resolved": .flag(false), "runs": .list([]),
      ]
    }
    let changed = last.run.changed.sorted { (abs($0.rise), $1.id) > (abs($1.rise), $0.id) }
    return [
      "has_runs": .flag(true), "runs_lead": .text(lead(last.run, before: last.before)),
      "run_new": .list(shown(last.run.new.map { ($0.id, $0.quality.map { "quality " + Words.score($0) }) })),
      "has_run_new": .flag(!last.run.new.isEmpty),
      "run_changed": .list(shown(changed.map { ($0.id, Self.note($0)) })),
      "has_run_changed": .flag(!changed.isEmpty),
      "run_resolved": .list(shown(last.run.resolved.map { ($0.id, nil) })),
      "has_run_resolved": .flag(!last.run.resolved.isEmpty),
      "runs": .list(runs.suffix(Self.maximumRuns).map(row)),
    ]
  }

  private func lead(_ run: RunRecord, before: RunRecord) -> String {
    let counts = [(run.new.count, "new"), (run.changed.count, "changed"), (run.resolved.count, "resolved")]
    let parts = counts.filter { $0.0 > 0 }.map { "\(Words.count($0.0)) \($0.1)" }
    let scores = [
      (run.changed.count { Self.points($0.rise) > 0 }, "rose"),
      (run.changed.count { Self.points($0.rise) < 0 }, "fell"),
    ]
    let moves = scores.filter { $0.0 > 0 }.map { "\(Words.count($0.0)) \($0.1)" }
    let scored = moves.isEmpty ? "" : "; of the scores, \(Words.list(moves))"
    return "Compared with \(Self.name(before, inSentence: true)): \(Words.list(parts))\(scored)."
  }

  private func shown(_ problems: [(id: String, note: String?)]) -> [Record] {
    let more = problems.count - Self.maximumProblems
    let listed = problems.prefix(Self.maximumProblems).map { id, note -> Record in
      [
        "id": .text(id), "title": .text(titles[id] ?? id), "note": .text(note), "is_there": .flag(titles[id] != nil),
      ]
    }
    guard more > 0 else { return listed }
    return listed + [
      ["id": .text(""), "title": .text("\(more) more"), "note": .text(nil), "is_there": .flag(false)]
    ]
  }

  /// "quality 0.48, was 0.41"; nothing where no score moved.
  private static func note(_ change: RunRecord.Change) -> String? {
    guard let from = change.from, let to = change.to else { return change.to.map { "quality " + Words.score($0) } }
    let same = points(change.rise) == 0
    return "quality \(Words.score(to))" + (same ? ", as before" : ", was \(Words.score(from))")
  }

  /// Hundredths, the smallest step that is shown.
  private static func points(_ rise: Double) -> Int { Int((rise * 100).rounded()) }

  private func row(_ run: RunRecord) -> Record {
    [
      "name": .text(Self.name(run, inSentence: false)), "problems": .number(run.problems),
      "quality": .text(run.quality.map(Words.score) ?? "–"),
      "bar": .markup(run.quality.map { Pictures.bar($0) } ?? ""),
      "new": .number(run.new.count), "changed": .number(run.changed.count), "resolved": .number(run.resolved.count),
    ]
  }

  private static func name(_ run: RunRecord, inSentence: Bool) -> String {
    let name = (inSentence ? "run " : "Run ") + String(run.run)
    guard let date = run.date else { return name }
    return inSentence ? "\(name) of \(date)" : "\(name), \(date)"
  }
}

/// The runs in the document over all problems.
struct RunsJSON {
  let runs: [RunRecord]

  /// `since_last_run` is null in the first run.
  func write(to json: inout JSONWriter) {
    json.key("since_last_run")
    if runs.count > 1, let last = runs.last {
      json.object { json in
        json.field("run", last.run)
        json.optional("date", last.date)
        json.field("new", last.new.map(\.id))
        json.key("changed")
        json.list(last.changed) { json, change in
          json.object { json in
            json.field("id", change.id)
            write(change.from, "quality_before", to: &json)
            write(change.to, "quality", to: &json)
          }
        }
        json.field("resolved", last.resolved.map(\.id))
      }
    } else {
      json.null()
    }
    json.key("runs")
    json.list(Array(runs.suffix(RunsView.maximumRuns))) { json, run in
      json.object { json in
        json.field("run", run.run)
        json.optional("date", run.date)
        json.field("problems", run.problems)
        write(run.quality, "quality", to: &json)
        json.field("new", run.new.count)
        json.field("changed", run.changed.count)
        json.field("resolved", run.resolved.count)
      }
    }
  }

  private func write(_ value: Double?, _ name: String, to json: inout JSONWriter) {
    json.key(name)
    if let value { json.number(value) } else { json.null() }
  }
}
