/// What is wrong with the knowledge, built in or the user's own: `R04xx`. Up to R0419 it cannot be used; from R0420 on it
/// can, but somebody should look.
extension DiagnosticCode {
  /// Every code about a catalogue, in order.
  public static let catalogue: [DiagnosticCode] = [
    .catalogueForm, .catalogueUnreadable, .deadReference, .unknownPath, .duplicateID, .exampleFails, .unknownLens,
    .unreachable, .unfilledRole, .repeatedSentence, .fillerPhrase, .belowQuota, .unusedName, .figureInDigits,
  ]

  static let catalogueForm = DiagnosticCode(
    "R0401", title: "a catalogue file has the wrong form",
    meaning:
      "A key is missing, unknown or holds the wrong kind of value, or a template, condition or cue cannot be read.",
    remedy: "Write it as the rule language page shows; a built-in file of the same folder is a working example.")

  public static let catalogueUnreadable = DiagnosticCode(
    "R0402", title: "a folder of text files cannot be read",
    meaning: "The folder given with `--catalogue` or `--templates`, or a file in it, cannot be opened or is not UTF-8.",
    remedy: "Check the path and the permissions; save the files as UTF-8.")

  static let deadReference = DiagnosticCode(
    "R0410", title: "a name that nothing has",
    meaning:
      "A signal, situation, mode, domain pack, archetype, touch, weight or rule is named that does not exist, so what "
      + "refers to it can never take part.",
    remedy: "Use the name that the hint offers, or add what is missing.")

  static let unknownPath = DiagnosticCode(
    "R0411", title: "a slot whose path does not exist",
    meaning: "The template reads a value that no problem can have, so the form it stands in is never printed.",
    remedy:
      "Use a path of the rule language; a slot that may be missing goes in `[[ … ]]` or gets a fallback with `??`.")

  static let duplicateID = DiagnosticCode(
    "R0412", title: "two things have the same id or name",
    meaning: "Only one of them can be meant where the name is used.",
    remedy: "Rename one. To replace a built-in lens, give your file the same file name as the built-in one.")

  static let exampleFails = DiagnosticCode(
    "R0413", title: "an example of a lens fails",
    meaning: "A rule under `says` kept silent on the example's text, or one under `not` spoke.",
    remedy:
      "Put the text in a file and look at what is read in it with `refract facts`; then mend the rule or the example.")

  static let unknownLens = DiagnosticCode(
    "R0420", .warning, title: "a related lens that does not exist",
    meaning: "The name under `related` would be printed as a lateral connection, and lead nowhere.",
    remedy: "Use the name of a lens of the catalogue, as `refract lens list` prints it.")

  static let unreachable = DiagnosticCode(
    "R0421", .warning, title: "a rule or variant that can never be used",
    meaning:
      "Its conditions exclude each other, its grounds rest on nothing, or an earlier variant is always possible when it "
      + "is.",
    remedy: "Put the variant that needs more in front, or mend the conditions.")

  static let unfilledRole = DiagnosticCode(
    "R0422", .warning, title: "a role or capture that nothing fills",
    meaning: "No detector, domain pack or cue ever gives it words, so what needs it is never printed.",
    remedy: "Add words to a pack, a path to `roles.yaml` or a `[name]` to a cue, or use another path.")

  static let repeatedSentence = DiagnosticCode(
    "R0423", .warning, title: "a sentence that stands twice",
    meaning: "Two rules say the same words, so one report can repeat itself.",
    remedy: "Say it once, or say what is particular to each rule.")

  static let fillerPhrase = DiagnosticCode(
    "R0424", .warning, title: "a filler phrase",
    meaning: "The phrase says nothing about the problem at hand; it is on the list in `fillers.yaml`.",
    remedy: "Say what is done, to what and by when, or leave it out.")

  static let figureInDigits = DiagnosticCode(
    "R0427", title: "a figure in digits",
    meaning:
      "A report holds no number in digits that is neither the author's nor computed; such a sentence would be left out.",
    remedy: "Write the figure as a word, or let a slot fill it.")

  static let belowQuota = DiagnosticCode(
    "R0425", .warning, title: "a lens that is too thin",
    meaning:
      "A lens needs two rules with three variants of two forms each, two examples, three to five related lenses, "
      + "signals, cues, a price and a refuter, so that it has something apt to say about most problems it is chosen for.",
    remedy: "Add what the message names.")

  static let unusedName = DiagnosticCode(
    "R0426", .warning, title: "an example without a rule to test",
    meaning: "The example names no rule that must speak, or none that must keep silent.",
    remedy: "Name at least one rule under `says`.")
}
