import Foundation

/// Writes one Swift file that holds every text file of some folders as string literals, so that the command carries its
/// knowledge and its templates wherever it is copied to (`Bundle.module` ties a binary to its build folder).
///
/// Usage: `EmbedTool OUTPUT.swift FOLDER…`. A file's name in the result is its path below the folder.
@main
enum EmbedTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { throw Failure(reason: "usage: EmbedTool OUTPUT.swift FOLDER...") }
    var source = "enum Embedded {\n  static let files: [EmbeddedFile] = [\n"
    for folder in arguments.dropFirst() {
      let base = URL(fileURLWithPath: folder)
      for name in textFiles(in: folder) {
        let bytes = try Data(contentsOf: base.appendingPathComponent(name))
        guard let text = String(data: bytes, encoding: .utf8) else { throw Failure(reason: "\(name) is not UTF-8") }
        source += "    EmbeddedFile(name: \(literal(name)), text: \(literal(text))),\n"
      }
    }
    source += "  ]\n}\n\nstruct EmbeddedFile: Sendable {\n  let name: String\n  let text: String\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  private static func textFiles(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      return !isFolder.boolValue && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  /// A raw literal whose delimiter is longer than any run of `#` in the text; carriage returns would end a line of the
  /// literal, so a text that has one is refused.
  private static func literal(_ text: String) -> String {
    if !text.contains("\n") && !text.contains("\"") && !text.contains("\\") { return "\"\(text)\"" }
    var fence = "###"
    while text.contains("\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
  }
}

struct Failure: Error, CustomStringConvertible {
  let reason: String
  var description: String { reason }
}
