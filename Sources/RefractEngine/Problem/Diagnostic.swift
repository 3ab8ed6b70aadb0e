/// What went wrong in something the user wrote, where, and how to mend it.
///
/// Diagnostics are values: they are collected and printed at the end of a run, they are never thrown away and never stop
/// the work on other files.
public struct Diagnostic: Sendable, Equatable, Error {
  /// How much it matters: an error costs the file its report, a warning does not.
  public enum Severity: String, Sendable { case error, warning, note }

  /// A place in a text file.
  public struct Place: Sendable, Equatable {
    /// The path as the user would type it.
    public var file: String
    /// Line, from 1.
    public var line: Int
    /// Column in Unicode scalars, from 1.
    public var column: Int
    /// How many scalars the caret line underlines; at least 1.
    public var length: Int
    /// The whole line without its line break, unescaped; printing escapes control characters.
    public var excerpt: String
    /// Column of the excerpt's first scalar: above 1 only where a very long line was cut to the part around the place.
    public var excerptColumn: Int

    public init(
      file: String, line: Int, column: Int, length: Int = 1, excerpt: String = "", excerptColumn: Int = 1
    ) {
      self.file = file
      self.line = line
      self.column = column
      self.length = length
      self.excerpt = excerpt
      self.excerptColumn = excerptColumn
    }
  }

  public var severity: Severity
  /// Stable identifier such as `R0104`; `refract explain` tells what it means.
  public var code: String
  /// One sentence in the author's words, without a full stop.
  public var message: String
  /// Where it is; nil if the trouble has no place in a file.
  public var place: Place?
  /// Short text printed behind the caret, such as "found a text".
  public var label: String?
  /// One hint that can be pasted or followed.
  public var help: String?

  public init(
    _ severity: Severity = .error, code: String, message: String, place: Place? = nil, label: String? = nil,
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.label = label
    self.help = help
  }
}
