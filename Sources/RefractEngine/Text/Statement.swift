/// One finite verb with its subject and the piece of the sentence that it rules: what recognisers of deeds, wants and
/// limits look at.
package struct Statement: Sendable {
  /// Index into ``Document/sentences``.
  package var sentence: Int
  package var field: Int
  /// The whole piece, with leading adverbials, up to the next main statement; without conjunctions and commas at its ends.
  package var range: Range<Int>
  /// Where the piece begins without what stands in front of its adverbials.
  package var start: Int
  /// Noun phrase or pronoun in front of the verb; for "and" without a new subject that of the statement before.
  package var subject: Range<Int>?
  package var hasOwnSubject: Bool
  /// From the first auxiliary to the main verb.
  package var group: Range<Int>
  /// The main verb; the auxiliary itself for "is", "have".
  package var main: Int
  /// The word that joins it to what it depends on ("because", "if", "who"); nil for a main statement.
  package var opener: WordKey?
  package var modal: WordKey?
  package var isNegated = false
  /// "was introduced", "are fixed".
  package var isPassive = false
  package var tense = Tense.present

  /// No part of another statement.
  package var isMain: Bool { opener.map { !Self.inner.contains($0) } ?? true }

  /// Joints over which the main statement goes on: what follows belongs to it.
  private static let inner: Set<WordKey> = [
    "who", "which", "that", "where", "if", "when", "until", "unless", "before", "after", "as", "once", "whether",
    "what",
    "how", "why", "whom", "whose", "than", "whenever", "till",
  ]

  package enum Tense: Sendable { case present, past, perfect, modal }

  /// First token behind the sentence.
  package var sentenceEnd = 0
  /// What stands behind the verb.
  package var complement: Range<Int> { group.upperBound..<max(group.upperBound, range.upperBound) }
}

/// Finds the statements of a sentence in one pass over word classes. No grammar: a verb group, the noun phrase before it,
/// and the marks between.
struct StatementFinder {
  let reading: Reading
  let number: Int
  private let sentence: Document.Sentence
  private let tokens: [Token]
  private let classes: [WordClass]

  init(_ reading: Reading, sentence number: Int) {
    self.reading = reading
    self.number = number
    sentence = reading.document.sentences[number]
    tokens = reading.document.tokens[sentence.field]
    classes = reading.classes[sentence.field]
  }

  func statements() -> [Statement] {
    var found: [Statement] = []
    var index = sentence.tokens.lowerBound
    var infinitive = false
    while index < sentence.tokens.upperBound {
      if isInfinitive(index) || infinitive && isJoined(index) && classes[index] == .verb {
        infinitive = true
        index += 1
        continue
      }
      guard var statement = group(at: index) else {
        index += 1
        continue
      }
      infinitive = false
      let contracted = classes[statement.group.lowerBound] == .pronoun
      attach(&statement, to: partner(of: statement.group.lowerBound, found), isContracted: contracted)
      index = statement.group.upperBound
      if isCaused(statement) { continue }
      guard
        statement.subject != nil || statement.hasOwnSubject || isOpening(statement.group.lowerBound)
          || statement.opener != nil
      else { continue }
      found.append(statement)
    }
    cut(&found)
    return found
  }

  /// "let people go", "makes them wait": what somebody is brought to do is no statement of its own.
  private func isCaused(_ statement: Statement) -> Bool {
    guard statement.group.count == 1, Verbs.entry(tokens[statement.main].key)?.form == .base,
      let subject = statement.subject, subject.lowerBound > sentence.tokens.lowerBound
    else { return false }
    return Self.causatives.contains(tokens[subject.lowerBound - 1].key)
  }

  private static let causatives: Set<WordKey> = [
    "let", "lets", "letting", "make", "makes", "made", "making", "help", "helps", "helped", "helping", "watch",
    "watched",
    "saw", "see", "hear", "heard",
  ]

  private var firstWord: Int { sentence.tokens.first { tokens[$0].kind == .word } ?? sentence.tokens.lowerBound }

  /// The first word, or the first behind a caption or a joint: "Spring: mailed all members", "then bumped the pool".
  private func isOpening(_ index: Int) -> Bool {
    guard index != firstWord, index > firstWord else { return index == firstWord }
    guard Verbs.entry(tokens[index].key)?.form == .past, index - firstWord <= 5 else { return false }
    if [":", "–", "—", "-"].contains(tokens[index - 1].key), !tokens[index - 1].isGlued || tokens[index - 1].key == ":"
    {
      return true
    }
    return (firstWord..<index).allSatisfy { Self.joints.contains(tokens[$0].key) }
  }

  private static let joints: Set<WordKey> = [
    "then", "also", "and", "so", "next", "later", "finally", "even", "just", ",", "already", "first",
  ]

  private func isInfinitive(_ index: Int) -> Bool {
    index > sentence.tokens.lowerBound && tokens[index - 1].key == "to"
      && (classes[index] == .verb || classes[index] == .auxiliary)
  }

  /// "to hire and train": the second verb goes with the first.
  private func isJoined(_ index: Int) -> Bool {
    index > sentence.tokens.lowerBound && ["and", "or", ","].contains(tokens[index - 1].key)
      && Verbs.entry(tokens[index].key)?.form == .base
  }

  // MARK: The verb group

  private func group(at start: Int) -> Statement? {
    let isContracted = classes[start] == .pronoun && Self.contracted[tokens[start].key] != nil
    guard classes[start] == .auxiliary || classes[start] == .modal || classes[start] == .verb || isContracted else {
      return nil
    }
    let isPlain = classes[start] == .verb
    if isPlain, isReduced(start) { return nil }
    var statement = Statement(
      sentence: number, field: sentence.field, range: start..<start + 1, start: start, subject: nil,
      hasOwnSubject: false,
      group: start..<start + 1, main: start)
    statement.sentenceEnd = sentence.tokens.upperBound
    var last = start
    var index = start
    scan: while index < sentence.tokens.upperBound, index - start < 7 {
      let key = tokens[index].key
      if WordLists.negations.contains(key) { statement.isNegated = true }
      switch classes[index] {
      case .modal:
        statement.modal = statement.modal ?? key
        last = index
      case .auxiliary: last = index
      case .pronoun where index == start:
        if let modal = Self.contracted[key], modal != "be" { statement.modal = modal == "have" ? nil : modal }
        last = index
      case .verb, .participle:
        last = index
        if isPlain || index > start { statement.main = index }
        index += 1
        break scan
      case .adverb: break
      default: break scan
      }
      index += 1
    }
    if statement.main == start, last > start { statement.main = last }
    statement.group = start..<last + 1
    settle(&statement)
    return statement
  }

  /// "people referred by us", "the rota introduced in May" behind a noun: a participle, not a statement of its own.
  private func isReduced(_ index: Int) -> Bool {
    guard let entry = Verbs.entry(tokens[index].key), entry.form == .past || entry.form == .participle else {
      return false
    }
    guard let next = tokens[safe: index + 1] else { return false }
    return next.key == "by" && index > sentence.tokens.lowerBound && classes[index - 1].isNominal
  }

  private func settle(_ statement: inout Statement) {
    let form = Verbs.entry(tokens[statement.main].key)?.form
    let helpers = statement.group.filter { $0 != statement.main }.map { tokens[$0].key }
    func holds(_ keys: Set<WordKey>) -> Bool { helpers.contains { keys.contains($0) } }
    let isDone =
      form == .past || form == .participle || isRegularPast(statement.main)
      || Verbs.isUnchanging(tokens[statement.main].key)
    if statement.modal != nil {
      statement.tense = .modal
    } else if holds(Self.perfects) || holds(Self.contractedPerfects) {
      statement.tense = .perfect
    } else if holds(Self.pastHelpers) || helpers.isEmpty && isDone
      || Self.pastHelpers.contains(tokens[statement.main].key)
    {
      statement.tense = .past
    }
    statement.isPassive = isDone && holds(Self.beings)
  }

  private func isRegularPast(_ index: Int) -> Bool {
    let token = tokens[index]
    let text = reading.document.fields[sentence.field].text.utf8
    guard token.end - token.start > 4, Verbs.entry(token.key) == nil else { return false }
    let end = text.index(text.startIndex, offsetBy: token.end)
    return text[text.index(end, offsetBy: -2)..<end].elementsEqual("ed".utf8)
  }

  static let contracted: [WordKey: WordKey] = [
    "i'm": "be", "we're": "be", "you're": "be", "they're": "be", "he's": "be", "she's": "be", "it's": "be",
    "that's": "be", "there's": "be", "who's": "be", "i've": "have", "we've": "have", "you've": "have",
    "they've": "have", "i'd": "would", "we'd": "would", "they'd": "would", "i'll": "will", "we'll": "will",
    "they'll": "will", "you'll": "will",
  ]
  private static let contractedPerfects: Set<WordKey> = ["i've", "we've", "they've", "you've"]
  private static let perfects: Set<WordKey> = ["has", "have", "had", "hasn't", "haven't", "hadn't", "havent"]
  private static let pastHelpers: Set<WordKey> = [
    "was", "were", "did", "didn't", "wasn't", "weren't", "had", "didnt",
  ]
  private static let beings: Set<WordKey> = [
    "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "got", "get", "gets",
    "we're", "they're", "it's", "i'm",
  ]

  // MARK: Subject and joint

  private func attach(_ statement: inout Statement, to previous: Statement?, isContracted: Bool) {
    let start = statement.group.lowerBound
    if isContracted {
      statement.subject = start..<start + 1
      statement.hasOwnSubject = true
      statement.opener = opener(before: start)
      return
    }
    var place = start
    while place > sentence.tokens.lowerBound, start - place < 4, classes[place - 1] == .adverb { place -= 1 }
    guard place > sentence.tokens.lowerBound else { return }
    let insertion = StatementInsertion(reading: reading, sentence: sentence)
    if let end = insertion.endOfSubject(before: place),
      let phrase = reading.phrase(field: sentence.field, endingBefore: end, from: sentence.tokens.lowerBound)
    {
      statement.subject = phrase
      statement.hasOwnSubject = true
      statement.opener = opener(before: phrase.lowerBound)
      return
    }
    if let subject = insertion.gerundSubject(before: place) {
      statement.subject = subject
      statement.hasOwnSubject = true
      statement.opener = opener(before: subject.lowerBound)
      return
    }
    let before = place - 1
    if classes[before] == .pronoun || classes[before] == .determiner || classes[before] == .number {
      if Self.relatives.contains(tokens[before].key), before > sentence.tokens.lowerBound {
        statement.opener = tokens[before].key
        statement.hasOwnSubject = true
        return
      }
      // "let us track": an object.
      if Self.objects.contains(tokens[before].key) { return }
      statement.subject = before..<before + 1
      statement.hasOwnSubject = true
      statement.opener = opener(before: before)
    } else if var phrase = reading.phrase(
      field: sentence.field, endingBefore: place, from: sentence.tokens.lowerBound)
    {
      if let longer = subject(overInfinitiveBefore: phrase) ?? insertion.headed(phrase) { phrase = longer }
      statement.subject = phrase
      statement.hasOwnSubject = true
      statement.opener = opener(before: phrase.lowerBound)
    } else if let previous, ["and", "or", "but", ",", "then", "also"].contains(tokens[before].key) {
      statement.subject = previous.subject
      statement.opener = previous.opener
    }
  }

  /// "A message telling people to use the website made no difference": the object of an infinitive is not who acts.
  private func subject(overInfinitiveBefore phrase: Range<Int>) -> Range<Int>? {
    let verb = phrase.lowerBound - 1
    guard verb > sentence.tokens.lowerBound, isInfinitive(verb) else { return nil }
    var place = verb - 1
    while place > sentence.tokens.lowerBound, tokens[place - 1].kind != .punctuation,
      !WordLists.conjunctions.contains(tokens[place - 1].key), !Self.openers.contains(tokens[place - 1].key)
    {
      place -= 1
      // A finite verb on the way has its own statement.
      if classes[place] == .auxiliary || classes[place] == .modal || classes[place] == .pronoun { return nil }
      if classes[place] == .verb, Verbs.entry(tokens[place].key)?.form != .gerund { return nil }
    }
    guard let front = reading.chunk(field: sentence.field, at: place), front.range.lowerBound == place,
      front.range.upperBound < verb
    else { return nil }
    return place..<phrase.upperBound
  }

  /// The statement that a verb may share its subject with: the last one that does not stand in a bracket closed before it.
  private func partner(of verb: Int, _ found: [Statement]) -> Statement? {
    guard found.count > 1 || tokens[sentence.tokens.lowerBound..<verb].contains(where: { $0.key == ")" }) else {
      return found.last
    }
    return found.last { statement in
      var depth = 0
      for index in statement.main..<verb {
        if tokens[index].key == "(" { depth += 1 }
        if tokens[index].key == ")" { depth -= 1 }
        if depth < 0 { return false }
      }
      return true
    }
  }

  private func opener(before index: Int) -> WordKey? {
    var place = index - 1
    while place >= sentence.tokens.lowerBound, index - place < 3, classes[place] == .adverb { place -= 1 }
    guard place >= sentence.tokens.lowerBound, Self.openers.contains(tokens[place].key) else { return nil }
    return tokens[place].key
  }

  private static let objects: Set<WordKey> = ["us", "me", "them", "him"]
  static let relatives: Set<WordKey> = ["who", "which", "that", "what"]
  static let openers: Set<WordKey> = [
    "because", "since", "if", "when", "while", "although", "though", "as", "after", "before", "until", "unless", "that",
    "whether", "where", "once", "whenever", "why", "how", "what", "which", "whom", "whose", "than", "whereas", "till",
  ]
  // MARK: Ranges

  private func cut(_ found: inout [Statement]) {
    var starts: [Int] = []
    for statement in found { starts.append(start(of: statement)) }
    for number in found.indices {
      var lower = starts[number]
      found[number].start = lower
      if found[...number].dropLast().allSatisfy({ isInner($0) }), found[number].opener == nil {
        lower = sentence.tokens.lowerBound
      }
      var upper = sentence.tokens.upperBound
      let isSub = isInner(found[number])
      for next in found.indices where next > number {
        if isSub || !isInner(found[next]) || isCut(found[next]) {
          upper = max(starts[next], found[number].group.upperBound)
          break
        }
      }
      // "buddies have no time), wiki cleanup": what is told in a bracket ends with it.
      if let close = closing(behind: found[number].main, before: upper) { upper = close }
      let range = Clip.trimmed(lower..<max(upper, lower), field: sentence.field, in: reading.document)
      found[number].range = range ?? found[number].group
    }
  }

  /// Where a bracket that was opened before a place is closed.
  private func closing(behind place: Int, before limit: Int) -> Int? {
    var depth = 0
    for index in place..<max(place, limit) {
      if tokens[index].key == "(" { depth += 1 }
      if tokens[index].key == ")" {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  private func isInner(_ statement: Statement) -> Bool { !statement.isMain }

  private func isCut(_ statement: Statement) -> Bool {
    // ", which means" and a new clause behind a semicolon end what was before.
    let before = start(of: statement) - 1
    guard before >= sentence.tokens.lowerBound else { return false }
    return [";", ":", "—", "–"].contains(tokens[before].key)
  }

  /// Left of the subject over its adverbials to the mark or joint that opens the piece.
  private func start(of statement: Statement) -> Int {
    let verb = statement.group.lowerBound
    var place = statement.hasOwnSubject ? min(statement.subject?.lowerBound ?? verb, verb) : verb
    if statement.subject == nil, statement.hasOwnSubject { return verb }
    var steps = 0
    while place > sentence.tokens.lowerBound, steps < 9 {
      let before = tokens[place - 1]
      let isTitle =
        before.key == "." && before.isGlued && place > sentence.tokens.lowerBound + 1
        && ["dr", "mr", "mrs", "ms", "prof", "st"].contains(tokens[place - 2].key)
      if before.kind == .punctuation, before.key != "'", !isTitle { break }
      if WordLists.conjunctions.contains(before.key) || Self.openers.contains(before.key) { break }
      if classes[place - 1] == .verb || classes[place - 1] == .auxiliary || classes[place - 1] == .modal { break }
      place -= 1
      steps += 1
    }
    return steps < 9 ? place : (statement.subject?.lowerBound ?? verb)
  }
}
