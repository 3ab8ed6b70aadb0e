import Foundation
import Testing

@testable import RefractEngine

/// Problems with their finished reports, for what must hold of every report.
struct ReportCase: Sendable, CustomTestStringConvertible {
  let name: String
  let problem: Problem
  let report: Report
  let facts: Facts

  var testDescription: String { name }

  /// Every sentence that the analyst writes about the case, by where it stands.
  var sentences: [(place: String, text: String)] {
    let solution = report.solution
    var all = report.analyses.flatMap(\.beliefs).flatMap { belief in
      [
        ("belief \(belief.number)", belief.belief), ("reasoning \(belief.number)", belief.reasoning),
        ("evidence \(belief.number)", belief.evidence), ("refuted \(belief.number)", belief.refutedIf),
      ] + belief.implications.map { ("implication of \(belief.number)", $0) }
    }
    all.append(("reframe", solution.problemReframe))
    if let root = solution.rootCause {
      all += [root.statement, root.evidence, root.chosenBecause ?? "", root.runnerUp ?? "", root.decidedBy ?? ""].map {
        ("root cause", $0)
      }
    }
    all += solution.tradeOffs.flatMap { [$0.gain, $0.price, $0.tooHighWhen] }.map { ("trade-off", $0) }
    all += solution.validation.flatMap { [$0.prediction, $0.measure, $0.baseline, $0.passesIf, $0.refutedIf] }.map {
      ("validation", $0)
    }
    all += solution.autopsies.map { ("autopsy of \($0.attempt)", $0.why) }
    all += solution.actions.map { ("action \($0.number)", $0.text) }
    all += solution.feasibility.map { ("feasibility", $0.note) }
    all += solution.stakeholders.map { ("party", $0.gets) }
    all += solution.openQuestions.map { ("question", $0) }
    all += [solution.expectedOutcome ?? "", solution.path?.sum ?? ""].map { ("path", $0) }
    all += report.keyFigures.map { ("figure", $0) }
    return all.filter { !$0.1.isEmpty }
  }
}

enum ReportCases {
  static let catalogue = Catalogue.builtIn().catalogue
  static let engine = Engine(catalogue: catalogue, version: "test")

  /// The sample inputs, short texts from other fields, the development half of the corpus and, where they are at hand, the
  /// problems of the evaluation. Each is analysed once for all tests.
  static let all: [ReportCase] = inputs + told + corpus + evaluation

  static let inputs = problems(
    in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../inputs").standardized)

  static let corpus: [ReportCase] = ((try? CorpusTests.texts("dev")) ?? []).map { make($0.problem, name: $0.name) }

  /// Empty where the folder is absent.
  static let evaluation = problems(in: URL(filePath: "/work/shared/eval/problems"))

  private static func problems(in folder: URL) -> [ReportCase] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      let format: InputFormat = name.hasSuffix("json") ? .json : .yaml
      return ProblemReader.read(bytes: Array(data), file: name, format: format).problem.map { make($0, name: name) }
    }
  }

  static let told: [ReportCase] = [
    "Our ferry is late. It leaves full since May: 140 passengers want to board and 110 fit. We added a Sunday crossing and nothing changed. The harbour master wants fewer crossings, the hotels want more. It must be solved by June.",
    "The laundry of our hospital returns a third of the gowns stained. We tried a new detergent (2%), hotter water (6%) and a second rinse (1%). No new machines this year.",
    "In the museum shop nobody buys the catalogue. Visitors say that they do not see it. We put up a poster: no effect. The director asks why.",
    "Nos bus sont en retard de 12 minutes, la ville veut 5 minutes.",
    "Our CI is too slow and too flaky.",
    "Help!",
  ].enumerated().map { index, text in
    make(
      Problem(
        id: "told-\(index)", title: "What is told", hasOwnTitle: false, problem: text,
        fields: [Problem.Field(name: "problem", text: text)]), name: "told \(index)")
  }

  static func make(_ problem: Problem, name: String) -> ReportCase {
    let view = engine.read(problem)
    return ReportCase(name: name, problem: problem, report: engine.analyse(view), facts: view.facts)
  }

  static func told(_ text: String, _ fields: [(String, String)] = []) -> ReportCase {
    make(Sample.problem(text, fields: fields), name: text)
  }
}
