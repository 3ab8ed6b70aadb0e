import Testing

@testable import RefractEngine

@Suite("Quality scorer") struct QualityScorerTests {
  static let catalogue = Catalogue.builtIn().catalogue

  static func scorer(_ problem: Problem = WorkedBlocks.problem, attempts: [String] = WorkedBlocks.attempts) -> QualityScorer {
    let view = Engine(catalogue: catalogue, version: "test").read(problem)
    return QualityScorer(problem: problem, catalogue: catalogue, packs: view.packs, attempts: attempts)
  }

  static func line(_ name: String, _ scores: QualityScores) -> String {
    "\(name): \(scores.specificity) \(scores.novelty) \(scores.actionability) \(scores.coherence) \(scores.overall)"
  }

  @Test("The worked example's blocks") func worked() {
    let scorer = Self.scorer()
    let other = Self.scorer(WorkedBlocks.otherProblem, attempts: [])
    let lines = [
      Self.line("pace", scorer.score(WorkedBlocks.pace)), Self.line("boundaries", scorer.score(WorkedBlocks.boundaries)),
      Self.line("leverage", scorer.score(WorkedBlocks.leverage)), Self.line("generic", scorer.score(WorkedBlocks.generic)),
      Self.line("stuffed", scorer.score(WorkedBlocks.stuffed)), Self.line("wrong", other.score(WorkedBlocks.pace)),
    ]
    #expect(lines == [])
  }
}
