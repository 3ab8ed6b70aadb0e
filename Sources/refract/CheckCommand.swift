import ArgumentParser
import RefractBatch
import RefractEngine

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read and validate problem files, or a catalogue; write nothing.",
    discussion: """
      With --catalogue or --knowledge and no path, only the knowledge is checked: references, slots, rules that can \
      never speak, repeated and empty sentences, and the examples of every lens.
      """)

  @Argument(help: "Folders and problem files; `-` is standard input. (default: inputs)")
  var paths: [String] = []

  @Option(help: "Check a folder with lenses and modes, laid over the built-in ones.")
  var catalogue: String?

  @Flag(help: "Check the built-in knowledge.")
  var knowledge = false

  @Option(
    name: [.customShort("f", allowingJoined: true), .long],
    help: "Also print the findings on standard output: junit or github.")
  var format: FindingFormat?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if knowledge && catalogue != nil { throw ValidationError("--catalogue and --knowledge exclude each other") }
  }

  func run() throws {
    try common.enter()
    if knowledge || catalogue != nil {
      try checkKnowledge()
      if paths.isEmpty { return }
    }
    let stop = StopFlag()
    let signals = Signals(stop)
    let progress = ProgressLine(isOn: !common.noProgress && !common.quiet, log: common.log)
    let found = try InputArguments.find(paths)
    var options = BuildOptions()
    options.jobs = common.jobs.count
    options.failsFast = common.failFast
    options.isStrict = common.strict
    options.tellsJUnit = format == .junit
    let build = Build(steps: Pipeline.readingSteps, options: options, stop: stop) { progress.show($0) }
    let result = withExtendedLifetime(signals) { build.check(found) }
    progress.end()
    switch format {
    case .junit: try Console.show(result.junit(strict: common.strict))
    case .github: try Console.show(GitHubCommands.text(result.diagnostics))
    case nil: break
    }
    let summary = RunSummary(
      counts: [("good", result.unchanged), ("failed", result.failed)], seconds: progress.seconds)
    try common.finish(result, summary: summary, stop: stop)
  }

  /// Prints what is wrong with the knowledge; an error in it ends the command.
  private func checkKnowledge() throws {
    var findings: [Diagnostic]
    do {
      findings =
        try catalogue.map { folder throws(Diagnostic) in
          CatalogueLint.overlay(try TextFolder.files(in: folder), folder: folder)
        } ?? CatalogueLint.builtIn()
    } catch {
      findings = [error]
    }
    let errors = findings.count { $0.severity == .error }
    if common.quiet { findings.removeAll { $0.severity != .error } }
    var text = findings.map(common.log.text).joined()
    if !common.quiet && common.logFormat == .text {
      let warnings = findings.count - errors
      text += "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")\n"
    }
    _ = Console().write(text, to: .error)
    if errors > 0 { throw ExitCode(ExitStatus.wrongUsage.rawValue) }
    if common.strict && !findings.isEmpty { throw ExitCode(ExitStatus.gateFailed.rawValue) }
  }
}
