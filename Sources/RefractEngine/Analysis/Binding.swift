/// The thing that a rule speaks of.
package enum Binding: Sendable {
  case situation(SituationMatch)
  case attempt(Attempt)
  case gap(Gap)
  case trend(Trend)
  case cause(CausalClaim)
  case pair(Stakeholder, Stakeholder)
  case constraint(Constraint)
  case option(Choice)
  case share(Share)
  case contrast(Contrast)
  case flow(Flow)
  case duration(Duration)
  case quote(Quote)
  case deadline(Deadline)
  case measure(Measure)
  case reckoning(Reckoning)
  /// Values that the synthesis hands to a phrase.
  case given([String: SlotValue])

  /// The run that shows it, for evidence and against repeating oneself.
  package var span: Span {
    switch self {
    case .situation(let match): match.clause
    case .attempt(let attempt): attempt.span
    case .gap(let gap): gap.span
    case .trend(let trend): trend.span
    case .cause(let claim): claim.span
    case .pair(let first, _): first.span
    case .constraint(let constraint): constraint.span
    case .option(let option): option.label
    case .share(let share): share.span
    case .contrast(let contrast): contrast.span
    case .flow(let flow): flow.span
    case .duration(let duration): duration.quantity.span
    case .quote(let quote): quote.words
    case .deadline(let deadline): deadline.span
    case .measure(let measure): measure.quantity.span
    case .reckoning(let reckoning): reckoning.span
    case .given: Span(field: 0, start: 0, end: 0)
    }
  }

  /// ``span``, or nil for values that the program hands over.
  package var place: Span? {
    if case .given = self { nil } else { span }
  }

  /// How firmly the text states it, 0 to 1.
  package var strength: Double {
    switch self {
    case .situation(let match): match.strength
    case .cause(let claim): claim.isHedged ? 0.5 : 1
    default: 1
    }
  }

  /// The value of `it.<part>`.
  package func value(_ part: String, in view: CaseView) -> SlotValue? {
    switch self {
    case .situation(let match): return view.value(of: match, part)
    case .attempt(let attempt): return view.value(of: attempt, part)
    case .gap(let gap): return view.value(of: gap, part)
    case .trend(let trend): return view.value(of: trend, part)
    case .cause(let claim): return view.value(of: claim, part)
    case .measure(let measure): return view.value(of: measure, part)
    case .reckoning(let reckoning): return view.value(of: reckoning, part)
    case .given(let values): return values[part]
    case .constraint, .deadline: return view.words(span)
    case .pair(let first, let second):
      if part.hasPrefix("a.") { return view.value(of: first, String(part.dropFirst(2))) }
      if part.hasPrefix("b.") { return view.value(of: second, String(part.dropFirst(2))) }
      return nil
    case .option(let option):
      let place: Span? =
        switch part {
        case "pro": option.pro
        case "con": option.con
        case "cost": option.cost?.span
        case "time": option.time?.span
        default: option.label
        }
      return place.map { view.words($0) }
    case .contrast(let contrast): return view.value(of: contrast, part)
    case .share(let share):
      if part == "rest" { return view.rest(of: share) }
      if part == "clause" { return view.words(view.facts.document.clause(of: share.span)) }
      return part == "quantity"
        ? view.figure(share.quantity) : (part == "of" ? share.of : share.span).map { view.words($0) }
    case .flow(let flow): return part == "quantity" ? view.figure(flow.quantity) : view.words(flow.span)
    case .duration(let duration):
      return part == "of" ? duration.of.map { view.words($0) } : view.figure(duration.quantity)
    case .quote(let quote): return part == "speaker" ? quote.speaker.map { view.words($0) } : view.words(quote.words)
    }
  }

  /// Everything of the kind that a rule may be about, best first.
  package static func candidates(for about: Rule.About, in view: CaseView) -> [Binding] {
    let facts = view.facts
    switch about {
    case .situation(let ids):
      return ids.flatMap { id in
        facts.situations.filter { $0.situation == id }
          .sorted { ($0.strength, $0.captures.count) > ($1.strength, $1.captures.count) }
          .prefix(2).map(Binding.situation)
      }
    case .attempt(let which):
      if which == "any" { return facts.attempts.map(Binding.attempt) }
      return view.attempt(which).map { [.attempt($0)] } ?? []
    case .gap: return facts.gaps.map(Binding.gap)
    case .cause: return facts.causes.sorted { !$0.isHedged && $1.isHedged }.map(Binding.cause)
    case .pair: return view.pair.map { [.pair($0.0, $0.1)] } ?? []
    case .option: return facts.options.map(Binding.option)
    case .share(let which):
      return facts.shares.filter { which == "any" || $0.isLarge }
        .stablySorted { which == "large" && $0.quantity.value > $1.quantity.value }.map(Binding.share)
    case .contrast: return facts.contrasts.map(Binding.contrast)
    case .reckoning(let kind): return facts.reckonings.filter { $0.kind == kind }.map(Binding.reckoning)
    case .flow: return facts.flows.map(Binding.flow)
    case .quote: return facts.quotes.map(Binding.quote)
    case .deadline: return facts.deadlines.map(Binding.deadline)
    case .measure: return facts.measures.map(Binding.measure)
    case .trend(let which):
      return facts.trends.filter { which == "any" || $0.isWorse == (which == "worse") }.map(Binding.trend)
    case .constraint(let which):
      return facts.constraints.filter { which == "any" || $0.isHard == (which == "hard") }.map(Binding.constraint)
    case .duration(let which):
      let kinds: [String: Duration.Kind] = ["effort": .effort, "age": .age, "spent": .spent, "waiting": .waiting]
      return facts.durations.filter { which == "any" || $0.kind == kinds[which] }.map(Binding.duration)
    }
  }
}
