import Testing

@testable import RefractEngine

@Suite("Quality scorer") struct QualityScorerTests {
  static let catalogue = Catalogue.builtIn().catalogue

  static func scorer(_ problem: Problem = WorkedBlocks.problem, attempts: [String] = WorkedBlocks.attempts)
    -> QualityScorer
  {
    let view = Engine(catalogue: catalogue, version: "test").read(problem)
    return QualityScorer(problem: problem, catalogue: catalogue, packs: view.packs, attempts: attempts)
  }

  @Test("scores the worked example's blocks as a careful reader would") func worked() {
    let scorer = Self.scorer()
    let blocks = [WorkedBlocks.pace, WorkedBlocks.boundaries, WorkedBlocks.leverage].map { scorer.score($0) }
    #expect(blocks.allSatisfy { (0.60...0.90).contains($0.overall) })
    for scores in blocks {
      let mean = (scores.specificity + scores.novelty + scores.actionability + scores.coherence) / 4
      #expect(abs(scores.overall - mean) <= 0.0051)
    }
  }

  @Test("gives little to words that could stand anywhere, and to lists of keywords") func empty() {
    let scorer = Self.scorer()
    #expect(scorer.score(WorkedBlocks.generic).overall < 0.40)
    let stuffed = scorer.score(WorkedBlocks.stuffed)
    #expect([stuffed.specificity, stuffed.novelty, stuffed.actionability, stuffed.coherence].allSatisfy { $0 < 0.35 })
  }

  @Test("finds the right text on the wrong problem less specific") func wrongProblem() {
    let other = Self.scorer(WorkedBlocks.otherProblem, attempts: [])
    #expect(other.score(WorkedBlocks.pace).specificity < Self.scorer().score(WorkedBlocks.pace).specificity)
  }
}
