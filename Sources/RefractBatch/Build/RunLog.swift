import RefractReport

/// `history.jsonl`: what each run so far changed, a line a run, oldest first.
struct RunLog: Sendable {
  static let path = "history.jsonl"
  /// Oldest lines are dropped beyond this.
  static let maximumRuns = 2_000
  /// How many of the newest the pages get.
  static let shownRuns = 30

  private(set) var runs: [RunRecord]

  /// Reads the file as the last run recorded it.
  ///
  /// A run that was killed may have added its line and not recorded it; that line is left out, since its run is done
  /// again. What somebody edited is taken up to the first line that is none of ours.
  init(bytes: [UInt8], recorded: FileRecord?) {
    var bytes = bytes[...]
    if let recorded, bytes.count > recorded.size, Digest(of: bytes[..<recorded.size]) == recorded.digest {
      bytes = bytes[..<recorded.size]
    }
    runs = []
    for line in bytes.split(separator: 0x0A) {
      guard let run = RunRecord(json: String(decoding: line, as: UTF8.self)) else { break }
      runs.append(run)
    }
  }

  /// Adds a run that changed something; the first run is added in any case, as a beginning to compare with.
  mutating func add(_ run: RunRecord) {
    guard !run.isEmpty || runs.isEmpty else { return }
    var run = run
    run.run = (runs.last?.run ?? 0) + 1
    if runs.isEmpty { (run.new, run.changed, run.resolved) = ([], [], []) }
    runs.append(run)
    runs.removeFirst(max(0, runs.count - Self.maximumRuns))
  }

  var file: OutputFile { OutputFile(path: Self.path, bytes: Array(runs.map { $0.json + "\n" }.joined().utf8)) }
}

extension Manifest {
  /// What became new, different and gone on the way from an older manifest to this one, by id.
  func changes(since old: Manifest, date: String? = nil) -> RunRecord {
    let before = Dictionary(old.reports.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(reports.map { ($0.id, $0) }) { first, _ in first }
    var new: [RunRecord.Problem] = []
    var changed: [RunRecord.Change] = []
    for report in reports {
      guard let earlier = before[report.id] else {
        new.append(RunRecord.Problem(id: report.id, quality: report.quality))
        continue
      }
      if report.differs(from: earlier) {
        changed.append(RunRecord.Change(id: report.id, from: earlier.quality, to: report.quality))
      }
    }
    let resolved = old.reports.filter { after[$0.id] == nil }
      .map { RunRecord.Problem(id: $0.id, quality: $0.quality) }
    return RunRecord(
      date: date, qualities: reports.map(\.quality), new: new.sorted { $0.id < $1.id },
      changed: changed.sorted { $0.id < $1.id }, resolved: resolved.sorted { $0.id < $1.id })
  }
}

extension ReportRecord {
  /// True if a file that both have is not the same; a format that was added or left out is no change.
  func differs(from other: ReportRecord) -> Bool {
    let digests = Dictionary(other.files.map { ($0.path, $0.digest) }) { first, _ in first }
    return files.contains { file in digests[file.path].map { $0 != file.digest } ?? false }
  }
}
