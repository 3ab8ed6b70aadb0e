/// Fills the slots of templates for one problem and one thing spoken of.
///
/// Slot values are appended as they are and never looked at again as templates, so nothing that an author writes can act
/// as one.
package struct TemplateRenderer {
  package var view: CaseView
  /// What `it.` stands for.
  package var binding: Binding?
  /// The adverb that `{hedge}` stands for; empty for none.
  package var hedge = ""
  /// Derivations whose sum was already printed where the reader is looking.
  package var toldSums: Set<Int> = []

  package init(view: CaseView, binding: Binding? = nil) {
    self.view = view
    self.binding = binding
  }

  /// The text, or nil if a slot outside optional parts has no value.
  package mutating func render(_ template: Template) -> RenderedText? {
    var writer = Writer()
    let before = toldSums
    guard write(template.parts, into: &writer) else {
      toldSums = before
      return nil
    }
    return writer.finished
  }

  private mutating func write(_ parts: [Template.Part], into writer: inout Writer) -> Bool {
    for part in parts {
      switch part {
      case .literal(let text): writer.add(literal: text)
      case .hedge: writer.add(literal: hedge)
      case .optional(let inner):
        let mark = writer
        let sums = toldSums
        if !write(inner, into: &writer) {
          writer = mark
          toldSums = sums
        }
      case .agreement(let operand, let singular, let plural):
        guard let value = value(of: operand) else { return false }
        writer.add(literal: value.isPlural ? plural : singular)
      case .slot(let slot):
        guard let value = value(ofFirst: slot.alternatives) else { return false }
        add(value, filters: slot.filters, to: &writer)
      }
    }
    return true
  }

  private func value(ofFirst alternatives: [Template.Operand]) -> SlotValue? {
    for operand in alternatives {
      if let value = value(of: operand) { return value }
    }
    return nil
  }

  private func value(of operand: Template.Operand) -> SlotValue? {
    switch operand {
    case .words(let words): return SlotValue(words, isPlural: English.looksPlural(words))
    case .path(let path):
      if path.hasPrefix("it.") { return binding?.value(String(path.dropFirst(3)), in: view) }
      guard let value = view.value(path, besides: binding?.place) else { return nil }
      return value.text.isEmpty ? nil : value
    }
  }

  private mutating func add(_ value: SlotValue, filters: [Template.Filter], to writer: inout Writer) {
    if case .pack = value.origin { writer.result.packRoles += 1 }
    if filters.contains(.quote) {
      writer.addQuotations(value.spans.isEmpty ? [] : value.spans, fallback: value.text, view: view)
      return
    }
    var text = value.text
    for filter in filters { text = filtered(text, value, filter) }
    if case .computed(let index) = value.origin {
      writer.result.derivations.append(index)
      if !filters.contains(.value), toldSums.insert(index).inserted {
        text += " [\(view.facts.derivations[index].formula)]"
      }
    }
    writer.add(phrase: text)
    writer.note(value.spans)
  }

  private func filtered(_ text: String, _ value: SlotValue, _ filter: Template.Filter) -> String {
    switch filter {
    case .quote, .value: text
    case .cap: English.capitalised(text)
    case .bare: value.bare ?? English.bare(text)
    case .the: English.definite(text)
    case .a:
      value.isPlural ? text : English.indefiniteArticle(before: English.bare(text)) + " " + English.bare(text)
    case .plural: English.plural(text)
    case .short: value.short ?? text
    case .and: value.elements.isEmpty ? text : English.list(value.elements)
    case .or: value.elements.isEmpty ? text : English.list(value.elements, conjunction: "or")
    case .count: value.count.map(English.count) ?? text
    }
  }
}

/// Text in the making: it knows where a sentence starts and keeps single spaces.
private struct Writer {
  var result = RenderedText(text: "")
  private var isSentenceStart = true

  /// A text has one space between words, none before a mark, and a capital at the start of each sentence.
  mutating func add(literal text: String) {
    for character in text { put(character) }
  }

  mutating func add(phrase text: String) {
    if isSentenceStart, !text.isEmpty {
      isSentenceStart = false
      for character in English.capitalised(text) { append(character) }
    } else {
      for character in text { append(character) }
    }
    noteEnd()
  }

  mutating func addQuotations(_ spans: [Span], fallback: String, view: CaseView) {
    guard !spans.isEmpty else { return add(phrase: fallback) }
    isSentenceStart = false
    for (index, span) in spans.enumerated() {
      if index > 0 {
        append(",")
        append(" ")
      }
      for character in "\"" + Quotation.text(view.facts.text(span)) + "\"" { append(character) }
      if !result.quoted.contains(span) { result.quoted.append(span) }
    }
    note(spans)
  }

  mutating func note(_ spans: [Span]) {
    for span in spans where !result.spans.contains(span) { result.spans.append(span) }
  }

  private mutating func put(_ character: Character) {
    if isSentenceStart, character.isLetter || character.isNumber {
      append(Character(character.uppercased()))
      isSentenceStart = false
    } else {
      append(character)
    }
    noteEnd()
  }

  private mutating func append(_ character: Character) {
    if character == " " || character == "\n" {
      if result.text.isEmpty || result.text.last == " " { return }
      result.text.append(" ")
      return
    }
    if [",", ".", ";", ":", "?", "!", ")"].contains(character), result.text.last == " " { result.text.removeLast() }
    // A slot that ends in a full stop before the template's own: one is enough.
    if character == ".", let last = result.text.last, last == "." || last == "?" || last == "!" { return }
    result.text.append(character)
  }

  /// A full stop, question or exclamation mark and a space start a new sentence.
  private mutating func noteEnd() {
    let tail = result.text.suffix(2)
    if tail.count == 2, tail.last == " ", let mark = tail.first, mark == "." || mark == "?" || mark == "!" {
      isSentenceStart = true
    }
  }

  var finished: RenderedText {
    var finished = result
    while finished.text.last == " " { finished.text.removeLast() }
    return finished
  }
}
