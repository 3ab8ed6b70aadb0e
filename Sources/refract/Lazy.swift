import RefractEngine
import Synchronization

/// A value that is made when it is first asked for, once, whichever worker asks first.
final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Result<Value, Diagnostic>
  private let made = Mutex<Result<Value, Diagnostic>?>(nil)

  init(_ make: @escaping @Sendable () -> Result<Value, Diagnostic>) { self.make = make }

  /// The value, or what is wrong with what it is made from.
  var value: Result<Value, Diagnostic> {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}
