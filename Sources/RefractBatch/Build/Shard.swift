/// One of several runs that share the problems of a batch.
///
/// A problem's shard follows from its id alone, so that machines that know nothing of each other agree.
package struct Shard: Sendable, Equatable {
  /// From 1 to ``count``.
  package let index: Int
  package let count: Int

  package init?(index: Int, count: Int) {
    guard (1...100_000).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `2/4`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
    self.init(index: index, count: count)
  }

  package var text: String { "\(index)/\(count)" }

  /// Whether a problem belongs here: the first 60 bits of the SHA-256 of its id, modulo the number of shards.
  package func holds(_ id: String) -> Bool {
    let hash = Digest(of: Array(id.utf8)).hexBytes.prefix(15).reduce(0) { sum, digit in
      sum << 4 | Int(digit < 0x61 ? digit - 0x30 : digit - 0x57)
    }
    return hash % count == index - 1
  }
}
