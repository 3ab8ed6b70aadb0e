import RefractBatch
import RefractEngine
import RefractReport
import Testing

struct HistoryTests {
  let shop = Workshop()

  private var lines: [String] {
    (shop.text("output/history.jsonl") ?? "").split(separator: "\n").map(String.init)
  }

  @discardableResult
  private func build(_ configure: (inout BuildOptions) -> Void = { _ in }) -> BuildResult {
    shop.build(FakeSteps(tellsRuns: true), configure)
  }

  @Test func everyRunThatChangesSomethingAddsALine() {
    shop.write("inputs/a.yaml", "quality: 0.4")
    shop.write("inputs/b.yaml", "quality: 0.6")
    #expect(build().run == nil)
    #expect(lines == [#"{"changed":[],"new":[],"problems":2,"quality":0.5,"resolved":[],"run":1}"#])
    shop.write("inputs/a.yaml", "quality: 0.7")
    shop.remove("inputs/b.yaml")
    shop.write("inputs/c.yaml", "quality: 0.9")
    let run = build { $0.date = "2026-11-26" }.run
    #expect(run?.changed == [RunRecord.Change(id: "a", from: 0.4, to: 0.7)])
    #expect(run?.new.map(\.id) == ["c"])
    #expect(run?.resolved.map(\.id) == ["b"])
    #expect(
      lines.last == #"{"changed":[{"from":0.4,"id":"a","to":0.7}],"date":"2026-11-26","#
        + #""new":[{"id":"c","quality":0.9}],"problems":2,"quality":0.8,"resolved":[{"id":"b","quality":0.6}],"run":2}"#
    )
  }

  @Test func aRunWithoutChangesTouchesNothing() {
    shop.write("inputs/a.yaml", "quality: 0.4")
    build()
    shop.write("inputs/a.yaml", "quality: 0.5")
    build()
    let before = shop.signatures()
    #expect(build { $0.date = "2030-01-01" }.run == nil)
    #expect(shop.signatures() == before)
  }

  @Test func anotherFormatIsNoChange() {
    shop.write("inputs/a.yaml", "quality: 0.4")
    build()
    shop.build(FakeSteps(fingerprint: "2", tellsRuns: true))
    #expect(lines.count == 1)
  }

  @Test func aLineThatAKilledRunLeftIsWrittenOnce() {
    shop.write("inputs/a.yaml", "quality: 0.4")
    build()
    let manifest = shop.text("output/.refract/manifest.json") ?? ""
    shop.write("inputs/a.yaml", "quality: 0.5")
    build()
    let whole = shop.tree()
    // As if the run had been killed before its manifest was written.
    shop.write("output/.refract/manifest.json", manifest)
    build()
    #expect(shop.tree() == whole)
    #expect(lines.count == 2)
  }

  @Test func aStoppedRunAndTheNextOneCountAsOne() {
    for name in ["a", "b", "c", "d"] { shop.write("inputs/\(name).yaml", "quality: 0.4") }
    build()
    for name in ["a", "b", "c", "d"] { shop.write("inputs/\(name).yaml", "quality: 0.5") }
    let stop = StopFlag()
    let fake = FakeSteps(tellsRuns: true) { id in if id == "b" { stop.raise() } }
    shop.build(fake, stop: stop) { $0.jobs = 1 }
    #expect(lines.count == 1)
    #expect(build().run?.changed.map(\.id) == ["a", "b", "c", "d"])
    #expect(lines.count == 2)
    #expect(shop.text("output/index.md")?.contains("changed [\"a\", \"b\", \"c\", \"d\"]") == true)
  }

  @Test func aHistoryThatIsGoneBeginsAgain() {
    shop.write("inputs/a.yaml", "quality: 0.4")
    build()
    shop.write("inputs/a.yaml", "quality: 0.5")
    build()
    shop.remove("output/history.jsonl")
    #expect(build().status == .done)
    #expect(lines.count == 1)
    #expect(shop.text("output/index.md")?.contains("changed") == false)
  }

  @Test func whatCameAndWentAgainIsNotTold() {
    let problem = { RunRecord.Problem(id: $0, quality: $1) }
    let first = RunRecord(
      new: [problem("a", 0.1), problem("b", 0.2)], changed: [.init(id: "c", from: 0.3, to: 0.4)],
      resolved: [problem("d", 0.5), problem("e", 0.6)])
    let second = RunRecord(
      new: [problem("d", 0.7)], changed: [.init(id: "a", from: 0.1, to: 0.8), .init(id: "c", from: 0.4, to: 0.9)],
      resolved: [problem("b", 0.2)])
    let both = second.following(first)
    #expect(both.new == [problem("a", 0.8)])
    #expect(both.changed == [.init(id: "c", from: 0.3, to: 0.9), .init(id: "d", from: 0.5, to: 0.7)])
    #expect(both.resolved == [problem("e", 0.6)])
  }

  @Test func theDayComesFromTheSecondsSince1970() {
    #expect(Day.text(epoch: "0") == "1970-01-01")
    #expect(Day.text(epoch: "951782400") == "2000-02-29")
    #expect(Day.text(epoch: "1795687200") == "2026-11-26")
    #expect(Day.text(epoch: "253402300799") == "9999-12-31")
    #expect(Day.text(epoch: "yesterday") == nil)
    #expect(Day.text(epoch: "-1") == nil)
    #expect(Day.time(epoch: 1_795_687_200) == "2026-11-26T10:00:00Z")
    #expect(Day.time(epoch: -5) == "1970-01-01T00:00:00Z")
  }
}
