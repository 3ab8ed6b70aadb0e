/// The words by which a date binds.
enum DeadlineWords {
  /// Somebody wants, owes or asks for something: what stands behind with a date must be done by it.
  static let demands: Set<WordKey> = [
    "must", "need", "needs", "needed", "ship", "ships", "shipping", "launch", "launches", "deliver", "finish", "pass",
    "fix", "due", "deadline", "required", "requires", "want", "wants", "should", "ready", "done", "supposed", "expects",
    "expect", "complete", "demo", "decide", "answer", "live", "asks", "demands", "insists", "propose", "submit",
    "present", "settle", "reply", "apply", "hand", "sign", "choose", "report", "decision", "proposal", "promised",
    "promise", "vacate", "publish", "file", "pay", "send", "shall", "please", "obliged", "expected", "migrate",
    "hope", "hopes", "aim", "goal", "target", "plan", "wish", "committed",
  ]
  static let wishes: Set<WordKey> = ["want", "wants", "should", "hope", "hopes", "wish", "aim"]
  static let reports: Set<WordKey> = [
    "was", "were", "had", "did", "made", "took", "went", "left", "came", "grew", "fell", "rose", "lost", "wrote",
    "sold", "built", "got", "began", "ran", "cut", "met", "gone",
  ]
  /// Somebody else's word in the past that binds today: "told us to leave by June", "gave us until Friday".
  static let orders: Set<WordKey> = [
    "gave", "given", "told", "asked", "ordered", "promised", "agreed", "decided", "announced", "set", "warned",
    "committed", "signed", "scheduled", "planned", "booked", "invited", "summoned",
  ]
  /// What comes or ends by itself.
  static let coming: Set<WordKey> = [
    "starts", "start", "begins", "begin", "opens", "ships", "launches", "expires", "ends", "closes", "due", "gets",
    "happens", "arrives", "goes", "meets", "starting", "comes", "renewal", "runs", "expire", "run", "end", "close",
    "meet", "decides", "votes", "inspects", "visits", "retires", "leaves", "return", "returns", "stops", "lapses",
    "finishes", "resumes", "moves", "falls",
    "arrive", "come", "inspect", "vote", "decide", "visit", "retire", "performs", "perform", "lapse", "finish",
  ]
  /// Of these what only tells that something arrives; with a mere month it binds nobody.
  static let arrivals: Set<WordKey> = [
    "comes", "arrives", "goes", "gets", "happens", "run", "runs", "moves", "falls", "arrive",
  ]
  static let events: Set<WordKey> = forms([
    "season", "launch", "release", "audit", "election", "tender", "licitación", "inspection", "renewal", "conference",
    "holiday", "term", "semester", "year", "vote", "hearing", "exam", "opening", "migration", "demo", "meeting",
    "winter", "summer", "round", "funding", "ipo", "merger", "deadline", "summit", "match", "gate", "review", "visit",
    "congress", "festival", "concert", "premiere", "wedding", "harvest", "fair", "exhibition", "trial",
    "expiry", "recess", "break", "cutover", "go-live", "golive", "rollout", "kickoff", "kick-off", "assembly", "agm",
    "frost", "monsoon", "rains", "handover", "presentation", "pitch", "filing", "submission", "graduation", "ceremony",
    "race", "tournament", "championship", "census", "strike", "negotiation", "peak", "expiration", "referendum",
    "ballot", "closure", "retirement", "appraisal", "certification", "recertification", "reopening", "regatta",
    "workshop", "retreat", "session", "performance", "tour", "campaign", "sitting", "committee", "freeze", "switch",
    "changeover", "interview", "assessment", "accreditation", "bank-holiday", "vacation", "milestone", "cut-off",
    "cutoff", "appointment", "visitation", "rehearsal", "feast", "jubilee", "anniversary", "marathon", "derby",
    "playoff", "sowing", "lambing", "calving", "thaw", "flood", "moult", "spawning", "birth", "surgery",
  ])
  /// What somebody decides or hands in at a date.
  static let decisions: Set<WordKey> = forms([
    "decision", "vote", "deadline", "delivery", "hand-in", "submission", "answer", "proposal", "offer", "report",
    "application", "payment", "handover", "launch", "demo", "presentation", "opening", "start",
  ])
  /// What holds until a date: "the lease runs until May".
  static let holders: Set<WordKey> = forms([
    "licence", "license", "lease", "contract", "funding", "grant", "permit", "money", "visa", "cash", "warranty",
    "support", "insurance", "agreement", "subsidy", "offer", "certificate", "loan", "budget", "tenancy", "mandate",
    "exemption", "ultimatum", "probation", "option", "quote",
  ])
  /// What shuts a thing from a date on: "freeze from 14 November".
  static let closings: Set<WordKey> = [
    "freeze", "frozen", "closed", "ban", "banned", "shutdown", "blackout", "lockdown", "moratorium", "mandatory",
    "compulsory", "applies", "illegal",
  ]
  /// In front of "for" and a date.
  static let awaiting: Set<WordKey> = [
    "ready", "wants", "want", "needs", "need", "must", "due", "done", "finished", "asks", "planned", "scheduled", "set",
    "booked", "announced", "hearing", "expected", "promised",
  ]
  /// A habit, no date: "by Wednesday, each time".
  static let habits: Set<WordKey> = [
    "each", "every", "always", "usually", "often", "normally", "typically", "mostly", "sometimes", "generally",
  ]

  /// The words and their plurals. Stems would not do: "opening" and "open" share one.
  private static func forms(_ words: [String]) -> Set<WordKey> {
    Set(words.flatMap { [$0, $0 + "s", $0.hasSuffix("y") ? $0.dropLast() + "ies" : $0 + "es"] }.map { WordKey($0) })
  }
}
