import RefractBatch
import RefractEngine
import RefractReport
import Testing

struct ShardTests {
  let shop = Workshop()

  private func writeInputs(_ count: Int) {
    for number in 1...count { shop.write("inputs/p\(number).yaml", "title: problem \(number)\nquality: 0.5\n") }
  }

  private func buildShards(_ count: Int, fake: FakeSteps = FakeSteps()) -> [BuildResult] {
    (1...count).map { index in
      shop.build(fake) { options in
        options.output = shop.path("shards/\(index)")
        options.shard = Shard(index: index, count: count)
      }
    }
  }

  private func merge(_ names: [String], fake: FakeSteps = FakeSteps()) -> BuildResult {
    var options = BuildOptions()
    options.output = shop.path("output")
    options.jobs = 2
    return Merge(steps: fake.steps, options: options).run(names.map(shop.path))
  }

  private func names(_ count: Int) -> [String] { (1...count).map { "shards/\($0)" } }

  @Test func theUnionOfShardsIsOneRunByteForByte() {
    writeInputs(40)
    shop.build()
    let whole = shop.tree()
    for count in [1, 2, 3, 7] {
      shop.remove("output")
      shop.remove("shards")
      let results = buildShards(count)
      #expect(results.map(\.written).reduce(0, +) == 40)
      #expect(merge(names(count)).counts == [40, 0, 0, 0])
      #expect(shop.tree() == whole)
    }
    // What is merged is an output like any other.
    let fake = FakeSteps()
    #expect(shop.build(fake).counts == [0, 40, 0, 0])
    #expect(fake.rendered.isEmpty)
  }

  @Test func aSecondMergeTellsWhatChangedAndTouchesNothingElse() {
    writeInputs(6)
    _ = buildShards(2)
    _ = merge(names(2))
    let before = shop.signatures()
    #expect(merge(names(2)).counts == [0, 6, 0, 0])
    #expect(shop.signatures() == before)
    shop.write("inputs/p1.yaml", "title: other")
    shop.remove("inputs/p2.yaml")
    _ = buildShards(2)
    let result = merge(names(2))
    #expect(result.counts == [1, 4, 0, 1])
    #expect(result.run?.changed.map(\.id) == ["p1"])
    #expect(result.run?.resolved.map(\.id) == ["p2"])
    #expect(!shop.exists("output/problems/p2.md"))
  }

  @Test func aShardFollowsFromTheIdAlone() {
    let all = (1...3).compactMap { Shard(index: $0, count: 3) }
    for id in ["a", "b", "churn", "p17"] { #expect(all.count { $0.holds(id) } == 1) }
    #expect(Shard("2/4")?.text == "2/4")
    for bad in ["0/4", "5/4", "1/0", "1", "1/2/3", "a/b", "-1/2", ""] { #expect(Shard(bad) == nil) }
    writeInputs(60)
    let sizes = buildShards(3).map(\.written)
    #expect(sizes.allSatisfy { $0 > 10 })
  }

  @Test func aFileThatCannotBeUsedIsToldByOneShard() {
    writeInputs(3)
    shop.write("inputs/x.yaml", "bad: broken")
    let results = buildShards(4)
    #expect(results.flatMap(\.codes) == ["R0999"])
    #expect(results.count { $0.status == .someFailed } == 1)
  }

  @Test func shardsThatDoNotFitAreRefusedAndNothingIsWritten() {
    writeInputs(8)
    _ = buildShards(2)
    shop.build { $0.output = shop.path("plain") }
    shop.build { options in
      options.output = shop.path("third")
      options.shard = Shard(index: 3, count: 3)
    }
    for bad in [
      ["shards/1"], ["shards/1", "shards/1"], names(2) + ["shards/2"], names(2) + ["plain"], ["inputs"],
      names(2) + ["third"],
    ] {
      let result = merge(bad)
      #expect(result.status == .wrongUsage, "\(bad)")
      #expect(!shop.exists("output"), "\(bad)")
    }
    let other = merge(names(2), fake: FakeSteps(fingerprint: "2"))
    #expect(other.status == .wrongUsage)
    #expect(other.diagnostics.first?.message.contains("other options") == true)
  }

  @Test func aReportThatIsGoneFromItsShardFailsAlone() {
    writeInputs(8)
    let whole = buildShards(2)
    #expect(whole.count == 2)
    let name = shop.names("shards/1/problems").first { $0.hasSuffix(".md") } ?? ""
    shop.write("shards/1/problems/\(name)", "edited")
    let result = merge(names(2))
    #expect(result.counts == [7, 0, 1, 0])
    #expect(result.status == .someFailed)
    #expect(result.codes == ["R0335"])
    #expect(!shop.exists("output/problems/\(name)"))
  }
}
