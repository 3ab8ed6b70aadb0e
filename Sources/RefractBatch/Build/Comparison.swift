package import RefractEngine
package import RefractReport

/// Two output folders side by side.
package struct Comparison: Sendable {
  /// What is new, changed and gone on the way from the old folder to the new one.
  package let changes: RunRecord

  /// Reads what the last runs recorded in both folders, and nothing else.
  ///
  /// - Throws: What is wrong with one of them.
  package init(old: String, new: String) throws(Diagnostic) {
    changes = try Manifest(ofFolder: new).changes(since: Manifest(ofFolder: old))
  }
}

extension Manifest {
  /// The record of the last run in a folder.
  init(ofFolder path: String) throws(Diagnostic) {
    do {
      if case .manifest(let manifest)? = try OutputFolder.existing(path)?.memory() {
        self = manifest
        return
      }
    } catch {
      throw .batch(BatchCodes.noOutput, "`\(path)` cannot be read: \(error.reason)", help: error.hint)
    }
    throw .batch(
      BatchCodes.noOutput, "`\(path)` holds no output of Refract, or the record of its last run is damaged",
      help: "name a folder that `refract build --output` wrote")
  }
}
