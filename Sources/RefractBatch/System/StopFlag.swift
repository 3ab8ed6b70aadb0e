import Synchronization

/// Asks the workers to finish what they have in hand and to begin nothing new.
package final class StopFlag: Sendable {
  private let value = Atomic<Int32>(0)
  private let parent: StopFlag?

  /// - Parameter parent: A flag that stops this one's workers too, as a signal stops one build of many.
  package init(under parent: StopFlag? = nil) { self.parent = parent }

  /// The signal that asked to stop; nil if none did.
  package var signal: Int32? {
    let value = value.load(ordering: .relaxed)
    return value > 0 ? value : parent?.signal
  }

  /// True once anybody asked to stop.
  package var isRaised: Bool { value.load(ordering: .relaxed) != 0 || parent?.isRaised == true }

  /// Asks to stop because of a signal.
  package func raise(signal: Int32) { value.store(signal, ordering: .relaxed) }

  /// Asks to stop because going on is of no use; a signal that came before stays the reason.
  package func raise() { _ = value.compareExchange(expected: 0, desired: -1, ordering: .relaxed) }
}
