/// The diagnostics of one file while it is being read: at most ``limit``, then a count.
struct Findings: Sendable {
  /// Diagnostics kept for one file.
  static let limit = 200

  private let source: SourceText
  private var kept: [Diagnostic] = []
  private var left = 0
  private var leftErrors = 0
  private(set) var hasErrors = false

  init(source: SourceText) { self.source = source }

  /// How many there are, shown or not.
  var count: Int { kept.count + left }

  /// Adds a finding about a range of the source. Texts and place are made only while there is room.
  mutating func add(
    _ code: DiagnosticCode, _ message: @autoclosure () -> String, at range: Range<Int>,
    label: @autoclosure () -> String? = nil, help: @autoclosure () -> String? = nil
  ) {
    let isError = code.severity == .error
    if isError { hasErrors = true }
    guard kept.count < Self.limit else {
      left += 1
      if isError { leftErrors += 1 }
      return
    }
    kept.append(Diagnostic(code, message(), at: source.place(of: range), label: label(), help: help()))
  }

  /// The findings in the file's order and, if some were left out, how many.
  var all: [Diagnostic] {
    var sorted = kept.enumerated().sorted { Self.order($0) < Self.order($1) }.map(\.element)
    guard left > 0 else { return sorted }
    var rest = Diagnostic(
      .moreFindings, "\(left) more findings in this file are not shown",
      at: Diagnostic.Place(file: source.file, line: 1, column: 1), label: nil, help: "mend the ones above and run again"
    )
    if leftErrors == 0 { rest.severity = .warning }
    sorted.append(rest)
    return sorted
  }

  private static func order(_ finding: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
    (finding.element.place?.line ?? 0, finding.element.place?.column ?? 0, finding.offset)
  }
}
