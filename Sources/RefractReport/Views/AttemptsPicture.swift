internal import RefractEngine

/// Effects of the attempts as bars in stated order, the largest black; below them, where both can be told in parts of
/// the same start, all of them together and what is still to go.
struct AttemptsPicture {
  /// Most attempts drawn.
  static let maximumBars = 12

  private struct Bar {
    var number: Int
    var name: String
    var value: Double
  }

  /// All gains and what is still to go, in hundredths of the start.
  private struct Whole {
    var sum: Report.DerivedNumber
    var start: Report.DerivedNumber
    var rest: Report.DerivedNumber
    var gained: Double
    var missing: Double
  }

  private let bars: [Bar]
  private let unit: String
  private let peak: Int
  private let whole: Whole?

  /// Nil with fewer than two effects that can be compared.
  init?(_ report: Report) {
    let autopsies = report.solution.autopsies
    let unit = autopsies.lazy.compactMap { $0.effectValue == nil ? nil : $0.effectUnit ?? "" }.first ?? ""
    let bars = autopsies.enumerated().compactMap { index, autopsy -> Bar? in
      guard let value = autopsy.effectValue, value.isFinite, (autopsy.effectUnit ?? "") == unit else { return nil }
      return Bar(number: index + 1, name: autopsy.attempt, value: value)
    }.prefix(Self.maximumBars)
    let largest = bars.map { abs($0.value) }.max() ?? 0
    guard bars.count > 1, largest > 0, let peak = bars.firstIndex(where: { abs($0.value) == largest }) else {
      return nil
    }
    (self.bars, self.unit, self.peak) = (Array(bars), unit, peak)
    let isAll = bars.count == autopsies.count && bars.allSatisfy { $0.value > 0 }
    whole = isAll && unit == "%" ? Self.whole(of: report.derivations, bars.map(\.value)) : nil
  }

  /// Only if the sum over these very effects, the start that they imply and the gap were derived.
  private static func whole(of derivations: [Report.DerivedNumber], _ values: [Double]) -> Whole? {
    func find(_ id: String) -> Report.DerivedNumber? { derivations.first { $0.id == id } }
    guard let sum = find("V2.sum"), let start = find("V2.start"), let rest = find("V1.difference"),
      sum.inputs.count == values.count, let gained = sum.amount, let from = start.amount, let need = rest.amount,
      from > 0, need > 0, abs(gained - values.reduce(0, +)) < 1e-6
    else { return nil }
    let missing = 100 * need / from
    return missing < 1000 ? Whole(sum: sum, start: start, rest: rest, gained: gained, missing: missing) : nil
  }

  /// The message of the picture; empty where what is still to go is not the larger part.
  var message: String {
    guard let whole, whole.missing > whole.gained else { return "" }
    return "What is still to go is larger than \(Self.all(bars.count)) gains together."
  }

  private static func all(_ count: Int) -> String { count == 2 ? "both" : "all " + Words.count(count) }

  // MARK: Text

  /// What the picture adds to the list of attempts beside it.
  var note: String {
    var sentences: [String] = []
    if let tail {
      sentences.append("The last two gained \(Pictures.effect(tail.mean, unit: unit)) on average [\(tail.sum)].")
    }
    if let whole {
      let all = "\(Words.capitalised(Self.all(bars.count))) gained \(whole.sum.value) [\(whole.sum.formula)]."
      let rest = Words.plain(whole.missing)
      sentences += [
        all,
        "If each percentage is one of the start, \(whole.start.value) [\(whole.start.formula)], the \(whole.rest.value) "
          + "[\(whole.rest.formula)] still to go are \(rest)% of it.",
      ]
    }
    return sentences.joined(separator: " ")
  }

  private var description: String {
    var parts = bars.map { $0.name + " " + Pictures.effect($0.value, unit: unit) }
    if let whole {
      parts.append("\(Self.all(bars.count)) together \(Words.plain(whole.gained))%")
      parts.append("still to go \(Words.plain(whole.missing))%")
    }
    return parts.joined(separator: ", ")
  }

  /// Mean of the last two effects, where they came after a peak of at least twice that.
  private var tail: (mean: Double, sum: String)? {
    guard bars.count > 3, peak < bars.count - 2, bars.allSatisfy({ $0.value > 0 }) else { return nil }
    let last = bars.suffix(2).map(\.value)
    let mean = last.reduce(0, +) / 2
    guard mean * 2 <= bars[peak].value else { return nil }
    return (mean, "(" + last.map(Words.plain).joined(separator: " + ") + ")/2")
  }

  // MARK: Drawing

  private static let rowHeight = 24
  private static let axis = 150
  private static let longest = 140.0

  var svg: String {
    let largest = max(bars.map { abs($0.value) }.max() ?? 0, whole.map { max($0.gained, $0.missing) } ?? 0)
    func width(_ value: Double) -> Int { max(1, Int(abs(value) / largest * Self.longest)) }
    var drawing = ""
    for (row, bar) in bars.enumerated() {
      let value = Pictures.effect(bar.value, unit: unit)
      drawing += label("\(bar.number)  " + Words.short(bar.name, to: 20), row * Self.rowHeight)
      drawing += figure(value, after: width(bar.value), row * Self.rowHeight, isStrong: row == peak)
      drawing += self.bar(row == peak ? "strong" : "fill", from: 0, width(bar.value), row * Self.rowHeight)
    }
    var height = bars.count * Self.rowHeight
    if tail != nil {
      let from = width(bars.suffix(2).map(\.value).max() ?? 0) + 38 + Self.axis
      let top = height - 2 * Self.rowHeight
      drawing += "<path class=\"bracket\" d=\"M\(from) \(top + 6)h5v\(2 * Self.rowHeight - 12)h-5\"/>"
    }
    if let whole {
      drawing += total(whole, at: height + 10, width)
      height += 10 + 2 * Self.rowHeight
    }
    return "<svg viewBox=\"0 0 340 \(height)\" role=\"img\" aria-labelledby=\"att-t att-d\">"
      + "<title id=\"att-t\">Effect of each attempt, in the order told</title>"
      + "<desc id=\"att-d\">\(HTMLText().escapeText(description))</desc>"
      + drawing + "<path class=\"axis\" d=\"M\(Self.axis) 0V\(height)\"/></svg>"
  }

  /// All gains in one bar with a gap between each two, and the hatched bar of what is still to go.
  private func total(_ whole: Whole, at top: Int, _ width: (Double) -> Int) -> String {
    var drawing = label(Words.capitalised(Self.all(bars.count)), top)
    var sum = 0.0
    for bar in bars {
      let start = sum == 0 ? 0 : width(sum)
      sum += bar.value
      drawing += self.bar("fill", from: start, max(1, width(sum) - start - 1), top)
    }
    drawing += figure(Words.plain(whole.gained) + "%", after: width(whole.gained), top, isStrong: false)
    let below = top + Self.rowHeight
    drawing += "<g class=\"t-todo\">" + label("Still to go", below)
    drawing += figure(Words.plain(whole.missing) + "%", after: width(whole.missing), below, isStrong: false) + "</g>"
    return drawing + bar("todo", from: 0, width(whole.missing), below)
  }

  private func label(_ text: String, _ top: Int) -> String {
    "<text y=\"\(top + 15)\">\(HTMLText().escapeText(text))</text>"
  }

  private func figure(_ text: String, after width: Int, _ top: Int, isStrong: Bool) -> String {
    "<text class=\"\(isStrong ? "t-strong" : "t-plain")\" x=\"\(Self.axis + 6 + width)\" y=\"\(top + 15)\">"
      + HTMLText().escapeText(text) + "</text>"
  }

  private func bar(_ kind: String, from start: Int, _ width: Int, _ top: Int) -> String {
    "<path class=\"\(kind)\" d=\"M\(Self.axis + start) \(top + 3)h\(width)v15H\(Self.axis + start)z\"/>"
  }
}
