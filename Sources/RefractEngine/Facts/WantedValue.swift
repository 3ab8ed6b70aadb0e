/// Whether the words around a number say that its value is wanted, not found: a label ("SLO 800ms"), somebody's demand
/// ("the region asks for 90 s"), a level to be reached ("must fall below 5"), or a tail ("44 by the book").
struct WantedValue {
  /// What says so; a demand for things ("we need six bakers") is weaker than a level.
  enum Grade: Sendable { case label, demand, level, tail }

  let sentence: SentenceTokens
  let quantity: Quantity
  let range: Range<Int>
  private let low: Int

  init(_ sentence: SentenceTokens, _ quantity: Quantity) {
    self.sentence = sentence
    self.quantity = quantity
    range = sentence.range(of: quantity.span)
    low = max(0, range.lowerBound - 12)
  }

  func grade() -> Grade? {
    guard !isSpan, quantity.unit != .ratio, quantity.unit != .point, sentence.key(range.lowerBound - 1) != "from"
    else { return nil }
    if isLabelled { return .label }
    if isReached { return .level }
    if isDemanded { return .demand }
    return hasTail ? .tail : nil
  }

  /// "within two weeks" is a deadline, "12-week window" a length; neither is a level.
  private var isSpan: Bool {
    guard let seconds = quantity.unit.seconds else { return false }
    let before = sentence.key(range.lowerBound - 1)
    if before == "for" || seconds >= 86_400 && GapWords.spanLeads.contains(before), !isFunded { return true }
    return MeasureReader.isSpanOrAge(quantity, sentence, range)
  }

  /// "the school is funded for four years", "the region asks for 90 s".
  private var isFunded: Bool {
    let key = sentence.key(range.lowerBound - 2)
    return sentence.key(range.lowerBound - 1) == "for"
      && (GapWords.participles.contains(key) || GapWords.wishesWithPreposition.contains(key))
  }

  /// First place left of the number and its joints, and whether a preposition is among them.
  private var left: (place: Int, hasPreposition: Bool, joints: Int) {
    var index = range.lowerBound - 1
    var hasPreposition = false
    var steps = 0
    while index >= low, steps < 5, GapWords.joints.contains(sentence.key(index)) || sentence.key(index) == "(" {
      if sentence.key(index) == "(" { break }
      hasPreposition = hasPreposition || GapWords.prepositions.contains(sentence.key(index))
      index -= 1
      steps += 1
    }
    return (index, hasPreposition, steps)
  }

  // MARK: "target 5", "the target of the trust is below 5", "required uptime 99.9%"

  private var isLabelled: Bool {
    let (place, _, joints) = left
    // "raised the limit to 5", "moved the target by 3": what somebody did to it.
    if ["to", "by", "from"].contains(sentence.key(range.lowerBound - 1)) { return false }
    if isLabel(place) || isLegalBound || isListed { return true }
    if sentence.key(place) == "even", ["break", "breaks", "broke"].contains(sentence.key(place - 1)) { return true }
    if ["short", "shy"].contains(sentence.key(place)), sentence.key(place + 1) == "of" { return true }
    // "our promise, printed on every bill, is ten"
    if joints > 0, sentence.key(place) == ",", isCopula(place + 1), let open = comma(before: place) {
      return isLabel(open - 1)
    }
    guard sentence.isWord(place) else { return false }
    // A phrase between: "target for the third quarter is 50%", "contract w/ city 90%".
    var index = place
    while index >= max(low, place - 4), sentence.isWord(index) || sentence.key(index) == "/" {
      if GapWords.prepositions.contains(sentence.key(index)) {
        var front = index - 1
        if sentence.key(front) == "w" { front -= 1 }
        return isLabel(front)
      }
      if index < place,
        WordLists.auxiliaries.contains(sentence.key(index)) || WordLists.modals.contains(sentence.key(index))
      {
        break
      }
      index -= 1
    }
    return isAttribute(before: place)
  }

  /// "SLO: 99.95% availability and p99 under 500 ms": the bounds behind a label and its colon.
  private var isListed: Bool {
    guard quantity.comparator != .equal else { return false }
    let colon = (low..<range.lowerBound).last { [":", ";", "."].contains(sentence.key($0)) }
    return colon.map { sentence.key($0) == ":" && isLabel($0 - 1) } ?? false
  }

  /// "target occupancy 80%", "the planned attendance was 300".
  private func isAttribute(before place: Int) -> Bool {
    for index in stride(from: place - 1, through: max(low, place - 2), by: -1) {
      let key = sentence.key(index)
      if NounRun.stops.contains(key) || !sentence.isWord(index) { return false }
      if ["target", "planned", "required", "agreed", "promised", "budgeted", "desired", "scheduled"].contains(key) {
        let before = sentence.key(index - 1)
        return index == 0 || !sentence.isWord(index - 1) || WordLists.articles.contains(before)
          || WordLists.possessives.contains(before)
      }
    }
    return false
  }

  /// "legal maximum 25", "minimum: 8": the bound itself is the label.
  private var isLegalBound: Bool {
    guard ["maximum", "minimum", "max", "min"].contains(sentence.key(range.lowerBound)), range.count > 1 else {
      return false
    }
    let before = sentence.key(range.lowerBound - 1)
    return ["legal", "statutory", "safe", "allowed", "contractual", "required", "recommended", "the", "(", ",", ";"]
      .contains(before) || range.lowerBound == 0
  }

  private func isLabel(_ place: Int) -> Bool {
    guard place >= 0, sentence.isWord(place) else { return false }
    let before = sentence.key(place - 1)
    let key = sentence.key(place)
    if ["no", "without", "industry", "national"].contains(before) { return false }
    // "on the second floor" is a storey.
    if key == "floor", !["price", "lower", "our"].contains(before) { return false }
    if key == "benchmark" { return sentence.string(place - 1).hasSuffix("'s") || before == "our" }
    if key == "level" || key == "levels" { return GapWords.levelNames.contains(before) }
    if ["at", "in", "by", "per"].contains(before) { return false }
    let isIndefinite = before == "a" || before == "an"
    if isIndefinite, !["goal", "target", "quota", "slo", "sla"].contains(key),
      !GapWords.comparisons.contains(sentence.key(place - 2))
    {
      return false
    }
    // "promised to spend", "limited": no noun.
    return GapWords.labels.contains(sentence.stem(place)) && !sentence.raw(place).suffix(2).elementsEqual("ed".utf8)
  }

  private func isCopula(_ place: Int) -> Bool {
    ["is", "are", "was", "were", "says", "has"].contains(sentence.key(place))
  }

  private func comma(before place: Int) -> Int? {
    (max(0, place - 14)..<place).last { sentence.key($0) == "," }
  }

  // MARK: "the region asks for 90 s", "we need 8.5", "planned 55"

  private var isDemanded: Bool {
    let (place, hasPreposition, joints) = left
    let key = sentence.key(place)
    guard place >= 0, sentence.isWord(place), !isNegated(place) else { return false }
    if GapWords.participles.contains(key) {
      if GapWords.participlesWithPreposition.contains(key), !hasPreposition || joints > 2 { return false }
      return !isMore
    }
    if key == "like" {
      return ["would", "i'd", "we'd", "they'd", "she'd", "he'd", "'d"].contains(sentence.key(place - 1))
    }
    if GapWords.wishes.contains(key) {
      // "needs three quarters of the votes": a rule of voting, no level.
      if quantity.unit == .percent, quantity.isSpelledOut { return false }
      if GapWords.wishesWithPreposition.contains(key), !hasPreposition { return false }
      // "they need four forms", "the four-eyes principle": what is asked of others.
      if quantity.unit == .count, sentence.key(range.lowerBound + 1) == "-" { return false }
      if ["need", "needs"].contains(key), quantity.unit == .count, Self.others.contains(sentence.key(place - 1)) {
        return false
      }
      if ["ask", "call"].contains(key), !isAsking(place) { return false }
      return !isEffort(place) && !isMore
    }
    if GapWords.tolerances.contains(key), quantity.noun == nil,
      quantity.comparator == .atMost || quantity.comparator == .atLeast
    {
      return true
    }
    guard GapWords.statings.contains(key) else { return false }
    return hasAuthority(before: place) && !isMore
  }

  private static let others: Set<WordKey> = [
    "they", "you", "he", "she", "who", "people", "parents", "customers", "users", "guests", "patients", "teachers",
    "visitors", "applicants", "members", "newcomers",
  ]

  /// "ask for three months" as a step is no demand; "they ask for three months" is one.
  private func isAsking(_ place: Int) -> Bool {
    sentence.isWord(place - 1) && !["to", "and", "or", "can", "could", "then"].contains(sentence.key(place - 1))
  }

  /// "needs 3 hours", "requires 40 hours": an effort, but for a bound and for brackets.
  private func isEffort(_ place: Int) -> Bool {
    guard quantity.unit.isTime, quantity.comparator == .equal, sentence.key(place - 1) != "(" else { return false }
    guard ["need", "needs", "require", "requires"].contains(sentence.key(place)), range.lowerBound - place == 1 else {
      return false
    }
    // "An order needs six hours": one of many, no instruction.
    let isCase = ["a", "an", "each", "every", "one"].contains(sentence.key(place - 2))
    return (isCase || !hasAuthority(before: place)) && sentence.raw(range.upperBound - 1).contains { $0.isASCIILetter }
  }

  private var isMore: Bool {
    ["more", "extra", "additional", "further"].contains(sentence.key(range.upperBound)) || containsMore
  }

  private var containsMore: Bool {
    sentence.contains(["more", "extra", "additional"], in: range) && quantity.comparator == .equal
      && !quantity.isOpenEnded
  }

  private func isNegated(_ place: Int) -> Bool {
    WordLists.negations.contains(sentence.key(place - 1)) || sentence.key(place - 1) == "nobody"
  }

  /// A plan, contract or payer as subject of a verb, at most five words back.
  private func hasAuthority(before verb: Int) -> Bool {
    var index = verb - 1
    while index >= max(0, verb - 5), sentence.isWord(index) {
      let key = sentence.key(index)
      if WordLists.conjunctions.contains(key), index < verb - 1 { return false }
      if GapWords.labels.contains(sentence.stem(index)) || GapWords.authorities.contains(sentence.stem(index)) {
        return true
      }
      index -= 1
    }
    return false
  }

  // MARK: "want to get it under 10", "must fall below 5", "should turn over four times"

  private var isReached: Bool {
    let before = sentence.key(range.lowerBound - 1)
    // "need it under 10 minutes": the level is bounded, the thing a pronoun.
    if quantity.comparator != .equal, ["it", "this", "that", "them"].contains(before),
      ["need", "needs", "want", "wants"].contains(sentence.key(range.lowerBound - 2))
    {
      return true
    }
    if isMeant { return true }
    guard let verb = (max(low, range.lowerBound - 7)..<max(low, range.lowerBound)).last(where: isReaching) else {
      return false
    }
    let between = verb + 1..<range.lowerBound
    guard !between.contains(where: { sentence.kind($0) == .punctuation }) else { return false }
    let isDirect = between.allSatisfy { GapWords.joints.contains(sentence.key($0)) }
    let isBounded = quantity.comparator != .equal && sentence.key(verb) != "be"
    guard isDirect || before == "to" || isBounded || before == "over" else { return false }
    // "must be back at eight": a time of day.
    if before == "at", quantity.unit == .count, quantity.isSpelledOut, quantity.comparator == .equal { return false }
    if quantity.unit == .count, quantity.noun != nil, sentence.key(verb) == "have" { return false }
    return isWilled(verb)
  }

  /// "is meant to see 22", "should hold 40": any verb right before the number, but one that adds.
  private var isMeant: Bool {
    let verb = left.place
    guard verb > 0, sentence.isWord(verb), let entry = Verbs.entry(sentence.key(verb)), entry.form == .base,
      !GapWords.addings.contains(entry.baseKey)
    else { return false }
    if sentence.key(verb - 1) == "should" { return true }
    return sentence.key(verb - 1) == "to" && ["meant", "supposed", "ought"].contains(sentence.key(verb - 2))
  }

  /// "must", "should", "want to" at most four words in front of a verb.
  private func isWilled(_ verb: Int) -> Bool {
    guard let wish = (max(0, verb - 4)..<verb).last(where: { GapWords.willings.contains(sentence.key($0)) }),
      !isNegated(wish), !isNegated(wish + 2) || sentence.key(verb) == "exceed"
    else { return false }
    return ["must", "should", "shall"].contains(sentence.key(wish)) || sentence.contains(["to"], in: wish..<verb)
  }

  private func isReaching(_ index: Int) -> Bool {
    GapWords.reachings.contains(sentence.key(index))
  }

  // MARK: "44 by the book", "3% is the target", "under 20 a week would be fine"

  private var hasTail: Bool {
    var end = range.upperBound
    if let noun = quantity.noun, noun.start >= quantity.span.end { end = max(end, sentence.range(of: noun).upperBound) }
    if sentence.key(end) == "a" || sentence.key(end) == "per", sentence.isWord(end + 1) { end += 2 }
    if sentence.key(end) == "per", sentence.isWord(end + 1) { end += 2 }
    let key = sentence.key(end)
    let next = sentence.key(end + 1)
    // "two agreed": people, and what they did.
    if ["agreed", "promised", "expected", "wanted"].contains(key), quantity.isSpelledOut, quantity.noun == nil {
      return false
    }
    if GapWords.tails.contains(key) {
      return !sentence.isWord(end + 1) || ["by", "in", "for", "and", "but"].contains(next)
    }
    if ["by", "on", "in", "as", "per", "under"].contains(key) {
      let paper = ["the", "our", "their"].contains(next) ? end + 2 : end + 1
      guard key != "on" || sentence.key(paper) == "paper" else { return false }
      return GapWords.papers.contains(sentence.key(paper)) && !sentence.isWord(paper + 1)
    }
    if ["that", "which", "we", "they", "our", "the"].contains(key) { return isRelative(end) }
    if key == "is" || key == "was" || key == "would" {
      return (end + 1..<end + 4).contains {
        ["target", "goal", "promise", "norm", "plan"].contains(sentence.key($0)) && key != "would"
          || GapWords.enough.contains(sentence.key($0)) && key == "would"
      }
    }
    return false
  }

  /// "the 96% we agreed with the retailer", "the 95% that immunity requires".
  private func isRelative(_ start: Int) -> Bool {
    let before = sentence.key(range.lowerBound - 1)
    guard ["the", "than", "those", "of"].contains(before) else { return false }
    for index in start + 1..<start + 5 {
      guard sentence.isWord(index) else { return false }
      let key = sentence.key(index)
      if GapWords.wishes.contains(key) || GapWords.participles.contains(key) { return true }
    }
    return false
  }
}
