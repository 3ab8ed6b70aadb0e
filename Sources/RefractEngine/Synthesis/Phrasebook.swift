/// The sentences that the synthesis says about a case, out of the catalogue's phrases.
package struct Phrasebook: Sendable {
  @Shared package var view: CaseView
  package var phrases: [String: [Template]]

  /// One of the forms under a key, picked by the problem's hash; nil if no form can be filled.
  ///
  /// - Parameter given: what `it.<name>` stands for.
  package func say(_ key: String, _ given: [String: SlotValue] = [:], salt: String = "") -> String? {
    guard let forms = phrases[key], !forms.isEmpty else { return nil }
    let first = Choosing.index(of: forms.count, textHash: view.textHash, key: key + salt)
    for offset in forms.indices {
      var renderer = TemplateRenderer(view: view, binding: .given(given))
      if let rendered = renderer.render(forms[(first + offset) % forms.count]), !rendered.text.isEmpty {
        return rendered.text
      }
    }
    return nil
  }

  /// What a signal or a situation says, as a clause: "people leave".
  package func meaning(of name: String) -> String? { say("signal." + name).map(English.lowered) }

  /// A template of a rule about what the rule spoke of.
  package func fill(_ template: Template?, _ binding: Binding?) -> String? {
    guard let template else { return nil }
    var renderer = TemplateRenderer(view: view, binding: binding)
    return renderer.render(template)?.text
  }
}

extension SlotValue {
  /// A run of the author's text to be quoted.
  static func quotation(_ span: Span, in view: CaseView) -> SlotValue { view.words(span) }
}
