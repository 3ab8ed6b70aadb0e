/// Tests whether effects fell in the order in which the author states them.
///
/// Kendall's tau over order (M. Kendall, "A New Measure of Rank Correlation", 1938; for trends H. Mann, 1945) and a peak
/// test that tau misses: five effects 5, 8, 12, 3, 2 have tau −0.4 and yet ran out after the third.
package enum SeriesTest {
  package static func run(_ attempts: [Attempt], _ document: Document) -> EffectSeries? {
    let members = comparable(attempts)
    let claim = claim(document)
    guard members.count >= 3 else {
      return claim.map { EffectSeries(verdict: .asserted, attempts: [], tau: 0, peak: 0, claim: $0) }
    }
    let effects = members.compactMap { attempts[$0].effect?.value.magnitude }
    let tau = kendall(effects)
    let peak = effects.indices.max { (effects[$0], -$0) < (effects[$1], -$1) } ?? 0
    let verdict: EffectSeries.Verdict
    let tail = tailMean(effects)
    if effects.count - 1 - peak >= 2, tail <= 0.5 * effects[peak], effects[peak] > 0 {
      verdict = .peakedThenFell
    } else if tau <= -0.6 {
      verdict = .falling
    } else {
      verdict = .none
    }
    return EffectSeries(verdict: verdict, attempts: members, tau: tau, peak: peak, claim: claim)
  }

  /// Mean of the last two effects.
  package static func tailMean(_ effects: [Double]) -> Double {
    guard effects.count >= 2 else { return effects.last ?? 0 }
    return (effects[effects.count - 1] + effects[effects.count - 2]) / 2
  }

  /// Kendall's tau-b of a series against its order, −1 (falls throughout) to 1. Long series are cut at 200: nobody lists
  /// more, and the count of pairs is quadratic.
  package static func kendall(_ values: [Double]) -> Double {
    let values = values.prefix(200)
    guard values.count > 1 else { return 0 }
    var sum = 0
    var ties = 0
    for first in values.indices {
      for second in (first + 1)..<max(values.count, first + 1) {
        if values[second] > values[first] {
          sum += 1
        } else if values[second] < values[first] {
          sum -= 1
        } else {
          ties += 1
        }
      }
    }
    let pairs = values.count * (values.count - 1) / 2
    guard ties < pairs else { return 0 }
    return Double(sum) / (Double(pairs) * Double(pairs - ties)).squareRoot()
  }

  /// Effects of one unit and sign: those of the unit most attempts share; ranges and mixed directions are left out.
  private static func comparable(_ attempts: [Attempt]) -> [Int] {
    var groups: [(unit: Quantity.Unit, isNegative: Bool, members: [Int])] = []
    for (index, attempt) in attempts.enumerated() {
      guard let effect = attempt.effect, effect.upper == nil else { continue }
      let isNegative = effect.value < 0
      if let group = groups.firstIndex(where: { $0.unit == effect.unit && $0.isNegative == isNegative }) {
        groups[group].members.append(index)
      } else {
        groups.append((effect.unit, isNegative, [index]))
      }
    }
    var best: [Int] = []
    for group in groups where group.members.count > best.count { best = group.members }
    return best
  }

  /// Where the author says that gains shrink or stop.
  package static func claim(_ document: Document) -> Span? {
    for sentence in document.lines {
      for index in 0..<sentence.count {
        let stem = sentence.stem(index)
        if let phrase = phrases[stem], let end = phrase(sentence, index) { return sentence.span(index..<end) }
      }
    }
    return nil
  }

  private static func key(_ word: String) -> WordKey { Tokeniser.stem(of: Array(word.utf8)) }

  /// Openers of a claim by their stem, each with a test of the words behind it that gives the claim's end.
  private static let phrases: [WordKey: @Sendable (SentenceTokens, Int) -> Int?] = [
    key("diminishing"): { $0.stem($1 + 1) == key("returns") ? $1 + 2 : nil },
    key("shrinking"): { ["returns", "gains"].contains($0.key($1 + 1)) ? $1 + 2 : nil },
    key("smaller"): { ["gains", "returns", "improvements"].contains($0.key($1 + 1)) ? $1 + 2 : nil },
    key("plateau"): { _, index in index + 1 },
    key("wore"): { $0.key($1 + 1) == "off" ? $1 + 2 : nil },
    key("wears"): { $0.key($1 + 1) == "off" ? $1 + 2 : nil },
    key("stuck"): { behind($0, $1, ["despite"], reach: 6) },
    key("flat"): { behind($0, $1, ["despite"], reach: 6) },
    key("unchanged"): { behind($0, $1, ["despite"], reach: 6) },
    key("nothing"): {
      let next = $0.key($1 + 1)
      let helps: Set<WordKey> = ["helps", "helped", "works", "worked", "changed", "changes"]
      if helps.contains(next) { return $1 + 2 }
      return ["has", "really"].contains(next) && helps.contains($0.key($1 + 2)) ? $1 + 3 : nil
    },
    key("hit"): { $0.key($1 + 1) == "a" && ["wall", "ceiling"].contains($0.key($1 + 2)) ? $1 + 3 : nil },
  ]

  private static func behind(_ sentence: SentenceTokens, _ index: Int, _ keys: Set<WordKey>, reach: Int) -> Int? {
    (index + 1..<index + 1 + reach).first { keys.contains(sentence.key($0)) }.map { $0 + 1 }
  }
}
