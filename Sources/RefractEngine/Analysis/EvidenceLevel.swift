extension CaseView {
  /// True if too little is known for more than questions: no attempt, no figure and hardly a clause to hold on to.
  package var isThin: Bool {
    let solid = facts.attempts.count + facts.constraints.count + facts.stakeholders.count + facts.causes.count
    let figures = facts.quantities.count
    let situations = Set(facts.situations.map(\.clause)).count
    return wordCount < 25 || (solid == 0 && figures == 0 && situations < 2)
  }

  /// Words in all texts.
  package var wordCount: Int { facts.document.tokens.reduce(0) { $0 + $1.count { $0.kind == .word } } }

  /// How many cues of a list occur.
  package func cueCount(_ cues: [String]) -> Int { cues.count { cuePlaces[$0] != nil } }

  /// How many cues of a list occur where the author says what is wanted: in the title, in a question or in the wish.
  package func askedCount(_ cues: [String]) -> Int {
    cues.count { cuePlaces[$0]?.contains(where: isAsked) == true }
  }

  private func isAsked(_ place: Span) -> Bool {
    let document = facts.document
    if document.fields[place.field].name == "title" || facts.ask?.overlaps(place) == true { return true }
    guard let number = document.index.sentence(of: place), let sentence = document.sentences[safe: number] else {
      return false
    }
    return document.tokens[sentence.field][sentence.tokens].last?.key == "?"
  }
}
