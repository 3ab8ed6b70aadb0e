import RefractBatch
import Synchronization

/// Tells how far a run is: a line that changes on a terminal, else a line every ten seconds.
final class ProgressLine: Sendable {
  private let isLive: Bool
  private let isOn: Bool
  private let log: Log
  private let start = ContinuousClock.now
  private let last: Mutex<ContinuousClock.Instant?> = Mutex(nil)

  init(isOn: Bool, log: Log) {
    self.isOn = isOn
    self.log = log
    isLive =
      log.format == .text && Console.isTerminal(.error) && Console.environment("CI") == nil
      && Console.environment("TERM") != "dumb"
  }

  /// May be called from any thread, as often as anything happens.
  func show(_ progress: BuildProgress) {
    guard isOn else { return }
    let pause: Duration = isLive ? .milliseconds(100) : .seconds(10)
    let now = ContinuousClock.now
    let isDue = last.withLockIfAvailable { last in
      guard now - (last ?? start) >= pause else { return false }
      last = now
      return true
    }
    guard isDue == true else { return }
    let text = log.text(progress)
    _ = Console().write(isLive ? "\r\u{1B}[K\(text.dropLast())" : text, to: .error)
  }

  /// Wipes the line before something else is printed.
  func end() {
    guard isOn, isLive, last.withLock({ $0 != nil }) else { return }
    _ = Console().write("\r\u{1B}[K", to: .error)
  }

  /// Seconds since the start with one decimal.
  var seconds: String {
    let elapsed = ContinuousClock.now - start
    let tenths = elapsed.components.seconds * 10 + elapsed.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
