import Glibc

/// An open file that is closed when it goes out of scope.
struct Descriptor: ~Copyable {
  /// Negative once the file is closed.
  private(set) var number: Int32
  /// The path as the user would type it, for messages.
  let path: String

  /// Opens a file below a directory; `flags` always get `O_CLOEXEC` and `O_NOFOLLOW`.
  init(opening name: String, at directory: Int32, _ flags: Int32, mode: mode_t = 0, shown path: String)
    throws(IOFailure)
  {
    number = uninterrupted { openat(directory, name, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
    self.path = path
    if number < 0 { throw .last("open", path) }
  }

  deinit { if number >= 0 { _ = Glibc.close(number) } }

  /// Type, size and times of the file.
  func status() throws(IOFailure) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last("fstat", path) }
    return status
  }

  /// The content, but at most `limit` bytes of it.
  func read(atMost limit: Int, sizeHint: Int) throws(IOFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than the size tells the end of the file in the same call.
    var room = min(limit, max(sizeHint, 0) + 1)
    while room > 0 {
      let piece = try read(upTo: room)
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if piece.count < room && bytes.count >= sizeHint { break }
      room = min(limit - bytes.count, 64 << 10)
    }
    return bytes
  }

  private func read(upTo count: Int) throws(IOFailure) -> [UInt8] {
    var result = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      result = uninterrupted { Glibc.read(number, buffer.baseAddress, count) }
      filled = max(0, result)
    }
    if result < 0 { throw .last("read", path) }
    return piece
  }

  /// Writes all bytes, in as many calls as it takes.
  func write(_ bytes: [UInt8]) throws(IOFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        uninterrupted { Glibc.write(number, buffer.baseAddress?.advanced(by: done), buffer.count - done) }
      }
      // A write of nothing would repeat for ever.
      guard count > 0 else {
        throw count < 0 ? .last("write", path) : IOFailure(call: "write", path: path, number: EIO)
      }
      done += count
    }
  }

  /// Waits until the content is on the device.
  func synchronise() throws(IOFailure) {
    guard uninterrupted({ fsync(number) }) == 0 else { throw .last("fsync", path) }
  }

  /// Closes the file and tells of errors that only closing brings up, such as a full quota on a network file system.
  consuming func close() throws(IOFailure) {
    let open = number
    number = -1
    // After EINTR the descriptor is closed on Linux; to close again could close another thread's file.
    if Glibc.close(open) != 0 && errno != EINTR { throw .last("close", path) }
  }
}
