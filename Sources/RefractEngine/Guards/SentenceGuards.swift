/// The guards over one problem's finished sentences: each sentence either holds against the input or is left out.
///
/// They look at what a reader sees, after the templates are filled, and so catch what no rule intended.
struct SentenceGuards: Sendable {
  private let numbers: NumberGuard
  private let sums: SumGuard
  private let names: NamesGuard
  private let quantifiers: QuantifierGuard
  private let causes: CausalGuard
  private(set) var dropped: [Report.DroppedSentence] = []
  /// Sentences that were looked at, so that one that stands in several places is judged once.
  private var judged: [Judged: String?] = [:]

  private struct Judged: Hashable {
    var text: String
    var place: SentencePlace
  }

  /// - Parameter shown: texts of the report in whose brackets sums are shown.
  init(problem: Problem, facts: Facts, names: Set<WordKey>, shown: [String]) {
    let input = InputKnowledge(problem: problem, facts: facts)
    numbers = NumberGuard(input: input, shown: shown)
    sums = SumGuard(input: input)
    self.names = NamesGuard(input: input, names: names)
    quantifiers = QuantifierGuard(input: input)
    causes = CausalGuard(input: input)
  }

  /// The text without the sentences that do not hold.
  ///
  /// - Parameter label: where the text stands, for the count of dropped sentences.
  mutating func kept(_ text: String, _ place: SentencePlace, _ label: String) -> String {
    guard !text.isEmpty else { return text }
    var kept: [String] = []
    var fails = false
    for sentence in ScoredBlock.sentences(of: text) {
      if let offended = offended(by: sentence, place) {
        fails = true
        let drop = Report.DroppedSentence(guardName: offended, place: label, text: sentence)
        if !dropped.contains(where: { $0.text == sentence }) { dropped.append(drop) }
      } else {
        kept.append(sentence)
      }
    }
    return fails ? kept.joined(separator: " ") : text
  }

  /// The guard that a sentence fails; nil if it holds.
  mutating func offended(by text: String, _ place: SentencePlace) -> String? {
    let key = Judged(text: text, place: place)
    if let verdict = judged[key] { return verdict }
    let sentence = GuardedSentence(text, place: place)
    var verdict: String?
    if !names.passes(sentence) { verdict = "name" }
    if !causes.passes(sentence) { verdict = "cause" }
    if !quantifiers.passes(sentence) { verdict = "quantifier" }
    if !numbers.passes(sentence) { verdict = "number" }
    if !sums.passes(sentence) { verdict = "sum" }
    judged[key] = .some(verdict)
    return verdict
  }
}
