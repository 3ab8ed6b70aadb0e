/// Whether a text is English enough to be read for more than its numbers.
enum LanguageReader {
  /// Below this share of the commonest words a text is not English; English prose has 35 to 50 percent, Spanish or German
  /// under five.
  static let threshold = 0.12

  static func read(_ document: Document) -> Language {
    var words = 0
    var common = 0
    for (field, tokens) in document.tokens.enumerated() where !document.fields[field].name.hasPrefix("metrics") {
      for token in tokens where token.kind == .word {
        words += 1
        if commonest.contains(token.key) { common += 1 }
      }
    }
    guard words > 0 else { return Language(englishShare: 1, isEnglish: true) }
    let share = Double(common) / Double(words)
    // A line of a few nouns says nothing of its language.
    return Language(englishShare: share, isEnglish: share >= threshold || words < 8)
  }

  /// Sixty of the commonest words of English text, without those that are also words of its neighbours ("no", "me").
  private static let commonest: Set<WordKey> = [
    "the", "is", "are", "was", "were", "be", "to", "of", "and", "a", "in", "that", "have", "has", "i", "it", "for",
    "not",
    "on", "with", "as", "you", "do", "at", "this", "but", "by", "from", "they", "we", "she", "or", "an", "will", "my",
    "one", "all", "would", "there", "their", "what", "so", "up", "out", "if", "about", "who", "get", "which", "when",
    "can", "our", "than", "too", "been", "because", "had", "them", "more", "only",
  ]
}
