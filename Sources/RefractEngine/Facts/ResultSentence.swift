/// Whether a sentence right behind a step tells what came of it, by its shape: something moved ("Breakages tripled"), a part of
/// those concerned does it ("Half are in drawers", "About a third do"), or people report what they got ("Now we get twice as
/// many").
struct ResultSentence {
  let reading: Reading

  /// A report of a result is short; a long sentence goes on with the story.
  private static let longest = 26

  func tellsResult(_ number: Int) -> Bool {
    guard let sentence = reading.document.sentences[safe: number], sentence.tokens.count <= Self.longest else {
      return false
    }
    let tokens = reading.document.tokens[sentence.field]
    guard tokens[sentence.tokens.upperBound - 1].key != "?" else { return false }
    if opensWithPart(sentence, tokens) { return reading.statements[number].allSatisfy { $0.modal == nil } }
    guard let statement = reading.statements[number].first, statement.opener == nil, statement.modal == nil else {
      return false
    }
    let lemma = AttemptHistory.lemma(tokens[statement.main].key)
    let isOwn = statement.subject.map { ["we", "i"].contains(tokens[$0.lowerBound].key) } ?? false
    if isOwn { return Self.receipts.contains(lemma) && statement.complement.contains { isCount($0, sentence.field) } }
    guard statement.hasOwnSubject, !statement.isPassive, statement.tense != .present else { return false }
    return Self.moves.contains(lemma) || lemma == "go" && statement.complement.contains { isCount($0, sentence.field) }
  }

  /// "Half", "about a third", "most of them", "two of the nine": a share of those whom the step was for.
  private func opensWithPart(_ sentence: Document.Sentence, _ tokens: [Token]) -> Bool {
    let words = sentence.tokens.prefix(4).filter { tokens[$0].kind != .bullet }
    guard let first = words.first else { return false }
    if Self.parts.contains(tokens[first].key) { return true }
    guard let part = words.first(where: { Self.fractions.contains(tokens[$0].key) || tokens[$0].kind == .number }),
      words.allSatisfy({
        $0 >= part || ["about", "roughly", "nearly", "almost", "only", "just", "a", "one"].contains(tokens[$0].key)
      })
    else { return false }
    if Self.fractions.contains(tokens[part].key) { return true }
    // "12 percent use it": those of them who do.
    if ["percent", "%"].contains(tokens[safe: part + 1]?.key ?? "") {
      return tokens[safe: part + 2].map { $0.key == "of" || Verbs.entry($0.key) != nil } ?? false
    }
    return tokens[safe: part + 1]?.key == "of"
      && ["the", "them", "us", "our", "those"].contains(tokens[safe: part + 2]?.key ?? "")
  }

  private func isCount(_ index: Int, _ field: Int) -> Bool {
    reading.classes[field][index] == .number
      || ["twice", "half", "more", "fewer", "less"].contains(
        reading.document.tokens[field][index].key)
  }

  private static let parts: Set<WordKey> = ["most", "few", "half", "everybody", "everyone", "some", "hardly"]
  static let fractions: Set<WordKey> = ["half", "third", "quarter", "fifth", "tenth", "handful"]
  /// Verbs that tell that something became more, less or other.
  private static let moves = WordBook.words("moving_verbs")
  static let receipts: Set<WordKey> = ["get", "receive", "lose", "gain", "save", "win", "see", "hear"]
}
