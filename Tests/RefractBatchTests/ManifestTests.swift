import Testing

@testable import RefractBatch

struct ManifestTests {
  private let manifest: Manifest = {
    func file(_ path: String, _ size: Int) -> FileRecord {
      FileRecord(path: path, size: size, digest: Digest(of: Array(path.utf8)))
    }
    var manifest = Manifest()
    manifest.pagesKey = Digest(of: [1])
    manifest.reports = [
      ReportRecord(
        input: BytePath("../inputs/a \"b\" \\ \n\u{1}é.yaml"), key: Digest(of: [2]), id: "a", notes: 3, quality: 0.82,
        files: [file("problems/a.md", 12), file("problems/a.json", 0)],
        summary: "{\"title\": \"x \\\" y\", \"n\": [1, 2]}"),
      ReportRecord(
        input: BytePath("-"), key: nil, id: "b", notes: 0, quality: nil, files: [], summary: ""),
    ]
    manifest.pages = [file("index.html", 9), file("index.md", 1 << 40)]
    manifest.stale = [file("problems/old.md", 7)]
    return manifest
  }()

  @Test func readsWhatItWrote() {
    #expect(Manifest(decoding: manifest.encoded()) == manifest)
    #expect(Manifest(decoding: Manifest().encoded()) == Manifest())
  }

  @Test func oneReportIsOneLine() {
    let lines = String(decoding: manifest.encoded(), as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("{\"input\":") && $0.contains("\"summary\":") } == manifest.reports.count)
    #expect(lines.count == 18)
  }

  @Test func aCutManifestIsNone() {
    let bytes = manifest.encoded()
    for count in 0..<bytes.count { #expect(Manifest(decoding: Array(bytes[..<count])) == nil) }
    #expect(Manifest(decoding: bytes + [0x0A]) == nil)
  }

  @Test func aManifestWithAnyOtherByteIsNone() {
    let bytes = manifest.encoded()
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(Manifest(decoding: changed) == nil)
    }
  }

  @Test func contentThatIsNotOursIsNoneEvenWithTheRightHash() {
    for text in [
      "", "{}\n", "{\"refract_manifest\":2,\n", "\n\n\n",
      "{\"refract_manifest\":1,\n\"pages_key\":null,\n\"reports\":[\n",
    ] {
      let bytes = Array(text.utf8)
      let tail = "\"sha256\":\"" + Digest(of: bytes).hex + "\"}\n"
      #expect(Manifest(decoding: bytes + Array(tail.utf8)) == nil)
    }
  }
}
