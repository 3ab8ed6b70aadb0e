/// A run of the author's own text: UTF-8 byte offsets into one of ``Problem/fields``.
public struct Span: Sendable, Hashable, Comparable {
  /// Index into ``Problem/fields``.
  public var field: Int
  /// First byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  public init(field: Int, start: Int, end: Int) {
    self.field = field
    self.start = start
    self.end = end
  }

  public var length: Int { end - start }

  public func contains(_ other: Span) -> Bool {
    field == other.field && start <= other.start && other.end <= end
  }

  public func overlaps(_ other: Span) -> Bool {
    field == other.field && start < other.end && other.start < end
  }

  /// Order of reading: field, then start, then end.
  public static func < (left: Span, right: Span) -> Bool {
    (left.field, left.start, left.end) < (right.field, right.start, right.end)
  }
}
