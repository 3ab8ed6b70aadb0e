import Foundation

/// Writes one Swift file that holds every text file of some folders as string literals, and their hash, so that the
/// command carries its knowledge and its templates wherever it is copied to (`Bundle.module` ties a binary to its build
/// folder).
///
/// Usage: `EmbedTool OUTPUT.swift FOLDER…`. A file's name in the result is its path below the folder.
@main
enum EmbedTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { throw Failure(reason: "usage: EmbedTool OUTPUT.swift FOLDER...") }
    var source = "enum Embedded {\n  static let files: [EmbeddedFile] = [\n"
    var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325
    for folder in arguments.dropFirst() {
      let base = URL(fileURLWithPath: folder)
      for name in textFiles(in: folder) {
        let bytes = try Data(contentsOf: base.appendingPathComponent(name))
        guard let text = String(data: bytes, encoding: .utf8) else { throw Failure(reason: "\(name) is not UTF-8") }
        // FNV-1a, as a catalogue hashes its files when it reads them.
        for byte in (name + text).utf8 { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01b3 }
        source += "    EmbeddedFile(name: \(literal(name)), text: \(literal(text))),\n"
      }
    }
    source += "  ]\n  /// Hash of all names and texts, in order.\n"
    source += "  static let fingerprint: UInt64 = 0x\(String(fingerprint, radix: 16))\n}\n"
    source += "\nstruct EmbeddedFile: Sendable {\n  let name: String\n  let text: String\n}\n"
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
