import ArgumentParser
import Glibc
import RefractBatch

/// The command itself: its subcommands, and how errors become exit codes.
struct Refract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refract",
    abstract: "Turns problem files into reports that a busy person can act on.",
    discussion: """
      `refract` alone reads `inputs/` and writes `output/`.

      Exit codes: 0 done; 1 a gate failed (--fail-under, --strict) or `diff` found differences; 2 wrong usage, configuration or template; \
      3 some problem files could not be used, all others were written; 4 no input found; 70 a bug in Refract; \
      73 the output cannot be created; 74 reading or writing failed; 75 another run holds the output; \
      130, 143 stopped by a signal.
      """,
    version: RefractVersion.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, FactsCommand.self, SchemaCommand.self,
      InitCommand.self, LensCommand.self, SuggestCommand.self, AnalyzeCommand.self, DiffCommand.self, MergeCommand.self,
      SynthesizeCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)
}

@main
enum Main {
  static func main() {
    // A closed pipe and a file size limit shall be errors of the call that meets them, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst().map { $0 == "-V" ? "--version" : $0 }
    do {
      var command = try Refract.parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(code(of: error))
    }
  }

  /// Prints what the parser has to say and gives the exit code: help goes to standard output, errors do not.
  private static func code(of error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    let text = Refract.fullMessage(for: error)
    let console = Console()
    if Refract.exitCode(for: error) == .success {
      return console.write(text + "\n", to: .output) ? 0 : ExitStatus.readingOrWritingFailed.rawValue
    }
    _ = console.write(text + "\n", to: .error)
    return ExitStatus.wrongUsage.rawValue
  }
}
