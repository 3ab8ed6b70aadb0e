import RefractEngine
import RefractReport
import Synchronization

/// Joins the outputs of all shards of a batch into the output that one run would have written.
package struct Merge<Content: Sendable>: Sendable {
  private let steps: BuildSteps<Content>
  private let options: BuildOptions
  private let stop: StopFlag
  private let progress: @Sendable (BuildProgress) -> Void

  package init(
    steps: BuildSteps<Content>, options: BuildOptions, stop: StopFlag = StopFlag(),
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.steps = steps
    self.options = options
    self.stop = stop
    self.progress = progress
  }

  /// Copies the reports of all shards and makes the pages. Nothing is written unless the shards fit together.
  package func run(_ folders: [String]) -> BuildResult {
    var result = BuildResult()
    let shards: [ShardOutput]
    do throws(Diagnostic) {
      shards = try folders.map { path throws(Diagnostic) in try ShardOutput(path) }
      try check(shards)
    } catch {
      result.diagnostics = [error]
      result.worsen(to: .wrongUsage)
      return result
    }
    do throws(IOFailure) {
      let output = try OutputFolder.created(options.output)
      if let name = try output.foreignName() { return .foreign(name, in: options.output) }
      guard let lock = try output.lock() else { return .busy(options.output) }
      return try withExtendedLifetime(lock) { () throws(IOFailure) in try merge(shards, into: output) }
    } catch {
      return .refused(error)
    }
  }

  private func merge(_ shards: [ShardOutput], into output: OutputFolder) throws(IOFailure) -> BuildResult {
    var result = BuildResult()
    let memory = try output.memory()
    if case .damaged = memory { result.diagnostics.append(.damaged(options.output)) }
    let history = History(memory, output: output)
    try output.removeLeftovers(in: history.manifest.files.map(\.path))
    let planner = Planner(steps: steps, reuse: options.reuse, output: output)
    let maker = ReportMaker(planner: planner, options: options, output: output, oldFiles: history.filesByPath)
    let reports = shards.flatMap { shard in shard.manifest.reports.map { (shard, $0) } }
    let done = Atomic(0)
    let copied = concurrentMap(reports, jobs: options.jobs, stop: stop) { shard, report in
      let copied = copy(report, of: shard, to: output, maker)
      if copied.failure?.endsRun == true { stop.raise() }
      progress(
        BuildProgress(phase: .writing, done: done.add(1, ordering: .relaxed).newValue, total: reports.count))
      return copied
    }
    let old = history.reports
    var next = Manifest()
    for (copy, (shard, report)) in zip(copied, reports) {
      let name = shard.name(of: report, seenFrom: output)
      if let record = result.count(copy) ?? old[name] { next.reports.append(record) }
    }
    next.reports.sort { $0.input < $1.input }
    let closing = Closing(steps: steps, options: options, history: history, maker: maker)
    if stop.isRaised {
      closing.keepPages(in: &next)
    } else {
      let runs = closing.recordRun(&next, &result)
      closing.makePages(&next, runs: runs, &result)
      closing.removeOldFiles(&next, &result)
    }
    closing.writeManifest(next, &result)
    result.changes.sort()
    result.judge(strict: options.isStrict, found: FoundInputs())
    return result
  }

  private func copy(
    _ report: ReportRecord, of shard: ShardOutput, to output: OutputFolder, _ maker: ReportMaker<Content>
  ) -> MadeRecord {
    var made = MadeRecord()
    var record = report
    record.input = shard.name(of: report, seenFrom: output)
    do throws(IOFailure) {
      for file in report.files {
        guard let bytes = shard.folder.bytes(of: file.path), Digest(of: bytes) == file.digest else {
          made.diagnostics = [
            .batch(
              BatchCodes.shardsDiffer, "`\(shard.folder.shown(file.path))` is missing or not as it was written",
              help: "build that shard again")
          ]
          return made
        }
        _ = try maker.write(OutputFile(path: file.path, bytes: bytes), changed: &made.changed)
      }
      made.record = record
    } catch {
      made.failure = error
    }
    return made
  }

  /// All shards of one batch are there, each once, and all were made with what this run would make them with.
  private func check(_ shards: [ShardOutput]) throws(Diagnostic) {
    let count = shards.first?.shard.count ?? 0
    for shard in shards {
      if shard.shard.count != count {
        throw misfit("`\(shard.path)` is one of \(shard.shard.count) shards, but others are of \(count)")
      }
      let isAsNow = shard.manifest.reports.isEmpty || shard.manifest.pagesKey == pagesKey(shard.manifest)
      if !isAsNow {
        throw misfit(
          "`\(shard.path)` is not complete, or was made with other options, templates, knowledge or another version",
          help: "give `merge` the options of the shards' builds, or build that shard again")
      }
    }
    let missing = Set(1...max(1, count)).subtracting(shards.map(\.shard.index)).sorted()
    if let first = missing.first { throw misfit("shard \(first)/\(count) is missing") }
    if shards.count > count { throw misfit("a shard is given twice") }
    var ids: Set<String> = []
    for report in shards.flatMap(\.manifest.reports) where !ids.insert(report.id).inserted {
      throw misfit("two shards hold the report `\(report.id)`: they were not made from the same inputs")
    }
  }

  private func misfit(_ message: String, help: String? = nil) -> Diagnostic {
    .batch(BatchCodes.shardsDiffer, message, help: help ?? "name the output folder of each shard once")
  }

  private func pagesKey(_ manifest: Manifest) -> Digest {
    Closing<Content>.pagesKey(manifest, runs: [], fingerprint: steps.fingerprint)
  }
}

/// The output folder of one shard.
private struct ShardOutput: Sendable {
  let path: String
  let folder: OutputFolder
  let manifest: Manifest
  let shard: Shard

  init(_ path: String) throws(Diagnostic) {
    self.path = path
    manifest = try Manifest(ofFolder: path)
    let folder: OutputFolder?
    do {
      folder = try OutputFolder.existing(path)
    } catch {
      folder = nil
    }
    guard let folder, let shard = manifest.shard else {
      throw .batch(
        BatchCodes.shardsDiffer, "`\(path)` is no shard", help: "build it with `refract build --shard I/N`")
    }
    self.folder = folder
    self.shard = shard
  }

  /// The input's path as seen from another folder.
  func name(of report: ReportRecord, seenFrom output: OutputFolder) -> BytePath {
    if report.input.text == "-" { return report.input }
    return BytePath(Paths.relative(Paths.joined(folder.absolute, report.input.text), to: output.absolute))
  }
}
