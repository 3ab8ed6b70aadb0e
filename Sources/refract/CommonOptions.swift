import ArgumentParser
import FoundationEssentials
import Glibc
import RefractBatch
import RefractEngine

/// Options that every command over problem files has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "Problems worked on at the same time: a number, or `auto`.")
  var jobs = Jobs.auto

  @Flag(help: "Let warnings fail the run (exit 1).")
  var strict = false

  @Flag(help: "Stop at the first problem file that cannot be used.")
  var failFast = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print what is done to each file.")
  var verbose = false

  @Option(help: "Colours in messages: auto, always or never.")
  var color = ColourChoice.auto

  @Option(help: "Messages for people or, one JSON object a line, for programs: text or json.")
  var logFormat = LogFormat.text

  @Flag(help: "Show no progress.")
  var noProgress = false

  @Option(
    name: [.customShort("C", allowingJoined: true), .customLong("directory")], help: "Change to this directory first.")
  var directory: String?

  /// Goes to the directory asked for and checks what the parser cannot.
  func enter() throws {
    if let directory, chdir(directory) != 0 {
      throw ValidationError("cannot change to the directory `\(TerminalText.escaped(directory))`")
    }
  }

  /// How messages are printed.
  var log: Log { Log(format: logFormat, usesColour: color.isOn) }

  /// Prints findings and what was done to files.
  func tell(_ result: BuildResult, summary: RunSummary) {
    let log = log
    var text = ""
    for diagnostic in result.diagnostics where !quiet || diagnostic.severity == .error {
      text += log.text(diagnostic)
    }
    if verbose { text += result.changes.map(log.change).joined() }
    if !quiet, let run = result.run { text += log.text(run) }
    if !quiet { text += log.text(summary, exit: result.status) }
    _ = Console().write(text, to: .error)
  }

  /// Prints findings and what was done to files, and ends the command with its exit code.
  func finish(_ result: BuildResult, summary: RunSummary, stop: StopFlag) throws -> Never {
    tell(result, summary: summary)
    if let signal = stop.signal { Signals.die(of: signal) }
    throw ExitCode(result.status.rawValue)
  }
}

/// The width of a run.
enum Jobs: ExpressibleByArgument, Sendable {
  case auto
  case number(Int)

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let number = Int(argument), (1...1_024).contains(number) {
      self = .number(number)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String { "auto" }

  /// The number of threads; `auto` is one for each processor this process may use.
  var count: Int {
    if case .number(let number) = self { return number }
    return max(1, ProcessInfo.processInfo.activeProcessorCount)
  }
}

/// When messages are coloured.
enum ColourChoice: String, ExpressibleByArgument, Sendable, CaseIterable {
  case auto, always, never

  /// The choice, or else what the environment and the terminal say.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      if Console.environment("NO_COLOR") != nil {
        false
      } else if Console.environment("FORCE_COLOR") != nil {
        true
      } else {
        Console.isTerminal(.error) && Console.environment("TERM") != "dumb"
      }
    }
  }
}
