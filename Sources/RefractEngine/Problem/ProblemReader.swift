/// Turns the bytes of a problem file into a ``Problem``.
///
/// Pure: no files, no clock, no printing. A file that cannot be used costs itself only: everything found in it is
/// returned as diagnostics.
public enum ProblemReader {
  /// What came out of one file.
  public struct Reading: Sendable, Equatable {
    /// The problem; nil if there is at least one error.
    public var problem: Problem?
    /// Errors and warnings in the file's order, at most 200 and then a count.
    public var diagnostics: [Diagnostic]

    public init(problem: Problem?, diagnostics: [Diagnostic]) {
      self.problem = problem
      self.diagnostics = diagnostics
    }
  }

  /// Reads a problem file.
  ///
  /// All errors are collected; only what makes the rest unreadable (bad syntax, a limit, a refused feature) ends the
  /// reading early.
  ///
  /// - Parameters:
  ///   - bytes: the content, UTF-8, with or without a byte order mark.
  ///   - file: the path as the user would type it: diagnostics name it, and its stem is the default id.
  public static func read(bytes: [UInt8], file: String, format: InputFormat) -> Reading {
    do throws(Diagnostic) {
      let tree = try Tree.read(bytes: bytes, file: file, format: format)
      var reader = SectionReader(source: tree.source, findings: tree.findings)
      let problem = reader.problem(tree.root)
      let findings = reader.findings
      return Reading(problem: findings.hasErrors ? nil : problem, diagnostics: findings.all)
    } catch {
      return Reading(problem: nil, diagnostics: [error])
    }
  }

  /// Reads plain prose, such as standard input: all of it is the text of `problem`.
  ///
  /// The title is the first sentence, and the id is the slug of the title.
  ///
  /// - Parameter file: what diagnostics name as the place.
  public static func read(prose bytes: [UInt8], file: String = "-") -> Reading {
    do throws(Diagnostic) {
      let limits = ReadingLimits.problem
      let source = try SourceText(file: file, bytes: bytes, limits: limits)
      let whole = 0..<source.bytes.count
      guard whole.count <= limits.textBytes else {
        throw Diagnostic(
          .overLimit, "the text is longer than \(SourceText.size(limits.textBytes))",
          at: source.place(of: limits.textBytes..<limits.textBytes + 1), help: "shorten it")
      }
      let clean = CleanText(String(decoding: source.bytes, as: UTF8.self))
      guard !clean.text.isBlank else {
        throw Diagnostic(
          .emptyFile, "the text is empty", at: source.place(of: 0..<1),
          help: "describe the problem in your own words")
      }
      var findings = Findings(source: source)
      if clean.dropped > 0 { findings.addRemoved(clean.dropped, at: 0..<1) }
      let title = Headline.make(from: clean.text)
      let field = Problem.Field(name: "problem", text: clean.text)
      let problem = Problem(
        id: Slug.make(from: PersonalData(PersonalWords()).masked(title)), title: title.isEmpty ? "Problem" : title,
        hasOwnTitle: false, problem: clean.text,
        fields: [field])
      return Reading(problem: problem, diagnostics: findings.all)
    } catch {
      return Reading(problem: nil, diagnostics: [error])
    }
  }

  /// The id a file has unless it names one itself: the slug of its name without folder and ending.
  public static func defaultID(file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : name[..<$0] } ?? name
    return Slug.make(from: String(stem))
  }
}

extension Findings {
  /// The warning that invisible characters were taken out of the file's texts.
  mutating func addRemoved(_ count: Int, at range: Range<Int>) {
    let what = count == 1 ? "1 control or direction character was" : "\(count) control or direction characters were"
    add(
      .charactersRemoved, "\(what) removed from this file's texts", at: range, label: "the first text that has one",
      help: "delete them in the file; an editor shows them as `<U+202E>` or similar")
  }
}
