/// Alternatives on the table, from the field and from `Option A: …`, "Do we:" lists and priced lines.
enum OptionReader {
  static func read(_ reading: Reading, quantities: [Quantity], sections: [Section]) -> [Choice] {
    let document = reading.document
    let index = QuantityIndex(quantities)
    var result: [Choice] = []
    for field in document.fields.indices where result.count < 20 {
      let name = document.fields[field].name
      guard name.hasPrefix("options["), let span = Clip.span(document.tokens[field].indices, field: field, in: document)
      else { continue }
      if name.hasSuffix(".for") {
        if !result.isEmpty { result[result.count - 1].pro = span }
      } else if name.hasSuffix(".against") {
        if !result.isEmpty { result[result.count - 1].con = span }
      } else {
        result.append(choice(document.tokens[field].indices, field: field, reading, index))
      }
    }
    for (number, sentence) in document.sentences.enumerated() where result.count < 20 {
      let name = document.fields[sentence.field].name
      guard name == "problem" || name.hasPrefix("context") else { continue }
      if let list = listed(sentence, reading) {
        result += list.map { choice($0, field: sentence.field, reading, index) }
      } else if let range = labelled(sentence, reading) {
        result.append(choice(range, field: sentence.field, reading, index))
      } else if sections[number] == .options, sentence.isListItem {
        result.append(choice(sentence.tokens, field: sentence.field, reading, index))
      }
    }
    return result
  }

  /// "Options on the table: ship without it, wait until January, ask for more time".
  private static func listed(_ sentence: Document.Sentence, _ reading: Reading) -> [Range<Int>]? {
    let tokens = reading.document.tokens[sentence.field]
    let range = sentence.tokens
    guard
      let head = range.prefix(4).first(where: { ["options", "alternatives", "choices"].contains(tokens[$0].key) }),
      let colon = range.first(where: { tokens[$0].key == ":" }), colon - head <= 5, colon + 2 < range.upperBound,
      reading.statements(field: sentence.field, in: range.lowerBound..<colon).count <= 1
    else { return nil }
    var parts: [Range<Int>] = []
    var start = colon + 1
    for index in start..<range.upperBound where [",", ";", "or"].contains(tokens[index].key) {
      if let part = Clip.trimmed(start..<index, field: sentence.field, in: reading.document) { parts.append(part) }
      start = index + 1
    }
    if let part = Clip.trimmed(start..<range.upperBound, field: sentence.field, in: reading.document) {
      parts.append(part)
    }
    return parts.count >= 2 ? parts : nil
  }

  /// `Option A: rent a hall`.
  private static func labelled(_ sentence: Document.Sentence, _ reading: Reading) -> Range<Int>? {
    let tokens = reading.document.tokens[sentence.field]
    let start = sentence.tokens.lowerBound
    guard ["option", "alternative", "plan"].contains(tokens[start].key), start + 3 < sentence.tokens.upperBound,
      tokens[start + 1].kind == .number || tokens[start + 1].end - tokens[start + 1].start == 1
        || WordLists.numberWords.contains(tokens[start + 1].key),
      [":", "-", "–", "—", "is"].contains(tokens[start + 2].key)
    else { return nil }
    return start + 3..<sentence.tokens.upperBound
  }

  private static func choice(_ range: Range<Int>, field: Int, _ reading: Reading, _ index: QuantityIndex) -> Choice {
    let document = reading.document
    let tokens = document.tokens[field]
    var upper = range.upperBound
    if let cut = range.first(where: {
      $0 > range.lowerBound && ([":", "("].contains(tokens[$0].key) || AttemptItem.arrows.contains(tokens[$0].key))
    }) {
      upper = cut
    }
    // "stay in the church but freeze", "do both → the team burns out": what follows speaks against it.
    var conStart = range.first { $0 > range.lowerBound && tokens[$0].key == "but" }
    if upper < range.upperBound, AttemptItem.arrows.contains(tokens[upper].key) { conStart = conStart ?? upper }
    if let start = conStart { upper = min(upper, start) }
    let whole = document.span(field: field, range)
    let label = Clip.span(range.lowerBound..<upper, field: field, in: document, limit: 100) ?? whole
    let found = index.inside(whole)
    let cost = found.first { if case .money = $0.unit { true } else { false } }
    let time = found.first { $0.unit.isTime && $0.unit != .millisecond }
    let con = conStart.flatMap { Clip.span($0..<range.upperBound, field: field, in: document) }
    return Choice(label: label, pro: nil, con: con, cost: cost, time: time)
  }
}
