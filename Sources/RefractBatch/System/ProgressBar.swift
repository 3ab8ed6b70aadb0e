/// How far a run is, on one line of a terminal: `writing [######------------------]  250 of 1000  125/s  6 s left`.
package enum ProgressBar {
  private static let cells = 24

  /// - Parameter elapsed: Seconds since the phase began.
  package static func text(_ progress: BuildProgress, elapsed: Double) -> String {
    let total = max(1, progress.total)
    let full = min(cells, max(0, progress.done) * cells / total)
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
    return "\(progress.phase.rawValue) [\(bar)] " + counts(progress, elapsed: elapsed)
  }

  /// The same without the bar, for a log: `writing 250 of 1000  125/s  6 s left`.
  package static func line(_ progress: BuildProgress, elapsed: Double) -> String {
    "\(progress.phase.rawValue) " + counts(progress, elapsed: elapsed)
  }

  /// How many a second, and the seconds that the rest will take at that rate; nil where nothing can be said yet.
  package static func pace(_ progress: BuildProgress, elapsed: Double) -> (rate: Double, left: Double)? {
    // The rate of the first moment says nothing about the rest.
    guard elapsed >= 0.5, progress.done > 0 else { return nil }
    let rate = Double(progress.done) / elapsed
    return (rate, Double(max(0, progress.total - progress.done)) / rate)
  }

  private static func counts(_ progress: BuildProgress, elapsed: Double) -> String {
    let counts = "\(progress.done) of \(progress.total)"
    return pace(progress, elapsed: elapsed).map { "\(counts)  \(rounded($0.rate))/s  \(duration($0.left)) left" }
      ?? counts
  }

  /// A rate with one decimal where it is small.
  package static func rounded(_ rate: Double) -> String {
    if rate >= 10 { return String(Int(rate.rounded())) }
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(min(seconds.rounded(.up), 1e9))
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
  }
}
