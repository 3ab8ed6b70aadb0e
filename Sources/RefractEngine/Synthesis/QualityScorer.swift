/// Scores what a reader sees: the printed block, the problem's text and the catalogue, never the slots it was made from.
///
/// Shallow cues suffice for specificity (A. Louis and A. Nenkova, 2011; J. Li and A. Nenkova, 2015) and shared entities for
/// coherence (R. Barzilay and M. Lapata, 2008). The four criteria and their equal weights are the worked example's. Counts
/// enter through `1 − e^−x`, so that every further item of a kind is worth less than the one before and no text is perfect.
package struct QualityScorer: Sendable {
  private let anchors: InputAnchors
  private let attempts: [Set<WordKey>]
  private let vocabulary: LensVocabulary
  private let packs: [String]

  /// - Parameters:
  ///   - attempts: names of what was tried.
  ///   - parties: names of those who want something.
  ///   - packs: the packs whose words the report uses.
  package init(
    problem: Problem, catalogue: Catalogue, packs: [DomainPack] = [], attempts: [String] = [], parties: [String] = []
  ) {
    anchors = InputAnchors(problem: problem, attempts: attempts, parties: parties)
    self.attempts = attempts.map { TextProfile($0).content }
    vocabulary = catalogue.vocabulary
    self.packs = packs.map(\.id)
  }

  private func isTerm(_ word: WordKey) -> Bool { vocabulary.isTerm(word, packs: packs) }

  /// One belief as it is printed.
  package struct Block: Sendable {
    package var belief: String
    package var reasoning: String
    package var evidence: String
    package var implications: [String]
  }

  package func score(_ blocks: [Block]) -> QualityScores {
    guard !blocks.isEmpty else { return QualityScores(specificity: 0, novelty: 0, actionability: 0, coherence: 0) }
    var told: Set<String> = []
    let cut = blocks.map { ScoredBlock($0, told: &told) }
    var seen: Set<String> = []
    let advice = blocks.map { block in
      block.implications.filter { seen.insert($0.lowercased()).inserted }.map { scored($0) }
    }
    let natural = mean(cut.map(Self.naturalness))
    let found = cut.map { AnchorsFound($0.sentences, anchors: anchors) }
    func rounded(_ value: Double) -> Double { (min(max(value * natural, 0), 0.95) * 100).rounded() / 100 }
    return QualityScores(
      specificity: rounded(specificity(cut, found, advice.flatMap(\.self))),
      novelty: rounded(novelty(cut, found, advice.flatMap(\.self))),
      actionability: rounded(actionability(advice, given: blocks.flatMap(\.implications).count)),
      coherence: rounded(coherence(cut, found, advice)))
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

  /// Function words and finite verbs make language; a list of keywords has neither. Grounds may be a list of quotations.
  private static func naturalness(_ block: ScoredBlock) -> Double {
    let words = block.sentences.map(\.profile)
    let function = words.reduce(0) { $0 + $1.functionCount }
    let all = words.reduce(0) { $0 + $1.wordCount }
    let said = (block.belief + block.reasoning).map(\.profile)
    guard all > 0, !said.isEmpty else { return 0 }
    let finite = Double(said.count(where: \.hasFiniteVerb)) / Double(said.count)
    return min(1, Double(function) / Double(all) / 0.24) * min(1, finite / 0.6)
  }

  private func saturated(_ amount: Double, _ scale: Double) -> Double { 1 - exponential(-max(0, amount) / scale) }

  private func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
}

extension QualityScorer {
  /// One implication with what it is made of.
  private struct Advice {
    var text: String
    var profile: TextProfile
    /// 1 if it names something of the input or two words of its field, less for a single word.
    var concreteness: Double
  }

  private func scored(_ text: String) -> Advice {
    let sentence = ScoredSentence(text)
    return Advice(text: text, profile: sentence.profile, concreteness: concreteness(sentence))
  }

  // MARK: Specificity

  private func specificity(_ blocks: [ScoredBlock], _ found: [AnchorsFound], _ advice: [Advice]) -> Double {
    var uses: [String: Int] = [:]
    let anchored = found.map { item -> Double in
      var weight = 0.0
      var words = 0
      for (name, value) in item.items.sorted(by: { $0.key < $1.key }) {
        if name.hasPrefix("word ") {
          words += 1
          if words > 3 { continue }
        }
        weight += value * power(0.6, uses[name, default: 0])
        uses[name, default: 0] += 1
      }
      return saturated(weight, 1.9)
    }
    let words = blocks.flatMap { $0.belief + $0.reasoning }.reduce(into: Set<WordKey>()) {
      $0.formUnion($1.profile.content)
    }
    let unusual = words.isEmpty ? 0 : Double(words.count { !vocabulary.isGeneric($0) }) / Double(words.count)
    // Rare words count for a case only if something ties the text to it.
    let tie = mean(anchored)
    return 0.5 * tie + 0.3 * mean(advice.map(\.concreteness)) + 0.2 * min(1, unusual / 0.75) * min(1, 0.3 + tie)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }

  private func concreteness(_ advice: ScoredSentence) -> Double {
    let hits = AnchorsFound([advice], anchors: anchors).items.count { !$0.key.hasPrefix("word ") && $0.value > 0 }
    var fromInput = 0
    var fromField = 0
    for word in advice.profile.content where !ScoredWords.advice.contains(word) {
      if anchors.content.contains(word) { fromInput += 1 } else if isTerm(word) { fromField += 1 }
    }
    return saturated(1.2 * Double(hits) + 0.9 * Double(fromInput) + 0.45 * Double(fromField), 1)
  }

  // MARK: Novelty

  private func novelty(_ blocks: [ScoredBlock], _ found: [AnchorsFound], _ advice: [Advice]) -> Double {
    let said = zip(blocks, found).map { block, anchored -> Double in
      let words = (block.belief + block.reasoning).reduce(into: Set<WordKey>()) {
        $0.formUnion($1.profile.content)
      }
      guard !words.isEmpty else { return 0 }
      let new = words.subtracting(anchors.content)
      let concepts = saturated(Double(new.count(where: isTerm)), 2)
      let share = Double(new.count) / Double(words.count)
      let tie = anchored.items.values.reduce(0) { $0 + ($1 > 0.2 ? $1 : 0.5 * $1) }
      let bridge = saturated(tie, 0.9)
      return (0.5 * concepts + 0.5 * max(0, 1 - abs(share - 0.7) / 0.7)) * (0.35 + 0.65 * bridge)
    }
    let fresh = advice.map { item -> Double in
      let words = item.profile.content
      let isStop = ScoredWords.forbidding.contains(item.profile.first)
      let repeats = attempts.contains { !$0.isEmpty && $0.isSubset(of: words) && 2 * $0.count >= words.count }
      return repeats && !isStop ? 0 : item.concreteness
    }
    var overlap = 0.0
    for (index, block) in blocks.enumerated() {
      for other in blocks[(index + 1)...] {
        overlap = max(
          overlap,
          WordOverlap.share(
            block.belief.map(\.text).joined(separator: " "), other.belief.map(\.text).joined(separator: " ")))
      }
    }
    return 0.55 * mean(said) + 0.35 * mean(fresh) + 0.10 * (1 - overlap) * min(1, mean(said) / 0.5)
  }

  // MARK: Actionability

  private func actionability(_ blocks: [[Advice]], given: Int) -> Double {
    var kept: [Advice] = []
    for item in blocks.flatMap(\.self) where !kept.contains(where: { WordOverlap.share($0.text, item.text) > 0.7 }) {
      kept.append(item)
    }
    guard !kept.isEmpty else { return 0 }
    let perBelief = Double(kept.count) / Double(blocks.count)
    let duplicates = 1 - Double(kept.count) / Double(max(given, kept.count))
    // The scale puts two thirds of all points, what careful advice by hand reaches, near 0.8.
    let points = max(0, mean(kept.map(points)))
    let scaled = 1 - exponential(-exponential(1.6 * logarithm(max(points, 1e-6) / 0.47)))
    return (1 - duplicates) * scaled * min(1, perBelief / 3)
  }

  private func points(_ advice: Advice) -> Double {
    let profile = advice.profile
    let isNaming = profile.content.subtracting(ScoredWords.advice).count >= 2
    let isVague = ScoredWords.vague.contains(profile.first)
    let isUrging =
      ScoredWords.urging.contains(profile.first) || !ScoredWords.urging.isDisjoint(with: profile.stems)
    var points = isVague ? 0.2 : isUrging && isNaming ? 0.4 : 0.2
    points += 0.25 * advice.concreteness
    if measures(profile) { points += 0.15 }
    if !profile.stems.isDisjoint(with: ScoredWords.timing) { points += 0.10 }
    if !profile.stems.isDisjoint(with: ScoredWords.deciding) { points += 0.10 }
    if violates(profile) { points -= 0.5 }
    return points
  }

  /// A measuring word counts with something of the case behind it, not in "measure the impact before and after".
  private func measures(_ profile: TextProfile) -> Bool {
    for (index, word) in profile.order.enumerated() {
      guard let word, ScoredWords.measuring.contains(word) else { continue }
      for next in profile.order[(index + 1)...].prefix(4) {
        guard let next else { break }
        if !ScoredWords.advice.contains(next), !vocabulary.isGeneric(next) || anchors.content.contains(next) {
          return true
        }
      }
    }
    return false
  }

  /// What a stated ban names, urged all the same.
  private func violates(_ profile: TextProfile) -> Bool {
    guard !ScoredWords.forbidding.contains(profile.first),
      profile.stems.isDisjoint(with: ScoredWords.without)
    else { return false }
    return anchors.forbidden.contains { $0.isSubset(of: profile.content) }
  }

  // MARK: Coherence

  private func coherence(_ blocks: [ScoredBlock], _ found: [AnchorsFound], _ advice: [[Advice]]) -> Double {
    let values = zip(blocks, advice).map { block, advice -> Double in
      let belief = words(block.belief)
      let reason = words(block.reasoning)
      let ground = words(block.evidence)
      let said = belief.union(reason).union(ground)
      let grounds = AnchorsFound(block.evidence, anchors: anchors).items.values.reduce(0) { $0 + max(0, $1) }
      let isLinked =
        block.reasoning.contains { !$0.profile.stems.isDisjoint(with: ScoredWords.discourse) } && reason.count >= 3
      let links = advice.map {
        saturated(Double($0.profile.content.subtracting(ScoredWords.advice).intersection(said).count), 1)
      }
      return 0.25 * saturated(Double(belief.intersection(reason).count), 1.2)
        + 0.15 * saturated(Double(ground.intersection(reason.union(belief)).count), 1.5) + 0.20
        * saturated(grounds, 0.5)
        + 0.25 * mean(links) + (isLinked ? 0.15 : 0)
    }
    return mean(values) - 0.2 * Double(contradictions(advice.flatMap(\.self)))
  }

  private func words(_ sentences: [ScoredSentence]) -> Set<WordKey> {
    sentences.reduce(into: Set<WordKey>()) { $0.formUnion($1.profile.content) }.subtracting(ScoredWords.advice)
  }

  /// The same thing urged and stopped.
  private func contradictions(_ advice: [Advice]) -> Int {
    let stops = advice.filter { ScoredWords.forbidding.contains($0.profile.first) }
    let urged = advice.filter { !ScoredWords.forbidding.contains($0.profile.first) }
    return stops.count { stop in
      let object = stop.profile.content.subtracting([stop.profile.first])
      return object.count >= 2
        && urged.contains { object.isSubset(of: $0.profile.content) && $0.profile.content.count <= object.count + 1 }
    }
  }
}
