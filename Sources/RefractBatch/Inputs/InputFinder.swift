import Glibc
package import RefractEngine

/// The problem files that some paths stand for.
package struct FoundInputs: Sendable {
  /// Sorted by path, none twice.
  package var inputs: [Input] = []
  package var diagnostics: [Diagnostic] = []
  /// Absolute paths of the folders that were listed to the last name; only below them is a missing input really gone.
  var listed: [String] = []
  /// False if a path could not be listed or found.
  var isComplete = true

  package init() {}
}

/// Finds problem files: in folders every `.yaml`, `.yml` and `.json` at any depth, without names that start with a dot.
package enum InputFinder {
  /// Levels of folders below a path.
  static let depthLimit = 32

  /// Looks up paths of folders and single files; `-` is left to the caller.
  package static func find(_ paths: [String]) -> FoundInputs {
    var found = FoundInputs()
    for path in paths.map(Paths.trimmed) {
      let diagnosticsBefore = found.diagnostics.count
      do {
        try find(path, into: &found)
      } catch {
        found.isComplete = false
        found.diagnostics.append(error.asInput)
      }
      if found.diagnostics[diagnosticsBefore...].contains(where: { $0.severity == .error }) { found.isComplete = false }
    }
    found.inputs.sort { $0.path < $1.path }
    var seen: Set<BytePath> = []
    found.inputs.removeAll { !seen.insert($0.path).inserted }
    return found
  }

  /// The endings of problem files, in any case.
  package static func isProblemFile(_ name: [UInt8]) -> Bool {
    let lower = name.suffix(5).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return [".yaml", ".json"].contains { lower.elementsEqual($0.utf8) } || lower.suffix(4).elementsEqual(".yml".utf8)
  }

  private static func find(_ path: String, into found: inout FoundInputs) throws(IOFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .last("stat", path) }
    // A folder that the user names may be a link: that is the user's own choice.
    var target = status
    if status.kind == .link { _ = stat(path, &target) }
    if target.kind == .folder {
      let folder = try Folder(path, follow: true, shown: path)
      var walk = Walk(root: folder, absolute: Paths.absolute(path))
      walk.list(folder, below: "", depth: 0)
      found.inputs += walk.inputs
      found.diagnostics += walk.diagnostics
      if walk.isComplete { found.listed.append(walk.absolute) }
      return
    }
    let (parent, name) = Paths.split(path)
    let folder = try Folder(parent, follow: true, shown: path)
    let absolute = Paths.absolute(parent)
    found.inputs.append(
      Input(
        shown: path, path: BytePath(absolute == "/" ? "/" + name : absolute + "/" + name), source: .file(folder, name)))
  }
}

/// The walk through one folder that the user named.
private struct Walk {
  let root: Folder
  let absolute: String
  var inputs: [Input] = []
  var diagnostics: [Diagnostic] = []
  var isComplete = true

  init(root: Folder, absolute: String) {
    self.root = root
    self.absolute = absolute
  }

  mutating func list(_ folder: Folder, below prefix: String, depth: Int) {
    do {
      for entry in try folder.entries() where entry.bytes.first != UInt8(ascii: ".") {
        add(entry, in: folder, below: prefix, depth: depth)
      }
    } catch {
      isComplete = false
      diagnostics.append(error.asInput)
    }
  }

  private mutating func add(_ entry: Folder.Entry, in folder: Folder, below prefix: String, depth: Int) {
    let hasEnding = InputFinder.isProblemFile(entry.bytes)
    guard let name = entry.name else {
      if hasEnding || entry.kind == .folder { refuse(entry, prefix) }
      return
    }
    let shown = self.shown(prefix + name)
    switch entry.kind {
    case .file where hasEnding:
      let path = BytePath((absolute == "/" ? "" : absolute) + "/" + prefix + name)
      inputs.append(Input(shown: shown, path: path, source: .file(root, prefix + name)))
    case .file: break
    case .folder where !hasEnding: descend(into: name, of: folder, below: prefix, depth: depth)
    case .link where hasEnding || leadsToFolder(name, in: folder):
      diagnostics.append(.batch(BatchCodes.linkSkipped, "a symbolic link is not followed", file: shown))
    case .link: break
    case .folder, .other:
      guard hasEnding else { return }
      let kind = entry.kind == .folder ? "a folder" : "a pipe, socket or device"
      diagnostics.append(.batch(BatchCodes.specialSkipped, "it is \(kind), not a file, and was skipped", file: shown))
    }
  }

  private mutating func descend(into name: String, of folder: Folder, below prefix: String, depth: Int) {
    let shown = self.shown(prefix + name)
    guard depth < InputFinder.depthLimit else {
      isComplete = false
      diagnostics.append(
        .batch(BatchCodes.tooDeep, "folders are nested more than \(InputFinder.depthLimit) deep", file: shown))
      return
    }
    do {
      list(try Folder(name, at: folder.descriptor, shown: shown), below: prefix + name + "/", depth: depth + 1)
    } catch {
      isComplete = false
      diagnostics.append(error.asInput)
    }
  }

  private mutating func refuse(_ entry: Folder.Entry, _ prefix: String) {
    let name = String(decoding: entry.bytes, as: UTF8.self)
    diagnostics.append(.batch(BatchCodes.nameNotUTF8, "the name is not UTF-8", file: shown(prefix + name)))
  }

  private func leadsToFolder(_ name: String, in folder: Folder) -> Bool {
    var status = stat()
    return fstatat(folder.descriptor, name, &status, 0) == 0 && status.kind == .folder
  }

  private func shown(_ name: String) -> String { root.path == "/" ? "/" + name : root.path + "/" + name }
}
