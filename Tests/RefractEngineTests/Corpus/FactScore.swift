@testable import RefractEngine

/// Precision and recall of reported facts against marks, by kind.
struct FactScore {
  struct Count {
    var right = 0
    var wrong = 0
    var missed = 0
    /// Wrong ones at a place that was marked as a trap.
    var trapped = 0

    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }

    static func + (left: Count, right: Count) -> Count {
      Count(
        right: left.right + right.right, wrong: left.wrong + right.wrong, missed: left.missed + right.missed,
        trapped: left.trapped + right.trapped)
    }
  }

  private(set) var counts: [FactKind: Count] = [:]
  /// A line for each error: text, kind, what happened, words.
  private(set) var errors: [String] = []
  /// The same of what was found rightly.
  private(set) var hits: [String] = []

  var total: Count { counts.values.reduce(Count(), +) }

  func of(_ kind: FactKind) -> Count { counts[kind] ?? Count() }

  mutating func add(_ facts: Facts, against text: MarkedText) {
    for kind in FactKind.allCases {
      var pairing = Pairing(kind: kind, facts: facts, text: text)
      pairing.run()
      let name = text.name
      counts[kind] = of(kind) + pairing.count
      errors += pairing.missed.map { "\(kind.rawValue)\tmissed\t\(name)\t\(facts.line($0))" }
      hits += pairing.hits.map { "\(kind.rawValue)\tright\t\(name)\t\(facts.line($0))" }
      errors += pairing.wrong.map { "\(kind.rawValue)\tfalse\t\(name)\t\(facts.line($0))" }
    }
  }

  /// A table for people, a line a kind.
  var table: String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
    func row(_ name: String, _ count: Count) -> String {
      let figures = [count.right, count.wrong, count.missed, count.trapped].map { column(String($0), 8) }.joined()
      let rates = [count.precision, count.recall].map { column(ScoreText.two($0), 11) }.joined()
      return name + String(repeating: " ", count: max(1, 14 - name.utf8.count)) + figures + rates
    }
    let head = "kind             right   false  missed   traps  precision     recall"
    let rows = FactKind.allCases.filter { of($0).right + of($0).wrong + of($0).missed > 0 }.map {
      row($0.rawValue, of($0))
    }
    return ([head] + rows + [row("all", total)]).joined(separator: "\n")
  }
}

extension Facts {
  fileprivate func line(_ span: Span) -> String {
    let sentence = document.sentences.first { document.span($0).overlaps(span) }.map { text(document.span($0)) } ?? ""
    return "\(CaseView.onOneLine(text(span)))\t\(CaseView.onOneLine(sentence))"
  }
}

/// One kind in one text: reports and marks are paired one to one, longest overlap first.
private struct Pairing {
  let kind: FactKind
  let facts: Facts
  let text: MarkedText
  var count = FactScore.Count()
  var missed: [Span] = []
  var wrong: [Span] = []
  var hits: [Span] = []

  init(kind: FactKind, facts: Facts, text: MarkedText) {
    self.kind = kind
    self.facts = facts
    self.text = text
  }

  mutating func run() {
    let reports = facts.marks.filter { $0.kind == kind }.map(\.span)
    let wanted = text.marks.filter { $0.kind == kind && !$0.isTrap }
    var pairs: [(overlap: Int, mark: Int, report: Int)] = []
    for (mark, wanted) in wanted.enumerated() {
      for (report, span) in reports.enumerated() where Self.match(span, wanted.span) {
        pairs.append((Self.overlap(span, wanted.span), mark, report))
      }
    }
    var markOwner: [Int: Int] = [:]
    var reportOwner: [Int: Int] = [:]
    // Plain marks first, so that an optional one never takes the report of another.
    for isOptional in [false, true] {
      for pair in pairs.stablySorted(by: { $0.overlap > $1.overlap })
      where wanted[pair.mark].isOptional == isOptional && markOwner[pair.mark] == nil
        && reportOwner[pair.report] == nil
      {
        markOwner[pair.mark] = pair.report
        reportOwner[pair.report] = pair.mark
        if !isOptional {
          count.right += 1
          hits.append(reports[pair.report])
        }
      }
    }
    missed = wanted.indices.filter { !wanted[$0].isOptional && markOwner[$0] == nil }.map { wanted[$0].span }
    for (report, span) in reports.enumerated() where reportOwner[report] == nil {
      if wanted.contains(where: { Self.match(span, $0.span) }) || isNeutral(span) { continue }
      wrong.append(span)
      if text.marks.contains(where: { $0.kind == kind && $0.isTrap && Self.match(span, $0.span) }) {
        count.trapped += 1
      }
    }
    count.wrong = wrong.count
    count.missed = missed.count
  }

  /// A name that is marked elsewhere in the text; a target within a marked gap.
  private func isNeutral(_ span: Span) -> Bool {
    switch kind {
    case .party, .technology:
      let words = facts.text(span).lowercased()
      return text.marks.contains {
        let marked = facts.text($0.span).lowercased()
        return $0.kind == kind && !$0.isTrap && (words == marked || words.hasSuffix(" " + marked))
      }
    case .target:
      return text.marks.contains { $0.kind == .gap && !$0.isTrap && $0.span.overlaps(span) }
    default: return false
    }
  }

  private static func overlap(_ left: Span, _ right: Span) -> Int {
    guard left.overlaps(right) else { return 0 }
    return min(left.end, right.end) - max(left.start, right.start)
  }

  private static func match(_ left: Span, _ right: Span) -> Bool {
    let overlap = overlap(left, right)
    return overlap > 0 && overlap * 2 >= min(left.length, right.length)
  }
}
