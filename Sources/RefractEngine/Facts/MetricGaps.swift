/// Gaps between the values of one row of `metrics`.
enum MetricGaps {
  static func gaps(_ document: Document, _ measures: [Measure]) -> [Gap] {
    var rows: [Int: [Measure.Time: Measure]] = [:]
    for measure in measures {
      guard let (row, _) = MetricUnits.row(document.fields[measure.quantity.span.field].name) else { continue }
      if rows[row]?[measure.time] == nil { rows[row, default: [:]][measure.time] = measure }
    }
    return rows.keys.sorted().compactMap { row in
      guard let now = rows[row]?[.now], let target = rows[row]?[.target],
        UnitWords.comparable(now.quantity.unit, target.quantity.unit)
      else { return nil }
      let baseline = rows[row]?[.past]?.quantity
      let isSameUnit = baseline.map { UnitWords.comparable($0.unit, now.quantity.unit) } ?? false
      return Gap(
        subject: now.subject, now: now.quantity, target: target.quantity, baseline: isSameUnit ? baseline : nil,
        isReduction: MeasureReader.isReduction(now.quantity, target.quantity), span: now.quantity.span)
    }
  }
}
