import ArgumentParser
import RefractBatch
import RefractEngine

/// Reads the one problem that a command works on.
enum SingleProblem {
  /// The engine and the problem; diagnostics go to standard error.
  static func read(_ path: String, catalogue: String?) throws -> (Engine, Problem) {
    let found = try InputArguments.find([path])
    found.diagnostics.forEach(report)
    guard let input = found.inputs.first else { throw ExitCode(ExitStatus.noInput.rawValue) }
    let reading: ReadInput<Problem>
    let knowledge: Catalogue
    do throws(Diagnostic) {
      reading = Pipeline.read(try input.read(), file: input.shown)
      knowledge = try Pipeline.catalogue(laidOver: catalogue)
    } catch {
      report(error)
      throw ExitCode(ExitStatus.wrongUsage.rawValue)
    }
    reading.diagnostics.forEach(report)
    guard let problem = reading.problem?.content else { throw ExitCode(ExitStatus.someFailed.rawValue) }
    return (Engine(catalogue: knowledge, version: RefractVersion.current), problem)
  }

  private static func report(_ diagnostic: Diagnostic) {
    _ = Console().write(DiagnosticPrinter().text(diagnostic), to: .error)
  }
}
