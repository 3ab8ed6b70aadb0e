import Glibc
import RefractBatch
import RefractEngine
import RefractReport
import Synchronization

/// A folder of its own for one test, with inputs and an output, removed with the value.
final class Workshop: Sendable {
  let root: String

  init() {
    var template = Array("/tmp/refract-test.XXXXXX".utf8CString)
    root = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "/tmp/refract-test.failed" }
      return String(cString: made)
    }
    mkdir(root + "/inputs", 0o755)
  }

  deinit { remove("") }

  func path(_ name: String) -> String { name.isEmpty ? root : root + "/" + name }

  /// Writes a file in place, with the folders above it.
  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) {
    var above = root
    for part in name.split(separator: "/").dropLast() {
      above += "/" + part
      mkdir(above, 0o755)
    }
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, bytes.count) }
    close(file)
  }

  /// The content of a file; nil if there is none.
  func text(_ name: String) -> String? {
    let file = open(path(name), O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { status(name) != nil }

  func status(_ name: String) -> stat? {
    var status = stat()
    return lstat(path(name), &status) == 0 ? status : nil
  }

  /// Removes a file or a folder with all that is in it.
  func remove(_ name: String) {
    let path = path(name)
    if status(name).map({ $0.st_mode & S_IFMT == S_IFDIR }) == true {
      for child in names(name) { remove(name.isEmpty ? child : name + "/" + child) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Names in a folder, sorted.
  func names(_ name: String) -> [String] {
    guard let folder = opendir(path(name)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file below a folder with its content; links as `-> target`. Locks are left out.
  func tree(_ name: String = "output") -> [String: String] {
    var tree: [String: String] = [:]
    for child in names(name) where child != "lock" {
      let path = name + "/" + child
      switch status(path).map({ $0.st_mode & S_IFMT }) {
      case S_IFDIR: tree.merge(self.tree(path)) { first, _ in first }
      case S_IFREG: tree[path] = text(path)
      default: tree[path] = "not a regular file"
      }
    }
    return tree
  }

  /// Inode, time of change and time of modification of every file below the output, to see what was touched.
  func signatures() -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for name in tree().keys {
      guard let status = status(name) else { continue }
      result[name] = [
        Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec,
      ]
    }
    return result
  }

  /// Builds `inputs` into `output` with fake steps.
  @discardableResult
  func build(
    _ fake: FakeSteps = FakeSteps(), paths: [String] = ["inputs"], stop: StopFlag = StopFlag(),
    _ configure: (inout BuildOptions) -> Void = { _ in }
  ) -> BuildResult {
    var options = BuildOptions()
    options.output = path("output")
    options.jobs = 2
    configure(&options)
    return Build(steps: fake.steps, options: options, stop: stop).run(InputFinder.find(paths.map(path)))
  }
}

/// Steps that need no engine: a file is lines of `key: value`, and its report repeats them.
///
/// `id` is the id, `bad` fails the file, `warn` gives a warning, `quality` is the quality.
final class FakeSteps: Sendable {
  private let made = Mutex<[String]>([])
  private let pageRuns = Atomic(0)
  private let fingerprint: String
  /// Whether the index ends with a line about the last run.
  private let tellsRuns: Bool
  /// Called before a report is made.
  private let beforeMaking: @Sendable (String) -> Void

  init(
    fingerprint: String = "1", tellsRuns: Bool = false, beforeMaking: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.fingerprint = fingerprint
    self.beforeMaking = beforeMaking
    self.tellsRuns = tellsRuns
  }

  /// Ids of the reports that were made, sorted.
  var rendered: [String] { made.withLock { $0.sorted() } }
  /// How often the pages were made.
  var pagesRendered: Int { pageRuns.load(ordering: .relaxed) }

  typealias Content = [String: String]

  var steps: BuildSteps<Content> {
    BuildSteps(
      fingerprint: fingerprint, read: Self.read,
      make: { content, origin in
        let id = content["id"] ?? ""
        self.beforeMaking(id)
        self.made.withLock { $0.append(id) }
        let text = content.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }.joined()
        return MadeReport(
          files: [
            OutputFile(path: content["path"] ?? "problems/\(id).md", bytes: Array(text.utf8)),
            OutputFile(path: "problems/\(id).json", bytes: Array("{\"sha\": \"\(origin.sha256)\"}\n".utf8)),
          ],
          summary: "{\"id\": \"\(id)\", \"title\": \"\(content["title"] ?? "")\"}",
          quality: content["quality"].flatMap(Double.init))
      },
      pages: { reports, runs in
        self.pageRuns.add(1, ordering: .relaxed)
        var text = reports.map { $0.summary + "\n" }.joined()
        if self.tellsRuns, runs.count > 1, let last = runs.last {
          text += "new \(last.new.map(\.id)) changed \(last.changed.map(\.id)) resolved \(last.resolved.map(\.id))\n"
        }
        return .success([
          OutputFile(path: "index.md", bytes: Array(text.utf8)),
          OutputFile(path: "assets/style.css", bytes: Array("body {}\n".utf8)),
        ])
      })
  }

  private static func read(_ bytes: [UInt8], file: String) -> ReadInput<Content> {
    var content: Content = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmed }
      if parts.count == 2 { content[parts[0]] = parts[1] }
    }
    let place = Diagnostic.Place(file: file, line: 1, column: 1)
    if let bad = content["bad"] {
      return ReadInput(problem: nil, diagnostics: [Diagnostic(code: "R0999", message: bad, place: place)])
    }
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let id = content["id"] ?? stem
    content["id"] = id
    let warnings = content["warn"].map { [Diagnostic(.warning, code: "R0998", message: $0, place: place)] } ?? []
    return ReadInput(problem: (id, content), diagnostics: warnings)
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

extension BuildResult {
  /// The counts in the order of the summary line.
  var counts: [Int] { [written, unchanged, failed, removed] }
  /// The codes of all findings, in order.
  var codes: [String] { diagnostics.map(\.code) }
}
