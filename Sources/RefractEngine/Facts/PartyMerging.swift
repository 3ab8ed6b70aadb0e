/// One party named twice is one party.
extension StakeholderReader {
  /// Adds what was found to the party of the same name, or as a new one.
  static func merge(_ found: Stakeholder, into result: inout [Stakeholder], in document: Document) {
    let key = nameKey(found.name, document)
    guard
      let index = result.firstIndex(where: {
        !key.isDisjoint(with: nameKey($0.name, document)) && sameHead($0.name, found.name, document)
      })
    else {
      if result.count < limit { result.append(found) }
      return
    }
    result[index].mentions.append(found.name)
    for want in found.wants where result[index].wants.count < 3 {
      let text = document.text(want).lowercased()
      if !result[index].wants.contains(where: { overlaps(document.text($0).lowercased(), text) }) {
        result[index].wants.append(want)
      }
    }
    result[index].because = result[index].because ?? found.because
    result[index].concern = result[index].concern ?? found.concern
  }

  private static func overlaps(_ left: String, _ right: String) -> Bool {
    left == right || left.hasPrefix(right) || right.hasPrefix(left)
  }

  private static func nameKey(_ span: Span, _ document: Document) -> Set<WordKey> {
    Set(
      Tokeniser.tokens(of: document.text(span)).filter { $0.kind == .word && !WordLists.determiners.contains($0.key) }
        .map(\.stem))
  }

  /// Same last word, and no differing word in front where both have one ("small food banks", "large food banks").
  private static func sameHead(_ left: Span, _ right: Span, _ document: Document) -> Bool {
    let first = words(left, document)
    let second = words(right, document)
    guard let a = first.last, let b = second.last, a == b else { return false }
    let fewer = Set(first.count < second.count ? first : second)
    return fewer.isSubset(of: Set(first.count < second.count ? second : first))
  }

  private static func words(_ span: Span, _ document: Document) -> [WordKey] {
    Tokeniser.tokens(of: document.text(span)).filter {
      $0.kind == .word && !WordLists.determiners.contains($0.key) && !WordLists.possessives.contains($0.key)
    }.map(\.stem)
  }
}
