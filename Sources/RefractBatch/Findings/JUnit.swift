package import RefractEngine

/// Findings as a JUnit document, which continuous integration shows as tests: one test for each problem file.
///
/// It holds no time, so that equal findings are equal bytes.
package enum JUnit {
  /// Name of the file in the output folder.
  package static let path = "junit.xml"

  /// The document.
  ///
  /// - Parameters:
  ///   - inputs: Problem files that were looked at, as the user would type them.
  ///   - diagnostics: All findings; those without a file become a test of their own, `the run`.
  ///   - isStrict: Whether warnings fail their test.
  package static func text(inputs: [String], diagnostics: [Diagnostic], isStrict: Bool) -> String {
    var findings: [BytePath: [Diagnostic]] = [:]
    for diagnostic in diagnostics { findings[BytePath(diagnostic.place?.file ?? ""), default: []].append(diagnostic) }
    let files = Set(inputs.map(BytePath.init)).union(findings.keys).sorted()
    let cases = files.map { Case(file: $0.text, diagnostics: findings[$0] ?? [], isStrict: isStrict) }
    let errors = cases.count { $0.outcome == .error }
    let failures = cases.count { $0.outcome == .failure }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="refract" \(counts)>
      <testsuite name="refract" \(counts)>
      \(cases.map(\.text).joined())</testsuite>
      </testsuites>

      """
  }

  private enum Outcome { case passed, failure, error }

  private struct Case {
    let file: String
    let diagnostics: [Diagnostic]
    let isStrict: Bool

    /// An error means that the file could not be used; a failure, that a gate was not passed.
    var outcome: Outcome {
      if diagnostics.contains(where: { outcome(of: $0) == .error }) { return .error }
      return diagnostics.contains { outcome(of: $0) == .failure } ? .failure : .passed
    }

    private func outcome(of diagnostic: Diagnostic) -> Outcome {
      if diagnostic.code == BatchCodes.underGate.code { return .failure }
      switch diagnostic.severity {
      case .error: return .error
      case .warning: return isStrict ? .failure : .passed
      case .note: return .passed
      }
    }

    var text: String {
      let head =
        file.isEmpty
        ? "<testcase classname=\"refract\" name=\"the run\""
        : "<testcase classname=\"refract\" name=\"\(xml(file))\" file=\"\(xml(file))\""
      if diagnostics.isEmpty { return head + "/>\n" }
      return head + ">\n" + sorted.map(element).joined() + "</testcase>\n"
    }

    /// Errors come before failures and those before what is only told, as validators of the form want it.
    private var sorted: [Diagnostic] {
      let ranks: [Outcome] = [.error, .failure, .passed]
      return ranks.flatMap { rank in diagnostics.filter { outcome(of: $0) == rank } }
    }

    private func element(_ diagnostic: Diagnostic) -> String {
      let body = xml(DiagnosticPrinter().text(diagnostic))
      let attributes = "type=\"\(xml(diagnostic.code))\" message=\"\(xml(TerminalText.escaped(diagnostic.message)))\""
      return switch outcome(of: diagnostic) {
      case .error: "<error \(attributes)>\(body)</error>\n"
      case .failure: "<failure \(attributes)>\(body)</failure>\n"
      case .passed: "<system-out>\(body)</system-out>\n"
      }
    }

    /// Text for XML 1.0, which has no place for control characters and the two non-characters at the end of a plane.
    private func xml(_ text: String) -> String {
      text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n": result += "\n"
        case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
