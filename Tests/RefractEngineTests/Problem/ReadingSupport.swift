@testable import RefractEngine

/// Reads YAML given as a literal.
func readYAML(_ text: String, file: String = "inputs/churn.yaml") -> ProblemReader.Reading {
  ProblemReader.read(bytes: Array(text.utf8), file: file, format: .yaml)
}

/// Reads JSON given as a literal.
func readJSON(_ text: String, file: String = "inputs/churn.json") -> ProblemReader.Reading {
  ProblemReader.read(bytes: Array(text.utf8), file: file, format: .json)
}

extension ProblemReader.Reading {
  /// `R0104 7:10` for each diagnostic.
  var places: [String] {
    diagnostics.map { "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
  }

  var codes: [String] { diagnostics.map(\.code) }
}
