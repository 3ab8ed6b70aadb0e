import Foundation
import Testing

@testable import RefractEngine
@testable import RefractReport

@Suite("Across the problems")
struct BatchSynthesisTests {
  static let texts = [
    (
      "clinic", "Patients wait 9 weeks for a first visit and we need 4. Every day is full. No extra staff can be hired."
    ),
    ("repairs", "Our workshop is full every day and customers wait 3 weeks. We cannot hire anybody this year."),
    ("dashboard", "Our dashboard takes 350ms and needs to take 150ms. Caching gave 5%, indexing 12%."),
  ]

  private static func summaries(_ texts: [(String, String)]) throws -> [ReportSummary] {
    let engine = Engine(catalogue: Catalogue.builtIn().catalogue, version: "1")
    return try texts.map { id, text in
      let reading = ProblemReader.read(bytes: Array("problem: \(text)".utf8), file: id + ".yaml", format: .yaml)
      return ReportSummary(engine.analyse(try #require(reading.problem)))
    }
  }

  @Test("Nothing is said of one problem")
  func single() throws {
    let synthesis = BatchSynthesis(try Self.summaries([Self.texts[0]]))
    #expect(synthesis.groups.isEmpty && synthesis.unneededModes.isEmpty)
  }

  @Test("A statement names at least two problems, and only such as bear it out")
  func support() throws {
    let summaries = try Self.summaries(Self.texts)
    let synthesis = BatchSynthesis(summaries)
    let limits = try #require(synthesis.groups.first { $0.key == "constraints" }?.findings.first)
    #expect(limits.statement == "Two of three problems have a limit on the number of people.")
    #expect(limits.problems.map { summaries[$0.index].id } == ["clinic", "repairs"])
    for finding in synthesis.groups.flatMap(\.findings) {
      #expect(Set(finding.problems.map(\.index)).count > 1, "\(finding.statement)")
      #expect(finding.problems.count == Set(finding.problems.map(\.index)).count, "\(finding.statement)")
    }
    for finding in synthesis.groups.first(where: { $0.key == "root_causes" })?.findings ?? [] {
      for member in finding.problems {
        #expect(finding.statement.hasPrefix(summaries[member.index].rootCause?.lens ?? "?"))
      }
    }
  }

  @Test("A mode that one problem calls for is not called unneeded")
  func modes() throws {
    let summaries = try Self.summaries(Self.texts)
    let unneeded = BatchSynthesis(summaries).unneededModes
    let needed = Set(summaries.flatMap { $0.common?.modes ?? [] })
    let all = try #require(summaries[0].common?.allModes)
    #expect(!needed.isEmpty && Set(unneeded) == Set(all).subtracting(needed))
  }

  @Test("The same step of two plans is one statement")
  func steps() throws {
    var summaries = try Self.summaries(Self.texts)
    for index in summaries.indices { summaries[index].common?.steps = [] }
    summaries[0].common?.steps = [.init(source: "a.b.1", text: "Count the calls", lens: "Queueing")]
    summaries[2].common?.steps = [.init(source: "a.b.1", text: "Count the calls", lens: "Queueing")]
    let same = try #require(BatchSynthesis(summaries).groups.first { $0.key == "actions" }?.findings)
    #expect(same.map(\.statement) == ["Count the calls: a step in two of three problems."])
    summaries[2].common?.steps[0].text = "Count the visits"
    let own = try #require(BatchSynthesis(summaries).groups.first { $0.key == "actions" }?.findings.first)
    #expect(own.problems.map(\.words) == ["Count the calls", "Count the visits"])
    summaries[2].common?.steps[0].source = "a.b.2"
    #expect(!BatchSynthesis(summaries).groups.contains { $0.key == "actions" })
  }

  @Test("The pages made from the manifest's summaries are those made from the reports, to the byte")
  func manifest() throws {
    let summaries = try Self.summaries(Self.texts)
    let kept = try summaries.map { try #require(ReportSummary(json: $0.json)) }
    #expect(kept == summaries)
    let renderer = Renderer(templates: try Templates())
    #expect(try renderer.indexPages(kept).get() == renderer.indexPages(summaries.reversed()).get())
  }

  @Test("The index says it in Markdown, HTML and JSON, with links to each problem")
  func pages() throws {
    let pages = try Renderer(templates: Templates()).indexPages(try Self.summaries(Self.texts)).get()
    func text(_ path: String) -> String {
      pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    let line = "have a limit on the number of people"
    for path in ["index.md", "index.html", "index.json"] { #expect(text(path).contains(line), "\(path)") }
    #expect(text("index.html").contains("<h2 id=\"across\">"))
    let index = try #require(
      try JSONSerialization.jsonObject(with: Data(text("index.json").utf8)) as? [String: Any])
    let synthesis = try #require(index["synthesis"] as? [String: Any])
    #expect(synthesis["constraints"] != nil && synthesis["modes_not_needed"] != nil)
  }

  @Test("A text that no report is made of has no score in the index and shares nothing")
  func outside() throws {
    let own = ("own", "I was diagnosed with diabetes. Should I stop taking the insulin? Nobody but me may decide.")
    let recipe = ("recipe", "Preheat the oven to 180 degrees. Bake for 35 minutes. Serves 4.")
    let summaries = try Self.summaries([own, recipe] + Self.texts)
    #expect(summaries[0].common?.outside == "A person’s own matter" && !summaries[0].isThin)
    #expect(summaries[1].common?.outside == "No problem told" && summaries[2].common?.outside == nil)
    for finding in BatchSynthesis(summaries).groups.flatMap(\.findings) {
      #expect(finding.problems.allSatisfy { $0.index > 1 }, "\(finding.statement)")
    }
    let page = try Renderer(templates: Templates()).indexPages(summaries).get().first { $0.path == "index.md" }
    let text = String(decoding: page?.bytes ?? [], as: UTF8.self)
    #expect(text.contains("- A person’s own matter.") && text.contains("- No problem told, thin evidence."))
  }
}
