/// A stable identifier of a kind of finding, with what `refract explain` tells about it.
///
/// Codes are never reused and never change their meaning. `R01xx` are about reading problem files.
public struct DiagnosticCode: Sendable, Equatable {
  /// `R0104`.
  public let code: String
  /// How much it matters unless a diagnostic says otherwise.
  public let severity: Diagnostic.Severity
  /// A few words without a full stop.
  public let title: String
  /// What it means: one or two sentences.
  public let meaning: String
  /// How to mend it: one or two sentences.
  public let remedy: String

  public init(
    _ code: String, _ severity: Diagnostic.Severity = .error, title: String, meaning: String, remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.meaning = meaning
    self.remedy = remedy
  }
}

extension DiagnosticCode {
  /// Every code about reading problem files, in order.
  public static let problemFiles: [DiagnosticCode] = [
    .emptyFile, .notUTF8, .syntax, .wrongType, .unknownKey, .missing, .duplicateKey, .overLimit, .refusedYAML,
    .trailing, .badSlug, .outOfRange, .charactersRemoved, .emptyEntry, .severalLines, .cutByComment, .controlCharacter,
    .moreFindings,
  ]

  static let emptyFile = DiagnosticCode(
    "R0101", title: "the file holds nothing",
    meaning: "The file is empty, blank or has only comments, so there is no problem to analyse.",
    remedy: "Write `problem:` and the situation in your own words, or delete the file.")

  static let notUTF8 = DiagnosticCode(
    "R0102", title: "the file is not UTF-8",
    meaning: "Problem files are UTF-8 text. The file is UTF-16, another encoding, or not a text at all.",
    remedy: "Save it as UTF-8 in your editor, or convert it with `iconv`.")

  static let syntax = DiagnosticCode(
    "R0103", title: "the YAML or JSON cannot be read",
    meaning: "The file breaks a rule of its language at the place shown. Nothing behind that place was looked at.",
    remedy:
      "Mend that place and run again. A text with `: `, ` #` or a special first sign goes in quotes or below `key: |`.")

  static let wrongType = DiagnosticCode(
    "R0104", title: "a value has the wrong type",
    meaning: "A field holds a text where a list or a map belongs, or the other way round.",
    remedy: "Write the value in the form the hint shows; `refract schema problem` lists all fields.")

  static let unknownKey = DiagnosticCode(
    "R0105", title: "an unknown key",
    meaning: "The key is none that a problem file has here. A misspelt key would silently lose what it holds.",
    remedy: "Use the key the hint names, or put data of your own below `meta`.")

  static let missing = DiagnosticCode(
    "R0106", title: "a required value is missing or empty",
    meaning: "`problem` must be there, and so must the leading key of an entry, such as `name` or `action`.",
    remedy: "Write it, or delete the entry.")

  static let duplicateKey = DiagnosticCode(
    "R0107", title: "a key is given twice",
    meaning: "One map has the same key twice, and only one of the values could be used.",
    remedy: "Keep one of the two, or join their values.")

  static let overLimit = DiagnosticCode(
    "R0108", title: "a limit is exceeded",
    meaning: "A problem file may have 1 MiB, 64 levels, 20,000 values, 256 KiB a text and 1,000 keys a map.",
    remedy: "Split the file, shorten the text, or close the bracket or quote that is open.")

  static let refusedYAML = DiagnosticCode(
    "R0109", title: "a feature of YAML that is refused",
    meaning:
      "Anchors (`&`), aliases (`*`), merge keys (`<<`), tags (`!`), directives (`%`) and keys that are lists or maps "
      + "are refused: a problem file needs none, and they can make a small file very large.",
    remedy: "Write the value out; put a text that starts with such a sign in quotes.")

  static let trailing = DiagnosticCode(
    "R0110", title: "something follows the end",
    meaning: "A file holds one problem: a second document or text behind the end is not read.",
    remedy: "Put each problem in a file of its own, or delete what follows.")

  static let badSlug = DiagnosticCode(
    "R0111", title: "an id or tag is not a slug",
    meaning: "Ids and tags become file names and addresses: `a` to `z`, `0` to `9` and `-`, no `-` first, at most 80.",
    remedy: "Write it as the hint shows.")

  static let outOfRange = DiagnosticCode(
    "R0112", title: "a number is out of range", meaning: "The number is outside what the field allows.",
    remedy: "Choose a number in the range that the message names.")

  static let charactersRemoved = DiagnosticCode(
    "R0113", .warning, title: "invisible characters were removed",
    meaning: "Control characters and signs that change the direction of writing can hide what a text says; they were "
      + "taken out. The report is made without them.",
    remedy: "Delete them from the file to get rid of the warning.")

  static let emptyEntry = DiagnosticCode(
    "R0114", .warning, title: "an empty entry was left out", meaning: "A list has an entry without any text.",
    remedy: "Write the entry or delete its line.")

  static let severalLines = DiagnosticCode(
    "R0115", title: "a text must be one line",
    meaning: "Titles and names stand in headings and tables, where a line break has no place.",
    remedy: "Write it on one line.")

  static let cutByComment = DiagnosticCode(
    "R0116", .warning, title: "a comment may have cut a text",
    meaning: "In YAML a `#` behind a space starts a comment, so a text without quotes ends before it.",
    remedy: "Put the text in quotes if the `#` belongs to it; put a space behind the `#` if it is a comment.")

  static let controlCharacter = DiagnosticCode(
    "R0117", title: "a control character in the file",
    meaning:
      "YAML and JSON allow no control characters except tab and line breaks; a paste from a terminal may bring some.",
    remedy: "Delete the character at the place shown.")

  static let moreFindings = DiagnosticCode(
    "R0199", title: "more findings than are shown", meaning: "At most 200 findings of one file are shown.",
    remedy: "Mend the ones shown and run again.")
}

extension Diagnostic {
  /// A diagnostic of a kind, with the kind's severity.
  package init(_ code: DiagnosticCode, _ message: String, at place: Place?, label: String? = nil, help: String? = nil) {
    self.init(code.severity, code: code.code, message: message, place: place, label: label, help: help)
  }
}
