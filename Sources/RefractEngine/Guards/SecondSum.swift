/// Works a printed sum out a second time, in another way than the one that printed it: operators and values on two stacks
/// (E. Dijkstra's shunting yard, 1961), over intervals, so that ranges of days can be added too.
///
/// It knows nothing of the derivations; it reads what the reader reads.
enum SecondSum {
  struct Interval: Sendable, Equatable {
    var low: Double
    var high: Double
  }

  /// The value of a sum; nil if the text is none.
  static func value(of formula: String) -> Interval? {
    guard formula.utf8.count <= 2000, let parts = parts(of: formula), !parts.isEmpty else { return nil }
    var yard = Yard()
    var wantsValue = true
    for part in parts {
      switch part {
      case .value(let interval):
        guard wantsValue else { return nil }
        yard.values.append(interval)
        wantsValue = false
      case .scale(let factor):
        guard !wantsValue, let last = yard.values.popLast() else { return nil }
        yard.values.append(Interval(low: last.low * factor, high: last.high * factor))
      case .open:
        guard wantsValue else { return nil }
        yard.marks.append("(")
      case .close:
        guard !wantsValue, yard.reduce(downTo: 0), yard.marks.popLast() == "(" else { return nil }
      case .mark(let mark):
        guard !wantsValue, yard.reduce(downTo: Yard.rank(mark)) else { return nil }
        yard.marks.append(mark)
        wantsValue = true
      }
    }
    guard !wantsValue, yard.reduce(downTo: 0), yard.marks.isEmpty, yard.values.count == 1 else { return nil }
    return yard.values[0]
  }

  /// The numbers that a sum is made of, as printed.
  static func operands(of formula: String) -> [Double] {
    (parts(of: formula) ?? []).flatMap { part -> [Double] in
      if case .value(let interval) = part {
        return interval.low == interval.high ? [interval.low] : [interval.low, interval.high]
      }
      return []
    }
  }

  /// True if a sum has something to work out, and is no single number.
  static func isSum(_ formula: String) -> Bool { (parts(of: formula) ?? []).count > 1 }

  private enum Part {
    case value(Interval)
    case mark(Character)
    case scale(Double)
    case open, close
  }

  private static func parts(of formula: String) -> [Part]? {
    var parts: [Part] = []
    var rest = Array(formula)[...]
    while let character = rest.first {
      switch character {
      case " ": rest.removeFirst()
      case "(", ")":
        parts.append(character == "(" ? .open : .close)
        rest.removeFirst()
      case "+", "−", "×", "/":
        parts.append(.mark(character))
        rest.removeFirst()
      case "%":
        parts.append(.scale(0.01))
        rest.removeFirst()
      case _ where character.isLetter:
        guard let factor = magnitudes[takeWord(&rest)] else { return nil }
        parts.append(.scale(factor))
      default:
        guard let interval = takeInterval(&rest) else { return nil }
        parts.append(.value(interval))
      }
    }
    return parts
  }

  private static let magnitudes: [String: Double] = ["thousand": 1e3, "million": 1e6, "billion": 1e9]

  private static func takeWord(_ rest: inout ArraySlice<Character>) -> String {
    let word = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(word.count)
    return String(word)
  }

  /// `3`, `1,234.5`, `½`, `5½`, `1–3`.
  private static func takeInterval(_ rest: inout ArraySlice<Character>) -> Interval? {
    guard let low = takeNumber(&rest) else { return nil }
    guard rest.first == "–" else { return Interval(low: low, high: low) }
    rest.removeFirst()
    guard let high = takeNumber(&rest) else { return nil }
    return Interval(low: low, high: high)
  }

  private static func takeNumber(_ rest: inout ArraySlice<Character>) -> Double? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    rest = rest.dropFirst(digits.count)
    var value = digits.isEmpty ? nil : Double(String(digits.filter { $0 != "," }))
    if rest.first == "½" {
      rest.removeFirst()
      value = (value ?? 0) + 0.5
    }
    return value
  }

  private struct Yard {
    var values: [Interval] = []
    var marks: [Character] = []

    static func rank(_ mark: Character) -> Int { mark == "×" || mark == "/" ? 2 : 1 }

    /// Carries out what is waiting and binds at least as tightly as `rank`, back to an opening bracket.
    mutating func reduce(downTo rank: Int) -> Bool {
      while let mark = marks.last, mark != "(", Self.rank(mark) >= rank {
        marks.removeLast()
        guard let right = values.popLast(), let left = values.popLast(),
          let result = Self.apply(mark, left, right)
        else { return false }
        values.append(result)
      }
      return true
    }

    private static func apply(_ mark: Character, _ left: Interval, _ right: Interval) -> Interval? {
      switch mark {
      case "+": return Interval(low: left.low + right.low, high: left.high + right.high)
      case "−": return Interval(low: left.low - right.high, high: left.high - right.low)
      case "/" where right.low <= 0 && right.high >= 0: return nil
      default:
        let ends = [left.low, left.high].flatMap { one in
          [right.low, right.high].map { mark == "×" ? one * $0 : one / $0 }
        }
        guard let low = ends.min(), let high = ends.max() else { return nil }
        return Interval(low: low, high: high)
      }
    }
  }
}
