import ArgumentParser
import RefractBatch
import RefractEngine

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join the outputs of all shards into what one build would have written.",
    discussion: "Takes the report options of the shards' builds; the result is the same byte for byte.")

  @Argument(help: "The output folder of each shard.")
  var shards: [String]

  @Option(name: [.customShort("o", allowingJoined: true), .long], help: "The folder to write to.")
  var output = "output"

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if report.baseURL != nil, Console.sourceDate == nil {
      throw ValidationError(
        "--base-url needs SOURCE_DATE_EPOCH here, as the problem files and their dates are elsewhere")
    }
  }

  func run() throws {
    try common.enter()
    let stop = StopFlag()
    let signals = Signals(stop)
    let progress = ProgressLine(isOn: !common.noProgress && !common.quiet, log: common.log)
    let steps = try report.steps(common, updated: Console.sourceDate)
    var options = BuildOptions()
    options.output = output
    options.jobs = common.jobs.count
    options.isStrict = common.strict
    options.date = Console.environment("SOURCE_DATE_EPOCH").flatMap(Day.text)
    let merge = Merge(steps: steps, options: options, stop: stop) { progress.show($0) }
    let result = withExtendedLifetime(signals) { merge.run(shards) }
    progress.end()
    let counts = [
      ("written", result.written), ("unchanged", result.unchanged), ("failed", result.failed),
      ("removed", result.removed),
    ]
    try common.finish(result, summary: RunSummary(counts: counts, seconds: progress.seconds), stop: stop)
  }
}
