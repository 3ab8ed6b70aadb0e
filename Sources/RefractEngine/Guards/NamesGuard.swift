/// Names guard: what stands in quotation marks is in the input, and a name inside a sentence is the author's or the
/// catalogue's.
struct NamesGuard: Sendable {
  let input: InputKnowledge
  /// Names that the catalogue brings: lenses, modes, fields, technologies.
  let names: Set<WordKey>

  func passes(_ sentence: GuardedSentence) -> Bool {
    guard sentence.quotations.allSatisfy(input.hasPassage) else { return false }
    var isStart = true
    for token in sentence.tokens {
      if token.kind == .word {
        let isDate = sentence.place == .advice && Self.weekdays.contains(token.key)
        if token.isCapitalised, !isStart, !isDate, !isKnown(token) { return false }
        isStart = false
      } else if token.kind != .symbol, [".", "?", "!", ":"].contains(token.key) {
        isStart = true
      }
    }
    return true
  }

  /// A step may be set for a day of the week.
  private static let weekdays: Set<WordKey> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// "Wendt's" is known by "Wendt", "UI-tests" by its parts; one letter stands for something ("after X, I do Y").
  private func isKnown(_ token: Token) -> Bool {
    token.end - token.start == 1 || input.words.contains(token.key) || names.contains(token.key)
      || input.hasStem(token.stem)
  }

  /// The names in a catalogue.
  static func names(of catalogue: Catalogue) -> Set<WordKey> {
    var texts = catalogue.lenses.map(\.name) + catalogue.modes.map(\.name)
    texts += catalogue.packs.map(\.name) + catalogue.lexicon.technologies.map(\.name)
    // German writes each noun with a capital.
    texts += catalogue.phrases.filter { $0.key.hasPrefix("language.") }.flatMap { $0.value.map(\.source) }
    var names: Set<WordKey> = ["i", "i'm", "i've"]
    for text in texts {
      for token in Tokeniser.tokens(of: text) where token.kind == .word && token.isCapitalised {
        names.insert(token.key)
      }
    }
    // "Monday.com" brings no day.
    return names.subtracting(weekdays)
  }
}
