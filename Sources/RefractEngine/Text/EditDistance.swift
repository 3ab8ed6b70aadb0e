/// How far apart two words are, and which known word is meant by a misspelt one.
package enum EditDistance {
  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other, in bytes
  /// (optimal string alignment). Takes time in the product of the lengths: keep them short.
  package static func between(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Int {
    let a = Array(left)
    let b = Array(right)
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }

  /// The candidate nearest to a word; nil if none is near enough to be meant.
  ///
  /// Case does not count, nor whether parts are joined by `_`, `-`, a space or a capital. A third of the longer word may
  /// differ. Of equally near candidates the first wins.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let folded = fold(word)
    guard !folded.isEmpty, folded.count <= 64 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = fold(candidate)
      let distance = between(folded, other)
      guard distance <= max(1, max(folded.count, other.count) / 3), distance < min(folded.count, other.count) else {
        continue
      }
      if distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  private static func fold(_ word: String) -> [UInt8] {
    word.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
      .map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }
}
