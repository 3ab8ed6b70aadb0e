public import RefractEngine

/// Pages that open from disk: one file each, style inlined under a policy with its hash, no request, and no script but the
/// one that sorts and searches the index.
public struct HTMLFormat: ReportFormat {
  public let name = "html"

  private let markdownIndex: String?
  private let hasJSON: Bool
  private let hasFeed: Bool

  /// - Parameters:
  ///   - markdownIndex: The Markdown file over all problems, where there is Markdown besides the pages.
  ///   - hasJSON: Whether there is JSON besides the pages.
  ///   - hasFeed: Whether there is an Atom feed besides the pages.
  public init(markdownIndex: String? = "index.md", hasJSON: Bool = true, hasFeed: Bool = false) {
    self.markdownIndex = markdownIndex
    self.hasJSON = hasJSON
    self.hasFeed = hasFeed
  }

  public func files(for report: Report, templates: Templates) throws(Diagnostic) -> [OutputFile] {
    var record = ReportView(report).record
    record["page"] = .record(page(templates))
    var sections = Record()
    for (file, key) in Outline.sections {
      let markdown = try templates.render(record, with: "md/" + file + ".md")
      let tidy = String(decoding: MarkdownFormat.tidy(markdown), as: UTF8.self)
      // Past the parser's limit the text is shown as it stands rather than lost.
      sections[key] = .markup(CommonMark.html(tidy) ?? "<pre>" + HTMLText().escapeText(tidy) + "</pre>")
    }
    record["sections"] = .record(sections)
    let text = try templates.render(record, with: "report.html")
    return [OutputFile(path: "problems/\(report.problem.id).html", text: text)]
  }

  public func indexFiles(
    for summaries: [ReportSummary], runs: [RunRecord], templates: Templates
  ) throws(Diagnostic) -> [OutputFile] {
    let view = IndexView(summaries, runs: runs)
    let common = page(templates)
    let page: Record = ["page": .record(common)]
    let sortable: Record = ["page": .record(common.merging(templates.scripted))]
    var files = [
      OutputFile(path: "index.html", text: try templates.render(view.record.merging(sortable), with: "index.html"))
    ]
    for lens in view.lensPages {
      let text = try templates.render(lens.record.merging(page), with: "lens.html")
      files.append(OutputFile(path: "lenses/\(lens.id).html", text: text))
    }
    for mode in view.modePages {
      let text = try templates.render(mode.record.merging(page), with: "mode.html")
      files.append(OutputFile(path: "modes/\(mode.id).html", text: text))
    }
    return files
  }
}

extension HTMLFormat {
  /// What every HTML page has.
  func page(_ templates: Templates) -> Record {
    templates.page.merging([
      "markdown_index": .text(markdownIndex), "has_markdown": .flag(markdownIndex != nil), "has_json": .flag(hasJSON),
      "has_feed": .flag(hasFeed),
    ])
  }
}

extension Templates {
  /// What the index page has besides: the script for its list.
  var scripted: Record { script.isEmpty ? [:] : ["script": .markup(script), "script_hash": .text(scriptHash)] }

  /// What every HTML page has, whatever is made besides.
  var page: Record {
    [
      "style": .markup(style), "style_hash": .text(styleHash), "script": .markup(""), "script_hash": .text(nil),
      "prose": .record(["reading": .markup(prose["reading"] ?? ""), "scores": .markup(prose["scores"] ?? "")]),
    ]
  }
}
