/// Whether a text is English enough to be read for more than its numbers.
enum LanguageReader {
  static func read(_ document: Document) -> Language {
    var words = 0
    var common = 0
    var foreign = 0
    var letters = 0
    var otherScripts = 0
    for (field, tokens) in document.tokens.enumerated() where !document.fields[field].name.hasPrefix("metrics") {
      for byte in document.fields[field].text.utf8 {
        if byte.isASCIILetter { letters += 1 }
        // Lead bytes of scripts other than Latin: from U+0370 (Greek) up, without punctuation and symbols.
        if byte >= 0xCD && byte <= 0xEC && byte != 0xE2 { (letters, otherScripts) = (letters + 1, otherScripts + 1) }
      }
      for token in tokens where token.kind == .word {
        words += 1
        if commonest.contains(token.key) { common += 1 }
        if neighbours.contains(token.key) { foreign += 1 }
      }
    }
    guard words > 0 else { return Language(englishShare: 1, isEnglish: true) }
    let share = Double(common) / Double(words)
    // Notes without articles ("Stuck despite code-level optimizations") are English as long as nothing speaks for another
    // language; a line of a few nouns says nothing of its language.
    let isForeign = foreign > common && foreign >= 2 || letters > 0 && otherScripts * 10 > letters * 3
    let isEnglish = !isForeign && (share >= 0.02 || words < 8)
    return Language(englishShare: share, isEnglish: isEnglish, code: isEnglish ? nil : code(of: document))
  }

  /// The language of which most function words stand in the text.
  private static func code(of document: Document) -> String? {
    let counts = known.map { code, words in
      (code, document.tokens.reduce(0) { sum, field in sum + field.count { words.contains($0.key) } })
    }
    return counts.max { $0.1 < $1.1 }.flatMap { $0.1 >= 3 ? $0.0 : nil }
  }

  private static let known = ["de", "es", "fr", "it", "nl", "pt"].map { ($0, WordBook.words("language_" + $0)) }

  /// Sixty of the commonest words of English text, without those that are also words of its neighbours ("no", "me").
  private static let commonest: Set<WordKey> = [
    "the", "is", "are", "was", "were", "be", "to", "of", "and", "a", "in", "that", "have", "has", "i", "it", "for",
    "not",
    "on", "with", "as", "you", "do", "at", "this", "but", "by", "from", "they", "we", "she", "or", "an", "will", "my",
    "one", "all", "would", "there", "their", "what", "so", "up", "out", "if", "about", "who", "get", "which", "when",
    "can", "our", "than", "too", "been", "because", "had", "them", "more", "only",
  ]

  /// Commonest words of Spanish, French, German, Italian, Portuguese and Dutch that are no English words.
  private static let neighbours: Set<WordKey> = [
    "el", "la", "los", "las", "un", "una", "que", "del", "por", "para", "con", "pero", "se", "le", "les", "des", "est",
    "dans",
    "pour", "une", "qui", "sur", "pas", "avec", "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "den", "von",
    "mit",
    "auf", "wir", "il", "di", "che", "per", "sono", "non", "della", "ele", "uma", "não", "os", "em", "het", "een",
    "van", "niet",
    "wij", "dat", "es", "y", "en", "lo", "su", "al",
  ]
}
