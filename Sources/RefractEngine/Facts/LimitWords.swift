/// The words by which English sets limits.
enum LimitWords {
  /// Who sets rules for others.
  static let authorities: Set<WordKey> = Set(
    [
      "law", "contract", "grant", "licence", "license", "permit", "insurer", "insurance", "regulator", "council",
      "policy", "statute", "statutes", "agreement", "client", "standard", "union", "code", "rules", "rule",
      "regulation",
      "regulations", "landlord", "owner", "board", "ministry", "city", "county", "state", "office", "platform",
      "permission", "treaty", "constitution", "bylaws", "by-laws", "charter", "lease", "tender", "customer", "bank",
      "covenant", "directive", "authority", "inspector", "inspectorate", "agency", "court", "municipality", "town",
      "parish", "diocese", "hospital", "university", "school", "manufacturer", "warranty", "certification", "gdpr",
      "hipaa", "pci", "haccp", "act", "guideline", "guidelines", "ordinance", "zoning", "concession", "franchise",
      "management", "headquarters", "vendor", "supplier", "publisher", "funder", "sponsor", "donor", "auditor", "audit",
      "compliance", "protection", "commission", "department", "federation", "association", "security", "legal",
    ].map { WordKey($0) })
  /// What is written and binds: laws, contracts, permits.
  static let papers: Set<WordKey> = WordBook.words("binding_papers")
  /// What others give before something may be done.
  static let consents: Set<WordKey> = WordBook.words("consents")
  /// Behind "we have no": a state of mind or of the news, nothing that could be had.
  static let abstracts: Set<WordKey> = [
    "choice", "plan", "plans", "say", "influence", "experience", "figures", "proof", "memory", "illusions", "regrets",
    "hope", "hopes", "fear", "preference", "opinion", "objection", "objections", "need", "wish", "quarrel", "chance",
    "explanation", "answers", "secret", "secrets", "comparison", "trouble", "way",
  ]
  /// Participles of what others have settled.
  static let settled: Set<WordKey> = [
    "set", "fixed", "given", "prescribed", "determined", "dictated", "bound", "decided", "limited", "tied", "regulated",
    "assigned", "restricted", "governed",
  ]
  /// Behind "do not want to": what must be kept.
  static let losses: Set<WordKey> = [
    "lose", "harm", "break", "risk", "hurt", "sacrifice", "scare", "raise", "fire", "sack", "dismiss", "close", "drop",
    "damage", "spoil", "upset", "betray", "annoy", "drive", "alienate", "waive", "sell",
  ]
  /// What authorities do to bind: "the law requires", "the permit excludes".
  static let bindings: Set<WordKey> = [
    "require", "exclude", "prescribe", "forbid", "prohibit", "stipulate", "cap", "limit", "restrict", "fix", "bind",
    "oblige", "ban", "bar", "mandate", "preclude", "prevent", "dictate",
  ]
  /// Places and devices that hold so much and no more.
  static let vessels: Set<WordKey> = Set(
    [
      "room", "hall", "van", "bus", "boat", "lift", "elevator", "ward", "class", "classroom", "kitchen", "tank", "oven",
      "house", "theatre", "theater", "stadium", "church", "lot", "park", "truck", "tent", "shed", "barn", "warehouse",
      "yard", "ship", "ferry", "train", "tram", "car", "shelter", "gym", "pool", "studio", "office", "building", "site",
      "kiln", "freezer", "fridge", "server", "line", "machine", "mill", "school", "chapel", "hut", "dorm", "bay",
      "garage", "stage", "cellar", "stable", "venue", "lab", "press", "dryer", "plane", "court",
    ].map { WordKey($0) })
  static let holdings: Set<WordKey> = ["fit", "hold", "seat", "accommodate", "sleep", "carry", "house"]
  /// Verbs that "only" turns into a limit.
  static let rationed: Set<WordKey> = [
    "deliver", "accept", "take", "work", "open", "run", "sell", "ship", "supply", "pay", "fund", "allow", "come",
    "offer", "permit", "cover", "support", "serve", "operate", "lend", "rent", "be", "visit", "collect", "speak",
  ]
  /// A subject whose value is a limit: "the budget for this is €15,000".
  static let ceilings: Set<WordKey> = [
    "budget", "limit", "ceiling", "cap", "maximum", "allowance", "quota", "headcount",
  ]
  /// "has to approve", "has to be signed": others decide.
  static let approvals: Set<WordKey> = [
    "approve", "sign", "agree", "authorise", "authorize", "consent", "permit", "certify", "license", "inspect",
    "countersign", "confirm", "clear", "discard", "throw", "report", "register", "document", "disclose", "notify",
    "supervise", "accompany", "vote", "stop", "close",
  ]
  /// Behind "has to": a bound that makes a rule of it.
  static let bounds: Set<WordKey> = [
    "within", "least", "most", "always", "never", "every", "law", "times", "maximum", "minimum", "exceed",
    "without",
  ]
  /// Verbs whose "won't" tells of a failing, a feeling or a forecast, not of a refusal.
  static let failings: Set<WordKey> = [
    "be", "work", "help", "last", "start", "fit", "happen", "matter", "do", "have", "get", "come", "know", "see",
    "stop", "open", "close", "run", "load", "scale", "hold", "survive", "need", "find", "make", "fix", "solve",
    "change",
    "notice", "mind", "remember", "like", "believe", "improve", "reach", "save", "turn", "grow", "die", "return",
    "pass",
    "suffice", "arrive", "disappear", "hurt", "end", "understand", "hear", "learn", "show", "fill", "recover", "stay",
    "let", "take", "go", "tell", "say", "think", "feel", "want", "care", "stick", "boot", "connect", "print", "sleep",
    "read",
  ]
  /// What closes a matter: "that's the limit", "full stop".
  static let lastWords: [[WordKey]] = [
    ["that's", "the", "limit"], ["thats", "the", "limit"], ["that", "is", "the", "limit"], ["full", "stop"],
    ["end", "of", "discussion"], ["end", "of", "story"], ["no", "exceptions"], ["no", "exception"],
    ["no", "way", "round"], ["no", "way", "around"], ["not", "later"], ["not", "more"], ["at", "all", "times"],
    ["not", "negotiable"], ["set", "in", "stone"], ["cast", "in", "stone"], ["by", "law"], ["no", "discussion"],
  ]
  /// Behind "no" an outcome or a lack of news, no ban.
  static let outcomes: Set<WordKey> = [
    "change", "changes", "effect", "difference", "idea", "improvement", "success", "luck", "result", "results", "reply",
    "answer", "one", "reaction", "response", "matter", "wonder", "reason", "sign", "applicants", "takers", "news",
    "evidence", "data", "complaints", "feedback", "problem", "problems", "interest", "clue", "doubt", "trouble", "gain",
    "record", "records", "show", "shows", "explanation", "pattern", "trend", "progress", "buyers", "bidders", "offers",
    "topic", "risk", "help", "use", "point", "worse", "better", "longer", "less", "thanks", "drop", "increase",
    "decrease", "reduction", "candidates", "volunteers", "replies", "visitors", "pressure", "budget",
  ]
  static let places: Set<WordKey> = [
    "within", "over", "in", "on", "before", "after", "during", "at", "beyond", "under", "between", "to", "without",
    "for", "near", "inside", "outside", "until", "from",
  ]
  /// Behind "must be" a guess at how somebody is.
  static let conditions: Set<WordKey> = [
    "tired", "ill", "sick", "hungry", "wrong", "right", "crazy", "joking", "kidding", "bored", "happy", "mad", "lost",
    "afraid", "desperate", "exhausted", "confused", "frustrated", "nice", "hard", "easy", "true", "mistaken",
  ]
  static let denials: Set<WordKey> = [
    "doesn't", "don't", "does", "do", "hasn't", "haven't", "doesnt", "dont",
  ]
  private static let captions: Set<WordKey> = [
    "must", "musts", "constraint", "constraints", "limits", "rules", "condition", "conditions", "givens", "given",
    "restrictions", "non-negotiable", "non-negotiables", "requirements", "boundaries", "taboo", "taboos", "off-limits",
  ]

  /// The parts of a line that a caption calls limits; nil for any other line.
  static func listed(_ sentence: Document.Sentence, _ document: Document) -> [Range<Int>]? {
    let tokens = document.tokens[sentence.field]
    let first = sentence.tokens.lowerBound
    guard sentence.tokens.count >= 4, captions.contains(tokens[first].key), tokens[first + 1].key == ":" else {
      return nil
    }
    let bytes = Array(document.fields[sentence.field].text.utf8)
    var result: [Range<Int>] = []
    var start = first + 2
    var depth = 0
    for index in start..<sentence.tokens.upperBound {
      // The list ends with its line.
      if bytes[tokens[index - 1].end..<tokens[index].start].contains(UInt8(ascii: "\n")), index > first + 2 {
        if index > start { result.append(start..<index) }
        return result.filter { $0.count >= 2 }
      }
      if tokens[index].key == "(" { depth += 1 }
      if tokens[index].key == ")" { depth -= 1 }
      guard depth <= 0, [",", ";"].contains(tokens[index].key) else { continue }
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    if start < sentence.tokens.upperBound { result.append(start..<sentence.tokens.upperBound) }
    return result.filter { $0.count >= 2 }
  }
}
