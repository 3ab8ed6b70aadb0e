import RefractEngine
import RefractReport
import Synchronization

/// One run: from the inputs that were found to the files below the output folder.
package struct Build<Content: Sendable>: Sendable {
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

  /// Reads all inputs, makes the reports that are not up to date, and writes what changed.
  package func run(_ found: FoundInputs) -> BuildResult {
    guard !found.inputs.isEmpty else { return .nothingFound(found) }
    do throws(IOFailure) {
      if options.isDryRun { return run(found, output: try .existing(options.output)) }
      let output = try OutputFolder.created(options.output)
      if let name = try output.foreignName() { return .foreign(name, in: options.output) }
      guard let lock = try output.lock() else { return .busy(options.output) }
      return withExtendedLifetime(lock) { run(found, output: output) }
    } catch {
      return .refused(error)
    }
  }

  /// Reads and validates all inputs and writes nothing.
  package func check(_ found: FoundInputs) -> BuildResult {
    guard !found.inputs.isEmpty else { return .nothingFound(found) }
    let planner = Planner(steps: steps, reuse: .nothing, output: nil)
    var planned = plan(found.inputs, planner, History(nil, output: nil))
    IDClaims.settle(&planned, retained: [])
    var result = BuildResult()
    result.diagnostics = found.diagnostics + planned.flatMap(\.diagnostics)
    result.failed = planned.count { $0.id == nil }
    result.unchanged = planned.count - result.failed
    if options.tellsJUnit { result.inputs = planned.map(\.input.shown) }
    result.judge(strict: options.isStrict, found: found)
    return result
  }

  private func run(_ found: FoundInputs, output: OutputFolder?) -> BuildResult {
    var result = BuildResult()
    let history: History
    do throws(IOFailure) {
      let memory = try output?.memory() ?? .none
      if case .damaged = memory { result.diagnostics.append(.damaged(options.output)) }
      history = History(memory, output: output)
      if !options.isDryRun { try output?.removeLeftovers(in: history.manifest.files.map(\.path)) }
    } catch {
      return .refused(error)
    }
    let planner = Planner(steps: steps, reuse: options.reuse, output: output)
    var planned = plan(found.inputs, planner, history)
    let retained = history.retained(besides: Set(planned.map(\.name)), found: found, isComplete: !stop.isRaised)
    IDClaims.settle(&planned, retained: retained)
    if let shard = options.shard {
      // Who cannot be used is told by one shard only, as who can.
      planned.removeAll { !shard.holds($0.id ?? Paths.split($0.input.shown).name) }
    }
    if options.failsFast && planned.contains(where: { $0.id == nil }) { stop.raise() }
    let maker = ReportMaker(planner: planner, options: options, output: output, oldFiles: history.filesByPath)
    let made = make(planned.filter { $0.id != nil && !$0.isUpToDate }, maker)
    result.diagnostics += found.diagnostics
    var next = Manifest()
    next.shard = options.shard
    next.reports = records(of: planned, made, into: &result) + retained
    next.reports.sort { $0.input < $1.input }
    if options.tellsJUnit { result.inputs = planned.map(\.input.shown) }
    finish(&next, planned, history, maker, &result)
    result.judge(strict: options.isStrict, found: found)
    return result
  }

  /// Reads every input; those that were not begun when a stop was asked for are left out.
  private func plan(
    _ inputs: [Input], _ planner: Planner<Content>, _ history: History
  ) -> [PlannedInput<Content>] {
    let done = Atomic(0)
    let planned = concurrentMap(inputs, jobs: options.jobs, stop: stop) { input in
      let name = history.name(of: input)
      let planned = planner.plan(input, name: name, old: history.reports[name])
      if options.failsFast && planned.id == nil { stop.raise() }
      progress(
        BuildProgress(phase: .reading, done: done.add(1, ordering: .relaxed).newValue, total: inputs.count))
      return planned
    }
    return planned.compactMap(\.self)
  }

  private func make(
    _ planned: [PlannedInput<Content>], _ maker: ReportMaker<Content>
  ) -> [BytePath: MadeRecord] {
    let done = Atomic(0)
    let made = concurrentMap(planned, jobs: options.jobs, stop: stop) { input in
      let made = maker.make(input)
      if made.failure?.endsRun == true || (options.failsFast && made.record == nil) { stop.raise() }
      progress(
        BuildProgress(phase: .writing, done: done.add(1, ordering: .relaxed).newValue, total: planned.count))
      return made
    }
    var byName: [BytePath: MadeRecord] = [:]
    for case (let input, let made?) in zip(planned, made) { byName[input.name] = made }
    return byName
  }

  /// What is true of each input's report now, and the counts.
  private func records(
    of planned: [PlannedInput<Content>], _ made: [BytePath: MadeRecord], into result: inout BuildResult
  ) -> [ReportRecord] {
    planned.compactMap { input in
      result.diagnostics += input.diagnostics
      guard input.id != nil else {
        result.failed += 1
        return input.old
      }
      if input.isUpToDate {
        result.unchanged += 1
        return input.old
      }
      return result.count(made[input.name]) ?? input.old
    }
  }

  /// Pages, the gate, removals and the manifest, in this order.
  private func finish(
    _ next: inout Manifest, _ planned: [PlannedInput<Content>], _ history: History, _ maker: ReportMaker<Content>,
    _ result: inout BuildResult
  ) {
    let closing = Closing(steps: steps, options: options, history: history, maker: maker)
    if stop.isRaised {
      closing.keepPages(in: &next)
      gate(planned, next, into: &result)
    } else {
      let runs = closing.recordRun(&next, &result)
      closing.makePages(&next, runs: runs, &result)
      gate(planned, next, into: &result)
      closing.writeFindings(&next, &result)
      closing.removeOldFiles(&next, &result)
    }
    closing.writeManifest(next, &result)
    result.changes.sort()
  }

  private func gate(
    _ planned: [PlannedInput<Content>], _ manifest: Manifest, into result: inout BuildResult
  ) {
    guard let least = options.failUnder else { return }
    let quality = Dictionary(manifest.reports.map { ($0.input, $0.quality) }) { first, _ in first }
    for input in planned where input.id != nil {
      guard let known = quality[input.name], (known ?? 0) < least else { continue }
      let text = known.map { "the overall quality of the report is \($0), under \(least)" }
      result.diagnostics.append(
        .batch(BatchCodes.underGate, text ?? "the report has no quality score", file: input.input.shown))
      result.worsen(to: .gateFailed)
    }
  }
}
