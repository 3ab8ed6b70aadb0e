import RefractBatch
import RefractEngine
import Testing

struct BuildTests {
  let shop = Workshop()

  private func writeInputs(_ count: Int) {
    for number in 1...count { shop.write("inputs/p\(number).yaml", "title: problem \(number)\nquality: 0.5\n") }
  }

  @Test func theFirstBuildWritesEverything() {
    writeInputs(3)
    let fake = FakeSteps()
    let result = shop.build(fake)
    #expect(result.counts == [3, 0, 0, 0])
    #expect(result.status == .done)
    #expect(fake.rendered == ["p1", "p2", "p3"])
    #expect(shop.text("output/problems/p2.md") == "id = p2\nquality = 0.5\ntitle = problem 2\n")
    #expect(shop.text("output/index.md")?.split(separator: "\n").count == 3)
    #expect(shop.names("output") == [".refract", "assets", "history.jsonl", "index.md", "problems"])
  }

  @Test func theSecondBuildRewritesNothing() {
    writeInputs(5)
    shop.build()
    let before = shop.signatures()
    let fake = FakeSteps()
    let result = shop.build(fake)
    #expect(result.counts == [0, 5, 0, 0])
    #expect(result.changes.isEmpty)
    #expect(fake.rendered.isEmpty)
    #expect(fake.pagesRendered == 0)
    #expect(shop.signatures() == before)
    #expect(!before.isEmpty)
  }

  @Test func oneChangedInputMakesOneReport() {
    writeInputs(5)
    shop.build()
    let before = shop.signatures()
    shop.write("inputs/p3.yaml", "title: problem 3\nmore: words\n")
    let fake = FakeSteps()
    #expect(shop.build(fake).counts == [1, 4, 0, 0])
    #expect(fake.rendered == ["p3"])
    // The pages tell what changed; here they tell nothing of it and come out the same.
    #expect(fake.pagesRendered == 1)
    let touched = shop.signatures().filter { before[$0.key] != $0.value }.keys.sorted()
    #expect(
      touched == [
        "output/.refract/manifest.json", "output/history.jsonl", "output/problems/p3.json", "output/problems/p3.md",
      ])
  }

  @Test func aChangedTitleMakesThePagesAgain() {
    writeInputs(2)
    shop.build()
    shop.write("inputs/p1.yaml", "title: other")
    let fake = FakeSteps()
    #expect(shop.build(fake).counts == [1, 1, 0, 0])
    #expect(fake.pagesRendered == 1)
    #expect(shop.text("output/index.md")?.contains("other") == true)
  }

  @Test func newKnowledgeMakesEverythingAgainButLeavesEqualFilesAlone() {
    writeInputs(2)
    shop.build()
    let before = shop.signatures()
    let fake = FakeSteps(fingerprint: "2")
    #expect(shop.build(fake).counts == [0, 2, 0, 0])
    #expect(fake.rendered.count == 2)
    #expect(fake.pagesRendered == 1)
    let touched = shop.signatures().filter { before[$0.key] != $0.value }.keys.sorted()
    #expect(touched == ["output/.refract/manifest.json"])
  }

  @Test func theWidthChangesNoByte() {
    writeInputs(70)
    shop.build { $0.jobs = 1 }
    let expected = shop.tree()
    for jobs in [2, 8, 33] {
      shop.remove("output")
      #expect(shop.build { $0.jobs = jobs }.written == 70)
      #expect(shop.tree() == expected)
    }
  }

  @Test func anIncrementalBuildEqualsAFullOne() {
    writeInputs(9)
    shop.build { $0.keepsHistory = false }
    shop.write("inputs/p2.yaml", "title: changed")
    shop.write("inputs/p4.yaml", "id: renamed\ntitle: problem 4")
    shop.remove("inputs/p5.yaml")
    shop.write("inputs/sub/p5.yaml", "title: moved")
    shop.write("inputs/new.json", "title: new")
    #expect(shop.build { $0.keepsHistory = false }.status == .done)
    let incremental = shop.tree()
    shop.remove("output")
    shop.build { $0.keepsHistory = false }
    #expect(shop.tree() == incremental)
  }

  @Test func anIncrementalBuildEqualsAFullOneWithTheSameHistory() {
    writeInputs(4)
    shop.build(FakeSteps(tellsRuns: true))
    shop.write("inputs/p2.yaml", "title: changed")
    shop.remove("inputs/p3.yaml")
    shop.build(FakeSteps(tellsRuns: true))
    let incremental = shop.tree()
    let fake = FakeSteps(tellsRuns: true)
    shop.build(fake) { $0.reuse = .nothing }
    #expect(fake.rendered == ["p1", "p2", "p4"])
    #expect(shop.tree() == incremental)
    #expect(shop.text("output/index.md")?.hasSuffix("new [] changed [\"p2\"] resolved [\"p3\"]\n") == true)
  }

  @Test func aMissingOrEditedReportIsMadeAgain() {
    writeInputs(3)
    shop.build()
    let expected = shop.tree()
    shop.write("output/problems/p1.md", "id = p1\nquality = 0.5\ntitle = Problem 1\n")
    shop.remove("output/problems/p2.json")
    shop.write("output/index.md", "mine")
    let fake = FakeSteps()
    #expect(shop.build(fake).counts == [2, 1, 0, 0])
    #expect(fake.rendered == ["p1", "p2"])
    #expect(shop.tree() == expected)
  }

  @Test func forceWritesEveryFileAndNoCacheOnlyMakesThem() {
    writeInputs(2)
    shop.build()
    let first = shop.signatures()
    let fake = FakeSteps()
    #expect(shop.build(fake) { $0.reuse = .files }.counts == [0, 2, 0, 0])
    #expect(fake.rendered.count == 2)
    #expect(shop.signatures() == first)
    #expect(shop.build(fake) { $0.reuse = .nothing }.counts == [2, 0, 0, 0])
    let touched = shop.signatures().filter { first[$0.key] != $0.value }.keys
    #expect(touched.filter { $0.hasSuffix(".md") }.count == 3)
  }

  @Test func aDryRunTellsAllAndChangesNothing() {
    writeInputs(2)
    let result = shop.build { $0.isDryRun = true }
    #expect(result.counts == [2, 0, 0, 0])
    #expect(!shop.exists("output"))
    shop.build()
    shop.write("inputs/p1.yaml", "title: other")
    shop.remove("inputs/p2.yaml")
    let before = shop.signatures()
    let again = shop.build { $0.isDryRun = true }
    #expect(again.counts == [1, 0, 0, 1])
    #expect(
      again.changes == [
        "remove problems/p2.json", "remove problems/p2.md", "write history.jsonl", "write index.md",
        "write problems/p1.json",
        "write problems/p1.md",
      ])
    #expect(shop.signatures() == before)
  }

  @Test func warningsAreToldInEveryRunAndFailAStrictOne() {
    shop.write("inputs/a.yaml", "warn: careful")
    #expect(shop.build().codes == ["R0998"])
    let fake = FakeSteps()
    let result = shop.build(fake) { $0.isStrict = true }
    #expect(result.codes == ["R0998"])
    #expect(result.status == .gateFailed)
    #expect(fake.rendered.isEmpty)
  }

  @Test func theGateLooksAtEveryReportAlsoAtOldOnes() {
    shop.write("inputs/a.yaml", "quality: 0.8")
    shop.write("inputs/b.yaml", "quality: 0.4")
    #expect(shop.build { $0.failUnder = 0.3 }.status == .done)
    for _ in 1...2 {
      let result = shop.build { $0.failUnder = 0.5 }
      #expect(result.status == .gateFailed)
      #expect(result.codes == ["R0341"])
      #expect(result.diagnostics.first?.place?.file == shop.path("inputs/b.yaml"))
    }
  }

  @Test func noInputChangesNothing() {
    writeInputs(1)
    shop.build()
    let before = shop.tree()
    shop.remove("inputs/p1.yaml")
    let result = shop.build()
    #expect(result.status == .noInput)
    #expect(result.codes == ["R0340"])
    #expect(shop.tree() == before)
  }

  @Test func aBuildOfOneFileLeavesTheOthersAlone() {
    writeInputs(3)
    shop.build()
    let before = shop.tree()
    shop.write("inputs/p2.yaml", "title: changed")
    #expect(shop.build(paths: ["inputs/p2.yaml"]).counts == [1, 0, 0, 0])
    #expect(shop.tree().keys.sorted() == before.keys.sorted())
    #expect(shop.text("output/index.md")?.split(separator: "\n").count == 3)
  }

  @Test func checkReadsAndWritesNothing() {
    writeInputs(2)
    shop.write("inputs/x.yaml", "id: p1")
    shop.write("inputs/y.yaml", "bad: yes")
    let build = Build(steps: FakeSteps().steps, options: BuildOptions())
    let result = build.check(InputFinder.find([shop.path("inputs")]))
    #expect(result.codes == ["R0310", "R0310", "R0999"])
    #expect(result.status == .someFailed)
    #expect(!shop.exists("output"))
  }
}
