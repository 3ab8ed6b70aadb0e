import Glibc

/// An open directory. Everything below it is reached from here, so that nobody can put a symbolic link in the way.
final class Folder: Sendable {
  let descriptor: Int32
  /// The path as the user would type it.
  let path: String

  /// What a name in a directory stands for.
  enum Kind: Sendable, Equatable { case file, folder, link, other }

  /// One name in a directory.
  struct Entry: Sendable {
    let bytes: [UInt8]
    let kind: Kind

    /// The name, or nil if it is not UTF-8.
    var name: String? { String(validating: bytes, as: UTF8.self) }
  }

  /// Opens a directory; a symbolic link in the last place is followed only if asked to.
  init(_ name: String, at directory: Int32 = AT_FDCWD, follow: Bool = false, shown path: String) throws(IOFailure) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW)
    descriptor = uninterrupted { openat(directory, name, flags) }
    self.path = path
    if descriptor < 0 { throw .last("open", path) }
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// All names but `.` and `..`, in byte order.
  func entries() throws(IOFailure) -> [Entry] {
    // A description of its own, because reading a directory moves a position that duplicates share.
    let copy = uninterrupted { openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard copy >= 0 else { throw .last("open", path) }
    guard let stream = fdopendir(copy) else {
      let failure = IOFailure.last("fdopendir", path)
      _ = close(copy)
      throw failure
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let item = readdir(stream) else {
        if errno != 0 { throw .last("readdir", path) }
        return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      }
      let bytes = withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      entries.append(Entry(bytes: bytes, kind: kind(of: bytes, hint: Int32(item.pointee.d_type))))
    }
  }

  private func kind(of name: [UInt8], hint: Int32) -> Kind {
    switch hint {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN): break
    default: return .other
    }
    // Some file systems tell the type only when asked.
    var status = stat()
    let result = (name + [0]).withUnsafeBytes { buffer in
      guard let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress else { return Int32(-1) }
      return fstatat(descriptor, base, &status, AT_SYMLINK_NOFOLLOW)
    }
    return result == 0 ? status.kind : .other
  }

  /// Type, size and times of a name below, without following a symbolic link; nil if there is no such name.
  func status(of name: String) -> stat? {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }
}

extension stat {
  /// What the status says the name stands for.
  var kind: Folder.Kind {
    switch st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
