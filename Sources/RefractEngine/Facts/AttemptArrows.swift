/// Steps told with an arrow in front of what came of them.
extension AttemptProse {
  /// `More meetings → meeting fatigue`, one arrow, a label in words; a semicolon parts several of them.
  mutating func arrow(_ index: Int) {
    let sentence = document.sentences[index]
    let tokens = document.tokens[sentence.field]
    let cuts = sentence.tokens.filter { tokens[$0].key == ";" }
    let starts = [sentence.tokens.lowerBound] + cuts.map { $0 + 1 }
    let parts = zip(starts, cuts + [sentence.tokens.upperBound]).compactMap { $0 < $1 ? $0..<$1 : nil }
    let isRow = parts.count > 1 && parts.allSatisfy { holdsArrow($0, tokens) }
    // In a row what is one step for sure makes the others steps.
    if isRow, parts.contains(where: { isArrowStep($0, sentence.field) }) {
      for part in parts { append(sentence.field, part, .fair) }
    } else if isArrowStep(sentence.tokens, sentence.field) {
      append(sentence.field, sentence.tokens, .fair)
    }
  }

  private func holdsArrow(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.contains { AttemptItem.arrows.contains(tokens[$0].key) }
  }

  private func isArrowStep(_ range: Range<Int>, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    let arrows = range.filter { AttemptItem.arrows.contains(tokens[$0].key) }
    guard arrows.count == 1, let arrow = arrows.first, !tokens[arrow].isGlued, arrow > range.lowerBound,
      arrow + 1 < range.upperBound
    else { return false }
    let label = range.lowerBound..<arrow
    // "80k → 180k", "from 60% → 65%" is a movement.
    guard label.count <= 10, tokens[arrow - 1].kind == .word,
      tokens[arrow + 1].kind != .number || mentionsDeed(label, field)
    else { return false }
    return mentionsDeed(label, field) || AttemptVerdict.tells(arrow + 1..<range.upperBound, field: field, in: document)
  }

  /// The label starts with a deed in the past, or with "more", "new", "extra".
  private func mentionsDeed(_ label: Range<Int>, _ field: Int) -> Bool {
    guard let first = label.first(where: { document.tokens[field][$0].kind == .word }) else { return false }
    let key = document.tokens[field][first].key
    if ["more", "new", "extra", "better", "a", "stricter", "fewer", "less"].contains(key) { return true }
    return Verbs.entry(key)?.form == .past
  }
}
