/// Cue patterns laid out flat: steps, choices, words and stems lie one behind the other in four arrays and point to each
/// other by place. Matching goes through millions of steps for a batch; here it touches plain numbers only and counts no
/// references.
struct CueProgram: Sendable {
  /// One element of a pattern.
  struct Step: Sendable {
    enum Kind: Sendable { case words, anyWord, gap, number, phrase }

    var kind: Kind
    var isOptional: Bool
    /// Of `choices` for words; of `names` for a phrase.
    var first: Int32
    var end: Int32
  }

  /// A run of `words`.
  struct Choice: Sendable {
    var first: Int32
    var end: Int32
  }

  struct Word: Sendable {
    var key: WordKey
    var isNumber: Bool
    /// A run of `stems`.
    var first: Int32
    var end: Int32
  }

  /// A pattern: a run of steps, and places of the names of captures around it; −1 for none.
  struct Pattern: Sendable {
    var first: Int32
    var end: Int32
    var front: Int32 = -1
    var back: Int32 = -1
  }

  private(set) var patterns: [Pattern] = []
  private(set) var steps: [Step] = []
  private(set) var choices: [Choice] = []
  private(set) var words: [Word] = []
  private(set) var stems: [WordKey] = []
  private(set) var names: [String] = []

  init(_ patterns: [CuePattern]) {
    for pattern in patterns {
      let first = Int32(steps.count)
      for element in pattern.elements { add(element) }
      self.patterns.append(
        Pattern(first: first, end: Int32(steps.count), front: add(name: pattern.front), back: add(name: pattern.back)))
    }
  }

  private mutating func add(_ element: CuePattern.Element) {
    var step = Step(kind: .gap, isOptional: element.isOptional, first: 0, end: 0)
    switch element.kind {
    case .gap: break
    case .anyWord: step.kind = .anyWord
    case .number: step.kind = .number
    case .phrase(let name):
      step.kind = .phrase
      step.first = add(name: name)
    case .words(let sequences):
      step.kind = .words
      step.first = Int32(choices.count)
      for sequence in sequences { add(sequence) }
      step.end = Int32(choices.count)
    }
    steps.append(step)
  }

  private mutating func add(_ sequence: [CuePattern.Word]) {
    let first = Int32(words.count)
    for word in sequence {
      let firstStem = Int32(stems.count)
      stems += word.stems
      words.append(Word(key: word.key, isNumber: word.isNumber, first: firstStem, end: Int32(stems.count)))
    }
    choices.append(Choice(first: first, end: Int32(words.count)))
  }

  private mutating func add(name: String?) -> Int32 {
    guard let name else { return -1 }
    if let known = names.firstIndex(of: name) { return Int32(known) }
    names.append(name)
    return Int32(names.count - 1)
  }

  /// Whether a word of a pattern stands for a token.
  func matches(_ word: Word, _ token: Token, isNumber: Bool) -> Bool {
    if word.isNumber { return isNumber }
    if token.key == word.key { return true }
    for place in Int(word.first)..<Int(word.end) where stems[place] == token.stem || stems[place] == token.key {
      return true
    }
    return false
  }
}
