/// What the slots of a reckoning stand for: the author's figures and words, and sums.
extension CaseView {
  package func value(of reckoning: Reckoning, _ part: String) -> SlotValue? {
    if let id = reckoning.sums[part] {
      guard let index = facts.derivations.firstIndex(where: { $0.id == id }) else { return nil }
      let derivation = facts.derivations[index]
      return SlotValue(
        derivation.text, isPlural: derivation.value != 1, origin: .computed(index), spans: derivation.inputs)
    }
    if let span = reckoning.figures[part] {
      // "12 no-shows" reads as it stands, in one line.
      return SlotValue(
        English.addressed(English.lowered(Self.onOneLine(facts.text(span)))), isPlural: true, origin: .author(span),
        spans: [span])
    }
    if part == "step", let span = reckoning.words["step"] {
      return facts.attempts.first { $0.label == span }.flatMap { value(of: $0, "name") }
    }
    if let span = reckoning.words[part] { return words(span) }
    switch part {
    case "", "span", "clause": return words(facts.document.clause(of: reckoning.span))
    case "parts": return reckoning.parts.count > 1 ? labels(reckoning.parts) : nil
    case "top": return reckoning.sums["two"] != nil ? labels(Array(reckoning.parts.prefix(2))) : nil
    case "largest": return reckoning.parts.first.map { label($0) }
    case "second": return reckoning.parts.count > 1 ? label(reckoning.parts[1]) : nil
    case "badParts":
      let bad = reckoning.parts.filter { $0.fate != .good && $0.fate != .residual }
      return reckoning.sums["bad"] != nil ? labels(bad) : nil
    case "badCount":
      guard reckoning.sums["bad"] != nil else { return nil }
      let count = reckoning.parts.count { $0.fate != .good && $0.fate != .residual }
      return SlotValue(English.count(count), isPlural: true, count: count)
    case "goodPart": return reckoning.parts.first { $0.fate == .good }.map { label($0) }
    default: return nil
    }
  }

  /// The author's words for a part, in quotation marks.
  private func label(_ part: Reckoning.Part) -> SlotValue {
    let text = "\"" + Quotation.text(facts.text(part.label), limit: 60) + "\""
    return SlotValue(text, spans: [part.label])
  }

  /// `"nobody was at home" (8) and "the part was not on the van" (5)`.
  private func labels(_ parts: [Reckoning.Part]) -> SlotValue {
    let texts = parts.map { "\(label($0).text) (\(number($0.quantity)))" }
    return SlotValue(
      English.list(texts), isPlural: true, spans: parts.map(\.label), elements: texts, count: texts.count)
  }

  /// As the author wrote it: "eight", "27", "eleven".
  private func number(_ quantity: Quantity) -> String {
    guard quantity.isSpelledOut else { return QuantityText.operand(quantity.value) }
    let text = Self.onOneLine(facts.text(quantity.span)).lowercased()
    return text.contains(" ") ? English.count(Int(quantity.value)) : text
  }
}
