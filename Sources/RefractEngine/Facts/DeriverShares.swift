/// V15–V18, V21, V22 and what trends, shares and number tables give.
extension Sums {
  mutating func trends() {
    for (number, trend) in facts.trends.prefix(12).enumerated() {
      guard let from = trend.from, let to = trend.to, from.upper == nil, to.upper == nil,
        from.per == to.per || from.per == nil || to.per == nil
      else { continue }
      let end = UnitWords.convert(to.value, from: to.unit, to: from.unit)
      let (a, b) = (level(from), to.unit == from.unit ? level(to) : QuantityText.operand(end))
      let isFraction = a.utf8.contains(UInt8(ascii: "/")) || b.utf8.contains(UInt8(ascii: "/"))
      let change = end - from.value
      let step = step([from, to])
      let unit: Quantity.Unit = from.unit == .percent ? .point : from.unit
      let shown = QuantityText.value(
        NumberText.rounded(change.magnitude, to: step), unit, decimals: QuantityText.decimals(step), noun: text(to.noun)
      )
      let formula = change >= 0 ? "\(b) − \(a)" : "\(a) − \(b)"
      let id = "T\(number + 1)"
      if !isFraction { add(id + ".change", change.magnitude, shown, formula, [from, to]) }
      if from.value > 0, change != 0 {
        let relative = 100 * change / from.value
        // A change of several hundred percent is said as a factor.
        if relative > 150 {
          add(
            id + ".factor", end / from.value, NumberText.ratio(end / from.value) + " times",
            isFraction ? "(\(b))/(\(a))" : "\(b)/\(a)", [from, to])
        } else if !isFraction {
          add(
            id + ".relative", relative.magnitude, percent(relative.magnitude, isExact: false),
            relative > 0 ? "\(b)/\(a) − 1" : "1 − \(b)/\(a)", [from, to])
        }
      }
      links(from, to, end)
    }
    slip()
  }

  /// A percentage for sums: "half" is 50, "a third" stays 1/3.
  private func level(_ quantity: Quantity) -> String {
    NumberText.decimals(of: quantity.value) <= 1 ? QuantityText.operand(quantity.value) : operand(quantity)
  }

  /// V18: pairs of people who may have to agree, before and after (F. Brooks, "The Mythical Man-Month", 1975).
  private mutating func links(_ from: Quantity, _ to: Quantity, _ end: Double) {
    guard from.unit == .count, to.unit == .count, let noun = lastStem(to.noun ?? from.noun),
      FlowReader.crews.contains(noun) || Self.groups.contains(noun), from.value >= 2, end >= 2, from.value <= 5000,
      end <= 5000, !results.contains(where: { $0.id == "V18.links" })
    else { return }
    func pairs(_ count: Double) -> (Double, String) {
      (count * (count - 1) / 2, "\(NumberText.plain(count)) × \(NumberText.plain(count - 1))/2")
    }
    let (before, first) = pairs(from.value)
    let (after, second) = pairs(end)
    add("V18.linksBefore", before, NumberText.string(before) + " links", first, [from])
    add("V18.links", after, NumberText.string(after) + " links", second, [to])
  }

  private static let groups: Set<WordKey> = Set(
    ["team", "squad", "department"].map { Tokeniser.stem(of: Array($0.utf8)) })

  /// V17: what was estimated against what came.
  private mutating func slip() {
    for measure in facts.measures where measure.time == .past {
      let fieldName = document.fields[measure.quantity.span.field].name
      guard let (row, part) = MetricUnits.row(fieldName), part == ".baseline",
        document.tokens[measure.quantity.span.field].contains(where: { Self.estimates.contains($0.stem) }),
        let actual = facts.measures.first(where: {
          document.fields[$0.quantity.span.field].name == "metrics[\(row)].current"
        })?.quantity, UnitWords.comparable(actual.unit, measure.quantity.unit), measure.quantity.value > 0
      else { continue }
      slip(actual, measure.quantity)
      return
    }
    // "estimated at 3 weeks, took 8".
    for (left, right) in zip(facts.quantities.prefix(400), facts.quantities.prefix(400).dropFirst()) {
      guard UnitWords.comparable(left.unit, right.unit), left.upper == nil, right.upper == nil,
        left.unit.isTime || isMoney(left.unit), let number = index.sentence(of: left.span),
        index.sentence(of: right.span) == number, left.value > 0, isAsserted(left), isAsserted(right)
      else { continue }
      let tokens = document.tokens[left.span.field][document.sentences[number].tokens]
      let before = tokens.filter { $0.end <= left.span.start && left.span.start - $0.end < 40 }
      let between = tokens.filter { $0.start >= left.span.end && $0.end <= right.span.start }
      guard before.contains(where: { Self.estimates.contains($0.stem) }),
        between.contains(where: { ["took", "cost", "became", "spent", "needed", "was", "actual"].contains($0.key) })
      else { continue }
      slip(right, left)
      return
    }
  }

  private mutating func slip(_ actual: Quantity, _ estimate: Quantity) {
    let planned = UnitWords.convert(estimate.value, from: estimate.unit, to: actual.unit)
    guard planned > 0 else { return }
    let factor = actual.value / planned
    let below = actual.unit == estimate.unit ? operand(estimate) : QuantityText.operand(planned)
    // A bill that grew by a factor says nothing of how long the next piece of work will take.
    add(
      actual.unit.isTime ? "V17.slip" : "V17.cost", factor, NumberText.ratio(factor) + " times",
      "\(operand(actual))/\(below)", [actual, estimate])
  }

  private static let estimates: Set<WordKey> = Set(
    ["estimate", "estimated", "planned", "plan", "budget", "budgeted", "quoted", "promised", "forecast"].map {
      Tokeniser.stem(of: Array($0.utf8))
    })

  // MARK: Shares

  mutating func shares() {
    for (number, share) in facts.shares.prefix(12).enumerated() {
      let quantity = share.quantity
      guard quantity.upper == nil, quantity.value < 100, quantity.comparator == .equal else { continue }
      let rest = 100 - quantity.value
      let parts = WholeParts.read(quantity, in: document)
      let isPlain = parts.map { $0.whole <= 10 && NumberText.decimals(of: quantity.value) <= 1 } ?? true
      let formula = isPlain ? "100 − \(QuantityText.operand(quantity.value))" : "1 − \(operand(quantity))"
      if rest != 50 { add("S\(number + 1).rest", rest, percent(rest, isExact: false), formula, [quantity]) }
      // "38 percent of contacts", "1,200 contacts a week": so many of them.
      guard let of = lastStem(share.of), parts == nil || quantity.isSpelledOut else { continue }
      let base = facts.quantities.first {
        $0.unit == .count && $0.upper == nil && $0.value >= 10 && lastStem($0.noun) == of && isAsserted($0)
          && $0.span.field == quantity.span.field && isNear($0.span, quantity.span)
      }
      guard let base, let noun = text(base.noun) else { continue }
      let count = base.value * quantity.value / 100
      let period = base.per.map { " " + QuantityText.period($0) } ?? ""
      add(
        "S\(number + 1).count", count, NumberText.string(count) + " \(noun)\(period)",
        parts == nil ? "\(operand(base)) × \(operand(quantity))%" : "\(operand(base)) × \(operand(quantity))",
        [base, quantity], isRough: true)
    }
    var number = 0
    for quantity in facts.quantities.prefix(400) where quantity.unit == .percent {
      guard let (part, whole) = WholeParts.read(quantity, in: document), whole >= 3, !Self.isNamed(whole, quantity),
        isAsserted(quantity) || MetricUnits.row(document.fields[quantity.span.field].name) != nil
      else { continue }
      number += 1
      add(
        "R\(number).share", quantity.value, percent(quantity.value, isExact: false),
        "\(NumberText.plain(part))/\(NumberText.plain(whole))", [quantity])
      if number >= 6 { break }
    }
    composition()
    contrast()
  }

  /// How many times the higher of two sides is the lower one.
  mutating func contrasts() {
    for (number, contrast) in facts.contrasts.enumerated() {
      let (high, low) = (contrast.high.quantity, contrast.low.quantity)
      let factor = high.value / UnitWords.convert(low.value, from: low.unit, to: high.unit)
      guard high.unit == low.unit, factor >= 1.5 else { continue }
      add(
        "C\(number + 1).ratio", factor, NumberText.ratio(factor) + " times", "\(operand(high))/\(operand(low))",
        [high, low])
    }
  }

  /// In the same sentence or the one beside it.
  private func isNear(_ left: Span, _ right: Span) -> Bool {
    guard let one = index.sentence(of: left), let two = index.sentence(of: right) else { return false }
    return (one - two).magnitude <= 1
  }

  /// "two thirds" needs no percentage beside it.
  private static func isNamed(_ whole: Double, _ quantity: Quantity) -> Bool { quantity.isSpelledOut && whole <= 5 }

  /// V15: shares of one sentence that make up a whole.
  private mutating func composition() {
    var groups: [(Int, [Quantity])] = []
    for quantity in facts.quantities.prefix(400)
    where quantity.unit == .percent && quantity.upper == nil && isUsable(quantity) {
      guard let number = index.sentence(of: quantity.span) else { continue }
      if groups.last?.0 == number {
        groups[groups.count - 1].1.append(quantity)
      } else {
        groups.append((number, [quantity]))
      }
    }
    for (_, members) in groups where members.count >= 2 && members.count <= 8 {
      let sum = members.map(\.value).reduce(0, +)
      guard sum >= 97, sum <= 103, members.allSatisfy(isAsserted),
        members.allSatisfy({ member in facts.shares.contains { $0.quantity.span == member.span } }),
        !facts.trends.contains(where: { trend in members.contains { $0.span == trend.from?.span } }),
        let high = members.max(by: { $0.value < $1.value }), let low = members.min(by: { $0.value < $1.value }),
        low.value > 0, high.value > low.value
      else { continue }
      add(
        "V15.ratio", high.value / low.value, NumberText.ratio(high.value / low.value) + " times",
        "\(operand(high))/\(operand(low))", [high, low])
      return
    }
  }

  /// V16: a share of effort against a share of use.
  private mutating func contrast() {
    func isAbout(_ share: Share, _ words: Set<WordKey>) -> Bool {
      self.words(share.span).contains { words.contains($0.stem) }
    }
    // No account has more of either; a table of thousands would be compared pair by pair.
    let uses = facts.shares.filter { isAbout($0, Self.useWords) && !isAbout($0, Self.effortWords) }.prefix(40)
    let efforts = facts.shares.filter { isAbout($0, Self.effortWords) }.prefix(40)
    // Two shares of one sentence belong to one thing; those of two sentences need not.
    let pairs = uses.flatMap { use in efforts.map { ($0, use) } }
    guard let (effort, use) = pairs.first(where: { isTogether($0.0.span, $0.1.span) }),
      use.quantity.value > 0,
      effort.quantity.value > use.quantity.value
    else { return }
    let ratio = effort.quantity.value / use.quantity.value
    add(
      "V16.contrast", ratio, NumberText.ratio(ratio) + " times", "\(operand(effort.quantity))/\(operand(use.quantity))",
      [effort.quantity, use.quantity])
  }

  /// In one sentence, or in two of which the second goes on about the same ("It takes …").
  private func isTogether(_ left: Span, _ right: Span) -> Bool {
    guard let one = index.sentence(of: left), let two = index.sentence(of: right) else { return false }
    if one == two { return true }
    let later = sentences[max(one, two)]
    return (one - two).magnitude == 1 && ["it", "they", "that", "this", "these", "yet", "but"].contains(later.key(0))
  }

  private static let effortWords: Set<WordKey> = Set(
    [
      "time", "effort", "budget", "capacity", "spend", "spending", "hours", "work", "cost", "maintenance", "tickets",
      "complaints", "errors", "faults",
    ].map {
      Tokeniser.stem(of: Array($0.utf8))
    })
  private static let useWords: Set<WordKey> = Set(
    ["usage", "use", "users", "revenue", "customers", "traffic", "sales", "views", "income", "value", "results"].map {
      Tokeniser.stem(of: Array($0.utf8))
    })

  // MARK: Comparisons

  mutating func comparisons() {
    if let bench = facts.measures.first(where: {
      $0.time == .benchmark && $0.quantity.upper == nil && $0.quantity.value > 0
    }),
      let own = facts.measures.first(where: {
        $0.time == .now && $0.quantity.upper == nil && $0.quantity.unit == bench.quantity.unit
          && $0.quantity.per == bench.quantity.per && $0.quantity.value != bench.quantity.value
          && (index.sentence(of: $0.quantity.span) == index.sentence(of: bench.quantity.span)
            || lastStem($0.subject) != nil && lastStem($0.subject) == lastStem(bench.subject))
      })
    {
      let (a, b) = (operand(own.quantity), operand(bench.quantity))
      let difference = (own.quantity.value - bench.quantity.value).magnitude
      let step = step([own.quantity, bench.quantity])
      let unit: Quantity.Unit = own.quantity.unit == .percent ? .point : own.quantity.unit
      let inputs = [own.quantity, bench.quantity]
      let isMore = own.quantity.value > bench.quantity.value
      add(
        "V21.difference", difference,
        QuantityText.value(NumberText.rounded(difference, to: step), unit, decimals: QuantityText.decimals(step)),
        isMore ? "\(a) − \(b)" : "\(b) − \(a)", inputs)
      let relative = 100 * (own.quantity.value / bench.quantity.value - 1).magnitude
      add(
        "V21.relative", relative, percent(relative, isExact: false), isMore ? "\(a)/\(b) − 1" : "1 − \(a)/\(b)", inputs)
      add(
        "V21.ratio", own.quantity.value / bench.quantity.value,
        NumberText.ratio(own.quantity.value / bench.quantity.value) + " times", "\(a)/\(b)", inputs)
    }
    availability()
  }

  /// V22: what an availability allows in 30 days of 1,440 minutes.
  private mutating func availability() {
    guard
      let quantity = facts.quantities.first(where: { quantity in
        guard quantity.unit == .percent, quantity.value >= 90, quantity.value < 100, isUsable(quantity),
          let number = index.sentence(of: quantity.span)
        else { return false }
        return document.tokens[quantity.span.field][document.sentences[number].tokens].contains {
          ["uptime", "availability", "available", "sla", "slo"].contains($0.key)
            && ($0.start - quantity.span.end).magnitude < 60
        }
      })
    else { return }
    let minutes = (1 - quantity.value / 100) * 43_200
    add(
      "V22.downtime", minutes, QuantityText.value(minutes, .minute, decimals: minutes < 10 ? 1 : 0) + " in 30 days",
      "(1 − \(operand(quantity))%) × 30 × 1,440", [quantity], isRough: false)
  }
}
