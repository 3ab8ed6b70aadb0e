import RefractEngine
import RefractReport

/// What became of one report.
struct MadeRecord: Sendable {
  /// What is true of the report's files now; nil if the input failed and nothing was written.
  var record: ReportRecord?
  /// Paths of files that were written, or would be in a dry run.
  var changed: [String] = []
  var diagnostics: [Diagnostic] = []
  var failure: IOFailure?
}

/// Makes reports and writes those of their files that are not there yet. Called from many threads at once.
struct ReportMaker<Content: Sendable>: Sendable {
  let planner: Planner<Content>
  let options: BuildOptions
  /// Nil in a dry run without an output folder.
  let output: OutputFolder?
  /// What the last run recorded, by path.
  let oldFiles: [String: FileRecord]

  func make(_ planned: PlannedInput<Content>) -> MadeRecord {
    guard let id = planned.id, let sha256 = planned.sha256 else { return MadeRecord() }
    var made = MadeRecord()
    let report: MadeReport
    do throws(Diagnostic) {
      let content = try planner.content(of: planned)
      report = planner.steps.make(content, InputOrigin(file: planned.input.shown, sha256: sha256.hex))
      try Self.check(report.files, id: id, file: planned.input.shown)
    } catch {
      made.diagnostics = [error]
      return made
    }
    made.diagnostics = report.diagnostics
    if report.diagnostics.contains(where: { $0.severity == .error }) { return made }
    var record = ReportRecord(
      input: planned.name, key: planned.key, id: id, notes: planned.diagnostics.count, quality: report.quality,
      files: [], summary: report.summary)
    // Findings of the making itself are only known by making it again.
    if !report.diagnostics.isEmpty { record.key = nil }
    do throws(IOFailure) {
      for file in report.files { record.files.append(try write(file, changed: &made.changed)) }
    } catch {
      made.failure = error
      record.key = nil
      let done = Set(record.files.map(\.path))
      record.files += planned.old?.files.filter { !done.contains($0.path) } ?? []
    }
    made.record = record
    return made
  }

  /// Writes one file unless it is there as it should be.
  func write(_ file: OutputFile, changed: inout [String]) throws(IOFailure) -> FileRecord {
    let record = FileRecord(path: file.path, size: file.bytes.count, digest: Digest(of: file.bytes))
    if options.reuse != .nothing, oldFiles[file.path] == record, output?.isIntact(record) == true { return record }
    if !options.isDryRun { try output?.write(file.path, file.bytes) }
    changed.append(file.path)
    return record
  }

  /// Ids are unique, so paths that hold the id are too.
  private static func check(_ files: [OutputFile], id: String, file input: String) throws(Diagnostic) {
    var seen: Set<String> = []
    for file in files {
      let parts = file.path.split(separator: "/")
      let holdsID = parts.suffix(2).contains { $0 == id || $0.hasPrefix(id + ".") }
      guard holdsID, OutputFolder.isUsable(file.path), seen.insert(file.path.lowercased()).inserted else {
        throw .batch(BatchCodes.badPath, "the report has the unusable file name `\(file.path)`", file: input)
      }
    }
  }
}
