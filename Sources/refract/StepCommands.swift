import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// Step 1 of the workflow by itself.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Recommend thinking modes and lenses for one problem, as JSON.")

  @Argument(help: "A problem file; `-` is standard input, which may be plain prose.")
  var path: String

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  func run() throws {
    let (engine, problem) = try SingleProblem.read(path, catalogue: catalogue)
    guard Console().write(StepJSON.suggestion(engine.analyse(problem)), to: .output) else {
      throw ExitCode(ExitStatus.readingOrWritingFailed.rawValue)
    }
  }
}

/// Step 2 of the workflow by itself.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Apply lenses to one problem and print what each says, as JSON.")

  @Argument(help: "A problem file; `-` is standard input, which may be plain prose.")
  var path: String

  @Option(help: "The lens to apply; give it several times for several lenses.")
  var lens: [String]

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  func run() throws {
    var (engine, problem) = try SingleProblem.read(path, catalogue: catalogue)
    for name in lens where engine.catalogue.lensCard(named: name) == nil {
      throw ValidationError("there is no lens `\(TerminalText.escaped(name))`; `refract lens list` names them all")
    }
    problem = Pipeline.Choices(lenses: .named(lens)).applied(to: problem)
    guard Console().write(StepJSON.analyses(engine.analyse(problem)), to: .output) else {
      throw ExitCode(ExitStatus.readingOrWritingFailed.rawValue)
    }
  }
}
