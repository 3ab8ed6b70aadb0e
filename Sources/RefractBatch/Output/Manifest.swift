import RefractReport

/// What a run made from what: the memory between two runs.
///
/// It is written last, so that it never claims a file that is not there, and ends with a hash of itself, so that a
/// damaged one is told from a whole one.
struct Manifest: Sendable, Equatable {
  /// One report for each input, sorted by ``ReportRecord/input``.
  var reports: [ReportRecord] = []
  /// Files that stand above the single reports, sorted by path.
  var pages: [FileRecord] = []
  /// Hash of all that the pages were made from; nil if they have to be made again.
  var pagesKey: Digest?
  /// Files of ours that should be gone but could not be removed; the next run tries again.
  var stale: [FileRecord] = []
  /// Files about the run rather than about problems, sorted by path.
  var extras: [FileRecord] = []
  /// What runs that were stopped changed: the next one tells it in their place.
  var pending: RunRecord?
  /// Which part of a batch this is; nil for a whole one.
  var shard: Shard?

  /// Every file the run recorded as its own.
  var files: [FileRecord] { reports.flatMap(\.files) + pages + stale + extras }

  /// Changes when the form of the file changes; a manifest of another version counts as none.
  static let version = 2
}

/// One file below the output folder as it was written.
struct FileRecord: Sendable, Equatable {
  var path: String
  var size: Int
  var digest: Digest
}

/// The report of one input.
struct ReportRecord: Sendable, Equatable {
  /// Path of the input, relative to the output folder, so that a project can be moved; `-` for standard input.
  var input: BytePath
  /// Hash of the input's bytes and of everything else that decides the report; nil if it has to be made again.
  var key: Digest?
  var id: String
  /// Warnings the input gives: it is read again to show them, even if its report is up to date.
  var notes: Int
  var quality: Double?
  var files: [FileRecord]
  /// JSON on one line.
  var summary: String
}

// Each report is one line, so that the file can be searched and compared with line tools. It is JSON, but written and
// read by hand: a general decoder takes longer over 10,000 records than everything else in a run that changes nothing.
extension Manifest {
  /// The manifest as the bytes of its file.
  func encoded() -> [UInt8] {
    var text = JSONLine()
    text.raw("{\"refract_manifest\":\(Self.version),\n\"pages_key\":")
    text.digest(pagesKey)
    text.raw(",\n\"reports\":[\n")
    text.lines(reports) { $0.report($1) }
    text.raw("],\n\"pages\":[\n")
    text.lines(pages) { $0.file($1) }
    text.raw("],\n\"stale\":[\n")
    text.lines(stale) { $0.file($1) }
    text.raw("],\n\"extras\":[\n")
    text.lines(extras) { $0.file($1) }
    text.raw("],\n\"pending\":\(pending?.json ?? "null"),\n\"shard\":\"\(shard?.text ?? "")\",\n")
    let digest = Digest(of: text.bytes)
    text.raw("\"sha256\":")
    text.digest(digest)
    text.raw("}\n")
    return text.bytes
  }

  /// Reads what ``encoded()`` wrote; nil if a single byte is different.
  init?(decoding bytes: [UInt8]) {
    // `"sha256":"…"}` and a line break.
    let tail = 9 + 66 + 2
    guard bytes.count > tail else { return nil }
    var end = ManifestScanner(bytes[(bytes.count - tail)...])
    guard end.take("\"sha256\":"), let digest = end.digest(), end.take("}\n"), end.isAtEnd,
      digest == Digest(of: bytes[..<(bytes.count - tail)])
    else { return nil }
    var scanner = ManifestScanner(bytes[...])
    guard scanner.take("{\"refract_manifest\":\(Self.version),\n\"pages_key\":"), let key = scanner.optionalDigest(),
      scanner.take(",\n\"reports\":[\n"), let reports = scanner.lines({ $0.report() }),
      scanner.take("],\n\"pages\":[\n"), let pages = scanner.lines({ $0.file() }),
      scanner.take("],\n\"stale\":[\n"), let stale = scanner.lines({ $0.file() }),
      scanner.take("],\n\"extras\":[\n"), let extras = scanner.lines({ $0.file() }),
      scanner.take("],\n\"pending\":"), let pending = scanner.text(until: 0x0A), scanner.take("\n\"shard\":"),
      let shard = scanner.string(), scanner.take(",\n")
    else { return nil }
    self.init(
      reports: reports, pages: pages, pagesKey: key.value, stale: stale, extras: extras,
      pending: RunRecord(json: String(pending.dropLast())), shard: Shard(shard))
  }
}

extension JSONLine {
  fileprivate mutating func file(_ file: FileRecord) {
    raw("[")
    string(file.path)
    raw(",\(file.size),")
    digest(file.digest)
    raw("]")
  }

  fileprivate mutating func report(_ report: ReportRecord) {
    raw("{\"input\":")
    string(report.input.text)
    raw(",\"key\":")
    digest(report.key)
    raw(",\"id\":")
    string(report.id)
    raw(",\"notes\":\(report.notes),\"quality\":")
    raw(report.quality.map { "\($0)" } ?? "null")
    raw(",\"files\":[")
    for (offset, file) in report.files.enumerated() {
      if offset > 0 { raw(",") }
      self.file(file)
    }
    raw("],\"summary\":")
    // A line break would end the record.
    let isOneLine = !report.summary.utf8.contains { $0 == 0x0A || $0 == 0x0D }
    raw(report.summary.isEmpty ? "null" : isOneLine ? report.summary : report.summary.filter { !$0.isNewline })
    raw("}")
  }
}
