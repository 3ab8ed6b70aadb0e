/// Evaluates a printed sum again, from its text alone: the guard against a sum that does not give its value.
///
/// Grammar: `+ − × /`, brackets, numbers with thousands commas, `%` (hundredths), and the magnitudes `thousand`,
/// `million`, `billion` behind a number. `-` is read as `−`. Nothing else is allowed.
package enum SumChecker {
  /// The value of a sum; nil if it is none, divides by nothing or is nested more than 32 deep.
  package static func recompute(formula: String) -> Double? {
    var evaluator = Evaluator(bytes: Array(formula.utf8))
    guard formula.utf8.count <= 2000, let value = evaluator.sum(depth: 0), evaluator.isAtEnd, value.isFinite else {
      return nil
    }
    return value
  }

  /// True if a derivation's sum gives its value. A value in percent may be written as a sum of fractions.
  package static func holds(_ derivation: Derivation) -> Bool {
    guard let value = recompute(formula: derivation.formula) else { return false }
    return isClose(value, derivation.value) || isClose(100 * value, derivation.value)
  }

  private static func isClose(_ left: Double, _ right: Double) -> Bool {
    (left - right).magnitude <= 0.006 * max(left.magnitude, right.magnitude, 1e-9)
  }
}

private struct Evaluator {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position == bytes.count
    }
  }

  mutating func sum(depth: Int) -> Double? {
    guard depth < 32, var value = product(depth: depth) else { return nil }
    while true {
      if take("+") {
        guard let next = product(depth: depth) else { return nil }
        value += next
      } else if take("−") || take("-") {
        guard let next = product(depth: depth) else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product(depth: Int) -> Double? {
    guard var value = factor(depth: depth) else { return nil }
    while true {
      if take("×") || take("*") {
        guard let next = factor(depth: depth) else { return nil }
        value *= next
      } else if take("/") || take("÷") {
        guard let next = factor(depth: depth), next != 0 else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func factor(depth: Int) -> Double? {
    if take("(") {
      guard let value = sum(depth: depth + 1), take(")") else { return nil }
      return scaled(value)
    }
    skipSpace()
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isASCIIDigit || byte == UInt8(ascii: ".") {
        text.append(byte)
      } else if byte != UInt8(ascii: ",") || position + 1 >= bytes.count || !bytes[position + 1].isASCIIDigit {
        break
      }
      position += 1
    }
    guard !text.isEmpty, text.count < 30, let value = Double(String(decoding: text, as: UTF8.self)) else { return nil }
    return scaled(value)
  }

  private mutating func scaled(_ value: Double) -> Double {
    if take("%") { return value / 100 }
    if take("thousand") { return value * 1e3 }
    if take("million") { return value * 1e6 }
    if take("billion") { return value * 1e9 }
    return value
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
  }

  private mutating func take(_ mark: String) -> Bool {
    skipSpace()
    let wanted = mark.utf8
    guard position + wanted.count <= bytes.count, bytes[position..<position + wanted.count].elementsEqual(wanted) else {
      return false
    }
    position += wanted.count
    return true
  }
}
