/// A number with its unit, as the author wrote it.
public struct Quantity: Sendable, Equatable {
  /// What is counted. `percent` is a share or rate, `point` a difference of percentages, `ratio` a factor ("3x").
  public enum Unit: Sendable, Equatable {
    case millisecond, second, minute, hour, day, week, month, quarter, year
    case percent, point, ratio
    /// Currency as written: `$`, `€`, `A$`, `dollars`.
    case money(String)
    /// A plain count; what is counted stands in ``Quantity/noun``.
    case count
    /// A unit symbol not listed here, as written: `GB`, `km`, `mg/l`.
    case other(String)

    /// True for units of time.
    public var isTime: Bool { seconds != nil }

    /// Length in seconds; months count 30.4 days, quarters 91, years 365. Nil if it is no unit of time.
    public var seconds: Double? {
      switch self {
      case .millisecond: 0.001
      case .second: 1
      case .minute: 60
      case .hour: 3600
      case .day: 86_400
      case .week: 604_800
      case .month: 2_626_560
      case .quarter: 7_862_400
      case .year: 31_536_000
      default: nil
      }
    }
  }

  /// How the number bounds its value: `<150ms`, `at least 3`.
  public enum Comparator: Sendable, Equatable { case equal, below, atMost, above, atLeast }

  /// The value in its unit, magnitudes applied (`$80k` is 80,000).
  public var value: Double
  /// Far end of a range (`6-8 weeks`).
  public var upper: Double?
  public var unit: Unit
  /// The period of a rate: `per week`, `a year`, `/month`.
  public var per: Unit?
  public var comparator: Comparator
  /// "about", "~", "nearly", "some".
  public var isApproximate: Bool
  /// "200+", "more than".
  public var isOpenEnded: Bool
  /// Written out in words ("three"); printed back as written.
  public var isSpelledOut: Bool
  /// The number with its unit and comparator in the text.
  public var span: Span
  /// What it counts, if a noun follows ("9 agents": agents).
  public var noun: Span?

  public init(
    value: Double, upper: Double? = nil, unit: Unit, per: Unit? = nil, comparator: Comparator = .equal,
    isApproximate: Bool = false, isOpenEnded: Bool = false, isSpelledOut: Bool = false, span: Span, noun: Span? = nil
  ) {
    self.value = value
    self.upper = upper
    self.unit = unit
    self.per = per
    self.comparator = comparator
    self.isApproximate = isApproximate
    self.isOpenEnded = isOpenEnded
    self.isSpelledOut = isSpelledOut
    self.span = span
    self.noun = noun
  }
}

extension Quantity.Unit {
  /// True for amounts of money.
  var isMoney: Bool {
    if case .money = self { return true }
    return false
  }
}
