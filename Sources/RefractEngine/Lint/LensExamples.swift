/// Runs the examples that a lens brings along: each is a text with the rules that must and must not speak on it.
package enum LensExamples {
  /// What came of one example.
  package struct Outcome: Sendable, Equatable {
    /// Place in the lens's list, from 0.
    package var index: Int
    /// Ids of the rules that spoke, in the lens's order.
    package var spoke: [String]
    /// Rules that should have spoken and did not.
    package var missing: [String]
    /// Rules that should have been silent and were not.
    package var unwanted: [String]
    /// Why each rule of ``missing`` kept silent, in the same order.
    package var reasons: [String]
    /// What was read in the text.
    package var read: String

    package var passes: Bool { missing.isEmpty && unwanted.isEmpty }
  }

  /// Analyses the text of each example as the program would read it from standard input. All rules of the lens are
  /// tried, whether the lens would have been chosen or not.
  package static func outcomes(of lens: LensDefinition, in catalogue: Catalogue) -> [Outcome] {
    let engine = Engine(catalogue: catalogue, version: "")
    return lens.examples.enumerated().map { index, example in
      outcome(of: example, index: index, lens: lens, engine: engine)
    }
  }

  private static func outcome(
    of example: LensDefinition.Example, index: Int, lens: LensDefinition, engine: Engine
  ) -> Outcome {
    guard let problem = ProblemReader.read(prose: Array(example.text.utf8)).problem else {
      return Outcome(
        index: index, spoke: [], missing: example.says, unwanted: [], reasons: example.says.map { _ in "" },
        read: "the text cannot be read")
    }
    let view = engine.read(problem)
    let claims = RuleFiring(view: view).claims(of: lens)
    let spoke = lens.rules.map(\.id).filter { id in claims.contains { $0.rule.id == id } }
    let missing = example.says.filter { !spoke.contains($0) }
    let silence = Silence(view: view)
    let reasons = missing.map { id in
      lens.rules.first { $0.id == id }.map(silence.reason) ?? "the lens has no rule of that name"
    }
    return Outcome(
      index: index, spoke: spoke, missing: missing, unwanted: example.not.filter(spoke.contains), reasons: reasons,
      read: silence.read)
  }
}
