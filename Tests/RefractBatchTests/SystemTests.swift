import Glibc
import RefractEngine
import Synchronization
import Testing

@testable import RefractBatch

struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 3, 8, 64])
  func keepsTheOrderAndCallsOnce(jobs: Int) {
    let calls = Atomic(0)
    let result = concurrentMap(Array(0..<1_003), jobs: jobs, stop: StopFlag()) { number in
      calls.add(1, ordering: .relaxed)
      return "\(number)"
    }
    #expect(result == (0..<1_003).map { "\($0)" })
    #expect(calls.load(ordering: .relaxed) == 1_003)
  }

  @Test func nothingGivesNothing() {
    #expect(concurrentMap([Int](), jobs: 4, stop: StopFlag()) { $0 }.isEmpty)
  }

  @Test func stopLeavesTheRestOut() {
    let stop = StopFlag()
    let result = concurrentMap(Array(0..<100), jobs: 1, stop: stop) { number in
      if number == 4 { stop.raise(signal: 15) }
      return number
    }
    #expect(result.compactMap(\.self) == [0, 1, 2, 3, 4])
    stop.raise()
    #expect(stop.signal == 15)
  }
}

struct DigestTests {
  @Test func isSHA256() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest(of: Array("abc".utf8)).hex == expected)
    #expect(Digest(of: Array("a".utf8), Array("bc".utf8)).hex == expected)
    #expect(Digest(hex: Array(expected.utf8)) == Digest(of: Array("abc".utf8)))
  }

  @Test(arguments: ["", "ba78", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
  func refusesOtherTexts(text: String) {
    #expect(Digest(hex: Array(text.utf8)) == nil)
  }
}

struct PathsTests {
  @Test func relativePathsLeadBack() {
    for (path, folder, expected) in [
      ("/a/b/c.yaml", "/a/out", "../b/c.yaml"), ("/a/b", "/", "a/b"), ("/x", "/a/b", "../../x"),
      ("/a/out/in/x", "/a/out", "in/x"),
    ] {
      #expect(Paths.relative(path, to: folder) == expected)
      #expect(Paths.joined(folder, expected) == path)
    }
  }

  @Test func aFolderContainsOnlyWhatIsBelowIt() {
    #expect(Paths.contains("/a/b", "/a/b/c"))
    #expect(!Paths.contains("/a/b", "/a/bc/d"))
    #expect(!Paths.contains("/a/b", "/a/b"))
    #expect(Paths.contains("/", "/a"))
  }

  @Test func pathsThatDoNotExistAreResolvedAsFarAsTheyDo() {
    #expect(Paths.absolute("/tmp/../no-such/x/") == "/no-such/x")
    #expect(Paths.split("a") == (".", "a"))
    #expect(Paths.split("/a") == ("/", "a"))
    #expect(Paths.split("a//b") == ("a", "b"))
  }

  @Test(
    arguments: [
      "../x", "/x", "a/../b", ".refract/manifest.json", "a/.b", "", "a//b", "-rf", "a/-rf", "a\nb", "a b", "a\u{0}b",
      "é",
      String(repeating: "a", count: 201), "a/",
    ])
  func unusableOutputPathsAreRefused(path: String) {
    #expect(!OutputFolder.isUsable(path))
  }

  @Test(arguments: ["index.html", "problems/a-b.json", "assets/style.css", "content/problems/a/index.md"])
  func usableOutputPathsAreNot(path: String) {
    #expect(OutputFolder.isUsable(path))
  }
}

struct CodeTests {
  @Test func codesAreInOrderAndUnique() {
    let codes = BatchCodes.all.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("R03") && $0.utf8.count == 5 })
  }

  @Test func theSystemsTroubleIsToldFromTheFiles() {
    func code(_ number: Int32) -> String { IOFailure(call: "open", path: "x", number: number).asInput.code }
    #expect([ENOENT, ENOTDIR].map(code) == ["R0301", "R0301"])
    #expect([EACCES, ELOOP].map(code) == ["R0302", "R0302"])
    #expect([EMFILE, EIO, ENOMEM].map(code) == ["R0308", "R0308", "R0308"])
  }

  @Test func theWorstStatusWins() {
    let order: [RefractBatch.ExitStatus] = [
      .done, .gateFailed, .noInput, .someFailed, .wrongUsage, .readingOrWritingFailed, .outputRefused, .busy,
      .internalError,
    ]
    #expect(order.sorted() == order)
    #expect(order.map(\.rawValue) == [0, 1, 4, 3, 2, 74, 73, 75, 70])
  }
}
