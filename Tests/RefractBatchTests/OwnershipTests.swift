import Glibc
import RefractBatch
import RefractEngine
import Testing

struct OwnershipTests {
  let shop = Workshop()

  init() {
    shop.write("inputs/a.yaml", "title: a")
    shop.write("inputs/b.yaml", "title: b")
  }

  @Test func aFolderOfSomebodyElseIsRefused() {
    shop.write("output/thesis.md", "mine")
    let result = shop.build()
    #expect(result.status == .outputRefused)
    #expect(result.codes == ["R0330"])
    #expect(result.diagnostics.first?.message.contains("thesis.md") == true)
    #expect(shop.names("output") == ["thesis.md"])
  }

  @Test func aFolderWithOnlyAGitkeepIsEmpty() {
    shop.write("output/.gitkeep", "")
    #expect(shop.build().counts == [2, 0, 0, 0])
    #expect(shop.exists("output/.gitkeep"))
  }

  @Test func anOutputThatCannotBeAFolderIsRefused() {
    shop.write("file", "")
    #expect(shop.build { $0.output = shop.path("file") }.status == .outputRefused)
    #expect(shop.build { $0.output = shop.path("file/below") }.status == .outputRefused)
    #expect(shop.build { $0.output = "/proc/refract" }.status == .outputRefused)
  }

  @Test func foldersAboveTheOutputAreMade() {
    #expect(shop.build { $0.output = shop.path("x/y/z/") }.status == .done)
    #expect(shop.exists("x/y/z/problems/a.md"))
  }

  @Test func anotherRunIsNotDisturbed() {
    shop.build()
    let lock = open(shop.path("output/.refract/lock"), O_RDWR)
    #expect(flock(lock, LOCK_EX) == 0)
    shop.write("inputs/a.yaml", "title: changed")
    let before = shop.signatures()
    let result = shop.build()
    #expect(result.status == .busy)
    #expect(result.codes == ["R0331"])
    #expect(shop.signatures() == before)
    close(lock)
    #expect(shop.build().counts == [1, 1, 0, 0])
  }

  @Test func onlyRecordedAndUneditedFilesAreRemoved() {
    shop.write("inputs/c.yaml", "title: c")
    shop.build()
    shop.write("output/problems/notes.md", "mine")
    shop.write("output/problems/a.md", "id = a\ntitle = A\n")
    shop.remove("inputs/a.yaml")
    shop.remove("inputs/b.yaml")
    let result = shop.build()
    #expect(result.counts == [0, 1, 0, 2])
    #expect(result.codes == ["R0320"])
    #expect(result.status == .done)
    #expect(shop.names("output/problems") == ["a.md", "c.json", "c.md", "notes.md"])
    #expect(shop.build().codes == [])
  }

  @Test func aLinkInPlaceOfAReportIsNotFollowed() {
    shop.build()
    shop.write("precious", "title = a\nid = a\n")
    shop.remove("output/problems/a.md")
    symlink(shop.path("precious"), shop.path("output/problems/a.md"))
    #expect(shop.build().counts == [1, 1, 0, 0])
    #expect(shop.text("precious") == "title = a\nid = a\n")
    #expect(shop.text("output/problems/a.md") == "id = a\ntitle = a\n")
  }

  @Test func aLinkInPlaceOfAFolderIsAnError() {
    shop.build()
    shop.remove("output/problems")
    mkdir(shop.path("elsewhere"), 0o755)
    symlink(shop.path("elsewhere"), shop.path("output/problems"))
    let result = shop.build()
    #expect(result.status == .readingOrWritingFailed)
    #expect(shop.names("elsewhere").isEmpty)
  }

  @Test func aHardLinkToAReportKeepsItsContent() {
    shop.build()
    link(shop.path("output/problems/a.md"), shop.path("kept.md"))
    shop.write("inputs/a.yaml", "title: other")
    shop.build()
    #expect(shop.text("kept.md") == "id = a\ntitle = a\n")
    #expect(shop.text("output/problems/a.md") == "id = a\ntitle = other\n")
  }

  @Test func leftoversOfAKilledRunAreRemovedAndNothingElse() {
    shop.build()
    let before = shop.tree()
    for name in ["problems/.refract-tmp.a.md", ".refract/.refract-tmp.manifest.json", "assets/.refract-tmp.style.css"] {
      shop.write("output/" + name, "half")
    }
    shop.write("output/problems/.other", "mine")
    #expect(shop.build().counts == [0, 2, 0, 0])
    #expect(shop.text("output/problems/.other") == "mine")
    shop.remove("output/problems/.other")
    #expect(shop.tree() == before)
  }

  @Test func aDamagedManifestRemovesNothing() {
    shop.build()
    let whole = shop.text("output/.refract/manifest.json") ?? ""
    shop.write("output/.refract/manifest.json", String(whole.dropLast(5)))
    shop.remove("inputs/a.yaml")
    let fake = FakeSteps()
    let result = shop.build(fake)
    #expect(result.codes == ["R0333"])
    #expect(fake.rendered == ["b"])
    #expect(shop.exists("output/problems/a.md"))
  }

  @Test func aMissingManifestBuildsAgain() {
    shop.build()
    let before = shop.tree()
    shop.remove("output/.refract/manifest.json")
    #expect(shop.build().counts == [2, 0, 0, 0])
    #expect(shop.tree() == before)
  }

  @Test func aProjectCanBeMovedWithoutMakingItAgain() {
    let other = Workshop()
    shop.build()
    rename(shop.path("inputs"), other.path("inputs2"))
    other.remove("inputs")
    rename(other.path("inputs2"), other.path("inputs"))
    rename(shop.path("output"), other.path("output"))
    let fake = FakeSteps()
    #expect(other.build(fake).counts == [0, 2, 0, 0])
    #expect(fake.rendered.isEmpty)
  }
}
