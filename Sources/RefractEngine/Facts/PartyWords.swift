/// Words for people, for what they do when they want something, and for who holds which power.
enum PartyWords {
  /// Verbs of wanting, by their base.
  static let wants: Set<WordKey> = [
    "want", "need", "prefer", "demand", "ask", "propose", "expect", "insist", "suggest", "hope", "wish", "request",
    "favour", "favor", "desire", "support", "like", "urge", "advocate", "require", "plead", "vote",
  ]
  /// Verbs that want something together with the word behind them.
  static let pairVerbs: [WordKey: Set<WordKey>] = [
    "push": ["for"], "argue": ["for"], "insist": ["on", "that"], "ask": ["for"], "look": ["for"], "hope": ["for"],
    "call": ["for"], "press": ["for"], "care": ["about"], "aim": ["for"], "wait": ["for"], "vote": ["for"],
    "plead": ["for"], "lean": ["towards"],
  ]
  /// Verbs of fearing and refusing, by their base.
  static let concerns: Set<WordKey> = [
    "refuse", "push", "oppose", "resist", "worry", "fear", "hate", "dislike", "object", "complain", "dread", "regret",
    "reject", "threaten", "doubt", "mistrust", "distrust", "grumble", "protest",
  ]
  static let afraid: Set<WordKey> = [
    "afraid", "against", "worried", "scared", "sceptical", "skeptical", "unwilling", "reluctant", "nervous", "anxious",
    "opposed",
  ]

  static let personEndings = [
    "ers", "ors", "ists", "ians", "ees", "ants", "ents", "men", "women", "folk", "people", "children", "crew", "crews",
    "clients", "families",
  ]

  static let roles: Set<WordKey> = [
    "ceo", "cto", "cfo", "coo", "cmo", "cpo", "ciso", "board", "founder", "founders", "investor", "investors", "head",
    "vp", "team", "teams", "sales", "engineering", "product", "design", "support", "security", "legal", "finance",
    "marketing", "customer", "customers", "user", "users", "patient", "patients", "parent", "parents", "teacher",
    "teachers", "union", "unions", "regulator", "regulators", "auditor", "auditors", "vendor", "vendors", "manager",
    "managers", "management", "wife", "husband", "partner", "partners", "council", "owner", "owners", "director",
    "directors", "minister", "ministers", "ministry", "treasury", "city", "government", "school", "college",
    "university",
    "students", "pupils", "volunteers", "donors", "members", "neighbours", "neighbors", "residents", "tenants",
    "landlord",
    "landlords", "farmers", "growers", "drivers", "nurses", "doctors", "clinicians", "surgeons", "staff", "engineers",
    "developers", "designers", "clerks", "referees", "coaches", "players", "singers", "conductor", "committee",
    "trustees",
    "shareholders", "bank", "insurer", "suppliers", "supplier", "retailers", "clubs", "families", "carers",
    "librarians",
    "operations", "hr", "procurement", "legal", "compliance", "boss", "principal", "headteacher", "mayor", "clients",
    "client", "buyers", "sellers", "employees", "workers", "hospital", "hospitals", "clinic", "department",
    "departments",
    "agency", "agencies", "association", "publisher", "editors", "authors", "reviewers", "commuters", "passengers",
    "operators", "candidates", "professor", "prof", "dean", "priest", "parish", "congregation", "chef", "cooks",
    "waiters",
    "guests", "brother", "sister", "father", "mother", "son", "daughter", "children", "kids", "grandparents", "altos",
    "sopranos", "tenors", "basses", "musicians", "audience", "visitors", "curators", "foremen", "foreman", "crew",
    "shopkeepers", "bakers", "mechanics", "grandmother", "colleague", "colleagues", "collegue", "neighbour", "neighbor",
    "adviser", "advisor", "secretary", "deputy", "leads", "insurers", "funder", "funders", "officers", "inspectors",
    "executive", "executives", "diocese", "organist", "prosecutor", "county", "district", "agents", "consultants",
    "organisers", "organizers", "governors", "company", "firm", "airline", "hotel", "museum", "library", "club",
    "authority", "commission", "chairman", "chair", "treasurer", "nurse", "doctor", "engineer", "pilot", "pilots",
    "pupil", "student", "tenant", "resident", "farmer", "driver", "aunt", "uncle", "daughters", "sons", "everyone",
    "everybody", "nobody", "team-leads", "hq", "headquarters", "ops",
  ]

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
