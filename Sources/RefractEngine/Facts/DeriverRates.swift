/// What a rate gives together with another figure of the same thing: with a lead time the number under way, with a price the
/// waste, with a duration the hours of work, with a deadline the number still to come.
extension Sums {
  // MARK: Little's law

  /// "95 repairs a week", "a repair takes 31 days": 95 × 31/7 are under way (J. Little, "A Proof for the Queuing Formula",
  /// 1961).
  mutating func standing() {
    for flow in facts.flows where flow.quantity.per?.isTime == true && isPlainRate(flow.quantity) {
      guard let noun = lastStem(flow.quantity.noun), let per = flow.quantity.per, let period = days(in: per),
        let (lead, target) = lead(of: noun, besides: flow.quantity), let unit = days(in: lead.unit)
      else { continue }
      let rate = flow.quantity.value
      let open = rate * lead.value * unit / period
      guard open >= 10, lead.value * unit > period * 0.5 else { continue }
      var reckoning = Reckoning(kind: .standing, span: span(flow.quantity.span, lead.span))
      reckoning.figures = ["rate": rateSpan(flow.quantity), "lead": lead.span]
      reckoning.words["noun"] = flow.quantity.noun
      let factor = self.factor(unit, period)
      let inputs = [flow.quantity, lead]
      let formula = "\(operand(flow.quantity)) × \(operand(lead))\(factor)"
      sum(&reckoning, "open", "L1.open", open, twoDigits(open), formula, inputs, isRough: true)
      if let target, target.upper == nil {
        reckoning.figures["target"] = target.span
        let wanted = UnitWords.convert(
          target.value, from: target.unit == .count ? lead.unit : target.unit, to: lead.unit)
        let least = rate * wanted * unit / period
        if wanted < lead.value, wanted > 0 {
          let all = [flow.quantity, lead, target]
          sum(
            &reckoning, "openAtTarget", "L1.openAtTarget", least, twoDigits(least),
            "\(operand(flow.quantity)) × \(NumberText.plain(wanted))\(factor)", all, isRough: true)
          sum(
            &reckoning, "surplus", "L1.surplus", open - least, twoDigits(open - least),
            "\(operand(flow.quantity)) × (\(operand(lead)) − \(NumberText.plain(wanted)))\(factor)", all, isRough: true)
        }
      }
      if reckoning.sums["open"] != nil { reckonings.append(reckoning) }
      return
    }
  }

  private func factor(_ unit: Double, _ period: Double) -> String {
    if unit == period { return "" }
    if unit == 1 { return "/\(NumberText.plain(period))" }
    return period == 1 ? " × \(NumberText.plain(unit))" : " × \(NumberText.plain(unit))/\(NumberText.plain(period))"
  }

  private func days(in unit: Quantity.Unit) -> Double? {
    switch unit {
    case .day: 1
    case .week: 7
    case .month: 30
    case .year: 365
    default: nil
    }
  }

  /// How long one of the things takes from door to door, and how long it may take: days or longer, since minutes and hours
  /// mostly tell the work on it, not the time it lies there.
  private func lead(of noun: WordKey, besides rate: Quantity) -> (Quantity, Quantity?)? {
    func isLead(_ quantity: Quantity, _ subject: Span?) -> Bool {
      guard days(in: quantity.unit) != nil, quantity.upper == nil, quantity.per == nil, isUsable(quantity),
        isAsserted(quantity)
      else { return false }
      return words(subject).contains { $0.stem == noun }
    }
    if let gap = facts.gaps.first(where: { $0.isReduction && isLead($0.now, $0.subject) }) {
      return (gap.now, gap.target)
    }
    if let measure = facts.measures.first(where: { $0.time == .now && isLead($0.quantity, $0.subject) }) {
      return (measure.quantity, nil)
    }
    if let waiting = facts.durations.first(where: {
      ($0.kind == .waiting || $0.kind == .effort) && isLead($0.quantity, $0.of)
    }) {
      return (waiting.quantity, nil)
    }
    return nil
  }

  private func isPlainRate(_ quantity: Quantity) -> Bool {
    quantity.unit == .count && quantity.upper == nil && quantity.value >= 1 && isUsable(quantity)
      && isAsserted(quantity)
      && quantity.noun != nil
  }

  /// "95 repairs a week" as far as the author's words stand together.
  private func rateSpan(_ quantity: Quantity) -> Span {
    guard let number = index.sentence(of: quantity.span), let noun = quantity.noun, quantity.per != nil else {
      return quantity.span
    }
    let sentence = sentences[number]
    let end = sentence.range(of: noun).upperBound
    let after = sentence.range(of: quantity.span).upperBound
    guard after <= end, let (_, next) = Periods.read(sentence, at: end) else {
      return Span(field: quantity.span.field, start: quantity.span.start, end: max(quantity.span.end, noun.end))
    }
    return Span(field: quantity.span.field, start: quantity.span.start, end: sentence.tokens[next - 1].end)
  }

  /// Two leading digits: what may be said of a product of averages.
  private func twoDigits(_ value: Double) -> String {
    var step = 1.0
    while value / step >= 100 { step *= 10 }
    return "about " + NumberText.string(NumberText.rounded(value, to: step))
  }

  // MARK: Waste

  /// "12 no-shows a week" at "80 euros each".
  mutating func waste() {
    var number = 0
    for flow in facts.flows where flow.quantity.per?.isTime == true && isPlainRate(flow.quantity) && number < 2 {
      guard let noun = lastStem(flow.quantity.noun), let per = flow.quantity.per,
        let price = price(of: noun, near: flow.quantity), let times = timesAYear(per)
      else { continue }
      number += 1
      let id = "W\(number)"
      var reckoning = Reckoning(kind: .waste, span: span(flow.quantity.span, price.span))
      reckoning.figures = ["rate": rateSpan(flow.quantity), "price": price.span]
      reckoning.words["noun"] = flow.quantity.noun
      let once = flow.quantity.value * price.value
      let formula = "\(operand(flow.quantity)) × \(operand(price))"
      let inputs = [flow.quantity, price]
      sum(
        &reckoning, "perWeek", "\(id).perWeek", once,
        QuantityText.value(once.rounded(), price.unit, decimals: 0) + " " + QuantityText.period(per), formula, inputs)
      if times > 1 {
        let year = once * times
        sum(
          &reckoning, "perYear", "\(id).perYear", year,
          money(year, price.unit) + " a year", "\(formula) × \(NumberText.plain(times))", inputs, isRough: true)
      }
      if !reckoning.sums.isEmpty { reckonings.append(reckoning) }
    }
  }

  private func money(_ value: Double, _ unit: Quantity.Unit) -> String {
    var step = 1.0
    while value / step >= 100 { step *= 10 }
    return QuantityText.value(NumberText.rounded(value, to: step), unit, decimals: 0)
  }

  private func timesAYear(_ per: Quantity.Unit) -> Double? {
    switch per {
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    default: nil
    }
  }

  /// What one of the things costs: "each costs us 80 euros", "80 euros per no-show", "a no-show costs 80 euros".
  private func price(of noun: WordKey, near rate: Quantity) -> Quantity? {
    let place = index.sentence(of: rate.span)
    let found = facts.quantities.prefix(400).filter { quantity in
      guard isMoney(quantity.unit), quantity.upper == nil, isUsable(quantity), isAsserted(quantity),
        let number = index.sentence(of: quantity.span), quantity.per.map({ !$0.isTime }) ?? true
      else { return false }
      let sentence = sentences[number]
      let range = sentence.range(of: quantity.span)
      let near = max(0, range.lowerBound - 7)..<range.lowerBound
      if case .other(let piece)? = quantity.per { return Tokeniser.stem(of: Array(piece.lowercased().utf8)) == noun }
      let isAfter = place.map { number == $0 || number == $0 + 1 } ?? false
      let costs = near.contains { ["cost", "costs", "loses", "lose"].contains(sentence.key($0)) }
      // "each costs us 80 euros", "80 euros each", in the sentence of the rate or the next
      let isEach =
        costs && near.contains { ["each", "every"].contains(sentence.key($0)) }
        || ["each", "apiece"].contains(sentence.key(range.upperBound))
      if isAfter, isEach, number == place || !hasOtherNoun(sentence, near, noun) { return true }
      // "a no-show costs us 80 euros"
      return costs
        && near.contains { at in
          sentence.stem(at) == noun && ["a", "an", "one", "each", "every"].contains(sentence.key(at - 1))
        }
    }
    return found.count == 1 ? found.first : nil
  }

  /// "each van costs": something else than the thing.
  private func hasOtherNoun(_ sentence: SentenceTokens, _ range: Range<Int>, _ noun: WordKey) -> Bool {
    guard let each = range.first(where: { ["each", "every"].contains(sentence.key($0)) }) else { return false }
    let next = sentence.key(each + 1)
    return !["costs", "cost", "one", "of", "time", "loses"].contains(next) && sentence.stem(each + 1) != noun
  }

  // MARK: Hours of work against hours there are

  mutating func workload() {
    for flow in facts.flows where flow.quantity.per?.isTime == true && isPlainRate(flow.quantity) {
      guard let noun = lastStem(flow.quantity.noun), let per = flow.quantity.per, per == .week || per == .day,
        let each = effort(on: noun, near: flow.quantity), let hours = each.unit.seconds.map({ $0 / 3600 })
      else { continue }
      let all = flow.quantity.value * each.value * hours
      guard all >= 2 else { continue }
      var reckoning = Reckoning(kind: .workload, span: span(flow.quantity.span, each.span))
      reckoning.figures = ["rate": rateSpan(flow.quantity), "each": each.span]
      reckoning.words["noun"] = flow.quantity.noun
      let tail = each.unit == .minute ? "/60" : ""
      let formula = "\(operand(flow.quantity)) × \(operand(each))\(tail)"
      let text = QuantityText.value(
        all, .hour, decimals: all < 10 && NumberText.decimals(of: all) > 0 ? 1 : 0)
      sum(&reckoning, "hours", "H1.hours", all, text + " " + QuantityText.period(per), formula, [flow.quantity, each])
      if let (people, week) = available(per) {
        reckoning.figures["people"] = people.span
        let there = people.value * week.value
        let both = [flow.quantity, each, people, week]
        sum(
          &reckoning, "available", "H1.available", there, QuantityText.value(there, .hour, decimals: 0),
          "\(operand(people)) × \(operand(week))", [people, week])
        sum(
          &reckoning, "load", "H1.load", 100 * all / there, percent(100 * all / there, isExact: false),
          "\(NumberText.plain(all))/\(NumberText.plain(there))", both)
        if all > there {
          sum(
            &reckoning, "over", "H1.over", all - there,
            QuantityText.value(all - there, .hour, decimals: 0) + " " + QuantityText.period(per),
            "\(formula) − \(operand(people)) × \(operand(week))", both)
        }
      }
      if reckoning.sums["hours"] != nil { reckonings.append(reckoning) }
      return
    }
  }

  /// Minutes or hours of work on one of the things: "each takes 40 minutes", "an inspection takes 3 hours".
  private func effort(on noun: WordKey, near rate: Quantity) -> Quantity? {
    let place = index.sentence(of: rate.span)
    let found = facts.quantities.prefix(400).filter { quantity in
      guard quantity.unit == .minute || quantity.unit == .hour, quantity.per == nil, quantity.upper == nil,
        isUsable(quantity), isAsserted(quantity), let number = index.sentence(of: quantity.span)
      else { return false }
      let sentence = sentences[number]
      let range = sentence.range(of: quantity.span)
      let near = max(0, range.lowerBound - 7)..<range.lowerBound
      let takes = near.contains { ["takes", "take", "needs", "need", "costs", "cost"].contains(sentence.key($0)) }
      let isWait = (max(0, range.lowerBound - 8)..<min(sentence.count, range.upperBound + 4)).contains {
        ["wait", "waits", "waiting", "late", "until", "before", "queue"].contains(sentence.key($0))
      }
      guard !isWait else { return false }
      let isAfter = place.map { number == $0 || number == $0 + 1 } ?? false
      let isEach =
        takes
        && near.contains {
          sentence.key($0) == "each" && ["takes", "needs", "of", "one", "costs"].contains(sentence.key($0 + 1))
        }
        || ["each", "apiece"].contains(sentence.key(range.upperBound))
      if isAfter, isEach { return true }
      return takes
        && near.contains { at in
          sentence.stem(at) == noun && ["a", "an", "one", "each", "every"].contains(sentence.key(at - 1))
        }
    }
    return found.count == 1 ? found.first : nil
  }

  /// "three clerks at 38 hours a week".
  private func available(_ per: Quantity.Unit) -> (people: Quantity, hours: Quantity)? {
    let quantities = facts.quantities.prefix(400)
    let pairs = zip(quantities, quantities.dropFirst()).filter { people, hours in
      guard hours.unit == .hour, hours.per == per, hours.upper == nil, people.unit == .count, people.upper == nil,
        people.per == nil, isUsable(people), isUsable(hours), isAsserted(people), isAsserted(hours),
        index.sentence(of: people.span) == index.sentence(of: hours.span), hours.span.start - people.span.end < 40,
        let noun = lastStem(people.noun), FlowReader.crews.contains(noun), people.value <= 200
      else { return false }
      let number = index.sentence(of: hours.span) ?? 0
      let isEach = sentences[number].key(sentences[number].range(of: hours.span).upperBound) == "each"
      return per == .week ? (isEach ? 1...60 : 10...60).contains(hours.value) : (2...12).contains(hours.value)
    }
    return pairs.count == 1 ? pairs.first.map { ($0.0, $0.1) } : nil
  }

  // MARK: Until the deadline

  mutating func stretch() {
    guard let deadline = facts.deadlines.first(where: { ($0.workingDays ?? 0) >= 5 }), let left = deadline.workingDays,
      left <= 400,
      let flow = facts.flows.first(where: {
        $0.direction != .other && $0.quantity.per == .week && isPlainRate($0.quantity)
      })
    else { return }
    let weeks = left / 5
    guard weeks == weeks.rounded(), weeks >= 2 else { return }
    let count = flow.quantity.value * weeks
    var reckoning = Reckoning(kind: .stretch, span: deadline.span)
    reckoning.figures = ["rate": rateSpan(flow.quantity), "deadline": deadline.span]
    reckoning.words["noun"] = flow.quantity.noun
    sum(
      &reckoning, "count", "U1.count", count, NumberText.string(count),
      "\(operand(flow.quantity)) × \(NumberText.plain(weeks))", [flow.quantity], assumption: "the pace stays")
    if reckoning.sums["count"] != nil { reckonings.append(reckoning) }
  }

  // MARK: Price of a result, and when an outlay is paid back

  /// "The campaign cost 12,000 euros and brought 40 members".
  mutating func priceOfResults() {
    var number = 0
    let quantities = facts.quantities.prefix(400)
    for (spent, gained) in zip(quantities, quantities.dropFirst()) where number < 2 {
      guard isMoney(spent.unit), spent.per == nil, spent.upper == nil, gained.unit == .count, gained.per == nil,
        gained.upper == nil, gained.value >= 1, let place = index.sentence(of: spent.span),
        index.sentence(of: gained.span) == place, isAsserted(spent), isAsserted(gained), gained.noun != nil
      else { continue }
      let sentence = sentences[place]
      let (one, two) = (sentence.range(of: spent.span), sentence.range(of: gained.span))
      guard one.upperBound <= two.lowerBound, two.lowerBound - one.upperBound < 12,
        sentence.contains(Self.spending, in: max(0, one.lowerBound - 8)..<one.lowerBound),
        sentence.contains(Self.bringing, in: one.upperBound..<two.lowerBound),
        !sentence.contains(
          ["save", "saves", "saved", "saving", "not", "no", "per"], in: one.upperBound..<two.lowerBound)
      else { continue }
      number += 1
      let id = "Q\(number)"
      let each = spent.value / gained.value
      var reckoning = Reckoning(kind: .result, span: span(spent.span, gained.noun ?? gained.span))
      reckoning.figures = ["spent": spent.span, "gained": rateSpan(gained)]
      reckoning.words["noun"] = gained.noun
      sum(
        &reckoning, "each", "\(id).each", each, QuantityText.value(each, spent.unit, decimals: each < 10 ? 2 : 0),
        "\(operand(spent))/\(operand(gained))", [spent, gained])
      if reckoning.sums["each"] != nil { reckonings.append(reckoning) }
    }
  }

  /// "A dryer costs 18,000 euros and would save 400 euros a week".
  mutating func payback() {
    let quantities = facts.quantities.prefix(400)
    for (outlay, saving) in zip(quantities, quantities.dropFirst()) {
      guard isMoney(outlay.unit), isMoney(saving.unit), UnitWords.comparable(outlay.unit, saving.unit),
        outlay.per == nil,
        let per = saving.per, per.isTime, outlay.upper == nil, saving.upper == nil, isUsable(outlay), isUsable(saving),
        saving.value > 0, let place = index.sentence(of: outlay.span), index.sentence(of: saving.span) == place
      else { continue }
      let sentence = sentences[place]
      let (one, two) = (sentence.range(of: outlay.span), sentence.range(of: saving.span))
      guard one.upperBound <= two.lowerBound,
        sentence.contains(Self.spending, in: max(0, one.lowerBound - 8)..<min(sentence.count, one.upperBound + 1)),
        sentence.contains(["save", "saves", "saved", "saving"], in: one.upperBound..<two.lowerBound),
        outlay.value / saving.value >= 1, outlay.value / saving.value < 1000
      else { continue }
      let periods = outlay.value / saving.value
      var reckoning = Reckoning(kind: .payback, span: span(outlay.span, saving.span))
      reckoning.figures = ["outlay": outlay.span, "saving": saving.span]
      sum(
        &reckoning, "periods", "K1.periods", periods,
        QuantityText.value(periods, per, decimals: periods < 10 ? 1 : 0), "\(operand(outlay))/\(operand(saving))",
        [outlay, saving])
      if reckoning.sums["periods"] != nil { reckonings.append(reckoning) }
      return
    }
  }

  private static let spending: Set<WordKey> = [
    "spent", "spend", "cost", "costs", "paid", "pay", "invested", "price", "for",
  ]
  private static let bringing: Set<WordKey> = [
    "brought", "brings", "gained", "got", "won", "produced", "gave", "yielded", "attracted", "sold", "reached", "found",
    "recruited",
  ]
}
