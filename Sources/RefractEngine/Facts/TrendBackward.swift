/// A former value told behind the present one, in a sentence of its own: "Scrap is 9.8%. … since June; before that 3.5%."
enum TrendBackward {
  /// How many sentences back the present value may stand.
  private static let reach = 2

  static func trend(in sentence: SentenceTokens, _ bySentence: [Int: [Quantity]], _ reading: Reading) -> Trend? {
    guard let found = bySentence[sentence.index], found.count == 1, let old = found.first, old.unit != .count,
      old.comparator == .equal, isFormer(sentence, sentence.range(of: old.span).lowerBound)
    else { return nil }
    for number in stride(from: sentence.index - 1, through: max(0, sentence.index - reach), by: -1) {
      let line = reading.document.lines[number]
      guard line.field == sentence.field,
        let now = (bySentence[number] ?? []).first(where: { isPresent($0, old, line) })
      else { continue }
      let end = UnitWords.convert(now.value, from: now.unit, to: old.unit)
      guard end != old.value else { return nil }
      let subject = MeasureReader.subject(line, line.range(of: now.span), now, reading)
      let isLessBetter = subject.flatMap { PolarityLexicon.isLessBetter(line, line.range(of: $0)) }
      return Trend(
        subject: subject, from: old, to: now, isRising: end > old.value,
        isWorse: isLessBetter.map { $0 == (end > old.value) }, since: nil, span: old.span)
    }
    return nil
  }

  /// "before that 3.5%", "until then it was 3.5%".
  private static func isFormer(_ sentence: SentenceTokens, _ position: Int) -> Bool {
    (max(0, position - 5)..<position).contains { index in
      switch sentence.key(index) {
      case "before": ["that", "then", "this", ","].contains(sentence.key(index + 1)) || index + 1 == position
      case "until": sentence.key(index + 1) == "then"
      case "previously", "formerly": true
      default: false
      }
    }
  }

  private static func isPresent(_ now: Quantity, _ old: Quantity, _ line: SentenceTokens) -> Bool {
    guard now.comparator == .equal, UnitWords.comparable(now.unit, old.unit), now.per == old.per || old.per == nil
    else {
      return false
    }
    let range = line.range(of: now.span)
    return MeasureReader.time(line, range, line.clause(at: range.lowerBound)) == .now
      && ClauseMood.of(line, at: range.lowerBound) == .asserted
  }
}
