import Testing

@testable import RefractEngine

/// Signals over the built-in cues. The file is read here line by line; the catalogue's reader is tested elsewhere.
@Suite struct SignalTests {
  static let cues: [(name: String, patterns: [String])] = {
    let text = Embedded.files.first { $0.name == "signals.yaml" }?.text ?? ""
    var result: [(name: String, patterns: [String])] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("  - ") {
        if !result.isEmpty { result[result.count - 1].patterns.append(String(line.dropFirst(4))) }
      } else if line.hasSuffix(":") {
        result.append((String(line.dropLast()), []))
      }
    }
    return result
  }()

  static func lexicon() throws -> Lexicon {
    Lexicon(signals: try cues.map { SignalCues(name: $0.name, cues: try $0.patterns.map { try CuePattern($0) }) })
  }

  @Test func everyBuiltInCueCompiles() throws {
    #expect(Self.cues.count >= 40)
    for (name, patterns) in Self.cues {
      for pattern in patterns { #expect(throws: Never.self, "\(name): \(pattern)") { try CuePattern(pattern) } }
    }
  }

  @Test(arguments: [
    ("PLATEAU", "Each new hive brings less honey and diminishing returns."),
    ("PROXY", "Schools are ranked by test scores."),
    ("HANDOFF", "The order waits for approval from the council."), ("FEAR", "Nobody dares to report a mistake."),
    ("INCENTIVE", "Drivers are paid by the kilometre."), ("LOAD", "There are too many forms to fill in."),
    ("ADOPTION", "Hardly anybody finishes the course."), ("QUEUE", "The waiting list for the choir is long."),
    ("INCIDENT", "After the outage in May the shop lost a day."), ("SINGLE", "Everything depends on one supplier."),
    ("COMPETITOR", "A rival bakery opened across the street."), ("PRICE", "The fees are too high."),
    ("CHURN", "We lose nurses every month."), ("SPENT", "We have already spent two years on it."),
    ("LOCKIN", "We signed a five-year contract with them."), ("OLDRULE", "It has always been done this way."),
    ("SHARED", "Two choirs share the hall."), ("LATE", "The new wing is months late."),
    ("FEWDATA", "It worked for one customer."), ("BENCH", "The national average is higher."),
    ("LEARN", "New volunteers learn on the job."), ("RESIST", "Many directors are appalled."),
    ("NOVEL", "We do this for the first time."), ("LONGSHORT", "It is a quick fix."),
    ("DELAYED", "It takes years to see a result."),
    ("PARALLEL", "We opened a second till with more checkouts."), ("CHATTY", "We phone each farm one by one."),
    ("DEBT", "The roof is patched and leaking."), ("FORECAST", "The first estimate was six million."),
    ("UNKNOWN", "We don't know why they leave."), ("WHY", "What are we missing?"),
    ("OVERLOAD", "We cannot keep up."), ("BUDGET", "Money is tight and there is no budget."),
    ("GROWTH", "The town is growing fast."),
  ]) func readsSignalsFromWords(_ name: String, _ text: String) throws {
    let facts = Sample.facts(text, lexicon: try Self.lexicon())
    let signal = try #require(facts.signals.first { $0.name == name })
    #expect(signal.strength >= 0.6)
    #expect(!signal.spans.isEmpty)
  }

  @Test func givesLessForGuessesAndNothingForDenials() throws {
    let lexicon = Lexicon(signals: [SignalCues(name: "QUEUE", cues: [try CuePattern("backlog")])])
    func strength(_ text: String) -> Double? {
      Sample.facts(text, lexicon: lexicon).signals.first { $0.name == "QUEUE" }?.strength
    }
    #expect(strength("There is a backlog.") == 0.6)
    #expect(strength("Maybe there is a backlog.") == 0.3)
    #expect(strength("There is no backlog.") == nil)
    #expect(strength("There is a backlog. The backlog grows.") == 0.8)
  }

  @Test func readsStructuralSignalsFromFacts() {
    let facts = Sample.facts(
      "We tried posters, a raffle and free coffee. Nothing changed. We cannot raise prices. Should we close or move?",
      fields: [("deadline", "2 weeks")])
    let names = Set(facts.signals.map(\.name))
    for name in ["MANY_ATTEMPTS", "FAILED_ATTEMPTS", "PROHIBIT", "EITHER_OR", "DEADLINE"] {
      #expect(names.contains(name))
    }
    #expect(facts.signals.allSatisfy { $0.strength == 1 })
  }

  @Test func matchesSituationsWithTheirCaptures() throws {
    let lexicon = Lexicon(situations: [
      SituationDefinition(
        id: "paid_by_count", signals: ["INCENTIVE": 0.9], cues: [try CuePattern("[who] paid (by|per) [what]")],
        not: [try CuePattern("hourly")], strength: 1)
    ])
    let facts = Sample.facts("The pickers are paid by the crate, so they rush.", lexicon: lexicon)
    let match = try #require(facts.situations.first)
    #expect(match.captures.map { $0.name + "=" + facts.text($0.span) } == ["who=The pickers", "what=the crate"])
    #expect(facts.text(match.cue) == "paid by")
    #expect(facts.signals.first { $0.name == "INCENTIVE" }?.strength == 0.9)
    #expect(Sample.facts("Hourly pickers are paid by the crate.", lexicon: lexicon).situations.isEmpty)
    #expect(Sample.facts("Pickers are not paid by the crate.", lexicon: lexicon).situations.isEmpty)
    #expect(Sample.facts("If pickers were paid by the crate.", lexicon: lexicon).situations.first?.strength == 0.5)
  }

  @Test func knowsTechnologiesByNameAndContext() {
    let lexicon = Lexicon(technologies: [
      TechnologyEntry(name: "PostgreSQL", kind: "database"),
      TechnologyEntry(name: "Notion", kind: "documents", needsContext: true),
      TechnologyEntry(name: "Google Sheets", kind: "documents"),
    ])
    func names(_ text: String) -> [String] { Sample.facts(text, lexicon: lexicon).technologies.map(\.name) }
    #expect(names("We use PostgreSQL and Google Sheets.") == ["PostgreSQL", "Google Sheets"])
    #expect(names("I have no notion of it.") == [])
    #expect(names("Our notes live in Notion.") == ["Notion"])
    #expect(names("Notion of time is odd.") == [])
  }

  @Test(arguments: [
    ("The bus is late because the road is closed.", "the road is closed", "The bus is late", false),
    ("Because the kiln is old, half of the pots crack.", "the kiln is old", "half of the pots crack", false),
    ("The form is long, so nobody finishes it.", "The form is long", "nobody finishes it", false),
    ("Late orders are due to missing labels.", "missing labels", "Late orders are", false),
    ("Maybe they leave because the pay is low.", "the pay is low", "Maybe they leave", true),
  ]) func readsCauses(_ text: String, _ cause: String, _ effect: String, _ isHedged: Bool) throws {
    let facts = Sample.facts(text)
    let claim = try #require(facts.causes.first)
    #expect(facts.text(claim.cause) == cause)
    #expect(facts.text(claim.effect) == effect)
    #expect(claim.isHedged == isHedged)
  }

  @Test(arguments: [
    "Since March sales fall.", "It is so far away.", "I don't think that they come because of us.", "So what?",
  ])
  func doesNotInventCauses(_ text: String) {
    #expect(Sample.facts(text).causes.isEmpty)
  }

  @Test func readsAskQuotesAndVoices() {
    let facts = Sample.facts(
      "The chair said: \"We have no money left\". The same problem comes back every winter. Nobody knows how to prune. Staff are exhausted. What should we do first?"
    )
    #expect(facts.ask.map(facts.text) == "What should we do first?")
    #expect(facts.quotes.map { facts.text($0.words) } == ["We have no money left"])
    #expect(facts.quotes.first?.speaker.map(facts.text) == "The chair")
    #expect(!facts.recurrences.isEmpty)
    #expect(!facts.emotions.isEmpty)
    #expect(!facts.skillGaps.isEmpty)
  }

  @Test func knowsEnglishFromOthers() {
    #expect(Sample.facts("The shop is empty and we do not know what to do about it.").language.isEnglish)
    #expect(
      !Sample.facts("Operamos buses en una comuna del sur y aquí la evasión llega al tercio de los pasajeros.").language
        .isEnglish)
    #expect(
      !Sample.facts("Unser Chor verliert seit zwei Jahren Stimmen, und niemand weiß so recht warum das geschieht.")
        .language.isEnglish)
  }
}
