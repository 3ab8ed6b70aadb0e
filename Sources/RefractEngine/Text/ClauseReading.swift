/// How a clause says what it says. Clause scope is enough: cues by sentence are reliable, their exact scope is not
/// (A. Vlachos and M. Craven, CoNLL 2010); the negation rule is NegEx's (W. Chapman, 2001).
package struct ClauseReading: Sendable {
  package enum Stance: Sendable { case asserted, hypothetical, reported, question }
  package var range: Range<Int>
  package var stance: Stance
  /// The word that makes the stance one of doubt or report, if it stands in this clause.
  package var stanceMark: Int?
  /// Tokens that negate.
  package var negations: [Int]

  /// True if a cue is negated: a negation at most six words before it, in its clause.
  package func negates(_ cue: Range<Int>) -> Bool {
    guard let last = lastNegation(before: cue.lowerBound) else { return false }
    return cue.lowerBound - last <= 6
  }

  /// By halving: a hostile clause may hold thousands of them.
  private func lastNegation(before index: Int) -> Int? {
    var low = 0
    var high = negations.count
    while low < high {
      let middle = (low + high) / 2
      if negations[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? negations[low - 1] : nil
  }

  static func readings(of sentence: Document.Sentence, in document: Document) -> [ClauseReading] {
    let tokens = document.tokens[sentence.field]
    let isQuestion = tokens[sentence.tokens.upperBound - 1].key == "?"
    var isReported = false
    return sentence.clauses.map { range in
      var negations: [Int] = []
      var doubt: Int?
      var report: Int?
      for index in range where tokens[index].kind == .word {
        let key = tokens[index].key
        if WordLists.negations.contains(key) { negations.append(index) }
        if hypotheticals.contains(key) {
          let next = tokens[safe: index + 1]?.key
          // "could not" tells what happened; "not sure" is doubt.
          // "May" is a month.
          let isMonth = key == "may" && tokens[index].isCapitalised && index > range.lowerBound
          if !(key == "could" && next == "not"), !isMonth { doubt = doubt ?? index }
        }
        if key == "sure" || key == "know" || key == "clear", let last = negations.last, index - last <= 2 {
          doubt = doubt ?? index
        }
        if reporting.contains(key), index > range.lowerBound, !firstPerson.contains(tokens[index - 1].key) {
          isReported = true
          report = report ?? index
        }
      }
      let stance: Stance =
        doubt != nil ? .hypothetical : isReported ? .reported : isQuestion ? .question : .asserted
      return ClauseReading(range: range, stance: stance, stanceMark: doubt ?? report, negations: negations)
    }
  }

  static let hypotheticals: Set<WordKey> = [
    "might", "may", "maybe", "perhaps", "possibly", "probably", "if", "unless", "would", "could", "guess", "suppose",
    "hypothesis", "hypotheses", "theory", "theories", "unclear", "unsure", "suspect", "wonder", "whether",
    "i'd", "we'd",
  ]

  private static let reporting: Set<WordKey> = [
    "said", "says", "say", "believes", "believe", "believed", "thinks", "think", "claims", "claimed", "argues",
    "argued",
    "argue", "suggests", "suggested", "fears", "feared", "insists", "insisted", "complains", "complained", "calling",
    "supposedly", "allegedly", "reportedly", "hinted", "told", "warned",
  ]

  private static let firstPerson: Set<WordKey> = ["i", "we", "to"]
}
