/// Draws what follows from the author's figures by plain arithmetic. Every result carries the sum it came from, and
/// ``SumChecker`` can do that sum again.
///
/// Rules: units are never mixed; nothing comes from hypothetical or denied facts; a result is rounded to the step of its
/// least exact input; "about" is inherited; two present values of one measure that disagree yield nothing.
package enum Deriver {
  package static func derive(_ facts: Facts) -> (derivations: [Derivation], reckonings: [Reckoning]) {
    var sums = Sums(facts)
    sums.gaps()
    sums.effects()
    sums.efforts()
    sums.flows()
    sums.money()
    sums.comparisons()
    sums.trends()
    sums.shares()
    sums.contrasts()
    sums.tables()
    sums.heads()
    sums.breakdowns()
    sums.rivals()
    sums.headway()
    sums.standing()
    sums.waste()
    sums.workload()
    sums.priceOfResults()
    sums.payback()
    sums.stretch()
    return (sums.results, sums.reckonings)
  }
}

/// The results so far and the questions every rule asks.
struct Sums {
  let facts: Facts
  let document: Document
  let index: SentenceIndex
  let sentences: [SentenceTokens]
  /// Values that the text contradicts; nothing is derived from them.
  let disputed: Set<Span>
  var results: [Derivation] = []
  /// Figures that belong together, with the names of their sums.
  var reckonings: [Reckoning] = []

  init(_ facts: Facts) {
    self.facts = facts
    document = facts.document
    index = facts.document.index
    sentences = facts.document.lines
    disputed = Self.disputed(facts)
  }

  /// Present values of one subject and unit that differ.
  private static func disputed(_ facts: Facts) -> Set<Span> {
    var seen: [String: [Quantity]] = [:]
    for measure in facts.measures where measure.time == .now {
      guard let subject = measure.subject else { continue }
      seen[facts.text(subject).lowercased() + "|\(measure.quantity.unit)", default: []].append(measure.quantity)
    }
    var result: Set<Span> = []
    for quantities in seen.values {
      guard let first = quantities.first, quantities.contains(where: { $0.value != first.value && $0.per == first.per })
      else { continue }
      for quantity in quantities { result.insert(quantity.span) }
    }
    return result
  }

  func isUsable(_ quantity: Quantity) -> Bool { !disputed.contains(quantity.span) && quantity.value.isFinite }

  func text(_ span: Span?) -> String? { span.map { document.text($0) } }

  /// The step of the least exact quantity, in the unit of the first.
  func step(_ quantities: [Quantity]) -> Double {
    guard let unit = quantities.first?.unit else { return 1 }
    return quantities.map { UnitWords.convert(QuantityText.step($0, document), from: $0.unit, to: unit) }.max() ?? 1
  }

  func operand(_ quantity: Quantity) -> String { QuantityText.operand(quantity, document) }

  /// True if one of the inputs is rough, so that the result is.
  func isRough(_ inputs: [Quantity]) -> Bool {
    inputs.contains {
      $0.isApproximate || $0.isOpenEnded || $0.upper != nil || $0.comparator == .above || $0.comparator == .atLeast
    }
  }

  mutating func add(
    _ id: String, _ value: Double, _ text: String, _ formula: String, _ inputs: [Quantity], assumption: String? = nil,
    isRough: Bool? = nil
  ) {
    guard value.isFinite, inputs.allSatisfy(isUsable) else { return }
    // The same figure told twice gives one result.
    let kind = id.prefix(1)
    let name = id.drop { $0 != "." }
    let isTold =
      ["S", "R", "T", "C"].contains(kind)
      && results.contains {
        $0.formula == formula && $0.id.hasPrefix(kind) && $0.id.hasSuffix(name)
      }
    guard !isTold else { return }
    let rough = isRough ?? self.isRough(inputs)
    results.append(
      Derivation(
        id: id, value: value, text: rough && !text.hasPrefix("about") ? "about " + text : text, formula: formula,
        inputs: inputs.map(\.span), assumption: assumption))
  }

  /// The id of the n-th of its kind: the first has no number.
  func numbered(_ id: String, _ number: Int) -> String { number == 0 ? id : "\(id).\(number + 1)" }

  /// A percentage as said: whole numbers, one decimal below ten where the inputs are that exact.
  func percent(_ value: Double, isExact: Bool = true) -> String {
    NumberText.string(
      value, decimals: value.magnitude < 10 && isExact && value.magnitude > 0 && value != value.rounded() ? 1 : 0)
      + "%"
  }
}

// MARK: V1 gap, V2 start, V3 parts, V4 attempts still needed, V5 bound

extension Sums {
  mutating func gaps() {
    for (number, gap) in facts.gaps.prefix(4).enumerated() {
      let now = gap.now
      guard gap.target.upper == nil, now.upper == nil, now.value > 0, gap.target.value >= 0 else { continue }
      let target = UnitWords.convert(gap.target.value, from: gap.target.unit, to: now.unit)
      let inputs = [now, gap.target]
      let a = operand(now)
      let b = gap.target.unit == now.unit ? operand(gap.target) : QuantityText.operand(target)
      // "16 days, promised one week": nine days apart, and not rounded to weeks.
      let step = gap.target.unit == now.unit ? step([now, gap.target]) : step([now])
      let unit: Quantity.Unit = now.unit == .percent ? .point : now.unit
      let difference = gap.isReduction ? now.value - target : target - now.value
      let isFraction = a.utf8.contains(UInt8(ascii: "/"))
      let (high, low) = gap.isReduction ? (a, b) : (b, a)
      let formula =
        isFraction ? "\(gap.isReduction ? "100 × \(high) − \(low)" : "\(high) − 100 × \(low)")" : "\(high) − \(low)"
      let isMet = difference <= 0
      let shown = NumberText.rounded(difference.magnitude, to: step)
      let printed = QuantityText.value(
        shown, unit, decimals: QuantityText.decimals(step), noun: text(now.noun))
      if isMet {
        let turned = gap.isReduction ? "\(b) − \(a)" : "\(a) − \(b)"
        add(numbered("V1.margin", number), -difference, printed, isFraction ? "100 × \(a) − \(b)" : turned, inputs)
        continue
      }
      add(numbered("V1.difference", number), difference, printed, formula, inputs)
      if isFraction { continue }
      if gap.isReduction {
        let required = 100 * (1 - target / now.value)
        add(numbered("V1.required", number), required, percent(required), "1 − \(b)/\(a)", inputs)
        if target > 0 {
          let ratio = now.value / target
          add(numbered("V1.ratio", number), ratio, NumberText.ratio(ratio) + " times", "\(a)/\(b)", inputs)
        }
        add(numbered("V5.bound", number), difference, printed, formula, inputs, assumption: "the rest stays as it is")
      } else {
        let required = 100 * (target / now.value - 1)
        add(numbered("V1.required", number), required, percent(required), "\(b)/\(a) − 1", inputs)
        let ratio = target / now.value
        add(numbered("V1.ratio", number), ratio, NumberText.ratio(ratio) + " times", "\(b)/\(a)", inputs)
      }
    }
  }

  mutating func effects() {
    let members =
      facts.series?.attempts ?? facts.attempts.indices.filter { facts.attempts[$0].effect?.unit == .percent }
    let effects = members.filter { facts.attempts.indices.contains($0) }.compactMap { facts.attempts[$0].effect }
    guard effects.count >= 2, let unit = effects.first?.unit,
      effects.allSatisfy({ $0.unit == unit && $0.upper == nil }),
      unit == .percent || unit == .point
    else { return }
    let values = effects.map(\.value.magnitude)
    let sum = values.reduce(0, +)
    let plus = values.map(NumberText.plain).joined(separator: " + ")
    let step = step(effects)
    let places = QuantityText.decimals(step)
    add("V2.sum", sum, QuantityText.value(sum, .point, decimals: places), plus, effects)
    parts(members, effects, sum)
    if unit == .percent, sum < 100 {
      let left = values.reduce(1) { $0 * (1 - $1 / 100) }
      let product = values.map { "(1 − \(NumberText.plain($0))%)" }.joined(separator: " × ")
      add(
        "V2.compound", 100 * (1 - left), NumberText.string(100 * (1 - left), decimals: 1) + "%", "1 − " + product,
        effects,
        assumption: "each measured from the state before it")
    }
    guard unit == .percent, let gap = facts.gaps.first, sum < 100, gap.now.unit != .percent, gap.now.unit != .point,
      gap.now.upper == nil, gap.target.upper == nil
    else { return }
    let now = gap.now
    let target = UnitWords.convert(gap.target.value, from: gap.target.unit, to: now.unit)
    let need = gap.isReduction ? now.value - target : target - now.value
    guard need > 0 else { return }
    let sign = gap.isReduction ? "−" : "+"
    let start = now.value / (gap.isReduction ? 1 - sum / 100 : 1 + sum / 100)
    let inputs = [now] + effects
    let assumption = "percentages of the start"
    let startText = QuantityText.value(
      NumberText.rounded(start, to: QuantityText.step(now, document)), now.unit, decimals: 0)
    add(
      "V2.start", start, "about " + startText, "\(operand(now))/(1 \(sign) \(NumberText.plain(sum))%)", inputs,
      assumption: assumption)
    let mean = start * sum / 100 / Double(values.count)
    let tail = start * SeriesTest.tailMean(values) / 100
    let startOperand = NumberText.plain(start)
    func amount(_ value: Double) -> String {
      QuantityText.value(value, now.unit, decimals: value < 10 ? 1 : NumberText.decimals(of: value) == 1 ? 1 : 0)
    }
    add(
      "V4.mean", mean, amount(mean), "\(startOperand) × \(NumberText.plain(sum))%/\(values.count)", inputs,
      assumption: assumption)
    let needText = NumberText.plain(need)
    func attempts(_ id: String, _ each: Double) {
      guard each > 0 else { return }
      let count = need / each
      let whole = (count - 1e-9).rounded(.up)
      guard whole < 1000 else { return }
      add(
        id, count, NumberText.string(max(whole, 1)), "\(needText)/\(NumberText.plain(each))", inputs + [gap.target],
        assumption: assumption)
    }
    attempts("V4.atMean", mean)
    if values.count >= 3, tail > 0 {
      add(
        "V4.tail", tail, amount(tail),
        "\(startOperand) × \(NumberText.plain(SeriesTest.tailMean(values)))%", inputs, assumption: assumption)
      attempts("V4.atTail", tail)
    }
  }

  /// V3: what part of all gains one component took, and the best single step.
  private mutating func parts(_ members: [Int], _ effects: [Quantity], _ sum: Double) {
    guard sum > 0, members.count == effects.count else { return }
    let whole = NumberText.plain(sum)
    var byComponent: [(name: String, sum: Double, count: Int)] = []
    for (place, member) in members.enumerated() {
      guard let component = facts.attempts[member].component else { continue }
      let value = effects[place].value.magnitude
      if let at = byComponent.firstIndex(where: { $0.name == component }) {
        byComponent[at].sum += value
        byComponent[at].count += 1
      } else {
        byComponent.append((component, value, 1))
      }
    }
    var best: (name: String, sum: Double, count: Int)?
    for group in byComponent where group.sum > (best?.sum ?? 0) { best = group }
    if let best, best.count > 1, best.sum < sum {
      add(
        "V3.share", 100 * best.sum / sum, percent(100 * best.sum / sum), "\(NumberText.plain(best.sum))/\(whole)",
        effects)
    }
    if let top = effects.map(\.value.magnitude).max(), effects.count >= 3 {
      add("V3.best", 100 * top / sum, percent(100 * top / sum), "\(NumberText.plain(top))/\(whole)", effects)
    }
  }
}
