import ArgumentParser
import RefractBatch
import RefractEngine
import RefractReport

/// Options that decide what reports say and look like.
struct ReportOptions: ParsableArguments {
  @Option(
    name: [.customShort("f", allowingJoined: true), .long],
    help:
      "Formats, with commas: md, html, json; junit writes the findings as junit.xml, github prints them as workflow commands."
  )
  var format = "md,html,json"

  @Option(help: "Begin Markdown pages as this kind of site wants them: none, hugo, mkdocs, docusaurus, jekyll, zola.")
  var frontMatter = "none"

  @Option(help: "Where the output will stand on the web: adds sitemap.xml and the Atom feed feed.xml.")
  var baseURL: String?

  @Option(
    help:
      "A folder with templates that replace the built-in ones, file by file. (default: templates, if it holds a page)")
  var templates: String?

  @Option(help: "A folder with lenses and modes that replace or add to the built-in ones, file by file.")
  var catalogue: String?

  @Option(help: "Take this thinking mode instead of the best fitting one.")
  var mode: String?

  @Option(help: "Apply this lens; give it several times for several lenses.")
  var lens: [String] = []

  @Option(help: "How many lenses to apply, 1 to 8. (default: 3)")
  var lenses: Int?

  func validate() throws {
    _ = try formats
    _ = try frontMatterKind
    if let baseURL, Site(base: baseURL, updated: "") == nil {
      throw ValidationError("--base-url takes an address such as https://example.org/reports/")
    }
    if let lenses, !(1...8).contains(lenses) { throw ValidationError("--lenses takes a number from 1 to 8") }
    if lenses != nil && !lens.isEmpty { throw ValidationError("--lens and --lenses exclude each other") }
  }

  /// The formats asked for, in the order of the list of all formats.
  var formats: [Pipeline.Format] {
    get throws {
      let names = formatNames
      if let bad = names.first(where: { Pipeline.Format(rawValue: $0) == nil && FindingFormat(rawValue: $0) == nil }) {
        throw ValidationError("`\(TerminalText.escaped(bad))` is no format: take some of md, html, json, junit, github")
      }
      let formats = Pipeline.Format.allCases.filter { names.contains($0.rawValue) }
      if formats.isEmpty { throw ValidationError("--format needs one of md, html, json beside junit and github") }
      return formats
    }
  }

  /// The formats asked for that tell of findings.
  var findingFormats: [FindingFormat] { FindingFormat.allCases.filter { formatNames.contains($0.rawValue) } }

  private var formatNames: [String] {
    format.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// The kind of site that Markdown pages are for.
  private var frontMatterKind: FrontMatter {
    get throws {
      guard let site = FrontMatter(rawValue: frontMatter) else {
        let kinds = FrontMatter.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--front-matter takes one of \(kinds), not `\(TerminalText.escaped(frontMatter))`")
      }
      return site
    }
  }

  /// The steps of a build with these options.
  ///
  /// - Parameter updated: When the newest problem is from, in seconds since 1970; nil where no site is made.
  func steps(_ common: CommonOptions, updated: Int?) throws -> BuildSteps<Problem> {
    let kind = try frontMatterKind
    let site = baseURL.flatMap { base in
      updated.flatMap { Site(base: base, updated: Day.time(epoch: $0), frontMatter: kind) }
    }
    let pipeline = Pipeline(
      formats: try formats, frontMatter: kind, templates: templates, catalogue: catalogue, choices: choices, site: site)
    do {
      return try pipeline.steps()
    } catch {
      Console.report(error, log: common.log)
      throw ExitCode(ExitStatus.wrongUsage.rawValue)
    }
  }

  private var choices: Pipeline.Choices {
    Pipeline.Choices(mode: mode, lenses: lens.isEmpty ? lenses.map { .count($0) } : .named(lens))
  }
}
