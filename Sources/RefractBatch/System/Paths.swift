import Glibc

/// Path arithmetic. Nothing here reads or changes a file.
enum Paths {
  /// The absolute path without symbolic links, `.` and `..`. What does not exist yet is appended as it is written.
  static func absolute(_ path: String) -> String {
    let path = trimmed(path.isEmpty ? "." : path)
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let (parent, name) = split(path)
    if name.isEmpty || name == "." { return parent }
    let base = absolute(parent)
    if name == ".." { return split(base).parent }
    return base == "/" ? "/" + name : base + "/" + name
  }

  /// The folder and the last part: `("a/b", "c")` for `a/b/c`, `(".", "c")` for `c`.
  static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let parent = String(path[..<slash])
    return (parent.isEmpty ? "/" : trimmed(parent), String(path[path.utf8.index(after: slash)...]))
  }

  /// The path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var bytes = Array(path.utf8)
    while bytes.count > 1 && bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How to reach an absolute path from an absolute folder: `../inputs/a.yaml`.
  static func relative(_ path: String, to folder: String) -> String {
    let target = parts(path)
    let base = parts(folder)
    var common = 0
    while common < min(target.count, base.count), target[common] == base[common] { common += 1 }
    let up = [String](repeating: "..", count: base.count - common)
    return (up + target[common...].map(\.text)).joined(separator: "/")
  }

  /// The absolute path that a relative one means below an absolute folder.
  static func joined(_ folder: String, _ relative: String) -> String {
    var result = parts(folder).map(\.text)
    for part in parts(relative).map(\.text) {
      if part == ".." { _ = result.popLast() } else { result.append(part) }
    }
    return "/" + result.joined(separator: "/")
  }

  /// True if an absolute path lies in an absolute folder or below it.
  static func contains(_ folder: String, _ path: String) -> Bool {
    path.utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
  }

  private static func parts(_ path: String) -> [BytePath] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { BytePath(String(decoding: $0, as: UTF8.self)) }
  }
}
