/// An attempt before its numbers and its name are settled: runs of tokens of one field.
struct AttemptDraft: Sendable {
  /// How plainly the text says that this was tried. A weak one is dropped where the author gives a list.
  enum Strength: Int, Comparable, Sendable {
    case weak, fair, plain
    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }
  var field: Int
  var label: Range<Int>
  var outcome: Range<Int>?
  /// The field of the outcome where it is not the label's.
  var outcomeField: Int?
  var effect: Quantity?
  var verdict: Attempt.Verdict = .unknown
  var strength: Strength
  /// The sentence that tells of it.
  var sentence = -1

  /// "(8 editors now, no difference), and sent a style guide": what came of it ends with its bracket.
  mutating func closeBracket(in document: Document) {
    let tokens = document.tokens[field]
    guard let told = outcome, let open = told.first, tokens[open].key == "(",
      let close = told.first(where: { tokens[$0].key == ")" }), close > open + 1
    else { return }
    outcome = open + 1..<close
  }
}

/// Cuts one item ("Caching (Redis) → 5% improvement") into what was done and what came of it.
struct AttemptItem {
  let reading: Reading
  let field: Int

  private var tokens: [Token] { reading.document.tokens[field] }

  /// Label and outcome of an item; nil if no label is left.
  func split(_ range: Range<Int>) -> (label: Range<Int>, outcome: Range<Int>?)? {
    guard let range = Clip.trimmed(withoutOpener(range), field: field, in: reading.document) else { return nil }
    var depth = 0
    var cut: (label: Int, outcome: Int)?
    var bracket: (open: Int, close: Int)?
    var index = range.lowerBound
    while index < range.upperBound, cut == nil {
      let token = tokens[index]
      switch token.key {
      case "(", "[":
        if depth == 0, bracket == nil { bracket = (index, range.upperBound) }
        depth += 1
      case ")", "]":
        depth = max(depth - 1, 0)
        if depth == 0, let open = bracket, open.close == range.upperBound { bracket = (open.open, index) }
      case _ where depth == 0 && Self.arrows.contains(token.key) && !Self.isSetting(index, in: tokens):
        cut = (index, index + 1)
      case ":", "—", "–", "-", ";":
        if depth == 0, index > range.lowerBound, !isClock(index),
          !token.isGlued || token.key == ":" || token.key == ";" || token.key == "—"
        {
          cut = (index, index + 1)
        }
      case _
      where depth == 0 && token.kind == .word && index > range.lowerBound && Self.outcomeVerbs.contains(token.key)
        && startsOutcome(at: index, in: range):
        cut = (index, index)
      case "but", "however", "although", "though":
        if depth == 0, index > range.lowerBound { cut = (index, index + 1) }
      case ",":
        if depth == 0, index + 1 < range.upperBound,
          Self.outcomeOpeners.contains(tokens[reading.next(field: field, index + 1)].key)
            || tellsAlone(index + 1..<range.upperBound)
        {
          cut = (index, index + 1)
        }
      case "." where index + 1 < range.upperBound: cut = (index, index + 1)
      default: break
      }
      index += 1
    }
    if let bracket, bracket.open > range.lowerBound, cut == nil || bracket.open < cut?.label ?? 0 {
      // What stands behind a bracket is an outcome if there is any, else the bracket is.
      let inside = bracket.open + 1..<max(bracket.close, bracket.open + 1)
      let label = range.lowerBound..<bracket.open
      if let cut, cut.outcome < range.upperBound {
        return whole(label, cut.outcome..<range.upperBound)
      }
      let holdsNumber = inside.contains { tokens[$0].kind == .number && isMeasured($0) }
      let tells = AttemptVerdict.tells(inside, field: field, in: reading.document)
      // "(fully booked in an hour)" tells; "(Redis)", "(April)", "(€38 a head)" describe.
      let isClause = inside.filter { tokens[$0].kind == .word }.count >= 3
      if (holdsNumber || tells || isClause) && !isPrice(inside) { return whole(label, inside) }
      return whole(label, nil)
    }
    guard let cut, cut.label > range.lowerBound else { return whole(range, nil) }
    return whole(range.lowerBound..<cut.label, cut.outcome < range.upperBound ? cut.outcome..<range.upperBound : nil)
  }

  /// "raised the temperature 1380 -> 1410: scrap 9.8 -> 9.1": what was set stands in front of the colon.
  static func isSetting(_ arrow: Int, in tokens: [Token]) -> Bool {
    guard arrow > 0, tokens[arrow - 1].kind == .number, tokens[safe: arrow + 1]?.kind == .number else { return false }
    return (arrow + 2..<min(arrow + 6, tokens.count)).prefix { tokens[$0].kind != .lineBreak }
      .contains { tokens[$0].key == ":" && tokens[safe: $0 + 1]?.isGlued != true }
  }

  /// "€38 a head", "$20": what the step cost, not what it did.
  private func isPrice(_ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count <= 5 else { return false }
    let isMoney =
      UnitWords.currencySymbols.contains(tokens[first].key)
      || range.count >= 2 && UnitWords.currencySymbols.contains(tokens[first + 1].key)
    let words = range.filter { tokens[$0].kind == .word }
    return isMoney
      && words.allSatisfy {
        ["a", "an", "per", "each", "head", "month", "year", "week", "day"].contains(tokens[$0].key)
      }
  }

  /// "5%", "+3", "2 days"; a bare number in brackets ("bigger layer (1024)") is a setting.
  private func isMeasured(_ index: Int) -> Bool {
    if let before = tokens[safe: index - 1], ["+", "-", "−", "~", "≈", "$", "€", "£"].contains(before.key) {
      return true
    }
    guard let next = tokens[safe: index + 1] else { return false }
    return next.kind != .punctuation || next.key == "-" || next.key == "–"
  }

  private func whole(_ label: Range<Int>, _ outcome: Range<Int>?) -> (label: Range<Int>, outcome: Range<Int>?)? {
    guard let label = Clip.trimmed(label, field: field, in: reading.document),
      label.contains(where: { tokens[$0].kind == .word })
    else { return nil }
    return (label, outcome.flatMap { Clip.trimmed($0, field: field, in: reading.document) })
  }

  /// "gave 5%", "helped a little", "led to", where a noun phrase stands before and it is no plain past verb at the start.
  private func startsOutcome(at index: Int, in range: Range<Int>) -> Bool {
    let first = reading.classes[field][range.lowerBound]
    // "Cut prices saved nothing" is rare; "Bought a machine that gave" is not: the first verb is the deed.
    // "An intern made a list": somebody's deed, no outcome.
    if ["made", "got", "did", "changed", "brought"].contains(tokens[index].key),
      StepEvidence(reading: reading, field: field).isPerson(range.lowerBound..<index)
    {
      return false
    }
    return index - range.lowerBound >= 1 && !(first == .verb && index == range.lowerBound)
      && !["that", "which", "who", "to"].contains(tokens[index - 1].key)
  }

  /// "circuit breakers and retries, outages got longer", "a cache, hit rate 30 percent": a subject with a verb of its own, or a
  /// measure with its value.
  private func tellsAlone(_ rest: Range<Int>) -> Bool {
    if let number = rest.prefix(5).first(where: { tokens[$0].kind == .number }), number > rest.lowerBound {
      let name = tokens[number - 1].key
      return name == "rate" || AttemptVerdict.goodMeasures.contains(name) || AttemptVerdict.badMeasures.contains(name)
    }
    let first = reading.next(field: field, rest.lowerBound)
    guard let chunk = reading.chunk(field: field, at: first), chunk.range.lowerBound == first,
      chunk.range.upperBound + 1 < rest.upperBound
    else { return false }
    let verb = chunk.range.upperBound
    return reading.classes[field][verb] == .verb && Verbs.entry(tokens[verb].key)?.form == .past
  }

  /// "Attempt 2:", "Tried", "First," say nothing of the deed.
  private func withoutOpener(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    let tokens = tokens
    while lower < range.upperBound, tokens[lower].kind != .word { lower += 1 }
    guard lower < range.upperBound else { return range }
    // "did: second machine → queue"
    if ["did", "tried", "done"].contains(tokens[lower].key), lower + 2 < range.upperBound, tokens[lower + 1].key == ":"
    {
      return lower + 2..<range.upperBound
    }
    if ["attempt", "try", "experiment", "fix", "step", "round"].contains(tokens[lower].key) {
      var next = lower + 1
      if next < range.upperBound, tokens[next].key == "#" { next += 1 }
      if next < range.upperBound, tokens[next].kind == .number || WordLists.numberWords.contains(tokens[next].key) {
        next += 1
        if next < range.upperBound, [":", "-", "–", "—", ".", ")"].contains(tokens[next].key) { next += 1 }
        if next < range.upperBound { return next..<range.upperBound }
      }
    }
    let skipped: Set<WordKey> = ["tried", "trying", "attempted", "we", "i", "we've", "i've", "also", "have", "already"]
    var past = lower
    while past < range.upperBound, skipped.contains(tokens[past].key), past - lower < 4 { past += 1 }
    if past < range.upperBound, past > lower, tokens[past - 1].key == "tried" || tokens[past - 1].key == "attempted" {
      if tokens[past].key == "to" { past += 1 }
      if past < range.upperBound { return past..<range.upperBound }
    }
    return range
  }

  /// The colon of "leaves at 0:58".
  private func isClock(_ index: Int) -> Bool {
    tokens[index].key == ":" && tokens[index].isGlued && tokens[safe: index + 1]?.isGlued == true
      && tokens[safe: index + 1]?.kind == .number && tokens[safe: index - 1]?.kind == .number
  }

  static let arrows: Set<WordKey> = ["→", "->", "=>", "⇒", "-->", "➜", "➡"]

  private static let outcomeVerbs: Set<WordKey> = [
    "gave", "brought", "yielded", "led", "resulted", "helped", "improved", "made", "saved", "didn't", "backfired",
    "worked", "failed", "changed", "produced", "caused", "had", "got", "did",
    "cost",
  ]

  private static let outcomeOpeners: Set<WordKey> = [
    "no", "nothing", "nobody", "still", "none", "which", "same", "without", "only", "little", "barely", "hardly",
  ]
}
