internal import Foundation
package import RefractEngine

/// A folder of text files that the user lays over built-in ones: templates or a catalogue.
package enum TextFolder {
  private static let endings = [".yaml", ".mustache", ".css", ".js", ".md"]

  /// The `.yaml`, `.mustache`, `.css`, `.js` and `.md` files below a folder by their path in it, in order of their names; none
  /// if no folder is named.
  ///
  /// - Throws: An error if the folder or a file cannot be read or is not UTF-8.
  package static func files(in folder: String?) throws(Diagnostic) -> [(name: String, text: String)] {
    guard let folder else { return [] }
    guard let found = FileManager.default.enumerator(atPath: folder) else {
      throw unreadable(folder, "the folder cannot be read")
    }
    let names = found.compactMap { $0 as? String }.filter { name in
      endings.contains { name.hasSuffix($0) } && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    var files: [(name: String, text: String)] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw unreadable(folder + "/" + name, "the file cannot be read")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw unreadable(folder + "/" + name, "the file is not UTF-8")
      }
      files.append((name, text))
    }
    return files
  }

  private static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.catalogueUnreadable.code, message: "\(path): \(reason)", help: "name a folder of text files")
  }
}
