import Foundation
import RefractEngine
import RefractReport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct SiteTests {
  private let paths = [
    "problems/a.html", "problems/a.md", "problems/a.json", "index.html", "index.md", "lenses/x.html",
  ]

  private func files(_ frontMatter: FrontMatter = .none, paths: [String]) throws -> [String: String] {
    var summary = ReportSummary(WorkedExample.report)
    summary.id = "a"
    summary.title = "<b>A & \u{1}“B”\u{FFFF}</b>"
    let site = try #require(
      Site(base: "https://example.org/reports", updated: "2026-11-26T09:30:00Z", frontMatter: frontMatter))
    return Dictionary(
      site.files(for: [summary], paths: paths).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    ) { first, _ in first }
  }

  @Test func theSitemapListsEveryPageByItsWholeAddress() throws {
    let map = try #require(try files(paths: paths)["sitemap.xml"])
    #expect(
      map.split(separator: "\n").filter { $0.contains("<loc>") } == [
        " <url><loc>https://example.org/reports/index.html</loc></url>",
        " <url><loc>https://example.org/reports/lenses/x.html</loc></url>",
        " <url><loc>https://example.org/reports/problems/a.html</loc></url>",
      ])
  }

  @Test func theFeedHasWhatAtomAsksFor() throws {
    let feed = try #require(try files(paths: paths)["feed.xml"])
    #expect(feed.contains("\n <id>https://example.org/reports/</id>\n"))
    #expect(feed.contains("\n <updated>2026-11-26T09:30:00Z</updated>\n <author><name>Refract</name></author>\n"))
    #expect(
      feed.contains(
        #" <link rel="self" type="application/atom+xml" href="https://example.org/reports/feed.xml"/>"#))
    #expect(feed.contains("  <id>https://example.org/reports/problems/a</id>\n"))
    #expect(feed.contains(#"  <link rel="alternate" href="https://example.org/reports/problems/a.html"/>"#))
    #expect(feed.contains("  <title>&lt;b&gt;A &amp; \u{FFFD}“B”\u{FFFD}&lt;/b&gt;</title>\n"))
  }

  @Test func bothAreWellFormed() throws {
    for text in try files(paths: paths).values {
      #expect(XMLParser(data: Data(text.utf8)).parse())
    }
  }

  @Test(
    "Markdown is linked to where its site shows it",
    arguments: [
      (FrontMatter.none, "problems/a.md"), (.hugo, "problems/a/"), (.zola, "problems/a/"), (.mkdocs, "problems/a/"),
      (.docusaurus, "problems/a"), (.jekyll, "problems/a.html"),
    ])
  func addresses(kind: FrontMatter, address: String) throws {
    let feed = try #require(try files(kind, paths: ["problems/a.md", kind.indexFile])["feed.xml"])
    #expect(feed.contains("href=\"https://example.org/reports/\(address)\""))
  }

  @Test(
    "What is no address of a folder is refused",
    arguments: [
      "", "example.org", "ftp://example.org", "https://", "https:///x", "https://example.org/?a",
      "https://example.org/#a",
      "https://example.org/a b", "https://example.org/\"", "https://exämple.org/", "javascript:alert(1)",
    ])
  func refusals(address: String) {
    #expect(Site(base: address, updated: "") == nil)
  }
}
