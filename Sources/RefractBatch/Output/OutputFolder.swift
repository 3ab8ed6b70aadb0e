import Glibc
import RefractEngine
import Synchronization

/// The output directory: the only place that Refract writes to.
///
/// Every file is written under a temporary name in its folder and renamed, so that readers see the old content or the
/// new one and nothing in between. Paths have no `..`, no hidden parts and lead through no symbolic link.
final class OutputFolder: Sendable {
  /// The path as the user would type it.
  let path: String
  /// The absolute path without symbolic links.
  let absolute: String
  private let root: Folder
  private let folders = Mutex<[String: Folder]>([:])
  /// When the last manifest was written: what changed before is as recorded.
  private let manifestTime: Mutex<timespec?> = Mutex(nil)

  /// All temporary names start like this; nothing else of this name is kept.
  static let temporaryPrefix = ".refract-tmp."
  private static let home = ".refract"
  private static let manifestName = "manifest.json"
  /// What may lie in a folder that counts as empty: what people keep in an otherwise ignored folder.
  private static let harmless = [".gitkeep", ".gitignore", ".keep"]

  private init(_ root: Folder, path: String) {
    self.root = root
    self.path = path
    absolute = Paths.absolute(path)
  }

  /// Opens the folder for looking only; nil if it does not exist.
  static func existing(_ path: String) throws(IOFailure) -> OutputFolder? {
    var status = stat()
    if stat(path, &status) != 0 && errno == ENOENT { return nil }
    return OutputFolder(try Folder(path, follow: true, shown: path), path: path)
  }

  /// Opens the folder for writing, made if it is missing.
  static func created(_ path: String) throws(IOFailure) -> OutputFolder {
    try makeFolders(Paths.trimmed(path))
    return OutputFolder(try Folder(path, follow: true, shown: path), path: path)
  }

  private static func makeFolders(_ path: String) throws(IOFailure) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    let parent = Paths.split(path).parent
    if parent != path { try makeFolders(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last("mkdir", path) }
  }

  /// The first name that shows that somebody else's files lie here; nil if the folder is empty or ours.
  func foreignName() throws(IOFailure) -> String? {
    // Listed before our own folder is looked for: another run that begins right now makes that one first.
    let entries = try root.entries()
    if root.status(of: Self.home)?.kind == .folder { return nil }
    for entry in entries where !Self.harmless.contains(entry.name ?? "") {
      return String(decoding: entry.bytes, as: UTF8.self)
    }
    return nil
  }

  /// Any name in the folder; nil if it is empty.
  func firstName() throws(IOFailure) -> String? {
    try root.entries().first.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Takes the lock; nil if another run holds it. The lock ends with the descriptor, even if the process is killed.
  func lock() throws(IOFailure) -> OutputLock? {
    let home = try folder(Self.home)
    let file = try Descriptor(
      opening: "lock", at: home.descriptor, O_RDWR | O_CREAT, mode: 0o666, shown: shown(Self.home + "/lock"))
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return nil }
      if errno != EINTR { throw .last("flock", file.path) }
    }
    return OutputLock(file: file)
  }

  /// What is known of the last run.
  enum Memory: Sendable {
    case none, damaged
    case manifest(Manifest)
  }

  /// Reads the manifest of the last run and remembers when it was written.
  func memory() throws(IOFailure) -> Memory {
    guard root.status(of: Self.home)?.kind == .folder else { return .none }
    let home = try folder(Self.home)
    guard let status = home.status(of: Self.manifestName), status.kind == .file else { return .none }
    let file = try Descriptor(
      opening: Self.manifestName, at: home.descriptor, O_RDONLY | O_NONBLOCK,
      shown: shown(Self.home + "/" + Self.manifestName))
    let bytes = try file.read(atMost: 1 << 30, sizeHint: Int(status.st_size))
    guard let manifest = Manifest(decoding: bytes), manifest.files.allSatisfy({ Self.isUsable($0.path) })
    else { return .damaged }
    manifestTime.withLock { $0 = status.st_ctim }
    return .manifest(manifest)
  }

  /// Writes the manifest; its content is on the device before it takes its name.
  func write(_ manifest: Manifest) throws(IOFailure) {
    try replace(Self.manifestName, in: folder(Self.home), with: manifest.encoded(), synchronised: true)
  }

  /// True if a file is there as recorded.
  ///
  /// A file whose last change is older than the manifest needs only its size compared. The time of change is set by the
  /// system, also when a file is renamed into place, and programs cannot set it back.
  func isIntact(_ record: FileRecord) -> Bool {
    let (parent, name) = Self.split(record.path)
    guard let folder = try? folder(parent, create: false), let status = folder.status(of: name),
      status.kind == .file, Int(status.st_size) == record.size
    else { return false }
    if let time = manifestTime.withLock({ $0 }), status.st_ctim < time { return true }
    return (try? content(name, in: folder, size: record.size)).map { Digest(of: $0) } == record.digest
  }

  /// The content of a file of at most 256 MiB; nil if there is none.
  func bytes(of path: String) -> [UInt8]? {
    let (parent, name) = Self.split(path)
    guard let folder = try? folder(parent, create: false), let status = folder.status(of: name),
      status.kind == .file, status.st_size < 1 << 28
    else { return nil }
    return try? content(name, in: folder, size: Int(status.st_size))
  }

  private func content(_ name: String, in folder: Folder, size: Int) throws(IOFailure) -> [UInt8] {
    let file = try Descriptor(opening: name, at: folder.descriptor, O_RDONLY | O_NONBLOCK, shown: shown(name))
    return try file.read(atMost: size + 1, sizeHint: size)
  }

  /// Writes one file, atomically.
  func write(_ path: String, _ bytes: [UInt8]) throws(IOFailure) {
    let (parent, name) = Self.split(path)
    try replace(name, in: folder(parent), with: bytes, synchronised: false)
  }

  private func replace(
    _ name: String, in folder: Folder, with bytes: [UInt8], synchronised: Bool
  ) throws(IOFailure) {
    let temporary = Self.temporaryPrefix + name
    let shown = folder.path + "/" + name
    _ = unlinkat(folder.descriptor, temporary, 0)
    do {
      let file = try Descriptor(
        opening: temporary, at: folder.descriptor, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666, shown: shown)
      try file.write(bytes)
      if synchronised { try file.synchronise() }
      try file.close()
      guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
        throw IOFailure.last("rename", shown)
      }
    } catch let failure as IOFailure {
      _ = unlinkat(folder.descriptor, temporary, 0)
      throw failure
    } catch {
      throw IOFailure(call: "write", path: shown, number: EIO)
    }
  }

  /// What became of a file that was to be removed.
  enum Removal: Sendable { case removed, missing, edited }

  /// Removes a file if it is still the one that was recorded.
  func remove(_ record: FileRecord) throws(IOFailure) -> Removal {
    let (parent, name) = Self.split(record.path)
    let folder: Folder
    do {
      folder = try self.folder(parent, create: false)
    } catch {
      return error.number == ENOENT ? .missing : .edited
    }
    guard let status = folder.status(of: name) else { return .missing }
    guard status.kind == .file, Int(status.st_size) == record.size,
      Digest(of: try content(name, in: folder, size: record.size)) == record.digest
    else { return .edited }
    guard unlinkat(folder.descriptor, name, 0) == 0 || errno == ENOENT else {
      throw .last("unlink", shown(record.path))
    }
    return .removed
  }

  /// Removes temporary files that a killed run left behind, in the folders that a run writes to.
  func removeLeftovers(in paths: [String]) throws(IOFailure) {
    for parent in Set(paths.map { Self.split($0).parent } + [Self.home, "", "problems", "lenses", "assets"]) {
      guard let folder = try? folder(parent, create: false) else { continue }
      for entry in try folder.entries() where entry.kind == .file {
        guard let name = entry.name, name.hasPrefix(Self.temporaryPrefix) else { continue }
        _ = unlinkat(folder.descriptor, name, 0)
      }
    }
  }

  /// The path as the user would type it.
  func shown(_ path: String) -> String { self.path == "/" ? "/" + path : Paths.trimmed(self.path) + "/" + path }

  /// A folder below, by its path; opened once.
  private func folder(_ path: String, create: Bool = true) throws(IOFailure) -> Folder {
    if path.isEmpty { return root }
    if let known = folders.withLock({ $0[path] }) { return known }
    let (parent, name) = Self.split(path)
    let above = try folder(parent, create: create)
    if create, mkdirat(above.descriptor, name, 0o777) != 0, errno != EEXIST { throw .last("mkdir", shown(path)) }
    let opened = try Folder(name, at: above.descriptor, shown: shown(path))
    return folders.withLock { known in
      if let other = known[path] { return other }
      known[path] = opened
      return opened
    }
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// True for a path that leads below the output folder and into no hidden file: letters, digits, `.`, `_`, `-`.
  static func isUsable(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return path.utf8.count <= 1_000
      && parts.allSatisfy { part in
        guard let first = part.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"), part.count <= 200
        else { return false }
        return part.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
          default: false
          }
        }
      }
  }
}

/// Keeps other runs out for as long as it lives.
final class OutputLock: Sendable {
  private let file: Descriptor

  init(file: consuming Descriptor) { self.file = file }
}

private func < (left: timespec, right: timespec) -> Bool {
  (left.tv_sec, left.tv_nsec) < (right.tv_sec, right.tv_nsec)
}
