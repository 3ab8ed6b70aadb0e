public import RefractEngine

/// Clean CommonMark that reads well as plain text.
public struct MarkdownFormat: ReportFormat {
  public let name = "markdown"
  private let frontMatter: FrontMatter

  public init(frontMatter: FrontMatter = .none) { self.frontMatter = frontMatter }

  public func files(for report: Report, templates: Templates) throws(Diagnostic) -> [OutputFile] {
    let problem = report.problem
    let page = MarkdownPage(
      title: problem.title, description: report.brief.reframe, tags: problem.tags, slug: problem.id)
    let text = try render(ReportView(report).record, with: "report.md", depth: 1, templates: templates)
    return [OutputFile(path: "problems/\(problem.id).md", bytes: finished(text, page))]
  }

  public func indexFiles(
    for summaries: [ReportSummary], runs: [RunRecord], templates: Templates
  ) throws(Diagnostic) -> [OutputFile] {
    let view = IndexView(summaries, runs: runs)
    let text = try render(view.record, with: "index.md", depth: 0, templates: templates)
    let page = MarkdownPage(title: view.title, description: view.leadLine)
    var files = [OutputFile(path: frontMatter.indexFile, bytes: finished(text, page))]
    for lens in view.lensPages {
      let text = try render(lens.record, with: "lens.md", depth: 1, templates: templates)
      let page = MarkdownPage(title: lens.name, description: lens.definition, slug: lens.id)
      files.append(OutputFile(path: "lenses/\(lens.id).md", bytes: finished(text, page)))
    }
    for mode in view.modePages {
      let text = try render(mode.record, with: "mode.md", depth: 1, templates: templates)
      let page = MarkdownPage(title: mode.name, description: mode.description, slug: mode.id)
      files.append(OutputFile(path: "modes/\(mode.id).md", bytes: finished(text, page)))
    }
    return files
  }

  private func render(
    _ record: Record, with name: String, depth: Int, templates: Templates
  ) throws(Diagnostic) -> String {
    try templates.render(record.merging(["site": .record(frontMatter.site(depth: depth))]), with: name)
  }

  private func finished(_ text: String, _ page: MarkdownPage) -> [UInt8] {
    Array(frontMatter.header(page).utf8) + frontMatter.adapted(Self.tidy(text))
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
}
