import ArgumentParser
import RefractBatch
import RefractEngine

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Read problem files and write their reports (the default).")

  @Argument(help: "Folders and problem files; `-` is standard input. (default: inputs)")
  var paths: [String] = []

  @Option(name: [.customShort("o", allowingJoined: true), .long], help: "The folder to write to.")
  var output = "output"

  @OptionGroup var report: ReportOptions

  @Option(help: "Fail (exit 1) if a report's overall quality, 0 to 1, is lower.")
  var failUnder: Double?

  @Flag(help: "Make every report and write every file again.")
  var force = false

  @Flag(help: "Make every report again, but leave files alone that come out the same.")
  var noCache = false

  @Flag(name: [.customShort("n"), .long], help: "Print what would be written and removed, and change nothing.")
  var dryRun = false

  @Option(help: "Make only the reports of one part of the batch, such as 2/4; `refract merge` joins the parts.")
  var shard: Shard?

  @Flag(help: "Go on and build again whenever an input, a template or the catalogue changes, until stopped.")
  var watch = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let failUnder, !(0...1).contains(failUnder) {
      throw ValidationError("--fail-under takes a number from 0 to 1, as reports print it")
    }
    if watch && (dryRun || paths.contains("-")) {
      throw ValidationError("--watch goes with neither --dry-run nor standard input")
    }
    if output.isEmpty || output.utf8.contains(0) { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    try common.enter()
    let stop = StopFlag()
    let signals = Signals(stop)
    try withExtendedLifetime(signals) {
      if watch { try keepBuilding(stop) }
      let (result, summary) = try build(stop)
      try common.finish(result, summary: summary, stop: stop)
    }
  }

  /// One build, with what it gives to standard output.
  private func build(_ stop: StopFlag) throws -> (result: BuildResult, summary: RunSummary) {
    let progress = ProgressLine(isOn: !common.noProgress && !common.quiet, log: common.log)
    let found = try InputArguments.find(paths)
    let steps = try report.steps(common, updated: updated(found))
    let result = Build(steps: steps, options: options, stop: stop) { progress.show($0) }.run(found)
    progress.end()
    if dryRun { try Console.show(result.changes.map { $0 + "\n" }.joined()) }
    if report.findingFormats.contains(.github) { try Console.show(GitHubCommands.text(result.diagnostics)) }
    let counts = [
      ("written", result.written), ("unchanged", result.unchanged), ("failed", result.failed),
      ("removed", result.removed),
    ]
    return (result, RunSummary(counts: counts, seconds: progress.seconds, isDryRun: dryRun))
  }

  /// The date of the site: the one that the environment asks for, else that of the newest input.
  private func updated(_ found: FoundInputs) -> Int? {
    // A shard is no site: the files for one are made when it is merged.
    guard report.baseURL != nil, shard == nil else { return nil }
    return Console.sourceDate ?? found.inputs.compactMap(\.modified).max() ?? 0
  }

  /// Builds again after every change until a signal comes. What is wrong is told, and the next change may mend it.
  private func keepBuilding(_ stop: StopFlag) throws -> Never {
    let inputs = paths.isEmpty ? ["inputs"] : paths
    let watch = Watch(inputs + [report.templates ?? "templates"] + [report.catalogue].compactMap(\.self))
    var seen = watch.snapshot()
    while !stop.isRaised {
      do {
        let (result, summary) = try build(StopFlag(under: stop))
        common.tell(result, summary: summary)
      } catch let code as ExitCode where code.rawValue == ExitStatus.wrongUsage.rawValue {
        // A template or the catalogue is wrong, which was told.
      }
      guard let now = watch.change(from: seen, stop: stop) else { break }
      seen = now
    }
    if let signal = stop.signal { Signals.die(of: signal) }
    throw ExitCode(ExitStatus.done.rawValue)
  }

  private var options: BuildOptions {
    var options = BuildOptions()
    options.output = output
    options.jobs = common.jobs.count
    options.reuse = force ? .nothing : noCache ? .files : .reports
    options.isDryRun = dryRun
    options.failsFast = common.failFast
    options.isStrict = common.strict
    options.failUnder = failUnder
    options.shard = shard
    options.date = Console.environment("SOURCE_DATE_EPOCH").flatMap(Day.text)
    options.tellsJUnit = report.findingFormats.contains(.junit)
    return options
  }
}

extension Shard: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
