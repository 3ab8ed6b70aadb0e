/// The signals that follow from facts alone (catalogue, section 0.3); each with the places it follows from.
struct StructuralSignals {
  let facts: Facts
  let reading: Reading

  func all() -> [(String, [Span])] {
    let facts = facts
    let failed = facts.attempts.filter { [.none, .sideEffect, .worse].contains($0.verdict) }
    let worse = facts.attempts.filter { $0.verdict == .worse }
    let positions = facts.conflicts.filter { $0.kind == .positions }
    let resources = facts.conflicts.filter { $0.kind == .resource }
    let money = facts.constraints.filter { $0.touches.contains("money") && $0.kind != .require }
    let bans = facts.constraints.filter { $0.kind == .prohibit && $0.isHard }
    let doubts = facts.doubts
    return [
      ("PLATEAU", plateau()),
      ("MANY_ATTEMPTS", facts.attempts.count >= 3 ? facts.attempts.map(\.span) : []),
      ("FAILED_ATTEMPTS", failed.count >= 2 ? failed.map { $0.outcome ?? $0.span } : []),
      ("BACKFIRE", worse.map { $0.outcome ?? $0.span }),
      ("GAP", facts.gaps.map(\.span)),
      ("BIG_GAP", facts.gaps.filter(isBig).map(\.span)),
      ("DECLINE", facts.trends.filter { $0.isWorse == true }.map(\.span)),
      ("GROWTH", facts.trends.filter { $0.isRising && $0.isWorse != true }.map(\.span)),
      ("RECUR", facts.recurrences),
      ("EITHER_OR", facts.conflicts.filter { $0.kind == .eitherOr }.map(\.span) + pairOfOptions()),
      ("MANY_OPTIONS", facts.options.count >= 3 ? facts.options.map(\.label) : []),
      ("STAKE_CONFLICT", positions.map(\.span)),
      ("DEADLINE", facts.deadlines.map(\.span) + deadlineField()),
      ("OVERLOAD", resources.map(\.span)),
      ("BUDGET", money.map(\.span)),
      ("PROHIBIT", bans.map(\.span)),
      ("SKILLGAP", facts.skillGaps.map(\.span)),
      ("MANY_INSTANCES", instances()),
      ("FLOW", facts.flows.map(\.span)),
      ("SHARES", (facts.shares.count >= 2 ? facts.shares : facts.shares.filter(\.isLarge)).map(\.span)),
      ("SEGMENTS", facts.contrasts.map(\.span)),
      ("BENCH", facts.measures.filter { $0.time == .benchmark }.map(\.quantity.span)),
      ("FORECAST", facts.measures.filter { $0.time == .forecast }.map(\.quantity.span)),
      ("UNKNOWN", doubts.count >= 2 ? doubts : []),
      ("WHY", whyQuestions()),
    ]
  }

  private func plateau() -> [Span] {
    guard let series = facts.series, series.verdict != .none else { return [] }
    return [series.claim].compactMap(\.self) + series.attempts.compactMap { facts.attempts[safe: $0]?.span }
  }

  /// The target asks for a factor of two, or for a change of two fifths.
  private func isBig(_ gap: Gap) -> Bool {
    let now = gap.now.value
    let target = gap.target.value
    guard now != 0 else { return target != 0 }
    let ratio = target / now
    return ratio >= 2 || ratio <= 0.6 || abs(target - now) / abs(now) >= 0.4
  }

  private func pairOfOptions() -> [Span] { facts.options.count == 2 ? facts.options.map(\.label) : [] }

  private func deadlineField() -> [Span] {
    guard facts.deadlines.isEmpty, let field = facts.document.fields.firstIndex(where: { $0.name == "deadline" }) else {
      return []
    }
    return [Clip.span(facts.document.tokens[field].indices, field: field, in: facts.document)].compactMap(\.self)
  }

  /// Twenty or more of something that is reported one by one.
  private func instances() -> [Span] {
    facts.quantities.filter { quantity in
      guard quantity.unit == .count, quantity.value >= 20 || quantity.isOpenEnded, let noun = quantity.noun else {
        return false
      }
      return Tokeniser.tokens(of: facts.text(noun)).contains {
        Self.instanceNouns.contains($0.stem) || Self.instanceNouns.contains($0.key)
      }
    }.map(\.span)
  }

  private static let instanceNouns: Set<WordKey> = [
    "issue", "bug", "ticket", "request", "finding", "defect", "complaint", "alert", "question", "error", "item", "call",
    "email", "fault", "incident", "case", "application", "vulnerability", "violation", "claim", "report", "repair",
    "grievance", "query", "queries", "letter", "suggestion", "mistake", "warning", "injury", "injuries", "cancellation",
    "issu", "cas",
  ]

  /// A question that starts with "why", or one that asks what is wrong.
  private func whyQuestions() -> [Span] {
    let document = facts.document
    return document.sentences.prefix(4000).compactMap { sentence in
      let tokens = document.tokens[sentence.field]
      guard tokens[sentence.tokens.upperBound - 1].key == "?", CueScope.isRead(document.fields[sentence.field].name)
      else {
        return nil
      }
      let words = tokens[sentence.tokens].prefix(30).map(\.key)
      let asksWhy =
        words.contains("why") || words.contains("missing") || words.contains("cause") || words.contains("wrong")
      return asksWhy ? Clip.span(sentence.tokens, field: sentence.field, in: document) : nil
    }.prefix(5).map(\.self)
  }
}
