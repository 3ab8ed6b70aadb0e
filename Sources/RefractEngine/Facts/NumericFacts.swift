/// The numeric half of the facts, in the order in which one reading needs the other.
package enum NumericFacts {
  /// More amounts than this are a table, not a story: the rest are kept as quantities and nothing is concluded from them.
  private static let limit = 400

  /// Fills quantities, measures, gaps, trends, deadlines, durations, flows and shares.
  package static func read(into facts: inout Facts) { read(into: &facts, Reading(facts.document)) }

  static func read(into facts: inout Facts, _ reading: Reading) {
    let document = facts.document
    facts.quantities = QuantityReader.read(document)
    let quantities = Array(facts.quantities.prefix(limit))
    facts.measures = MeasureReader.read(reading, quantities)
    facts.gaps = GapReader.gaps(reading, document, quantities, facts.measures)
    facts.trends = TrendReader.read(reading, quantities)
    facts.deadlines = TimeReader.deadlines(reading, document, quantities)
    facts.durations = TimeReader.durations(document, quantities)
    facts.flows = FlowReader.flows(document, quantities)
    facts.shares = FlowReader.shares(document, quantities, facts.trends)
    facts.contrasts = ContrastReader.read(
      reading, quantities, besides: facts.trends.map(\.span) + facts.deadlines.map(\.span) + facts.gaps.map(\.span))
  }

  /// Fills what needs the attempts: the order test and the sums.
  package static func conclude(_ facts: inout Facts) {
    facts.series = SeriesTest.run(facts.attempts, facts.document)
    facts.derivations = Deriver.derive(facts)
  }
}
