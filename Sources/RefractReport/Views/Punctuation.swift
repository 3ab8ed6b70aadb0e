/// Phrases of the engine as parts of a page: with the stop, the question mark or the small letter that their place asks
/// for.
extension Words {
  /// With a full stop at its end, unless it has an end already.
  static func sentence(_ text: String) -> String {
    let bytes = Array(MarkdownText.flatten(text))
    guard let last = bytes.last else { return "" }
    let plain = String(decoding: bytes, as: UTF8.self)
    if endsSentence(bytes[...]) { return plain }
    return last == UInt8(ascii: ",") || last == UInt8(ascii: ";") ? String(plain.dropLast()) + "." : plain + "."
  }

  /// As a question: one question mark at its end.
  static func question(_ text: String) -> String {
    var bytes = MarkdownText.flatten(text)
    while let last = bytes.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") { bytes.removeLast() }
    return bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self) + "?"
  }

  /// Behind a label with a colon: words that cannot be names begin with a small letter.
  static func inside(_ text: String) -> String {
    let first = text.prefix { $0 != " " && $0 != "," && $0 != ":" }
    guard commonStarts.contains(String(first)), let letter = text.utf8.first else { return text }
    return String(decoding: [letter + 32], as: UTF8.self) + String(decoding: text.utf8.dropFirst(), as: UTF8.self)
  }

  /// In quotation marks; those inside become single ones.
  static func quoted(_ text: String) -> String {
    "\"" + String(decoding: text.utf8.map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: "'") : $0 }, as: UTF8.self) + "\""
  }

  /// True if a stop, a question or exclamation mark or an ellipsis ends it, quotation marks behind it not counted.
  private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let last = rest.last, last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") { rest.removeLast() }
    if rest.count < text.count, rest.suffix(3).elementsEqual("…".utf8) { return false }
    guard let last = rest.last else { return false }
    return [0x2E, 0x3F, 0x21].contains(last) || rest.suffix(3).elementsEqual("…".utf8)
  }

  /// "The third of five gained most, 12%; the last gained 2%." Empty where the effects cannot be compared.
  static func series(_ effects: [(value: Double?, unit: String?)]) -> String {
    let values = effects.compactMap(\.value).filter { $0.isFinite && $0 > 0 }
    let unit = effects.first?.unit
    guard values.count > 2, values.count == effects.count, effects.allSatisfy({ $0.unit == unit }),
      let most = values.max(), let last = values.last, last < most, values.filter({ $0 == most }).count == 1,
      let peak = values.firstIndex(of: most)
    else { return "" }
    let places = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    guard places.indices.contains(peak) else { return "" }
    return "The \(places[peak]) of \(count(values.count)) gained most, \(Pictures.effect(most, unit: unit)); "
      + "the last gained \(Pictures.effect(last, unit: unit))."
  }

  private static let commonStarts: Set<String> = [
    "A", "After", "An", "As", "At", "Because", "Before", "By", "During", "Each", "Fair", "Few", "First", "From", "Half",
    "If", "In", "It", "Its", "Less", "More", "No", "Not", "Of", "On", "Once", "One", "Only", "Since", "Strong", "The",
    "They", "Thin", "This", "Tight", "To", "Too", "Until", "When", "Where", "With", "Within", "Without",
  ]
}
