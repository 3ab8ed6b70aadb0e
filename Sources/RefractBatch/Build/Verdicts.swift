import RefractEngine

extension BuildResult {
  /// Nothing to do: no file is touched, so that an input folder that is empty by accident costs nothing.
  static func nothingFound(_ found: FoundInputs) -> BuildResult {
    var result = BuildResult()
    result.diagnostics = found.diagnostics
    result.diagnostics.append(
      .batch(
        BatchCodes.noInput, "no problem file (`.yaml`, `.yml`, `.json`) was found",
        help: "write one into `inputs/`, or start with `refract init`"))
    result.status = .noInput
    result.judgeReading()
    return result
  }

  static func foreign(_ name: String, in output: String) -> BuildResult {
    var result = BuildResult()
    result.diagnostics = [
      .batch(
        BatchCodes.outputRefused,
        "the output folder `\(output)` holds files that Refract did not make, such as `\(name)`",
        help: "choose an empty or new folder with `--output`")
    ]
    result.status = .outputRefused
    return result
  }

  static func busy(_ output: String) -> BuildResult {
    var result = BuildResult()
    result.diagnostics = [
      .batch(
        BatchCodes.outputBusy, "another run is writing to `\(output)`",
        help: "wait until it is done, or choose another folder with `--output`")
    ]
    result.status = .busy
    return result
  }

  /// Sets the status from the counts and findings.
  mutating func judge(strict: Bool, found: FoundInputs) {
    let errors = found.diagnostics.count { $0.severity == .error }
    failed += errors
    if failed > 0 { worsen(to: .someFailed) }
    if strict && diagnostics.contains(where: { $0.severity == .warning }) { worsen(to: .gateFailed) }
    judgeReading()
    sortDiagnostics()
  }

  /// A device that fails or descriptors that run out are the system's trouble, not that of one file.
  private mutating func judgeReading() {
    if diagnostics.contains(where: { $0.code == BatchCodes.readingFailed.code }) {
      worsen(to: .readingOrWritingFailed)
    }
  }
}

extension Diagnostic {
  static func damaged(_ output: String) -> Diagnostic {
    .batch(
      BatchCodes.manifestDamaged,
      "the record of the last run in `\(output)` is damaged: everything is made again and nothing removed")
  }
}
