/// The kinds of fact that can be underlined in a text; the names are those of the JSON of `refract facts`.
package enum FactKind: String, Sendable, CaseIterable {
  case quantity, measure, gap, target, benchmark, attempt, effect, deadline, duration, flow, trend, share, constraint
  case party, want, concern, conflict, option, cause, recurrence, uncertainty, emotion
  case skillGap = "skill-gap"
  case ask, technology, quote
}

/// One fact as it can be underlined: its kind, its place, and what was made of it.
package struct FactMark: Sendable {
  package var kind: FactKind
  package var span: Span
  /// What was read beyond the words, by name: the verdict of an attempt, the working days of a deadline.
  package var notes: [Note] = []

  package struct Note: Sendable, Equatable {
    package var name: String
    package var text: String
  }
}

extension Facts {
  /// Every fact that has a place, in reading order; equal places of one kind once.
  package var marks: [FactMark] {
    var list = MarkList(facts: self)
    list.addNumbers()
    list.addDeeds()
    list.addPeople()
    list.addVoices()
    return list.marks.stablySorted { ($0.span, $1.span.end) < ($1.span, $0.span.end) }
  }
}

/// The marks so far.
private struct MarkList {
  let facts: Facts
  private(set) var marks: [FactMark] = []
  private var known: Set<Key> = []

  private struct Key: Hashable {
    var kind: FactKind
    var span: Span
  }

  init(facts: Facts) { self.facts = facts }

  private mutating func add(_ kind: FactKind, _ span: Span?, _ notes: (String, String?)...) {
    guard let span, known.insert(Key(kind: kind, span: span)).inserted else { return }
    let notes = notes.compactMap { name, text in text.map { FactMark.Note(name: name, text: $0) } }
    marks.append(FactMark(kind: kind, span: span, notes: notes))
  }

  private func text(_ span: Span?) -> String? { span.map { CaseView.onOneLine(facts.text($0)) } }

  mutating func addNumbers() {
    for fact in facts.quantities where !isFactor(fact) {
      for span in amounts(fact) { add(.quantity, span, ("counts", text(fact.noun))) }
    }
    let compared = Set(facts.gaps.compactMap(\.subject) + facts.trends.compactMap(\.subject))
    for fact in facts.measures {
      if let subject = fact.subject, isNamed(fact) || compared.contains(subject) {
        add(.measure, subject, ("value", text(fact.quantity.span)), ("time", "\(fact.time)"))
      }
      if fact.time == .target { add(.target, fact.quantity.span) }
      if fact.time == .benchmark { add(.benchmark, fact.quantity.span) }
    }
    for fact in facts.gaps {
      add(.gap, fact.span, ("now", text(fact.now.span)), ("target", text(fact.target.span)))
      add(.measure, fact.subject)
    }
    for fact in facts.deadlines {
      add(
        .deadline, fact.span, ("working days", fact.workingDays.map { NumberText.string($0, decimals: 1) }),
        ("hard", fact.isHard ? "yes" : "no"), ("or else", text(fact.event)))
    }
    for fact in facts.durations {
      add(.duration, fact.quantity.span, ("kind", "\(fact.kind)"), ("of", text(fact.of)))
    }
    let moved = Set(facts.trends.flatMap { [$0.from?.span, $0.to?.span].compactMap(\.self) })
    for fact in facts.flows where isRhythm(fact.quantity.per) && !moved.contains(fact.quantity.span) {
      add(.flow, fact.quantity.span, ("direction", "\(fact.direction)"), ("by", text(fact.people?.span)))
    }
    for fact in facts.trends where !isEffect(fact.span) {
      add(
        .trend, fact.span, ("direction", fact.isRising ? "up" : "down"),
        ("worse", fact.isWorse.map { $0 ? "yes" : "no" }), ("since", text(fact.since)))
      add(.measure, fact.subject)
    }
    for fact in facts.shares where !isCounted(fact) { add(.share, fact.span, ("of", text(fact.of))) }
  }

  /// The number with what it counts, if that stands right behind it.
  private func whole(_ quantity: Quantity) -> Span {
    var span = quantity.span
    if let noun = quantity.noun, noun.field == span.field, noun.start >= span.end, noun.start - span.end <= 12 {
      span.end = noun.end
    }
    return span
  }

  /// "9 of 14 officers" holds two amounts.
  private func amounts(_ quantity: Quantity) -> [Span] {
    let words = text(quantity.span) ?? ""
    guard let parts = WholeParts.read(quantity, in: facts.document), parts.whole > 1,
      let of = words.utf8.firstRange(of: " of ".utf8), words.utf8.count == quantity.span.length
    else { return [whole(quantity)] }
    let first = words.utf8.distance(from: words.startIndex, to: of.lowerBound)
    let second = words.utf8.distance(from: words.startIndex, to: of.upperBound)
    var rest = whole(quantity)
    rest.start = quantity.span.start + second
    return [Span(field: rest.field, start: quantity.span.start, end: quantity.span.start + first), rest]
  }

  /// So many an hour or a shift; so many a head or a room is a ratio.
  private func isRhythm(_ period: Quantity.Unit?) -> Bool {
    guard let period else { return false }
    if case .other(let name) = period { return ["shift", "night", "session", "visit"].contains(name) }
    return period.isTime
  }

  /// "doubled" gives a factor and names no number.
  private func isFactor(_ quantity: Quantity) -> Bool {
    NumberWords.factors[WordKey((text(quantity.span) ?? "").lowercased())] != nil
  }

  /// "150 of 212 slips" counts; "seven of ten" and "one in five" tell a share.
  private func isCounted(_ share: Share) -> Bool {
    guard let parts = WholeParts.read(share.quantity, in: facts.document) else { return false }
    let words = text(share.quantity.span) ?? ""
    return words.contains(" of ") && !words.contains("out of") && ![5, 10, 20, 100, 1000].contains(parts.whole)
      && !(text(share.span) ?? "").contains(" of the ")
  }

  /// What came of a step is told by the step.
  private func isEffect(_ span: Span) -> Bool {
    facts.attempts.contains { $0.span.overlaps(span) || $0.outcome?.overlaps(span) == true }
  }

  /// A level by its name ("rate", "average age", "occupancy"), or the row of a table.
  private func isNamed(_ measure: Measure) -> Bool {
    guard let subject = measure.subject else { return false }
    if MetricUnits.isRow(facts.document.fields[subject.field].name) { return true }
    guard measure.time == .now, !isEffect(subject) else { return false }
    return Tokeniser.tokens(of: facts.text(subject)).contains {
      Self.levels.contains($0.key) || Self.levels.contains($0.stem)
    }
  }

  private static let levels: Set<WordKey> = WordBook.words("level_nouns")

  mutating func addDeeds() {
    for fact in facts.attempts {
      add(
        .attempt, fact.label, ("name", fact.name), ("verdict", fact.verdict.rawValue), ("kind", fact.intervention))
      add(.effect, fact.outcome ?? fact.effect?.span)
    }
    for fact in facts.constraints {
      add(
        .constraint, fact.span, ("kind", fact.kind.rawValue), ("hard", fact.isHard ? "yes" : "no"),
        ("touches", fact.touches.isEmpty ? nil : fact.touches.joined(separator: ", ")))
    }
    for fact in facts.options { add(.option, fact.label, ("for", text(fact.pro)), ("against", text(fact.con))) }
    for fact in facts.causes where !fact.isSequel {
      add(.cause, fact.cause, ("effect", text(fact.effect)), ("hedged", fact.isHedged ? "yes" : "no"))
    }
  }

  mutating func addPeople() {
    for fact in facts.stakeholders {
      add(.party, fact.name, ("power", fact.power.rawValue))
      for name in fact.mentions { add(.party, name, ("power", fact.power.rawValue)) }
      for want in fact.wants { add(.want, want, ("of", text(fact.name))) }
      add(fact.refuses ? .want : .concern, fact.concern, ("of", text(fact.name)))
      add(.concern, fact.because, ("of", text(fact.name)))
    }
    for fact in facts.conflicts where fact.isOpposed {
      add(.conflict, fact.span, ("one", text(fact.first)), ("other", text(fact.second)))
    }
  }

  mutating func addVoices() {
    for span in facts.recurrences { add(.recurrence, span) }
    for span in facts.doubts { add(.uncertainty, span) }
    for span in facts.emotions { add(.emotion, span) }
    for fact in facts.skillGaps { add(.skillGap, fact.span, ("skill", text(fact.skill))) }
    add(.ask, facts.ask)
    for fact in facts.technologies { add(.technology, fact.span, ("kind", fact.kind)) }
    for fact in facts.quotes { add(.quote, fact.words, ("speaker", text(fact.speaker))) }
  }
}
