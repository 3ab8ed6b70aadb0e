import Glibc

/// A system call that failed, on which path, and why.
package struct IOFailure: Error, Sendable, Equatable {
  /// Name of the system call, such as `rename`.
  package var call: String
  /// The path as the user would type it.
  package var path: String
  /// The value of `errno`.
  package var number: Int32

  package init(call: String, path: String, number: Int32) {
    self.call = call
    self.path = path
    self.number = number
  }

  /// The failure of the call that was made last on this thread.
  static func last(_ call: String, _ path: String) -> IOFailure {
    IOFailure(call: call, path: path, number: errno)
  }

  /// What the system says about it: "No space left on device".
  package var reason: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      // `strerror` shares one buffer among all threads.
      guard let base = buffer.baseAddress, strerror_r(number, base, buffer.count) == 0 else { return "error \(number)" }
      return String(cString: base)
    }
  }

  /// True if going on would only fail again: the device is full or broken.
  var endsRun: Bool { [ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE].contains(number) }
}

/// Repeats a system call for as long as signals interrupt it.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
