import ArgumentParser
import RefractBatch
import RefractEngine

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read and validate problem files; write nothing.")

  @Argument(help: "Folders and problem files; `-` is standard input. (default: inputs)")
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.enter()
    let stop = StopFlag()
    let signals = Signals(stop)
    let progress = ProgressLine(isOn: !common.noProgress && !common.quiet)
    let found = try InputArguments.find(paths)
    var options = BuildOptions()
    options.jobs = common.jobs.count
    options.failsFast = common.failFast
    options.isStrict = common.strict
    let build = Build(steps: Pipeline.readingSteps, options: options, stop: stop) { progress.show($0) }
    let result = withExtendedLifetime(signals) { build.check(found) }
    progress.end()
    let summary = "\(result.unchanged) good, \(result.failed) failed, \(progress.seconds) seconds"
    try common.finish(result, summary: summary, stop: stop)
  }
}
