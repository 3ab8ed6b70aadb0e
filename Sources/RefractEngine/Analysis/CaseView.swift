/// A problem as the rules see it: what each path of the rule language stands for, without the thing a rule is about.
package struct CaseView: Sendable {
  @Shared package var problem: Problem
  @Shared package var facts: Facts
  package var roles: [String: RoleFill]
  /// Ids of the domain packs in use, best first; at most two.
  package var packs: [DomainPack]
  package var facet: DomainPack.Facet?
  /// The archetypes of the problem, best first; at most two.
  package var archetypes: [Archetype]
  /// Where the catalogue's cues were found, by the cue as written.
  package var cuePlaces: [String: [Span]]
  /// Set if no report is to be made of this text.
  package var outside: ScopeRule?
  /// What the order test says, as a clause.
  package var seriesSentence: String?
  /// Hash of the problem's function words, which picks surface forms: it tells texts apart, and stays when a figure or a
  /// name is changed, so that such a change moves only the sentences that use it.
  package var textHash: UInt64
  /// Strength of each signal and situation that shows.
  private let strengths: [String: Double]
  /// What stands out in the case, for ``Claim/coverage``.
  let salience: [Salience.Item]
  let topicality: Topicality
  /// Anybody besides the author is told of: a party, or a word for people.
  let tellsOfPeople: Bool
  /// Working days to the first deadline, if known.
  package var daysLeft: Double? { facts.deadlines.compactMap(\.workingDays).min() }

  /// A case whose packs, archetypes and roles are still to be found.
  package init(problem: Problem, facts: Facts, cuePlaces: [String: [Span]] = [:]) {
    self.problem = problem
    self.facts = facts
    roles = [:]
    packs = []
    archetypes = []
    self.cuePlaces = cuePlaces
    textHash = 0
    strengths = Salience.strengths(in: facts)
    salience = Salience.present(in: facts, strengths: strengths)
    topicality = Topicality(title: problem.title)
    tellsOfPeople =
      !facts.stakeholders.isEmpty
      || facts.document.tokens.contains { field in
        field.contains { Self.people.contains($0.key) || PartyWords.roles.contains($0.key) }
      }
    // Added up, so that the order of limits or parties does not matter.
    for field in facts.document.tokens {
      var hasher = FNV1a()
      for token in field where WordLists.function.contains(token.key) {
        withUnsafeBytes(of: token.key.hash.littleEndian) { for byte in $0 { hasher.add(byte) } }
      }
      textHash &+= hasher.value
    }
  }

  /// What fills a role, and how sure that is.
  package struct RoleFill: Sendable {
    package var value: SlotValue
    package var isFromPack: Bool
    package var pace: String?
  }

  /// Strength of a signal or of a situation, 0 to 1.
  package func strength(_ name: String) -> Double { strengths[name] ?? 0 }

  /// Where a signal or situation shows.
  package func spans(_ name: String) -> [Span] {
    if let signal = facts.signals.first(where: { $0.name == name }) { return signal.spans }
    return facts.situations.filter { $0.situation == name }.map(\.clause)
  }

  /// The best clause of a situation: strongest, then richest in captures, then first.
  ///
  /// - Parameter place: a run that is spoken of already; a second fact has to stand elsewhere.
  package func situation(_ id: String, besides place: Span? = nil) -> SituationMatch? {
    var best: SituationMatch?
    for match in facts.situations where match.situation == id && place?.overlaps(match.clause) != true {
      guard let current = best else {
        best = match
        continue
      }
      if (match.strength, match.captures.count) > (current.strength, current.captures.count) { best = match }
    }
    return best
  }

  /// The author's words at a place, outside quotation marks, turned to the reader's side.
  package func words(_ span: Span) -> SlotValue {
    let line = Self.onOneLine(facts.text(span))
    let text = English.addressed(isName(span) ? line : English.lowered(line))
    let phrase = facts.nounPhrases.first { $0.span == span || $0.withArticle == span }
    return SlotValue(
      text, isPlural: phrase?.isPlural ?? English.looksPlural(text), origin: .author(span), spans: [span],
      bare: phrase.map { English.addressed(Self.onOneLine(facts.text($0.span))) })
  }

  /// A capital letter in the middle of a sentence makes a name: "only Tomasz still understands".
  private func isName(_ span: Span) -> Bool {
    let document = facts.document
    guard document.fields[span.field].name != "title", let number = document.index.sentence(of: span) else {
      return false
    }
    let line = document.lines[number]
    let first = line.range(of: span).lowerBound
    return first > 0 && line.isCapitalised(first) && line.isWord(first - 1) && !line.isCapitalised(first - 1)
  }

  /// The author's words as a list, without doubles.
  package func words(_ spans: [Span]) -> SlotValue? {
    guard !spans.isEmpty else { return nil }
    return list(spans.map { words($0) })
  }

  package func list(_ values: [SlotValue]) -> SlotValue {
    let texts = values.map(\.text)
    return SlotValue(
      English.list(texts), isPlural: texts.count > 1 || values.first?.isPlural == true, spans: values.flatMap(\.spans),
      elements: texts, count: texts.count)
  }

  package static func onOneLine(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isBlank = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        isBlank = true
      } else {
        if isBlank, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        isBlank = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// "nobody is paid" names nobody.
  static func isPronoun(_ text: String) -> Bool {
    let words: Set<String> = [
      "it", "they", "them", "he", "she", "you", "this", "that", "these", "those", "nobody", "no one", "everyone",
      "everybody", "anyone", "anybody", "someone", "somebody", "whoever", "who", "which", "what", "something",
      "nothing", "everything", "one", "some", "others", "all", "none", "most", "many", "there", "half", "each",
      "people", "things",
    ]
    return words.contains(text.lowercased())
  }

  /// How many of a countable path there are.
  package func count(_ path: String) -> Int? {
    switch path {
    case "attempts", "attempts.count": facts.attempts.count
    case "attempts.failed", "attempts.failed.count": failedAttempts.count
    case "attempts.measured": facts.attempts.count { $0.effect != nil }
    case "stakeholders": facts.stakeholders.count
    case "constraints": facts.constraints.count
    case "constraints.hard": facts.constraints.count(where: \.isHard)
    case "options": facts.options.count
    case "quotes": facts.quotes.count
    case "causes": facts.causes.count
    case "trends": facts.trends.count
    case "deadlines": facts.deadlines.count
    case "situations": facts.situations.count
    case "shares": facts.shares.count
    case "contrasts": facts.contrasts.count
    case "reckonings": facts.reckonings.count
    default: nil
    }
  }

  package var failedAttempts: [Attempt] {
    facts.attempts.filter { [.none, .sideEffect, .worse].contains($0.verdict) }
  }

  /// Attempts selected by the words of the rule language: a verdict, or a place in the series.
  package func attempt(_ which: String) -> Attempt? {
    switch which {
    case "any", "first": facts.attempts.first
    case "last": facts.attempts.last
    case "best":
      facts.attempts.filter { $0.effect != nil }.max { abs($0.effect?.value ?? 0) < abs($1.effect?.value ?? 0) }
    case "failed": failedAttempts.first
    case "mark":
      facts.attempts.first { ($0.verdict == .worse || $0.verdict == .sideEffect) && setsMark($0) }
    default: facts.attempts.first { $0.verdict.rawValue == which }
    }
  }

  /// A target, a quota, a bonus, or anything with a figure that people are held to.
  private func setsMark(_ attempt: Attempt) -> Bool {
    Tokeniser.tokens(of: facts.text(attempt.label)).contains {
      $0.kind == .number || Self.marks.contains($0.key) || Self.marks.contains($0.stem)
    }
  }

  private static let marks = WordBook.words("mark_nouns")

  private static let people: Set<WordKey> = [
    "people", "everybody", "everyone", "nobody", "we", "us", "team", "colleague",
  ]

  /// Two parties who want different things: the author's conflict if it names them, else the first two with wants.
  package var pair: (Stakeholder, Stakeholder)? {
    let wanting = facts.stakeholders.filter { !$0.wants.isEmpty }
    guard wanting.count >= 2 else { return nil }
    return (wanting[0], wanting[1])
  }

  package var worstTrend: Trend? {
    facts.trends.first { $0.isWorse == true } ?? facts.trends.first { $0.isWorse == nil }
  }
}
