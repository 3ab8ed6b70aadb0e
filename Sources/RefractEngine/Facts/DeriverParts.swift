/// What a whole and its named parts give: the share of the largest, of two together, of all that went wrong, and the rest
/// that nobody explains.
extension Sums {
  mutating func breakdowns() {
    let reader = BreakdownReader(
      document: document, sentences: sentences, quantities: facts.quantities.prefix(400).filter(isUsable),
      index: index)
    for (number, found) in reader.breakdowns().enumerated() {
      breakdown(found, "B\(number + 1)")
    }
  }

  private mutating func breakdown(_ found: BreakdownReader.Found, _ id: String) {
    var reckoning = Reckoning(kind: .breakdown, span: found.span)
    let whole = found.wholeValue
    let total = QuantityText.operand(whole)
    reckoning.figures["whole"] = found.wholeSpan
    reckoning.words["noun"] = found.whole.noun
    if let noun = lastStem(found.whole.noun), Self.repeatable.contains(noun) {
      reckoning.words["again"] = found.whole.noun
    }
    reckoning.parts = found.parts.stablySorted { $0.quantity.value > $1.quantity.value }
    // What went well, and what is no part of its own, stand last.
    if reckoning.parts.count > 1 {
      let parts = reckoning.parts
      reckoning.parts =
        parts.filter { $0.fate == .bad || $0.fate == .open } + parts.filter { $0.fate == .good }
        + parts.filter { $0.fate == .residual }
    }
    let named = reckoning.parts.filter { $0.fate != .residual }
    let values = named.map(\.quantity.value)
    let inputs = [found.whole] + reckoning.parts.map(\.quantity)
    let unit = found.whole.unit == .percent ? Quantity.Unit.count : found.whole.unit
    func amount(_ value: Double) -> String { QuantityText.value(value, unit, decimals: 0) }
    func share(_ name: String, _ value: Double) {
      // "13/22" goes on from a sum that is shown beside it.
      sum(
        &reckoning, name, "\(id).\(name)", 100 * value / whole, percent(100 * value / whole, isExact: false),
        "\(QuantityText.operand(value))/\(total)", inputs)
    }
    guard let first = values.first else { return }
    let all = found.parts.map(\.quantity.value).reduce(0, +)
    share("largestShare", first)
    if reckoning.parts.count == 1 {
      // "14 went live": what went well is no head to work on.
      reckoning.words[reckoning.parts[0].fate == .good ? "goodPart" : "single"] = reckoning.parts[0].label
      sum(
        &reckoning, "others", "\(id).others", whole - first, amount(whole - first),
        "\(total) − \(QuantityText.operand(first))", inputs)
      reckonings.append(reckoning)
      return
    }
    let hasGood = named.contains { $0.fate == .good }
    // The two largest are a finding only where they stand out: the third is smaller, and there is something besides.
    if !hasGood, values.count >= 2, values.count == 2 || values[2] < values[1], first + values[1] < whole {
      let second = values[1]
      sum(
        &reckoning, "two", "\(id).two", first + second, amount(first + second),
        "\(QuantityText.operand(first)) + \(QuantityText.operand(second))", inputs)
      share("twoShare", first + second)
    }
    let bad = named.filter { $0.fate != .good }
    if hasGood, bad.count >= 2 {
      let lost = bad.map(\.quantity.value).reduce(0, +)
      sum(
        &reckoning, "bad", "\(id).bad", lost, amount(lost),
        bad.map { QuantityText.operand($0.quantity.value) }.joined(separator: " + "), inputs)
      share("badShare", lost)
    }
    let rest = whole - all
    if rest > 0, found.parts.count <= 6, !found.isRestTold {
      let terms = found.parts.map { QuantityText.operand($0.quantity.value) }
      sum(&reckoning, "rest", "\(id).rest", rest, amount(rest), ([total] + terms).joined(separator: " − "), inputs)
      share("restShare", rest)
    }
    reckonings.append(reckoning)
  }

  /// What has to be done again when it comes to nothing.
  private static let repeatable: Set<WordKey> = Set(
    ["visit", "call", "delivery", "appointment", "trip", "inspection", "round", "run", "shipment", "session", "lesson"]
      .map { Tokeniser.stem(of: Array($0.utf8)) })

  /// Adds a derivation and gives it a name in a reckoning; nothing if the sum was refused.
  mutating func sum(
    _ reckoning: inout Reckoning, _ slot: String, _ id: String, _ value: Double, _ text: String, _ formula: String,
    _ inputs: [Quantity], assumption: String? = nil, isRough: Bool? = nil
  ) {
    let before = results.count
    add(id, value, text, formula, inputs, assumption: assumption, isRough: isRough)
    if results.count > before { reckoning.sums[slot] = id }
  }
}
