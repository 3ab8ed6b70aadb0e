/// Attempts told in prose: lists, blocks, arrows, runs, concessives and history verbs, in this order; what one has read the
/// next does not read again.
struct AttemptProse {
  let reading: Reading
  let quantities: QuantityIndex
  let sections: [Section]
  private(set) var drafts: [AttemptDraft] = []
  /// Deeds that count only beside others.
  private var pending: [AttemptDraft] = []
  /// Sentences that an earlier recogniser has read.
  private var read: Set<Int> = []

  init(reading: Reading, quantities: QuantityIndex, sections: [Section]) {
    self.reading = reading
    self.quantities = quantities
    self.sections = sections
  }

  var document: Document { reading.document }

  mutating func run() -> [AttemptDraft] {
    for index in document.sentences.indices where isProse(index) {
      let before = drafts.count
      if sections[index] != .options, sections[index] != .constraints, sections[index] != .stakeholders {
        block(index)
        if drafts.count == before { listItem(index) }
        if drafts.count == before { drafts += AttemptFrames(reading: reading, sections: sections).behindMark(index) }
        if drafts.count == before { triedRun(index) }
        if drafts.count == before { bracketRun(index) }
        if drafts.count == before { arrow(index) }
        if drafts.count == before { concessive(index) }
        if drafts.count == before { drafts += AttemptFrames(reading: reading, sections: sections).drafts(in: index) }
        if drafts.count == before { history(index) }
      }
      if drafts.count > before {
        for number in before..<drafts.count { drafts[number].sentence = index }
        read.insert(index)
        settleShared(from: before, sentence: index)
      }
    }
    AttemptSequel(reading: reading, sections: sections, read: read).settle(&drafts, pending: pending)
    for number in drafts.indices {
      drafts[number].closeBracket(in: document)
      takeOwnEffect(number)
    }
    return drafts.stablySorted { ($0.field, $0.label.lowerBound) < ($1.field, $1.label.lowerBound) }
  }

  private func isProse(_ index: Int) -> Bool {
    guard !read.contains(index) else { return false }
    let name = document.fields[document.sentences[index].field].name
    return name == "problem" || name.hasPrefix("context")
  }

  mutating func append(
    _ field: Int, _ item: Range<Int>, _ strength: AttemptDraft.Strength, outcome: Range<Int>? = nil
  ) {
    guard let (label, ownOutcome) = AttemptItem(reading: reading, field: field).split(item), isLabel(label, field)
    else {
      return
    }
    drafts.append(
      AttemptDraft(field: field, label: label, outcome: ownOutcome ?? outcome, strength: strength))
  }

  /// A label has a word of content and does not start as a clause about somebody else.
  private func isLabel(_ range: Range<Int>, _ field: Int) -> Bool {
    let tokens = document.tokens[field]
    guard range.count <= 30 else { return false }
    if range.count == 1, Self.empty.contains(tokens[range.lowerBound].key) { return false }
    // "tried an app, Jobber it was called": put in, no further item.
    if zip(range, range.dropFirst()).contains(where: {
      ["it", "they", "he", "she"].contains(tokens[$0.0].key) && reading.classes[field][$0.1] == .auxiliary
    }) {
      return false
    }
    return range.contains { index in
      switch reading.classes[field][index] {
      case .noun, .properNoun, .verb, .participle, .adjective: true
      default: tokens[index].kind == .word && range.count <= 2
      }
    }
  }

  private static let empty: Set<WordKey> = [
    "it", "this", "that", "everything", "things", "hard", "again", "etc", "more", "result", "outcome", "problem",
    "nothing", "nobody",
  ]

  /// `Attempt 2: Better tools` and a line `Result: tool sprawl` below.
  private mutating func block(_ index: Int) {
    let sentence = document.sentences[index]
    let tokens = document.tokens[sentence.field]
    var start = sentence.tokens.lowerBound
    while start < sentence.tokens.upperBound, tokens[start].kind != .word { start += 1 }
    guard start + 2 < sentence.tokens.upperBound, ["attempt", "try", "experiment"].contains(tokens[start].key),
      tokens[start + 1].kind == .number || WordLists.numberWords.contains(tokens[start + 1].key),
      [":", "-", "–", "—", "."].contains(tokens[start + 2].key) || tokens[start + 2].isCapitalised
    else { return }
    var outcome: Range<Int>?
    for next in index + 1..<min(index + 4, document.sentences.count)
    where document.sentences[next].field == sentence.field {
      let line = document.sentences[next]
      let key = tokens[line.tokens.lowerBound].key
      if ["attempt", "try", "experiment"].contains(key) { break }
      if ["result", "results", "outcome", "effect"].contains(key), line.tokens.count > 2 {
        outcome = line.tokens.lowerBound + 1..<line.tokens.upperBound
        read.insert(next)
        break
      }
    }
    append(sentence.field, start..<sentence.tokens.upperBound, .plain, outcome: outcome)
  }

  private mutating func listItem(_ index: Int) {
    let sentence = document.sentences[index]
    guard sections[index] == .attempts, sentence.isListItem, !AttemptSections.isTitle(index, in: document) else {
      return
    }
    let tokens = document.tokens[sentence.field]
    guard tokens[sentence.tokens.upperBound - 1].key != ":" else { return }
    append(sentence.field, sentence.tokens, .plain)
  }

  /// `tried X, Y and Z`, `despite trying …`, `Tried 5 optimizations: …`.
  private mutating func triedRun(_ index: Int) {
    let sentence = document.sentences[index]
    let tokens = document.tokens[sentence.field]
    let field = sentence.field
    if let start = AttemptSections.listStart(of: sentence, in: document) {
      let (items, _) = AttemptRun(reading: reading, field: field).items(in: start..<sentence.tokens.upperBound)
      let first = drafts.count
      for item in items { append(field, item, .plain) }
      if AttemptSections.saysFailed(tokens[sentence.tokens.lowerBound..<start - 1]) {
        for number in first..<drafts.count where drafts[number].verdict == .unknown { drafts[number].verdict = .none }
      }
      return
    }
    guard let tried = sentence.tokens.first(where: { Self.triedWords.contains(tokens[$0].key) }),
      isOwnDeed(tried, sentence)
    else { return }
    if let subject = passiveSubject(tried, sentence) {
      append(
        field, subject, .fair, outcome: Clip.trimmed(tried + 1..<sentence.tokens.upperBound, field: field, in: document)
      )
      return
    }
    var start = tried + 1
    var isAnnounced = false
    // "tried 5 optimizations:", "tried the following:"
    if let colon = sentence.tokens.first(where: { $0 > tried && tokens[$0].key == ":" }), colon - tried <= 6 {
      start = colon + 1
      isAnnounced = true
      if start >= sentence.tokens.upperBound { return }
    }
    guard start < sentence.tokens.upperBound else { return }
    if tokens[start].key == "to", !isAnnounced {
      // An attempt only if something is said to have come of it.
      guard AttemptVerdict.tells(start..<sentence.tokens.upperBound, field: field, in: document) else { return }
      start += 1
    }
    let first = reading.next(field: field, start)
    guard first < sentence.tokens.upperBound, !Self.noList.contains(tokens[first].key) else { return }
    let startsWithCount = tokens[first].kind == .number || WordLists.numberWords.contains(tokens[first].key)
    let (items, end) = AttemptRun(reading: reading, field: field).items(in: start..<sentence.tokens.upperBound)
    if startsWithCount && !isAnnounced, items.count == 1 { return }
    // A full stop alone tells nothing.
    let outcome = Clip.trimmed(
      min(end, sentence.tokens.upperBound)..<sentence.tokens.upperBound, field: field, in: document)
    for (place, item) in items.enumerated() {
      // "a donation box, 9 cents a head": a figure behind a step is what it brought.
      if place > 0, isFigure(item, behind: items[place - 1], tokens) {
        drafts[drafts.count - 1].outcome = drafts[drafts.count - 1].outcome ?? item
      } else {
        append(field, item, .plain, outcome: items.count == 1 ? outcome : nil)
      }
    }
  }

  /// "A lane for slow swimmers was tried in May": the step stands in front.
  private func passiveSubject(_ tried: Int, _ sentence: Document.Sentence) -> Range<Int>? {
    let tokens = document.tokens[sentence.field]
    guard tried > sentence.tokens.lowerBound + 1, ["was", "were", "been"].contains(tokens[tried - 1].key) else {
      return nil
    }
    let end = ["has", "have", "had"].contains(tokens[tried - 2].key) ? tried - 2 : tried - 1
    let subject = sentence.tokens.lowerBound..<end
    guard (1...10).contains(subject.count),
      !reading.statements(field: sentence.field, in: subject).contains(where: { subject.contains($0.main) }),
      !subject.contains(where: { [",", ";", "this", "that", "it", "they"].contains(tokens[$0].key) })
    else { return nil }
    return subject
  }

  private func isFigure(_ item: Range<Int>, behind before: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[item.lowerBound].kind == .number && tokens[before.lowerBound].kind != .number && !drafts.isEmpty
      && tokens[item.lowerBound - 1].key == ","
  }

  private static let triedWords: Set<WordKey> = ["tried", "trying", "attempted", "tested", "experimented"]
  private static let noList: Set<WordKey> = [
    "with", "everything", "it", "this", "that", "hard", "again", "harder", "our", "all", "and", "but", "nothing",
    "many",
    "several", "various", "for",
  ]

  /// Not "have not tried", "could be tried", "keep trying to understand".
  private func isOwnDeed(_ tried: Int, _ sentence: Document.Sentence) -> Bool {
    let tokens = document.tokens[sentence.field]
    let lower = max(sentence.tokens.lowerBound, tried - 4)
    let before = tokens[lower..<tried].map(\.key)
    if before.contains(where: { Self.notDone.contains($0) }) { return false }
    if tokens[tried].key == "trying" {
      return before.contains { ["despite", "after", "of", "spite", "been", "from"].contains($0) }
    }
    if tokens[tried].key == "tested" {
      // A/B tested; otherwise testing is no cure.
      return before.contains("b") || before.contains("a")
    }
    return true
  }

  private static let notDone: Set<WordKey> = [
    "not", "never", "haven't", "hasn't", "nobody", "without", "could", "should", "would", "be", "if", "before", "can",
  ]

  /// `caching (5%), query optimization (8%)`: two items or more, each with a number in brackets behind it, under a word that
  /// says these were steps.
  private mutating func bracketRun(_ index: Int) {
    let sentence = document.sentences[index]
    let tokens = document.tokens[sentence.field]
    let field = sentence.field
    let opens = sentence.tokens.filter {
      $0 + 1 < sentence.tokens.upperBound && tokens[$0].key == "(" && $0 > sentence.tokens.lowerBound
        && (tokens[$0 + 1].kind == .number || ["+", "-", "−", "~"].contains(tokens[$0 + 1].key))
    }
    guard opens.count >= 2, mentionsSteps(index) || opens.count >= 3 && gains(sentence) else { return }
    var start = sentence.tokens.lowerBound
    if let colon = sentence.tokens.first(where: { tokens[$0].key == ":" }), colon < opens[0] { start = colon + 1 }
    let (items, _) = AttemptRun(reading: reading, field: field).items(in: start..<sentence.tokens.upperBound)
    for item in items where item.contains(where: { tokens[$0].key == "(" }) { append(field, item, .plain) }
  }

  private func mentionsSteps(_ index: Int) -> Bool {
    (max(0, index - 1)...index).contains { number in
      reading.tokens(document.sentences[number]).contains {
        Self.stepWords.contains($0.key) || Self.stepWords.contains($0.stem)
      }
    }
  }

  private static let stepWords: Set<WordKey> = [
    "tried", "attempt", "attempts", "steps", "measures", "fixes", "optimizations", "optimisations", "optimized",
    "optimised", "interventions", "improvements", "gains", "improved", "brought", "helped", "diminishing", "changes",
    "changed", "despite", "efforts", "experiments",
  ]

  private func gains(_ sentence: Document.Sentence) -> Bool {
    reading.tokens(sentence).contains { ["faster", "better", "gain", "improvement", "less", "fewer"].contains($0.key) }
  }

  /// `flat for 3 years despite a new curriculum, tablets and tutoring`.
  private mutating func concessive(_ index: Int) {
    let sentence = document.sentences[index]
    let tokens = document.tokens[sentence.field]
    let field = sentence.field
    guard let word = sentence.tokens.first(where: { isConcessive($0, tokens) }) else { return }
    var start = word + 1
    if tokens[word].key == "spite", start < sentence.tokens.upperBound { start += 1 }
    guard start < sentence.tokens.upperBound, !Self.notConceded.contains(tokens[start].key) else { return }
    let (items, _) = AttemptRun(reading: reading, field: field).items(in: start..<sentence.tokens.upperBound)
    let isNew = Self.newWords.contains(tokens[start].key) || Self.newWords.contains(tokens[safe: start + 1]?.key ?? "")
    guard items.count >= 2 || isNew && items.count == 1 else { return }
    // "Despite X, Y and Z, sales fell": the items end where the statement starts; what is no noun phrase is no item.
    for item in items where item.count <= 8 && !holdsFiniteVerb(item, field) { append(field, item, .fair) }
  }

  private func isConcessive(_ index: Int, _ tokens: [Token]) -> Bool {
    ["despite", "notwithstanding", "spite"].contains(tokens[index].key)
  }

  private static let notConceded: Set<WordKey> = [
    "this", "that", "being", "having", "it", "what", "how", "all", "attempts", "the", "their", "his", "her",
    "everything",
    "my", "many", "trying",
  ]
  private static let newWords: Set<WordKey> = [
    "new", "more", "extra", "additional", "better", "two", "three", "four", "several", "repeated", "free", "weekly",
    "regular", "hiring", "adding", "training", "raising", "paying", "buying", "cutting",
  ]

  private func holdsFiniteVerb(_ range: Range<Int>, _ field: Int) -> Bool {
    range.contains {
      reading.classes[field][$0] == .auxiliary || reading.classes[field][$0] == .modal
        || reading.classes[field][$0] == .verb && Verbs.entry(document.tokens[field][$0].key)?.form == .third
    }
  }

  private mutating func history(_ index: Int) {
    let found = AttemptHistory(reading: reading, sections: sections).drafts(in: index)
    if found.isPlain {
      drafts += found.drafts
    } else if pending.count < AttemptReader.limit {
      pending += found.drafts
    }
  }

  /// Effects of a run given behind it: a bracket with as many percentages as there are items, in the same or one of the two
  /// sentences that follow; and an outcome said of all ("No difference, 0.5 every time").
  private mutating func settleShared(from first: Int, sentence index: Int) {
    let sentence = document.sentences[index]
    let field = sentence.field
    for number in first..<drafts.count { takeOwnEffect(number) }
    let count = drafts.count - first
    guard drafts[first...].allSatisfy({ $0.effect == nil }) else { return }
    let after = drafts[drafts.count - 1].label.upperBound
    for next in index..<min(index + 3, document.sentences.count) where document.sentences[next].field == field {
      let line = document.sentences[next]
      let start = max(after, line.tokens.lowerBound)
      guard start < line.tokens.upperBound else { continue }
      // No list of effects is longer than this, and it keeps hostile text linear.
      let range = start..<min(line.tokens.upperBound, start + 200)
      if count >= 3, let values = vector(in: range, field: field, count: count) {
        for (offset, value) in values.enumerated() {
          drafts[first + offset].effect = value
          drafts[first + offset].verdict = AttemptVerdict.of(value)
        }
        return
      }
    }
    settleOutcome(from: first, sentence: index)
  }

  private mutating func settleOutcome(from first: Int, sentence index: Int) {
    let sentence = document.sentences[index]
    let field = sentence.field
    guard drafts[first...].allSatisfy({ $0.outcome == nil }) else { return }
    let after = drafts[drafts.count - 1].label.upperBound
    var candidates: [Range<Int>] = []
    if after < sentence.tokens.upperBound { candidates.append(after..<sentence.tokens.upperBound) }
    if let next = document.sentences[safe: index + 1], next.field == field, next.paragraph == sentence.paragraph,
      next.isListItem == sentence.isListItem,
      next.isListItem || !AttemptHistory(reading: reading, sections: sections).opensNewMatter(index + 1),
      !next.isListItem || next.tokens.lowerBound == after + 1
    {
      candidates.append(next.tokens)
    }
    for range in candidates {
      let verdict = AttemptVerdict.of(range, field: field, in: document)
      // "We tried making it compulsory. It lasted one term."
      let isReported =
        range.lowerBound == sentence.tokens.upperBound && drafts.count == first + 1
        && (["it", "that", "they"].contains(document.tokens[field][range.lowerBound].key)
          || ResultSentence(reading: reading).tellsResult(index + 1))
      guard verdict != .unknown || isReported, let outcome = Clip.trimmed(range, field: field, in: document) else {
        continue
      }
      for number in first..<drafts.count {
        drafts[number].verdict = verdict
        drafts[number].outcome = outcome
      }
      return
    }
  }

  private mutating func takeOwnEffect(_ number: Int) {
    let draft = drafts[number]
    guard let outcome = draft.outcome, !outcome.isEmpty else { return }
    guard draft.effect == nil else { return }
    drafts[number].effect = AttemptEffect(reading: reading, quantities: quantities).effect(
      of: outcome, field: draft.field)
    let verdict = AttemptVerdict.of(outcome, field: draft.field, in: document)
    if verdict != .unknown { drafts[number].verdict = verdict }
    if let effect = drafts[number].effect, verdict == .unknown {
      drafts[number].verdict = AttemptVerdict.of(effect)
    }
  }

  private func vector(in range: Range<Int>, field: Int, count: Int) -> [Quantity]? {
    let tokens = document.tokens[field]
    var open: Int?
    for index in range {
      if tokens[index].key == "(" || tokens[index].key == "[" || tokens[index].key == ":" { open = index }
      let closes = tokens[index].key == ")" || tokens[index].key == "]" || index == range.upperBound - 1
      if closes, let start = open, start < index {
        let found = quantities.inside(document.span(field: field, start..<index + 1)).filter { $0.unit == .percent }
        if found.count == count { return found }
        if tokens[start].key != ":" { open = nil }
      }
    }
    return nil
  }
}
