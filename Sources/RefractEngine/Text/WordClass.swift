/// What a word does in its sentence, as far as a chunker must know.
package enum WordClass: UInt8, Sendable {
  case determiner, possessive, pronoun, preposition, conjunction, auxiliary, modal, adverb
  case adjective, number, noun, properNoun, date
  /// A finite form or an infinitive.
  case verb
  /// A form in -ing or a participle that acts as a verb.
  case participle
  case mark

  /// True for what may stand inside a noun phrase behind its determiner.
  package var isNominal: Bool { self == .noun || self == .properNoun }
}

/// Gives every token of a field its class: closed lists first, then the verb table, then endings, each settled by the
/// word before and the word behind. One pass, no search back.
struct WordClassifier {
  let text: Substring.UTF8View
  let tokens: [Token]
  var classes: [WordClass] = []

  init(text: String, tokens: [Token]) {
    self.text = Substring(text).utf8
    self.tokens = tokens
  }

  mutating func run() -> [WordClass] {
    classes.reserveCapacity(tokens.count)
    var before: WordClass = .mark
    for index in tokens.indices {
      let found = tokens[index].kind == .lineBreak ? WordClass.mark : wordClass(at: index, before: before)
      classes.append(found)
      // A wrapped line does not end what is said.
      if tokens[index].kind != .lineBreak { before = found }
    }
    return classes
  }

  private func wordClass(at index: Int, before: WordClass) -> WordClass {
    let token = tokens[index]
    switch token.kind {
    case .number: return .number
    case .word: break
    default: return .mark
    }
    let key = token.key
    // "a fine of ten euros", "the light,"
    if before == .determiner, Self.nouns.contains(key), nextWord(index).map(isOpenWord) != true { return .noun }
    if let closed = closedClass(of: token, at: index, before: before) { return closed }
    // "the board first hung up rules"
    if key == "first", before.isNominal, nextWord(index).map({ Verbs.entry($0.key)?.form == .past }) == true {
      return .adverb
    }
    if token.isCapitalised && !startsSentence(index) { return .properNoun }
    if isAcronym(token) { return .properNoun }
    if let entry = Verbs.entry(key) {
      // "last spring", "clean sheets": what may be both is no verb in front of a noun, unless a subject or "to" asks for one.
      let asksForVerb =
        before == .pronoun || before == .modal || before == .auxiliary || before == .preposition || before == .mark
      // Nobody opens a sentence with the verb "last".
      if entry.form == .base, !asksForVerb || key == "last" && before == .mark, WordLists.adjectives.contains(key),
        nextIsNominal(index)
      {
        return .adjective
      }
      return verbal(entry.form, at: index, before: before)
    }
    if WordLists.adjectives.contains(key) { return .adjective }
    return byEnding(at: index, before: before)
  }

  private func closedClass(of token: Token, at index: Int, before: WordClass) -> WordClass? {
    let key = token.key
    if key == "may" || key == "march", token.isCapitalised, !startsSentence(index) { return .date }
    if WordLists.possessives.contains(key) { return .possessive }
    // "that" opens clauses far more often than noun phrases.
    if key == "that" { return before == .adverb && nextNames(index) ? .determiner : .pronoun }
    // ", which stay in the drawer": a relative, not "which drawer".
    if key == "which", tokens[safe: previousIndex(index)]?.key == "," { return .pronoun }
    // "would like to"
    if key == "like", before == .modal { return .verb }
    if key == "half", before == .adjective { return .noun }
    if Self.loneQuantifiers.contains(key), standsAlone(index) { return .pronoun }
    if WordLists.articles.contains(key) { return .determiner }
    if WordLists.numberWords.contains(key) { return .number }
    if WordLists.auxiliaries.contains(key) { return .auxiliary }
    if WordLists.modals.contains(key) { return .modal }
    if WordLists.pronouns.contains(key) { return .pronoun }
    if WordLists.conjunctions.contains(key) { return .conjunction }
    if WordLists.dates.contains(key) { return .date }
    if before == .determiner || before == .possessive, WordLists.adjectives.contains(key) { return .adjective }
    if key == "like" || key == "past" || key == "outside" || key == "inside",
      before == .pronoun || before == .determiner || before == .possessive
    {
      return before == .pronoun && key == "like" ? .verb : .adjective
    }
    if WordLists.prepositions.contains(key) { return .preposition }
    if key == "more" || key == "less" { return nextIsNominal(index) ? .determiner : .adverb }
    if WordLists.determiners.contains(key) { return .determiner }
    if WordLists.adverbs.contains(key) { return .adverb }
    return nil
  }

  private func verbal(_ form: Verbs.Form, at index: Int, before: WordClass) -> WordClass {
    let key = tokens[index].key
    let next = nextWord(index)
    let objectFollows = next.map { opensObject($0) } ?? false
    if form == .base {
      // "does not pay": a helper asks for a verb; "agency spend is": a helper behind makes it a noun.
      if followsHelper(index, before: before) { return .verb }
      if before.isNominal, !isPlural(previousIndex(index)), let next, next.kind == .word,
        WordLists.auxiliaries.contains(next.key), !Self.infinitives.contains(next.key)
      {
        return .noun
      }
      // "the shift overlap of 30 minutes"
      if before.isNominal, !isPlural(previousIndex(index)), next?.key == "of" { return .noun }
      // "a boat cost €640,000", "the bags cost us": past and base are one; "the training set," has no object.
      if before.isNominal, key == "cost", next.map({ takesObject($0) }) == true { return .verb }
      if before.isNominal, !isPlural(previousIndex(index)), Verbs.isUnchanging(key), next?.kind == .punctuation {
        return .noun
      }
      if isCompound(index, before: before, next: next) { return .noun }
    }
    switch before {
    case .determiner, .possessive, .adjective, .number, .properNoun:
      if before == .properNoun, form == .past || form == .third { return .verb }
      if before == .number, form == .past { return .verb }
      if before == .adjective || before == .number || before == .properNoun, objectFollows {
        return form == .gerund ? .participle : .verb
      }
      switch form {
      case .past, .participle: return next.map(isOpenWord) == true ? .adjective : .noun
      case .gerund: return next.map(isOpenWord) == true ? .adjective : .noun
      case .base, .third: return .noun
      }
    case .modal, .auxiliary, .pronoun:
      if before == .auxiliary, form == .base, WordLists.nounFirst.contains(key), !objectFollows { return .noun }
      return form == .past || form == .participle || form == .gerund
        ? (before == .auxiliary ? .participle : .verb) : .verb
    case .preposition:
      if tokens[safe: previousIndex(index)]?.key == "to", form == .base { return .verb }
      if form == .gerund {
        let countFollows = next.map { WordLists.numberWords.contains($0.key) || $0.kind == .number } == true
        return objectFollows || countFollows || next.map(isParticle) == true ? .participle : .noun
      }
      if form == .past || form == .participle { return next.map(isOpenWord) == true ? .adjective : .participle }
      return .noun
    default: break
    }
    if form == .base || form == .third, before == .mark || before == .conjunction, actsNext(index) { return .noun }
    switch form {
    case .base, .third:
      if WordLists.nounFirst.contains(key), !objectFollows {
        // "The new ones work five games": a number is an object behind a plural.
        let isNumber =
          next.map {
            $0.kind == .number || WordLists.numberWords.contains($0.key) || $0.key == "that"
              || UnitWords.currencySymbols.contains($0.key)
          } == true
        return before.isNominal && isNumber && isPlural(previousIndex(index)) == (form == .base) ? .verb : .noun
      }
      // "Tablets work until November"
      if before.isNominal, form == .base, isPlural(previousIndex(index)), next?.key == "until" || next?.key == "well" {
        return .verb
      }
      if before == .conjunction || before == .mark, !objectFollows, form == .third, WordLists.nounFirst.contains(key) {
        return .noun
      }
      return .verb
    case .past, .participle:
      if before == .mark || before == .conjunction, !objectFollows, next.map(isPlainNoun) == true,
        startsSentence(index) == false, before == .mark, form == .participle
      {
        return .adjective
      }
      return .verb
    case .gerund:
      if before == .noun, !objectFollows, WordLists.nounFirst.contains(key) { return .noun }
      // "Adding indexes helped": a gerund that opens a statement acts on what follows.
      if before == .mark, !WordLists.nounFirst.contains(key), next.map(isPlainNoun) == true { return .participle }
      return objectFollows || before == .noun || before == .adverb || before == .verb || next?.kind == .number
        ? .participle : .noun
    }
  }

  /// "Replies take a day", "Reopen rate rose": what a finite verb follows, at once or behind one noun, is its subject.
  private func actsNext(_ index: Int) -> Bool {
    guard let next = nextWord(index), next.kind == .word else { return false }
    if isFinite(next, behind: index + 1) { return true }
    guard isPlainNoun(next), let second = nextWord(index + 1) else { return false }
    return isFinite(second, behind: index + 2)
  }

  /// An auxiliary, or a form that can only be a finite verb.
  private func isFinite(_ token: Token, behind index: Int) -> Bool {
    guard token.kind == .word else { return false }
    if WordLists.auxiliaries.contains(token.key) { return !Self.infinitives.contains(token.key) }
    if WordLists.modals.contains(token.key) { return true }
    guard let entry = Verbs.entry(token.key), !WordLists.nounFirst.contains(token.key) else { return false }
    switch entry.form {
    case .third: return true
    case .past: return nextWord(index).map(isPlainNoun) != true
    case .base: return nextWord(index).map { $0.kind == .number || opensObject($0) } == true
    default: return false
    }
  }

  /// Adjectives that are nouns where no noun follows.
  private static let nouns: Set<WordKey> = ["fine", "flat", "cold", "light", "present", "novel"]
  private static let subjects: Set<WordKey> = ["we", "i", "they", "he", "she"]
  private static let personal: Set<WordKey> = ["them", "it", "us", "me", "him"]
  private static let infinitives: Set<WordKey> = ["be", "been", "being", "having"]

  private func byEnding(at index: Int, before: WordClass) -> WordClass {
    let token = tokens[index]
    func ends(_ suffix: String) -> Bool {
      token.end - token.start > suffix.utf8.count + 2 && hasSuffix(token, suffix)
    }
    let next = nextWord(index)
    if before == .modal || before == .adverb && isModal(index), !ends("ly") { return .verb }
    // "we seat every ten minutes": an unknown word behind a subject form.
    if before == .pronoun, !ends("ly"), let subject = tokens[safe: previousIndex(index)],
      Self.subjects.contains(subject.key)
    {
      return .verb
    }
    if ends("ly") { return next.map(isPlainNoun) == true && before == .determiner ? .adjective : .adverb }
    if isHyphenated(token), next.map(isOpenWord) == true { return .adjective }
    // "guests photograph them": an unknown word between a plural and an object.
    if before == .noun, isPlural(previousIndex(index)), next.map({ Self.personal.contains($0.key) }) == true {
      return .verb
    }
    if ends("ed") {
      // "cancelling superseded runs"
      if before == .participle, next.map(isPlainNoun) == true { return .adjective }
      if before == .determiner || before == .possessive || before == .adjective || before == .preposition
        || before == .number
      {
        return .adjective
      }
      return .verb
    }
    if ends("ing") {
      if before == .auxiliary || next?.kind == .number && before.isNominal { return .participle }
      return next.map(opensObject) == true ? .participle : .noun
    }
    let adjectival = ["ous", "ful", "able", "ible", "less", "ical", "ish", "ive", "ial", "ional", "ern", "ary"]
    if adjectival.contains(where: ends) {
      return next.map(isOpenWord) == true || before == .auxiliary ? .adjective : .noun
    }
    if ends("al") || ends("ic") || ends("er-") { return next.map(isOpenWord) == true ? .adjective : .noun }
    return .noun
  }

  /// "do", "does", "did" right before, or a modal or one of these before an adverb.
  private func followsHelper(_ index: Int, before: WordClass) -> Bool {
    if before == .adverb { return isModal(index) }
    guard before == .auxiliary, let token = tokens[safe: previousIndex(index)] else { return false }
    return Self.helpers.contains(token.key)
  }

  private static let helpers: Set<WordKey> = [
    "do", "does", "did", "don't", "doesn't", "didn't", "dont", "doesnt", "didnt",
  ]

  /// "would not affect", "must also conform": a modal stands before the adverb.
  private func isModal(_ index: Int) -> Bool {
    guard let token = tokens[safe: previousIndex(previousIndex(index))] else { return false }
    return WordLists.modals.contains(token.key) || ["did", "does", "do"].contains(token.key)
  }

  private func isHyphenated(_ token: Token) -> Bool { bytes(of: token).contains(UInt8(ascii: "-")) }

  /// Two capitals or more, or a capital inside: `CI`, `WCAG`, `GitHub`.
  private func isAcronym(_ token: Token) -> Bool {
    bytes(of: token).dropFirst().contains { $0 >= 65 && $0 <= 90 }
  }

  private func bytes(of token: Token) -> Substring.UTF8View {
    let start = text.index(text.startIndex, offsetBy: token.start)
    return text[start..<text.index(start, offsetBy: token.end - token.start)]
  }

  private func hasSuffix(_ token: Token, _ suffix: String) -> Bool {
    bytes(of: token).suffix(suffix.utf8.count).lazy.map(\.lowered).elementsEqual(suffix.utf8)
  }

  private func startsSentence(_ index: Int) -> Bool {
    guard let previous = tokens[safe: previousIndex(index)] else { return true }
    switch previous.kind {
    case .bullet: return true
    case .punctuation:
      if previous.key == ".", previous.isGlued, let title = tokens[safe: previousIndex(previousIndex(index))],
        Self.titles.contains(title.key)
      {
        return false
      }
      return [".", "!", "?", ":", "\"", "“", "‘", "«", "(", "'"].contains(previous.key)
    case .lineBreak: return true
    default: return tokens[safe: index - 1]?.kind == .lineBreak && tokens[safe: index - 2]?.kind == .lineBreak
    }
  }

  private static let titles: Set<WordKey> = ["dr", "mr", "mrs", "ms", "prof", "st"]

  func previousIndex(_ index: Int) -> Int {
    var previous = index - 1
    if previous >= 0, tokens[previous].kind == .lineBreak { previous -= 1 }
    return previous
  }

  func nextWord(_ index: Int) -> Token? {
    var next = index + 1
    if next < tokens.count, tokens[next].kind == .lineBreak { next += 1 }
    return tokens[safe: next]
  }

  /// The word behind begins an object: a determiner, a possessive, or a pronoun in object form.
  func opensObject(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    return WordLists.articles.contains(token.key) || WordLists.possessives.contains(token.key)
      || Self.objects.contains(token.key)
  }

  private static let objects: Set<WordKey> = [
    "me", "us", "him", "them", "it", "her", "everyone", "everybody", "nobody", "someone", "something", "nothing",
    "anything", "everything", "this", "these", "those", "every", "each", "all", "another", "more", "less", "no",
    "some", "any",
  ]

  /// Determiners that also stand for a noun: "several regressed", "which includes", "some lived on charity".
  private static let loneQuantifiers: Set<WordKey> = [
    "which", "what", "each", "some", "many", "most", "several", "few", "all", "both", "half", "this", "these", "those",
  ]

  /// A finite form follows that is no noun and stands in front of no noun.
  private func standsAlone(_ index: Int) -> Bool {
    guard let next = nextWord(index) else { return true }
    guard next.kind == .word else { return false }
    if WordLists.auxiliaries.contains(next.key) || WordLists.modals.contains(next.key) { return true }
    guard let entry = Verbs.entry(next.key), !WordLists.nounFirst.contains(next.key) else { return false }
    let behind = nextWord(index + 1)
    switch entry.form {
    case .third: return true
    case .past, .participle: return behind.map(isOpenWord) != true
    case .base: return behind.map(opensObject) == true
    case .gerund: return false
    }
  }

  private func isParticle(_ token: Token) -> Bool { Self.particles.contains(token.key) }

  private static let particles: Set<WordKey> = ["up", "down", "out", "off", "over", "away", "back", "in", "on"]

  /// A word of an open class: noun, adjective or unknown.
  private func isOpenWord(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    return isPlainNoun(token) || WordLists.adjectives.contains(token.key)
  }

  func isPlainNoun(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let key = token.key
    if WordLists.articles.contains(key) || WordLists.possessives.contains(key) || WordLists.auxiliaries.contains(key) {
      return false
    }
    if WordLists.modals.contains(key) || WordLists.pronouns.contains(key) || WordLists.conjunctions.contains(key) {
      return false
    }
    if WordLists.prepositions.contains(key) || WordLists.adverbs.contains(key) || WordLists.determiners.contains(key) {
      return false
    }
    if let entry = Verbs.entry(key) {
      return WordLists.nounFirst.contains(key) || entry.form == .gerund
    }
    return !hasSuffix(token, "ly") || token.end - token.start < 5
  }

  func isPlural(_ index: Int) -> Bool {
    guard let token = tokens[safe: index] else { return false }
    return WordLists.irregularPlurals[token.key] != nil || hasSuffix(token, "s") && !hasSuffix(token, "ss")
  }

  private func nextIsNominal(_ index: Int) -> Bool { nextWord(index).map(isOpenWord) ?? false }
}

extension Array {
  /// Nil outside the array.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
