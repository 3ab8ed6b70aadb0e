/// What a text file may cost to read. Going over a limit is an error at the place where it happened, and reading stops.
package struct ReadingLimits: Sendable, Equatable {
  /// Bytes of the whole file.
  package var bytes: Int
  /// Lists and maps inside one another; the outermost counts as 1.
  package var depth: Int
  /// Texts, keys, lists and maps together.
  package var nodes: Int
  /// UTF-8 bytes of one text or key.
  package var textBytes: Int
  /// Keys of one map.
  package var keys: Int

  package init(
    bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 20_000, textBytes: Int = 256 << 10, keys: Int = 1_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.textBytes = textBytes
    self.keys = keys
  }

  /// The limits of a problem file: 1 MiB, 64 levels, 20,000 nodes, 256 KiB a text, 1,000 keys a map.
  package static let problem = ReadingLimits()

  /// The limits of what `refract analyze` prints: the whole problem with each of several analyses.
  package static let analyses = ReadingLimits(bytes: 16 << 20, nodes: 400_000)
}
