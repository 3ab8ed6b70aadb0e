import Glibc
import RefractBatch
import RefractEngine
import Testing

struct FailureTests {
  let shop = Workshop()

  @Test func aBadFileCostsItselfOnly() {
    shop.write("inputs/a.yaml", "title: a")
    shop.write("inputs/b.yaml", "title: b")
    shop.build()
    let before = shop.tree()
    shop.write("inputs/a.yaml", "bad: broken")
    shop.write("inputs/c.yaml", "title: c")
    let result = shop.build()
    #expect(result.counts == [1, 1, 1, 0])
    #expect(result.status == .someFailed)
    #expect(shop.text("output/problems/a.md") == before["output/problems/a.md"])
    #expect(shop.exists("output/problems/c.md"))
    #expect(shop.text("output/index.md")?.split(separator: "\n").count == 3)
    // Mended, it is as if nothing had been.
    shop.write("inputs/a.yaml", "title: a")
    #expect(shop.build().counts == [0, 3, 0, 0])
  }

  @Test func twoFilesWithOneIdAreBothRefusedWithTheirPlaces() {
    shop.write("inputs/a.yaml", "title: first\nid: same\n")
    shop.write("inputs/b.yaml", "id: same\n")
    shop.write("inputs/same.yaml", "title: by its name")
    shop.write("inputs/good.yaml", "title: good")
    let result = shop.build()
    #expect(result.counts == [1, 0, 3, 0])
    #expect(result.codes == ["R0310", "R0310", "R0310"])
    #expect(shop.names("output/problems") == ["good.json", "good.md"])
    let places = result.diagnostics.compactMap(\.place)
    #expect(places.map(\.file) == ["a", "b", "same"].map { shop.path("inputs/\($0).yaml") })
    #expect(places.map(\.line) == [2, 1, 1])
    #expect(places.map(\.column) == [5, 5, 1])
    #expect(result.diagnostics.first?.message.contains("inputs/b.yaml") == true)
  }

  @Test func aNewFileCannotTakeTheReportOfABrokenOne() {
    shop.write("inputs/a.yaml", "id: x\ntitle: a")
    shop.build()
    let before = shop.text("output/problems/x.md")
    shop.write("inputs/a.yaml", "bad: broken")
    shop.write("inputs/b.yaml", "id: x\ntitle: b")
    let result = shop.build()
    #expect(result.codes == ["R0999", "R0311"])
    #expect(shop.text("output/problems/x.md") == before)
  }

  @Test func anIdMayMoveToAnotherFile() {
    shop.write("inputs/a.yaml", "id: x\ntitle: a")
    shop.build { $0.keepsHistory = false }
    shop.write("inputs/a.yaml", "id: y\ntitle: a")
    shop.write("inputs/b.yaml", "id: x\ntitle: b")
    #expect(shop.build { $0.keepsHistory = false }.counts == [2, 0, 0, 0])
    #expect(shop.text("output/problems/x.md") == "id = x\ntitle = b\n")
    #expect(shop.names("output/problems") == ["x.json", "x.md", "y.json", "y.md"])
    let incremental = shop.tree()
    shop.remove("output")
    shop.build { $0.keepsHistory = false }
    #expect(shop.tree() == incremental)
  }

  @Test func failFastWritesNothing() {
    shop.write("inputs/a.yaml", "bad: broken")
    shop.write("inputs/b.yaml", "title: b")
    let result = shop.build {
      $0.failsFast = true
      $0.jobs = 1
    }
    #expect(result.status == .someFailed)
    #expect(!shop.exists("output/problems"))
  }

  @Test func aFileThatChangesDuringTheRunIsNotReported() {
    // Too much to keep in memory between reading and writing, so that files are read twice.
    let filler = String(repeating: "x", count: 900_000)
    for name in "abcdefgh" { shop.write("inputs/\(name).yaml", "title: \(name)\nmore: \(filler)") }
    let shop = shop
    let fake = FakeSteps { id in
      if id == "a" { shop.write("inputs/h.yaml", "title: other") }
      if id == "b" { shop.remove("inputs/g.yaml") }
    }
    let result = shop.build(fake) { $0.jobs = 1 }
    #expect(result.counts == [6, 0, 2, 0])
    #expect(result.codes == ["R0301", "R0306"])
    #expect(!shop.exists("output/problems/h.md"))
    #expect(shop.build().counts == [1, 6, 0, 0])
  }

  @Test(arguments: ["../evil.md", "problems/other.md", ".refract/manifest.json", "/etc/x.md", "problems/a/../../a.md"])
  func aReportCannotLeaveItsPlace(path: String) {
    shop.write("inputs/a.yaml", "path: \(path)")
    shop.write("inputs/b.yaml", "title: b")
    let result = shop.build()
    #expect(result.codes == ["R0312"])
    #expect(result.counts == [1, 0, 1, 0])
    #expect(shop.names("output/problems") == ["b.json", "b.md"])
    #expect(shop.names("") == ["inputs", "output"])
  }

  @Test func whatStandsInTheWayIsAnErrorAndTheRestIsWritten() {
    shop.write("inputs/a.yaml", "title: a")
    shop.write("inputs/b.yaml", "title: b")
    shop.write("output/.refract/x", "")
    shop.write("output/problems/a.md/child", "not ours")
    let result = shop.build()
    #expect(result.counts == [1, 0, 1, 0])
    #expect(result.codes == ["R0332"])
    #expect(result.status == .readingOrWritingFailed)
    #expect(shop.text("output/problems/a.md/child") == "not ours")
    #expect(!shop.names("output/problems").contains { $0.hasPrefix(".refract-tmp.") })
    shop.remove("output/problems/a.md")
    #expect(shop.build().counts == [1, 1, 0, 0])
  }

  @Test func aStoppedRunLeavesTheTruthAndTheNextCompletesIt() {
    for number in 1...60 { shop.write("inputs/p\(number).yaml", "title: \(number)") }
    shop.build()
    let before = shop.tree()
    shop.remove("output")
    let stop = StopFlag()
    let result = shop.build(FakeSteps { if $0 == "p30" { stop.raise(signal: 15) } }, stop: stop)
    #expect(stop.signal == 15)
    #expect(result.written > 0)
    #expect(result.written < 60)
    #expect(!shop.exists("output/index.md"))
    #expect(shop.names("output/problems").count == 2 * result.written)
    let fake = FakeSteps()
    #expect(shop.build(fake).counts == [60 - result.written, result.written, 0, 0])
    #expect(fake.rendered.count == 60 - result.written)
    #expect(shop.tree() == before)
  }

  @Test func aRunStoppedWhileReadingRemovesNothing() {
    for number in 1...60 { shop.write("inputs/p\(number).yaml", "title: \(number)") }
    shop.build()
    let before = shop.tree()
    let stop = StopFlag()
    stop.raise(signal: 2)
    shop.remove("inputs/p1.yaml")
    shop.build(stop: stop)
    #expect(shop.tree().filter { !$0.key.contains("manifest") } == before.filter { !$0.key.contains("manifest") })
    #expect(shop.build().counts == [0, 59, 0, 1])
  }
}
