/// The closed word classes of English, as far as telling noun phrases from the rest needs them.
package enum WordLists {
  package static let articles: Set<WordKey> = ["a", "an", "the"]

  /// Words that carry grammar and neither a name nor an amount.
  package static let function: Set<WordKey> =
    articles.union(possessives).union(pronouns).union(prepositions).union(conjunctions).union(auxiliaries).union(modals)

  package static let determiners: Set<WordKey> = [
    "a", "an", "the", "this", "that", "these", "those", "every", "each", "any", "some", "no", "both", "either",
    "neither", "another", "all", "several", "many", "much", "most", "few", "fewer", "enough", "such", "what", "which",
    "whose", "half",
  ]

  package static let possessives: Set<WordKey> = ["my", "our", "your", "his", "her", "its", "their"]

  package static let pronouns: Set<WordKey> = [
    "i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "them", "myself", "ourselves", "himself", "herself",
    "itself", "themselves", "yourself", "somebody", "someone", "something", "anybody", "anyone", "anything", "nobody",
    "none", "nothing", "everybody", "everyone", "everything", "who", "whom", "mine", "ours", "theirs", "there", "i'm",
    "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "you're", "you've", "you'll", "they're", "they've",
    "they'd", "they'll", "he's", "she's", "it's", "that's", "there's", "who's", "what's", "let's", "here's",
  ]

  package static let prepositions: Set<WordKey> = [
    "of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "onto", "upon", "about", "above", "across",
    "after", "against", "along", "among", "around", "as", "before", "behind", "below", "beneath", "beside", "besides",
    "between", "beyond", "despite", "down", "during", "except", "inside", "like", "near", "off", "out", "outside",
    "over", "past", "per", "since", "than", "through", "throughout", "till", "toward", "towards", "under", "unlike",
    "until", "up", "via", "within", "without", "plus", "minus", "versus", "vs", "amid", "regarding", "concerning",
    "notwithstanding",
  ]

  package static let conjunctions: Set<WordKey> = [
    "and", "or", "but", "nor", "so", "yet", "because", "although", "though", "while", "whereas", "if", "unless", "when",
    "whenever", "where", "wherever", "whether", "once", "however", "therefore", "how", "why", "hence", "thus",
  ]

  package static let auxiliaries: Set<WordKey> = [
    "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "has", "have",
    "had", "having", "hasn't", "haven't", "hadn't", "do", "does", "did", "don't", "doesn't", "didn't", "'s", "'re",
    "'ve", "dont", "doesnt", "didnt", "isnt", "arent", "havent",
  ]

  package static let modals: Set<WordKey> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "can't", "cannot", "couldn't", "won't",
    "wouldn't", "shouldn't", "mustn't", "cant", "wont", "couldnt", "ought", "needn't",
  ]

  package static let negations: Set<WordKey> = [
    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot", "can't", "cant", "don't",
    "dont", "doesn't", "doesnt", "didn't", "didnt", "isn't", "isnt", "aren't", "arent", "wasn't", "weren't", "won't",
    "wont", "wouldn't", "shouldn't", "couldn't", "hasn't", "haven't", "hadn't", "hardly", "barely", "rarely", "n't",
    "lack", "lacks", "lacking",
  ]

  /// Words that head a part of notes, so that what stands behind their colon is neither a speech nor what came of a step.
  package static let captions: Set<WordKey> = [
    "attempt", "attempts", "result", "results", "effect", "effects", "outcome", "goal", "goals", "target", "deadline",
    "budget", "problem", "context", "background", "constraint", "constraints", "limits", "tried", "now", "today",
    "question", "ask", "note", "step", "action", "reason", "reasons", "cause", "why", "because", "then", "option",
    "options", "status", "team", "summary", "subject", "vote", "facts", "idea", "ideas", "plan", "proposal", "ps", "re",
    "risk", "owner", "situation", "wish", "wishes", "need", "topic", "present", "agenda", "minutes", "date", "time",
    "place",
  ]

  package static let adverbs: Set<WordKey> = [
    "not", "never", "always", "often", "sometimes", "rarely", "seldom", "hardly", "barely", "already", "again", "also",
    "just", "only", "even", "still", "too", "very", "quite", "rather", "almost", "nearly", "about", "soon", "now",
    "then", "later", "today", "yesterday", "tomorrow", "here", "well", "perhaps", "maybe", "instead", "together",
    "away", "back", "forward", "ago", "else", "ever", "far", "further", "otherwise", "anyway", "twice", "meanwhile",
    "afterwards", "straight", "least", "less", "more", "nowadays", "thereby", "moreover", "furthermore", "somewhat",
    "anyhow", "somehow", "somewhere", "everywhere", "nowhere", "sooner", "once", "apart", "apparently", "please", "yes",
    "e.g", "i.e", "etc", "alone", "ahead", "home", "upward", "downward", "overnight", "abroad", "likewise", "indeed",
    "faster", "slower", "longer", "anymore", "roughly", "approximately", "previously", "currently",
  ]

  /// Adjectives that no ending gives away.
  package static let adjectives: Set<WordKey> = [
    "big", "small", "large", "little", "new", "old", "good", "bad", "better", "best", "worse", "worst", "high", "low",
    "higher", "lower", "long", "short", "fast", "slow", "hard", "soft", "easy", "free", "full", "empty", "same",
    "different", "other", "own", "first", "last", "next", "second", "third", "main", "real", "true", "false", "wrong",
    "right", "sure", "clear", "rich", "poor", "young", "whole", "certain", "few", "fewer", "great", "strong", "weak",
    "early", "late", "cheap", "expensive", "safe", "local", "global", "public", "private", "open", "close", "tight",
    "loose", "busy", "quiet", "loud", "fresh", "frozen", "clean", "dirty", "dry", "wet", "hot", "cold", "warm", "cool",
    "deep", "shallow", "thick", "thin", "wide", "narrow", "heavy", "light", "dark", "bright", "blind", "deaf", "dead",
    "alive", "sick", "ill", "healthy", "angry", "happy", "sad", "afraid", "worried", "nervous", "tired", "fair",
    "unfair", "legal", "single", "double", "extra", "spare", "common", "rare", "usual", "normal", "regular", "special",
    "enormous", "huge", "tiny", "major", "minor", "minimum", "maximum", "median", "average", "mean", "overall", "total",
    "daily", "weekly", "monthly", "yearly", "annual", "quarterly", "fortnightly", "senior", "junior", "former",
    "current", "present", "past", "recent", "previous", "final", "initial", "entire", "simple", "complex", "complete",
    "incomplete", "perfect", "fine", "ready", "able", "unable", "likely", "unlikely", "federal", "national", "regional",
    "urban", "rural", "outside", "inside", "internal", "external", "social", "financial", "popular", "older", "younger",
    "bigger", "smaller", "larger", "longer", "shorter", "cheaper", "stronger", "weaker", "earlier", "later", "fewest",
    "newest", "oldest", "biggest", "largest", "smallest", "experienced", "so-called", "various", "numerous", "elderly",
    "friendly", "costly", "lonely", "deadly", "pricey", "overdue", "impatient", "patient", "unpaid", "available",
    "permanent", "remote", "fairer", "furthest",
    "nearest", "aware", "absent", "silent", "urgent", "recent", "frequent", "separate", "flaky", "steep", "broken",
    "worth",
    "scarce", "vague", "precise", "sceptical", "skeptical", "reluctant", "relevant", "tense", "loyal", "honest",
    "fragile",
  ]

  /// Words that are verbs in form but nouns more often, where nothing around them decides.
  package static let nounFirst: Set<WordKey> = [
    "report", "reports", "change", "changes", "cost", "costs", "offer", "offers", "plan", "plans", "use", "test",
    "tests", "work", "order", "orders", "price", "prices", "charge", "charges", "issue", "issues", "claim", "claims",
    "fix", "fixes", "release", "releases", "deal", "deals", "call", "calls", "email", "emails", "answer", "answers",
    "request", "requests", "review", "reviews", "demand", "demands", "lead", "leads", "team", "pay", "market",
    "markets", "survey", "surveys", "training", "meeting", "meetings", "building", "buildings", "stock", "stocks",
    "store", "stores", "score", "loan", "loans", "load", "loads", "lack", "rate", "rates", "quote", "quotes", "sign",
    "signs", "record", "records", "group", "groups", "project", "water", "water", "plant", "plants", "rule", "rules",
    "process", "processes", "support", "supply", "supplies", "design", "designs", "limit", "limits", "level", "levels",
    "model", "models", "program", "contract", "contracts", "budget", "budgets", "discount", "discounts", "trial",
    "trials", "pilot", "pilots", "visit", "visits", "vote", "votes", "value", "values", "delay", "delays", "queue",
    "queues", "tool", "tools", "guide", "guides", "feed", "experience", "access", "audit", "audits", "interview",
    "interviews", "notice", "notices", "mail", "mails", "post", "posts", "practice", "practices", "grant", "grants",
    "award", "awards", "damage", "harm", "harvest", "harvests", "crash", "crashes", "attack", "attacks", "shift",
    "shifts", "share", "shares", "stage", "stages", "state", "states", "stress", "stack", "staff", "batch", "batches",
    "benefit", "benefits", "block", "blocks", "book", "books", "cache", "caches", "cap", "caps", "class", "count",
    "counts", "cover", "crop", "crops", "cycle", "cycles", "debate", "debates", "document", "documents", "draft",
    "drafts", "fear", "fears", "fence", "fences", "file", "files", "fine", "fines", "flood", "floods", "focus", "form",
    "forms", "fund", "funds", "host", "hosts", "index", "judge", "judges", "label", "labels", "land", "link", "links",
    "list", "lists", "lock", "locks", "log", "logs", "map", "maps", "measure", "measures", "name", "names", "need",
    "needs", "object", "indexes", "park", "parks", "partner", "partners", "patch", "patches", "phone", "phones",
    "place", "places", "point", "points", "pool", "pools", "profile", "profiles", "question", "questions", "screen",
    "screens", "search", "segment", "segments", "source", "sources", "spray", "step", "steps", "structure", "study",
    "studies", "target", "targets", "time", "times", "total", "track", "trade", "train", "trains", "transfer",
    "transport", "trust", "update", "updates", "upgrade", "upgrades", "volunteer", "volunteers", "waste", "end", "ends",
    "hands", "hand", "head", "heads", "people", "shop", "shops", "route", "routes", "cause", "causes", "trouble",
    "backlog", "goal", "goals", "match", "matches", "coach", "coaches", "tutor", "tutors", "drive", "drives", "fight",
    "break", "breaks", "run", "runs", "stand", "stands", "hope", "hopes", "gain", "gains", "drop", "drops", "increase",
    "decrease", "schedule", "schedules", "promise", "promises", "comment", "comments", "filter", "filters", "trigger",
    "bid", "bids", "board", "boards", "fire", "fires", "touch", "walk", "walks", "talk", "talks", "influence", "return",
    "returns", "wish", "wishes", "ring", "play", "plays", "tie", "ties", "catalogue", "result", "results", "clerk",
    "reserve", "reserves", "experiment", "experiments", "treat", "surprise", "exchange", "purchase", "purchases",
    "approach", "approaches", "prompt", "prompts", "forecast", "forecasts", "estimate", "estimates", "split", "yield",
    "yields", "trap", "traps", "pump", "pumps", "rank", "power", "flow", "flows", "strain", "stall",
    "tick", "face", "drain", "drains", "spill", "echo", "witness", "dream", "dance", "regret", "shelter", "mower",
  ]

  /// Months, days and names of times: never part of a noun phrase that a report may use.
  package static let dates: Set<WordKey> = [
    "january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "jan",
    "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "q1", "q2", "q3", "q4", "easter", "christmas",
  ]

  /// Heads that name a time; their phrases are no things.
  package static let timeNouns: Set<WordKey> = [
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "quarter", "quarters", "year", "years", "fortnight", "decade", "decades", "morning", "afternoon", "evening",
    "night",
    "spring", "summer", "autumn", "winter", "while", "moment", "time", "times", "percent", "per", "cent", "ms", "min",
    "am", "pm", "lot", "lots", "bit", "way", "ways", "sort", "kind", "fact", "course", "today", "weekend",
  ]

  package static let numberWords: Set<WordKey> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty",
    "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion",
    "billions", "dozen", "dozens", "couple", "ten",
  ]

  package static let irregularPlurals: [WordKey: WordKey] = [
    "people": "person", "children": "child", "men": "man", "women": "woman", "teeth": "tooth", "feet": "foot",
    "mice": "mouse", "geese": "goose", "criteria": "criterion", "phenomena": "phenomenon", "staff": "staff",
    "police": "police", "cattle": "cattle", "sheep": "sheep", "alumni": "alumnus", "media": "medium", "wives": "wife",
    "lives": "life", "halves": "half", "shelves": "shelf", "leaves": "leaf", "knives": "knife", "calves": "calf",
  ]

  /// Words in -s that are no plurals.
  package static let singularInS: Set<WordKey> = [
    "this", "analysis", "basis", "crisis", "process", "access", "business", "class", "loss", "boss", "news", "series",
    "status", "bus", "campus", "virus", "bonus", "focus", "progress", "success", "stress", "press", "address", "mass",
    "glass", "gas", "lens", "mathematics", "maths", "physics", "economics", "politics", "diagnosis", "census", "nexus",
    "consensus", "corpus", "thesis", "chaos", "redis", "kubernetes", "postgres", "sales", "business's",
  ]
}
