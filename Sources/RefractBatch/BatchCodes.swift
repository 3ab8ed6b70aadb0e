package import RefractEngine

/// What the batch room has to say about files and folders: `R03xx`.
package enum BatchCodes {
  /// Every code, in order.
  package static let all: [DiagnosticCode] = [
    notFound, notReadable, linkSkipped, specialSkipped, nameNotUTF8, changed, tooDeep, readingFailed, duplicateID,
    heldID, badPath, edited, outputRefused, outputBusy, writingFailed, manifestDamaged, noOutput, shardsDiffer, noInput,
    underGate,
  ]

  static let notFound = DiagnosticCode(
    "R0301", title: "an input does not exist",
    meaning: "There is no file or folder of that name, or it vanished while Refract was running.",
    remedy: "Check the path. If the file was moved on purpose, run again.")

  static let notReadable = DiagnosticCode(
    "R0302", title: "an input cannot be read",
    meaning: "The system refused to open or read the file or folder, for the reason that the message names.",
    remedy: "Check its permissions and its device. The old report stays until the input can be read again.")

  static let linkSkipped = DiagnosticCode(
    "R0303", .warning, title: "a symbolic link was skipped",
    meaning:
      "Links in an input folder are not followed: one could lead out of the folder, to files that are not yours to show.",
    remedy: "Put the file itself in the folder, or name the folder it lies in on the command line.")

  static let specialSkipped = DiagnosticCode(
    "R0304", .warning, title: "something that is not a file was skipped",
    meaning: "The name ends like a problem file, but it is a folder, a pipe, a socket or a device.",
    remedy: "Rename it or take it out of the input folder.")

  static let nameNotUTF8 = DiagnosticCode(
    "R0305", title: "a file name is not UTF-8",
    meaning: "The name holds bytes that are no text, so that it can be neither shown nor recorded.",
    remedy: "Rename the file.")

  static let changed = DiagnosticCode(
    "R0306", title: "an input changed during the run",
    meaning:
      "The file was not the same when it was read a second time, so the report would not match any version of it.",
    remedy: "Run again when the file is at rest.")

  static let tooDeep = DiagnosticCode(
    "R0307", title: "folders are nested too deeply",
    meaning: "Input folders are read 32 levels down. What lies deeper was left out, and nothing was removed.",
    remedy: "Name the deeper folder on the command line.")

  static let readingFailed = DiagnosticCode(
    "R0308", title: "the system could not read",
    meaning:
      "A device is broken, or memory or open files ran out: this is not about the one file. Refract exits with 74.",
    remedy: "Raise the limit of open files (`ulimit -n`) or check the device, and run again.")

  static let duplicateID = DiagnosticCode(
    "R0310", title: "two inputs have the same id",
    meaning: "Both reports would have the same file names. Neither was written; earlier reports stay.",
    remedy: "Give one of them another `id:` or another file name.")

  static let heldID = DiagnosticCode(
    "R0311", title: "an id belongs to another input's report",
    meaning:
      "The output holds a report with this id, made from another input that still exists but was not, or could not "
      + "be, read in this run. It is not overwritten.",
    remedy: "Mend or delete the other input, or give this one another `id:`.")

  static let badPath = DiagnosticCode(
    "R0312", title: "a report has an unusable file name",
    meaning: "A format or template asked for a path outside the output folder or without the problem's id in its name.",
    remedy: "This is a fault in Refract or in your templates; please report it if it is not the latter.")

  static let edited = DiagnosticCode(
    "R0320", .warning, title: "an edited report was kept",
    meaning:
      "The input is gone, but its report is not as Refract wrote it: somebody edited it. It stays and is no longer "
      + "looked after.",
    remedy: "Delete it by hand if nobody needs it.")

  static let outputRefused = DiagnosticCode(
    "R0330", title: "the output folder cannot be used",
    meaning: "It cannot be created or opened, or it holds files and was not made by Refract.",
    remedy: "Choose another folder with `--output`, or empty it.")

  static let outputBusy = DiagnosticCode(
    "R0331", title: "another run is writing to the output folder",
    meaning: "Only one run at a time may write. The lock ends with the other run, even if that is killed.",
    remedy: "Wait for it, or choose another folder with `--output`.")

  static let writingFailed = DiagnosticCode(
    "R0332", title: "a file could not be written or removed",
    meaning: "The system refused, for the reason that the message names. The old file, if there was one, is whole.",
    remedy: "Free some space or mend the permissions, and run again: only what is missing is made.")

  static let manifestDamaged = DiagnosticCode(
    "R0333", .warning, title: "the record of the last run is damaged",
    meaning:
      "`.refract/manifest.json` was changed or cut short, so it is not trusted: everything is made again and nothing "
      + "removed.",
    remedy:
      "Nothing needs to be done. Reports of problems that are gone may have been left behind; delete them by hand.")

  static let noOutput = DiagnosticCode(
    "R0334", title: "a folder is no output of Refract",
    meaning: "It does not exist, or it has no whole `.refract/manifest.json` of this version, so it cannot be compared "
      + "or merged.",
    remedy: "Name a folder that `refract build --output` wrote, or build it again.")

  static let shardsDiffer = DiagnosticCode(
    "R0335", title: "shards do not fit together",
    meaning: "`refract merge` takes the outputs of all shards of one batch, each once and whole, made with the options "
      + "that it is given itself.",
    remedy: "Do what the message says. Nothing was written unless it says so.")

  static let noInput = DiagnosticCode(
    "R0340", title: "no problem file was found",
    meaning: "The paths given hold no `.yaml`, `.yml` or `.json` file. Nothing was changed.",
    remedy: "Write a problem file into `inputs/`, or start with `refract init`.")

  static let underGate = DiagnosticCode(
    "R0341", title: "a report is below the quality asked for",
    meaning: "`--fail-under` asks for a higher overall quality than this report reached. It was written all the same.",
    remedy: "Answer the report's open questions in the problem file, or lower the gate.")
}

extension Diagnostic {
  /// A finding about a whole file.
  static func batch(_ code: DiagnosticCode, _ message: String, file: String? = nil, help: String? = nil) -> Diagnostic {
    Diagnostic(
      code.severity, code: code.code, message: message,
      place: file.map { Place(file: $0, line: 1, column: 1) }, help: help)
  }
}
