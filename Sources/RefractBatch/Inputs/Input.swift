import Glibc
package import RefractEngine

/// One problem file that was found, not yet read.
package struct Input: Sendable {
  /// The path as the user would type it.
  package let shown: String
  /// The absolute path without symbolic links, which tells inputs apart.
  package let path: BytePath
  let source: Source

  enum Source: Sendable {
    /// A path below a folder that was opened when it was listed.
    case file(Folder, String)
    /// What standard input gave.
    case bytes([UInt8])
  }

  /// An input that is in memory already, such as standard input.
  package init(bytes: [UInt8], shown: String) {
    self.init(shown: shown, path: BytePath("-"), source: .bytes(bytes))
  }

  /// Reads standard input to its end, but no more than a problem file may have, or the bytes given.
  package static func standardInput(shown: String, atMost limit: Int = Self.limit) throws(Diagnostic) -> Input {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var count = 0
      let room = min(limit - bytes.count, 64 << 10)
      bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = uninterrupted { Glibc.read(0, buffer.baseAddress, room) }
        filled = max(0, count)
      }
      if count < 0 { throw IOFailure.last("read", shown).asInput }
      if count == 0 { break }
    }
    return Input(shown: shown, path: BytePath("-"), source: .bytes(bytes))
  }

  init(shown: String, path: BytePath, source: Source) {
    self.shown = shown
    self.path = path
    self.source = source
  }

  /// Bytes of a file that are read; one more than a problem file may have, so that the reader sees the excess.
  package static let limit = (1 << 20) + 1

  /// The content. Only regular files are read, and no symbolic link on the way is followed.
  package func read(atMost limit: Int = Self.limit) throws(Diagnostic) -> [UInt8] {
    switch source {
    case .bytes(let bytes): return bytes
    case .file(let folder, let name):
      do {
        return try Self.read(name, in: folder, shown: shown, atMost: limit)
      } catch let failure as IOFailure {
        throw failure.asInput
      } catch let diagnostic as Diagnostic {
        throw diagnostic
      } catch {
        throw .batch(BatchCodes.notReadable, "the file cannot be read: \(error)", file: shown)
      }
    }
  }

  /// When the file was last changed, in seconds since 1970; nil for standard input and what cannot be opened.
  package var modified: Int? {
    guard case .file(let folder, let name) = source, let file = try? Self.open(name, in: folder, shown: shown),
      let status = try? file.status()
    else { return nil }
    return status.st_mtim.tv_sec
  }

  private static func read(_ name: String, in folder: Folder, shown: String, atMost limit: Int) throws -> [UInt8] {
    let file = try open(name, in: folder, shown: shown)
    let status = try file.status()
    guard status.kind == .file else {
      throw Diagnostic.batch(BatchCodes.notReadable, "it is not a regular file", file: shown)
    }
    return try file.read(atMost: limit, sizeHint: Int(min(Int64(limit), Int64(status.st_size))))
  }

  private static func open(_ name: String, in folder: Folder, shown: String) throws -> Descriptor {
    var parent = folder
    var parts = name.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    let last = parts.popLast() ?? name
    for part in parts { parent = try Folder(part, at: parent.descriptor, shown: shown) }
    // Without O_NONBLOCK a pipe that took the file's place would hold up the run.
    return try Descriptor(opening: last, at: parent.descriptor, O_RDONLY | O_NONBLOCK | O_NOCTTY, shown: shown)
  }
}

extension IOFailure {
  /// The failure to read an input, as the user sees it.
  var asInput: Diagnostic {
    if isShortage { return .batch(BatchCodes.readingFailed, "it cannot be read: \(reason)", file: path, help: hint) }
    return switch number {
    case ENOENT, ENOTDIR: .batch(BatchCodes.notFound, "there is no such file", file: path)
    case ELOOP: .batch(BatchCodes.notReadable, "it is a symbolic link, which is not followed", file: path)
    default: .batch(BatchCodes.notReadable, "it cannot be read: \(reason)", file: path)
    }
  }
}
