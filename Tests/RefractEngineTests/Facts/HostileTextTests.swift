import Testing

@testable import RefractEngine

/// A problem file may hold a megabyte of anything; reading it must take time in proportion.
@Suite struct HostileTextTests {
  static let shapes = [
    "tried a, ", "not sure we cannot ", "a. ", "→ x (5%) ", "we added a b and ", "\"a b ", "because so that ",
    "either or ? ",
    "CEO wants x, ", "- tried: a\n", "again and again problem ", "(((((", "the the the ", "A vs B ", "; but ", "\n\n",
    "1 2 3 ",
    "cannot must no only without ", "keeps keeps half others want ", ", , , ",
  ]

  @Test(arguments: shapes) func readsHostileTextInLinearTime(_ shape: String) throws {
    let lexicon = try SignalTests.lexicon()
    func time(_ bytes: Int) -> Swift.Duration {
      let text = String(repeating: shape, count: max(1, bytes / shape.utf8.count))
      return ContinuousClock().measure { _ = Sample.facts(text, lexicon: lexicon) }
    }
    let short = time(4_000)
    let long = time(32_000)
    // Eight times the text; a quadratic step would need sixty-four times the time. The machine is shared: wide margin.
    #expect(long < max(short, Swift.Duration.milliseconds(5)) * 30)
  }

  /// Sentences that end, or are cut for their length, in the middle of what a rule looks for.
  @Test(arguments: [
    "Have to", "has to", "x " + String(repeating: "because of ", count: 400),
    "i put out the beand honestly they're who we're for",
    "We tried it (", "A nurse now, which", "25 come; 31 come",
  ])
  func readsTextThatEndsTooEarly(_ text: String) throws {
    let facts = Sample.facts(text, lexicon: try SignalTests.lexicon())
    let size = text.utf8.count
    #expect(facts.causes.allSatisfy { $0.span.end <= size })
    #expect(facts.constraints.allSatisfy { $0.span.end <= size })
  }
}
