/// The words by which English tells a wanted value from a present one.
enum GapWords {
  /// Nouns whose value is wanted by their meaning: "SLO 800ms", "our promise is ten".
  static let labels: Set<WordKey> = stems([
    "target", "goal", "objective", "aim", "slo", "sla", "kpi", "schedule", "plan", "budget", "quota", "limit",
    "minimum", "maximum", "promise", "norm", "threshold", "spec", "specification", "break-even", "breakeven",
    "requirement", "criterion", "criteria", "guideline", "policy", "contract", "agreement", "expectation", "ceiling",
    "cap", "floor", "allowance", "entitlement", "commitment", "pledge", "ambition", "optimum", "recommendation",
    "guidance", "tolerance", "rule", "law", "regulation", "statute", "standard", "mandate", "covenant", "cutoff",
    "allocation", "obligation", "charter",
  ])
  /// What a "level", "date", "value" must be called to be a wanted one.
  static let levelNames: Set<WordKey> = [
    "service", "safe", "target", "planned", "agreed", "required", "desired", "permitted", "staffing", "acceptable",
  ]
  /// Participles in front of a wanted value: "planned 55", "funded for four".
  static let participles: Set<WordKey> = [
    "planned", "budgeted", "scheduled", "promised", "agreed", "required", "permitted", "prescribed", "recommended",
    "contracted", "guaranteed", "funded", "licensed", "rated", "designed", "approved", "expected", "desired",
    "stipulated", "mandated", "targeted", "wanted", "needed", "allotted", "pledged", "advertised", "aiming",
    "aspiring", "hoping", "calculated", "entitled", "dimensioned", "built", "specified", "set", "capped", "due",
    "staffed", "resourced", "equipped", "sized", "insured", "certified",
  ]
  /// Of these participles only with a preposition behind them: "built for 300", "set at 5".
  static let participlesWithPreposition: Set<WordKey> = [
    "funded", "licensed", "rated", "designed", "approved", "built", "calculated", "entitled", "dimensioned", "set",
    "capped", "hoping", "aspiring", "aiming", "expected", "due", "wanted", "agreed",
    "staffed", "resourced", "equipped", "sized", "insured", "certified",
  ]
  /// Verbs whose object is wanted, whoever their subject is.
  static let wishes: Set<WordKey> = [
    "want", "wants", "need", "needs", "require", "requires", "expect", "expects", "demand", "demands", "prescribe",
    "prescribes", "stipulate", "stipulates", "promise", "promises", "specify", "specifies", "mandate", "mandates",
    "recommend", "recommends", "guarantee", "guarantees", "aim", "aims", "ask", "asks", "call", "calls", "insist",
    "insists", "hope", "hopes", "remind", "reminds", "wish", "wishes", "target", "targets",
  ]
  /// Of these only with a preposition between: "asks for 90 s", "aims at 5%".
  static let wishesWithPreposition: Set<WordKey> = [
    "aim", "aims", "ask", "asks", "call", "calls", "insist", "insists", "hope", "hopes", "remind", "reminds",
  ]
  /// Verbs whose object is wanted if a plan, contract or payer is their subject: "the contract says 7:00".
  static let statings: Set<WordKey> = [
    "says", "say", "said", "has", "have", "had", "sets", "set", "includes", "include", "states", "gives", "pays", "pay",
    "funds", "covers", "allows", "permits", "foresees", "assumes", "provides", "shows", "caps", "limits", "tolerates",
    "accepts", "asked",
  ]
  /// Who sets values for others, beside ``labels``.
  static let authorities: Set<WordKey> = stems([
    "council", "ministry", "regulator", "client", "customer", "insurer", "funder", "inspector", "inspectorate", "board",
    "grant", "licence", "license", "permit", "code", "head", "management", "group", "region", "county", "city", "state",
    "owner", "landlord", "publisher", "agency", "trust", "manual", "handbook", "manufacturer", "supplier", "tender",
    "directive", "act", "investor", "bank", "authority", "union", "government", "university", "school", "department",
    "headquarters", "sponsor", "donor", "buyer", "retailer", "association", "federation", "case", "order", "brief",
    "catalogue", "roadmap", "forecast", "estimate", "rota", "roster", "timetable", "recipe", "protocol",
  ])
  /// With "at most" or "at least" their object is a limit: "paintings tolerate at most 55%".
  static let tolerances: Set<WordKey> = [
    "tolerate", "tolerates", "allow", "allows", "permit", "permits", "accept", "accepts", "pay", "pays", "takes",
    "take", "bears", "bear", "fund", "funds", "grant", "grants",
  ]
  /// What may stand before "a budget of £900k".
  static let comparisons: Set<WordKey> = [
    "against", "versus", "vs", "with", "of", "below", "above", "beyond", "than", "under", "over", "to", "despite",
  ]
  /// Verbs whose object is added to what there is: "should hire 3" tells no level.
  static let addings: Set<WordKey> = [
    "hire", "add", "buy", "order", "recruit", "train", "open", "close", "remove", "spend", "invest", "try", "test",
    "build", "get", "invite", "ask", "call", "write", "send", "plant", "rent", "move", "wait", "ship", "start",
  ]
  /// Small words between the telling word and the number.
  static let joints: Set<WordKey> = [
    "the", "a", "an", "of", "at", "to", "for", "is", "are", "was", "were", "=", ":", "it", "that", "them", "us", "me",
    "only", "just", "by", "under", "below", "above", "over", "around", "about", "on", "being", "still", "there", "w",
    "/", "as", "with", "you", "now",
  ]
  static let prepositions: Set<WordKey> = ["of", "for", "with", "from", "in", "on", "at", "by", "to", "/"]
  /// Verbs between a wish and a level: "want to get it under 10", "must fall below 5".
  static let reachings: Set<WordKey> = [
    "get", "bring", "reduce", "cut", "raise", "increase", "reach", "lower", "improve", "hit", "grow", "move", "go",
    "keep", "hold", "drop", "push", "shorten", "fall", "rise", "stay", "remain", "be", "come", "achieve", "exceed",
    "average", "decrease", "climb", "shrink", "halve", "meet", "return", "sink", "turn", "last", "take", "run", "cost",
    "have", "score",
  ]
  /// Who or what wants it, in front of a verb of ``reachings``.
  static let willings: Set<WordKey> = [
    "want", "wants", "wanted", "need", "needs", "aim", "aims", "hope", "hopes", "trying", "must", "should", "shall",
    "target", "goal", "like", "supposed", "meant", "ought", "has", "have", "had", "aiming", "expected", "required",
    "plan", "plans", "promised", "allowed",
  ]
  /// Behind a number: "5 planned", "the 10 we agreed".
  static let tails: Set<WordKey> = [
    "target", "goal", "objective", "sla", "slo", "needed", "required", "planned", "budgeted", "allowed", "promised",
    "agreed", "scheduled", "permitted", "expected", "wanted",
  ]
  /// "by the book", "on paper", "in the plan".
  static let papers: Set<WordKey> = [
    "book", "paper", "plan", "contract", "law", "schedule", "budget", "rota", "roster", "rules", "regulations",
    "agreement", "policy", "establishment", "timetable", "promised", "planned", "agreed", "required", "budgeted",
    "advertised", "prescribed", "standard",
  ]
  /// "under 20 would be fine".
  static let enough: Set<WordKey> = [
    "fine", "enough", "humane", "ok", "okay", "acceptable", "ideal", "good", "great", "realistic", "healthy",
    "sustainable", "normal", "perfect", "bearable", "tolerable", "safe", "plenty", "nice",
  ]
  /// Words that stand before the present value where the wanted one was said first.
  static let presentLeads: Set<WordKey> = [
    "have", "has", "got", "get", "gets", "at", "is", "are", "now", "today", "currently", "only", "actually", "takes",
    "take", "we're", "i'm", "it's", "they're", "manage", "manages", "reach", "reaches", "actual", "reality", "just",
    "so", "average", "averages", "averaging", "see", "deliver", "delivers", "make", "makes", ":", "still", "barely",
    "hardly", "about", "roughly", "earned", "managed", "reached", "got", "had", "delivered", "sold", "achieved",
    "stands", "stand", "collect", "collects", "run", "runs",
  ]
  /// Before what is so now, beside what is wanted.
  static let nows: Set<WordKey> = ["now", "today", "currently", "moment", "presently", "present"]
  /// Before a time span that tells when or for how long, not how much.
  static let spanLeads: Set<WordKey> = [
    "in", "within", "next", "for", "by", "after", "every", "last", "since", "until", "past", "before", "from", "during",
    "first", "over",
  ]

  private static func stems(_ words: [String]) -> Set<WordKey> {
    Set(words.map { Tokeniser.stem(of: Array($0.utf8)) })
  }
}
