/// A number read from digits or words, before its unit.
struct NumberForm {
  var value: Double
  /// First token behind it.
  var next: Int
  /// Where its text ends; inside a token for "thirty" of "thirty-person".
  var end: Int
  var isSpelledOut = false
  /// For a part of a whole ("two thirds", "one in fifteen").
  var part: (of: Double, whole: Double)?
  /// The rest of a hyphenated word ("person"), as offsets.
  var tail: Range<Int>?
  /// "half a day": the number goes with the unit that follows.
  var isHalfOf = false
}

/// Reads one number at one place of a sentence; looks at a bounded number of tokens.
struct NumberParser {
  let sentence: SentenceTokens
  /// True if the document writes decimal points, so that a comma cannot be a decimal comma.
  let hasDecimalPoints: Bool

  /// The number that starts at a token, in digits or words.
  func number(at position: Int) -> NumberForm? {
    switch sentence.kind(position) {
    case .number: digits(at: position)
    case .word: spelled(at: position)
    default: nil
    }
  }

  /// Digits with decimals and thousands; nil for versions, list runs and numbers with leading zeros.
  func digits(at position: Int) -> NumberForm? {
    guard let value = Self.value(of: sentence.raw(position), hasDecimalPoints: hasDecimalPoints) else { return nil }
    return NumberForm(value: value, next: position + 1, end: sentence.tokens[position].end)
  }

  /// The value of a token of digits, points and commas.
  static func value(of raw: ArraySlice<UInt8>, hasDecimalPoints: Bool) -> Double? {
    guard raw.count <= 24, let first = raw.first else { return nil }
    let points = raw.count { $0 == UInt8(ascii: ".") }
    let commas = raw.count { $0 == UInt8(ascii: ",") }
    let groups = raw.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let isGrouped = (groups.first?.count ?? 9) <= 3 && groups.first?.isEmpty == false
    let isPointLast =
      (raw.lastIndex(of: UInt8(ascii: ".")) ?? 0) > (raw.lastIndex(of: UInt8(ascii: ",")) ?? 0)
    let threes = groups.dropFirst().allSatisfy { $0.count == 3 }
    if first == UInt8(ascii: "0"), raw.count > 1, groups.first?.count != 1 { return nil }
    var text = raw.map { $0 }
    switch (points, commas) {
    case (0, 0), (1, 0): break
    case (0, 1) where !(isGrouped && threes && groups.first?.first != UInt8(ascii: "0")):
      guard !hasDecimalPoints else { return nil }
      text = text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    case (0, _) where isGrouped && threes, (2..., 0) where isGrouped && threes:
      text.removeAll { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    case (1, _) where isPointLast && isGrouped && groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }):
      text.removeAll { $0 == UInt8(ascii: ",") }
    default: return nil
    }
    guard text.count <= 15 else { return nil }
    return Double(String(decoding: text, as: UTF8.self))
  }

  private struct Piece {
    var key: WordKey
    var start: Int
    var end: Int
    var token: Int
    var isLast: Bool
  }

  /// The next words, hyphenated ones in parts; at most twelve.
  private func pieces(from position: Int) -> [Piece] {
    var result: [Piece] = []
    var index = position
    while result.count < 12, sentence.isWord(index) {
      let token = sentence.tokens[index]
      if index > position, token.isGlued { break }
      let raw = sentence.raw(index)
      guard raw.count <= 60 else { break }
      var start = token.start
      while start < token.end {
        let end = raw[start...].firstIndex(of: UInt8(ascii: "-")) ?? token.end
        let word = String(decoding: raw[start..<end], as: UTF8.self)
        result.append(
          Piece(key: WordKey(word), start: start, end: end, token: index, isLast: end == token.end))
        start = end + 1
      }
      index += 1
      // Only words that may go on a number are worth a further look.
      if let last = result.last, !Self.mayGoOn(last.key) { break }
    }
    return result
  }

  private static func mayGoOn(_ key: WordKey) -> Bool {
    NumberWords.small[key] != nil || NumberWords.tens[key] != nil || NumberWords.magnitudes[key] != nil
      || key == "and" || key == "a" || key == "an" || key == "half"
  }

  func spelled(at position: Int) -> NumberForm? {
    let first = sentence.key(position)
    guard Self.mayGoOn(first) && first != "and" || sentence.raw(position).contains(UInt8(ascii: "-")) else {
      return nil
    }
    if first == "a" || first == "an" {
      let next = sentence.key(position + 1)
      guard NumberWords.magnitudes[next] != nil || NumberWords.parts[next] != nil else { return nil }
    }
    let pieces = pieces(from: position)
    var index = 0
    if pieces.count > 1, pieces[0].key == "a" || pieces[0].key == "an" {
      guard NumberWords.magnitudes[pieces[1].key] != nil || NumberWords.parts[pieces[1].key] != nil else { return nil }
      index = 1
    }
    guard index < pieces.count else { return nil }
    var total = 0.0
    var current: Double? = index == 1 ? 1 : nil
    var isTens = false
    var isRound = index == 1
    let start = index
    loop: while index < pieces.count {
      let key = pieces[index].key
      if let value = NumberWords.small[key] {
        guard current == nil || isRound && index > start || isTens && value < 10 else { break loop }
        current = (current ?? 0) + value
        isTens = false
        isRound = false
      } else if let value = NumberWords.tens[key] {
        guard current == nil || isRound && index > start else { break loop }
        current = (current ?? 0) + value
        isTens = true
        isRound = false
      } else if let value = NumberWords.magnitudes[key], current != nil || total > 0 {
        guard let factor = current, factor > 0 else { break loop }
        if value < 1000 {
          current = factor * value
        } else {
          total += factor * value
          current = 0
        }
        isTens = false
        isRound = true
      } else if key == "and", isRound, index + 1 < pieces.count, index > start,
        NumberWords.small[pieces[index + 1].key] != nil || NumberWords.tens[pieces[index + 1].key] != nil
      {
        // "a hundred and twenty"; the next round takes the number.
      } else {
        break
      }
      index += 1
    }
    if index == start, start == 0 { return fraction(alone: pieces, at: index) }
    var value = total + (current ?? 0)
    var part: (Double, Double)?
    if index + 2 < pieces.count, pieces[index].key == "and", pieces[index + 1].key == "a",
      pieces[index + 2].key == "half"
    {
      value += 0.5
      index += 3
    } else if index < pieces.count, let whole = NumberWords.parts[pieces[index].key], value < whole, value >= 1,
      isPart(pieces, at: index, count: value)
    {
      part = (value, whole)
      value = 100 * value / whole
      index += 1
    }
    guard index > start else { return nil }
    return form(pieces, upTo: index, value: value, part: part)
  }

  /// "one quarter" is a part only where "of" follows; "three quarters", "one-third" and "a third of" need no more.
  private func isPart(_ pieces: [Piece], at index: Int, count: Double) -> Bool {
    let piece = pieces[index]
    if count > 1 { return true }
    if index > 0, pieces[index - 1].token == piece.token { return piece.isLast }
    if pieces[0].key == "a" || pieces[0].key == "an" { return isLonePart(piece) }
    return sentence.key(piece.token + 1) == "of"
  }

  /// "a third of", "a quarter had", "a fifth." but not "a third party".
  private func isLonePart(_ piece: Piece) -> Bool {
    let next = sentence.key(piece.token + 1)
    // "no room for a seventh", "we've got a fifth": one more, not a part.
    if next != "of", !["third", "quarter", "half"].contains(piece.key), sentence.kind(piece.token + 1) != .word {
      return Self.partLeads.contains(sentence.key(piece.token - 2))
    }
    if next == "of" || sentence.kind(piece.token + 1) == nil || sentence.kind(piece.token + 1) == .punctuation {
      return true
    }
    return piece.key == "quarter" && Self.verbs.contains(next) || piece.key != "quarter" && Self.verbs.contains(next)
  }

  private static let partLeads: Set<WordKey> = [
    "by", "about", "nearly", "almost", "over", "under", "to", "only", "than", "is", "was", "just", "roughly", "around",
    "lost", "lose", "cut",
  ]
  private static let verbs: Set<WordKey> = [
    "had", "have", "wanted", "want", "said", "say", "says", "is", "are", "was", "were", "left", "leave", "came", "come",
    "go", "goes", "went", "need", "needed", "never", "do", "did", "ask", "asked", "more", "less", "as", "cannot", "can",
    "get", "got", "took", "take", "use", "used", "still", "still", "among", "report", "reported", "fail", "failed",
    "stay", "stayed", "quit", "accepted", "declined", "fewer", "higher", "lower", "will",
  ]

  /// "half", "a third", "a quarter": parts without a number before them.
  private func fraction(alone pieces: [Piece], at index: Int) -> NumberForm? {
    let piece = pieces[index]
    if piece.key == "half" {
      let before = sentence.key(piece.token - 1)
      guard !Self.halfNot.contains(before) else { return nil }
      var next = piece.token + 1
      if sentence.key(next) == "a" || sentence.key(next) == "an" { next += 1 }
      if pieces.count > index + 1, pieces[index + 1].token == piece.token {  // "half-day"
        guard UnitWords.apart[pieces[index + 1].key] != nil else { return nil }
        return form(pieces, upTo: index + 1, value: 0.5, part: nil)
      }
      if let unit = UnitWords.apart[sentence.key(next)], unit.isTime, piece.isLast {
        return NumberForm(value: 0.5, next: next, end: piece.end, isSpelledOut: true, isHalfOf: true)
      }
      guard !Self.halfNext.contains(sentence.key(piece.token + 1)) else { return nil }
      if sentence.key(piece.token + 1) == "dozen" || sentence.key(piece.token + 1) == "a" { return nil }
      return form(pieces, upTo: index + 1, value: 50, part: (1, 2))
    }
    return nil
  }

  private static let halfNot: Set<WordKey> = ["first", "second", "other", "last", "in", "by", "and", "better"]
  private static let halfNext: Set<WordKey> = [
    "way", "hearted", "finished", "done", "time", "year", "empty", "full", "asleep", "awake",
    "past", "open", "built", "ready", "dead", "price",
  ]

  private func form(_ pieces: [Piece], upTo index: Int, value: Double, part: (Double, Double)?) -> NumberForm {
    let last = pieces[index - 1]
    var result = NumberForm(
      value: value, next: last.token + 1, end: last.end, isSpelledOut: true,
      part: part.map { (of: $0.0, whole: $0.1) })
    if !last.isLast { result.tail = (last.end + 1)..<sentence.tokens[last.token].end }
    return result
  }
}
