/// The degree of support of a belief by weight of evidence in log-odds (I. J. Good, *Probability and the Weighing of
/// Evidence*, 1950; the odds form of R. Duda, P. Hart and N. Nilsson, 1976). It is no frequency.
///
/// Each weight is added only for what the text gives, so a supporting fact never lowers it and a contradicting one never
/// raises it.
package enum Confidence {
  /// Confidence and evidence level of a claim.
  package static func assess(_ claim: Claim, in view: CaseView) -> (confidence: Double, level: Int) {
    let firing = RuleFiring(view: view)
    var logOdds = logit(claim.lens.warrant.prior)
    for code in claim.rule.weigh { logOdds += weight(code, of: claim, in: view) }
    if claim.grounds.packRoles + claim.belief.packRoles > 0 { logOdds -= 0.25 }
    if let binding = claim.binding, binding.strength < 0.6 { logOdds -= 0.30 }
    logOdds -= 0.80 * Double(claim.rule.against.count { firing.holds($0) })
    let level = level(quotations: quotations(of: claim), numbers: numbers(of: claim, in: view))
    let confidence = 1 / (1 + exponential(-logOdds))
    return (rounded(min(max(confidence, 0.35), cap(level, in: view))), level)
  }

  /// Independent quotations that the claim prints.
  static func quotations(of claim: Claim) -> Int { claim.evidenceSpans.count }

  /// Numbers of the author's that the claim prints: sums, and quotations with a figure in them.
  static func numbers(of claim: Claim, in view: CaseView) -> Int {
    let sums = Set(claim.belief.derivations + claim.reasoning.derivations + claim.grounds.derivations).count
    let figures = view.facts.quantities.count { quantity in claim.evidenceSpans.contains { $0.contains(quantity.span) }
    }
    return sums + figures
  }

  /// 4: two numbers and two quotations; 3: a number or two quotations; 2: one quotation; 1: none.
  package static func level(quotations: Int, numbers: Int) -> Int {
    if quotations >= 2 && numbers >= 2 { return 4 }
    if numbers >= 1 && quotations >= 1 || quotations >= 2 { return 3 }
    return quotations >= 1 ? 2 : 1
  }

  /// The most that evidence of a level can carry; thin problems carry less (design/engine (h)).
  package static func cap(_ level: Int, in view: CaseView) -> Double {
    let cap = [0.60, 0.60, 0.72, 0.85, 0.92][level]
    if !view.facts.language.isEnglish { return min(cap, 0.50) }
    return view.isThin ? min(cap, 0.55) : cap
  }

  /// What `weigh` may name.
  static let codes: Set<String> = [
    "series", "series.side", "author", "tier", "gap", "share", "best", "agree", "tech", "work", "rival", "feas", "dead",
  ]

  private static func weight(_ code: String, of claim: Claim, in view: CaseView) -> Double {
    let facts = view.facts
    let falls = facts.series?.verdict == .peakedThenFell || facts.series?.verdict == .falling
    switch code {
    case "series": return falls ? 0.90 : 0
    case "series.side": return falls ? 0.60 : 0
    case "author":
      if case .situation(let match)? = claim.binding { return match.strength >= 0.6 ? 0.35 : 0 }
      return facts.series?.claim != nil || !facts.causes.isEmpty ? 0.35 : 0
    case "tier":
      let tiers = facts.attempts.compactMap(\.tier)
      return tiers.count >= 3 && tiers.allSatisfy { $0 <= 2 } ? 0.50 : 0
    case "gap":
      return facts.gaps.contains { ratio($0) >= 2 } ? 0.20 : 0
    case "share":
      return claim.belief.derivations.isEmpty && claim.reasoning.derivations.isEmpty
        && claim.grounds.derivations.isEmpty
        ? 0 : 0.90
    case "best":
      let best = view.attempt("best")?.component
      return best != nil ? 0.50 : 0
    case "agree": return quotations(of: claim) >= 2 ? 0.30 : 0
    case "tech": return facts.technologies.isEmpty ? 0 : 0.45
    case "work": return view.packs.isEmpty ? 0 : 0.45
    case "rival":
      let failed = view.failedAttempts.contains { attempt in claim.evidenceSpans.contains { $0.overlaps(attempt.span) }
      }
      return failed ? 0.45 : 0
    case "feas": return Feasibility.touchesHardConstraint(claim.rule, in: view) ? 0 : 0.60
    case "dead": return Feasibility.fitsDeadline(claim.rule, in: view) ? 0.30 : 0
    default: return 0
    }
  }

  private static func ratio(_ gap: Gap) -> Double {
    let (small, large) = (min(gap.now.value, gap.target.value), max(gap.now.value, gap.target.value))
    return small > 0 ? large / small : 0
  }

  /// The adverb for a degree of support; a key role filled only by a pack, or a cause that the author does not name, forces
  /// at least "probably".
  package static func hedge(_ confidence: Double, isSupposed: Bool) -> String {
    if confidence < 0.55 { return "possibly" }
    if confidence < 0.70 { return "perhaps" }
    return confidence < 0.80 || isSupposed ? "probably" : ""
  }

  static func logit(_ probability: Double) -> Double { logarithm(probability / (1 - probability)) }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
