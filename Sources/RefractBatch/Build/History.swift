import Glibc

/// What the last run left, and how this run's inputs are named in it.
struct History: Sendable {
  let manifest: Manifest
  /// False in the first run, or if the manifest was damaged.
  let isKnown: Bool
  let reports: [BytePath: ReportRecord]
  private let folder: String?

  init(_ memory: OutputFolder.Memory?, output: OutputFolder?) {
    if case .manifest(let manifest)? = memory {
      self.manifest = manifest
      isKnown = true
    } else {
      manifest = Manifest()
      isKnown = false
    }
    reports = Dictionary(manifest.reports.map { ($0.input, $0) }) { first, _ in first }
    folder = output?.absolute
  }

  /// Every file that was recorded, by path.
  var filesByPath: [String: FileRecord] {
    Dictionary(manifest.files.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The input's path as seen from the output folder.
  func name(of input: Input) -> BytePath {
    guard let folder, input.path.text.utf8.first == UInt8(ascii: "/") else { return input.path }
    return BytePath(Paths.relative(input.path.text, to: folder))
  }

  /// The records of inputs that this run did not look at and that are not gone.
  ///
  /// - Parameter isComplete: false if the run was stopped, and so did not look at all it found.
  func retained(besides names: Set<BytePath>, found: FoundInputs, isComplete: Bool) -> [ReportRecord] {
    manifest.reports.filter { record in
      !names.contains(record.input) && !(isComplete && isGone(record.input, found: found))
    }
  }

  private func isGone(_ name: BytePath, found: FoundInputs) -> Bool {
    guard let folder, name.text != "-" else { return false }
    let path = Paths.joined(folder, name.text)
    if found.listed.contains(where: { Paths.contains($0, path) }) { return true }
    // A disk that is not mounted looks like missing files: believe it only if all that was asked for was there.
    guard found.isComplete else { return false }
    var status = stat()
    return lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }
}
