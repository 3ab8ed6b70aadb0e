import Testing

@testable import RefractEngine

@Suite("What a report is made of")
struct ScopeTests {
  private static func report(_ text: String) throws -> Report {
    let problem = try #require(ProblemReader.read(prose: Array(text.utf8)).problem)
    return ReportCases.engine.analyse(problem)
  }

  static let outside: [(kind: String, text: String)] = [
    ("self_harm", "I lost my job and my wife left. I don't want to live any more and I think about it every night."),
    ("self_harm", "We tried counselling twice. It brought nothing, and I keep thinking about ending it all."),
    ("harm_of_one_near", "My daughter cuts herself. Last night she told me that she wants to die."),
    (
      "own_health",
      "For three weeks I have had chest pain when I climb stairs. My doctor gave me tablets but they do not help."
    ),
    ("own_health", "I was diagnosed with diabetes. We tried three diets. Should I stop taking the insulin?"),
    (
      "own_case",
      "My landlord is suing me for 4,000 euros because I moved out two months early. Should I plead that it was mouldy?"
    ),
    ("own_case", "I was arrested on Friday. The hearing is in 3 weeks, and I have no lawyer."),
    (
      "recipe",
      "Preheat the oven to 180 degrees. Mix 200 g flour with 100 g sugar and three eggs. Bake for 35 minutes."
    ),
    ("recipe", "Fry the onions until golden, add two tablespoons of oil, season with salt. Serves 4."),
    ("shopping_list", "2 litres milk, 6 eggs, bread, butter, 500 g tomatoes, toilet paper, cat food"),
    ("order_to_a_model", "Write a blog post of 800 words about remote work. Use a friendly tone and three headings."),
    ("order_to_a_model", "You are a helpful assistant. Help me solve my problem step by step."),
    ("filler_text", "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."),
    (
      "poem",
      """
      The autumn leaves are falling down,
      a golden carpet on the town;
      the wind it sings, the river sighs,
      and swallows leave the paling skies.
      """
    ),
    (
      "output_of_a_machine",
      """
      2026-01-03 12:00:01 INFO server started on port 8080
      2026-01-03 12:00:05 ERROR connection refused host=db1 code=500
      2026-01-03 12:00:09 INFO retry 1 of 3
      """
    ),
    ("own_health", "I am 34, my knee has been swollen since a fall in May, and ibuprofen no longer works."),
    (
      "output_of_a_machine",
      "Traceback (most recent call last):\n  File \"app.py\", line 3, in <module>\n    main()\n  File \"app.py\", line 2, in main\n    x = foo(1)"
    ),
    ("output_of_a_machine", "func add(a: Int, b: Int) -> Int {\n  return a + b\n}\nlet c = add(a: 1, b: 2)"),
  ]

  @Test("Somebody's own health, case or danger, and what is no problem at all, gets no belief", arguments: outside)
  func refused(_ one: (kind: String, text: String)) throws {
    let report = try Self.report(one.text)
    #expect(report.brief.outside == one.kind)
    #expect(report.analyses.isEmpty && report.solution.actions.isEmpty && report.thinkingMode.recommended.isEmpty)
    #expect(report.solution.rootCause == nil && !report.solution.problemReframe.isEmpty)
    let isOwn = ReportCases.catalogue.scope.first { $0.id == one.kind }?.isOwnMatter ?? false
    #expect(report.solution.openQuestions.isEmpty == isOwn)
    #expect(!report.brief.evidence.isEmpty)
  }

  @Test("Danger to life names the emergency number first")
  func urgent() throws {
    for (kind, text) in Self.outside where kind.contains("harm") {
      let words = try Self.report(text).brief.reframe
      #expect(words.contains("emergency number") && words.contains("112"))
    }
  }

  static let inside = [
    "Our hospital's emergency department has patients with chest pain waiting 4 hours. We tried a second triage nurse.",
    "Our company was fined for breaking data protection law and our lawyers want old records deleted; sales needs them.",
    "Our crisis line for suicide prevention loses 30% of callers who want to die before anybody picks up.",
    "My team of five is burnt out. I have had headaches for weeks, and two people left. We need to ship in 6 weeks.",
    "A clinic in our town: patients who were diagnosed with diabetes do not come back. Reminder letters brought nothing.",
    "A client is suing our firm for 40,000 euros over a late delivery; we tried to settle twice. It must end by May.",
    "Our bakery throws away 30% of its bread. We bake for 35 minutes at night and mix the dough by hand. Nothing helped.",
    "Our newsletter is read by 4%. We write a blog post of 800 words a week and tried three headings; it brought nothing.",
    "Our support bot says \"you are a helpful assistant\" to customers. Complaints went from 10 to 40 a week.",
    "Orders come in late.\nNobody answers the phone.\nTwo drivers left,\nand we cannot hire.\nBy May it must be better.",
    "The nightly job fails with\n2026-01-03 12:00:05 ERROR connection refused\nWe tried retries; failures went 3 to 9 a week.",
    "I want to finish my thesis. For two years I tried to write in the evenings, and it never worked.",
  ]

  @Test("A hospital's queue, a firm's case and a baker's bread are problems", arguments: inside)
  func accepted(_ text: String) throws {
    let report = try Self.report(text)
    #expect(report.brief.outside == nil)
  }

  @Test("Every input of the project and every told text is a problem", arguments: ReportCases.all)
  func samples(_ one: ReportCase) { #expect(one.report.brief.outside == nil) }

  @Test(
    "A short text is thin: one lens at most, confidence capped, questions ranked; with figures and attempts it is not")
  func thin() throws {
    let thin = try Self.report("Our shop is slow and people leave.")
    #expect(thin.brief.isThin && thin.brief.evidence.lowercased().hasPrefix("thin"))
    #expect(thin.analyses.count <= 1 && thin.analyses.flatMap(\.beliefs).allSatisfy { $0.confidence <= 0.55 })
    #expect((3...5).contains(thin.solution.openQuestions.count))
    let full = try Self.report(
      "People leave our shop. Last year 4% left a month, now 7% do. We tried a discount: it brought 1 point for a month. "
        + "Longer hours brought nothing. We cannot hire anybody and need to be at 3% by June.")
    #expect(!full.brief.isThin && full.analyses.count == 3)
    #expect(full.solution.rootCause.map { $0.confidence > 0.55 } ?? false)
  }

  @Test("Every text of the corpus is a problem, and none loses figures to the mask", arguments: ["dev", "held-out"])
  func corpus(_ half: String) throws {
    let mask = PersonalData(ReportCases.catalogue.personal)
    for text in try CorpusTests.texts(half) {
      #expect(ReportCases.engine.read(text.problem).outside == nil, "\(text.name)")
      let quantities = FactReader.read(text.problem, lexicon: ReportCases.catalogue.lexicon).quantities.count
      let masked = FactReader.read(mask.masked(text.problem), lexicon: ReportCases.catalogue.lexicon).quantities.count
      #expect(quantities == masked, "\(text.name)")
    }
  }

  @Test("Every report has its line of evidence, as strong as what was told")
  func evidence() throws {
    for one in ReportCases.all { #expect(!one.report.brief.evidence.isEmpty, "\(one.name)") }
    let strong = try #require(ReportCases.inputs.first { $0.name == "performance-stuck.yaml" })
    #expect(strong.report.brief.evidence.hasPrefix("Strong (five measured attempts, a gap"))
    let fair = try Self.report(
      "Our choir sings to half-empty halls, and the younger singers leave one after the other. The conductor wants modern "
        + "pieces and the board wants the old ones, and they have not spoken since March.")
    #expect(fair.brief.evidence.hasPrefix("Fair"))
  }
}
