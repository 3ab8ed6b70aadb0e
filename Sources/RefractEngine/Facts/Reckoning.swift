/// Figures of the author that belong together, with the sums that can be drawn from them: a whole and its named parts, a
/// rate and a lead time, one's own figure and a neighbour's, a step and the way it left to go.
///
/// The sums stand in ``Facts/derivations``; here they have the names that a rule asks for.
package struct Reckoning: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// "Of 22 visits, eight …, five …, six …".
    case breakdown
    /// "95 repairs a week" and "a repair takes 31 days": how many are under way (J. Little, 1961).
    case standing
    /// "31 days; the neighbouring association manages twelve".
    case rival
    /// "Hired two, and it went from 35 to 31", where ten is wanted.
    case headway
    /// "12 no-shows a week" and "each costs us 80": what it comes to in a week and a year.
    case waste
    /// "38 orders a week" and "2.5 hours each": hours of work, and the hours there are.
    case workload
    /// "12,000 for a campaign that brought 40 members": the price of one.
    case result
    /// A rate and a deadline: how many more until then.
    case stretch
    /// An outlay and a saving each period.
    case payback
  }

  /// One part of a whole, as the author tells it.
  package struct Part: Sendable, Equatable {
    /// `residual` is no part of its own: "the rest", "gave no reason".
    package enum Fate: Sendable { case good, bad, open, residual }
    package var quantity: Quantity
    /// What became of it or what it is, without the number: "nobody was at home".
    package var label: Span
    package var fate: Fate
  }

  package var kind: Kind
  /// The author's run that holds the figures.
  package var span: Span
  /// Figures as the author wrote them, by slot.
  package var figures: [String: Span] = [:]
  /// Words of the author, by slot.
  package var words: [String: Span] = [:]
  /// Ids of derivations, by slot.
  package var sums: [String: String] = [:]
  /// Largest first; of a breakdown only.
  package var parts: [Part] = []

  /// Slots that each kind may fill: what a rule may ask for.
  package static let slots: [Kind: Set<String>] = [
    .breakdown: [
      "whole", "noun", "largest", "largestShare", "two", "twoShare", "bad", "badShare", "rest", "restShare", "others",
      "parts", "top", "badParts", "badCount", "goodPart", "single", "second", "again",
    ],
    .standing: ["rate", "lead", "target", "noun", "open", "openAtTarget", "surplus"],
    .rival: ["own", "other", "name", "difference", "share", "gapShare", "subject", "target", "beyond"],
    .headway: ["step", "from", "to", "target", "moved", "left", "share", "more", "subject"],
    .waste: ["rate", "price", "noun", "perWeek", "perYear"],
    .workload: ["rate", "each", "noun", "hours", "available", "over", "load", "people"],
    .result: ["spent", "gained", "noun", "each"],
    .stretch: ["rate", "noun", "deadline", "count"],
    .payback: ["outlay", "saving", "periods"],
  ]
}
