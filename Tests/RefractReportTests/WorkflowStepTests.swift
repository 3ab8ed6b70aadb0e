import RefractEngine
import Testing

@testable import RefractReport

@Suite("Steps by themselves")
struct WorkflowStepTests {
  static let lenses = ["Pace Layering", "System Boundaries", "Leverage Points"]

  static let files: [(text: String, name: String)] = [
    (
      """
      title: Dashboard endpoint stuck at 350ms
      problem: |
        API endpoint `/api/users/dashboard` averaging 350ms (need <150ms). Team tried 5 optimizations with diminishing
        returns. What are we missing?
      context: Django on PostgreSQL.
      attempts:
        - Caching (5%)
        - {action: Indexing, effect: 12%, note: "best so far"}
        - {action: Connection pooling, effect: 2%}
      stakeholders: [Product, {name: Support, wants: fewer calls}]
      constraints: [No database replacement, Must ship in 2 weeks]
      options: [rewrite, {name: cache more, for: quick}]
      metrics: [{name: response time, current: 350ms, target: 150ms}]
      focus: {Pace Layering: "The schema is five years old."}
      meta: {author: Ada, list: [1, {a: b}]}
      tags: [api]
      deadline: 2 weeks
      """, "inputs/api.yaml"
    ),
    ("problem: We release late every month and nobody knows why.\ncontext: [Two teams., One \"tester\".]", "late.yaml"),
  ]

  private static let engine = Engine(catalogue: Catalogue.builtIn().catalogue, version: "1")

  private static func problem(_ file: (text: String, name: String)) throws -> Problem {
    try #require(ProblemReader.read(bytes: Array(file.text.utf8), file: file.name, format: .yaml).problem)
  }

  private static func analysis(_ problem: Problem, _ lens: String) -> String {
    var problem = problem
    problem.lenses = .named([lens])
    return WorkflowStep.analyze.json(engine.analyse(problem))
  }

  private static func read(_ texts: [String]) -> ProblemReader.Reading {
    AnalysesReader.read(texts.map { (Array($0.utf8), "stdin") }) { engine.catalogue.lensCard(named: $0) != nil }
  }

  @Test("The analyses of three lenses give the solution of the whole pipeline with those lenses", arguments: files)
  func synthesis(_ file: (text: String, name: String)) throws {
    var problem = try Self.problem(file)
    let analyses = Self.lenses.map { Self.analysis(problem, $0) }
    let reading = Self.read([analyses.joined()])
    #expect(reading.diagnostics.isEmpty)
    let read = try #require(reading.problem)
    problem.lenses = .named(Self.lenses)
    #expect(read == problem)
    let solution = WorkflowStep.synthesize.json(Self.engine.analyse(read))
    #expect(solution == WorkflowStep.synthesize.json(Self.engine.analyse(problem)))
    #expect(solution.contains("\"problem_reframe\""))
    #expect(Self.read(analyses).problem == read, "in files of their own")
  }

  @Test("Plain prose keeps its id and its missing title")
  func prose() throws {
    let text = "Our builds take 40 minutes and need to take 10.\n\nWe tried bigger machines.\n"
    var problem = try #require(ProblemReader.read(prose: Array(text.utf8), file: "stdin").problem)
    let read = try #require(Self.read([Self.analysis(problem, "Bottleneck Theory")]).problem)
    problem.lenses = .named(["Bottleneck Theory"])
    #expect(read == problem)
  }

  @Test("What is wrong with an analysis is told with line and column")
  func errors() throws {
    let problem = try Self.problem(Self.files[1])
    let good = Self.analysis(problem, "Pace Layering")
    let other = Self.analysis(try Self.problem(Self.files[0]), "Pace Layering")
    func places(_ text: String) -> [String] {
      Self.read([text]).diagnostics.map { "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
    }
    #expect(places("") == ["R0501 1:1"])
    #expect(places("[1]") == ["R0501 1:1"])
    #expect(places("{\n  \"analyses\": [}\n") == ["R0103 2:16"])
    #expect(places("{\"analyses\": []}") == ["R0501 1:1"])
    #expect(places(good + "{\"problem\": \"x\"}") == ["R0501 \(good.split(separator: "\n").count + 1):1"])
    #expect(places(good + other).map { $0.prefix(5) } == ["R0502"])
    #expect(places(good.replacing("\"Pace Layering\"", with: "\"Pace Laying\"")).map { $0.prefix(5) } == ["R0503"])
    #expect(places(good.replacing("\"problem_file\": {", with: "\"problem_file\": {\"tried\": 1,")).count == 1)
    #expect(Self.read([good + other]).problem == nil)
  }

  @Test("Every step has a page in Markdown", arguments: WorkflowStep.allCases)
  func markdown(_ step: WorkflowStep) throws {
    let text = try step.markdown(WorkedExample.report, templates: Templates())
    #expect(text.hasPrefix("# "))
    #expect(text.contains(step == .synthesize ? "### Root Cause" : "Pace Layering"))
  }
}
