import ArgumentParser
import RefractEngine
import RefractReport

/// Step 1 of the workflow by itself.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Recommend thinking modes and lenses for one problem, as JSON.")

  @OptionGroup var single: SingleProblem

  func run() throws {
    let (engine, problem) = try single.read()
    try Console.show(StepJSON.suggestion(engine.analyse(problem)))
  }
}
