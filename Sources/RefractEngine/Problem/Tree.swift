/// A whole YAML or JSON file as a positioned tree.
package struct Tree: Sendable {
  package let source: SourceText
  /// The outermost value; nil if the file holds none (empty, or comments only).
  package let root: Node?
  /// What was found while reading that did not stop it: duplicate keys, texts cut by a comment sign.
  let findings: Findings

  /// What was found while reading that did not stop it, at most ``Findings/limit``, in the file's order.
  package var diagnostics: [Diagnostic] { findings.all }

  init(source: SourceText, root: Node?, findings: Findings) {
    self.source = source
    self.root = root.flatMap { $0.isNothing ? nil : $0 }
    self.findings = findings
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the content, UTF-8.
  ///   - file: the path that diagnostics name.
  /// - Throws: the first finding that makes the rest unreadable: not UTF-8, bad syntax, over a limit, or a YAML feature
  ///   that is refused (anchors, aliases, merge keys, tags, keys that are not texts, several documents).
  package static func read(
    bytes: [UInt8], file: String, format: InputFormat, limits: ReadingLimits = .problem
  ) throws(Diagnostic) -> Tree {
    let source = try SourceText(file: file, bytes: bytes, limits: limits)
    return switch format {
    case .yaml: try YAMLReader.read(source, limits: limits)
    case .json: try JSONReader.read(source, limits: limits)
    }
  }
}
