internal import RefractEngine

/// What rests on what: the author's words on the left, beliefs with their bars on the right, lines between them.
struct LensMap {
  /// Most words and beliefs drawn.
  static let maximumWords = 14
  static let maximumBeliefs = 9

  struct Node {
    var number: Int
    var lens: String
    var confidence: Double
  }

  /// A passage of the author's; the effect of an attempt stands in brackets behind it.
  struct Passage {
    var number: Int
    var entry: String
    var text: String
    var beliefs: [Int]
  }

  let words: [Passage]
  let beliefs: [Node]
  let root: Int?

  init(_ report: Report, _ own: OwnWords) {
    let all = report.analyses.flatMap { lens in
      lens.beliefs.map { Node(number: $0.number, lens: lens.name, confidence: $0.confidence) }
    }
    root = report.solution.rootCause?.belief
    let strongest = all.sorted { ($0.confidence, $1.number) > ($1.confidence, $0.number) }
    let chosen = Set(strongest.prefix(Self.maximumBeliefs).map(\.number)).union([root].compactMap { $0 })
    beliefs = all.filter { chosen.contains($0.number) }
    let cited = Self.passages(own, chosen)
    let order = cited.sorted { ($0.beliefs.count, $1.number) > ($1.beliefs.count, $0.number) }
    let kept = Set(order.prefix(Self.maximumWords).map(\.number))
    words = cited.filter { kept.contains($0.number) }
  }

  /// What some beliefs cite, in reading order.
  private static func passages(_ own: OwnWords, _ chosen: Set<Int>) -> [Passage] {
    var passages: [Passage] = []
    for (index, mark) in own.marks.enumerated() {
      let beliefs = mark.beliefs.filter(chosen.contains)
      guard !beliefs.isEmpty else { continue }
      let field = own.field(mark.span)
      let entry = String(field.prefix { $0 != "." })
      if field.hasSuffix(".effect"), let last = passages.last, last.entry == entry {
        passages[passages.count - 1].text += " (" + own.text(mark.span) + ")"
        passages[passages.count - 1].beliefs = Set(last.beliefs + beliefs).sorted()
      } else {
        passages.append(Passage(number: index + 1, entry: entry, text: own.text(mark.span), beliefs: beliefs))
      }
    }
    return passages
  }

  /// Nil where a picture would say less than its text: one word or no belief.
  var svg: String? {
    guard words.count > 1, !beliefs.isEmpty else { return nil }
    let rows = places()
    let height = max(24 + words.count * 21, (rows.last?.y ?? 0) + 16)
    let description =
      "\(Words.capitalised(Words.count(words.count))) passages of the problem on the left, joined by lines to "
      + "\(Words.count(beliefs.count)) beliefs on the right. The list below gives every line as text."
    return "<svg viewBox=\"0 0 350 \(height)\" role=\"img\" aria-labelledby=\"map-t map-d\">"
      + "<title id=\"map-t\">Lens map</title><desc id=\"map-d\">\(description)</desc>"
      + "<g class=\"t-soft\"><text y=\"10\">Your words</text><text x=\"204\" y=\"10\">Beliefs, confidence</text></g>"
      + ties(rows) + wordBoxes() + rows.map(node).joined() + "</svg>"
  }

  private struct Row {
    var node: Node
    var y: Int
    /// True where a new lens begins and its name is printed above.
    var isFirst: Bool
  }

  private func places() -> [Row] {
    var rows: [Row] = []
    var y = 4
    for node in beliefs {
      let isFirst = rows.last?.node.lens != node.lens
      y += isFirst ? (rows.isEmpty ? 50 : 56) : 25
      rows.append(Row(node: node, y: y, isFirst: isFirst))
    }
    return rows
  }

  private func ties(_ rows: [Row]) -> String {
    var plain = ""
    var heavy = ""
    for (index, word) in words.enumerated() {
      for row in rows where word.beliefs.contains(row.node.number) {
        let y = 32 + index * 21
        let tie = "M149 \(y)C180 \(y) 174 \(row.y) 204 \(row.y)"
        if row.node.number == root { heavy += tie } else { plain += tie }
      }
    }
    return (plain.isEmpty ? "" : "<path class=\"tie\" d=\"\(plain)\"/>")
      + (heavy.isEmpty ? "" : "<path class=\"tie-root\" d=\"\(heavy)\"/>")
  }

  private func wordBoxes() -> String {
    var boxes = ""
    var labels = ""
    for (index, word) in words.enumerated() {
      boxes += "M0 \(24 + index * 21)h148v16H0z"
      labels += "<text x=\"5\" y=\"\(36 + index * 21)\">\(HTMLText().escapeText(Words.short(word.text, to: 23)))</text>"
    }
    return "<path class=\"n-mark\" d=\"\(boxes)\"/><g class=\"t-mark\">\(labels)</g>"
  }

  private func node(_ row: Row) -> String {
    let isRoot = row.node.number == root
    let percent = Words.percent(row.node.confidence)
    let name =
      row.isFirst
      ? "<text class=\"t-strong\" x=\"230\" y=\"\(row.y - 19)\">\(HTMLText().escapeText(Words.short(row.node.lens, to: 18)))</text>"
      : ""
    return name + "<path class=\"track\" d=\"M230 \(row.y - 4)h74v8h-74z\"/>"
      + "<path class=\"\(isRoot ? "strong" : "fill")\" d=\"M230 \(row.y - 4)h\(percent * 74 / 100)v8H230z\"/>"
      + "<circle class=\"node\(isRoot ? " node-root" : "")\" cx=\"214\" cy=\"\(row.y)\" r=\"10\"/>"
      + "<text class=\"t-node\(isRoot ? " t-root" : "")\" x=\"214\" y=\"\(row.y + 4)\">\(row.node.number)</text>"
      + "<text x=\"310\" y=\"\(row.y + 4)\">\(percent)%</text>"
  }

  /// Every line of the map, one a belief.
  func lines(_ own: OwnWords) -> [Record] {
    beliefs.map { node in
      let cited = Self.passages(own, [node.number]).map { Words.short($0.text, to: 40) }
      return [
        "number": .number(node.number), "lens": .text(node.lens),
        "percent": .number(Words.percent(node.confidence)),
        "words": .text(cited.isEmpty ? "nothing quoted" : cited.joined(separator: ", ")),
      ]
    }
  }
}
