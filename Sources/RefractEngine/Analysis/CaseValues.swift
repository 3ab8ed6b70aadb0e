/// What the paths of the rule language stand for in a problem.
extension CaseView {
  /// The value of a path that does not start with `it.`; nil if the case does not give it.
  ///
  /// - Parameter place: what the rule speaks of; a second situation must show somewhere else.
  package func value(_ path: RulePath, besides place: Span? = nil) -> SlotValue? {
    let (names, tail) = (path.names, path.tail)
    guard let head = names.first else { return nil }
    switch head {
    case "gap": return facts.gaps.first.flatMap { value(of: $0, tail) }
    case "series": return seriesValue(tail)
    case "attempts": return attemptsValue(tail)
    case "attempt":
      guard names.count == 3 else { return nil }
      return attempt(names[1]).flatMap { value(of: $0, names[2]) }
    case "trend":
      guard names.count == 3 else { return nil }
      return trend(names[1]).flatMap { value(of: $0, names[2]) }
    case "situation":
      guard names.count == 3 else { return nil }
      return situation(names[1], besides: place).flatMap { value(of: $0, names[2]) }
    case "cause": return facts.causes.first.flatMap { value(of: $0, tail) }
    case "pair": return pairValue(tail)
    case "stakeholder", "stakeholders": return stakeholderValue(tail, isList: head == "stakeholders")
    // `constraint` alone is the role, as in the theory of constraints.
    case "constraint" where !tail.isEmpty: return facts.constraints.first.map { words($0.span) }
    case "constraints": return constraintsValue(tail)
    case "option", "options": return optionValue(tail)
    case "share": return facts.shares.first.map { words(tail == "of" ? ($0.of ?? $0.span) : $0.span) }
    case "measure": return facts.measures.first.flatMap { value(of: $0, tail == "first" ? "span" : tail) }
    case "quote": return facts.quotes.first.map { words($0.words) }
    // "2 weeks" reads better inside a sentence than "must ship in 2 weeks".
    case "deadline": return facts.deadlines.map(\.span).min { $0.length < $1.length }.map { words($0) }
    case "ask": return facts.ask.map { words($0) }
    case "title": return SlotValue(problem.title)
    case "cases": return facts.caseNoun.map { words($0) }
    case _ where Reckoning.Kind(rawValue: head) != nil && !tail.isEmpty:
      return facts.reckonings.first { $0.kind.rawValue == head }.flatMap { value(of: $0, tail) }
    default: return derivationValue(path.text) ?? roles[path.text]?.value ?? paceValue(names)
    }
  }

  private func paceValue(_ names: [String]) -> SlotValue? {
    guard names.count == 2, names[1] == "pace" else { return nil }
    return roles[names[0]]?.pace.map { SlotValue($0, origin: .pack) }
  }

  private func trend(_ which: String) -> Trend? {
    switch which {
    case "worse": facts.trends.first { $0.isWorse == true }
    case "better": facts.trends.first { $0.isWorse == false }
    default: facts.trends.first
    }
  }

  private func derivationValue(_ path: String) -> SlotValue? {
    guard let index = facts.derivations.firstIndex(where: { $0.id == path }) else { return nil }
    let derivation = facts.derivations[index]
    return SlotValue(
      derivation.text, isPlural: derivation.value != 1, origin: .computed(index), spans: derivation.inputs)
  }

  package func value(of gap: Gap, _ part: String) -> SlotValue? {
    switch part {
    case "", "span": words(gap.span)
    case "now": figure(gap.now)
    case "target": figure(gap.target)
    case "baseline": gap.baseline.map { figure($0) }
    case "subject": gap.subject.map { words($0) }
    default: nil
    }
  }

  package func value(of contrast: Contrast, _ part: String) -> SlotValue? {
    switch part {
    case "", "span": words(contrast.span)
    case "high": figure(contrast.high.quantity)
    case "high.name": words(contrast.high.name)
    case "low": figure(contrast.low.quantity)
    case "low.name": words(contrast.low.name)
    case "ratio":
      facts.contrasts.firstIndex { $0.span == contrast.span }.flatMap { derivationValue("C\($0 + 1).ratio") }
    default: nil
    }
  }

  /// What a share leaves over, with its sum.
  package func rest(of share: Share) -> SlotValue? {
    facts.shares.firstIndex { $0.span == share.span }.flatMap { derivationValue("S\($0 + 1).rest") }
  }

  /// A quantity as the author wrote it.
  package func figure(_ quantity: Quantity) -> SlotValue {
    let text = Self.onOneLine(facts.text(quantity.span))
    return SlotValue(text, isPlural: quantity.value != 1, origin: .author(quantity.span), spans: [quantity.span])
  }

  package func value(of attempt: Attempt, _ part: String) -> SlotValue? {
    switch part {
    case "name":
      SlotValue(English.addressed(attempt.name), isPlural: English.looksPlural(attempt.name), spans: [attempt.label])
    case "label": words(attempt.label)
    case "outcome": attempt.outcome.map { words($0) }
    case "effect": attempt.effect.map { figure($0) }
    case "component": attempt.component.map { SlotValue($0, isPlural: English.looksPlural($0), origin: .pack) }
    case "leaves": attempt.leaves.map { SlotValue($0, isPlural: English.looksPlural($0), origin: .pack) }
    case "", "span", "clause": words(attempt.span)
    default: nil
    }
  }

  private func attemptsValue(_ part: String) -> SlotValue? {
    let all = facts.attempts
    switch part {
    case "count": return countValue(all.count)
    case "failed.count": return countValue(failedAttempts.count)
    case "list": return all.isEmpty ? nil : list(all.compactMap { value(of: $0, "name") })
    case "failed.list": return failedAttempts.isEmpty ? nil : list(failedAttempts.compactMap { value(of: $0, "name") })
    case "effects.list":
      let effects = all.compactMap { $0.effect.map { figure($0) } }
      return effects.count < 2 ? nil : list(effects)
    case "reached": return phrases(failedAttempts.map(\.component))
    case "unreached": return phrases(failedAttempts.map(\.leaves))
    case "labels.quotes": return quotes(all.map(\.label))
    case "quotes": return quotes(all.map(\.span))
    case "outcomes.quotes": return quotes(all.compactMap(\.outcome))
    case "failed.outcomes.quotes": return quotes(failedAttempts.compactMap(\.outcome))
    default: return nil
    }
  }

  /// Phrases of the catalogue about several attempts, each once; nil unless every attempt has one, and if there are more
  /// than three to a sentence.
  private func phrases(_ texts: [String?]) -> SlotValue? {
    var distinct: [String] = []
    for text in texts {
      guard let text else { return nil }
      if !distinct.contains(text) { distinct.append(text) }
    }
    guard !distinct.isEmpty, distinct.count <= 3 else { return nil }
    return list(distinct.map { SlotValue($0, isPlural: English.looksPlural($0), origin: .pack) })
  }

  private func countValue(_ count: Int) -> SlotValue? {
    count == 0 ? nil : SlotValue(English.count(count), isPlural: count != 1, count: count)
  }

  /// Several runs, each in quotation marks.
  package func quotes(_ spans: [Span]) -> SlotValue? {
    guard !spans.isEmpty else { return nil }
    let texts = spans.map { "\"" + Quotation.text(facts.text($0), limit: 70) + "\"" }
    return SlotValue(
      texts.count > 6 ? English.list(texts) : texts.joined(separator: ", "), isPlural: texts.count > 1, spans: spans,
      elements: texts, count: texts.count)
  }

  private func seriesValue(_ part: String) -> SlotValue? {
    guard let series = facts.series else { return nil }
    let tried = series.attempts.map { facts.attempts[$0] }
    switch part {
    case "":
      return seriesSentence.map { SlotValue($0) }
    case "list": return tried.isEmpty ? nil : list(tried.compactMap { $0.effect.map { figure($0) } })
    case "sentence":
      return seriesSentence.map {
        SlotValue($0, spans: tried.isEmpty ? series.claim.map { [$0] } ?? [] : tried.map(\.span))
      }
    case "claim": return series.claim.map { words($0) }
    case "peak.name": return tried.indices.contains(series.peak) ? value(of: tried[series.peak], "name") : nil
    case "peak.effect": return tried.indices.contains(series.peak) ? value(of: tried[series.peak], "effect") : nil
    case "tail": return tried.count < 3 ? nil : list(tried.suffix(2).compactMap { $0.effect.map { figure($0) } })
    case "count": return countValue(tried.count)
    default: return nil
    }
  }

  package func value(of match: SituationMatch, _ part: String) -> SlotValue? {
    switch part {
    case "clause", "span": words(match.clause)
    case "cue": words(Fragment.around(match.cue, in: match.clause, of: facts.document))
    default:
      match.captures.first { $0.name == part }.map { words($0.span) }.flatMap { Self.isPronoun($0.text) ? nil : $0 }
    }
  }

  package func value(of trend: Trend, _ part: String) -> SlotValue? {
    switch part {
    case "subject": trend.subject.map { words($0) }
    case "from": trend.from.map { figure($0) }
    case "to": trend.to.map { figure($0) }
    case "since": trend.since.map { words($0) }
    case "", "span", "clause": words(trend.span)
    default: nil
    }
  }

  package func value(of claim: CausalClaim, _ part: String) -> SlotValue? {
    switch part {
    case "cause": words(claim.cause)
    case "effect": claim.effect == claim.cause ? nil : words(claim.effect)
    default: words(claim.span)
    }
  }

  package func value(of measure: Measure, _ part: String) -> SlotValue? {
    switch part {
    case "subject": measure.subject.map { words($0) }
    case "quantity", "span": figure(measure.quantity)
    default: nil
    }
  }

  package func value(of party: Stakeholder, _ part: String) -> SlotValue? {
    switch part {
    case "name":
      SlotValue(
        English.addressed(English.loweredDeterminer(Self.onOneLine(facts.text(party.name)))),
        isPlural: English.looksPlural(facts.text(party.name)),
        origin: .author(party.name), spans: [party.name])
    case "want", "wants": party.wants.first.map { words($0) }
    case "because": party.because.map { words($0) }
    case "concern": party.concern.map { words($0) }
    default: words(party.span)
    }
  }

  private func pairValue(_ part: String) -> SlotValue? {
    guard let pair else { return nil }
    if part.hasPrefix("a.") { return value(of: pair.0, String(part.dropFirst(2))) }
    if part.hasPrefix("b.") { return value(of: pair.1, String(part.dropFirst(2))) }
    return nil
  }

  private func stakeholderValue(_ part: String, isList: Bool) -> SlotValue? {
    if isList {
      guard !facts.stakeholders.isEmpty else { return nil }
      return part == "count"
        ? countValue(facts.stakeholders.count) : list(facts.stakeholders.compactMap { value(of: $0, "name") })
    }
    let names = part.split(separator: ".").map(String.init)
    guard names.count == 2, names[0] == "first" else { return nil }
    return facts.stakeholders.first.flatMap { value(of: $0, names[1]) }
  }

  private func constraintsValue(_ part: String) -> SlotValue? {
    switch part {
    case "count": countValue(facts.constraints.count)
    case "list", "quotes": quotes(facts.constraints.map(\.span))
    default: nil
    }
  }

  private func optionValue(_ part: String) -> SlotValue? {
    switch part {
    case "list": words(facts.options.map(\.label))
    case "count": countValue(facts.options.count)
    case "first", "first.label": facts.options.first.map { words($0.label) }
    case "second", "second.label": facts.options.dropFirst().first.map { words($0.label) }
    default: nil
    }
  }
}
