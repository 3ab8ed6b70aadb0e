/// What tells a noun from a finite verb by the words on both sides, for forms that may be either.
extension WordClassifier {
  /// "knowledge base in", "tariff reform": a singular noun rules no base form, unless it is a body of people or one of
  /// two joined nouns, or an object follows.
  func isCompound(_ index: Int, before: WordClass, next: Token?) -> Bool {
    let previous = previousIndex(index)
    guard before == .noun, let noun = tokens[safe: previous], !isPlural(previous), !Self.bodies.contains(noun.key),
      !Verbs.isUnchanging(tokens[index].key), tokens[index].key != "read"
    else { return false }
    if let next, opensObject(next) || next.kind == .number || next.key == "to" { return false }
    return !(max(0, previous - 3)..<previous).contains {
      ["and", "or", "us", "me", "them", "him", "her", "let", "help", "make", "you", "nor"].contains(tokens[$0].key)
    }
  }

  private static let bodies: Set<WordKey> = [
    "people", "staff", "police", "team", "crew", "management", "board", "council", "committee", "public", "majority",
    "lot", "half", "rest", "number", "family", "company", "support", "personnel", "youth",
  ]

  /// A price or somebody follows.
  func takesObject(_ token: Token) -> Bool {
    token.kind == .number || UnitWords.currencySymbols.contains(token.key) || opensObject(token)
  }

  /// "away that book": no clause, as no verb follows the noun.
  func nextNames(_ index: Int) -> Bool {
    guard let next = nextWord(index), next.kind == .word, let behind = nextWord(index + 1) else { return false }
    let isName = Verbs.entry(next.key)?.form == .base || isPlainNoun(next)
    return isName && behind.kind == .punctuation
  }
}
