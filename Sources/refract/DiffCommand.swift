import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two output folders: new, changed and resolved problems.",
    discussion: "Exits with 1 if there is a difference.")

  @Argument(help: "An output folder.")
  var old: String

  @Argument(help: "Another output folder, with what came later.")
  var new: String

  @Option(name: [.customShort("f", allowingJoined: true), .long], help: "How to print it: text or json.")
  var format = LogFormat.text

  func run() throws {
    let changes: RunRecord
    do throws(Diagnostic) {
      changes = try Comparison(old: old, new: new).changes
    } catch {
      Console.report(error)
      throw ExitCode(ExitStatus.wrongUsage.rawValue)
    }
    try Console.show(format == .json ? changes.json + "\n" : text(changes))
    if !changes.isEmpty { throw ExitCode(ExitStatus.gateFailed.rawValue) }
  }

  private func text(_ changes: RunRecord) -> String {
    var lines = changes.new.map { "new       \($0.id)" + ($0.quality.map { "  \($0)" } ?? "") }
    lines += changes.changed.map { change in
      let scores = [change.from, change.to].map { $0.map { "\($0)" } ?? "none" }
      return "changed   \(change.id)  " + (scores[0] == scores[1] ? scores[0] : scores.joined(separator: " -> "))
    }
    lines += changes.resolved.map { "resolved  \($0.id)" + ($0.quality.map { "  \($0)" } ?? "") }
    lines.append(
      "\(changes.new.count) new, \(changes.changed.count) changed, \(changes.resolved.count) resolved")
    return lines.joined(separator: "\n") + "\n"
  }
}
