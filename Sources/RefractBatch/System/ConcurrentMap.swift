import Dispatch
import Synchronization

/// Maps every element on up to `jobs` threads and returns the results in the order of the elements.
///
/// Workers pull runs of 16 elements from a shared counter, so that a slow element holds up nobody. An element that no
/// worker had begun when `stop` was raised gives nil.
func concurrentMap<Element: Sendable, Output: Sendable>(
  _ elements: [Element], jobs: Int, stop: StopFlag, _ transform: @Sendable (Element) -> Output
) -> [Output?] {
  let jobs = max(1, min(jobs, elements.count))
  // Small runs where there are few elements, so that every worker gets some.
  let run = max(1, min(16, elements.count / (jobs * 4)))
  let next = Atomic(0)
  var results = [Output?](repeating: nil, count: elements.count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each element is one worker's alone, and so is its slot: no lock is needed.
    nonisolated(unsafe) let slots = buffer
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let start = next.wrappingAdd(run, ordering: .relaxed).oldValue
        guard start < elements.count else { return }
        for offset in start..<min(start + run, elements.count) {
          if stop.isRaised { return }
          slots[offset] = transform(elements[offset])
        }
      }
    }
  }
  return results
}
