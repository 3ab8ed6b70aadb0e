import Testing

@testable import RefractEngine

@Suite("Figures that disagree")
struct ContradictionTests {
  private static func report(_ yaml: String) throws -> Report {
    let problem = try #require(ProblemReader.read(bytes: Array(yaml.utf8), file: "c.yaml", format: .yaml).problem)
    return ReportCases.engine.analyse(problem)
  }

  @Test(
    "Two values of one measure are printed side by side, asked about first, and no sum rests on them",
    arguments: [
      (
        "problem: Our churn is 4% a month and must be 2%. Support says that churn is 7% a month. We tried calls; nothing changed.",
        ["4%", "7%"]
      ),
      (
        "problem: Churn is 7%. We tried onboarding calls, and nothing changed.\nmetrics: [{name: churn, current: 4%, target: 2%}]",
        ["7%", "4%"]
      ),
    ])
  func disagree(_ yaml: String, _ values: [String]) throws {
    let report = try Self.report(yaml)
    let line = try #require(report.keyFigures.first)
    let question = try #require(report.solution.openQuestions.first)
    for value in values {
      #expect(line.contains(value), "\(line)")
      #expect(question.contains(value), "\(question)")
    }
    #expect(question.contains("which of the two holds"))
    #expect(!report.derivations.contains { $0.id.hasPrefix("V1") })
  }

  @Test(
    "Values of different places, times or groups, equal ones, rough ones and series are no contradiction",
    arguments: [
      "Churn is 4% in Berlin. Churn is 7% in Munich. We need 2%.",
      "Churn was 4% last year. Churn is 7% now. We need 2%.",
      "Churn is 7%. We tried calls. Churn is 7%, and we need 2%.",
      "Churn is about 7%. Support says churn is 6%. We need 2%.",
      "Churn is 4% and the refund rate is 7%. We need 2% churn.",
    ])
  func agree(_ text: String) throws {
    let report = try Self.report("problem: " + text)
    #expect(!report.solution.openQuestions.contains { $0.contains("which of the two holds") })
    #expect(!report.keyFigures.contains { $0.contains("disagree") })
  }

  @Test("No input of the project contradicts itself", arguments: ReportCases.all)
  func samples(_ one: ReportCase) { #expect(Contradictions.find(in: one.facts).isEmpty) }
}
