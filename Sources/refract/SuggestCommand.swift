import ArgumentParser
import RefractEngine
import RefractReport

/// Step 1 of the workflow by itself.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Recommend thinking modes and lenses for one problem, as JSON or Markdown.")

  @OptionGroup var single: SingleProblem
  @OptionGroup var step: StepFormat

  func run() throws {
    let (engine, problem) = try single.read()
    try step.show(.suggest, engine.analyse(problem))
  }
}
