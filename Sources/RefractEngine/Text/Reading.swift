/// A document with the class of every word and the noun phrases: what the verbal recognisers read. Made once for a problem.
package struct Reading: Sendable {
  /// The document without the line breaks inside sentences: a wrapped line does not change what is said. Places in the
  /// text are the same as in the original; numbers of tokens are not.
  package let document: Document
  /// The document as it was given.
  package let original: Document
  /// Class of each token, by field.
  package let classes: [[WordClass]]
  /// Noun phrases of each field, in order, not overlapping.
  package let chunks: [[Chunk]]
  /// For each token of each field, the chunk it belongs to; −1 if none.
  let chunkOf: [[Int32]]
  /// Ways of saying of each clause, by sentence.
  package let clauses: [[ClauseReading]]
  /// Finite verbs with their subjects, by sentence.
  package private(set) var statements: [[Statement]] = []

  /// No author's sentence has more tokens. Longer ones, which only hostile or pasted text has, are read in parts, so that
  /// whatever looks through a sentence for each of its words stays linear in the text.
  static let longestSentence = 300

  /// A noun phrase by tokens.
  package struct Chunk: Sendable, Equatable {
    /// With its determiner.
    package var range: Range<Int>
    /// Without it.
    package var core: Range<Int>
    package var head: Int
  }

  package init(_ original: Document) {
    self.original = original
    let document = original.withoutLineBreaks()
    self.document = document
    var classes: [[WordClass]] = []
    var chunks: [[Chunk]] = []
    var owners: [[Int32]] = []
    for field in document.fields.indices {
      var classifier = WordClassifier(text: document.fields[field].text, tokens: document.tokens[field])
      classes.append(classifier.run())
      chunks.append([])
      owners.append(Array(repeating: -1, count: document.tokens[field].count))
    }
    for sentence in document.sentences {
      let reader = Chunker(tokens: document.tokens[sentence.field], classes: classes[sentence.field])
      chunks[sentence.field] += reader.chunks(in: sentence.tokens)
    }
    for field in chunks.indices {
      for (number, chunk) in chunks[field].enumerated() {
        for index in chunk.range { owners[field][index] = Int32(number) }
      }
    }
    self.classes = classes
    self.chunks = chunks
    chunkOf = owners
    clauses = document.sentences.map { ClauseReading.readings(of: $0, in: document) }
    statements = document.sentences.indices.map { StatementFinder(self, sentence: $0).statements() }
  }

  package func tokens(_ sentence: Document.Sentence) -> ArraySlice<Token> {
    document.tokens[sentence.field][sentence.tokens]
  }

  /// The statements whose verb lies in a run of a field, in order.
  func statements(field: Int, in range: Range<Int>) -> [Statement] {
    var low = 0
    var high = document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      let sentence = document.sentences[middle]
      if (sentence.field, sentence.tokens.upperBound) > (field, range.lowerBound) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var result: [Statement] = []
    while let sentence = document.sentences[safe: low], sentence.field == field,
      sentence.tokens.lowerBound < range.upperBound
    {
      result += statements[low].filter { range.contains($0.main) }
      low += 1
    }
    return result
  }

  /// The noun phrase that a token belongs to.
  package func chunk(field: Int, at index: Int) -> Chunk? {
    guard let number = chunkOf[safe: field]?[safe: index], number >= 0 else { return nil }
    return chunks[field][Int(number)]
  }

  /// The last token before a place that is no line break.
  func before(field: Int, _ index: Int) -> Int {
    var previous = index - 1
    while previous >= 0, document.tokens[field][previous].kind == .lineBreak { previous -= 1 }
    return previous
  }

  /// The first token from a place on that is no line break.
  func next(field: Int, _ index: Int) -> Int {
    var next = index
    while next < document.tokens[field].count, document.tokens[field][next].kind == .lineBreak { next += 1 }
    return next
  }

  /// A phrase that ends right before a token, with what `of` hangs on it ("the head of the team"); at most one `of`.
  func phrase(field: Int, endingBefore index: Int, from lower: Int) -> Range<Int>? {
    let last = before(field: field, index)
    guard last >= lower, let chunk = chunk(field: field, at: last), chunk.range.upperBound == last + 1,
      chunk.range.lowerBound >= lower
    else { return nil }
    let of = before(field: field, chunk.range.lowerBound)
    guard of > lower, document.tokens[field][of].key == "of" else { return chunk.range }
    let owner = before(field: field, of)
    guard owner >= lower, let front = self.chunk(field: field, at: owner), front.range.lowerBound >= lower else {
      return chunk.range
    }
    return front.range.lowerBound..<chunk.range.upperBound
  }

  /// The noun phrase that ends before a place of a line, without its article; adverbs in between are gone over.
  func nouns(_ line: SentenceTokens, before end: Int) -> Range<Int>? {
    guard let sentence = document.sentences[safe: line.index] else { return nil }
    let base = sentence.tokens.lowerBound
    var place = base + end
    while place > base, place - base + 3 > end, classes[line.field][place - 1] == .adverb { place -= 1 }
    guard let range = phrase(field: line.field, endingBefore: place, from: base),
      let first = chunk(field: line.field, at: range.lowerBound)
    else { return nil }
    return first.core.lowerBound - base..<range.upperBound - base
  }

  /// ``nouns(_:before:)`` with the heads in front of its prepositions: "the median wait at the desk", "prices for
  /// plaice".
  func nounsWithHeads(_ line: SentenceTokens, before end: Int) -> Range<Int>? {
    guard var nouns = nouns(line, before: end) else { return nil }
    for _ in 0..<3 {
      var lower = nouns.lowerBound
      if lower > 0, isArticle(line.key(lower - 1)) { lower -= 1 }
      // "the handover from night to day shift"
      if lower > 3, line.key(lower - 1) == "to", line.key(lower - 3) == "from" { lower -= 2 }
      guard lower > 1, Self.joints.contains(line.key(lower - 1)),
        let head = self.nouns(line, before: lower - 1), head.upperBound == lower - 1
      else { break }
      // "in March the wait at …" keeps to its own; a verb or a date in front is no head.
      nouns = head.lowerBound..<nouns.upperBound
    }
    return nouns
  }

  private func isArticle(_ key: WordKey) -> Bool {
    WordLists.articles.contains(key) || WordLists.possessives.contains(key)
  }

  private static let joints: Set<WordKey> = ["at", "on", "in", "for", "per", "between", "from", "to", "about"]

  /// A phrase that starts at a token, with one `of` behind it.
  func phrase(field: Int, startingAt index: Int, to upper: Int) -> Range<Int>? {
    let first = next(field: field, index)
    guard first < upper, let chunk = chunk(field: field, at: first), chunk.range.lowerBound == first,
      chunk.range.upperBound <= upper
    else { return nil }
    let of = next(field: field, chunk.range.upperBound)
    guard of < upper, document.tokens[field][of].key == "of" else { return chunk.range }
    let behind = next(field: field, of + 1)
    guard behind < upper, let back = self.chunk(field: field, at: behind), back.range.lowerBound == behind,
      back.range.upperBound <= upper
    else { return chunk.range }
    return chunk.range.lowerBound..<back.range.upperBound
  }
}

extension Document {
  /// The same document without the line breaks that stand inside sentences, and with endless sentences cut.
  fileprivate func withoutLineBreaks() -> Document {
    var result = self
    var moved: [[Int]] = tokens.map { Array(0...$0.count) }
    var inside: [[Bool]] = tokens.map { Array(repeating: false, count: $0.count) }
    for sentence in sentences {
      for index in sentence.tokens where tokens[sentence.field][index].kind == .lineBreak {
        inside[sentence.field][index] = true
      }
    }
    for field in tokens.indices {
      var kept: [Token] = []
      kept.reserveCapacity(tokens[field].count)
      for (index, token) in tokens[field].enumerated() {
        moved[field][index] = kept.count
        if !inside[field][index] { kept.append(token) }
      }
      moved[field][tokens[field].count] = kept.count
      result.tokens[field] = kept
    }
    result.sentences = []
    var first: [Int] = []
    for sentence in sentences {
      let places = moved[sentence.field]
      func move(_ range: Range<Int>) -> Range<Int> { places[range.lowerBound]..<places[range.upperBound] }
      first.append(result.sentences.count)
      var moved = sentence
      moved.tokens = move(sentence.tokens)
      moved.clauses = sentence.clauses.map(move).filter { !$0.isEmpty }
      moved.opener = sentence.opener.map { first[$0] }
      result.sentences += moved.pieces(of: Reading.longestSentence)
    }
    return result
  }
}

extension Document.Sentence {
  /// The sentence, or its parts of at most so many tokens.
  fileprivate func pieces(of size: Int) -> [Document.Sentence] {
    guard tokens.count > size else { return [self] }
    var result: [Document.Sentence] = []
    var clause = 0
    for start in stride(from: tokens.lowerBound, to: tokens.upperBound, by: size) {
      var piece = self
      piece.tokens = start..<Swift.min(start + size, tokens.upperBound)
      piece.clauses = []
      while clause < clauses.count {
        let part = clauses[clause].clamped(to: piece.tokens)
        if !part.isEmpty { piece.clauses.append(part) }
        guard clauses[clause].upperBound <= piece.tokens.upperBound else { break }
        clause += 1
      }
      if piece.clauses.isEmpty { piece.clauses = [piece.tokens] }
      result.append(piece)
    }
    return result
  }
}
