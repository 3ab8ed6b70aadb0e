internal import RefractEngine

/// The author's texts with their evidence marked: each mark leads to the beliefs that cite it, and each belief's
/// quotations lead back.
struct OwnWords {
  private let fields: [Problem.Field]
  /// Marks in reading order; the n-th is `q(n+1)` on the page.
  let marks: [Report.Mark]

  init(_ report: Report) {
    fields = report.problem.fields
    let fields = fields
    marks = report.marks
      .filter { Self.isInside($0.span, fields) }
      .sorted { ($0.span.field, $0.span.start, -$0.span.end) < ($1.span.field, $1.span.start, -$1.span.end) }
  }

  /// The author's run; empty if the span lies outside of the text.
  func text(_ span: Span) -> String {
    guard Self.isInside(span, fields) else { return "" }
    return String(decoding: Array(fields[span.field].text.utf8)[span.start..<span.end], as: UTF8.self)
  }

  func field(_ span: Span) -> String { fields.indices.contains(span.field) ? fields[span.field].name : "" }

  /// Number of the mark that a quotation lies in; nil if none does.
  func mark(of span: Span) -> Int? {
    (marks.firstIndex { $0.span.contains(span) } ?? marks.firstIndex { $0.span.overlaps(span) }).map { $0 + 1 }
  }

  /// True if the span holds text and cuts no character.
  private static func isInside(_ span: Span, _ fields: [Problem.Field]) -> Bool {
    guard fields.indices.contains(span.field), span.start >= 0, span.start < span.end else { return false }
    let utf8 = fields[span.field].text.utf8
    guard span.end <= utf8.count else { return false }
    return [span.start, span.end].allSatisfy { offset in
      offset == utf8.count || utf8[utf8.index(utf8.startIndex, offsetBy: offset)] & 0xC0 != 0x80
    }
  }

  /// The fields as the page shows them, one record a group ("Attempts") with one item an entry.
  var groups: [Record] {
    var groups: [Group] = []
    for (index, field) in fields.enumerated() where !field.text.isEmpty {
      let name = FieldName(field.name)
      if name.group == "title", !marks.contains(where: { $0.span.field == index }) { continue }
      if groups.last?.name != name.group { groups.append(Group(name: name.group, items: [])) }
      var html = name.label.isEmpty ? "" : "<span class=\"part-name\">" + HTMLText().escapeText(name.label) + "</span> "
      html += "<span dir=\"auto\">" + marked(index) + "</span>"
      if let last = groups[groups.count - 1].items.last, last.key == name.entry {
        groups[groups.count - 1].items[groups[groups.count - 1].items.count - 1].html += " " + html
      } else {
        groups[groups.count - 1].items.append((name.entry, html))
      }
    }
    return groups.map { group in
      [
        "name": .text(FieldName.title(of: group.name)),
        "is_list": .flag(group.items.count > 1),
        "items": .list(group.items.map { ["html": .markup($0.html)] }),
      ]
    }
  }

  private struct Group {
    var name: String
    var items: [(key: String, html: String)]
  }

  /// A field's text with its marks. Overlapping marks share one highlight.
  private func marked(_ field: Int) -> String {
    let bytes = SoftBreaks.joined(Array(fields[field].text.utf8))
    var html: [UInt8] = []
    var place = 0
    var next = marks.firstIndex { $0.span.field == field } ?? marks.endIndex
    while next < marks.endIndex, marks[next].span.field == field {
      var last = next
      var end = marks[next].span.end
      while last + 1 < marks.endIndex, marks[last + 1].span.field == field, marks[last + 1].span.start < end {
        last += 1
        end = max(end, marks[last].span.end)
      }
      HTMLText.append(bytes[place..<marks[next].span.start], to: &html)
      appendHighlight(next...last, end: end, bytes, to: &html)
      place = end
      next = last + 1
    }
    HTMLText.append(bytes[place...], to: &html)
    return String(decoding: html, as: UTF8.self)
  }

  private func appendHighlight(_ range: ClosedRange<Int>, end: Int, _ bytes: [UInt8], to html: inout [UInt8]) {
    var place = marks[range.lowerBound].span.start
    html.append(contentsOf: "<mark id=\"q\(range.lowerBound + 1)\">".utf8)
    for index in range.dropFirst() {
      HTMLText.append(bytes[place..<marks[index].span.start], to: &html)
      html.append(contentsOf: "<span id=\"q\(index + 1)\"></span>".utf8)
      place = marks[index].span.start
    }
    HTMLText.append(bytes[place..<end], to: &html)
    html.append(contentsOf: "</mark>".utf8)
    for belief in Set(marks[range].flatMap(\.beliefs)).sorted() {
      html.append(
        contentsOf: "<a class=\"ref\" href=\"#b\(belief)\" aria-label=\"belief \(belief)\">\(belief)</a>".utf8)
    }
  }
}

/// The path of a field, taken apart.
private struct FieldName {
  /// "attempts".
  var group: String
  /// "attempts[1]".
  var entry: String
  /// What the part of an entry is called on the page; empty for its main part.
  var label: String

  init(_ name: String) {
    if name.hasPrefix("focus.") {
      (group, entry, label) = (name, name, "")
      return
    }
    let part = name.split(separator: ".", maxSplits: 1)
    entry = String(part.first ?? "")
    group = String(entry.prefix { $0 != "[" })
    label =
      switch part.count > 1 ? part[1] : "" {
      case "current": "now"
      case "baseline": "before"
      case "target", "effect", "note", "wants", "concern", "for", "against", "unit": String(part[1])
      default: ""
      }
  }

  static func title(of group: String) -> String {
    if group.hasPrefix("focus.") { return "Focus: " + group.dropFirst(6) }
    return Words.capitalised(String(group.map { $0 == "_" ? " " : $0 }))
  }
}

/// Breaks that only an editor's margin made: in the middle of a paragraph and behind a line that was full.
private enum SoftBreaks {
  /// Shortest line, in bytes, that counts as full.
  private static let full = 40

  /// The text with blanks for soft breaks; as many bytes as before.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var bytes = text
    var start = 0
    for place in bytes.indices where bytes[place] == 0x0A {
      if place - start >= full, place + 1 < bytes.count, continues(bytes[(place + 1)...]) { bytes[place] = 0x20 }
      start = place + 1
    }
    return bytes
  }

  /// True if a line goes on with the paragraph: not blank, not indented, no item of a list.
  private static func continues(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, ![0x0A, 0x0D, 0x20, 0x09].contains(first) else { return false }
    if ["- ", "* ", "+ ", "• ", "> "].contains(where: { line.starts(with: $0.utf8) }) { return false }
    let digits = line.prefix { (0x30...0x39).contains($0) }.count
    let behind = line.dropFirst(digits).prefix(2)
    return digits == 0 || !(behind.elementsEqual(". ".utf8) || behind.elementsEqual(") ".utf8))
  }
}
