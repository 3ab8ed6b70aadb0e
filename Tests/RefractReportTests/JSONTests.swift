import Foundation
import RefractEngine
import Testing

@testable import RefractReport

@Suite("JSON")
struct JSONTests {
  private func object(_ report: Report) throws -> [String: Any] {
    let file = try JSONFormat().files(for: report, templates: try Templates())[0]
    return try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
  }

  @Test("The worked example's keys")
  func keys() throws {
    let report = try object(WorkedExample.report)
    let top = [
      "schema_version", "id", "title", "problem", "facts", "thinking_mode", "lens_ranking", "analyses", "solution",
      "provenance",
    ]
    for key in top { #expect(report[key] != nil, "\(key)") }
    let mode = try #require(report["thinking_mode"] as? [String: Any])
    let first = try #require((mode["recommended_modes"] as? [[String: Any]])?.first)
    #expect(Set(first.keys) == ["id", "name", "match_score", "lenses", "reasoning"])
    #expect(first["match_score"] as? Double == 0.95)
    #expect(Set((mode["top_mode"] as? [String: Any] ?? [:]).keys) == ["id", "lenses"])
    #expect(mode["workflow"] != nil && mode["next_steps"] != nil)
    let analysis = try #require((report["analyses"] as? [[String: Any]])?.first)
    let belief = try #require((analysis["belief_statements"] as? [[String: Any]])?.first)
    for key in ["belief", "confidence", "reasoning", "evidence", "lateral_connections", "implications", "refuted_if"] {
      #expect(belief[key] != nil, "\(key)")
    }
    let scores = try #require(analysis["quality_scores"] as? [String: Any])
    #expect(Set(scores.keys) == ["specificity", "novelty", "actionability", "coherence", "overall"])
    let solution = try #require(report["solution"] as? [String: Any])
    let actions = try #require(solution["recommended_actions"] as? [String: [String]])
    #expect(actions["immediate"]?.count == 4 && actions["short_term"]?.count == 2 && actions["long_term"]?.count == 2)
    #expect((solution["why_attempts_failed"] as? [[String: Any]])?.first?["attempt"] as? String == "Caching")
  }

  @Test("Every key of the whole document, in full and in near-empty reports")
  func document() throws {
    let solutionKeys: Set = [
      "thinking_mode", "lenses_applied", "problem_reframe", "root_cause", "key_insights", "recommended_actions",
      "trade_offs", "validation_strategy", "why_attempts_failed", "path_to_target", "expected_outcome", "feasibility",
      "dropped_advice", "open_questions", "quality_scores",
    ]
    for report in [WorkedExample.report, Sample.thin, Sample.empty] {
      let parsed = try object(report)
      let solution = try #require(parsed["solution"] as? [String: Any])
      #expect(solutionKeys.subtracting(solution.keys).isEmpty, "\(report.problem.id)")
      let actions = try #require(solution["recommended_actions"] as? [String: Any])
      #expect(Set(actions.keys).isSuperset(of: ["immediate", "short_term", "long_term"]))
      let provenance = try #require(parsed["provenance"] as? [String: Any])
      #expect(Set(provenance.keys).isSuperset(of: ["version", "catalogue", "input_sha256"]))
      let mode = try #require(parsed["thinking_mode"] as? [String: Any])
      #expect(
        Set(mode.keys).isSuperset(of: ["recommended_modes", "top_mode", "workflow", "next_steps", "insight"]))
    }
    let parsed = try object(WorkedExample.report)
    let solution = try #require(parsed["solution"] as? [String: Any])
    let root = try #require(solution["root_cause"] as? [String: Any])
    #expect(Set(root.keys).isSuperset(of: ["lens", "statement", "evidence"]))
    let feasible = try #require((solution["feasibility"] as? [[String: Any]])?.first)
    #expect(Set(feasible.keys).isSuperset(of: ["constraint", "verdict", "note"]))
    let analysis = try #require((parsed["analyses"] as? [[String: Any]])?.first)
    #expect(
      Set(analysis.keys).isSuperset(of: ["name", "definition", "source", "belief_statements", "quality_scores"]))
    let ranked = try #require((parsed["lens_ranking"] as? [[String: Any]])?.first)
    #expect(Set(ranked.keys).isSuperset(of: ["lens", "score"]))
  }

  @Test("Evidence spans are the author's bytes")
  func spans() throws {
    let report = WorkedExample.report
    let analyses = try #require(try object(report)["analyses"] as? [[String: Any]])
    var count = 0
    for analysis in analyses {
      for belief in analysis["belief_statements"] as? [[String: Any]] ?? [] {
        for span in belief["evidence_spans"] as? [[String: Any]] ?? [] {
          let field = try #require(report.problem.fields.first { $0.name == span["field"] as? String })
          let start = try #require(span["start"] as? Int)
          let end = try #require(span["end"] as? Int)
          #expect(String(decoding: Array(field.text.utf8)[start..<end], as: UTF8.self) == span["text"] as? String)
          count += 1
        }
      }
    }
    #expect(count == 21)
  }

  @Test("Everything is valid JSON and comes back as it was", arguments: RenderTests.nasty)
  func hostile(nasty: String) throws {
    let report = Sample.hostile(nasty)
    let parsed = try object(report)
    let title = try #require(parsed["title"] as? String)
    #expect(title.utf8.elementsEqual(report.problem.title.utf8))
    let index = try JSONFormat().indexFiles(for: [ReportSummary(report)], runs: [], templates: try Templates())[0]
    _ = try JSONSerialization.jsonObject(with: Data(index.bytes))
    #expect(!index.bytes.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test("Keys stand in the order of the house; numbers are short; nothing is null by accident")
  func text() throws {
    let file = try JSONFormat().files(for: WorkedExample.report, templates: try Templates())[0]
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"schema_version\": 1,\n  \"id\": \"dashboard-slow\",\n  \"title\": "))
    #expect(text.contains("\"match_score\": 0.95,"))
    var writer = JSONWriter()
    writer.list { json in
      for value in [0.1 + 0.2, -1.5, 2, .nan, .infinity, 0.0004, 1234.5678] { json.number(value) }
      json.list { _ in }
      json.object { _ in }
      json.string("\u{2028}\u{7F}\u{1}é")
    }
    let expected = ["0.3", "-1.5", "2", "null", "null", "0", "1234.568", "[]", "{}", "\"\\u2028\\u007f\\u0001é\""]
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[\n  " + expected.joined(separator: ",\n  ") + "\n]")
  }
}
