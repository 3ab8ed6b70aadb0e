/// The numeric half of the facts, in the order in which one reading needs the other.
package enum NumericFacts {
  /// More amounts than this are a table, not a story: the rest are kept as quantities and nothing is concluded from them.
  private static let limit = 400

  /// Fills quantities, measures, gaps, trends, deadlines, durations, flows and shares.
  package static func read(into facts: inout Facts) { read(into: &facts, Reading(facts.document)) }

  static func read(into facts: inout Facts, _ reading: Reading) {
    let document = facts.document
    facts.quantities = QuantityReader.read(document)
    let table = TableReader(reading.original, Array(facts.quantities.prefix(limit))).read()
    for index in facts.quantities.indices {
      if let noun = table.nouns[facts.quantities[index].span] { facts.quantities[index].noun = noun }
    }
    let quantities = Array(facts.quantities.prefix(limit))
    // What a table tells by its columns, no guess at its words may tell anew.
    let told = quantities.filter { !table.figures.contains($0.span) }
    facts.measures = (MeasureReader.read(reading, told) + table.measures).stablySorted {
      $0.quantity.span < $1.quantity.span
    }
    facts.gaps = (GapReader.gaps(reading, document, told, facts.measures.filter { !$0.isRow }) + table.gaps)
      .stablySorted {
        $0.span < $1.span
      }
    facts.trends = (TrendReader.read(reading, told) + table.trends).stablySorted { $0.span < $1.span }
    facts.gaps = (facts.gaps + CriteriaGaps.gaps(facts)).stablySorted { $0.span < $1.span }
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
    (facts.derivations, facts.reckonings) = Deriver.derive(facts)
  }
}
