import RefractBatch
import RefractEngine
import RefractReport
import Testing

struct ComparisonTests {
  let shop = Workshop()

  @Test func tellsWhatIsNewChangedAndResolvedBetweenTwoFolders() throws {
    shop.write("inputs/a.yaml", "quality: 0.4")
    shop.write("inputs/b.yaml", "quality: 0.6")
    shop.write("inputs/same.yaml", "quality: 0.5")
    shop.build { $0.output = shop.path("old") }
    shop.write("inputs/a.yaml", "quality: 0.7")
    shop.remove("inputs/b.yaml")
    shop.write("inputs/c.yaml", "title: c")
    shop.build { $0.output = shop.path("new") }
    let before = shop.tree("old")
    let changes = try Comparison(old: shop.path("old"), new: shop.path("new")).changes
    #expect(changes.new == [RunRecord.Problem(id: "c", quality: nil)])
    #expect(changes.changed == [RunRecord.Change(id: "a", from: 0.4, to: 0.7)])
    #expect(changes.resolved == [RunRecord.Problem(id: "b", quality: 0.6)])
    #expect(try Comparison(old: shop.path("new"), new: shop.path("new")).changes.isEmpty)
    #expect(shop.tree("old") == before)
  }

  @Test func aFolderThatIsNoOutputIsRefused() {
    shop.write("inputs/a.yaml", "quality: 0.4")
    shop.build()
    for other in ["inputs", "nowhere"] {
      #expect(throws: Diagnostic.self) { try Comparison(old: shop.path(other), new: shop.path("output")) }
    }
    shop.write("output/.refract/manifest.json", "{}")
    #expect(throws: Diagnostic.self) { try Comparison(old: shop.path("output"), new: shop.path("output")) }
  }
}
