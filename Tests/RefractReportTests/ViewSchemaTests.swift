import Foundation
import RefractEngine
import RefractReport
import Testing

/// What the article "Templates" promises.
struct ViewSchemaTests {
  private var schema: [String: Any] {
    get throws {
      try #require(try JSONSerialization.jsonObject(with: Data(ViewSchema.json.utf8)) as? [String: Any])
    }
  }

  @Test func everyPageIsListedWithTheKindsOfItsNames() throws {
    #expect(try schema["view_version"] as? Int == 1)
    let templates = try #require(try schema["templates"] as? [String: [String: Any]])
    let pages = Templates.builtIn.map(\.name).filter { $0.hasSuffix(".mustache") && !$0.contains("/") }
    #expect(Set(pages).isSubset(of: templates.keys))
    let report = try #require(templates["report.html.mustache"])
    #expect(report["title"] as? String == "text" && report["attempts_chart"] as? String == "markup")
    #expect(report["has_lenses"] as? String == "flag")
    let lens = try #require((report["lenses"] as? [[String: Any]])?.first)
    #expect(lens["name"] as? String == "text")
  }

  /// The files of the article, read from it: what stands there is what is tried here.
  private var branding: [(name: String, text: String)] {
    get throws {
      let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/RefractReport/RefractReport.docc/Templates.md")
      let text = try String(contentsOf: article, encoding: .utf8)
      return text.components(separatedBy: "\n`templates/").dropFirst().compactMap { part in
        let pieces = part.components(separatedBy: "```")
        guard pieces.count > 2, let name = part.split(separator: "`").first else { return nil }
        return (String(name), pieces[1].split(separator: "\n").dropFirst().joined(separator: "\n") + "\n")
      }
    }
  }

  @Test func theClientBrandedExampleOfTheArticleWorks() throws {
    let files = try branding
    #expect(files.map(\.name) == ["html/brand.html.mustache", "brand.css"])
    let style = try #require(Templates.builtIn.first { $0.name == "style.css" }?.text)
    let overrides = [files[0], ("style.css", style + files[1].text)]
    let renderer = Renderer(templates: try Templates(overrides: overrides), formats: [HTMLFormat()])
    let report =
      try renderer.render(WorkedExample.report).get() + renderer.indexPages([ReportSummary(WorkedExample.report)]).get()
    for file in report {
      let html = String(decoding: file.bytes, as: UTF8.self)
      #expect(html.contains("Harbour &amp; Sons") && html.contains("Prepared for the Port of Aldmouth"), "\(file.path)")
      #expect(html.contains("--pencil: #00607a") && html.contains("@bottom-left"))
      #expect(Page(html).allFaults == [], "\(file.path)")
    }
  }
}
