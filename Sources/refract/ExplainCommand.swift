import ArgumentParser
import RefractBatch
import RefractEngine

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a diagnostic code means and how to mend it.")

  @Argument(help: "A code such as R0104; without one, all codes are listed.")
  var code: String?

  func run() throws {
    guard let code else { return try print(CodeBook.all.map { "\($0.code)  \($0.title)\n" }.joined()) }
    guard let entry = CodeBook.all.first(where: { $0.code == code.uppercased() }) else {
      throw ValidationError("there is no code `\(TerminalText.escaped(code))`; `refract explain` lists all codes")
    }
    try print("\(entry.code) (\(entry.severity.rawValue)): \(entry.title)\n\n\(entry.meaning)\n\n\(entry.remedy)\n")
  }

  private func print(_ text: String) throws {
    try Console.show(text)
  }
}

/// Every diagnostic code of every room.
enum CodeBook {
  static var all: [DiagnosticCode] {
    DiagnosticCode.problemFiles + BatchCodes.all + DiagnosticCode.catalogue + DiagnosticCode.steps
  }
}
