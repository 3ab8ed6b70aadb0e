internal import RefractEngine

/// Small SVG pictures with fixed layout. Each has the same as text beside it on the page.
enum Pictures {
  /// A bar that is filled so far; decoration beside its number.
  static func bar(_ fraction: Double, isStrong: Bool = true) -> String {
    let width = Words.percent(fraction)
    return "<svg class=\"bar\(isStrong ? " strong" : "")\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" "
      + "aria-hidden=\"true\"><path d=\"M0 0h\(width)v1H0z\"/></svg>"
  }

  /// The part that is done and the part that is still to go, hatched.
  static func gap(_ toGo: Double) -> String {
    let done = (100 - Words.percent(toGo)) * 28 / 10
    return "<svg class=\"bar gap\" viewBox=\"0 0 280 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<path class=\"strong\" d=\"M0 0h\(done)v12H0z\"/>"
      + "<path class=\"todo\" d=\"M\(done) .5h\(max(0, 279 - done))v11H\(done)z\"/></svg>"
  }

  /// Effects of the attempts in stated order, the largest black; nil with fewer than two that can be compared.
  static func attempts(_ autopsies: [Solution.Autopsy]) -> String? {
    let unit = autopsies.lazy.compactMap { $0.effectValue == nil ? nil : $0.effectUnit ?? "" }.first
    let bars = autopsies.enumerated().compactMap { index, autopsy -> (number: Int, name: String, value: Double)? in
      guard let value = autopsy.effectValue, value.isFinite, (autopsy.effectUnit ?? "") == unit else { return nil }
      return (index + 1, autopsy.attempt, value)
    }.prefix(12)
    let largest = bars.map { abs($0.value) }.max() ?? 0
    guard bars.count > 1, largest > 0 else { return nil }
    let peak = bars.firstIndex { abs($0.value) == largest }
    var labels = ""
    var shapes = ""
    for (row, bar) in bars.enumerated() {
      let top = row * 24
      let width = max(1, Int(abs(bar.value) / largest * 140))
      let name = HTMLText().escapeText("\(bar.number)  " + Words.short(bar.name, to: 20))
      let value = HTMLText().escapeText(effect(bar.value, unit: unit))
      let kind = row == peak ? "t-strong" : "t-plain"
      labels += "<text y=\"\(top + 15)\">\(name)</text>"
      labels += "<text class=\"\(kind)\" x=\"\(156 + width)\" y=\"\(top + 15)\">\(value)</text>"
      shapes += "<path class=\"\(row == peak ? "strong" : "fill")\" d=\"M150 \(top + 3)h\(width)v15H150z\"/>"
    }
    let description = bars.map { $0.name + " " + effect($0.value, unit: unit) }.joined(separator: ", ")
    let height = bars.count * 24
    return "<svg viewBox=\"0 0 340 \(height)\" role=\"img\" aria-labelledby=\"att-t att-d\">"
      + "<title id=\"att-t\">Effect of each attempt, in the order told</title>"
      + "<desc id=\"att-d\">\(HTMLText().escapeText(description))</desc>"
      + labels + shapes + "<path class=\"axis\" d=\"M150 0V\(height)\"/></svg>"
  }

  static func effect(_ value: Double, unit: String?) -> String {
    let unit = unit ?? ""
    return Words.plain(value) + (unit.isEmpty || unit == "%" ? unit : " " + unit)
  }

  /// One step on the scale of all steps: the line ends at the quickest pace, the block at the slowest.
  static func span(low: ClosedRange<Double>, high: Double, deadline: Double?, scale: Double) -> String {
    func x(_ days: Double) -> Int { scale > 0 ? Int((min(max(days / scale, 0), 1) * 1000).rounded()) : 0 }
    var lines = "<path class=\"grid\" d=\"M1 0v8\"/>"
    if let deadline { lines += "<path class=\"due\" d=\"M\(x(deadline)) 0v8\"/>" }
    var drawing = ""
    if x(low.upperBound) > x(low.lowerBound) {
      drawing += "<path class=\"quick\" d=\"M\(x(low.lowerBound)) 4H\(x(low.upperBound))\"/>"
    }
    if x(high) > x(low.upperBound) {
      drawing += "<path d=\"M\(x(low.upperBound)) 0H\(x(high))v8H\(x(low.upperBound))z\"/>"
    }
    let size = "viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    return "<svg class=\"scale\" " + size + lines + "</svg><svg " + size + drawing + "</svg>"
  }
}

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

  let words: [(number: Int, text: String, beliefs: [Int])]
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
    let cited = own.marks.enumerated().map { index, mark in
      (number: index + 1, text: own.text(mark.span), beliefs: mark.beliefs.filter(chosen.contains))
    }.filter { !$0.beliefs.isEmpty }
    let order = cited.sorted { ($0.beliefs.count, $1.number) > ($1.beliefs.count, $0.number) }
    let kept = Set(order.prefix(Self.maximumWords).map(\.number))
    words = cited.filter { kept.contains($0.number) }
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
      let cited = own.marks.filter { $0.beliefs.contains(node.number) }.map { Words.short(own.text($0.span), to: 40) }
      return [
        "number": .number(node.number), "lens": .text(node.lens),
        "percent": .number(Words.percent(node.confidence)),
        "words": .text(cited.isEmpty ? "nothing quoted" : cited.joined(separator: ", ")),
      ]
    }
  }
}
