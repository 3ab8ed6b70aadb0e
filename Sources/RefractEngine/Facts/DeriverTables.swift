/// What a row of settings with results gives: "16 threads 33 s, 32 threads 35 s, 64 threads 1:51".
extension Sums {
  mutating func tables() {
    let quantities = facts.quantities.prefix(400)
    var runs: [[(setting: Quantity, result: Quantity)]] = []
    var current: [(setting: Quantity, result: Quantity)] = []
    var position = quantities.startIndex
    func close() {
      if current.count >= 3 { runs.append(current) }
      current = []
    }
    while position + 1 < quantities.endIndex {
      // "62 minutes with 4 cooks" gives the result first.
      let isTurned = isTurned(quantities[position], quantities[position + 1])
      let setting = quantities[isTurned ? position + 1 : position]
      let result = quantities[isTurned ? position : position + 1]
      let isPair =
        setting.unit == .count && setting.noun != nil && setting.per == nil && result.unit.isTime
        && setting.span.field == result.span.field
        && max(setting.span.start, result.span.start) - min(setting.span.end, result.span.end) < 32
        && index.sentence(of: setting.span) == index.sentence(of: result.span)
      if isPair, let last = current.last {
        let isSame = isSameHead(last.setting.noun, setting.noun) && UnitWords.comparable(last.result.unit, result.unit)
        if !isSame { close() }
      }
      if isPair {
        current.append((setting, result))
        position += 2
      } else {
        close()
        position += 1
      }
    }
    close()
    guard let run = runs.first, let first = run.first, let last = run.last else { return }
    guard var best = run.first, var worst = run.first else { return }
    func seconds(_ quantity: Quantity) -> Double { quantity.value * (quantity.unit.seconds ?? 1) }
    for row in run {
      if seconds(row.result) < seconds(best.result) { best = row }
      if seconds(row.result) > seconds(worst.result) { worst = row }
    }
    let least = seconds(best.result)
    guard least > 0, seconds(worst.result) > least else { return }
    let unit = best.result.unit
    func inUnit(_ quantity: Quantity) -> String {
      QuantityText.operand(UnitWords.convert(quantity.value, from: quantity.unit, to: unit))
    }
    let place = "\(NumberText.plain(best.setting.value)) \(text(best.setting.noun) ?? "")"
    add(
      "G.best", best.result.value,
      QuantityText.value(best.result.value, unit, decimals: NumberText.decimals(of: best.result.value)) + " at "
        + place,
      inUnit(best.result), [best.setting, best.result])
    func ratio(_ id: String, _ row: (setting: Quantity, result: Quantity)) {
      guard row.result.span != best.result.span else { return }
      let factor = seconds(row.result) / least
      add(
        id, factor, NumberText.ratio(factor) + " times", "\(inUnit(row.result))/\(inUnit(best.result))",
        [row.result, best.result])
    }
    ratio("G.worst", worst)
    ratio("G.first", first)
    ratio("G.last", last)
  }

  private func isTurned(_ first: Quantity, _ second: Quantity) -> Bool {
    guard first.unit.isTime, second.unit == .count, first.span.field == second.span.field,
      first.span.end < second.span.start
    else { return false }
    let between = Tokeniser.tokens(
      of: document.text(Span(field: first.span.field, start: first.span.end, end: second.span.start)))
    return between.count == 1 && ["with", "at", "for", "by", "on"].contains(between[0].key)
  }

  /// "800 people to get some 78,000 staff paid": so many for each.
  mutating func heads() {
    let quantities = facts.quantities.prefix(400)
    var number = 0
    for (left, right) in zip(quantities, quantities.dropFirst()) {
      guard left.unit == .count, right.unit == .count, left.upper == nil, right.upper == nil,
        let one = lastStem(left.noun), let two = lastStem(right.noun), one != two,
        index.sentence(of: left.span) == index.sentence(of: right.span), right.span.start - left.span.end < 80
      else { continue }
      let (few, many) = left.value < right.value ? (left, right) : (right, left)
      let crew = few.span == left.span ? one : two
      guard FlowReader.crews.contains(crew), few.value >= 2, many.value >= 5 * few.value,
        isAsserted(few), isAsserted(many), many.per == nil
      else { continue }
      let each = many.value / few.value
      number += 1
      add(
        "P\(number).each", each, NumberText.ratio(each) + " " + (text(many.noun) ?? "") + " for each",
        "\(operand(many))/\(operand(few))", [many, few])
      if number == 3 { return }
    }
  }

  private func isSameHead(_ left: Span?, _ right: Span?) -> Bool {
    guard let one = lastStem(left), let two = lastStem(right) else { return false }
    return one == two
  }
}
