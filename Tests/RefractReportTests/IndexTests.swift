import Foundation
import RefractEngine
import RefractReport
import Testing

struct IndexTests {
  /// Six problems: the first two without a deadline, the last three with thin evidence, one of them in another field.
  private var summaries: [ReportSummary] {
    (1...6).map { number in
      var one = ReportSummary(WorkedExample.report)
      one.id = "p\(number)"
      one.quality = Double(number) / 10
      one.deadline = number > 2 ? "in May" : nil
      one.isThin = number > 3
      one.domain = number == 6 ? "<Beekeeping>" : "Software"
      return one
    }
  }

  private func pages(runs: [RunRecord] = [], of summaries: [ReportSummary]) throws -> [String: String] {
    let files = try Renderer(templates: try Templates()).indexPages(summaries, runs: runs).get()
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
  }

  /// The ids of the rows that bear the key of a choice.
  private func rows(chosenBy words: String, in html: String) throws -> [Int] {
    let label = try #require(html.split(separator: "\n").first { $0.contains("<span>\(words) <i") })
    let key = try #require(label.split(separator: "class=\"f-").last?.prefix { $0 != "\"" })
    return html.split(separator: "\n").filter { $0.contains("<tr class=\"problem") }.enumerated()
      .filter { $0.element.prefix(200).contains(" \(key)\"") || $0.element.prefix(200).contains(" \(key) ") }
      .map { $0.offset + 1 }
  }

  @Test func aChoiceHoldsTheRowsThatItsWordsSay() throws {
    let html = try #require(try pages(of: summaries)["index.html"])
    #expect(try rows(chosenBy: "Thin evidence", in: html) == [4, 5, 6])
    #expect(try rows(chosenBy: "With a deadline", in: html) == [3, 4, 5, 6])
    #expect(try rows(chosenBy: "&lt;Beekeeping&gt;", in: html) == [6])
    #expect(Page(html).allFaults == [])
  }

  @Test func everyKeyOfAChoiceHasARuleInTheStyleSheet() throws {
    var many = summaries
    for index in many.indices { many[index].domain = "Field \(index)" }
    let html = try #require(try pages(of: many)["index.html"])
    for piece in html.split(separator: "class=\"f-").dropFirst() {
      let key = piece.prefix { $0 != "\"" }
      #expect(html.contains(":has(.f-\(key):checked) .problem:not(.\(key))"), "\(key)")
    }
  }

  @Test func whatPartsNothingIsNoChoice() throws {
    let html = try #require(try pages(of: summaries)["index.html"])
    #expect(!html.contains("<span>With a root cause <i"))
    #expect(!html.contains("<span>New <i"))
    let few = try #require(try pages(of: Array(summaries.prefix(3)))["index.html"])
    #expect(!few.contains("type=\"radio\""))
  }

  @Test func newAndChangedProblemsAreMarkedInTheList() throws {
    var last = RunRecord(
      qualities: [0.1], new: [.init(id: "p1", quality: 0.1)], changed: [.init(id: "p2", from: 0.1, to: 0.2)])
    last.run = 2
    let html = try #require(try pages(runs: [RunRecord(qualities: [0.5]), last], of: summaries)["index.html"])
    #expect(try rows(chosenBy: "New", in: html) == [1])
    #expect(try rows(chosenBy: "Changed", in: html) == [2])
    #expect(try rows(chosenBy: "Unchanged", in: html) == [3, 4, 5, 6])
    #expect(html.contains("new since the last run"))
  }

  @Test func whereAllAreChangedNoRowSaysSo() throws {
    var last = RunRecord(qualities: [0.1], changed: summaries.map { .init(id: $0.id, from: 0.1, to: 0.2) })
    last.run = 2
    let html = try #require(try pages(runs: [RunRecord(qualities: [0.5]), last], of: summaries)["index.html"])
    #expect(!html.contains("since the last run</span>"))
  }

  @Test func modePagesLensPagesReportsAndIndexLinkEachOther() throws {
    let mode = try #require(WorkedExample.report.thinkingMode.recommended.first)
    let lens = try #require(WorkedExample.report.analyses.first { mode.lenses.contains($0.name) })
    let pages = try pages(of: summaries)
    let page = try #require(pages["modes/\(mode.id).html"])
    #expect(page.contains("Six problems call for \(mode.name); it stands first for each."))
    #expect(page.contains("href=\"../lenses/\(lens.id).html\""))
    #expect(page.contains("href=\"../problems/p1.html#thinking-mode\"") && page.contains("first choice"))
    #expect(pages["lenses/\(lens.id).html"]?.contains("href=\"../modes/\(mode.id).html\"") == true)
    #expect(pages["index.html"]?.contains("href=\"modes/\(mode.id).html\"") == true)
    #expect(pages["index.md"]?.contains("](modes/\(mode.id).md)") == true)
    #expect(pages["modes/\(mode.id).md"]?.contains("](../lenses/\(lens.id).md)") == true)
    let report = try Renderer(templates: try Templates(), formats: [HTMLFormat()]).render(WorkedExample.report).get()
    #expect(String(decoding: report[0].bytes, as: UTF8.self).contains("href=\"../modes/\(mode.id).html\""))
  }

  @Test func theRecordOfAnOlderVersionHasNoModesAndLosesNothing() throws {
    var one = ReportSummary(WorkedExample.report)
    one.common?.advice = nil
    let pages = try pages(of: [try #require(ReportSummary(json: one.json))])
    #expect(pages.keys.allSatisfy { !$0.hasPrefix("modes/") } && pages["index.html"] != nil)
  }

  @Test func remembersOnlyLensesThatWereAppliedOrFitByHalf() throws {
    var report = WorkedExample.report
    let applied = Set(report.analyses.map(\.id))
    for index in report.lensRanking.indices {
      let isApplied = applied.contains(report.lensRanking[index].id)
      report.lensRanking[index].score = isApplied ? 0.3 : index % 2 == 0 ? 0.5 : 0.49
    }
    let kept = ReportSummary(report).lenses
    #expect(kept.filter(\.isApplied).count == applied.count)
    #expect(kept.allSatisfy { $0.isApplied || $0.score == 0.5 })
    #expect(kept.allSatisfy { $0.isApplied == ($0.definition != nil) })
  }
}
