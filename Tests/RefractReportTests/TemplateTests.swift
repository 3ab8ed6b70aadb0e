import RefractEngine
import Testing

@testable import RefractReport

@Suite("Templates")
struct TemplateTests {
  private func trouble(_ name: String, _ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Templates(overrides: [(name, text)])
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "A mistake is found when templates are loaded, with its line",
    arguments: [
      ("# {{title}}\n\n{{titel}}\n", "R0203", 3), ("{{#lenses}}\n{{nane}}\n{{/lenses}}", "R0203", 2),
      ("{{>md/absent.md}}", "R0204", 1), ("a\n{{#lenses}}\nb", "R0201", 2), ("{{/lenses}}", "R0201", 1),
      ("{{#lenses}}{{/modes}}", "R0201", 1), ("\n\n{{title", "R0201", 3), ("{{}}", "R0201", 1),
      ("{{>report.md}}", "R0205", 1), ("{{{title}}}", "R0207", 1), ("{{&title}}", "R0207", 1),
      ("{{lenses}}", "R0209", 1),
      ("{{=<% %>=}}", "R0202", 1), ("{{% CONTENT_TYPE:TEXT}}", "R0202", 1), ("{{<x}}{{/x}}", "R0202", 1),
      ("{{uppercased(title)}}", "R0202", 1), ("{{>html/brand.html}}", "R0206", 1), ("{{title.html}}", "R0203", 1),
      ("{{! fine }}\n{{> *title}}", "R0201", 2), ("{{map}}", "R0208", 1),
    ])
  func mistakes(text: String, code: String, line: Int) throws {
    let diagnostic = try #require(trouble("report.md.mustache", text))
    #expect(diagnostic.code == code)
    #expect(diagnostic.place?.file == "templates/report.md.mustache")
    #expect(diagnostic.place?.line == line)
  }

  @Test("A mistake in a partial is told with the partial's name; a near name is offered")
  func partial() throws {
    let diagnostic = try #require(trouble("md/problem.md.mustache", "x\n  {{key_figure}}"))
    #expect(diagnostic.place?.file == "templates/md/problem.md.mustache")
    #expect(diagnostic.place?.line == 2)
    #expect(diagnostic.place?.column == 3)
    #expect(diagnostic.place?.excerpt == "  {{key_figure}}")
    #expect(diagnostic.help == "did you mean key_figures?")
  }

  @Test("Partials that use each other are refused")
  func cycle() throws {
    let diagnostic: Diagnostic?
    do throws(Diagnostic) {
      _ = try Templates(overrides: [
        ("md/problem.md.mustache", "{{>md/a.md}}"), ("md/a.md.mustache", "{{>md/b.md}}"),
        ("md/b.md.mustache", "\n{{>md/a.md}}"),
      ])
      diagnostic = nil
    } catch {
      diagnostic = error
    }
    #expect(diagnostic?.code == "R0205")
    #expect(diagnostic?.place?.line == 2)
  }

  @Test("A file of the user's takes the place of the built-in one, and only of that one")
  func override() throws {
    let templates = try Templates(overrides: [
      ("md/problem.md.mustache", "Mine: {{title}} {{#lenses}}{{index()}}{{/lenses}}\n")
    ])
    let files = try Renderer(templates: templates, formats: [MarkdownFormat()]).render(WorkedExample.report).get()
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(text.contains("\nMine: Dashboard endpoint stuck at 350 ms 012\n"))
    #expect(text.contains("## Solution"))
  }

  @Test("A style sheet cannot leave its element")
  func style() {
    #expect(trouble("style.css", "a{}</style><script>")?.code == "R0213")
    #expect(trouble("style.css", "@import 'http://x'")?.code == "R0213")
    #expect(trouble("style.css", "a { color: red }") == nil)
  }

  @Test("A script cannot leave its element") func script() {
    #expect(trouble("index.js", "x()</script><b>")?.code == "R0214")
    #expect(trouble("index.js", "x() <!-- y")?.code == "R0214")
    #expect(trouble("index.js", "x()") == nil)
  }

  @Test("The index alone has a script, under its hash, and none if the project's file is empty") func indexScript()
    throws
  {
    func index(_ overrides: [(name: String, text: String)]) throws -> String {
      let templates = try Templates(overrides: overrides)
      let files = try Renderer(templates: templates, formats: [HTMLFormat()]).indexPages([
        ReportSummary(WorkedExample.report)
      ]).get()
      return try #require(files.first { $0.path == "index.html" }.map { String(decoding: $0.bytes, as: UTF8.self) })
    }
    let page = try index([])
    #expect(page.contains("; script-src 'sha256-\(try Templates().scriptHash)'\">") && Page(page).scripts.count == 1)
    #expect(!(try index([("index.js", "")])).contains("script"))
    let files = try Renderer(templates: Templates(), formats: [HTMLFormat()]).render(WorkedExample.report).get()
    #expect(!String(decoding: files[0].bytes, as: UTF8.self).contains("<script"))
  }

  @Test("What views hold is what the outline promises", arguments: [WorkedExample.report, Sample.thin, Sample.empty])
  func outline(report: Report) throws {
    #expect(ReportView(report).record.differences(from: Outline.report) == [])
    let index = IndexView([ReportSummary(report), ReportSummary(report)])
    #expect(index.record.differences(from: Outline.index) == [])
    for page in index.lensPages { #expect(page.record.differences(from: Outline.lensPage) == []) }
    for page in index.modePages { #expect(page.record.differences(from: Outline.modePage) == []) }
    #expect(HTMLFormat().page(try Templates()).differences(from: Outline.page) == [])
  }
}
