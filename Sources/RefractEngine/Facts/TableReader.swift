/// Tables pasted as text: columns parted by `|`, by tabs or by two or more spaces. Each row gives its name the figures of its
/// cells; the header tells what a column counts and whether it holds now, once or as a wish.
struct TableReader {
  let document: Document
  let index: QuantityIndex

  struct Table: Sendable {
    var measures: [Measure] = []
    var gaps: [Gap] = []
    var trends: [Trend] = []
    /// What each figure of a column counts.
    var nouns: [Span: Span] = [:]
    /// Every figure of the table.
    var figures: Set<Span> = []
  }

  init(_ document: Document, _ quantities: [Quantity]) {
    self.document = document
    index = QuantityIndex(quantities)
  }

  /// What the tables of a problem's texts hold.
  func read() -> Table {
    var result = Table()
    for field in document.fields.indices where MeasureReader.isProse(document.fields[field].name) {
      var rows: [[Range<Int>]] = []
      let text = Substring(document.fields[field].text).utf8
      for line in lines(of: field) {
        let cells = Self.cells(document.tokens[field], line, text)
        if cells.filter({ !$0.isEmpty }).count >= 2 {
          rows.append(cells)
        } else if !isRule(line, field) {
          add(rows, field: field, to: &result)
          rows = []
        }
      }
      add(rows, field: field, to: &result)
    }
    return result
  }

  private func lines(of field: Int) -> [Range<Int>] {
    let tokens = document.tokens[field]
    var result: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where tokens[index].kind == .lineBreak {
      result.append(start..<index)
      start = index + 1
    }
    result.append(start..<tokens.count)
    return result
  }

  /// `|---|---|`
  private func isRule(_ line: Range<Int>, _ field: Int) -> Bool {
    line.count >= 3
      && line.allSatisfy { ["|", "-", ":", "--", "---", "+", "="].contains(document.tokens[field][$0].key) }
  }

  /// The cells of a line; one cell for a line that is no row.
  static func cells(_ tokens: [Token], _ line: Range<Int>, _ text: Substring.UTF8View) -> [Range<Int>] {
    let bars = line.filter { tokens[$0].key == "|" }
    var result: [Range<Int>] = []
    var start = line.lowerBound
    if bars.count >= 2 {
      for bar in bars {
        if bar > line.lowerBound { result.append(start..<bar) }
        start = bar + 1
      }
      if start < line.upperBound { result.append(start..<line.upperBound) }
      return result.filter { cell in !cell.isEmpty || cell.lowerBound < line.upperBound }
    }
    for index in line where index > line.lowerBound && isGap(tokens[index - 1].end, tokens[index].start, text) {
      result.append(start..<index)
      start = index
    }
    if start < line.upperBound { result.append(start..<line.upperBound) }
    return result
  }

  /// Two spaces or a tab part two columns.
  private static func isGap(_ end: Int, _ start: Int, _ text: Substring.UTF8View) -> Bool {
    start - end >= 2 || start - end == 1 && text[text.index(text.startIndex, offsetBy: end)] == UInt8(ascii: "\t")
  }

  // MARK: One table

  private func add(_ rows: [[Range<Int>]], field: Int, to result: inout Table) {
    guard rows.count >= 2 else { return }
    let heads = rows[0]
    let hasHead =
      heads.dropFirst().allSatisfy { figure($0, field) == nil } && heads.allSatisfy { figure($0, field) == nil }
    let body = hasHead ? Array(rows.dropFirst()) : rows
    let figured = body.filter { row in row.dropFirst().contains { figure($0, field) != nil } && isName(row[0], field) }
    guard figured.count * 2 >= body.count, figured.count >= (hasHead ? 1 : 2) else { return }
    for row in figured {
      // A header without a word over the names is one cell short.
      let shift = row.count - (hasHead ? heads.count : row.count)
      guard let name = Clip.span(row[0], field: field, in: document) else { continue }
      var values: [(head: Range<Int>?, measure: Measure)] = []
      for (place, cell) in row.enumerated().dropFirst() {
        guard let quantity = figure(cell, field) else { continue }
        let head = hasHead && heads.indices.contains(place - max(shift, 0)) ? heads[place - max(shift, 0)] : nil
        var measure = Measure(subject: name, quantity: quantity, time: time(head, field))
        measure.isRow = true
        result.figures.insert(quantity.span)
        if let head, quantity.unit == .count, measure.time == .now, !isDate(head, field),
          let noun = Clip.span(head, field: field, in: document)
        {
          result.nouns[quantity.span] = noun
        }
        values.append((head, measure))
      }
      result.measures += values.map(\.measure)
      if let gap = gap(values.map(\.measure), name) { result.gaps.append(gap) }
      if let trend = trend(values, name, field) { result.trends.append(trend) }
    }
  }

  private func isName(_ cell: Range<Int>, _ field: Int) -> Bool {
    !cell.isEmpty && cell.count <= 8 && cell.contains { document.tokens[field][$0].kind == .word }
      && figure(cell, field) == nil
  }

  /// The figure that a cell holds: alone, with a sign, a unit or a short remark.
  private func figure(_ cell: Range<Int>, _ field: Int) -> Quantity? {
    guard !cell.isEmpty, cell.count <= 6 else { return nil }
    let span = document.span(field: field, cell)
    guard let found = index.inside(span).first, found.span.start - span.start <= 2 else { return nil }
    return found
  }

  private func time(_ head: Range<Int>?, _ field: Int) -> Measure.Time {
    guard let head else { return .now }
    let keys = head.map { document.tokens[field][$0].key }
    if keys.contains(where: { Self.wished.contains($0) }) { return .target }
    if keys.contains(where: { Self.foreign.contains($0) }) { return .benchmark }
    return keys.contains { Self.former.contains($0) } ? .past : .now
  }

  private func gap(_ measures: [Measure], _ name: Span) -> Gap? {
    guard let now = measures.first(where: { $0.time == .now })?.quantity,
      let target = measures.first(where: { $0.time == .target })?.quantity,
      UnitWords.comparable(now.unit, target.unit), now.value != target.value
    else { return nil }
    return Gap(
      subject: name, now: now, target: target, baseline: measures.first { $0.time == .past }?.quantity,
      isReduction: MeasureReader.isReduction(now, target),
      span: Span(field: name.field, start: name.start, end: max(now.span.end, target.span.end)))
  }

  /// Columns that are months, years or quarters, in their order.
  private func trend(_ values: [(head: Range<Int>?, measure: Measure)], _ name: Span, _ field: Int) -> Trend? {
    let dated = values.filter { $0.head.map { isDate($0, field) } ?? false }
    guard dated.count >= 2, let from = dated.first?.measure.quantity, let to = dated.last?.measure.quantity,
      UnitWords.comparable(from.unit, to.unit), from.value != to.value
    else { return nil }
    return Trend(
      subject: name, from: from, to: to, isRising: to.value > from.value, isWorse: nil, since: nil,
      span: Span(field: field, start: name.start, end: to.span.end))
  }

  private func isDate(_ head: Range<Int>, _ field: Int) -> Bool {
    head.contains { index in
      let token = document.tokens[field][index]
      return NumberWords.months.contains(token.key) || Self.quarters.contains(token.key)
        || token.kind == .number && token.end - token.start == 4
    }
  }

  private static let wished: Set<WordKey> = [
    "target", "goal", "plan", "planned", "budget", "should", "allowed", "limit", "norm", "needed", "wanted", "required",
    "agreed", "aim", "want", "need", "quota", "slo", "sla", "max", "min", "permitted",
  ]
  private static let former: Set<WordKey> = [
    "before", "last", "previous", "baseline", "old", "earlier", "was", "prior",
  ]
  private static let foreign: Set<WordKey> = [
    "industry", "benchmark", "others", "competitor", "competitors", "national",
  ]
  private static let quarters: Set<WordKey> = ["q1", "q2", "q3", "q4"]
}
