/// Names in front of a verdict or a mark that name no step: speakers, parties, measures, and what opens a part of the text.
extension AttemptSequel {
  /// One capitalised word or a role is a speaker or a party; "Goal", "Problem" open a part of the text.
  func isName(_ range: Range<Int>, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    let head = StepEvidence(reading: reading, field: field).head(range)
    return range.contains { WordLists.captions.contains(tokens[$0].key) }
      || head.map { Self.tellings.contains($0.stem) } ?? false
      || range.count == 1 && reading.classes[field][range.lowerBound] == .properNoun
  }

  /// "Ruth: the list is full of people": one word that names no kind of step, and behind it a whole statement about the present.
  func isSpeaker(_ label: Range<Int>, _ rest: Range<Int>, _ number: Int) -> Bool {
    let field = document.sentences[number].field
    guard label.count == 1, document.tokens[field][label.lowerBound].isCapitalised,
      StepEvidence(reading: reading, field: field).ofLabel(label, isNear: true) <= 0
    else { return false }
    return reading.statements[number].contains { rest.contains($0.main) && $0.hasOwnSubject && $0.tense != .past }
  }

  /// The name of what is measured is no step.
  func isMetric(_ range: Range<Int>, _ field: Int) -> Bool {
    let evidence = StepEvidence(reading: reading, field: field)
    if evidence.isGerund(range) { return false }
    guard let head = evidence.head(range) else { return true }
    if AttemptSequel.measures.contains(head.stem) { return false }
    return AttemptVerdict.goodMeasures.contains(head.key) || AttemptVerdict.badMeasures.contains(head.key)
      || Self.metrics.contains(head.stem)
  }

  private static let metrics = WordBook.stems("metric_nouns")
  private static let tellings = WordBook.stems("telling_nouns")
}
