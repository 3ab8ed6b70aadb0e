import RefractEngine
import Synchronization

/// What is to be done about one input.
struct PlannedInput<Content: Sendable>: Sendable {
  let input: Input
  /// Identity across runs; see ``ReportRecord/input``.
  let name: BytePath
  /// What the last run recorded of it.
  let old: ReportRecord?
  /// The id its report will have; nil if the input cannot be used.
  var id: String?
  var key: Digest?
  var sha256: Digest?
  /// The problem, if it was kept in memory; otherwise it is read once more.
  var content: Content?
  var isUpToDate = false
  var diagnostics: [Diagnostic] = []

  /// Marks the input as one that cannot be used.
  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    id = nil
    content = nil
    isUpToDate = false
  }
}

/// Reads inputs and decides which reports have to be made. Writes nothing.
///
/// All inputs are read before the first report is written, because two of them may claim the same file names.
struct Planner<Content: Sendable>: Sendable {
  let steps: BuildSteps<Content>
  let reuse: BuildOptions.Reuse
  /// Nil where nothing was ever written.
  let output: OutputFolder?
  private let fingerprint: [UInt8]
  private let budget = MemoryBudget()

  init(steps: BuildSteps<Content>, reuse: BuildOptions.Reuse, output: OutputFolder?) {
    self.steps = steps
    self.reuse = reuse
    self.output = output
    fingerprint = Array(steps.fingerprint.utf8) + [0]
  }

  func plan(_ input: Input, name: BytePath, old: ReportRecord?) -> PlannedInput<Content> {
    var planned = PlannedInput<Content>(input: input, name: name, old: old)
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try input.read()
    } catch {
      planned.fail(error)
      return planned
    }
    let sha256 = Digest(of: bytes)
    planned.sha256 = sha256
    planned.key = key(sha256)
    if let old, reuse == .reports, old.key == planned.key, isIntact(old) {
      planned.id = old.id
      planned.isUpToDate = true
      // Warnings are told in every run, or `--strict` would fail once and then pass.
      if old.notes > 0 { planned.diagnostics = steps.read(bytes, input.shown).diagnostics }
      return planned
    }
    let reading = steps.read(bytes, input.shown)
    planned.diagnostics = reading.diagnostics
    planned.id = reading.problem?.id
    if budget.take(bytes.count) { planned.content = reading.problem?.content }
    return planned
  }

  /// The problem of an input that was planned, from memory or read once more.
  func content(of planned: PlannedInput<Content>) throws(Diagnostic) -> Content {
    if let content = planned.content { return content }
    let bytes = try planned.input.read()
    guard Digest(of: bytes) == planned.sha256, let problem = steps.read(bytes, planned.input.shown).problem else {
      throw .batch(BatchCodes.changed, "the file changed while Refract was running", file: planned.input.shown)
    }
    return problem.content
  }

  private func key(_ sha256: Digest) -> Digest { Digest(of: fingerprint, sha256.hexBytes) }

  private func isIntact(_ record: ReportRecord) -> Bool {
    guard let output else { return false }
    return record.files.allSatisfy(output.isIntact)
  }
}

/// Bounds what is kept in memory between planning and writing, so that memory does not grow with the number of inputs.
private final class MemoryBudget: Sendable {
  /// Bytes of input whose problems may be kept.
  private let left = Atomic(4 << 20)

  func take(_ count: Int) -> Bool { left.subtract(count, ordering: .relaxed).newValue >= 0 }
}
