import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// Step 3 of the workflow by itself.
struct SynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Join what `refract analyze` printed for several lenses into one solution, as JSON or Markdown.",
    discussion: """
      One document or several, one behind the other, all about the same problem:

      (refract analyze api.yaml --lens "Pace Layering"; refract analyze api.yaml --lens "Leverage Points") \\
        | refract synthesize -
      """)

  @Argument(help: "Files that `refract analyze` printed; `-` is standard input.")
  var paths: [String]

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  @OptionGroup var step: StepFormat

  func run() throws {
    let limit = ReadingLimits.analyses.bytes + 1
    let found = try InputArguments.find(paths, atMost: limit)
    for diagnostic in found.diagnostics { Console.report(diagnostic) }
    guard !found.inputs.isEmpty else { throw ExitCode(ExitStatus.noInput.rawValue) }
    if found.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
    let knowledge: Catalogue
    let inputs: [(bytes: [UInt8], file: String)]
    do throws(Diagnostic) {
      knowledge = try Pipeline.catalogue(laidOver: catalogue)
    } catch {
      Console.report(error)
      throw ExitCode(ExitStatus.wrongUsage.rawValue)
    }
    do throws(Diagnostic) {
      inputs = try found.inputs.map { input throws(Diagnostic) in (try input.read(atMost: limit), input.shown) }
    } catch {
      Console.report(error)
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
    let reading = AnalysesReader.read(inputs) { knowledge.lensCard(named: $0) != nil }
    for diagnostic in reading.diagnostics { Console.report(diagnostic) }
    guard let problem = reading.problem else { throw ExitCode(ExitStatus.someFailed.rawValue) }
    try step.show(.synthesize, Engine(catalogue: knowledge, version: RefractVersion.current).analyse(problem))
  }
}
