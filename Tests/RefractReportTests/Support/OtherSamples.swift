@testable import RefractEngine

extension Sample {
  /// A report of one sentence: no attempt, no gap, no root cause, one belief.
  static var thin: Report {
    let text = "Our CI is too slow and too flaky."
    let problem = Problem(
      id: "ci-slow-flaky", title: "CI", hasOwnTitle: false, problem: text,
      fields: [Problem.Field(name: "problem", text: text)])
    let quality = QualityScores(specificity: 0.34, novelty: 0.52, actionability: 0.66, coherence: 0.64)
    let belief = Belief(
      number: 1, rule: "feedback_loops.repeat", belief: "Flakiness is possibly making CI slow.", confidence: 0.5,
      reasoning: "A run that fails by chance gets repeated, and the repeat holds a machine.", evidence: "“too slow”.",
      evidenceSpans: [span("too slow", in: problem)], lateralConnections: [], implications: [], refutedIf: "")
    var report = empty
    report.problem = problem
    report.brief = Report.InBrief(
      reframe: "Too early to call these two problems: flaky runs may be part of what makes CI slow.", rootCause: nil,
      rootCauseConfidence: nil, firstStep: "Sort last week's CI time into waiting, running and repeating.",
      evidence: "thin (one sentence, no figure): read what follows as questions", isThin: true)
    report.marks = [Report.Mark(span: span("too slow", in: problem), beliefs: [1])]
    report.analyses = [
      LensAnalysis(
        id: "feedback-loops", name: "Feedback Loops",
        definition: "An effect that returns to its cause keeps itself going.",
        source: "N. Wiener, 1948.", brief: "", beliefs: [belief], quality: quality)
    ]
    report.lensRanking = [
      Report.RankedLens(id: "feedback-loops", name: "Feedback Loops", score: 0.4, isApplied: true)
    ]
    report.solution.openQuestions = ["How much CI time last week was waiting, running, repeating?"]
    report.solution.quality = quality
    return report
  }

  /// Nothing but a problem.
  static var empty: Report {
    let quality = QualityScores(specificity: 0, novelty: 0, actionability: 0, coherence: 0)
    return Report(
      problem: Problem(id: "empty", title: "x", hasOwnTitle: false, problem: "x", fields: []), domain: nil,
      brief: Report.InBrief(
        reframe: "", rootCause: nil, rootCauseConfidence: nil, firstStep: nil, evidence: "", isThin: true),
      keyFigures: [], headlines: [], marks: [],
      thinkingMode: ThinkingMode(recommended: [], sequence: [], nextSteps: [], insight: nil), lensRanking: [],
      analyses: [],
      solution: Solution(
        problemReframe: "", rootCause: nil, keyInsights: [], actions: [], tradeOffs: [], validation: [], autopsies: [],
        path: nil, expectedOutcome: nil, conflicts: [], feasibility: [], stakeholders: [], droppedAdvice: [],
        openQuestions: [], quality: quality),
      derivations: [], facts: [], provenance: Report.Provenance(version: "1.0.0", catalogue: "0000000000000000"))
  }

  /// The worked example with something nasty in front of and behind every text.
  static func hostile(_ nasty: String) -> Report {
    var report = WorkedExample.report
    func bad(_ text: inout String) { text = nasty + text + nasty }
    func bad(_ text: inout String?) { text = nasty + (text ?? "") + nasty }
    bad(&report.problem.title)
    bad(&report.problem.problem)
    bad(&report.problem.deadline)
    bad(&report.domain)
    bad(&report.brief.reframe)
    bad(&report.brief.rootCause)
    bad(&report.brief.firstStep)
    bad(&report.brief.evidence)
    for index in report.problem.context.indices { bad(&report.problem.context[index]) }
    for index in report.problem.tags.indices { bad(&report.problem.tags[index]) }
    for index in report.problem.fields.indices { report.problem.fields[index].text += nasty }
    for index in report.keyFigures.indices { bad(&report.keyFigures[index]) }
    for index in report.headlines.indices {
      bad(&report.headlines[index].label)
      bad(&report.headlines[index].value)
      bad(&report.headlines[index].note)
    }
    hostileAnalyses(&report, bad: { bad(&$0) })
    hostileSolution(&report.solution, bad: { bad(&$0) }, badOptional: { bad(&$0) })
    return report
  }

  private static func hostileAnalyses(_ report: inout Report, bad: (inout String) -> Void) {
    for index in report.thinkingMode.recommended.indices {
      bad(&report.thinkingMode.recommended[index].name)
      bad(&report.thinkingMode.recommended[index].reasoning)
      bad(&report.thinkingMode.recommended[index].lenses[0])
    }
    for index in report.analyses.indices {
      bad(&report.analyses[index].name)
      bad(&report.analyses[index].definition)
      bad(&report.analyses[index].source)
      for place in report.analyses[index].beliefs.indices {
        bad(&report.analyses[index].beliefs[place].belief)
        bad(&report.analyses[index].beliefs[place].reasoning)
        bad(&report.analyses[index].beliefs[place].evidence)
        bad(&report.analyses[index].beliefs[place].refutedIf)
        bad(&report.analyses[index].beliefs[place].implications[0])
        bad(&report.analyses[index].beliefs[place].lateralConnections[0])
      }
    }
  }

  private static func hostileSolution(
    _ solution: inout Solution, bad: (inout String) -> Void, badOptional: (inout String?) -> Void
  ) {
    bad(&solution.problemReframe)
    badOptional(&solution.expectedOutcome)
    badOptional(&solution.rootCause!.chosenBecause)
    badOptional(&solution.rootCause!.runnerUp)
    bad(&solution.rootCause!.statement)
    bad(&solution.path!.target)
    badOptional(&solution.path!.sum)
    for index in solution.path!.steps.indices { bad(&solution.path!.steps[index].text) }
    for index in solution.keyInsights.indices { bad(&solution.keyInsights[index].statement) }
    for index in solution.actions.indices {
      bad(&solution.actions[index].text)
      badOptional(&solution.actions[index].effort)
      badOptional(&solution.actions[index].note)
    }
    for index in solution.tradeOffs.indices {
      bad(&solution.tradeOffs[index].gain)
      bad(&solution.tradeOffs[index].price)
    }
    for index in solution.validation.indices {
      bad(&solution.validation[index].measure)
      bad(&solution.validation[index].prediction)
    }
    for index in solution.autopsies.indices {
      bad(&solution.autopsies[index].attempt)
      badOptional(&solution.autopsies[index].effect)
      badOptional(&solution.autopsies[index].effectUnit)
    }
    for index in solution.feasibility.indices { bad(&solution.feasibility[index].constraint) }
    for index in solution.stakeholders.indices { bad(&solution.stakeholders[index].name) }
    for index in solution.droppedAdvice.indices { bad(&solution.droppedAdvice[index].advice) }
    for index in solution.openQuestions.indices { bad(&solution.openQuestions[index]) }
  }
}
