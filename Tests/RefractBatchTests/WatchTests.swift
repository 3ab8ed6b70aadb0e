import Dispatch
import Glibc
import RefractBatch
import Testing

struct WatchTests {
  let shop = Workshop()

  private var watch: Watch { Watch([shop.path("inputs"), shop.path("templates")], pause: 0.02) }

  @Test func everyKindOfChangeIsSeen() {
    var seen = watch.snapshot()
    func changes(_ change: () -> Void) -> Bool {
      change()
      defer { seen = watch.snapshot() }
      return watch.snapshot() != seen
    }
    #expect(!changes {})
    #expect(changes { shop.write("inputs/a.yaml", "one") })
    #expect(changes { shop.write("inputs/a.yaml", "two") })
    #expect(changes { shop.write("inputs/sub/b.yaml", "b") })
    #expect(changes { rename(shop.path("inputs/a.yaml"), shop.path("inputs/c.yaml")) })
    #expect(changes { shop.remove("inputs/sub") })
    #expect(changes { shop.write("templates/index.md.mustache", "t") })
    #expect(!changes { shop.write("inputs/.a.yaml.swp", "an editor's own") })
    #expect(!changes { shop.write("output/a.md", "a report") })
  }

  @Test func waitsUntilAStormIsOver() {
    let shop = shop
    let seen = watch.snapshot()
    let writer = DispatchQueue(label: "storm")
    writer.async {
      for number in 1...20 {
        shop.write("inputs/p\(number).yaml", "\(number)")
        usleep(5_000)
      }
    }
    let after = watch.change(from: seen, stop: StopFlag())
    writer.sync {}
    #expect(after != nil)
    #expect(after == watch.snapshot())
  }

  @Test func aStopEndsTheWait() {
    let stop = StopFlag()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { stop.raise() }
    #expect(watch.change(from: watch.snapshot(), stop: stop) == nil)
  }
}
