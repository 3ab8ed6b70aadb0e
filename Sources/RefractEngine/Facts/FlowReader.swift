/// Reads what comes in and goes out a period, and shares of a whole.
package enum FlowReader {
  /// Rates with a direction: "9 agents close about 520 tickets a week", "about 610 arrive".
  package static func flows(_ document: Document, _ quantities: [Quantity]) -> [Flow] {
    let sentences = document.lines
    let index = document.index
    var result: [Flow] = []
    var lastRate: (period: Quantity.Unit, sentence: Int)?
    for (position, quantity) in quantities.enumerated() {
      guard let number = index.sentence(of: quantity.span), quantity.unit == .count || isOther(quantity.unit) else {
        continue
      }
      let sentence = sentences[number]
      let range = sentence.range(of: quantity.span)
      guard ClauseMood.of(sentence, at: range.lowerBound) == .asserted else { continue }
      let direction = direction(sentence, range, quantity)
      var quantity = quantity
      if quantity.per == nil {
        // "close 520 a week; about 610 arrive": the period is said once.
        guard direction != .other, let rate = lastRate, number == rate.sentence, quantity.noun == nil else {
          continue
        }
        quantity.per = rate.period
      }
      guard let per = quantity.per, per.isTime || isOther(per), quantity.value > 0 else { continue }
      lastRate = (per, number)
      let clause = sentence.clause(at: range.lowerBound)
      var people: Quantity?
      if position > 0, index.sentence(of: quantities[position - 1].span) == number {
        let other = quantities[position - 1]
        let place = sentence.range(of: other.span).lowerBound
        if clause.contains(place), other.unit == .count, other.per == nil, let noun = other.noun,
          crews.contains(sentence.stem(sentence.range(of: noun).upperBound - 1))
        {
          people = other
        }
      }
      let first = max(clause.lowerBound, range.lowerBound - 24)
      let last = min(clause.upperBound, range.upperBound + 24)
      result.append(
        Flow(quantity: quantity, direction: direction, people: people, span: sentence.span(first..<last)))
    }
    return result
  }

  private static func isOther(_ unit: Quantity.Unit) -> Bool {
    if case .other = unit { return true }
    return false
  }

  /// The nearest verb of coming or going in the clause tells; a tie goes to the one on the left.
  private static func direction(
    _ sentence: SentenceTokens, _ range: Range<Int>, _ quantity: Quantity
  ) -> Flow.Direction {
    let clause = sentence.clause(at: range.lowerBound)
    for distance in 1..<8 {
      for place in [range.lowerBound - distance, range.upperBound - 1 + distance] where clause.contains(place) {
        let stem = sentence.stem(place)
        // "an open source library", "1,412 open issues"
        let isAdjective =
          sentence.key(place) == "open" && place > 0
          && (WordLists.articles.contains(sentence.key(place - 1)) || sentence.isNumber(place - 1))
        if incoming.contains(stem), !isAdjective { return .incoming }
        if outgoing.contains(stem) { return .outgoing }
      }
    }
    return .other
  }

  private static func stems(_ words: [String]) -> Set<WordKey> {
    Set(words.map { Tokeniser.stem(of: Array($0.utf8)) })
  }

  private static let incoming = stems([
    "arrive", "arrives", "arriving", "come", "comes", "coming", "open", "opened", "receive", "received", "sign",
    "created", "create", "new", "incoming", "join", "file", "filed", "request", "requested", "report", "reported",
    "enter", "apply", "refer", "referred", "admitted", "submitted", "submit", "hire", "recruit", "added", "flow",
    "born", "arrivals",
  ])
  private static let outgoing = stems([
    "close", "closes", "closed", "resolve", "resolved", "ship", "shipped", "complete", "completed", "leave", "leaves",
    "left", "discharge", "discharged", "finish", "finished", "handle", "handles", "process", "processed", "serve",
    "solve", "see", "sees", "treat", "treats", "admits", "answer", "answered", "review", "reviewed", "merge", "merged",
    "deliver", "delivered", "quit", "clear",
    "cleared", "fix", "fixed", "written", "lose", "depart", "graduate", "outgoing", "inspect", "approve", "issue",
    "pick",
  ])
  /// Those who do the work of a flow.
  static let crews = stems([
    "agent", "agents", "people", "staff", "engineer", "engineers", "developers", "nurse", "nurses", "doctors",
    "volunteer", "volunteers", "worker", "workers", "drivers", "clerks", "reviewers", "teachers", "officers",
    "inspectors", "analysts", "technicians", "mechanics", "men", "women", "reps", "operators", "testers", "editors",
    "lawyers", "pickers", "cooks", "recruiters", "salespeople", "colleagues", "members", "cashiers", "librarians",
  ])

  // MARK: Shares

  /// Percentages and parts of something named behind "of" or before the verb.
  package static func shares(_ document: Document, _ quantities: [Quantity], _ trends: [Trend]) -> [Share] {
    let sentences = document.lines
    let index = document.index
    var inTrend: Set<Span> = []
    for trend in trends {
      if let from = trend.from { inTrend.insert(from.span) }
      if let to = trend.to { inTrend.insert(to.span) }
    }
    var result: [Share] = []
    for quantity in quantities where quantity.unit == .percent && !inTrend.contains(quantity.span) {
      guard let number = index.sentence(of: quantity.span), quantity.value > 0, quantity.value <= 100 else { continue }
      let sentence = sentences[number]
      let range = sentence.range(of: quantity.span)
      guard ClauseMood.of(sentence, at: range.lowerBound) == .asserted,
        !changes.contains(sentence.stem(range.lowerBound - 1)),
        sentence.key(range.upperBound) == "of" || !levels.contains(sentence.key(range.lowerBound - 1)),
        !isMadeUp(sentence, range.lowerBound), !isRate(sentence, range.lowerBound),
        sentence.key(range.lowerBound - 1) != "by" || sentence.key(range.upperBound) == "of"
      else { continue }
      let name = document.fields[sentence.field].name
      let isPart = WholeParts.read(quantity, in: document) != nil
      let next = sentence.key(range.upperBound)
      guard
        next == "of" || isPart
          || (sentence.isWord(range.upperBound) && quantity.noun == nil && !notShares.contains(next))
      else {
        continue
      }
      guard !name.hasPrefix("attempts") || next == "of" || isPart else { continue }
      let of: Span?
      if next == "of" {
        of = phrase(sentence, range.upperBound + 1)
      } else {
        of = quantity.noun
      }
      let end = max(quantity.span.end, of?.end ?? predicateEnd(sentence, range.upperBound))
      var share = Share(
        quantity: quantity, of: of, span: Span(field: sentence.field, start: quantity.span.start, end: end))
      share.isIncidence =
        of.map { whole in
          let range = sentence.range(of: whole)
          return isOfPeople(sentence, range) || isState(sentence, behind: range.upperBound)
        } ?? false
      result.append(share)
    }
    return result
  }

  private static func isOfPeople(_ sentence: SentenceTokens, _ whole: Range<Int>) -> Bool {
    guard let last = whole.last, let verb = Verbs.entry(sentence.key(whole.upperBound)), verb.form != .gerund else {
      return false
    }
    let noun = sentence.key(last)
    return PartyWords.roles.contains(noun) || crews.contains(sentence.stem(last)) || people.contains(noun)
  }

  /// "were below 65 mm", "are late", "were never used": what became of them, not what they consist of.
  private static func isState(_ sentence: SentenceTokens, behind position: Int) -> Bool {
    guard ["is", "are", "was", "were"].contains(sentence.key(position)) else { return false }
    let next = sentence.key(position + 1)
    return states.contains(next) || WordLists.negations.contains(next)
      || ["too", "never"].contains(next) && sentence.isWord(position + 2)
  }

  private static let states: Set<WordKey> = [
    "below", "above", "under", "over", "late", "missing", "wrong", "empty", "faulty", "defective", "damaged", "broken",
    "unused", "unsold", "unread", "incomplete", "overdue", "missed", "cancelled", "rejected", "returned", "lost",
    "unpaid", "unfit", "short", "dead", "sick", "ill", "infected", "spoiled", "refused",
  ]

  private static let people: Set<WordKey> = [
    "subscribers", "users", "accounts", "people", "guests", "visitors", "families", "households", "beginners",
    "newcomers",
    "candidates", "applicants", "starters", "seniors", "juniors", "hires", "recruits", "leavers", "buyers", "readers",
    "passengers",
  ]

  /// "caught 82 percent of fraud value" tells how well something works, not what the trouble is made of.
  private static func isRate(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    sentence.contains(performances, in: max(0, position - 2)..<position)
  }

  private static let performances: Set<WordKey> = [
    "caught", "catch", "catches", "detected", "detects", "detect", "reached", "reaches", "reach", "covers", "cover",
    "covered",
    "won", "hit", "hits", "kept", "keep", "keeps", "solved", "solves", "recovered", "recovers", "met", "meets",
    "answered",
    "answers", "passed", "achieved", "achieves",
  ]

  /// "single tickets make up for a third of the loss": what fills a hole is no part of it.
  private static func isMadeUp(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    guard sentence.key(position - 1) == "for" else {
      return ["offset", "offsets"].contains(sentence.key(position - 1))
    }
    return ["up", "compensate", "compensates", "compensated"].contains(sentence.key(position - 2))
  }

  /// "engineering time", "new accounts": without an article, to the next function word or mark.
  private static func phrase(_ sentence: SentenceTokens, _ start: Int) -> Span? {
    var first = start
    while ["the", "our", "its", "their", "all", "my", "your", "those", "these", "his", "her"].contains(
      sentence.key(first))
    {
      first += 1
    }
    var end = first
    while end < sentence.count, end - first < 5, sentence.isWord(end), !NounRun.stops.contains(sentence.key(end)) {
      end += 1
      if NounRun.isPlural(sentence, end - 1) { break }
    }
    return end > first ? sentence.span(first..<end) : nil
  }

  private static func predicateEnd(_ sentence: SentenceTokens, _ start: Int) -> Int {
    var end = start
    while end < sentence.count, end - start < 8, sentence.isWord(end) { end += 1 }
    return end > start ? sentence.tokens[end - 1].end : 0
  }

  private static let changes = stems([
    "rise", "rose", "grew", "fell", "drop", "dropped", "increase", "increased", "decrease", "decreased", "improve",
    "improved", "cut", "reduced", "up", "down", "declined", "saved", "gain", "gained", "than",
  ])
  /// "Waste was 11% two years ago" names a level, not a part of something.
  private static let levels: Set<WordKey> = ["is", "was", "are", "were", "at", "averages"]
  private static let notShares: Set<WordKey> = [
    "improvement", "increase", "decrease", "drop", "rise", "better", "worse", "faster", "slower", "more", "less", "by",
    "higher", "lower", "against", "compared", "than", "per", "target", "industry", "average", "reduction", "gain", "to",
    "vs", "and", "or", "in", "on", "at", "for", "from", "every", "since",
    "after", "now", "this", "over", "within", "without", "until", "but", "with", "because", "while", "when", "if",
  ]
}
