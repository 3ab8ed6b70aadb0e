/// The documentation site that Markdown pages are made for: what stands above each page, and where that site reads
/// Markdown, links or file names in its own way.
public enum FrontMatter: String, Sendable, CaseIterable {
  case none, hugo, mkdocs, docusaurus, jekyll, zola

  /// The file over all problems. Hugo and Zola take `index.md` for a page that owns all files beside it.
  public var indexFile: String {
    switch self {
    case .hugo, .zola: "_index.md"
    case .none, .mkdocs, .docusaurus, .jekyll: "index.md"
    }
  }

  /// What `{{site.…}}` says on a page so many folders below the index.
  func site(depth: Int) -> Record {
    // Hugo and Zola make a folder of each page, one level further down.
    let isFolder = self == .hugo || self == .zola
    let levels = depth == 0 ? 0 : depth + (isFolder ? 1 : 0)
    let (ending, home) =
      switch self {
      case .none, .mkdocs, .docusaurus: (".md", "index.md")
      case .jekyll: (".html", "index.html")
      case .hugo, .zola: ("/", "")
      }
    let root = String(repeating: "../", count: levels)
    return ["root": .text(root), "ending": .text(ending), "home": .text(root + home)]
  }

  /// The lines above a page.
  func header(_ page: MarkdownPage) -> String {
    guard self != .none else { return "" }
    let title = quoted(page.title)
    let description = quoted(page.description)
    let tags = page.tags.isEmpty ? nil : "[" + page.tags.map(quoted).joined(separator: ", ") + "]"
    if self == .zola {
      let slug = page.slug.map { "slug = \(quoted($0))\n" } ?? ""
      return "+++\ntitle = \(title)\ndescription = \(description)\n" + slug
        + (tags.map { "[taxonomies]\ntags = \($0)\n" } ?? "") + "+++\n\n"
    }
    let further =
      switch self {
      case .hugo: page.slug.map { "slug: \(quoted($0))\n" } ?? ""
      // Else pages count as MDX, where `<` and `{` are code.
      case .docusaurus: "format: md\n"
      case .jekyll: "layout: default\nrender_with_liquid: false\n"
      case .none, .mkdocs, .zola: ""
      }
    return "---\ntitle: \(title)\ndescription: \(description)\n" + (tags.map { "tags: \($0)\n" } ?? "") + further
      + "---\n\n"
  }

  /// A text on one line as both YAML and TOML quote it.
  private func quoted(_ text: String) -> String {
    let flat = String(decoding: MarkdownText.flatten(text), as: UTF8.self)
    var writer = JSONWriter()
    // MkDocs' themes put these texts into pages as they stand.
    writer.string(self == .mkdocs ? HTMLText().escapeText(flat) : flat)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A tidy page in the Markdown of the site.
  func adapted(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .none, .docusaurus: text
    case .hugo, .zola: Self.withoutTitle(text)
    case .mkdocs: Self.indented(withReferences(text))
    case .jekyll: withReferences(text)
    }
  }

  /// Themes of Hugo and Zola print the title of the front matter themselves.
  private static func withoutTitle(_ text: [UInt8]) -> [UInt8] {
    guard text.starts(with: "# ".utf8), let end = text.firstIndex(of: 0x0A) else { return text }
    return Array(text[end...].drop { $0 == 0x0A })
  }

  /// Characters that a backslash does not escape, as references.
  private func withReferences(_ text: [UInt8]) -> [UInt8] {
    let escapable = self == .mkdocs ? "\\`*_{}[]()>#+-.!" : "\\.*_+`<>()[]{}#!:|\"'$=-"
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 64)
    var place = 0
    while place < text.count {
      let isEscape = text[place] == UInt8(ascii: "\\") && place + 1 < text.count
      guard isEscape, Self.isPunctuation(text[place + 1]) else {
        result.append(text[place])
        place += 1
        continue
      }
      let next = text[place + 1]
      result += escapable.utf8.contains(next) ? [text[place], next] : Array("&#\(next);".utf8)
      place += 2
    }
    return result
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Lists inside lists begin at the fifth column, where Python-Markdown looks for them.
  private static func indented(_ text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt8] in
      let spaces = line.prefix { $0 == 0x20 }.count
      return [UInt8](repeating: 0x20, count: (2...3).contains(spaces) ? 4 : spaces) + line.dropFirst(spaces)
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}

/// What the front matter of a page tells.
struct MarkdownPage {
  var title: String
  var description: String
  var tags: [String] = []
  /// The last part of the page's address; nil for the page over all problems.
  var slug: String?
}
