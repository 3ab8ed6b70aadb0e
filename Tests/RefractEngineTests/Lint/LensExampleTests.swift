import Testing

@testable import RefractEngine

@Suite("The examples of a lens") struct LensExampleTests {
  /// Read once: every lens is a test of its own.
  private static let catalogue = Catalogue.builtIn().catalogue

  @Test("speak and keep silent as they say", arguments: catalogue.lenses.map(\.id)) func hold(id: String) throws {
    let lens = try #require(Self.catalogue.lens(named: id))
    for outcome in LensExamples.outcomes(of: lens, in: Self.catalogue) {
      let place = "\(id), example \(outcome.index + 1)"
      for (rule, reason) in zip(outcome.missing, outcome.reasons) {
        Issue.record("\(place): `\(rule)` is silent: \(reason); \(outcome.read)")
      }
      for rule in outcome.unwanted { Issue.record("\(place): `\(rule)` speaks") }
    }
  }
}
