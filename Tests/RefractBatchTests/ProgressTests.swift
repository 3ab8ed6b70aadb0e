import RefractBatch
import Testing

struct ProgressTests {
  @Test func theBarTellsRateAndTimeLeft() {
    func bar(_ done: Int, _ total: Int, _ elapsed: Double) -> String {
      ProgressBar.text(BuildProgress(phase: .writing, done: done, total: total), elapsed: elapsed)
    }
    #expect(bar(0, 10, 3) == "writing [------------------------] 0 of 10")
    #expect(bar(250, 1_000, 2) == "writing [######------------------] 250 of 1000  125/s  6 s left")
    #expect(bar(1, 100, 2) == "writing [------------------------] 1 of 100  0.5/s  3 min 18 s left")
    #expect(bar(1, 10_000, 1).hasSuffix("1.0/s  2 h 46 min left"))
    #expect(bar(5, 10, 0.1) == "writing [############------------] 5 of 10")
    #expect(bar(10, 10, 1).hasSuffix("[########################] 10 of 10  10/s  0 s left"))
    #expect(bar(0, 0, 1) == "writing [------------------------] 0 of 0")
  }

  @Test func aLineOfALogTellsTheSameWithoutTheBar() {
    let progress = BuildProgress(phase: .writing, done: 250, total: 1_000)
    #expect(ProgressBar.line(progress, elapsed: 10) == "writing 250 of 1000  25/s  30 s left")
    #expect(ProgressBar.line(progress, elapsed: 0.1) == "writing 250 of 1000")
    #expect(ProgressBar.pace(progress, elapsed: 10).map { [$0.rate, $0.left] } == [25, 30])
    #expect(ProgressBar.pace(BuildProgress(phase: .reading, done: 0, total: 9), elapsed: 10) == nil)
  }
}
