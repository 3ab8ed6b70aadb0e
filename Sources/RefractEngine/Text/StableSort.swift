extension Sequence {
  /// Sorts and keeps the order of elements of which neither comes before the other, so that ties never depend on the
  /// sorting algorithm.
  package func stablySorted(by comesBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if comesBefore(left.element, right.element) { return true }
      if comesBefore(right.element, left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
