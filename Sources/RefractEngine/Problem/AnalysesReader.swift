/// Reads what `refract analyze` prints: one document, or several one behind the other, about one problem.
///
/// An analysis holds the whole problem, so that a synthesis can be made from it alone. The beliefs in it are for people
/// and other programs: they follow from the problem and the lenses, and are made again from these.
package enum AnalysesReader {
  /// Key of the problem file in an analysis.
  package static let problemKey = "problem_file"

  /// The problem that all documents are about, with the lenses of all of them in their order and once each.
  ///
  /// - Parameters:
  ///   - inputs: the content of each file, and its path as the user would type it.
  ///   - isLens: whether the catalogue has a lens of that name.
  package static func read(
    _ inputs: [(bytes: [UInt8], file: String)], isLens: (String) -> Bool
  ) -> ProblemReader.Reading {
    var whole = ProblemReader.Reading(problem: nil, diagnostics: [])
    var lenses: [String] = []
    do throws(Diagnostic) {
      for (bytes, file) in inputs {
        let source = try SourceText(file: file, bytes: bytes, limits: .analyses)
        let (roots, findings) = try JSONReader.readDocuments(source, limits: .analyses)
        whole.diagnostics += findings.all
        guard !roots.isEmpty else {
          throw Diagnostic(.noAnalysis, "there is no analysis here", at: source.place(of: 0..<1), help: help)
        }
        for root in roots {
          let analysis = try Document(root, source: source, isLens: isLens)
          whole.diagnostics += analysis.diagnostics
          lenses += analysis.lenses.filter { !lenses.contains($0) }
          guard whole.problem == nil || whole.problem == analysis.problem else {
            throw Diagnostic(
              .otherProblem, "this analysis is about another problem, or another version of it", at: analysis.place,
              help: "synthesise the analyses of one problem at a time")
          }
          whole.problem = analysis.problem
        }
      }
    } catch {
      whole.diagnostics.append(error)
    }
    whole.problem?.lenses = .named(lenses)
    if whole.diagnostics.contains(where: { $0.severity == .error }) { whole.problem = nil }
    return whole
  }

  private static let help = "`refract analyze FILE --lens NAME` prints one"

  /// One document.
  private struct Document {
    /// Without its own choice of lenses; nil if something is wrong with it.
    let problem: Problem?
    let lenses: [String]
    let diagnostics: [Diagnostic]
    let place: Diagnostic.Place

    init(_ root: Node, source: SourceText, isLens: (String) -> Bool) throws(Diagnostic) {
      guard root.entries != nil, let node = root[problemKey], let analyses = root["analyses"]?.items else {
        throw Diagnostic(
          .noAnalysis, "this is not what `refract analyze` prints", at: root.place(in: source),
          label: root.entries == nil ? "found \(root.kindName)" : "`\(problemKey)` or `analyses` is missing",
          help: help)
      }
      var reader = SectionReader(source: source, findings: Findings(source: source))
      var problem = reader.problem(node)
      let asked = node["lenses"]?.items
      problem?.lenses = .count(1)
      let names = try (asked ?? analyses.compactMap { $0["name"] }).map { name throws(Diagnostic) in
        guard let text = name.text, isLens(text) else {
          throw Diagnostic(
            .noSuchLens, "there is no lens `\(TerminalText.shortened(name.text ?? name.kindName))`",
            at: name.place(in: source), help: "`refract lens list` names them all")
        }
        return text
      }
      guard !names.isEmpty else {
        throw Diagnostic(.noAnalysis, "no lens was applied in this analysis", at: root.place(in: source), help: help)
      }
      lenses = names
      diagnostics = reader.findings.all
      self.problem = reader.findings.hasErrors ? nil : problem
      place = node.place(in: source)
    }
  }
}

extension DiagnosticCode {
  /// Every code about reading the steps' own documents, in order.
  package static let steps: [DiagnosticCode] = [.noAnalysis, .otherProblem, .noSuchLens]

  static let noAnalysis = DiagnosticCode(
    "R0501", title: "not an analysis",
    meaning: "`refract synthesize` reads what `refract analyze` prints, and this is something else.",
    remedy: "Give it the output of `refract analyze FILE --lens NAME`; for a problem file, use `refract build`.")

  static let otherProblem = DiagnosticCode(
    "R0502", title: "analyses of different problems",
    meaning: "A synthesis joins several lenses on one problem. These analyses were made from different texts.",
    remedy: "Run `refract analyze` with each lens on the same file, or synthesise each problem by itself.")

  static let noSuchLens = DiagnosticCode(
    "R0503", title: "a lens that does not exist",
    meaning: "The analysis names a lens that the catalogue does not have; it may come from another catalogue.",
    remedy: "Take a name of `refract lens list`, or give the catalogue it was made with: `--catalogue DIR`.")
}
