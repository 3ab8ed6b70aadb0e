import ArgumentParser
import Glibc
import RefractBatch
import RefractEngine

/// Standard output and standard error. Texts of the user must be escaped before they come here.
struct Console: Sendable {
  enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  /// Whether a stream is a terminal that a person looks at.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// An environment variable; nil if it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The seconds of `SOURCE_DATE_EPOCH`; nil if it holds no date from 1970 to 9999.
  static var sourceDate: Int? {
    environment("SOURCE_DATE_EPOCH").flatMap { Day.text(epoch: $0) == nil ? nil : Int($0) }
  }

  /// Writes what a command was asked for.
  ///
  /// - Throws: The exit code of a failed write.
  static func show(_ text: String) throws {
    guard Console().write(text, to: .output) else { throw ExitCode(ExitStatus.readingOrWritingFailed.rawValue) }
  }

  /// Tells of an error or a warning.
  static func report(_ diagnostic: Diagnostic, log: Log = Log(usesColour: ColourChoice.auto.isOn)) {
    _ = Console().write(log.text(diagnostic), to: .error)
  }

  /// Writes all of a text; false if the other end is closed or the disk is full.
  func write(_ text: String, to stream: Stream) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(stream.rawValue, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}
