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

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let failUnder, !(0...1).contains(failUnder) {
      throw ValidationError("--fail-under takes a number from 0 to 1, as reports print it")
    }
    if output.isEmpty || output.utf8.contains(0) { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    try common.enter()
    let stop = StopFlag()
    let signals = Signals(stop)
    let progress = ProgressLine(isOn: !common.noProgress && !common.quiet, log: common.log)
    let steps = try report.steps(common)
    let found = try InputArguments.find(paths)
    let build = Build(steps: steps, options: options, stop: stop) { progress.show($0) }
    let result = withExtendedLifetime(signals) { build.run(found) }
    progress.end()
    if dryRun, !Console().write(result.changes.map { $0 + "\n" }.joined(), to: .output) {
      throw ExitCode(ExitStatus.readingOrWritingFailed.rawValue)
    }
    if report.findingFormats.contains(.github) { try Console.show(GitHubCommands.text(result.diagnostics)) }
    let counts = [
      ("written", result.written), ("unchanged", result.unchanged), ("failed", result.failed),
      ("removed", result.removed),
    ]
    let summary = RunSummary(counts: counts, seconds: progress.seconds, isDryRun: dryRun)
    try common.finish(result, summary: summary, stop: stop)
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
    options.date = Console.environment("SOURCE_DATE_EPOCH").flatMap(Day.text)
    options.tellsJUnit = report.findingFormats.contains(.junit)
    return options
  }
}
