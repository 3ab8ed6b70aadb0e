/// The small grammar that slots need: articles, plurals, lists, addressing the reader.
package enum English {
  /// "a", "a and b", "a, b and c"; more than five: the first four "and N more". Semicolons if an element has a comma.
  package static func list(_ elements: [String], conjunction: String = "and") -> String {
    guard elements.count > 1, let last = elements.last else { return elements.first ?? "" }
    if elements.count > 5 {
      return elements.prefix(4).joined(separator: ", ") + " \(conjunction) \(count(elements.count - 4)) more"
    }
    let separator = elements.contains { $0.contains(",") } ? "; " : ", "
    let head = elements.dropLast().joined(separator: separator)
    return head + (separator == "; " && elements.count > 2 ? "; " : " ") + "\(conjunction) \(last)"
  }

  /// Words up to ten, digits from eleven.
  package static func count(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  /// "a" or "an", by sound.
  package static func indefiniteArticle(before words: some StringProtocol) -> String {
    guard let first = words.split(whereSeparator: { $0 == " " || $0 == "-" }).first else { return "a" }
    let word = String(first)
    let lower = word.lowercased()
    if let digit = word.utf8.first, digit.isASCIIDigit {
      let digits = word.prefix { $0.isNumber }
      return digits.hasPrefix("8") || digits == "11" || digits == "18" ? "an" : "a"
    }
    if word.utf8.count > 1, word.utf8.count <= 5, word.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }) {
      let spoken: Set<String> = ["RICE", "SaaS", "NATO", "RAM", "ROM", "PIN"]
      if spoken.contains(word) { return "a" }
      return "AEFHILMNORSX".utf8.contains(word.utf8.first ?? 0) ? "an" : "a"
    }
    if ["hour", "honest", "honour", "honor", "heir"].contains(where: { lower.hasPrefix($0) }) { return "an" }
    if ["eu", "uni", "use", "usu", "one", "once", "ubiq", "util", "ura"].contains(where: { lower.hasPrefix($0) }),
      !["unin", "unim", "unid", "uninvited"].contains(where: { lower.hasPrefix($0) })
    {
      return "a"
    }
    return "aeiou".utf8.contains(lower.utf8.first ?? 0) ? "an" : "a"
  }

  package static func capitalised(_ text: String) -> String {
    // Hardly any text starts with anything else.
    if let byte = text.utf8.first, byte < 0x80, !byte.isASCIISmallLetter { return text }
    guard let first = text.first, first.isLowercase else { return text }
    // "iPhone", "eBay" and code keep their own capitals.
    let word = text.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) || word.contains("_") || word.contains("/") { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Lowers the first letter unless the word is a name, an acronym or "I". A capital on the next word as well makes it a
  /// name or a title ("Mrs Adler"), unless the first is an article or the like ("The Harbour Office").
  package static func lowered(_ text: String) -> String {
    if let byte = text.utf8.first, byte < 0x80, !byte.isASCIICapital { return text }
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" }
    guard let first = word.first, first.isUppercase, word != "I", !word.dropFirst().contains(where: \.isUppercase),
      word.count > 1 || word == "A"
    else { return text }
    let next = text.dropFirst(word.count).drop { !$0.isLetter && !$0.isPunctuation }.first
    let key = WordKey(word.lowercased())
    let isGrammar = WordLists.function.contains(key) || WordLists.determiners.contains(key)
    if next?.isUppercase == true, !isGrammar { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// "My mother" becomes "my mother"; names stay as they are.
  package static func loweredDeterminer(_ text: String) -> String {
    let key = WordKey(text.prefix { $0.isLetter }.lowercased())
    let isGrammar = WordLists.determiners.contains(key) || WordLists.possessives.contains(key)
    return isGrammar ? lowered(text) : text
  }

  /// A plural as far as its form tells; for phrases by their last word before "of" and the like.
  package static func looksPlural(_ phrase: String) -> Bool {
    let words = phrase.withBytes { bytes in
      bytes.split(separator: UInt8(ascii: " ")).map { word in
        var hasher = FNV1a()
        for byte in word { hasher.add(byte.lowered) }
        return (key: WordKey(hash: hasher.value), isForm: isPluralForm(word))
      }
    }
    if words.dropFirst().dropLast().contains(where: { $0.key == "and" }) { return true }
    var head = words[...]
    if let preposition = head.firstIndex(where: { prepositions.contains($0.key) }), preposition > 0 {
      head = head[..<preposition]
    }
    guard let first = head.first?.key, let last = head.last else { return false }
    if singularStarts.contains(first) { return false }
    if pluralStarts.contains(first), last.key != first { return true }
    if let noun = head.first(where: { !articleKeys.contains($0.key) }),
      ["people", "children", "those", "staff"].contains(noun.key)
    {
      return true
    }
    if pluralNouns.contains(last.key) { return true }
    if singularNouns.contains(last.key) { return false }
    return last.isForm
  }

  /// Ends in "s", but not in "ss", "us" or "is".
  private static func isPluralForm(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.last?.lowered == UInt8(ascii: "s") else { return false }
    guard let before = word.dropLast().last?.lowered else { return true }
    return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
  }

  private static let prepositions: Set<WordKey> = [
    "of", "in", "on", "for", "at", "with", "from", "to", "by", "who", "that",
  ]
  private static let singularStarts: Set<WordKey> = ["a", "an", "one", "this", "that", "each", "every", "another"]
  private static let pluralStarts: Set<WordKey> = [
    "these", "those", "many", "few", "both", "several", "two", "three", "most", "some",
  ]
  private static let pluralNouns: Set<WordKey> = [
    "people", "children", "men", "women", "staff", "police", "you", "they", "those", "teeth", "feet", "ones",
  ]
  private static let singularNouns: Set<WordKey> = [
    "news", "series", "analysis", "basis", "crisis", "mathematics", "maths", "physics", "lens", "process", "always",
  ]
  private static let articleKeys = Set(articles.map { WordKey($0) })

  private static let articles: Set<String> = [
    "the", "a", "an", "our", "my", "your", "their", "his", "her", "its", "this", "that", "these", "those", "some",
    "any",
  ]

  /// The phrase without its article or other determiner.
  package static func bare(_ phrase: String) -> String {
    guard let blank = phrase.firstIndex(of: " "), articles.contains(phrase[..<blank].lowercased()) else {
      return phrase
    }
    return String(phrase[phrase.index(after: blank)...])
  }

  /// The phrase with "the", unless it has a determiner already or is a name.
  package static func definite(_ phrase: String) -> String {
    guard let first = phrase.split(separator: " ").first else { return phrase }
    if articles.contains(first.lowercased()) || first.first?.isUppercase == true || first.first?.isNumber == true {
      return phrase
    }
    return "the " + phrase
  }

  /// A regular or common irregular plural; mass nouns and plurals stay.
  package static func plural(_ noun: String) -> String {
    if looksPlural(noun) { return noun }
    let irregular = [
      "person": "people", "child": "children", "man": "men", "woman": "women", "analysis": "analyses",
      "index": "indexes",
    ]
    let lower = noun.lowercased()
    if let form = irregular[lower] { return form }
    if [
      "software", "feedback", "churn", "debt", "latency", "data", "staff", "advice", "information", "work", "equipment",
      "time",
    ].contains(lower) {
      return noun
    }
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if ["s", "x", "ch", "sh", "z"].contains(where: { lower.hasSuffix($0) }) { return noun + "es" }
    return noun + "s"
  }
}
