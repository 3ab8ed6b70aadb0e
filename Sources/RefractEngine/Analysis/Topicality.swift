/// How near a place of the text is to what the text is about. The title names what has to be explained, and what is told first
/// is most often it: a belief about a side matter weighs less, however sure it is.
struct Topicality: Sendable {
  /// Stems of the title's longer words.
  private let title: Set<WordKey>
  /// Bytes at the start of the problem: one or two sentences.
  private static let opening = 160
  /// By how many of title words, one more for the opening, the sentence holds.
  private static let factors = [0.65, 0.9, 1.1, 1.25]

  init(title: String) {
    self.title = Set(
      Tokeniser.tokens(of: title).filter {
        $0.kind == .word && $0.end - $0.start > 3 && !WordLists.function.contains($0.key)
      }.map(\.stem))
  }

  /// - Returns: 0.65 to 1.25; 1 where there is no title to go by.
  func factor(of place: Span, in document: Document) -> Double {
    guard !title.isEmpty, let number = document.index.sentence(of: place) else { return 1 }
    let sentence = document.sentences[number]
    var named: Set<WordKey> = []
    for token in document.tokens[sentence.field][sentence.tokens]
    where token.end - token.start > 3 && title.contains(token.stem) {
      named.insert(token.stem)
    }
    let isEarly = document.fields[place.field].name == "problem" && place.start < Self.opening
    return Self.factors[min(named.count + (isEarly ? 1 : 0), 3)]
  }
}
