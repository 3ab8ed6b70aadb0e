import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// How a step of the workflow is printed.
struct StepFormat: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case json, md }

  @Option(help: "JSON in the form of the worked example, or Markdown.")
  var format: Format = .json

  /// Prints what a step says.
  func show(_ step: WorkflowStep, _ report: Report) throws {
    let text: String
    do throws(Diagnostic) {
      text =
        switch format {
        case .json: step.json(report)
        case .md: try step.markdown(report, templates: try Templates())
        }
    } catch {
      Console.report(error)
      throw ExitCode(ExitStatus.wrongUsage.rawValue)
    }
    try Console.show(text)
  }
}
