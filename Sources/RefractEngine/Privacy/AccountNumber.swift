/// Bank account and card numbers: `DE89 3704 0044 0532 0130 00`, `4111 1111 1111 1111`.
enum AccountNumber {
  /// How many words from a place on are one number; nil if none starts there.
  static func length(at place: Int, in pieces: TextPieces) -> Int? {
    let first = pieces.bytes[pieces.core(place)]
    guard let lead = first.first else { return nil }
    if isUpper(lead) { return international(at: place, first, in: pieces) }
    return TextPieces.isDigit(lead) ? card(at: place, first, in: pieces) : nil
  }

  /// Two letters, two digits and 11 to 30 letters and digits, in one word or in groups of four (ISO 13616).
  private static func international(at place: Int, _ first: ArraySlice<UInt8>, in pieces: TextPieces) -> Int? {
    let head = Array(first.prefix(4))
    guard head.count == 4, isUpper(head[1]), TextPieces.isDigit(head[2]), TextPieces.isDigit(head[3]) else {
      return nil
    }
    if first.count > 4 { return (15...34).contains(first.count) && first.allSatisfy(isPart) ? 1 : nil }
    var total = 4
    var count = 1
    while place + count < pieces.words.count, total < 34, !pieces.endsPhrase(place + count - 1) {
      let part = pieces.bytes[pieces.core(place + count)]
      guard (1...4).contains(part.count), part.allSatisfy(isPart), part.contains(where: TextPieces.isDigit) else {
        break
      }
      total += part.count
      count += 1
      if part.count < 4 { break }
    }
    return total >= 15 ? count : nil
  }

  /// Sixteen digits in four groups whose check digit is right (H. P. Luhn, 1960).
  private static func card(at place: Int, _ first: ArraySlice<UInt8>, in pieces: TextPieces) -> Int? {
    guard place + 4 <= pieces.words.count else { return nil }
    let groups = (0..<4).map { pieces.bytes[pieces.core(place + $0)] }
    guard groups.allSatisfy({ $0.count == 4 && $0.allSatisfy(TextPieces.isDigit) }),
      (0..<3).allSatisfy({ !pieces.endsPhrase(place + $0) }),
      !groups.allSatisfy({ $0.starts(with: "19".utf8) || $0.starts(with: "20".utf8) })
    else { return nil }
    var sum = 0
    for (offset, byte) in groups.joined().reversed().enumerated() {
      let digit = Int(byte) - 0x30
      sum += offset % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit
    }
    return sum % 10 == 0 ? 4 : nil
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isPart(_ byte: UInt8) -> Bool { isUpper(byte) || TextPieces.isDigit(byte) }
}
