import Foundation
import Testing

@testable import RefractEngine
@testable import RefractReport

@Suite("Rendering")
struct RenderTests {
  static let nasty = [
    "<script>alert(1)</script>", "\"\u{301} onmouseover=alert(1) x=\"", "</style></title><b>", "`*_[x](javascript:y)",
    "{{title}} {{{x}}}", "\u{0}\u{1B}[31m", "]]>--><!--", "\n# heading\n- item\n\n    code", "&lt;&#x41;&amp",
    "שלום עולם", "\u{2028}\u{2029}\\", String(repeating: "w", count: 100), String(repeating: "word ", count: 30),
    "|a|b|",
  ]

  static var reports: [Report] {
    var second = WorkedExample.report
    second.problem.id = "dashboard-again"
    return [WorkedExample.report, second, Sample.thin, Sample.empty]
  }

  static func render(_ report: Report) throws -> [String: String] {
    let files = try Renderer(templates: try Templates()).render(report).get()
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { _, last in last }
  }

  @Test("All samples render in all formats; REFRACT_SAMPLES names a folder to keep them in")
  func samples() throws {
    let renderer = Renderer(templates: try Templates())
    var reports = Self.reports
    for (index, nasty) in Self.nasty.enumerated() {
      var report = Sample.hostile(nasty)
      report.problem.id = "hostile-\(index)"
      reports.append(report)
    }
    var files: [OutputFile] = []
    for report in reports { files += try renderer.render(report).get() }
    files += try renderer.indexPages(reports.map(ReportSummary.init)).get()
    let modes = WorkedExample.report.thinkingMode.recommended.count
    #expect(files.count == reports.count * 3 + 3 + 2 * 4 + 2 * modes)
    #expect(Set(files.map(\.path)).count == files.count)
    for file in files where file.path.hasSuffix(".html") {
      #expect(Page(String(decoding: file.bytes, as: UTF8.self)).allFaults == [], "\(file.path)")
    }
    guard let folder = ProcessInfo.processInfo.environment["REFRACT_SAMPLES"] else { return }
    for file in files {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  @Test("Sections of the Markdown report stand in the order of the house, and none is empty")
  func order() throws {
    let text = try #require(try Self.render(WorkedExample.report)["problems/dashboard-slow.md"])
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") && !$0.hasPrefix("####") }.map(String.init)
    #expect(
      headings == [
        "# Dashboard endpoint stuck at 350 ms", "## In brief", "## The problem", "## Thinking mode", "## Pace Layering",
        "## System Boundaries", "## Leverage Points", "## Solution", "### Problem Reframe", "### Root Cause",
        "### Key Insights", "### Recommended Actions", "### Trade-offs to Consider", "### Validation Strategy",
        "### Why Earlier Attempts Fell Short", "### Path to under 150ms", "### Expected Outcome",
        "### Feasible Within Constraints", "### Dropped Advice", "### Stakeholders", "### Open Questions",
        "## Quality scores",
      ])
  }

  @Test("Markdown is tidy: one blank line around headings and lists, none doubled, no blanks at line ends")
  func tidy() throws {
    for report in Self.reports {
      for (path, text) in try Self.render(report) where path.hasSuffix(".md") {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(!text.contains("\n\n\n") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path)")
        for (index, line) in lines.enumerated() {
          #expect(!line.hasSuffix(" "), "\(path):\(index + 1)")
          guard line.hasPrefix("#") else { continue }
          #expect(index == 0 || lines[index - 1].isEmpty)
          #expect(index + 2 < lines.count && lines[index + 1].isEmpty, "\(path): empty section \(line)")
          let holdsHeadings = ["# ", "## Solution", "### Recommended"].contains { line.hasPrefix($0) }
          #expect(holdsHeadings || !lines[index + 2].hasPrefix("#"), "\(path): \(line) is empty")
        }
      }
    }
  }

  @Test("Hostile texts add no block, no link and no element to the Markdown")
  func hostileMarkdown() throws {
    func outline(_ report: Report) throws -> [String] {
      let text = try #require(try Self.render(report).first { $0.key.hasSuffix(".md") }?.value)
      return try #require(CommonMark.nodes(text)).map(\.type).filter { $0 != "text" && $0 != "softbreak" }
    }
    let plain = try outline(Sample.hostile("x"))
    for nasty in Self.nasty where !nasty.contains("\n") {
      #expect(try outline(Sample.hostile(nasty)) == plain, "\(nasty)")
    }
  }

  @Test("The policy names the style that the page carries, and nothing is fetched")
  func policy() throws {
    let templates = try Templates()
    let html = try #require(try Self.render(WorkedExample.report)["problems/dashboard-slow.html"])
    #expect(html.contains("style-src 'sha256-\(templates.styleHash)'"))
    #expect(html.contains("<style>" + templates.style + "</style>"))
    #expect(templates.styleHash.utf8.count == 44 && !templates.style.contains("url(#hatch)x"))
    #expect(!html.contains("http:") && !html.contains("https:"))
  }

  @Test("Marks and beliefs are linked both ways")
  func marks() throws {
    let html = try #require(try Self.render(WorkedExample.report)["problems/dashboard-slow.html"])
    #expect(html.contains("<mark id=\"q1\">averaging 350ms (need &lt;150ms)</mark><a class=\"ref\" href=\"#b1\""))
    #expect(html.contains("href=\"#q1\">averaging 350ms (need &lt;150ms)</a>"))
    #expect(html.contains("<mark id=\"q12\">"))
  }

  @Test("Marks that overlap, end past the text or cut a character do no harm")
  func overlaps() throws {
    let text = "aé<b>c d"
    var report = Sample.empty
    report.problem = Problem(
      id: "x", title: "x", problem: text, fields: [Problem.Field(name: "problem", text: text)])
    func mark(_ start: Int, _ end: Int, _ belief: Int) -> Report.Mark {
      Report.Mark(span: Span(field: 0, start: start, end: end), beliefs: [belief])
    }
    report.marks = [mark(3, 6, 1), mark(0, 4, 2), mark(2, 5, 3), mark(5, 900, 4), mark(8, 9, 5), mark(7, 7, 6)]
    let own = OwnWords(report)
    #expect(own.marks.map { $0.beliefs[0] } == [2, 1, 5])
    guard case .list(let items)? = own.groups[0]["items"], case .html(let html)? = items[0]["html"] else {
      Issue.record("no text")
      return
    }
    #expect(
      html.value.contains("<mark id=\"q1\">aé<span id=\"q2\"></span>&lt;b&gt;</mark><a class=\"ref\" href=\"#b1\""))
    #expect(html.value.contains("c <mark id=\"q3\">d</mark>"))
  }

  @Test("A margin in the author's editor makes no line; a list and a verse keep theirs")
  func softBreaks() throws {
    let line = "a line of the author's text that filled his editor's margin"
    var report = Sample.empty
    let text = [line, "and went on,", "short", "- item", "", line, "2. item"].joined(separator: "\n")
    report.problem = Problem(
      id: "x", title: "x", problem: text, fields: [Problem.Field(name: "problem", text: text)])
    let html = try #require(try Self.render(report)["problems/x.html"])
    let shown = ["margin and went on,", "short", "- item", "", "a line"].joined(separator: "\n")
    #expect(html.contains(shown) && html.contains("margin\n2. item"))
  }

  @Test("Items below two-digit numbers stay inside of their item")
  func wideNumbers() throws {
    let one = ReportSummary(WorkedExample.report)
    let files = try Renderer(templates: try Templates()).indexPages(Array(repeating: one, count: 11)).get()
    let index = try #require(files.first { $0.path == "index.md" })
    let nodes = try #require(CommonMark.nodes(String(decoding: index.bytes, as: UTF8.self)))
    let text = String(decoding: index.bytes, as: UTF8.self)
    #expect(text.contains("\n9. [") && text.contains("\n   - Quality") && text.contains("\n    - Quality"))
    #expect(nodes.filter { $0.type == "list" }.count >= 1 + 11)
  }
}
