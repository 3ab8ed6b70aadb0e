/// How sums and their results are printed.
enum QuantityText {
  /// What the last digit of the author's number stands for: 0.01 million for "6.13 million", 1 for "350".
  static func step(_ quantity: Quantity, _ document: Document) -> Double {
    let value = quantity.value.magnitude
    guard value > 0 else { return 1 }
    let text = document.text(quantity.span)
    if quantity.isSpelledOut { return value >= 1000 ? 1000 : NumberText.decimals(of: value) > 0 ? 0.1 : 1 }
    var magnitude = 1.0
    if value >= 1e9, value.truncatingRemainder(dividingBy: 1e6) == 0 { magnitude = 1e9 }
    if value >= 1e3, magnitude == 1, let last = text.utf8.last(where: { $0.isASCIILetter }),
      !text.utf8.contains(UInt8(ascii: ","))
    {
      let isThousand = last == UInt8(ascii: "k") || last == UInt8(ascii: "K")
      magnitude = isThousand ? 1e3 : value >= 1e6 ? 1e6 : 1
    }
    if quantity.unit.isTime, magnitude > 1 { magnitude = 1 }
    var step = magnitude
    for _ in 0..<min(NumberText.decimals(of: value / magnitude), 3) { step /= 10 }
    return step
  }

  /// A number of a sum: `350`, `6.13 million`, `16/36`.
  static func operand(_ quantity: Quantity, _ document: Document) -> String {
    if let (part, whole) = WholeParts.read(quantity, in: document) {
      return "\(NumberText.plain(part))/\(NumberText.plain(whole))"
    }
    return operand(quantity.value)
  }

  static func operand(_ value: Double) -> String {
    let size = value.magnitude
    if size >= 1e9, NumberText.decimals(of: size / 1e9) < 4 { return NumberText.plain(value / 1e9) + " billion" }
    if size >= 1e6, NumberText.decimals(of: size / 1e6) < 4 { return NumberText.plain(value / 1e6) + " million" }
    return NumberText.plain(value)
  }

  /// A value with its unit: `200ms`, `57%`, `4 points`, `A$411 million`, `90 tickets`.
  static func value(_ value: Double, _ unit: Quantity.Unit, decimals: Int, noun: String? = nil) -> String {
    func number(_ value: Double) -> String {
      let size = value.magnitude
      if size >= 1e9 { return NumberText.ratio(value / 1e9) + " billion" }
      if size >= 1e6 { return NumberText.ratio(value / 1e6) + " million" }
      return NumberText.string(value, decimals: decimals)
    }
    let digits = number(value)
    let isOne = digits == "1"
    func word(_ name: String) -> String { "\(digits) \(name)\(isOne ? "" : "s")" }
    switch unit {
    case .millisecond: return digits + "ms"
    case .second: return word("second")
    case .minute: return word("minute")
    case .hour: return word("hour")
    case .day: return word("day")
    case .week: return word("week")
    case .month: return word("month")
    case .quarter: return word("quarter")
    case .year: return word("year")
    case .percent: return digits + "%"
    case .point: return word("point")
    case .ratio: return digits + " times"
    case .money(let name):
      if let last = name.utf8.last, last.isASCIILetter { return "\(digits) \(name)" }
      return value < 0 ? "−" + name + number(-value) : name + digits
    case .count: return noun.map { "\(digits) \($0)" } ?? digits
    case .other(let name): return "\(digits) \(name)"
    }
  }

  /// "a week", "a fortnight".
  static func period(_ unit: Quantity.Unit) -> String {
    switch unit {
    case .millisecond: "a millisecond"
    case .second: "a second"
    case .minute: "a minute"
    case .hour: "an hour"
    case .day: "a day"
    case .week: "a week"
    case .month: "a month"
    case .quarter: "a quarter"
    case .year: "a year"
    case .other(let name): "per \(name)"
    default: ""
    }
  }

  /// Decimals that a step leaves.
  static func decimals(_ step: Double) -> Int { step >= 1 ? 0 : step >= 0.1 ? 1 : 2 }
}
