/// Prints numbers the same way everywhere: a point for decimals, commas for thousands, no locale.
package enum NumberText {
  /// The value with a fixed number of decimals (0 to 6), halves rounded away from zero: `1,870`, `57`, `2.7`.
  package static func string(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return "?" }
    let places = min(max(decimals, 0), 6)
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    // The nudge undoes binary noise such as 2.675 × 100 = 267.49999999999997.
    let scaled = (value.magnitude * scale * (1 + 1e-12)).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(value)" }
    let digits = Int64(scaled)
    let unit = Int64(scale)
    var text = grouped(digits / unit)
    if places > 0 {
      let fraction = String(digits % unit)
      text += "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
    }
    return value < 0 && digits != 0 ? "−" + text : text
  }

  /// The value with as many decimals as it has, at most four: `350`, `6.13`, `0.5`.
  package static func plain(_ value: Double) -> String {
    string(value, decimals: decimals(of: value))
  }

  /// How many decimals the value needs, at most four.
  package static func decimals(of value: Double) -> Int {
    var scaled = value.magnitude
    for count in 0..<4 {
      if (scaled - scaled.rounded()).magnitude <= 1e-7 * max(1, scaled) { return count }
      scaled *= 10
    }
    return 4
  }

  /// A quotient as one would say it: whole from 10 up, one decimal below, two below 0.1.
  package static func ratio(_ value: Double) -> String {
    let size = value.magnitude
    let text = string(value, decimals: size >= 9.95 ? 0 : size >= 0.095 ? 1 : 2)
    return text.utf8.count > 2 && text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Rounded to the nearest multiple of a step: what may be said of a sum whose least exact part is known to the step.
  package static func rounded(_ value: Double, to step: Double) -> Double {
    guard step > 0, step.isFinite else { return value }
    return (value / step).rounded(.toNearestOrAwayFromZero) * step
  }

  private static func grouped(_ value: Int64) -> String {
    let digits = Array(String(value).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(digits.count + digits.count / 3)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
