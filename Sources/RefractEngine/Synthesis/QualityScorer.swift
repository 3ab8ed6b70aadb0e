/// Scores what a reader sees: the printed block, the problem's text and the catalogue, never the slots it was made from.
///
/// Shallow cues suffice for specificity (A. Louis and A. Nenkova, 2011; J. Li and A. Nenkova, 2015) and shared entities for
/// coherence (R. Barzilay and M. Lapata, 2008). The four criteria and their equal weights are the worked example's.
package struct QualityScorer: Sendable {
  private let problem: TextProfile
  private let generic: Set<WordKey>

  package init(problem: Problem, catalogue: Catalogue) {
    self.problem = TextProfile(problem.fields.map(\.text).joined(separator: "\n"))
    var words: Set<WordKey> = []
    for lens in catalogue.lenses { words.formUnion(TextProfile(lens.definition).content) }
    generic = words
  }

  /// One belief as it is printed.
  package struct Block: Sendable {
    package var belief: String
    package var reasoning: String
    package var evidence: String
    package var implications: [String]
  }

  package func score(_ blocks: [Block], attempts: [String]) -> QualityScores {
    guard !blocks.isEmpty else { return QualityScores(specificity: 0, novelty: 0, actionability: 0, coherence: 0) }
    let whole = blocks.map { ([$0.belief, $0.reasoning, $0.evidence] + $0.implications).joined(separator: ". ") }
    let natural = whole.map(Self.naturalness).min() ?? 0
    func rounded(_ value: Double) -> Double { (min(max(value * natural, 0), 0.95) * 100).rounded() / 100 }
    return QualityScores(
      specificity: rounded(specificity(blocks)), novelty: rounded(novelty(blocks, attempts: attempts)),
      actionability: rounded(actionability(blocks)), coherence: rounded(coherence(blocks)))
  }

  /// The mean over lens blocks, criterion by criterion.
  package static func mean(_ scores: [QualityScores]) -> QualityScores {
    func mean(_ path: KeyPath<QualityScores, Double>) -> Double {
      guard !scores.isEmpty else { return 0 }
      return ((scores.reduce(0) { $0 + $1[keyPath: path] } / Double(scores.count)) * 100).rounded() / 100
    }
    return QualityScores(
      specificity: mean(\.specificity), novelty: mean(\.novelty), actionability: mean(\.actionability),
      coherence: mean(\.coherence))
  }

  /// Function words make language; a list of keywords has none.
  private static func naturalness(_ text: String) -> Double { min(1, TextProfile(text).functionShare / 0.24) }

  private func specificity(_ blocks: [Block]) -> Double {
    var told: Set<WordKey> = []
    let anchored = blocks.map { block -> Double in
      let profile = TextProfile([block.belief, block.reasoning, block.evidence].joined(separator: ". "))
      var weight = 0.0
      for number in profile.numbers.intersection(problem.numbers) { weight += told.insert(number).inserted ? 0.8 : 0.4 }
      weight +=
        0.8 * Double(min(4, Self.quotations(in: block.evidence + block.reasoning + block.belief, found: problem)))
      weight += min(0.9, 0.06 * Double(profile.content.intersection(problem.content).count))
      return 1 - exponential(-weight / 1.9)
    }
    let implications = blocks.flatMap(\.implications)
    let concrete =
      implications.isEmpty
      ? 0 : Double(implications.count { isConcrete($0) }) / Double(implications.count)
    let words = TextProfile(blocks.map { $0.belief + ". " + $0.reasoning }.joined(separator: ". ")).content
    let unusual = words.isEmpty ? 0 : Double(words.subtracting(generic).count) / Double(words.count)
    return 0.5 * mean(anchored) + 0.3 * concrete + 0.2 * min(1, unusual / 0.75)
  }

  private func isConcrete(_ sentence: String) -> Bool {
    let profile = TextProfile(sentence)
    return !profile.content.intersection(problem.content).isEmpty || !profile.numbers.isEmpty
  }

  private func novelty(_ blocks: [Block], attempts: [String]) -> Double {
    let tried = TextProfile(attempts.joined(separator: ". ")).content
    let shares = blocks.map { block -> Double in
      let words = TextProfile(block.belief + ". " + block.reasoning).content
      guard !words.isEmpty else { return 0 }
      let new = Double(words.subtracting(problem.content).count) / Double(words.count)
      let bridge = min(1, Double(words.intersection(problem.content).count) / 6)
      return max(0, 1 - abs(new - 0.7) / 0.7) * (0.35 + 0.65 * bridge)
    }
    let implications = blocks.flatMap(\.implications)
    let fresh =
      implications.isEmpty
      ? 0
      : Double(
        implications.count { sentence in
          let words = TextProfile(sentence).content
          return Double(words.intersection(tried).count) < 0.4 * Double(max(1, words.count)) && isConcrete(sentence)
        }) / Double(implications.count)
    var overlap = 0.0
    for (index, block) in blocks.enumerated() {
      for other in blocks[(index + 1)...] { overlap = max(overlap, WordOverlap.share(block.belief, other.belief)) }
    }
    return 0.55 * mean(shares) + 0.35 * fresh + 0.10 * (1 - overlap)
  }

  private func actionability(_ blocks: [Block]) -> Double {
    var seen: [String] = []
    var scores: [Double] = []
    for sentence in blocks.flatMap(\.implications)
    where !seen.contains(where: { WordOverlap.share($0, sentence) > 0.7 }) {
      seen.append(sentence)
      let profile = TextProfile(sentence)
      var score = Self.vague.contains(profile.first) ? 0.2 : 0.4
      if isConcrete(sentence) { score += 0.25 }
      if !profile.stems.intersection(Self.measuring).isEmpty { score += 0.15 }
      if !profile.numbers.isEmpty || !profile.stems.intersection(Self.timing).isEmpty { score += 0.10 }
      if !profile.stems.intersection(Self.deciding).isEmpty { score += 0.10 }
      scores.append(score)
    }
    guard !scores.isEmpty else { return 0 }
    let perBelief = Double(scores.count) / Double(blocks.count)
    return min(1, mean(scores) / 0.80) * min(1, perBelief / 3)
  }

  private func coherence(_ blocks: [Block]) -> Double {
    mean(
      blocks.map { block in
        let belief = TextProfile(block.belief).content
        let reason = TextProfile(block.reasoning).content
        let ground = TextProfile(block.evidence).content
        let actions = TextProfile(block.implications.joined(separator: ". ")).content
        func share(_ a: Set<WordKey>, _ b: Set<WordKey>, full: Int) -> Double {
          min(1, Double(a.intersection(b).count) / Double(full))
        }
        let grounded = Self.quotations(in: block.evidence, found: problem) > 0 ? 1.0 : 0
        let links = TextProfile(block.reasoning).stems.intersection(Self.discourse).isEmpty ? 0.0 : 1
        return 0.25 * share(belief, reason, full: 2) + 0.15 * share(ground, reason, full: 3) + 0.20 * grounded
          + 0.25 * share(belief.union(reason).union(ground), actions, full: 3) + 0.15 * links
      })
  }

  /// How many passages in quotation marks of three words or more, or with a figure, occur in the problem.
  private static func quotations(in text: String, found problem: TextProfile) -> Int {
    let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.enumerated().count { index, piece in
      guard index % 2 == 1 else { return false }
      let words = TextProfile(String(piece))
      return (words.wordCount >= 3 || !words.numbers.isEmpty) && words.content.isSubset(of: problem.content)
    }
  }

  private func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

  private static func stems(_ words: String) -> Set<WordKey> {
    Set(words.split(separator: " ").map { Tokeniser.stem(of: $0.utf8) })
  }

  private static let vague: Set<WordKey> = stems(
    "consider examine identify explore think review align improve ensure communicate")
  private static let measuring: Set<WordKey> = stems(
    "count measure compare list note record time write mark sort track log ask check read")
  private static let timing: Set<WordKey> = stems("day week month hour morning today until before first each next")
  private static let deciding: Set<WordKey> = stems("if until unless otherwise when before whether")
  private static let discourse: Set<WordKey> = stems("so because therefore but while which yet then that if as since")
}

/// The words and numbers of a text, as keys.
struct TextProfile: Sendable {
  /// Stems of words of four letters or more that are no function words.
  var content: Set<WordKey> = []
  var stems: Set<WordKey> = []
  var numbers: Set<WordKey> = []
  var wordCount = 0
  var functionShare = 0.0
  /// Stem of the first word.
  var first: WordKey = ""

  init(_ text: String) {
    var functionWords = 0
    for token in Tokeniser.tokens(of: text) {
      switch token.kind {
      case .number: numbers.insert(token.key)
      case .word:
        wordCount += 1
        if wordCount == 1 { first = token.stem }
        stems.insert(token.stem)
        if Self.function.contains(token.key) {
          functionWords += 1
        } else if token.end - token.start > 3 {
          content.insert(token.stem)
        }
      default: break
      }
    }
    functionShare = wordCount == 0 ? 0 : Double(functionWords) / Double(wordCount)
  }

  private static let function: Set<WordKey> = Set(
    """
    a an the and or but of in on at to for from by with without as is are was were be been being it its this that these \
    those there their they them he she his her you your we our us i my me not no nor so if then than which who whom whose \
    what when where while because until before after over under into out up down about each every any some all both more \
    most less least other such only own same can could will would should may might must do does did has have had how why
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordKey($0) })
}
