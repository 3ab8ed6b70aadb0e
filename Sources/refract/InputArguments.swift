import ArgumentParser
import RefractBatch
import RefractEngine

/// The paths of a command line: `inputs` if there are none, standard input for `-`.
enum InputArguments {
  /// What standard input is called in messages; the slug of it is the default id.
  static let standardInput = "stdin"

  /// - Parameter limit: bytes of standard input that are read at most.
  static func find(_ paths: [String], atMost limit: Int = Input.limit) throws -> FoundInputs {
    if let bad = paths.first(where: { $0.isEmpty || $0.utf8.contains(0) }) {
      throw ValidationError("`\(TerminalText.escaped(bad))` is no path")
    }
    var found = InputFinder.find(paths.isEmpty ? ["inputs"] : paths.filter { $0 != "-" })
    guard paths.contains("-") else { return found }
    do {
      found.inputs.append(try Input.standardInput(shown: standardInput, atMost: limit))
    } catch {
      found.diagnostics.append(error)
    }
    return found
  }
}
