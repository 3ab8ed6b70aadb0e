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
        guard var value = value(ofFirst: slot.alternatives) else { return false }
        if slot.filters.contains(.told) {
          guard let span = value.spans.first, let told = Telling.statement(span, in: view.facts) else { return false }
          value.text = told
        }
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
      if path.isAbout { return binding?.value(path.tail, in: view) }
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
    case .quote, .told, .value: text
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

/// Text in the making, as UTF-8: it knows where a sentence starts and keeps single spaces.
private struct Writer {
  var result = RenderedText(text: "")
  private var bytes: [UInt8] = []
  private var isSentenceStart = true

  /// A text has one space between words, none before a mark, and a capital at the start of each sentence.
  mutating func add(literal text: String) {
    var rest = text[...]
    while !rest.isEmpty { rest = isSentenceStart ? start(rest) : goOn(rest) }
  }

  /// Adds one character, as a capital if it is a letter; returns what is left.
  private mutating func start(_ text: Substring) -> Substring {
    guard let first = text.first else { return text }
    if first.isLetter || first.isNumber {
      isSentenceStart = false
      append(first.uppercased())
    } else {
      append(String(first))
    }
    noteEnd()
    return text.dropFirst()
  }

  /// Adds text up to the start of the next sentence; returns what is left.
  private mutating func goOn(_ text: Substring) -> Substring {
    for (place, byte) in zip(text.utf8.indices, text.utf8) {
      append(byte, before: text.utf8[text.utf8.index(after: place)...].first)
      noteEnd()
      if isSentenceStart { return text[text.utf8.index(after: place)...] }
    }
    return ""
  }

  mutating func add(phrase text: String) {
    if isSentenceStart, !text.isEmpty {
      isSentenceStart = false
      append(English.capitalised(text))
    } else {
      append(text)
    }
    noteEnd()
  }

  mutating func addQuotations(_ spans: [Span], fallback: String, view: CaseView) {
    guard !spans.isEmpty else { return add(phrase: fallback) }
    isSentenceStart = false
    for (index, span) in spans.enumerated() {
      append(index > 0 ? ", \"" : "\"")
      // Verbatim: "from .94" and "..." are the author's.
      bytes += Quotation.text(view.facts.text(span)).utf8
      append("\"")
      if !result.quoted.contains(span) { result.quoted.append(span) }
    }
    note(spans)
  }

  mutating func note(_ spans: [Span]) {
    for span in spans where !result.spans.contains(span) { result.spans.append(span) }
  }

  private mutating func append(_ text: String) {
    var before: UInt8?
    for byte in text.utf8 {
      if let before { append(before, before: byte) }
      before = byte
    }
    if let before { append(before, before: nil) }
  }

  /// - Parameter next: the byte behind it, if that is known: ".94" is a number and keeps its space.
  private mutating func append(_ byte: UInt8, before next: UInt8?) {
    let opensNumber = byte == UInt8(ascii: ".") && next.map { (0x30...0x39).contains($0) } ?? false
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"):
      if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
      return
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "!"), UInt8(ascii: ")"):
      if bytes.last == UInt8(ascii: " "), !opensNumber { bytes.removeLast() }
    default: break
    }
    // A slot that ends in a full stop before the template's own: one is enough.
    if byte == UInt8(ascii: "."), let last = bytes.last, Self.isEnd(last) { return }
    bytes.append(byte)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  /// A full stop, question or exclamation mark and a space start a new sentence.
  private mutating func noteEnd() {
    guard bytes.count > 1, bytes[bytes.count - 1] == UInt8(ascii: " ") else { return }
    if Self.isEnd(bytes[bytes.count - 2]) { isSentenceStart = true }
  }

  var finished: RenderedText {
    var text = bytes[...]
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    var finished = result
    finished.text = String(decoding: text, as: UTF8.self)
    return finished
  }
}
