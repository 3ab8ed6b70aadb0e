/// SEAM: the numeric half of the fact layer. Each function stands for one reader that is written elsewhere and returns
/// nothing until that reader is joined in; then this file goes.
enum NumericSeam {
  /// `QuantityReader.read(document)`
  static func quantities(_ document: Document) -> [Quantity] { [] }
  /// `MeasureReader`
  static func measures(_ facts: Facts, _ reading: Reading) -> [Measure] { [] }
  /// `GapReader`
  static func gaps(_ facts: Facts, _ reading: Reading, _ problem: Problem) -> [Gap] { [] }
  /// `TrendReader`
  static func trends(_ facts: Facts, _ reading: Reading) -> [Trend] { [] }
  /// `DeadlineReader`
  static func deadlines(_ facts: Facts, _ reading: Reading, _ problem: Problem) -> [Deadline] { [] }
  /// `DurationReader`
  static func durations(_ facts: Facts, _ reading: Reading) -> [Duration] { [] }
  /// `FlowReader`
  static func flows(_ facts: Facts, _ reading: Reading) -> [Flow] { [] }
  /// `ShareReader`
  static func shares(_ facts: Facts, _ reading: Reading) -> [Share] { [] }
  /// `SeriesTest`
  static func series(_ facts: Facts) -> EffectSeries? { nil }
  /// `Deriver.derive(facts)`
  static func derivations(_ facts: Facts) -> [Derivation] { [] }
}
