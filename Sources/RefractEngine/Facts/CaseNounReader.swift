/// The author's own word for what the work consists of, one after another: "repairs" in "95 repairs a week", "visits" in
/// "of 22 visits, eight ended early". Reports say "ten repairs" where they would else say "ten cases".
enum CaseNounReader {
  /// The noun in the plural, as it stands in the text; nil if nothing is counted often or steadily enough.
  static func read(_ facts: Facts) -> Span? {
    let document = facts.document
    var best: (worth: (score: Int, mentions: Int), span: Span)?
    for quantity in facts.quantities.prefix(200) {
      // What comes in hundreds of thousands nobody takes up one by one.
      guard quantity.unit == .count, quantity.value < 100_000,
        let span = quantity.noun.flatMap({ noun(of: $0, in: document) })
      else { continue }
      let worth = worth(quantity, span, facts)
      if worth.score >= least, worth > best?.worth ?? (0, 0) { best = (worth, span) }
    }
    return best?.span
  }

  /// Below it a noun is only one of the things that are counted.
  private static let least = 4

  /// Of two that are counted alike the one that is spoken of more often is the case.
  private static func worth(_ quantity: Quantity, _ span: Span, _ facts: Facts) -> (score: Int, mentions: Int) {
    let stem = Tokeniser.stem(of: Array(facts.text(lastWord(of: span, in: facts.document)).lowercased().utf8))
    var score = 0
    if quantity.per != nil { score += 3 }
    if facts.flows.contains(where: { $0.quantity.span == quantity.span && $0.direction != .other }) { score += 1 }
    if quantity.value >= 10 { score += 1 }
    // "of the 412 tickets", "16 of 36 offers"
    if let before = word(before: quantity.span, in: facts.document), before == "of" || before == "the" { score += 1 }
    let mentions = facts.document.tokens.reduce(0) { $0 + $1.count { $0.kind == .word && $0.stem == stem } }
    return (score + min(mentions - 1, 3), mentions)
  }

  /// The noun with at most one word in front of it; nil unless it is the plural of a thing or of a customer.
  private static func noun(of span: Span, in document: Document) -> Span? {
    let tokens = document.tokens[span.field].filter { $0.start >= span.start && $0.end <= span.end }
    guard let last = tokens.last, last.kind == .word, last.end - last.start >= 4,
      document.text(Span(field: span.field, start: last.start, end: last.end)).hasSuffix("s"),
      !FlowReader.crews.contains(last.stem), !excluded.contains(last.key), tokens.count <= 3
    else { return nil }
    var first = tokens.count - 1
    if first > 0, tokens[first - 1].kind == .word, !idle.contains(tokens[first - 1].key) { first -= 1 }
    return Span(field: span.field, start: tokens[first].start, end: last.end)
  }

  private static func lastWord(of span: Span, in document: Document) -> Span {
    let last = document.tokens[span.field].last { $0.end == span.end && $0.start >= span.start }
    return Span(field: span.field, start: last?.start ?? span.start, end: span.end)
  }

  private static func word(before span: Span, in document: Document) -> WordKey? {
    document.tokens[span.field].last { $0.end <= span.start && $0.kind != .lineBreak }?.key
  }

  /// Words in front of the noun that do not belong to its name.
  private static let idle: Set<WordKey> = [
    "new", "more", "other", "further", "different", "such", "usual", "our", "the", "these", "those", "my", "their",
    "old", "small", "big", "large", "extra", "additional", "same", "last", "first", "next", "of", "good", "bad",
    "separate", "single", "whole", "paying", "active", "open", "only", "a", "an",
  ]

  /// Counted often, and no cases: times, sizes, places, shares, money, those who do the work.
  private static let excluded: Set<WordKey> = [
    "times", "years", "months", "weeks", "days", "hours", "minutes", "seconds", "shifts", "nights", "mornings",
    "evenings", "points", "percent", "euros", "pounds", "dollars", "metres", "meters", "miles", "kilos", "tonnes",
    "litres", "pages", "lines", "places", "people", "posts", "sites", "floors", "rooms", "branches", "shops",
    "teams", "groups", "departments", "schools", "offices", "countries", "towns", "villages", "houses", "things",
    "banks", "clubs", "associations", "councils", "hospitals", "firms", "companies", "agencies", "parishes",
    "suppliers",
    "vendors", "interpreters", "counsellors", "teachers", "nurses", "doctors", "drivers", "volunteers", "referees",
    "steps", "ways", "reasons", "parts", "kinds", "types", "others", "thirds", "quarters", "fifths", "tenths",
    "sprints", "rounds", "systems", "servers", "threads", "cores", "sources", "weekends", "employees", "apprentices",
    "residents", "inhabitants", "children", "founders", "partners", "owners", "managers", "bakers", "vets", "grams",
    "degrees", "attempts", "characters", "hands", "words", "parents", "mothers", "fathers", "seats", "beds", "lanes",
    "berths", "flats", "plots", "burners", "colleagues", "examiners", "translators", "joiners", "artists", "goals",
    "eggs",
  ]
}
