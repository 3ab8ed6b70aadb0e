/// Step 1 of the workflow: which modes of thinking fit a problem, how well, and why.
///
/// Noisy-OR over signals (J. Pearl, *Probabilistic Reasoning in Intelligent Systems*, 1988): each signal alone may suffice
/// and absence is no evidence. Signals that say nearly the same form families, in which the strongest counts fully and
/// every further one half. What the title and the question ask for is a signal of its own. A mode's base rate acts as the
/// leak of the noisy-OR, as soon as anything points to the mode.
/// More strength of a trigger never lowers a score.
package enum ModeAdviser {
  package struct Fit: Sendable {
    package var mode: ModeDefinition
    /// 0 to 0.95 as printed.
    package var score: Double
    /// Before the cap; orders the modes.
    package var raw: Double
    /// Names of the signals that carried it, heaviest first.
    package var reasons: [String]
  }

  /// Every mode with its fit, best first; ties keep the catalogue's order.
  package static func fits(in view: CaseView, catalogue: Catalogue) -> [Fit] {
    spaced(catalogue.modes.map { fit(of: $0, in: view, catalogue: catalogue) }.stablySorted { $0.raw > $1.raw })
  }

  private static let families: [[String]] = [
    ["PLATEAU", "MANY_ATTEMPTS", "FAILED_ATTEMPTS", "BACKFIRE", "wore_off", "undone", "got_worse", "each_hole_closed"],
    ["EITHER_OR", "MANY_OPTIONS", "STAKE_CONFLICT", "mixed_wants", "principle_objection", "either_or"],
    ["QUEUE", "FLOW", "OVERLOAD", "waiting", "demand_grows", "few_hands", "overworked"],
    ["ADOPTION", "LOAD", "unused", "friction_step", "too_much_at_once", "message_unread", "attendance"],
    ["FORECAST", "LATE", "DEADLINE", "overran", "estimate_carries", "must_decide"],
    ["RECUR", "comes_back", "each_time_different", "declared_done", "quick_fix"],
    [
      "INCENTIVE", "paid_by_count", "rewarded_for_other", "cost_shifted", "cost_on_right_act", "PROXY",
      "number_decides",
    ],
    ["HANDOFF", "handoff", "owner_unclear", "decided_elsewhere", "advise_without_power"],
    ["UNKNOWN", "cannot_see", "untested_belief", "rival_explanations", "readings_disagree", "WHY"],
  ]

  private static func fit(of mode: ModeDefinition, in view: CaseView, catalogue: Catalogue) -> Fit {
    var pulls: [(name: String, pull: Double)] = []
    for trigger in mode.triggers {
      let strength = view.strength(trigger.name)
      if strength > 0 { pulls.append((trigger.name, min(trigger.weight * strength, 0.95))) }
    }
    pulls.sort { $0.pull > $1.pull }
    var seen: Set<String> = []
    let counted = pulls.map { name, pull in seen.insert(family(of: name, catalogue)).inserted ? pull : pull / 2 }
    var miss = 1.0
    for (rank, pull) in counted.sorted(by: >).enumerated() { miss *= 1 - pull * weight(ofRank: rank) }
    for _ in 0..<min(view.cueCount(mode.cues), 4) { miss *= 0.92 }
    miss *= Self.unasked(mode, in: view)
    if !pulls.isEmpty || view.askedCount(mode.asks) > 0 { miss *= 1 - leak(of: mode) }
    for pack in view.packs.prefix(1) {
      miss *= 1 - (pack.modes.first { $0.name == mode.id }?.weight ?? 0)
    }
    return Fit(mode: mode, score: min(0.95, 1 - miss), raw: 1 - miss, reasons: pulls.prefix(3).map(\.name))
  }

  /// The base rate, less for a mode whose triggers weigh more together: by chance alone more of them show in any text.
  private static func leak(of mode: ModeDefinition) -> Double {
    mode.baseRate * min(1.5, usualWeight / max(1, mode.triggers.reduce(0) { $0 + $1.weight }))
  }

  /// About the median over the modes of the sum of a mode's triggers.
  private static let usualWeight = 7.0

  /// What a trigger counts by its place among the mode's own: a mode whose many faint triggers show in almost every text
  /// is not therefore the one that the text is about.
  private static func weight(ofRank rank: Int) -> Double { rank < 3 ? 1 : 0.5 }

  /// The part of a miss that is left after the title and the question: what somebody asks for says more about the way
  /// of thinking that is wanted than what is told in passing.
  private static func unasked(_ mode: ModeDefinition, in view: CaseView) -> Double {
    let asked = [1, 0.5, 0.33, 0.3][min(view.askedCount(mode.asks), 3)]
    return asked * [1, 0.92, 0.85][min(view.askedCount(mode.cues), 2)]
  }

  /// The name of the family that a trigger belongs to: a listed one, else for a situation that of the signal it raises
  /// most, else its own.
  private static func family(of name: String, _ catalogue: Catalogue) -> String {
    if let listed = families.first(where: { $0.contains(name) })?.first { return listed }
    guard let situation = catalogue.lexicon.situations.first(where: { $0.id == name }),
      let signal = situation.signals.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return name }
    return families.first { $0.contains(signal) }?.first ?? signal
  }

  /// Rounded, and each printed score at least 0.02 below the one before.
  private static func spaced(_ fits: [Fit]) -> [Fit] {
    var result: [Fit] = []
    for var fit in fits {
      let ceiling = result.last.map { $0.score - 0.02 } ?? 0.95
      fit.score = max(0, (min(fit.score, ceiling) * 100).rounded() / 100)
      result.append(fit)
    }
    return result
  }
}
