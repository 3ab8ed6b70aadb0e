/// Says what kind of problem this is, as firmly as the root belief allows.
struct Reframing: Sendable {
  let book: Phrasebook
  var view: CaseView { book.view }

  func reframe(_ root: RootCauseFinder.Finding?) -> String {
    guard let root else { return book.say("reframe.none") ?? "" }
    if let own = ownWords(root.claim) { return own }
    return book.say(view.packs.isEmpty ? "reframe.plain" : key(root.claim.confidence), given(root)) ?? ""
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

  private func key(_ confidence: Double) -> String {
    confidence >= 0.75 ? "reframe.firm" : confidence >= 0.60 ? "reframe.likely" : "reframe.early"
  }

  private func given(_ root: RootCauseFinder.Finding) -> [String: SlotValue] {
    let pack = view.packs.first
    let adjective = pack?.adjective ?? ""
    return [
      "p": SlotValue(pack?.problem ?? ""), "claim": SlotValue(RootCauseFinder.asClause(root.claim.belief.text)),
      "q": SlotValue(adjective.isEmpty ? root.claim.lens.reframe : adjective + " " + root.claim.lens.reframe),
    ]
  }
}
