/// Reads everything out of a problem that later stages build on. Pure: the same problem and lexicon give the same facts.
package enum FactReader {
  package static func read(_ problem: Problem, lexicon: Lexicon) -> Facts {
    read(problem, Reading(Document(fields: problem.fields)), lexicon: lexicon)
  }

  /// The facts of a problem whose words have been read already.
  static func read(_ problem: Problem, _ reading: Reading, lexicon: Lexicon) -> Facts {
    let document = reading.original
    let cues = CueFindings(reading, lexicon: lexicon)
    let sections = AttemptSections.sections(of: reading.document)
    var facts = Facts(document: document)

    facts.language = LanguageReader.read(document)
    NumericFacts.read(into: &facts, reading)
    facts.nounPhrases = NounPhraseReader.read(reading)
    facts.assertions = AssertionReader.read(reading)
    facts.technologies = TechnologyReader.read(reading, lexicon: lexicon)
    facts.quotes = QuoteReader.read(reading)
    facts.ask = AskReader.read(reading)

    facts.attempts = AttemptReader.read(
      reading, quantities: facts.quantities, sections: sections, cues: cues, lexicon: lexicon)
    AttemptMovement.settle(&facts)
    facts.trends = AttemptMovement.withoutSettings(facts)
    facts.constraints = ConstraintReader.read(reading, quantities: facts.quantities, sections: sections)
    facts.stakeholders = StakeholderReader.read(reading, sections: sections)
    facts.options = OptionReader.read(reading, quantities: facts.quantities, sections: sections)
    facts.conflicts = ConflictReader.read(reading, stakeholders: facts.stakeholders, options: facts.options)
    facts.causes = CauseReader.read(reading)
    let voices = VoiceReader.read(reading)
    facts.recurrences = voices.recurrences
    facts.doubts = voices.doubts
    facts.emotions = voices.emotions
    facts.skillGaps = voices.skillGaps

    NumericFacts.conclude(&facts)
    facts.caseNoun = CaseNounReader.read(facts)

    facts.situations = SituationReader.read(reading, cues: cues, lexicon: lexicon)
    facts.signals = SignalReader.read(facts, reading: reading, cues: cues, lexicon: lexicon, sections: sections)
    return facts
  }
}
