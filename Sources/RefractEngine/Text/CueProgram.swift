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
    /// Of words: which first words there may be, as a Bloom filter (B. Bloom, "Space/Time Trade-offs in Hash Coding",
    /// 1970); most tokens are turned away by it without a look at the choices.
    var filter = WordFilter()
  }

  /// A set of words of which 256 bits are kept: "not in it" is sure, "in it" may be wrong.
  struct WordFilter: Sendable {
    private var bits = SIMD4<UInt64>()

    mutating func insert(_ key: WordKey) { bits[Int(key.hash >> 6 & 3)] |= 1 << (key.hash & 63) }

    func mayContain(_ key: WordKey) -> Bool { bits[Int(key.hash >> 6 & 3)] >> (key.hash & 63) & 1 == 1 }

    mutating func insertAll() { bits = SIMD4(repeating: .max) }
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
    /// A later step of words that must stand somewhere in a window behind the first word; −1 for none.
    var witness: Int32 = -1
    var window: ClosedRange<Int8> = 0...0
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
      var added = Pattern(
        first: first, end: Int32(steps.count), front: add(name: pattern.front), back: add(name: pattern.back))
      findWitness(for: &added)
      self.patterns.append(added)
    }
  }

  /// Most places where a pattern could begin are ruled out by the next words that it needs, before any choice is tried.
  private mutating func findWitness(for pattern: inout Pattern) {
    var low = 0
    var high = 0
    for number in pattern.first..<pattern.end {
      let step = steps[Int(number)]
      if step.kind == .words, number > pattern.first, !step.isOptional {
        guard high <= 24 else { return }
        pattern.witness = number
        pattern.window = Int8(low)...Int8(high)
        return
      }
      switch step.kind {
      case .words:
        let lengths = choices[Int(step.first)..<Int(step.end)].map { Int($0.end - $0.first) }
        low += step.isOptional ? 0 : lengths.min() ?? 0
        high += lengths.max() ?? 0
      case .gap: high += 4
      case .anyWord, .number:
        low += step.isOptional ? 0 : 1
        high += 1
      case .phrase: return
      }
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
      for word in sequences.compactMap(\.first) {
        step.filter.insert(word.key)
        for stem in word.stems { step.filter.insert(stem) }
        if word.isNumber { step.filter.insertAll() }
      }
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
