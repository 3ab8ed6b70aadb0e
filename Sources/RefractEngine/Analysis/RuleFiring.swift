/// A belief that a rule can state about the case, before lenses are chosen.
package struct Claim: Sendable {
  @Shared package var lens: LensDefinition
  @Shared package var rule: Rule
  package var binding: Binding?
  package var belief: RenderedText
  package var reasoning: RenderedText
  package var grounds: RenderedText
  package var confidence: Double
  /// 1 to 4, see ``Confidence/level(quotations:numbers:)``.
  package var level: Int
  /// Share of the case's salience that it would explain, 0 to 1.
  package var coverage: Double
  /// How exactly the author's words name what the rule speaks of, 0 to 1.
  package var exactness = 1.0
  /// How near what the rule speaks of is to what the text is about, see ``Topicality``.
  package var topicality = 1.0

  /// All places that it rests on, in reading order.
  package var evidenceSpans: [Span] {
    var spans: [Span] = []
    for span in grounds.spans + belief.quoted + reasoning.quoted where !spans.contains(span) { spans.append(span) }
    return spans.sorted()
  }

  /// Indices of the derivations that its texts print.
  var toldSums: [Int] { belief.derivations + reasoning.derivations + grounds.derivations }
}

/// Fires rules on a case.
package struct RuleFiring: Sendable {
  package var view: CaseView

  package init(view: CaseView) { self.view = view }

  /// Everything that a lens can say, strongest first; ties keep the catalogue's order.
  package func claims(of lens: LensDefinition) -> [Claim] {
    var claims: [Claim] = []
    for rule in lens.rules where holds(rule.when) && !rule.unless.contains(where: { holds($0) }) {
      if let claim = claim(of: rule, lens: lens) { claims.append(claim) }
    }
    return claims.stablySorted { $0.weight > $1.weight }
  }

  /// The first thing spoken of and the first variant whose slots are all filled.
  private func claim(of rule: Rule, lens: LensDefinition) -> Claim? {
    guard let about = rule.about else { return claim(of: rule, lens: lens, binding: nil) }
    for binding in Binding.candidates(for: about, in: view) {
      if let claim = claim(of: rule, lens: lens, binding: binding) { return claim }
    }
    return nil
  }

  private func claim(of rule: Rule, lens: LensDefinition, binding: Binding?) -> Claim? {
    for variant in rule.say {
      if let (claim, belief, reasoning) = claim(of: rule, variant, lens: lens, binding: binding) {
        let isSupposed = claim.belief.packRoles > 0 || CausalGuard.needsHedge(claim.belief.text, view.facts)
        let hedge = Confidence.hedge(claim.confidence, isSupposed: isSupposed)
        return hedge.isEmpty ? claim : hedged(claim, belief, reasoning, hedge)
      }
    }
    return nil
  }

  /// A claim with the forms of its belief and its reasoning.
  private func claim(
    of rule: Rule, _ variant: Rule.Variant, lens: LensDefinition, binding: Binding?
  ) -> (Claim, belief: Template, reasoning: Template)? {
    var renderer = TemplateRenderer(view: view, binding: binding)
    guard let belief = renderOwn(variant.belief, rule.key + ".belief", &renderer),
      let reasoning = render(variant.because, rule.key + ".because", &renderer)
    else { return nil }
    renderer.toldSums = []
    guard let grounds = render(variant.grounds, rule.key + ".grounds", &renderer)?.text, !grounds.spans.isEmpty else {
      return nil
    }
    var claim = Claim(
      lens: lens, rule: rule, binding: binding, belief: belief.text, reasoning: reasoning.text, grounds: grounds,
      confidence: 0, level: 1, coverage: coverage(of: rule))
    (claim.confidence, claim.level) = Confidence.assess(claim, in: view)
    claim.exactness = exactness(of: binding)
    if let place = binding?.place ?? claim.evidenceSpans.first {
      claim.topicality = view.topicality.factor(of: place, in: view.facts.document)
    }
    return (claim, belief.form, reasoning.form)
  }

  /// The same claim with its adverb: in the same forms, on the same grounds.
  private func hedged(_ claim: Claim, _ belief: Template, _ reasoning: Template, _ hedge: String) -> Claim {
    guard belief.hasHedge || reasoning.hasHedge else { return claim }
    var renderer = TemplateRenderer(view: view, binding: claim.binding)
    renderer.hedge = hedge
    var hedged = claim
    if let belief = renderer.render(belief), let reasoning = renderer.render(reasoning) {
      (hedged.belief, hedged.reasoning) = (belief, reasoning)
    }
    return hedged
  }

  private typealias Filled = (text: RenderedText, form: Template)

  /// One of the forms, picked by the problem's hash; if it cannot be filled, the next one.
  private func render(_ forms: [Template], _ key: String, _ renderer: inout TemplateRenderer) -> Filled? {
    guard !forms.isEmpty else { return nil }
    let first = Choosing.index(of: forms.count, textHash: view.textHash, key: key)
    for offset in forms.indices {
      let form = forms[(first + offset) % forms.count]
      if let text = renderer.render(form) { return (text, form) }
    }
    return nil
  }

  /// The form that says most in the author's own words and figures; among equals one picked by the problem's hash.
  private func renderOwn(_ forms: [Template], _ key: String, _ renderer: inout TemplateRenderer) -> Filled? {
    let told = renderer.toldSums
    var best: (filled: Filled, told: Set<Int>)?
    let first = forms.isEmpty ? 0 : Choosing.index(of: forms.count, textHash: view.textHash, key: key)
    for offset in forms.indices {
      renderer.toldSums = told
      let form = forms[(first + offset) % forms.count]
      guard let text = renderer.render(form) else { continue }
      if best.map({ $0.filled.text.ownership < text.ownership }) ?? true {
        best = ((text, form), renderer.toldSums)
        // No other form can say more.
        if text.ownership == 1 { break }
      }
    }
    renderer.toldSums = best?.told ?? told
    return best?.filled
  }

  /// How exactly the author's words name what the rule speaks of: two words ("error rate") name many things, five few.
  private func exactness(of binding: Binding?) -> Double {
    guard case .situation(let match) = binding else { return 1 }
    let words = view.facts.text(match.cue).split { $0.isWhitespace || $0 == "-" }.count
    return words <= 2 ? 0.65 : 1
  }

  private func coverage(of rule: Rule) -> Double {
    let all = view.salience
    let total = all.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 0 }
    return all.filter { rule.explains.contains($0.name) }.reduce(0) { $0 + $1.weight } / total
  }

  package func holds(_ conditions: [Condition]) -> Bool { conditions.allSatisfy { holds($0) } }

  /// A test whose facts are missing does not hold.
  package func holds(_ condition: Condition) -> Bool { condition.alternatives.contains { holds($0) } }

  private func holds(_ test: Condition.Test) -> Bool {
    switch test {
    case .filled(let path): return view.value(path) != nil
    case .role(let role): return view.roles[role] != nil
    case .signal(let name): return view.strength(name) > 0
    case .situation(let id): return view.situation(id) != nil
    case .pack(let id): return view.packs.contains { $0.id == id }
    case .archetype(let id): return view.archetypes.contains { $0.id == id }
    case .seriesFalls:
      return view.facts.series?.verdict == .peakedThenFell || view.facts.series?.verdict == .falling
    case .count(let path, let comparison, let bound):
      guard let count = view.count(path) else { return false }
      switch comparison {
      case .atLeast: return count >= bound
      case .atMost: return count <= bound
      case .equal: return count == bound
      case .above: return count > bound
      case .below: return count < bound
      }
    }
  }
}

extension Claim {
  /// What the claim is worth to a report: support times what it explains, less if its sentence could stand in any report.
  package var weight: Double {
    confidence * (0.5 + coverage) * (0.6 + 0.1 * Double(level)) * belief.ownership * exactness
  }
}

/// Picks one of several forms by the problem's text, so that reports differ and runs do not.
package enum Choosing {
  package static func index(of count: Int, textHash: UInt64, key: String) -> Int {
    guard count > 1 else { return 0 }
    var hasher = FNV1a()
    for shift in stride(from: 0, to: 64, by: 8) { hasher.add(UInt8(truncatingIfNeeded: textHash >> UInt64(shift))) }
    hasher.add(key)
    // The low bits of FNV-1a depend on few bytes; fold the high half in.
    return Int((hasher.value ^ (hasher.value >> 32)) % UInt64(count))
  }
}

/// What stands out in a case, and how much: the facts that a root cause should account for.
package enum Salience {
  package struct Item: Sendable {
    package var name: String
    package var weight: Double
  }

  /// Strength of each signal and situation that shows; a signal goes before a situation of its name.
  static func strengths(in facts: Facts) -> [String: Double] {
    var strengths: [String: Double] = [:]
    for match in facts.situations { strengths[match.situation] = max(strengths[match.situation] ?? 0, match.strength) }
    for signal in facts.signals.reversed() { strengths[signal.name] = signal.strength }
    return strengths
  }

  /// Signals and situations that the text gives, with a base weight by kind times their strength.
  static func present(in facts: Facts, strengths: [String: Double]) -> [Item] {
    var items = facts.signals.map { Item(name: $0.name, weight: (base[$0.name] ?? 0.4) * $0.strength) }
    var seen: Set<String> = []
    for match in facts.situations where seen.insert(match.situation).inserted {
      items.append(Item(name: match.situation, weight: 0.5 * (strengths[match.situation] ?? 0)))
    }
    return items
  }

  /// Base weights, after the list of the design: gap .8, attempts and deadlines .7, trends and recurrence .6, …
  private static let base: [String: Double] = [
    "GAP": 0.8, "BIG_GAP": 0.4, "PLATEAU": 0.8, "MANY_ATTEMPTS": 0.7, "FAILED_ATTEMPTS": 0.7, "BACKFIRE": 0.7,
    "DEADLINE": 0.4, "STAKE_CONFLICT": 0.7, "EITHER_OR": 0.7, "RECUR": 0.6, "DECLINE": 0.6, "GROWTH": 0.5,
    "QUEUE": 0.6, "INCIDENT": 0.6, "CHURN": 0.6, "INCENTIVE": 0.6, "PROXY": 0.5, "UNKNOWN": 0.4, "BUDGET": 0.3,
    "PROHIBIT": 0.3,
  ]
}
