/// Telephone numbers as people write them: `+49 170 1234567`, `0170/123 45 67`, `(555) 123-4567`.
enum TelephoneNumber {
  /// How many words from a place on are one telephone number; nil if none starts there.
  ///
  /// - Parameter isAnnounced: true if a word such as "tel." stands in front, so that less will do.
  static func length(at place: Int, in pieces: TextPieces, isAnnounced: Bool) -> Int? {
    var signs: [UInt8] = []
    var best: Int?
    for count in 1...6 where place + count <= pieces.words.count {
      let word = pieces.words[place + count - 1]
      let core = pieces.core(place + count - 1)
      let part = pieces.bytes[
        word.lowerBound..<(pieces.isBracketed(place + count - 1) ? word.upperBound : core.upperBound)]
      guard !part.isEmpty, part.allSatisfy(isSign) else { break }
      if count > 1 { signs.append(0x20) }
      signs += part
      if isNumber(signs, isAnnounced: isAnnounced) { best = count }
      if core.upperBound < word.upperBound, pieces.bytes[word.upperBound - 1] != UInt8(ascii: ")") { break }
    }
    return best
  }

  private static func isSign(_ byte: UInt8) -> Bool { TextPieces.isDigit(byte) || "+-/().".utf8.contains(byte) }

  private static func isNumber(_ signs: [UInt8], isAnnounced: Bool) -> Bool {
    let groups = signs.split { !TextPieces.isDigit($0) }
    let count = groups.reduce(0) { $0 + $1.count }
    guard count <= 15, let first = groups.first, !isDate(groups),
      !signs.contains(UInt8(ascii: ".")) || groups.count == 3
    else { return false }
    if isAnnounced { return count >= 6 }
    if signs.first == UInt8(ascii: "+") {
      let isThousands = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && count <= 9
      return count >= 8 && !isThousands
    }
    if groups.map(\.count) == [3, 3, 4] { return signs.contains { "-.)".utf8.contains($0) } }
    let isBare = groups.count == 1
    if first.first == UInt8(ascii: "0"), !signs.contains(UInt8(ascii: ".")) {
      return count >= 9 && count <= 13 && (isBare || first.count >= 2 && groups.count <= 6 && first.count <= 6)
    }
    // A long run of digits is an account or a customer; a round one is a figure.
    return isBare && count >= 10 && !signs.suffix(3).elementsEqual("000".utf8)
  }

  /// `03-01-2026`, `2026-01-03`, with whatever follows.
  private static func isDate(_ groups: [ArraySlice<UInt8>]) -> Bool {
    guard groups.count >= 3 else { return false }
    func isYear(_ group: ArraySlice<UInt8>) -> Bool {
      group.count == 4 && (group.starts(with: "19".utf8) || group.starts(with: "20".utf8))
    }
    let lengths = groups.map(\.count)
    return isYear(groups[0]) && lengths[1] <= 2 && lengths[2] <= 2
      || lengths[0] <= 2 && lengths[1] <= 2 && isYear(groups[2])
  }
}
