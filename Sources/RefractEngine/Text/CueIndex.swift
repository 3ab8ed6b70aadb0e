/// Many cue patterns, ready to be looked for together: they are filed under the words they can start with, so a text costs
/// time in proportion to its length, not to the number of patterns.
package struct CueIndex: Sendable {
  package let patterns: [CuePattern]
  private let program: CueProgram
  private var byKey: [WordKey: [Int]] = [:]
  private var byStem: [WordKey: [Int]] = [:]
  private var byNumber: [Int] = []

  package init(_ patterns: [CuePattern]) {
    self.patterns = patterns
    program = CueProgram(patterns)
    for (number, pattern) in patterns.enumerated() {
      guard let first = pattern.elements.first else { continue }
      switch first.kind {
      case .number: byNumber.append(number)
      case .words(let choices):
        var keys: Set<WordKey> = []
        var stems: Set<WordKey> = []
        for word in choices.compactMap(\.first) {
          if word.isNumber {
            if byNumber.last != number { byNumber.append(number) }
          } else if word.stems.isEmpty {
            keys.insert(word.key)
          } else {
            stems.formUnion(word.stems)
          }
        }
        for key in keys { byKey[key, default: []].append(number) }
        for stem in stems { byStem[stem, default: []].append(number) }
      default: break
      }
    }
  }

  /// Where a pattern was found. Order: reading order, then pattern order.
  package struct Match: Sendable {
    package var pattern: Int
    package var field: Int
    /// The words that the pattern names, without captures at its ends.
    package var tokens: Range<Int>
    package var sentence: Int
    /// Index into the sentence's clauses.
    package var clause: Int
    package var captures: [Capture]
  }

  package struct Capture: Sendable {
    package var name: String
    package var tokens: Range<Int>
  }

  /// Patterns that may start with a word, in their order.
  private func candidates(for token: Token, isNumber: Bool) -> [Int] {
    var found = byKey[token.key] ?? []
    func merge(_ more: [Int]?) {
      guard let more else { return }
      if found.isEmpty {
        found = more
      } else {
        let all = (found + more).sorted()
        found = all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
      }
    }
    merge(byStem[token.stem])
    if token.stem != token.key { merge(byStem[token.key]) }
    if isNumber, !byNumber.isEmpty { merge(byNumber) }
    return found
  }

  package func matches(in document: Document) -> [Match] { matches(in: Reading(document)) }

  package func matches(in reading: Reading) -> [Match] {
    var result: [Match] = []
    guard !patterns.isEmpty else { return result }
    for (number, sentence) in reading.document.sentences.enumerated() {
      let line = CueLine(program: program, reading: reading, sentence: sentence)
      for place in line.visible.indices {
        for candidate in candidates(for: line.token(place), isNumber: line.isNumber(place)) {
          if let found = line.match(candidate, at: place) {
            result.append(
              Match(
                pattern: candidate, field: sentence.field, tokens: found.tokens, sentence: number,
                clause: line.clause(of: place), captures: found.captures))
          }
        }
      }
    }
    return result
  }
}

/// One sentence as patterns see it: without line breaks, quotation marks and emphasis.
private struct CueLine {
  let program: CueProgram
  let reading: Reading
  let sentence: Document.Sentence
  let visible: [Int]
  private let tokens: [Token]
  private let clauses: [Int32]
  /// Which tokens are numbers, in digits or in words.
  private let numbers: [Bool]

  init(program: CueProgram, reading: Reading, sentence: Document.Sentence) {
    self.program = program
    self.reading = reading
    self.sentence = sentence
    let tokens = reading.document.tokens[sentence.field]
    var visible: [Int] = []
    var clauses: [Int32] = []
    var clause = 0
    for index in sentence.tokens where !Self.isInvisible(tokens[index]) {
      while clause + 1 < sentence.clauses.count, index >= sentence.clauses[clause + 1].lowerBound { clause += 1 }
      visible.append(index)
      clauses.append(Int32(clause))
    }
    self.visible = visible
    self.tokens = visible.map { tokens[$0] }
    numbers = self.tokens.map { $0.kind == .number || WordLists.numberWords.contains($0.key) }
    self.clauses = clauses
  }

  private static func isInvisible(_ token: Token) -> Bool {
    token.kind == .lineBreak || token.kind == .bullet || token.kind == .punctuation && marks.contains(token.key)
      || token.kind == .symbol && emphasis.contains(token.key)
  }

  private static let marks: Set<WordKey> = ["\"", "“", "”", "‘", "’", "«", "»", "'"]
  private static let emphasis: Set<WordKey> = ["*", "`", "_"]

  func token(_ place: Int) -> Token { tokens[place] }

  func clause(of place: Int) -> Int { Int(clauses[place]) }

  struct Found {
    var tokens: Range<Int>
    var captures: [CueIndex.Capture]
  }

  func match(_ number: Int, at place: Int) -> Found? {
    let pattern = program.patterns[number]
    guard holdsWitness(pattern, from: place) else { return nil }
    var captures: [CueIndex.Capture] = []
    if pattern.front >= 0 {
      guard let range = phraseBefore(place) else { return nil }
      capture(pattern.front, range, &captures)
    }
    guard let end = advance(pattern.first, pattern.end, place, &captures) else { return nil }
    if pattern.back >= 0 {
      guard end < visible.count, let range = phrase(from: end) else { return nil }
      capture(pattern.back, range, &captures)
    }
    return Found(tokens: visible[place]..<visible[end - 1] + 1, captures: captures)
  }

  /// A pronoun, which has an empty range, satisfies a capture and is not captured.
  private func capture(_ name: Int32, _ range: Range<Int>, _ captures: inout [CueIndex.Capture]) {
    if !range.isEmpty { captures.append(CueIndex.Capture(name: program.names[Int(name)], tokens: range)) }
  }

  /// The place behind the match of the steps from one to another, with backtracking over gaps only.
  private func advance(
    _ number: Int32, _ last: Int32, _ place: Int, _ captures: inout [CueIndex.Capture]
  ) -> Int? {
    guard number < last else { return place }
    let step = program.steps[Int(number)]
    let rest = number + 1
    switch step.kind {
    case .words where place < visible.count && mayStart(step, at: place):
      for choice in Int(step.first)..<Int(step.end) {
        guard let end = end(ofChoice: choice, at: place) else { continue }
        if let end = advance(rest, last, end, &captures) { return end }
      }
    case .words: break
    case .number:
      if place < visible.count, numbers[place], let end = advance(rest, last, place + 1, &captures) { return end }
    case .anyWord:
      if place < visible.count, isWord(place), let end = advance(rest, last, place + 1, &captures) { return end }
    case .gap: return advance(behindGap: rest, last, place, &captures)
    case .phrase: return advance(behindPhrase: step.first, rest, last, place, &captures)
    }
    return step.isOptional ? advance(rest, last, place, &captures) : nil
  }

  private func advance(
    behindGap rest: Int32, _ last: Int32, _ place: Int, _ captures: inout [CueIndex.Capture]
  ) -> Int? {
    for skipped in 0...4 {
      if skipped > 0 {
        let passed = place + skipped - 1
        guard passed < visible.count, isWord(passed), clauses[passed] == clauses[max(place - 1, 0)] else { return nil }
      }
      if let end = advance(rest, last, place + skipped, &captures) { return end }
    }
    return nil
  }

  private func advance(
    behindPhrase name: Int32, _ rest: Int32, _ last: Int32, _ place: Int, _ captures: inout [CueIndex.Capture]
  ) -> Int? {
    guard place < visible.count, let range = phrase(from: place) else { return nil }
    let count = captures.count
    capture(name, range, &captures)
    if let end = advance(rest, last, behind(range, from: place), &captures) { return end }
    captures.removeSubrange(count...)
    // "the head of the team" may end at "head" for what follows
    if !range.isEmpty, let chunk = reading.chunk(field: sentence.field, at: range.lowerBound),
      chunk.range.upperBound < range.upperBound
    {
      capture(name, chunk.range, &captures)
      if let end = advance(rest, last, behind(chunk.range, from: place), &captures) { return end }
      captures.removeSubrange(count...)
    }
    return nil
  }

  private func holdsWitness(_ pattern: CueProgram.Pattern, from place: Int) -> Bool {
    guard pattern.witness >= 0 else { return true }
    let step = program.steps[Int(pattern.witness)]
    var next = place + Int(pattern.window.lowerBound)
    let last = min(place + Int(pattern.window.upperBound), visible.count - 1)
    while next <= last {
      if mayStart(step, at: next) { return true }
      next += 1
    }
    return false
  }

  private func mayStart(_ step: CueProgram.Step, at place: Int) -> Bool {
    step.filter.mayContain(tokens[place].key) || step.filter.mayContain(tokens[place].stem)
  }

  /// The place behind a sequence of words; nil if they do not stand here.
  private func end(ofChoice number: Int, at place: Int) -> Int? {
    let choice = program.choices[number]
    let end = place + Int(choice.end - choice.first)
    guard end <= visible.count else { return nil }
    for offset in 0..<end - place {
      let word = program.words[Int(choice.first) + offset]
      if !program.matches(word, tokens[place + offset], isNumber: numbers[place + offset]) { return nil }
    }
    return end
  }

  private func isWord(_ place: Int) -> Bool { tokens[place].kind == .word || tokens[place].kind == .number }

  func isNumber(_ place: Int) -> Bool { numbers[place] }

  private func behind(_ range: Range<Int>, from place: Int) -> Int {
    if range.isEmpty { return place + 1 }
    var next = place
    while next < visible.count, visible[next] < range.upperBound { next += 1 }
    return next
  }

  /// The noun phrase that starts here; an empty range for a pronoun.
  private func phrase(from place: Int) -> Range<Int>? {
    let index = visible[place]
    if let range = reading.phrase(field: sentence.field, startingAt: index, to: sentence.tokens.upperBound) {
      return range
    }
    return isPronoun(index) ? index..<index : nil
  }

  private func isPronoun(_ index: Int) -> Bool {
    let kind = reading.classes[sentence.field][index]
    return kind == .pronoun || kind == .determiner || kind == .number
  }

  /// The noun phrase that ends before this place; adverbs, auxiliaries and negations in between are passed over.
  private func phraseBefore(_ place: Int) -> Range<Int>? {
    var before = place
    var passed = 0
    while before > 0, passed <= 3 {
      let index = visible[before - 1]
      if let range = reading.phrase(field: sentence.field, endingBefore: index + 1, from: sentence.tokens.lowerBound) {
        return range
      }
      switch reading.classes[sentence.field][index] {
      case .adverb, .auxiliary, .modal:
        before -= 1
        passed += 1
      case .pronoun, .determiner, .number: return index..<index
      default: return nil
      }
    }
    return nil
  }
}
