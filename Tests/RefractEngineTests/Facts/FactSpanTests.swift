import Testing

@testable import RefractEngine

/// What holds for every span of every problem.
@Suite struct FactSpanTests {
  static let texts =
    AttemptTests.told.map(\.text) + ConstraintTests.prose.map(\.text) + [
      "Chorists say: “we are tired”, and the café’s owner wants a later start – but the hall\ncloses at nine.",
      "  \n- a\n-\n- b: \n\n?", "🎻 We tried 🎺, 🎷 and drums → no change 🥁", "", "((", "“", "...",
      "Ünal wants naïve résumés.",
    ]

  @Test(arguments: texts) func spansAreWholeWordsInsideTheirText(_ text: String) throws {
    let facts = Sample.facts(
      text, fields: [("attempts[0]", text), ("stakeholders[0]", text), ("options[0]", text)],
      lexicon: try SignalTests.lexicon())
    var spans = facts.attempts.flatMap { [$0.label, $0.span] + [$0.outcome].compactMap(\.self) }
    spans += facts.constraints.map(\.span)
    spans += facts.stakeholders.flatMap {
      [$0.name, $0.span] + $0.wants + [$0.because, $0.concern].compactMap(\.self)
    }
    spans += facts.conflicts.flatMap { [$0.first, $0.second, $0.span] }
    spans += facts.causes.flatMap { [$0.cause, $0.effect, $0.span] }
    spans += facts.options.flatMap { [$0.label] + [$0.pro, $0.con].compactMap(\.self) }
    spans += facts.quotes.flatMap { [$0.words] + [$0.speaker].compactMap(\.self) }
    spans += facts.nounPhrases.flatMap { [$0.span, $0.head, $0.withArticle] }
    spans += facts.signals.flatMap(\.spans) + facts.recurrences + facts.doubts + facts.emotions
    spans += facts.skillGaps.flatMap { [$0.skill, $0.span] } + [facts.ask].compactMap(\.self)
    for span in spans {
      let length = facts.document.fields[span.field].text.utf8.count
      #expect(span.start >= 0 && span.start < span.end && span.end <= length)
      #expect(facts.document.tokens[span.field].contains { $0.start == span.start })
      #expect(facts.document.tokens[span.field].contains { $0.end == span.end })
    }
    for signal in facts.signals { #expect(!signal.spans.isEmpty && signal.strength > 0 && signal.strength <= 1) }
    for situation in facts.signals.flatMap(\.spans) { #expect(situation.length <= 320) }
  }

  @Test func readsTheSameFactsTwice() throws {
    let lexicon = try SignalTests.lexicon()
    for text in Self.texts {
      let once = Sample.facts(text, lexicon: lexicon)
      let twice = Sample.facts(text, lexicon: lexicon)
      #expect(once.signals.map { "\($0)" } == twice.signals.map { "\($0)" })
      #expect(once.attempts.map(\.name) == twice.attempts.map(\.name))
    }
  }
}
