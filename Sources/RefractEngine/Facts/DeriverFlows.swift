/// V6–V14 and V17–V20: efforts against time, flows, people, money.
extension Sums {
  mutating func efforts() {
    let efforts = facts.durations.filter {
      $0.kind == .effort && isUsable($0.quantity) && !document.fields[$0.quantity.span.field].name.hasPrefix("options")
        && days($0.quantity) != nil
    }
    guard let first = efforts.first?.quantity, let firstDays = days(first) else { return }
    if let deadline = facts.deadlines.first(where: { ($0.workingDays ?? 0) > 0 }), let window = deadline.workingDays {
      let load = 100 * firstDays / window
      let formula = "\(effortFormula(first))/\(NumberText.plain(window))"
      let upper = first.upper.map { "–" + NumberText.string(load * $0 / first.value) }
      add(
        "V6.load", load, NumberText.string(load) + (upper ?? "") + "%", formula, [first],
        assumption: "five working days a week", isRough: first.isApproximate)
      if efforts.count > 1 {
        let quantities = efforts.prefix(6).map(\.quantity)
        let sum = quantities.compactMap(days).reduce(0, +)
        let terms = quantities.map(effortFormula).joined(separator: " + ")
        add(
          "V7.sum", sum, QuantityText.value(sum, .day, decimals: 0).replacingDays, terms, Array(quantities),
          assumption: "one after the other, five working days a week")
        add(
          "V7.load", 100 * sum / window, percent(100 * sum / window), "(\(terms))/\(NumberText.plain(window))",
          Array(quantities),
          assumption: "one after the other, five working days a week")
      }
    }
    // V14: effort over the number of things to be done.
    if let items = facts.quantities.first(where: {
      $0.unit == .count && $0.value >= 20 && isInstance($0) && isUsable($0) && areTogether($0, first)
    }) {
      let hours = firstDays * 8 / items.value
      let top = first.upper.map { "–" + NumberText.ratio(hours * $0 / first.value) } ?? ""
      add(
        "V14.perItem", hours, NumberText.ratio(hours) + top + " hours", "\(effortFormula(first)) × 8/\(operand(items))",
        [first, items], assumption: "one person, eight hours a day")
    }
  }

  /// Two figures of one story: in one sentence or two that follow each other, or in fields of their own.
  private func areTogether(_ one: Quantity, _ other: Quantity) -> Bool {
    guard one.span.field == other.span.field, let left = facts.document.index.sentence(of: one.span),
      let right = facts.document.index.sentence(of: other.span)
    else { return true }
    return abs(left - right) <= 1
  }

  private func days(_ quantity: Quantity) -> Double? {
    switch quantity.unit {
    case .day: quantity.value
    case .week: quantity.value * 5
    case .month: quantity.value * 21
    default: nil
    }
  }

  private func effortFormula(_ quantity: Quantity) -> String {
    switch quantity.unit {
    case .week: "\(operand(quantity)) × 5"
    case .month: "\(operand(quantity)) × 21"
    default: operand(quantity)
    }
  }

  private func isInstance(_ quantity: Quantity) -> Bool {
    guard let noun = lastStem(quantity.noun) else { return false }
    return Self.instances.contains(noun)
  }

  /// The tokens of a run.
  func words(_ span: Span?) -> ArraySlice<Token> {
    guard let span, let number = index.sentence(of: span) else { return [] }
    let sentence = sentences[number]
    return sentence.tokens[sentence.range(of: span).clamped(to: 0..<sentence.count)]
  }

  /// Stem of a noun phrase's last word.
  func lastStem(_ span: Span?) -> WordKey? {
    guard let span, let number = index.sentence(of: span) else { return nil }
    let sentence = sentences[number]
    return sentence.range(of: span).last { sentence.isWord($0) }.map { sentence.stem($0) }
  }

  private static let instances: Set<WordKey> = Set(
    [
      "issue", "bug", "ticket", "request", "finding", "defect", "complaint", "alert", "question", "error", "item",
      "violation", "test", "page", "case", "record", "form", "contract", "view", "screen", "warning",
    ].map { Tokeniser.stem(of: Array($0.utf8)) })

  // MARK: Flows

  mutating func flows() {
    for (number, flow) in facts.flows.filter({ $0.people != nil }).prefix(4).enumerated() {
      guard let people = flow.people, people.value > 0, let per = flow.quantity.per else { continue }
      let each = flow.quantity.value / people.value
      let noun = text(flow.quantity.noun).map { " " + $0 } ?? ""
      add(
        numbered("V11.perHead", number), each, NumberText.ratio(each) + "\(noun) \(QuantityText.period(per)) each",
        "\(operand(flow.quantity))/\(operand(people))", [flow.quantity, people])
    }
    guard let out = facts.flows.first(where: { $0.direction == .outgoing }),
      let into = incoming(against: out), let per = out.quantity.per, out.quantity.upper == nil,
      into.quantity.upper == nil
    else { return }
    let both = [into.quantity, out.quantity]
    let net = into.quantity.value - out.quantity.value
    let (a, b) = (operand(into.quantity), operand(out.quantity))
    let noun = text(out.quantity.noun ?? into.quantity.noun)
    let period = QuantityText.period(per)
    let sign = net > 0 ? "+" : ""
    add(
      "V8.net", net, "\(sign)\(QuantityText.value(net, .count, decimals: 0, noun: noun)) \(period)", "\(a) − \(b)", both
    )
    let load = 100 * into.quantity.value / out.quantity.value
    add("V9.load", load, percent(load), "\(a)/\(b)", both)
    returns(out)
    guard let stock = stock(like: out.quantity) else { return }
    let s = operand(stock)
    if net > 0, per.isTime {
      let periods = stock.value / net
      add(
        "V8.doubling", periods, QuantityText.value(periods.rounded(), per, decimals: 0),
        "\(s)/\(NumberText.plain(net))", [stock] + both)
      if per == .week, let days = facts.deadlines.first(where: { ($0.workingDays ?? 0) >= 5 })?.workingDays {
        let weeks = days / 5
        let level = stock.value + net * weeks
        add(
          "V8.atDeadline", level, NumberText.string(level),
          "\(s) + \(NumberText.plain(net)) × \(NumberText.plain(weeks))",
          [stock] + both, assumption: "the pace stays")
      }
    }
    if per.isTime, out.quantity.value > 0 {
      let wait = stock.value / out.quantity.value
      let rounded = NumberText.ratio(wait)
      add(
        "V12.wait", wait, rounded + " \(Self.name(per))\(rounded == "1" ? "" : "s")", "\(s)/\(b)",
        [stock, out.quantity])
    }
  }

  /// What comes in, told in the same sentence if it can be; never twenty times what goes out: that is another stream
  /// ("9 million downloads a month" beside "we close 45").
  private func incoming(against out: Flow) -> Flow? {
    let sentence = index.sentence(of: out.quantity.span)
    let fitting = facts.flows.filter {
      $0.direction == .incoming && $0.quantity.per == out.quantity.per && isSameNoun($0.quantity, out.quantity)
        && $0.quantity.value <= 20 * out.quantity.value
    }
    return fitting.first { index.sentence(of: $0.quantity.span) == sentence } ?? fitting.first
  }

  private static func name(_ unit: Quantity.Unit) -> String {
    String(QuantityText.value(1, unit, decimals: 0).dropFirst(2))
  }

  /// V10: returns out of what was closed.
  private mutating func returns(_ out: Flow) {
    guard
      let trend = facts.trends.first(where: { trend in
        trend.to?.unit == .percent && words(trend.subject).contains { Self.returning.contains($0.stem) }
      }), let to = trend.to, let from = trend.from, let per = out.quantity.per
    else { return }
    let o = operand(out.quantity)
    let period = QuantityText.period(per)
    let all = out.quantity.value * to.value / 100
    add(
      "V10.returns", all, NumberText.string(all) + " " + period, "\(o) × \(operand(to))%", [out.quantity, to],
      isRough: true)
    let more = out.quantity.value * (to.value - from.value) / 100
    add(
      "V10.growth", more, NumberText.string(more) + " " + period, "\(o) × (\(operand(to))% − \(operand(from))%)",
      [out.quantity, to, from], isRough: true)
  }

  private static let returning: Set<WordKey> = Set(
    ["reopen", "reopened", "return", "repeat", "rework", "readmission", "readmitted", "bounce"].map {
      Tokeniser.stem(of: Array($0.utf8))
    })

  private func isSameNoun(_ left: Quantity, _ right: Quantity) -> Bool {
    guard let one = lastStem(left.noun), let two = lastStem(right.noun) else { return true }
    return one == two
  }

  /// What waits: the newest level of a backlog of the same things.
  private func stock(like flow: Quantity) -> Quantity? {
    for trend in facts.trends {
      if let to = trend.to, to.unit == .count, to.per == nil,
        to.noun != nil && flow.noun != nil && isSameNoun(to, flow) || isBacklog(trend.subject)
      {
        return to
      }
    }
    return facts.quantities.first {
      $0.unit == .count && $0.per == nil && isUsable($0) && $0.noun != nil && flow.noun != nil && isSameNoun($0, flow)
        && $0.span != flow.span && isBacklog($0.noun)
    }
  }

  private func isBacklog(_ span: Span?) -> Bool {
    words(span).contains { Self.backlogs.contains($0.key) }
  }

  private static let backlogs: Set<WordKey> = [
    "backlog", "queue", "open", "waiting", "pending", "pile", "list", "unresolved",
  ]

  // MARK: Money

  mutating func money() {
    segments()
    breakEven()
    let priced = Set(results.filter { $0.id.hasPrefix("V13") }.flatMap(\.inputs))
    var number = 0
    for quantity in facts.quantities.prefix(400)
    where isMoney(quantity.unit) && quantity.upper == nil && isAsserted(quantity) {
      guard !priced.contains(quantity.span), quantity.per != nil else { continue }
      switch quantity.per {
      case .year where quantity.value >= 5200:
        let week = quantity.value / 52
        add(
          numbered("V19.perWeek", number), week,
          QuantityText.value(NumberText.rounded(week, to: roundStep(week)), quantity.unit, decimals: 0) + " a week",
          "\(operand(quantity))/52", [quantity], isRough: true)
      case .day:
        let year = quantity.value * 365
        add(
          numbered("V19.perYear", number), year, QuantityText.value(year, quantity.unit, decimals: 0) + " a year",
          "\(operand(quantity)) × 365", [quantity], assumption: "every day of the year", isRough: true)
      case .week where quantity.value >= 1000, .month where quantity.value >= 1000:
        let factor = quantity.per == .week ? 52.0 : 12
        let year = quantity.value * factor
        add(
          numbered("V19.perYear", number), year, QuantityText.value(year, quantity.unit, decimals: 0) + " a year",
          "\(operand(quantity)) × \(NumberText.plain(factor))", [quantity])
      default: continue
      }
      number += 1
      if number >= 4 { break }
    }
  }

  func isMoney(_ unit: Quantity.Unit) -> Bool {
    if case .money = unit { return true }
    return false
  }

  func isAsserted(_ quantity: Quantity) -> Bool {
    guard isUsable(quantity), let number = index.sentence(of: quantity.span) else { return false }
    let name = document.fields[quantity.span.field].name
    if name.hasPrefix("options") || name.hasPrefix("success") { return false }
    let sentence = sentences[number]
    return ClauseMood.of(sentence, at: sentence.position(of: quantity.span.start)) == .asserted
  }

  /// Two leading digits.
  private func roundStep(_ value: Double) -> Double {
    var step = 1.0
    while value / step >= 100 { step *= 10 }
    return step
  }

  /// V13: a price per customer beside a number of customers.
  private mutating func segments() {
    var number = 0
    for (left, right) in zip(facts.quantities.prefix(400), facts.quantities.prefix(400).dropFirst()) {
      let (price, buyers) = isMoney(left.unit) ? (left, right) : (right, left)
      guard isMoney(price.unit), let per = price.per, per.isTime, buyers.unit == .count, buyers.per == nil,
        price.upper == nil, buyers.upper == nil, let noun = lastStem(buyers.noun), Self.buyers.contains(noun),
        index.sentence(of: left.span) == index.sentence(of: right.span), right.span.start - left.span.end < 24,
        isAsserted(price)
      else { continue }
      let total = price.value * buyers.value
      add(
        numbered("V13.revenue", number), total,
        QuantityText.value(total, price.unit, decimals: 0) + " " + QuantityText.period(per),
        "\(operand(price)) × \(operand(buyers))", [price, buyers], assumption: "the price is for each")
      number += 1
    }
  }

  private static let buyers: Set<WordKey> = Set(
    [
      "customer", "client", "account", "user", "subscriber", "member", "seat", "student", "tenant", "licence",
      "license",
    ]
    .map { Tokeniser.stem(of: Array($0.utf8)) })

  /// V20: a price once against a fee each period.
  private mutating func breakEven() {
    let costs = facts.options.compactMap(\.cost).filter { isMoney($0.unit) && $0.upper == nil && $0.value > 0 }
    guard let once = costs.first(where: { $0.per == nil }), let fee = costs.first(where: { $0.per?.isTime == true }),
      let per = fee.per, UnitWords.comparable(once.unit, fee.unit)
    else { return }
    let periods = once.value / fee.value
    let text = NumberText.ratio(periods)
    add(
      "V20.breakEven", periods, text + " \(Self.name(per))\(text == "1" ? "" : "s")",
      "\(operand(once))/\(operand(fee))",
      [once, fee], assumption: "fees by use left out")
  }
}

extension String {
  /// "18 days" of work are working days.
  fileprivate var replacingDays: String { hasSuffix(" days") ? String(dropLast(4)) + "working days" : self }
}
