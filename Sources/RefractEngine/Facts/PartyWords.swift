/// Words for people, for what they do when they want something, and for who holds which power.
enum PartyWords {
  /// Verbs of wanting, by their base.
  static let wants: Set<WordKey> = [
    "want", "need", "prefer", "demand", "ask", "propose", "expect", "insist", "suggest", "hope", "wish", "request",
    "favour", "favor", "desire", "support", "like", "urge", "advocate", "require", "plead", "vote", "claim",
  ]
  /// Verbs of wanting that things have as well.
  static let weakWants: Set<WordKey> = [
    "need", "ask", "expect", "like", "support", "hope", "suggest", "claim", "require", "demand",
  ]
  static let sayings: Set<WordKey> = ["say", "think", "believe", "argue", "feel"]
  /// What a speech opens with that forbids or demands.
  static let refusing: Set<WordKey> = ["no", "not", "never", "only", "yes", "absolutely"]
  /// Verbs of agreeing: with "would" a want, with "not" a refusal.
  static let consents: Set<WordKey> = [
    "accept", "agree", "allow", "approve", "consent", "fund", "let", "pay", "permit", "sign", "tolerate",
  ]
  /// Adjectives and nouns of leaning towards something, with a preposition behind.
  static let keen: Set<WordKey> = ["keen", "eager", "favour", "favor", "set", "insistent", "bent", "happy", "willing"]
  /// Verbs that want something together with the word behind them.
  static let pairVerbs: [WordKey: Set<WordKey>] = [
    "push": ["for"], "argue": ["for"], "insist": ["on", "that"], "ask": ["for"], "look": ["for"], "hope": ["for"],
    "call": ["for"], "press": ["for"], "care": ["about"], "aim": ["for"], "wait": ["for"], "vote": ["for"],
    "plead": ["for"], "lean": ["towards"],
  ]
  /// Verbs of fearing and refusing, by their base.
  static let concerns: Set<WordKey> = [
    "push", "oppose", "resist", "worry", "fear", "hate", "dislike", "object", "complain", "dread", "regret",
    "threaten", "doubt", "mistrust", "distrust", "grumble", "protest",
  ]
  static let afraid: Set<WordKey> = [
    "afraid", "against", "worried", "scared", "sceptical", "skeptical", "unwilling", "reluctant", "nervous", "anxious",
    "opposed",
  ]

  static let personEndings = [
    "ers", "ors", "ists", "ians", "ees", "ants", "ents", "men", "women", "folk", "people", "children", "crew", "crews",
    "clients", "families",
  ]

  static let roles: Set<WordKey> = WordBook.words("party_roles")
  static let titles: Set<WordKey> = ["mr", "mrs", "ms", "miss", "dr", "prof", "sister", "father", "frau", "herr"]

  static func isRole(_ token: Token) -> Bool { roles.contains(token.key) || roles.contains(token.stem) }

  static let owners: Set<WordKey> = [
    "ceo", "board", "founder", "founders", "owner", "owners", "management", "director", "directors", "minister",
    "ministers",
    "principal", "headteacher", "head", "mayor", "council", "committee", "trustees", "boss", "lead", "leads",
    "regulator",
    "ministry", "dean", "conductor", "president", "chair", "manager", "managers", "landlord", "coo", "cto",
  ]
  static let payers: Set<WordKey> = [
    "cfo", "treasury", "finance", "investor", "investors", "customer", "customers", "client", "clients", "donor",
    "donors",
    "insurer", "bank", "shareholders", "buyers", "parents", "tenants", "funders", "taxpayers", "sponsor", "sponsors",
  ]
  static let doers: Set<WordKey> = [
    "team", "teams", "engineers", "engineering", "developers", "designers", "teachers", "teacher", "nurses", "doctors",
    "staff", "clerks", "drivers", "volunteers", "operators", "referees", "instructor", "agents", "workers", "employees",
    "support", "operations", "sales", "cooks", "clinicians", "crew", "librarians", "coaches", "mechanics", "vendor",
    "vendors", "marketing", "product", "design", "interviewers", "singers", "contractor", "farmers",
  ]
}
