/// Finds the noun behind a number without a grammar: the words up to the first plural, at most four of them.
enum NounRun {
  /// What a count counts: "tickets", "pay rules", "usability sessions".
  static func counted(_ sentence: SentenceTokens, at position: Int, value: Double) -> Range<Int>? {
    var start = position
    if ["more", "extra", "additional", "other", "new", "further", "of"].contains(sentence.key(start)) {
      let isOf = sentence.key(start) == "of"
      start += 1
      if isOf, ["the", "our", "its", "their", "those", "these", "my", "all"].contains(sentence.key(start)) {
        start += 1
      }
    }
    var index = start
    while index < position + 6, index - start < 4, sentence.isWord(index), !stops.contains(sentence.key(index)) {
      if index > start, sentence.isGlued(index) { break }
      if isPlural(sentence, index) { return start..<(index + 1) }
      index += 1
    }
    // One of a kind, or a kind without a plural form: the first word only.
    guard value == 1 || massNouns.contains(sentence.key(start)), index > start else { return nil }
    return sentence.raw(start).suffix(2).elementsEqual("ed".utf8) ? nil : start..<(start + 1)
  }

  /// What a percentage is a rate of, if the words behind it name one: "open rate", "churn".
  static func rate(_ sentence: SentenceTokens, at position: Int) -> Range<Int>? {
    var index = position
    while index < position + 4, sentence.isWord(index), !stops.contains(sentence.key(index)) {
      if rateHeads.contains(sentence.stem(index)) { return position..<(index + 1) }
      index += 1
    }
    return nil
  }

  static func isPlural(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    guard sentence.isWord(position), !sentence.isGlued(position) || sentence.key(position - 1) == "-" else {
      return false
    }
    let key = sentence.key(position)
    if plurals.contains(key) { return true }
    if stops.contains(key) || notPlural.contains(key) { return false }
    let raw = sentence.raw(position)
    guard raw.count >= 4, let last = raw.last, last == UInt8(ascii: "s") else { return false }
    let before = raw[raw.endIndex - 2]
    return before != UInt8(ascii: "s") && before != UInt8(ascii: "'")
      && !(before == UInt8(ascii: "u") && raw.count < 9) && !(before == UInt8(ascii: "i"))
  }

  private static let plurals: Set<WordKey> = [
    "people", "staff", "men", "women", "children", "data", "personnel", "police", "loc", "users", "ftes", "prs", "pcs",
    "ppl", "pics", "kids", "qa", "crew", "faculty", "prs", "devs", "gpus", "cpus", "vms", "apis", "buses", "menus",
    "analyses", "crises", "criteria", "sheep", "fish", "feet", "teeth", "mice", "species", "series", "campuses", "jobs",
    "bugs", "beds", "ads", "bots", "kpis",
  ]
  private static let massNouns: Set<WordKey> = ["headcount", "overtime", "inventory", "revenue"]
  private static let notPlural: Set<WordKey> = [
    "this", "was", "has", "does", "is", "its", "his", "us", "as", "across", "always", "perhaps", "sometimes", "versus",
    "previous", "various", "less", "plus", "minus", "yes", "thus", "besides", "times", "status", "bus", "class",
    "process", "access", "business", "success", "gives", "makes", "takes", "needs", "wants", "says", "goes", "comes",
    "gets", "keeps", "stays", "leaves", "runs", "works", "costs", "uses", "means", "remains", "fails", "towards",
    "relies", "depends", "knows", "asks", "holds", "brings", "adds", "pays", "buys", "sells", "becomes", "begins",
    "waits",
    "afterwards", "upwards", "others", "ours", "theirs", "yours", "unless", "happens",
  ]
  /// Words that no noun group of this kind goes over.
  static let stops: Set<WordKey> = [
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without", "and", "or", "but", "nor",
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would",
    "can",
    "could", "may", "might", "must", "should", "shall", "that", "which", "who", "whom", "whose", "this", "these",
    "those",
    "it", "its", "they", "them", "their", "we", "us", "our", "you", "your", "he", "she", "his", "her", "i", "me", "my",
    "not", "no", "if", "when", "while", "where", "because", "since", "until", "than", "then", "so", "as", "after",
    "before", "during", "over", "under", "between", "through", "into", "out", "up", "down", "off", "about", "per",
    "each", "every", "only", "just", "still", "now", "also", "too", "very", "what", "how", "why", "there", "here",
    "against", "within", "among", "via", "despite", "like", "gone", "left", "went", "said", "say", "stayed", "put",
    "wanted", "want", "made", "make", "get", "got", "turned", "took", "take", "arrive", "arrived", "close", "closed",
    "came", "come", "cost", "says", "thinks", "goes", "wants", "needs", "need", "think", "go", "comes", "shows", "see",
    "asked", "ask", "name", "named", "accepted", "accept", "declined", "passed", "failed",
    "ago", "later", "old", "later", "earlier", "apart", "never", "used", "joined", "leave", "reach",
  ]
  private static let rateHeads: Set<WordKey> = Set(
    [
      "rate", "churn", "share", "improvement", "increase", "decrease", "drop", "loss", "growth", "reduction", "margin",
      "usage", "utilization", "utilisation", "uptime", "availability", "retention", "conversion", "adoption",
      "accuracy", "coverage", "attendance", "turnover", "discount", "gain", "cut", "rise", "fall", "decline",
      "capacity",
      "occupancy", "scrap", "response", "completion", "absence", "recall", "precision", "vacancy", "default", "yield",
    ].map { Tokeniser.stem(of: Array($0.utf8)) })
}
