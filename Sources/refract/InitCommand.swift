import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a project: a folder with a first problem file.")

  @Argument(help: "The folder; made if it is missing, refused if it is not empty.")
  var directory = "."

  @Flag(help: "Write the built-in templates too, to be edited.")
  var templates = false

  func run() throws {
    do {
      let pages = templates ? Templates.builtIn.map { ("templates/" + $0.name, $0.text) } : []
      try StarterProject.create(at: directory, with: pages)
    } catch {
      Console.report(error)
      throw ExitCode(ExitStatus.outputRefused.rawValue)
    }
    let shown = TerminalText.escaped(directory)
    let text = "\(shown)/inputs/slow-checkout.yaml is a first problem: edit it, then run `refract -C \(shown)`\n"
    _ = Console().write(text, to: .error)
  }
}
