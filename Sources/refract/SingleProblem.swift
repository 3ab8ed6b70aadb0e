import ArgumentParser
import RefractBatch
import RefractEngine

/// The one problem that a command works on, and the knowledge it works with.
struct SingleProblem: ParsableArguments {
  @Argument(help: "A problem file; `-` is standard input, which may be plain prose.")
  var path: String

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  /// The engine and the problem; diagnostics go to standard error.
  func read() throws -> (engine: Engine, problem: Problem) {
    let found = try InputArguments.find([path])
    for diagnostic in found.diagnostics { Console.report(diagnostic) }
    guard let input = found.inputs.first else { throw ExitCode(ExitStatus.noInput.rawValue) }
    let reading: ReadInput<Problem>
    let knowledge: Catalogue
    do throws(Diagnostic) {
      reading = Pipeline.read(try input.read(), file: input.shown)
      knowledge = try Pipeline.catalogue(laidOver: catalogue)
    } catch {
      Console.report(error)
      throw ExitCode(ExitStatus.wrongUsage.rawValue)
    }
    for diagnostic in reading.diagnostics { Console.report(diagnostic) }
    guard let problem = reading.problem?.content else { throw ExitCode(ExitStatus.someFailed.rawValue) }
    return (Engine(catalogue: knowledge, version: RefractVersion.current), problem)
  }
}
