/// Says what to ask instead: in the root belief's own words, or else from what the failed steps reached and what they left.
struct Reframing: Sendable {
  let book: Phrasebook
  var view: CaseView { book.view }

  func reframe(_ root: RootCauseFinder.Finding?) -> String {
    guard let root else {
      if view.facts.language.isEnglish { return book.say("reframe.none") ?? "" }
      let told = view.facts.language.code.flatMap { book.say("language." + $0) }
      return [book.say("reframe.language"), told].compactMap { $0 }.joined(separator: " ")
    }
    if let own = ownWords(root.claim) { return own }
    if let text = book.say("reframe.unreached") { return text }
    return book.say("reframe.claim", ["claim": SlotValue(RootCauseFinder.asClause(root.claim.belief.text))]) ?? ""
  }

  /// A rule's own reframe is more specific than any frame.
  func ownWords(_ claim: Claim) -> String? {
    let forms = claim.rule.reframe
    guard !forms.isEmpty else { return nil }
    let first = Choosing.index(of: forms.count, textHash: view.textHash, key: claim.rule.key + ".reframe")
    for offset in forms.indices {
      if let text = book.fill(forms[(first + offset) % forms.count], claim.binding) { return text }
    }
    return nil
  }
}
