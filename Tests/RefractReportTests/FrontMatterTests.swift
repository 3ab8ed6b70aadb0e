import Foundation
import Testing

@testable import RefractEngine
@testable import RefractReport

@Suite("Front matter")
struct FrontMatterTests {
  private static let site: [FrontMatter] = FrontMatter.allCases.filter { $0 != .none }

  private func files(_ frontMatter: FrontMatter, _ report: Report = WorkedExample.report) throws -> [String: String] {
    let renderer = Renderer(templates: try Templates(), formats: [MarkdownFormat(frontMatter: frontMatter)])
    let files = try renderer.render(report).get() + renderer.indexPages([ReportSummary(report)]).get()
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { _, last in last }
  }

  @Test("Every page of every kind of site begins with a title and a description, quoted", arguments: site)
  func headers(frontMatter: FrontMatter) throws {
    for (path, text) in try files(frontMatter) {
      let fence = frontMatter == .zola ? "+++" : "---"
      let sign = frontMatter == .zola ? " = " : ": "
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0] == fence, "\(path)")
      #expect(lines[1].hasPrefix("title\(sign)\"") && lines[1].hasSuffix("\""), "\(path)")
      #expect(lines[2].hasPrefix("description\(sign)\"") && lines[2].hasSuffix("\""), "\(path)")
      #expect(lines[3...].contains(Substring(fence)), "\(path)")
    }
  }

  @Test("Without front matter pages begin with their title")
  func none() throws {
    for (path, text) in try files(.none) { #expect(text.hasPrefix("# "), "\(path)") }
  }

  @Test("Links lead to where each kind of site puts its pages")
  func links() throws {
    let expected: [(FrontMatter, index: String, report: String, lensToReport: String, home: String)] = [
      (.none, "index.md", "(problems/dashboard-slow.md)", "(../problems/dashboard-slow.md)", "(../index.md)"),
      (.mkdocs, "index.md", "(problems/dashboard-slow.md)", "(../problems/dashboard-slow.md)", "(../index.md)"),
      (.docusaurus, "index.md", "(problems/dashboard-slow.md)", "(../problems/dashboard-slow.md)", "(../index.md)"),
      (.jekyll, "index.md", "(problems/dashboard-slow.html)", "(../problems/dashboard-slow.html)", "(../index.html)"),
      (.hugo, "_index.md", "(problems/dashboard-slow/)", "(../../problems/dashboard-slow/)", "(../../)"),
      (.zola, "_index.md", "(problems/dashboard-slow/)", "(../../problems/dashboard-slow/)", "(../../)"),
    ]
    for (frontMatter, index, report, lensToReport, home) in expected {
      let files = try files(frontMatter)
      #expect(files[index]?.contains(report) == true, "\(frontMatter)")
      let lens = try #require(files.first { $0.key.hasPrefix("lenses/") }?.value)
      #expect(lens.contains(lensToReport) && lens.contains(home), "\(frontMatter)")
    }
  }

  @Test("Where the theme prints the title, the page does not print it again")
  func titles() throws {
    for frontMatter in Self.site {
      let report = try #require(try files(frontMatter)["problems/dashboard-slow.md"])
      #expect(report.contains("\n# ") == (frontMatter != .hugo && frontMatter != .zola), "\(frontMatter)")
    }
  }

  @Test("Whatever a title holds, the front matter stays two lines of quoted text")
  func hostileTitles() throws {
    for frontMatter in Self.site {
      for nasty in RenderTests.nasty + ["---", "+++", "a: b #c", "\\"] {
        let report = Sample.hostile(nasty)
        let text = try #require(try files(frontMatter, report)["problems/\(report.problem.id).md"])
        let title = try #require(text.split(separator: "\n").dropFirst().first)
        #expect(title.hasPrefix("title") && title.hasSuffix("\""), "\(frontMatter): \(nasty)")
        // The quotation marks that end the text are the only bare ones.
        var isEscaped = false
        let bare = title.utf8.count { byte in
          defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
          return byte == UInt8(ascii: "\"") && !isEscaped
        }
        #expect(bare == 2, "\(frontMatter): \(title)")
      }
    }
  }

  @Test("No hostile text is a shortcode, or a tag where a backslash does not escape one")
  func dialects() throws {
    let nasty = "{{< ref >}} {{% x %}} {{ f() }} {% x %} {{{y}}} <script>x</script> a|b &copy; ~~z~~"
    for frontMatter in Self.site {
      let report = Sample.hostile(nasty)
      let text = try #require(try files(frontMatter, report)["problems/\(report.problem.id).md"])
      let fence = frontMatter == .zola ? "\n+++\n" : "\n---\n"
      let end = try #require(text.range(of: fence))
      let body = text[end.upperBound...]
      for opening in ["{{", "{%"] { #expect(!body.contains(opening), "\(frontMatter)") }
      let literal = frontMatter == .mkdocs ? ["<s", "</", "\\<", "\\|", "\\&", "\\~"] : []
      for mark in literal { #expect(!body.contains(mark), "\(mark)") }
      let nodes = try #require(CommonMark.nodes(String(body)))
      #expect(!nodes.contains { $0.type.hasPrefix("html") }, "\(frontMatter)")
    }
  }

  @Test("Lists in lists begin at the fifth column for MkDocs")
  func indentation() throws {
    let index = try #require(try files(.mkdocs)["index.md"])
    #expect(index.contains("\n    - Quality") && !index.contains("\n   - "))
  }

  @Test("The HTML pages name only files that are made besides them")
  func siblings() throws {
    let summary = ReportSummary(WorkedExample.report)
    func page(_ format: HTMLFormat) throws -> String {
      let renderer = Renderer(templates: try Templates(), formats: [format])
      let files = try renderer.render(WorkedExample.report).get() + renderer.indexPages([summary]).get()
      return files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    }
    let alone = try page(HTMLFormat(markdownIndex: nil, hasJSON: false))
    #expect(!alone.contains(".md\"") && !alone.contains(".json\""))
    let all = try page(HTMLFormat(markdownIndex: "_index.md"))
    #expect(all.contains("href=\"_index.md\"") && all.contains("href=\"index.json\""))
    #expect(all.contains("href=\"dashboard-slow.md\"") && !all.contains("href=\"index.md\""))
  }
}
