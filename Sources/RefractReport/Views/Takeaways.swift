internal import RefractEngine

/// The message of a section in large type, computed from what stands in it; empty where there is nothing to say.
enum Takeaways {
  /// "Step 3 decides how to go on; you know by working day 3 at the latest (est.)."
  static func actions(_ solution: Solution) -> String {
    guard let action = solution.actions.first(where: { $0.gate != nil }),
      let step = solution.path?.steps.first(where: { $0.text == action.text }), step.total > 0, step.total < 1000
    else { return "" }
    return "Step \(action.number) decides how to go on; you know by working day \(Int(step.total.rounded(.up))) "
      + "at the latest (est.)."
  }

  /// "Two tests, and each can prove this wrong."
  static func validation(_ checks: [Solution.Validation]) -> String {
    guard checks.count > 1, checks.allSatisfy({ !$0.refutedIf.isEmpty }) else { return "" }
    return Words.capitalised(Words.count(checks.count)) + " tests, and each can prove this wrong."
  }

  /// "Strongest in novelty (0.93), weakest in coherence (0.85)."
  static func quality(_ scores: QualityScores) -> String {
    let named = [
      ("specificity", scores.specificity), ("novelty", scores.novelty), ("actionability", scores.actionability),
      ("coherence", scores.coherence),
    ]
    guard let best = named.max(by: { $0.1 < $1.1 }), let worst = named.min(by: { $0.1 < $1.1 }),
      best.1 - worst.1 >= 0.03
    else { return "" }
    return "Strongest in \(best.0) (\(Words.score(best.1))), weakest in \(worst.0) (\(Words.score(worst.1)))."
  }

  /// "Three constraints are kept and two are at risk."
  static func feasibility(_ all: [Solution.Feasibility]) -> String {
    guard all.count > 1 else { return "" }
    let verdicts: [(Solution.Verdict, one: String, many: String)] = [
      (.violated, "is violated", "are violated"), (.atRisk, "is at risk", "are at risk"),
      (.kept, "is kept", "are kept"),
      (.unknown, "cannot be judged yet", "cannot be judged yet"),
    ]
    let parts = verdicts.compactMap { verdict, one, many -> (count: Int, words: String)? in
      let count = all.filter { $0.verdict == verdict }.count
      return count == 0 ? nil : (count, count == 1 ? one : many)
    }
    let told = parts.enumerated().map { index, part in
      let noun = index > 0 ? "" : part.count == 1 ? " constraint" : " constraints"
      return Words.count(part.count) + noun + " " + part.words
    }
    return Words.capitalised(Words.list(told)) + "."
  }
}
