/// A line that names a step and says behind a mark what came of it, without a verb in between: "Overtime: no change",
/// "did: second machine → queue at the other one", "Then a bath, back to 0.1".
struct AttemptFragment {
  let reading: Reading
  private var document: Document { reading.document }

  struct Parts {
    var label: Range<Int>
    var rest: Range<Int>
    /// What the form itself says for a step.
    var weight: Double
  }

  /// A label is no longer than this many tokens.
  private static let longest = 16

  func split(_ number: Int) -> Parts? {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard tokens[sentence.tokens.upperBound - 1].key != "?" else { return nil }
    var lower = sentence.tokens.lowerBound
    while lower < sentence.tokens.upperBound, tokens[lower].kind == .bullet { lower += 1 }
    var isCaptioned = false
    for _ in 0..<3 {
      let window = lower..<min(lower + Self.longest, sentence.tokens.upperBound)
      guard let mark = window.first(where: { isMark($0, tokens) }), mark > lower, mark + 1 < sentence.tokens.upperBound
      else { return isCaptioned ? nil : sequence(sentence, lower) }
      if isTime(lower..<mark, sentence.field) { return dated(mark + 1, number) }
      if isCaption(lower..<mark, sentence.field) || isSpeaker(lower..<mark, mark, sentence.field) {
        isCaptioned = isCaptioned || isCaption(lower..<mark, sentence.field)
        lower = mark + 1
        continue
      }
      guard let label = label(lower..<mark, number) else { return nil }
      let told = tokens[safe: tokens[mark + 1].key == "not" ? mark + 2 : mark + 1]
      if told.map({ StepEvidence.barred.contains($0.key) }) == true { return nil }
      let isArrow = AttemptItem.arrows.contains(tokens[mark].key)
      // "sign up → verify → pay" is a path.
      if isArrow,
        (mark + 1..<sentence.tokens.upperBound).contains(where: { AttemptItem.arrows.contains(tokens[$0].key) }),
        !tokens[mark + 1..<sentence.tokens.upperBound].contains(where: { $0.kind == .number })
      {
        return nil
      }
      // "Then a new rule: …" is the next step of a row.
      let follows = Self.sequels.contains(tokens[lower].key) ? 1.0 : 0
      let weight = follows + (isCaptioned ? StepEvidence.section : isArrow ? 1.5 : 0.5)
      // "A night in June was wonderful: 80 came": what is said of it in front of the mark came of it, too.
      let judged = reading.statements[number].first {
        label.contains($0.main) && AttemptHistory.lemma(tokens[$0.main].key) == "be" && $0.main > label.lowerBound
          && Verbs.entry(tokens[$0.main + 1].key) == nil
      }
      let end = judged?.group.lowerBound ?? label.upperBound
      guard end > label.lowerBound else { return nil }
      let rest = (judged == nil ? mark + 1 : end)..<sentence.tokens.upperBound
      return Parts(label: label.lowerBound..<end, rest: rest, weight: weight)
    }
    return nil
  }

  /// "did:", "tried:", "also tried:" in front of the label.
  private func isCaption(_ range: Range<Int>, _ field: Int) -> Bool {
    range.count <= 3 && range.contains { Self.captions.contains(document.tokens[field][$0].key) }
  }

  /// "Summer", "In 2022", "March 2023"
  private func isTime(_ range: Range<Int>, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    return range.count <= 3
      && range.allSatisfy {
        reading.classes[field][$0] == .date || Self.times.contains(tokens[$0].key) || tokens[$0].kind == .number
          || ["in", "last", "this", "since", "from"].contains(tokens[$0].key)
      }
      && range.contains { tokens[$0].kind == .word }
  }

  private static let times = WordBook.words("time_nouns")

  /// "Summer: trial month for free, 60 signed up": a step with its date in front.
  private func dated(_ start: Int, _ number: Int) -> Parts? {
    let sentence = document.sentences[number]
    let tokens = document.tokens[sentence.field]
    guard
      let comma = (start..<min(start + Self.longest, sentence.tokens.upperBound)).first(where: { isBreak($0, tokens) }),
      comma > start, comma + 1 < sentence.tokens.upperBound,
      !reading.statements[number].contains(where: { (start..<comma).contains($0.main) }),
      (start..<comma).contains(where: { reading.classes[sentence.field][$0].isNominal })
    else { return nil }
    return Parts(label: start..<comma, rest: comma + 1..<sentence.tokens.upperBound, weight: 1.5)
  }

  private func isBreak(_ index: Int, _ tokens: [Token]) -> Bool { tokens[index].key == "," || isMark(index, tokens) }

  /// "raj:" in a talk: one word at the start of several lines.
  private func isSpeaker(_ range: Range<Int>, _ mark: Int, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    guard range.count == 1, tokens[mark].key == ":", let first = range.first, tokens[first].kind == .word else {
      return false
    }
    var count = 0
    for sentence in document.sentences.prefix(400) where sentence.field == field {
      let words = sentence.tokens.prefix(8)
      if let colon = words.first(where: {
        tokens[$0].key == ":" && tokens[$0 - 1 < 0 ? 0 : $0 - 1].key == tokens[first].key
      }
      ), colon > sentence.tokens.lowerBound {
        count += 1
      }
      if count >= 2 { return true }
    }
    return false
  }

  private static let captions: Set<WordKey> = ["did", "tried", "done", "attempted", "tested", "fixed"]

  private func isMark(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    if AttemptItem.arrows.contains(token.key) { return !AttemptItem.isSetting(index, in: tokens) }
    if token.key == ":" { return tokens[safe: index + 1]?.isGlued != true }
    return ["–", "—", "-"].contains(token.key) && !token.isGlued && tokens[safe: index + 1]?.isGlued != true
  }

  /// Without openers and brackets; a verb may stand in it only as what was done to its noun ("pond heated for a week") or at
  /// its start in the past ("raised all thresholds").
  private func label(_ range: Range<Int>, _ number: Int) -> Range<Int>? {
    let field = document.sentences[number].field
    let tokens = document.tokens[field]
    var lower = range.lowerBound
    while lower < range.upperBound, Self.openers.contains(tokens[lower].key) { lower += 1 }
    guard var label = Clip.trimmed(lower..<range.upperBound, field: field, in: document),
      label.count <= Self.longest - 2
    else { return nil }
    // "Sensor mats (March)": the bracket dates it.
    if let bracket = label.first(where: { tokens[$0].key == "(" }), bracket > label.lowerBound {
      label = label.lowerBound..<bracket
    }
    guard tokens[label.lowerBound].kind == .word || ["\"", "“"].contains(tokens[label.lowerBound].key),
      !label.contains(where: { Self.unfit.contains(tokens[$0].key) || tokens[$0].key == "/" })
    else { return nil }
    for statement in reading.statements[number] where label.contains(statement.main) {
      let isPast = statement.tense == .past && !statement.isPassive && statement.modal == nil && !statement.isNegated
      guard isPast, statement.group.count == 1,
        statement.subject.map({ $0.lowerBound >= label.lowerBound && !isPronoun($0, tokens) && !isPeople($0, field) })
          ?? true
      else { return nil }
    }
    return label
  }

  /// "Forty people subscribed": what others did by themselves.
  private func isPeople(_ range: Range<Int>, _ field: Int) -> Bool {
    let evidence = StepEvidence(reading: reading, field: field)
    return evidence.head(range)?.key == "people"
      || reading.classes[field][range.lowerBound] == .number && evidence.isPerson(range)
  }

  private func isPronoun(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    WordLists.pronouns.contains(tokens[range.lowerBound].key)
  }

  /// "Then fresh-water bath, back to 0.1": the next step in a row.
  private func sequence(_ sentence: Document.Sentence, _ lower: Int) -> Parts? {
    let tokens = document.tokens[sentence.field]
    guard Self.sequels.contains(tokens[lower].key), lower + 2 < sentence.tokens.upperBound else { return nil }
    let start = tokens[lower + 1].key == "," ? lower + 2 : lower + 1
    guard let phrase = reading.phrase(field: sentence.field, startingAt: start, to: sentence.tokens.upperBound),
      phrase.upperBound < sentence.tokens.upperBound,
      [",", ".", "–", ";"].contains(tokens[phrase.upperBound].key), phrase.upperBound + 1 < sentence.tokens.upperBound,
      reading.classes[sentence.field][phrase.lowerBound] != .pronoun
    else { return nil }
    return Parts(label: phrase, rest: phrase.upperBound + 1..<sentence.tokens.upperBound, weight: 1.5)
  }

  private static let sequels: Set<WordKey> = ["then", "next", "afterwards", "finally"]

  static let openers: Set<WordKey> = [
    "then", "also", "next", "first", "later", "and", "finally", ",", "but", "afterwards", "only", "even",
  ]
  private static let unfit: Set<WordKey> = [
    "not", "no", "never", "nobody", "because", "if", "which", "would", "could", "should", "must", "will", "can",
    "need", "needs", "we", "i", "according", "per", "=", "%", "<", ">", "vs", "target", "wants", "want",
  ]
}
