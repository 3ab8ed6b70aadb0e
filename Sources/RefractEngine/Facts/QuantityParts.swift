/// Small phrases around numbers: periods, comparators, hyphens.
enum UnitPhrases {
  /// Words that may stand between a number and its unit.
  static let between: Set<WordKey> = [
    "working", "business", "calendar", "full", "whole", "more", "us", "australian", "canadian", "consecutive", "extra",
    "additional", "further", "short", "long", "straight", "percentage", "story", "person",
  ]
  static let joins: Set<WordKey> = ["to", "→", "->", "=>", "-->", "and", "or", "vs", "versus", "against"]
  static let spending: Set<WordKey> = [
    "spend", "spent", "spends", "spending", "cost", "costs", "paid", "pay", "pays", "another", "settled", "budget",
  ]
  static let wanted: Set<WordKey> = [
    "need", "needs", "needed", "target", "goal", "goals", "want", "wants", "aim", "should", "must", "limit", "allowed",
    "promised", "required",
  ]
  static let wantedTails: Set<WordKey> = ["or", "and", "by", "at", "for", "to", "before", "in", "within", "but"]
  static let minuteLeads: Set<WordKey> = ["in", "takes", "for", "took", "within", "takes", "at", "every"]

  /// "six times slower", "three times as many", "5 times the cost"; not "called five times".
  static func isRatio(_ sentence: SentenceTokens, at position: Int) -> Bool {
    let key = sentence.key(position)
    if ["as", "the", "more", "less", "fewer", "what", "worse", "better", "our", "its", "longer", "that"].contains(key) {
      return true
    }
    return sentence.isWord(position) && sentence.raw(position).count > 4
      && sentence.raw(position).suffix(2).elementsEqual("er".utf8)
  }
}

enum Hyphens {
  /// Where the first part of a hyphenated run ends.
  static func firstPartEnd(_ bytes: [UInt8], _ tail: Range<Int>) -> Int {
    bytes[tail].firstIndex(of: UInt8(ascii: "-")) ?? tail.upperBound
  }
}

/// "per week", "a year", "/month", "each", "daily".
enum Periods {
  /// The period that starts at a place, and the first token behind it.
  static func read(_ sentence: SentenceTokens, at position: Int) -> (Quantity.Unit, Int)? {
    let key = sentence.key(position)
    switch key {
    case "/", "per", "pro", "je":
      guard sentence.isWord(position + 1) else { return nil }
      if key == "per", sentence.key(position + 1) == "cent" { return nil }
      if let unit = UnitWords.periods[sentence.key(position + 1)] { return (unit, position + 2) }
      guard key != "/" || pieces.contains(sentence.key(position + 1)) else { return nil }
      return (.other(sentence.string(position + 1)), position + 2)
    case "a", "an", "each", "every":
      if let unit = UnitWords.periods[sentence.key(position + 1)], sentence.raw(position + 1).count > 2 {
        if behind.contains(sentence.key(position + 2)), !deductions.contains(sentence.key(position + 3)) { return nil }
        return (unit, position + 2)
      }
      if key == "a" || key == "an", pieces.contains(sentence.key(position + 1)) {
        return (.other(sentence.string(position + 1)), position + 2)
      }
      return nil
    default:
      guard let unit = UnitWords.adverbs[key], sentence.key(position - 1) != "-" else { return nil }
      return (unit, position + 1)
    }
  }

  private static let behind: Set<WordKey> = ["later", "ago", "before", "after", "earlier", "of", "-"]
  /// "4,100 pounds a week after wages" is a rate, "a week after the fair" a date.
  private static let deductions: Set<WordKey> = [
    "wages", "tax", "taxes", "costs", "rent", "fees", "expenses", "deductions", "discounts",
  ]
  /// What one pays by: "forty dollars a game".
  private static let pieces: Set<WordKey> = [
    "game", "piece", "head", "person", "visit", "hour", "call", "ticket", "seat", "user", "unit", "trip", "ride",
    "mile",
    "kilometre", "case", "student", "patient", "order", "box", "session", "lesson", "class", "load", "job",
  ]

  /// The period behind a noun group: "520 tickets a week", "610 arrive each week"; at most five words on.
  static func far(_ sentence: SentenceTokens, from position: Int) -> Quantity.Unit? {
    let clause = sentence.clause(at: position)
    var index = position
    while index < min(position + 5, clause.upperBound) {
      switch sentence.kind(index) {
      case .word:
        if index > position, leads.contains(sentence.key(index - 1)) { return nil }
        if let (unit, _) = read(sentence, at: index) { return unit }
        if NumberWords.small[sentence.key(index)] != nil { return nil }
      case .symbol where sentence.key(index) == "/":
        if let (unit, _) = read(sentence, at: index) { return unit }
        return nil
      default: return nil
      }
      index += 1
    }
    return nil
  }

  private static let leads: Set<WordKey> = [
    "in", "for", "within", "after", "of", "than", "by", "with", "about", "before", "since", "over", "not", "is", "was",
  ]
}

/// Bounds and approximation: `<`, "at least", "about", `200+`.
enum Comparators {
  /// Reads leftwards from a number; the quantity's span takes in what is read.
  static func read(_ sentence: SentenceTokens, before start: Int, floor: Int, into quantity: inout Quantity) {
    var index = start - 1
    var steps = 0
    while index >= floor, steps < 3 {
      guard let taken = one(sentence, endingAt: index, floor: floor, into: &quantity) else { break }
      index -= taken
      steps += 1
      quantity.span.start = sentence.tokens[index + 1].start
    }
  }

  private static func one(
    _ sentence: SentenceTokens, endingAt index: Int, floor: Int, into quantity: inout Quantity
  ) -> Int? {
    let key = sentence.key(index)
    let before = index - 1 >= floor ? sentence.key(index - 1) : WordKey(hash: 0)
    switch key {
    case "<": return set(.below, 1, &quantity)
    case ">":
      return before == "-" || before == "=" ? nil : set(.above, 1, &quantity)
    case "≤": return set(.atMost, 1, &quantity)
    case "≥": return set(.atLeast, 1, &quantity)
    case "=" where sentence.isGlued(index) && before == "<": return set(.atMost, 2, &quantity)
    case "=" where sentence.isGlued(index) && before == ">": return set(.atLeast, 2, &quantity)
    case "~", "≈":
      quantity.isApproximate = true
      return 1
    case "than":
      switch before {
      case "less", "fewer", "lower", "faster", "better", "shorter", "sooner":
        let isNo = index - 2 >= floor && ["no", "not"].contains(sentence.key(index - 2))
        if before == "better" || before == "faster" { return nil }
        return isNo ? set(.atLeast, 3, &quantity) : set(.below, 2, &quantity)
      case "more", "greater", "higher", "longer", "later":
        let isNo = index - 2 >= floor && ["no", "not"].contains(sentence.key(index - 2))
        if !isNo, before == "more" { quantity.isOpenEnded = true }
        return isNo ? set(.atMost, 3, &quantity) : set(.above, 2, &quantity)
      default: return nil
      }
    case "to":
      if before == "up" { return set(.atMost, 2, &quantity) }
      if before == "close" {
        quantity.isApproximate = true
        return 2
      }
      return nil
    case "least": return before == "at" ? set(.atLeast, 2, &quantity) : nil
    case "most": return before == "at" ? set(.atMost, 2, &quantity) : nil
    case "minimum", "min": return set(.atLeast, 1, &quantity)
    case "maximum", "max": return set(.atMost, 1, &quantity)
    default: break
    }
    if NumberWords.about.contains(key) {
      // "some 78,000" is about a number; "about" after a noun ("questions about 3 topics") cannot be told apart cheaply.
      quantity.isApproximate = true
      return 1
    }
    if NumberWords.below.contains(key) { return set(.below, 1, &quantity) }
    if NumberWords.above.contains(key) {
      if key == "over", isPeriod(quantity.unit), !durationVerbs.contains(before) { return nil }
      if key == "over", before == "left" || before == "argue" { return nil }
      return set(.above, 1, &quantity)
    }
    return nil
  }

  private static func set(_ comparator: Quantity.Comparator, _ tokens: Int, _ quantity: inout Quantity) -> Int {
    if quantity.comparator == .equal { quantity.comparator = comparator }
    return tokens
  }

  /// "over 18 months" tells how long something went on, not a bound.
  private static func isPeriod(_ unit: Quantity.Unit) -> Bool { (unit.seconds ?? 0) >= 86_400 }

  private static let durationVerbs: Set<WordKey> = [
    "takes", "took", "take", "for", "last", "lasts", "lasted", "wait", "waits", "is", "was", "are", "just", "well",
  ]

  /// "or more", "or so", "or less", "at most".
  static func readBehind(_ sentence: SentenceTokens, at next: inout Int, into quantity: inout Quantity) {
    if sentence.key(next) == "at", quantity.comparator == .equal, quantity.unit != .count {
      // "55% at most"
      guard ["most", "least"].contains(sentence.key(next + 1)) else { return }
      quantity.comparator = sentence.key(next + 1) == "most" ? .atMost : .atLeast
      next += 2
      quantity.span.end = sentence.tokens[next - 1].end
      return
    }
    guard sentence.key(next) == "or" else { return }
    switch sentence.key(next + 1) {
    case "more", "above", "over", "higher":
      if quantity.comparator == .equal { quantity.comparator = .atLeast }
    case "less", "fewer", "below", "under":
      if quantity.comparator == .equal { quantity.comparator = .atMost }
    case "so": quantity.isApproximate = true
    default: return
    }
    next += 2
    quantity.span.end = sentence.tokens[next - 1].end
  }

  /// True if "from" stands before a number with only comparators between.
  static func isAfterFrom(_ sentence: SentenceTokens, _ start: Int) -> Bool {
    for index in stride(from: start - 1, through: max(0, start - 3), by: -1) {
      if sentence.key(index) == "from" { return true }
      guard NumberWords.about.contains(sentence.key(index)) || sentence.key(index) == "~" else { return false }
    }
    return false
  }
}

/// The two numbers of a percentage that was written as a part of a whole.
package enum WholeParts {
  /// 16 and 36 for "16 of 36", 2 and 3 for "two thirds"; nil for a plain percentage.
  package static func read(_ quantity: Quantity, in document: Document) -> (part: Double, whole: Double)? {
    guard quantity.unit == .percent, quantity.value > 0 else { return nil }
    let field = Problem.Field(name: "", text: document.text(quantity.span))
    guard field.text.utf8.count < 80, !field.text.utf8.contains(UInt8(ascii: "%")) else { return nil }
    let small = Document(fields: [field])
    guard small.sentences.count == 1 else { return nil }
    let sentence = SentenceTokens(small, sentence: 0, bytes: Array(field.text.utf8))
    let parser = NumberParser(sentence: sentence, hasDecimalPoints: false)
    var numbers: [Double] = []
    var index = 0
    while index < sentence.count {
      if let form = parser.number(at: index) {
        if let part = form.part { return (part.of, part.whole) }
        numbers.append(form.value)
        index = form.next
      } else if let factor = NumberWords.suffixes[sentence.key(index)], let last = numbers.popLast() {
        numbers.append(last * factor)
        index += 1
      } else {
        index += 1
      }
    }
    guard numbers.count == 2, numbers[1] > 0, (100 * numbers[0] / numbers[1] - quantity.value).magnitude < 0.01 else {
      return nil
    }
    return (numbers[0], numbers[1])
  }
}
