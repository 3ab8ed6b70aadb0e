import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// How messages on standard error look.
enum LogFormat: String, ExpressibleByArgument, Sendable, CaseIterable {
  case text, json
}

/// The line that a run ends with.
struct RunSummary: Sendable {
  /// What was counted, in the order it is told: `("written", 3)`.
  var counts: [(name: String, count: Int)]
  var seconds: String
  /// Nothing was done: the counts are of what would be.
  var isDryRun = false
}

/// Prints findings and counts for people or for programs. Prints nothing itself.
struct Log: Sendable {
  var format = LogFormat.text
  var usesColour = false

  func text(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .text: DiagnosticPrinter(usesColour: usesColour).text(diagnostic)
    case .json: LogLine(diagnostic).text
    }
  }

  /// What was done to a file: `write problems/a.md`.
  func change(_ change: String) -> String {
    guard format == .json, let space = change.firstIndex(of: " ") else { return change + "\n" }
    var line = LogLine()
    line.field("event", String(change[..<space]))
    line.field("path", String(change[change.index(after: space)...]))
    return line.text
  }

  /// What changed since the last run.
  func text(_ run: RunRecord) -> String {
    let counts = [
      ("new", run.new.count), ("changed", run.changed.count), ("resolved", run.resolved.count),
      ("better", run.changed.count { $0.rise > 0 }), ("worse", run.changed.count { $0.rise < 0 }),
    ]
    switch format {
    case .text:
      return "since the last run: " + counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + "\n"
    case .json:
      var line = LogLine()
      line.field("event", "since_last_run")
      for (name, count) in counts { line.field(name, count) }
      return line.text
    }
  }

  func text(_ summary: RunSummary, exit: ExitStatus) -> String {
    switch format {
    case .text:
      let counts = summary.counts.map { name, count in
        "\(count) \(summary.isDryRun && ["written", "removed"].contains(name) ? "would be " : "")\(name)"
      }
      return (counts + ["\(summary.seconds) seconds"]).joined(separator: ", ") + "\n"
    case .json:
      var line = LogLine()
      line.field("event", summary.isDryRun ? "dry_run" : "summary")
      for (name, count) in summary.counts { line.field(name, count) }
      line.field("seconds", digits: summary.seconds)
      line.field("exit", Int(exit.rawValue))
      return line.text
    }
  }

  /// - Parameter elapsed: Seconds since the phase began.
  func text(_ progress: BuildProgress, elapsed: Double) -> String {
    switch format {
    case .text: return ProgressBar.line(progress, elapsed: elapsed) + "\n"
    case .json:
      var line = LogLine()
      line.field("event", "progress")
      line.field("phase", progress.phase.rawValue)
      line.field("done", progress.done)
      line.field("total", progress.total)
      if let pace = ProgressBar.pace(progress, elapsed: elapsed) {
        line.field("rate", digits: ProgressBar.rounded(pace.rate))
        line.field("seconds_left", Int(min(pace.left.rounded(.up), 1e9)))
      }
      return line.text
    }
  }
}

/// Formats that tell of findings rather than of problems.
enum FindingFormat: String, ExpressibleByArgument, Sendable, CaseIterable {
  case junit, github
}
