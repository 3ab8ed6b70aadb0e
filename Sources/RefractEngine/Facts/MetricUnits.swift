/// Gives bare numbers of `metrics` their unit, where the author states it somewhere.
enum MetricUnits {
  static func complete(_ quantities: inout [Quantity], _ document: Document) {
    var rows: [Int: [Int]] = [:]
    for (index, quantity) in quantities.enumerated() {
      if let (row, _) = row(document.fields[quantity.span.field].name) { rows[row, default: []].append(index) }
    }
    guard !rows.isEmpty else { return }
    for row in rows.keys.sorted() {
      let members = rows[row] ?? []
      let values = members.filter { isValue(document.fields[quantities[$0].span.field].name) }
      let bare = values.filter { quantities[$0].unit == .count && quantities[$0].noun == nil }
      guard !bare.isEmpty else { continue }
      var unit = stated(row, document)
      if unit == nil, let sibling = values.first(where: { quantities[$0].unit != .count }) {
        unit = quantities[sibling].unit
      }
      for index in bare where unit == nil { unit = inProse(quantities[index].value, quantities, document) }
      if let unit { for index in bare { quantities[index].unit = unit } }
    }
  }

  private static func isValue(_ name: String) -> Bool { !name.hasSuffix("].name") && !name.hasSuffix("].unit") }

  /// True for the values of a row of `metrics`; one given as a plain text is prose.
  static func isRow(_ name: String) -> Bool { name.hasPrefix("metrics[") && !name.hasSuffix("]") }

  /// Number and part (`.current`) of `metrics[3].current`; nil for a metric given as a plain text.
  static func row(_ name: String) -> (Int, String)? {
    guard name.hasPrefix("metrics["), let close = name.firstIndex(of: "]"),
      let row = Int(name[name.index(name.startIndex, offsetBy: 8)..<close])
    else { return nil }
    let rest = name[name.index(after: close)...]
    return rest.isEmpty ? nil : (row, String(rest))
  }

  /// The unit of the `unit` field, or in the metric's name ("Response time (ms)").
  private static func stated(_ row: Int, _ document: Document) -> Quantity.Unit? {
    if let field = document.fields.first(where: { $0.name == "metrics[\(row)].unit" }) {
      let word = field.text.lowercased()
      if word == "%" || word == "percent" { return .percent }
      if let unit = UnitWords.apart[WordKey(word)] ?? UnitWords.glued[WordKey(word)] { return unit }
      if UnitWords.currencySymbols.contains(WordKey(word)) || UnitWords.currencyCodes.contains(WordKey(word)) {
        return .money(field.text)
      }
      return field.text.isEmpty || field.text.utf8.count > 24 ? nil : .other(field.text)
    }
    guard let index = document.fields.firstIndex(where: { $0.name == "metrics[\(row)].name" }) else { return nil }
    let tokens = document.tokens[index]
    for (position, token) in tokens.enumerated() where position > 0 {
      if token.key == "%" || token.key == "percent" || token.key == "percentage" { return .percent }
      let before = tokens[position - 1].key
      if before == "(" || before == "in", let unit = UnitWords.apart[token.key] { return unit }
    }
    return nil
  }

  /// The unit of a figure of the prose with the same value, if all such figures agree.
  private static func inProse(_ value: Double, _ quantities: [Quantity], _ document: Document) -> Quantity.Unit? {
    var unit: Quantity.Unit?
    for quantity in quantities where quantity.value == value && quantity.upper == nil && quantity.unit != .count {
      guard row(document.fields[quantity.span.field].name) == nil else { continue }
      if let unit, unit != quantity.unit { return nil }
      unit = quantity.unit
    }
    return unit
  }
}
