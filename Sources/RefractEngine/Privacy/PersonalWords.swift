/// The words by which a catalogue tells names of persons and telephone numbers.
package struct PersonalWords: Sendable, Equatable {
  /// "patient": a word with a capital behind it is a name.
  package var kinds: Set<String> = []
  /// Words with a capital that are no name.
  package var notNames: Set<String> = []
  /// "tel.", in small letters: digits behind it are a telephone number.
  package var telephone: Set<String> = []

  package init() {}
}

extension MapDecoder {
  mutating func personalWords() -> PersonalWords? {
    var words = PersonalWords()
    words.kinds = Set(texts("kinds"))
    words.notNames = Set(texts("not_names"))
    words.telephone = Set(texts("telephone"))
    return words
  }
}
