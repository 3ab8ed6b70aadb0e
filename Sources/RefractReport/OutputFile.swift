/// One file to write: a path below the output directory, with `/` between its parts, and the content.
package struct OutputFile: Sendable, Equatable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
