import Glibc
package import RefractEngine
package import RefractReport

/// What a build did.
package struct BuildResult: Sendable {
  /// Problems of which at least one file is new or changed.
  package var written = 0
  /// Problems whose files were as they should be.
  package var unchanged = 0
  /// Problems that could not be used or written.
  package var failed = 0
  /// Problems that are gone, and whose reports were removed.
  package var removed = 0
  /// Errors and warnings of all files, in a stable order.
  package var diagnostics: [Diagnostic] = []
  /// What was done to files, or would be in a dry run: `write problems/a.md`, `remove problems/b.md`; sorted.
  package var changes: [String] = []
  package var status = ExitStatus.done
  /// What changed since the last run; nil in the first run and where no history is kept.
  package var run: RunRecord?
  /// Every problem file that was looked at, as the user would type it, where ``BuildOptions/tellsJUnit`` asks for them.
  package var inputs: [String] = []

  init() {}

  /// Makes the status at least as bad.
  mutating func worsen(to status: ExitStatus) { self.status = max(self.status, status) }

  mutating func add(_ failure: IOFailure) {
    let text = "`\(failure.path)` could not be written or removed: \(failure.reason) (\(failure.call))"
    diagnostics.append(.batch(BatchCodes.writingFailed, text, help: failure.hint))
    worsen(to: failure.isRefusal ? .outputRefused : .readingOrWritingFailed)
  }

  /// Counts one report and gives what is true of it now; nil if a stop was asked for before it was begun, or if it
  /// failed and nothing of it was written.
  mutating func count(_ made: MadeRecord?) -> ReportRecord? {
    guard let made else { return nil }
    diagnostics += made.diagnostics
    changes += made.changed.map { "write " + $0 }
    if let failure = made.failure { add(failure) }
    if made.record == nil || made.failure != nil {
      failed += 1
    } else if made.changed.isEmpty {
      unchanged += 1
    } else {
      written += 1
    }
    return made.record
  }

  /// The findings as a JUnit document.
  package func junit(strict: Bool) -> String { JUnit.text(inputs: inputs, diagnostics: diagnostics, isStrict: strict) }

  /// A result that says nothing but why the output cannot be used.
  static func refused(_ failure: IOFailure) -> BuildResult {
    var result = BuildResult()
    let text = "the output folder `\(failure.path)` cannot be used: \(failure.reason) (\(failure.call))"
    result.diagnostics = [
      .batch(BatchCodes.outputRefused, text, help: failure.hint ?? "choose another folder with `--output`")
    ]
    // A folder that cannot be made for want of space is no different from a file that cannot be written.
    result.status = failure.isShortage ? .readingOrWritingFailed : .outputRefused
    return result
  }

  /// Findings about files by path and place, then those without a place, each in the order they came.
  mutating func sortDiagnostics() {
    let sorted = diagnostics.enumerated().sorted { left, right in
      guard let first = left.element.place, let second = right.element.place else {
        let places = (left.element.place != nil, right.element.place != nil)
        return places == (true, false) || (places == (false, false) && left.offset < right.offset)
      }
      let paths = (BytePath(first.file), BytePath(second.file))
      if paths.0 != paths.1 { return paths.0 < paths.1 }
      return (first.line, first.column, left.offset) < (second.line, second.column, right.offset)
    }
    diagnostics = sorted.map(\.element)
  }
}

extension IOFailure {
  /// Space or descriptors ran out, or the device is broken.
  var isShortage: Bool { [ENOSPC, EDQUOT, EIO, EFBIG, EMFILE, ENFILE, ENOMEM].contains(number) }
  /// The output may not be written at all.
  var isRefusal: Bool { [EROFS, EACCES, EPERM].contains(number) }

  var hint: String? {
    switch number {
    case ENOSPC, EDQUOT: "free some space and run again: only what is missing is made"
    case EROFS, EACCES, EPERM: "choose another folder with `--output`"
    case EMFILE, ENFILE: "raise the limit of open files (`ulimit -n`)"
    case ELOOP: "a symbolic link stands in the way; delete it"
    default: nil
    }
  }
}
