import Glibc

/// Waits until files below some paths change, by looking at them again and again.
///
/// What it sees is a hint only: the build that follows compares contents. So a clock that jumps, a network drive without
/// notifications and a storm of changes do no harm.
package struct Watch: Sendable {
  /// Seconds between two looks.
  private let pause: Double
  private let paths: [String]

  package init(_ paths: [String], pause: Double = 0.25) {
    self.paths = paths
    self.pause = pause
  }

  /// Identity, size and times of every file; equal for equal trees.
  package struct Snapshot: Sendable, Equatable {
    fileprivate var entries: [BytePath: [Int]] = [:]
  }

  /// How the paths are now. Symbolic links are not followed below them.
  package func snapshot() -> Snapshot {
    var snapshot = Snapshot()
    for path in paths { look(at: path, depth: 0, into: &snapshot) }
    return snapshot
  }

  private func look(at path: String, depth: Int, into snapshot: inout Snapshot) {
    var status = stat()
    guard (depth == 0 ? stat(path, &status) : lstat(path, &status)) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    // A folder's own times change with files in it that nobody reads, such as an editor's.
    snapshot.entries[BytePath(path)] =
      isFolder
      ? []
      : [
        Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    guard isFolder, depth <= InputFinder.depthLimit,
      let entries = try? Folder(path, follow: depth == 0, shown: path).entries()
    else { return }
    for entry in entries where entry.bytes.first != UInt8(ascii: ".") {
      if let name = entry.name { look(at: path + "/" + name, depth: depth + 1, into: &snapshot) }
    }
  }

  /// Waits for a difference to what was seen, and then until nothing has changed for one pause.
  ///
  /// - Returns: How the paths are then; nil if a stop was asked for.
  package func change(from seen: Snapshot, stop: StopFlag) -> Snapshot? {
    var last = seen
    while !stop.isRaised {
      sleep()
      let now = snapshot()
      if now == last && now != seen { return now }
      last = now
    }
    return nil
  }

  private func sleep() {
    var time = timespec(tv_sec: Int(pause), tv_nsec: Int((pause - pause.rounded(.down)) * 1e9))
    nanosleep(&time, nil)
  }
}
