import RefractEngine
import RefractReport

/// What comes after the last report: the pages over all of them, the removal of what is gone, the manifest.
struct Closing<Content: Sendable> {
  let steps: BuildSteps<Content>
  let options: BuildOptions
  let history: History
  let maker: ReportMaker<Content>

  /// Leaves the pages as they are, to be made again by the next run.
  func keepPages(in next: inout Manifest) {
    next.pages = history.manifest.pages
    next.pagesKey = nil
    next.extras = history.manifest.extras
    next.pending = changes(to: next)
    let known = Set(next.files.map(\.path))
    next.stale = history.manifest.files.filter { !known.contains($0.path) }
  }

  /// What changed since the last run that came to its end.
  private func changes(to next: Manifest) -> RunRecord {
    let changes = next.changes(since: history.manifest, date: options.date)
    return history.manifest.pending.map(changes.following) ?? changes
  }

  /// Adds what this run changed to the history.
  ///
  /// - Returns: The runs that the pages tell of.
  func recordRun(_ next: inout Manifest, _ result: inout BuildResult) -> [RunRecord] {
    // A shard is no batch: what the batch changed is known when it is merged.
    guard options.keepsHistory, options.shard == nil, !next.reports.isEmpty else { return [] }
    let recorded = history.manifest.extras.first { $0.path == RunLog.path }
    var log = RunLog(bytes: maker.output?.bytes(of: RunLog.path) ?? [], recorded: recorded)
    let count = log.runs.last?.run ?? 0
    // Without its record of the last run there is nothing to compare with.
    if history.isKnown || count == 0 { log.add(changes(to: next)) }
    if count > 0, let run = log.runs.last, run.run > count { result.run = run }
    writeExtra(log.file, &next, &result)
    return log.runs.suffix(RunLog.shownRuns)
  }

  /// Makes the pages if anything they show has changed.
  func makePages(_ next: inout Manifest, runs: [RunRecord], _ result: inout BuildResult) {
    // Without a single report there is nothing to show.
    guard !next.reports.isEmpty else { return }
    let key = Self.pagesKey(next, runs: runs, fingerprint: steps.fingerprint + steps.pagesFingerprint)
    let old = history.manifest
    if options.reuse == .reports, old.pagesKey == key, let output = maker.output, old.pages.allSatisfy(output.isIntact)
    {
      next.pages = old.pages
      next.pagesKey = key
      return
    }
    switch steps.pages(next.reportEntries, runs) {
    case .failure(let diagnostic):
      result.diagnostics.append(diagnostic)
      result.worsen(to: .wrongUsage)
      next.pages = old.pages
    case .success(let files):
      let isWhole = write(files, &next, &result)
      next.pagesKey = isWhole ? key : nil
    }
    next.pages.sort { $0.path < $1.path }
  }

  private func write(_ files: [OutputFile], _ next: inout Manifest, _ result: inout BuildResult) -> Bool {
    var taken = Set(next.reports.flatMap(\.files).map { $0.path.lowercased() })
    var changed: [String] = []
    defer { result.changes += changed.map { "write " + $0 } }
    do throws(IOFailure) {
      for file in files {
        guard OutputFolder.isUsable(file.path), taken.insert(file.path.lowercased()).inserted else {
          result.diagnostics.append(.batch(BatchCodes.badPath, "a page has the unusable file name `\(file.path)`"))
          result.worsen(to: .wrongUsage)
          continue
        }
        next.pages.append(try maker.write(file, changed: &changed))
      }
      return true
    } catch {
      result.add(error)
      next.pages += history.manifest.pages.filter { !taken.contains($0.path.lowercased()) }
      return false
    }
  }

  /// Writes the findings where a format asks for them.
  func writeFindings(_ next: inout Manifest, _ result: inout BuildResult) {
    guard options.tellsJUnit else { return }
    var sorted = result
    sorted.sortDiagnostics()
    let file = OutputFile(path: JUnit.path, bytes: Array(sorted.junit(strict: options.isStrict).utf8))
    writeExtra(file, &next, &result)
  }

  private func writeExtra(_ file: OutputFile, _ next: inout Manifest, _ result: inout BuildResult) {
    var changed: [String] = []
    do throws(IOFailure) {
      next.extras.append(try maker.write(file, changed: &changed))
    } catch {
      result.add(error)
      next.extras += history.manifest.extras.filter { $0.path == file.path }
    }
    result.changes += changed.map { "write " + $0 }
    next.extras.sort { $0.path < $1.path }
  }

  /// Hash of all that the pages are made from. What decides a report decides what the pages say of it, and is
  /// much shorter than it; only a report that has to be made again has no such key.
  static func pagesKey(_ manifest: Manifest, runs: [RunRecord], fingerprint: String) -> Digest {
    var text = Array(fingerprint.utf8)
    for report in manifest.reports.sorted(by: { $0.id < $1.id }) {
      text.append(0)
      text += report.id.utf8
      (report.key ?? Digest(of: Array(report.summary.utf8))).appendHex(to: &text)
      for file in report.files {
        text.append(0)
        text += file.path.utf8
      }
    }
    // A single run has nothing to be compared with, so that pages do not tell of it.
    if runs.count > 1 { for run in runs { text += [1] + Array(run.json.utf8) } }
    return Digest(of: text)
  }

  /// Removes files of earlier runs that nothing stands for any more, if they are as they were written.
  func removeOldFiles(_ next: inout Manifest, _ result: inout BuildResult) {
    let inputs = Set(next.reports.map(\.input))
    result.removed = history.manifest.reports.count { !inputs.contains($0.input) }
    let known = Set(next.files.map(\.path))
    for record in history.manifest.files where !known.contains(record.path) {
      do throws(IOFailure) {
        switch try remove(record) {
        case .removed: result.changes.append("remove " + record.path)
        case .missing: break
        case .edited: result.diagnostics.append(edited(record))
        }
      } catch {
        result.add(error)
        next.stale.append(record)
      }
    }
  }

  private func remove(_ record: FileRecord) throws(IOFailure) -> OutputFolder.Removal {
    guard let output = maker.output else { return .missing }
    if options.isDryRun { return output.isIntact(record) ? .removed : .missing }
    return try output.remove(record)
  }

  private func edited(_ record: FileRecord) -> Diagnostic {
    let shown = maker.output?.shown(record.path) ?? record.path
    return .batch(
      BatchCodes.edited, "`\(shown)` was edited and is kept, although its problem is gone",
      help: "delete it by hand if nobody needs it")
  }

  /// Writes the manifest if it says anything new.
  func writeManifest(_ next: Manifest, _ result: inout BuildResult) {
    guard !options.isDryRun, let output = maker.output, !history.isKnown || next != history.manifest else { return }
    do {
      try output.write(next)
    } catch {
      result.add(error)
    }
  }
}

extension Manifest {
  /// The reports as the pages get them.
  var reportEntries: [ReportEntry] {
    reports.map { ReportEntry(id: $0.id, summary: $0.summary, paths: $0.files.map(\.path)) }
      .sorted { $0.id < $1.id }
  }
}
