/// The words that stand for numbers, magnitudes and bounds.
enum NumberWords {
  static let small: [WordKey: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
  ]
  static let tens: [WordKey: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let magnitudes: [WordKey: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  /// Magnitudes that may follow digits. `k` and `bn` are used glued and apart.
  static let suffixes: [WordKey: Double] = [
    "k": 1e3, "thousand": 1e3, "thousands": 1e3, "hundred": 100, "dozen": 12, "million": 1e6, "millions": 1e6,
    "mio": 1e6, "mn": 1e6, "mm": 1e6, "millones": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "mil": 1e3,
    "lakh": 1e5, "crore": 1e7,
  ]
  /// Parts of a whole, by their singular.
  static let parts: [WordKey: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
    "tenths": 10,
  ]
  static let factors: [WordKey: Double] = [
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "triples": 3, "quadrupled": 4,
  ]
  static let ordinalEndings: Set<WordKey> = ["st", "nd", "rd", "th"]
  static let months: Set<WordKey> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  /// Words before a year; "of" is among them for "the spring of 2019".
  static let dateLeads: Set<WordKey> = [
    "in", "by", "since", "after", "before", "until", "till", "from", "between", "during", "of", "early", "late", "mid",
    "around", "through", "year", "spring", "summer", "autumn", "fall", "winter", "season", "end", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "q1", "q2", "q3", "q4",
  ]
  /// A number behind one of these is a label, not an amount.
  static let labels: Set<WordKey> = [
    "phase", "step", "option", "level", "tier", "version", "stage", "figure", "fig", "table", "section", "page", "line",
    "room", "grade", "type", "attempt", "sprint", "release", "chapter", "article", "paragraph", "item", "no", "nr",
    "number", "part", "ticket", "issue", "pr", "bug", "rule", "question", "experiment", "round", "ward", "gate",
    "route",
    "bus", "flight", "building", "floor", "appendix", "annex", "python", "java", "windows", "angular", "react", "node",
    "php", "rails", "ubuntu", "debian", "postgres", "postgresql", "mysql", "ios", "android", "swift", "kubernetes",
    "http", "usb", "wcag", "iso", "soc", "class", "category", "team", "squad", "plan", "variant", "scenario", "port",
    "highway", "exit", "zone", "act", "appendices", "schedule", "form", "day", "week", "year", "month", "covid", "vgg",
    "resnet", "gpt", "epoch", "http/", "tls", "ipv", "django",
  ]
  /// Labels that are units too: "week 3" is a label, "a week 3 hours long" is not worth the risk.
  static let measuredNames: Set<WordKey> = [
    "nps", "csat", "mrr", "arr", "kpi", "cpu", "cac", "aht", "sla", "ltv", "qps", "ctr", "roi", "mttr", "mtta", "loc",
    "fps", "gpu", "rpo", "rto", "gmv", "lcp", "inp", "usd", "eur", "gbp", "chf", "aud", "cad", "need", "tried", "only",
    "up", "down", "about", "over", "under", "total", "avg", "average", "max", "min", "and", "or", "to", "at", "is",
    "are", "of", "in", "we", "have", "has", "had", "with", "than", "least", "most", "by", "from", "hired", "lost",
  ]
  /// Comparators that are one word; those of two words are read in ``QuantityReader``.
  static let below: Set<WordKey> = ["under", "below", "sub"]
  static let above: Set<WordKey> = ["over", "above", "exceeding", "exceeds", "beyond"]
  static let about: Set<WordKey> = [
    "about", "around", "nearly", "almost", "roughly", "approximately", "approx", "ca", "circa", "some", "estimated",
    "unos", "unas", "approaching",
  ]
  /// Words that colour a number without changing it; the comparator may stand before them.
  static let stance: Set<WordKey> = ["just", "well", "only", "a", "an", "the", "another", "further", "additional"]
}
