/// The words of a text as the scorer looks at them: stems, numbers, and how much of it is language rather than a list.
struct TextProfile: Sendable {
  /// Stems of words of four letters or more that are neither function words nor hollow.
  var content: Set<WordKey> = []
  var stems: Set<WordKey> = []
  var numbers: Set<WordKey> = []
  var wordCount = 0
  var functionCount = 0
  /// True if some word can be a finite verb.
  var hasFiniteVerb = false
  /// Stem of the first word.
  var first: WordKey = ""
  /// Content stems in order, for the words next to a cue; nil stands for a mark between.
  var order: [WordKey?] = []

  var functionShare: Double { wordCount == 0 ? 0 : Double(functionCount) / Double(wordCount) }

  init(_ text: String) {
    let tokens = Tokeniser.tokens(of: text)
    var classifier = WordClassifier(text: text, tokens: tokens)
    let classes = classifier.run()
    for (token, wordClass) in zip(tokens, classes) {
      switch token.kind {
      case .number: numbers.insert(token.key)
      case .word: add(token, wordClass)
      case .punctuation: order.append(nil)
      default: break
      }
    }
  }

  private mutating func add(_ token: Token, _ wordClass: WordClass) {
    if ScoredWords.hollow.contains(token.stem) || ScoredWords.hollow.contains(token.key) { return }
    wordCount += 1
    if wordCount == 1 { first = token.stem }
    stems.insert(token.stem)
    hasFiniteVerb = hasFiniteVerb || [.verb, .auxiliary, .modal].contains(wordClass)
    if Self.isFunction(wordClass) || ScoredWords.function.contains(token.key) {
      functionCount += 1
    } else if token.end - token.start > 3 || token.isCapitalised && token.end - token.start > 1 {
      content.insert(token.stem)
      order.append(token.stem)
    }
  }

  private static func isFunction(_ wordClass: WordClass) -> Bool {
    switch wordClass {
    case .determiner, .possessive, .pronoun, .preposition, .conjunction, .auxiliary, .modal: true
    default: false
    }
  }
}

/// A sentence with its words.
struct ScoredSentence: Sendable {
  let text: String
  let profile: TextProfile

  init(_ text: String) {
    self.text = text
    profile = TextProfile(text)
  }
}

/// The words that lenses and packs bring to a case, read once for a catalogue.
package struct LensVocabulary: Sendable {
  /// Words that say little about any one case: those of lens definitions and of advice.
  private var generic: Set<WordKey> = []
  private var terms: Set<WordKey> = []
  private var termsOfPack: [String: Set<WordKey>] = [:]

  init() {}

  init(lenses: [LensDefinition], packs: [DomainPack]) {
    for lens in lenses {
      let words = TextProfile(lens.definition).content
      generic.formUnion(words)
      terms.formUnion(words)
      terms.formUnion(TextProfile(lens.name + " " + lens.reframe).content)
    }
    generic.formUnion(ScoredWords.advice)
    for pack in packs { termsOfPack[pack.id] = Self.terms(of: pack) }
  }

  private static func terms(of pack: DomainPack) -> Set<WordKey> {
    let roles = (Array(pack.roles.values) + pack.facets.flatMap { $0.roles.values }).map(\.text)
    let actions = (pack.probes + pack.moves + pack.stops).map(\.text)
    return (roles + actions + pack.metrics).reduce(into: []) { $0.formUnion(TextProfile($1).content) }
  }

  func isGeneric(_ word: WordKey) -> Bool { generic.contains(word) }

  /// True for a term of a lens or of one of these packs.
  func isTerm(_ word: WordKey, packs: [String]) -> Bool {
    !ScoredWords.advice.contains(word)
      && (terms.contains(word) || packs.contains { termsOfPack[$0]?.contains(word) == true })
  }
}

/// A belief cut into sentences, each counted once: what is said twice in a block is read once.
struct ScoredBlock: Sendable {
  var belief: [ScoredSentence] = []
  var reasoning: [ScoredSentence] = []
  var evidence: [ScoredSentence] = []

  var sentences: [ScoredSentence] { belief + reasoning + evidence }

  /// - Parameter told: sentences that the blocks before have said, in small letters.
  init(_ block: QualityScorer.Block, told: inout Set<String>) {
    func fresh(_ text: String) -> [ScoredSentence] {
      Self.sentences(of: text).filter { told.insert($0.lowercased()).inserted }.map { ScoredSentence($0) }
    }
    belief = fresh(block.belief)
    reasoning = fresh(block.reasoning)
    evidence = fresh(block.evidence)
  }

  /// Cut behind a full stop, question or exclamation mark that a blank follows, outside quotation marks.
  static func sentences(of text: String) -> [String] {
    var result: [String] = []
    var start = text.utf8.startIndex
    var isQuoted = false
    var endsHere = false
    func cut(at end: String.Index) {
      let sentence = String(text[start..<end]).trimmed
      if !sentence.isEmpty { result.append(sentence) }
    }
    for (place, byte) in zip(text.utf8.indices, text.utf8) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if endsHere, byte == UInt8(ascii: " ") {
        cut(at: place)
        start = place
      }
      endsHere = !isQuoted && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"))
    }
    cut(at: text.utf8.endIndex)
    return result
  }
}

/// Word lists of the scorer.
enum ScoredWords {
  static func stems(_ words: String) -> Set<WordKey> {
    Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Tokeniser.stem(of: $0.utf8) })
  }

  /// Words that firm up a sentence without adding to it; they count neither for nor against.
  static let hollow = stems(
    "actually really truly simply basically essentially fundamentally isn't aren't very quite indeed definitely clearly obviously"
  )

  static let function = Set(
    "a an the not no nor so if then than when where while because until how why".split(separator: " ").map {
      WordKey($0)
    })

  /// Words of advice that fit every problem.
  static let advice = stems(
    """
    approach aspect aspects change challenge consider context deeper different dynamic effect element explore factor
    fundamental goal hidden holistic identify impact implication important improve improvement insight issue key
    leverage look non-obvious obvious opportunity outcome pattern perspective potential problem process question
    reframe relevant result reveal review root situation solution specific strategic strategy structure success
    system systemic team think thing underlying understand unexpected view well-known work ensure align better
    examine assess evaluate analyze analyse monitor communicate stakeholder stakeholders
    """)

  static let vague = stems(
    """
    consider examine identify explore think review align improve ensure communicate understand reflect discuss
    analyze analyse assess evaluate leverage look revisit embrace foster
    """)

  static let urging = stems(
    """
    add ask agree announce answer batch block build buy call change check choose collect compare copy count create cut
    decide define delete describe do draw drop end extend fetch find finish fix follow freeze gather give go have hold
    invite join keep leave let limit list log make mark measure meet merge move name note number offer open order pair
    pay pick pilot place plan point post prepare print profile publish pull put read record reduce release remove repeat
    replace report reserve return reverse rewrite run say schedule sell send separate set share shift show sit sort
    split stop store start state take talk tell test trace track trial try turn use validate visit wait walk watch
    weigh write don't tally hand pool price raise lower assign switch map swap sample tag time treat allow bring train
    teach pause retire cap rank rotate sign score
    """)

  static let measuring = stems(
    "count measure compare list note record write mark sort track log tally trace profile time visualize trial sample read"
  )
  static let timing = stems(
    "day days week weeks month months hour hours minute minutes morning today tomorrow quarter quarters year years est daily hourly weekly monthly"
  )
  static let deciding = stems("if until unless otherwise whether should")
  static let discourse = stems("so because therefore but while which yet then if hence thus although can't cannot")
  static let without = stems("without not no never")
  static let forbidding = stems("stop don't no never not freeze drop")
}
