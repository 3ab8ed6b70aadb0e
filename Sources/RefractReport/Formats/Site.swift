/// Where the output will stand on the web, for the files that need whole addresses: a sitemap and an Atom feed.
public struct Site: Sendable, Equatable {
  /// The address of the output folder, ending in `/`.
  public let base: String
  /// When the newest problem is from, as Atom writes it: `2026-11-26T09:30:00Z`.
  public let updated: String
  private let frontMatter: FrontMatter

  /// The files that ``files(for:paths:version:)`` makes.
  public static let sitemap = "sitemap.xml"
  public static let feed = "feed.xml"

  /// - Returns: Nil if the address is none of a folder on the web: `http` or `https`, a host, no query, no fragment, and
  ///   only characters that stand in an address as they are.
  public init?(base: String, updated: String, frontMatter: FrontMatter = .none) {
    guard let host = ["https://", "http://"].first(where: base.hasPrefix).map({ base.dropFirst($0.count) }),
      let first = host.first, first.isLetter || first.isNumber || first == "[", base.utf8.allSatisfy(Self.isPlain)
    else { return nil }
    self.base = base.hasSuffix("/") ? base : base + "/"
    self.updated = updated
    self.frontMatter = frontMatter
  }

  /// What may stand in an address as it is (RFC 3986), without `?` and `#`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  /// The sitemap and the feed.
  ///
  /// - Parameters:
  ///   - summaries: All reports.
  ///   - paths: All files of the output that are meant to be read. Where HTML is among them, the pages are those;
  ///     else the Markdown as its site shows it, else JSON.
  public func files(for summaries: [ReportSummary], paths: [String]) -> [OutputFile] {
    let ending = [".html", ".md", ".json"].first { ending in paths.contains { $0.hasSuffix(ending) } } ?? ".html"
    let pages = paths.filter { $0.hasSuffix(ending) }.sorted()
    return [
      OutputFile(path: Self.sitemap, text: sitemap(pages)),
      OutputFile(path: Self.feed, text: feed(summaries.sorted(by: ReportSummary.isWorse), ending: ending)),
    ]
  }

  private func sitemap(_ pages: [String]) -> String {
    Self.head + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      + pages.map { " <url><loc>\(xml(address(of: $0)))</loc></url>\n" }.joined() + "</urlset>\n"
  }

  private func feed(_ summaries: [ReportSummary], ending: String) -> String {
    let version = summaries.first.map { " version=\"\(xml($0.version))\"" } ?? ""
    let index = address(of: ending == ".md" ? frontMatter.indexFile : "index" + ending)
    let head = [
      " <id>\(xml(base))</id>", " <title>\(xml(IndexView(summaries).title))</title>", " <updated>\(updated)</updated>",
      " <author><name>Refract</name></author>", " <generator\(version)>Refract</generator>",
      " <link rel=\"self\" type=\"application/atom+xml\" href=\"\(xml(base + Self.feed))\"/>",
      " <link rel=\"alternate\" href=\"\(xml(index))\"/>",
    ]
    return Self.head + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
      + head.map { $0 + "\n" }.joined() + summaries.map { entry($0, ending: ending) }.joined() + "</feed>\n"
  }

  private func entry(_ one: ReportSummary, ending: String) -> String {
    let category = one.domain.map { "  <category term=\"\(xml($0))\"/>\n" } ?? ""
    // The id names the problem, whatever formats are made of it.
    return """
       <entry>
        <id>\(xml(base))problems/\(xml(one.id))</id>
        <title>\(xml(one.title))</title>
        <updated>\(updated)</updated>
        <link rel="alternate" href="\(xml(address(of: "problems/" + one.id + ending)))"/>
      \(category)  <summary>\(xml(one.reframe))</summary>
       </entry>

      """
  }

  /// The address at which a file of the output is read.
  private func address(of path: String) -> String {
    guard path.hasSuffix(".md") else { return base + path }
    let name = path.dropLast(3)
    return switch frontMatter {
    case .none: base + path
    case .jekyll: base + name + ".html"
    case .docusaurus: base + (name == "index" ? "" : name)
    case .hugo, .zola, .mkdocs: base + (["index", "_index"].contains(name) ? "" : name + "/")
    }
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

  /// Text for XML 1.0, which has no place for control characters and the two non-characters at the end of a plane.
  private func xml(_ text: String) -> String {
    HTMLText().escapeText(text).unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
    }
  }
}
