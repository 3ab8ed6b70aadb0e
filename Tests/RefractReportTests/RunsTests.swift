import RefractEngine
import RefractReport
import Testing

struct RunsTests {
  private func pages(_ runs: [RunRecord]) throws -> [String: String] {
    let summary = ReportSummary(WorkedExample.report)
    let files = try Renderer(templates: try Templates()).indexPages([summary], runs: runs).get()
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
  }

  private var id: String { WorkedExample.report.problem.id }

  @Test func theFirstRunHasNothingToBeComparedWith() throws {
    let alone = try pages([RunRecord(qualities: [0.5])])
    let none = try pages([])
    #expect(alone["index.md"] == none["index.md"])
    #expect(alone["index.html"] == none["index.html"])
    #expect(alone["index.json"]?.contains("\"since_last_run\": null") == true)
  }

  @Test func theIndexTellsWhatIsNewChangedAndResolved() throws {
    var last = RunRecord(
      date: "2026-11-26", qualities: [0.5, 0.7], new: [.init(id: "<b>", quality: 0.7)],
      changed: [.init(id: id, from: 0.5, to: 0.62)], resolved: [.init(id: "gone", quality: 0.4)])
    last.run = 2
    let pages = try pages([RunRecord(qualities: [0.5]), last])
    let markdown = try #require(pages["index.md"])
    #expect(
      markdown.contains("Compared with run 1: one new, one changed and one resolved; of the scores, one rose."))
    #expect(markdown.contains("](problems/\(id).md): quality 0.62, was 0.50\n"))
    #expect(markdown.contains("- **Resolved**, their files are gone:\n  - gone\n"))
    #expect(markdown.contains("| Run 2, 2026-11-26 | 2 | 0.60 | 1 | 1 | 1 |\n"))
    let html = try #require(pages["index.html"])
    #expect(html.contains("Compared with run 1: one new, one changed and one resolved"))
    #expect(html.contains("&lt;b&gt;") && !html.contains("<b></a>"))
    #expect(html.contains("The same inputs and the same history give the same bytes."))
    let json = try #require(pages["index.json"])
    #expect(json.contains("\"quality_before\": 0.5,"))
    #expect(json.contains("\"resolved\": [\n      \"gone\"\n    ]"))
  }

  @Test func longListsAreCutAndSayHowMuchIsMissing() throws {
    let new = (100..<150).map { RunRecord.Problem(id: "p\($0)", quality: nil) }
    var last = RunRecord(qualities: [nil], new: new)
    last.run = 2
    let markdown = try #require(try pages([RunRecord(), last])["index.md"])
    #expect(markdown.contains("  - p119\n  - 30 more\n"))
    #expect(markdown.contains("Compared with run 1: 50 new."))
    #expect(!markdown.contains("p120"))
  }

  @Test func aRunIsReadBackFromItsLine() {
    let run = RunRecord(
      date: "2026-11-26", qualities: [0.1234, nil, 0], new: [.init(id: "a", quality: 1 / 3.0)],
      changed: [.init(id: "b", from: nil, to: 0.2)])
    #expect(run.quality == 0.123)
    #expect(RunRecord(json: run.json) == run)
    #expect(RunRecord(json: "{}") == nil)
  }
}
