/// What a user may ask of a build.
package struct BuildOptions: Sendable {
  /// Path of the output folder.
  package var output = "output"
  /// Width: problems worked on at the same time.
  package var jobs = 1
  package var reuse = Reuse.reports
  /// Finds out everything and writes nothing.
  package var isDryRun = false
  /// Stops at the first input that cannot be used.
  package var failsFast = false
  /// Warnings fail the gate.
  package var isStrict = false
  /// Lowest overall quality, 0 to 1, that passes the gate.
  package var failUnder: Double?
  /// Writes the findings as `junit.xml` beside the index, or lists the inputs for it in a check.
  package var tellsJUnit = false
  /// Adds a line to `history.jsonl` where something changed.
  package var keepsHistory = true
  /// The day to write there, `2026-11-26`; nil for none.
  package var date: String?
  /// Makes only the reports of one shard.
  package var shard: Shard?

  package init() {}

  /// How much of the last run's work counts.
  package enum Reuse: Sendable {
    /// Reports whose input, knowledge and options are the same are not made again.
    case reports
    /// Every report is made again; files that come out the same are left alone.
    case files
    /// Every report is made and every file written again.
    case nothing
  }
}

/// How a run ended, from good to bad: the worst one decides. The raw values are the exit codes of the command.
package enum ExitStatus: Int32, Sendable, Comparable, CaseIterable {
  case done = 0
  /// `--fail-under` or `--strict`.
  case gateFailed = 1
  case noInput = 4
  /// Some problem files could not be used; all others were written.
  case someFailed = 3
  case wrongUsage = 2
  case readingOrWritingFailed = 74
  case outputRefused = 73
  case busy = 75
  case internalError = 70

  package static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// How far a build is.
package struct BuildProgress: Sendable {
  package enum Phase: String, Sendable { case reading, writing }
  package var phase: Phase
  package var done: Int
  package var total: Int

  package init(phase: Phase, done: Int, total: Int) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}
