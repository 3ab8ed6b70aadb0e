import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// Step 2 of the workflow by itself.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Apply lenses to one problem and print what each says, as JSON or Markdown.")

  @OptionGroup var single: SingleProblem
  @OptionGroup var step: StepFormat

  @Option(help: "The lens to apply; give it several times for several lenses.")
  var lens: [String]

  func run() throws {
    let (engine, problem) = try single.read()
    for name in lens where engine.catalogue.lensCard(named: name) == nil {
      throw ValidationError("there is no lens `\(TerminalText.escaped(name))`; `refract lens list` names them all")
    }
    let chosen = Pipeline.Choices(lenses: .named(lens)).applied(to: problem)
    try step.show(.analyze, engine.analyse(chosen))
  }
}
