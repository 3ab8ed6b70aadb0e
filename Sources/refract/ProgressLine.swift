import RefractBatch
import Synchronization

/// Tells how far a run is: a bar that changes on a terminal, else a line every ten seconds.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    var phase: BuildProgress.Phase?
    var phaseStart: ContinuousClock.Instant
  }

  private let isLive: Bool
  private let isOn: Bool
  private let log: Log
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  init(isOn: Bool, log: Log) {
    self.isOn = isOn
    self.log = log
    isLive =
      log.format == .text && Console.isTerminal(.error) && Console.environment("CI") == nil
      && Console.environment("TERM") != "dumb"
    start = .now
    state = Mutex(State(phaseStart: start))
  }

  /// May be called from any thread, as often as anything happens.
  func show(_ progress: BuildProgress) {
    guard isOn else { return }
    let pause: Duration = isLive ? .milliseconds(100) : .seconds(10)
    let now = ContinuousClock.now
    let elapsed = state.withLockIfAvailable { state -> Double? in
      if state.phase != progress.phase {
        state.phase = progress.phase
        state.phaseStart = now
      }
      guard now - (state.lastShown ?? start) >= pause else { return nil }
      state.lastShown = now
      return (now - state.phaseStart) / .seconds(1)
    }
    guard let elapsed = elapsed ?? nil else { return }
    let text =
      isLive ? "\r\u{1B}[K" + ProgressBar.text(progress, elapsed: elapsed) : log.text(progress, elapsed: elapsed)
    _ = Console().write(text, to: .error)
  }

  /// Wipes the line before something else is printed.
  func end() {
    guard isOn, isLive, state.withLock({ $0.lastShown != nil }) else { return }
    _ = Console().write("\r\u{1B}[K", to: .error)
  }

  /// Seconds since the start with one decimal.
  var seconds: String {
    let elapsed = ContinuousClock.now - start
    let tenths = elapsed.components.seconds * 10 + elapsed.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
