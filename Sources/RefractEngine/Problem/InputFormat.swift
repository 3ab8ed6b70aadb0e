/// How a problem file is written.
public enum InputFormat: Sendable, Equatable {
  case yaml
  case json

  /// The format that a file's ending stands for: `.yaml`, `.yml` or `.json` in any case; nil for every other name.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .yaml
    } else if name.hasSuffix(".json") {
      self = .json
    } else {
      return nil
    }
  }

  /// The format that bytes without a name, such as standard input, seem to be written in; nil stands for plain prose.
  ///
  /// JSON starts with `{`; YAML has a line that starts with `problem:`. Nothing else counts, so that prose with a colon
  /// in it stays prose.
  public init?(guessedFrom bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if text.first(where: { !Self.blanks.contains($0) }) == UInt8(ascii: "{") {
      self = .json
      return
    }
    let key = Array("problem:".utf8)
    let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard lines.contains(where: { $0.starts(with: key) }) else { return nil }
    self = .yaml
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
}
