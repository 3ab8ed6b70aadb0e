public import RefractEngine

/// Clean CommonMark that reads well as plain text.
public struct MarkdownFormat: ReportFormat {
  /// What stands above the report for a documentation site.
  public enum FrontMatter: String, Sendable, CaseIterable { case none, hugo, mkdocs, docusaurus, jekyll, zola }

  public let name = "markdown"
  private let frontMatter: FrontMatter

  public init(frontMatter: FrontMatter = .none) { self.frontMatter = frontMatter }

  public func files(for report: Report, templates: Templates) throws(Diagnostic) -> [OutputFile] {
    let body = try templates.render(ReportView(report).record, with: "report.md")
    let problem = report.problem
    let head = header(title: problem.title, description: report.brief.reframe, tags: problem.tags)
    return [OutputFile(path: "problems/\(problem.id).md", bytes: Array(head.utf8) + Self.tidy(body))]
  }

  public func indexFiles(for summaries: [ReportSummary], templates: Templates) throws(Diagnostic) -> [OutputFile] {
    let view = IndexView(summaries)
    var files = [OutputFile(path: "index.md", bytes: Self.tidy(try templates.render(view.record, with: "index.md")))]
    for lens in view.lensPages {
      files.append(
        OutputFile(path: "lenses/\(lens.id).md", bytes: Self.tidy(try templates.render(lens.record, with: "lens.md"))))
    }
    return files
  }

  /// One blank line at most between blocks, none at the start, one line break at the end.
  static func tidy(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x0A {
        while bytes.last == 0x20 { bytes.removeLast() }
        if bytes.isEmpty || bytes.suffix(2).elementsEqual([0x0A, 0x0A]) { continue }
      }
      bytes.append(byte)
    }
    while bytes.last == 0x0A { bytes.removeLast() }
    bytes.append(0x0A)
    return bytes
  }

  private func header(title: String, description: String, tags: [String]) -> String {
    func quoted(_ text: String) -> String {
      var writer = JSONWriter()
      writer.string(String(decoding: MarkdownText.flatten(text), as: UTF8.self))
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    let list = "[" + tags.map(quoted).joined(separator: ", ") + "]"
    switch frontMatter {
    case .none: return ""
    case .zola:
      return "+++\ntitle = \(quoted(title))\ndescription = \(quoted(description))\n"
        + (tags.isEmpty ? "" : "[taxonomies]\ntags = \(list)\n") + "+++\n\n"
    case .hugo, .mkdocs, .docusaurus, .jekyll:
      return "---\ntitle: \(quoted(title))\ndescription: \(quoted(description))\n"
        + (tags.isEmpty ? "" : "tags: \(list)\n") + (frontMatter == .docusaurus ? "format: md\n" : "")
        + (frontMatter == .jekyll ? "render_with_liquid: false\n" : "") + "---\n\n"
    }
  }
}
