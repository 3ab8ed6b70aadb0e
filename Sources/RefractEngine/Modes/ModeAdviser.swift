/// Step 1 of the workflow: which modes of thinking fit a problem, how well, and why.
///
/// Noisy-OR over signals (J. Pearl, *Probabilistic Reasoning in Intelligent Systems*, 1988): each signal alone may suffice
/// and absence is no evidence. Signals that say nearly the same form families, in which the strongest counts fully and
/// every further one half. A mode's base rate acts as the leak of the noisy-OR, as soon as anything points to the mode.
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
    var miss = 1.0
    var seen: Set<String> = []
    for (name, pull) in pulls {
      let isRepeated = !seen.insert(family(of: name, catalogue)).inserted
      miss *= 1 - (isRepeated ? pull / 2 : pull)
    }
    let lexical = min(view.cueCount(mode.cues), 3)
    for _ in 0..<lexical { miss *= 0.95 }
    if !pulls.isEmpty { miss *= 1 - mode.baseRate }
    for pack in view.packs.prefix(1) {
      miss *= 1 - (pack.modes.first { $0.name == mode.id }?.weight ?? 0)
    }
    return Fit(mode: mode, score: min(0.95, 1 - miss), raw: 1 - miss, reasons: pulls.prefix(3).map(\.name))
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
