internal import RefractEngine

/// What several problems have in common: root causes, questions, lenses, limits and steps.
///
/// Nothing is said unless at least two problems bear it out, and each statement names them.
struct BatchSynthesis {
  /// Most statements of one kind, and problems named for one of them.
  static let maximumFindings = 5
  static let maximumProblems = 12

  let summaries: [ReportSummary]

  /// - Parameter summaries: in the order of the index.
  init(_ summaries: [ReportSummary]) { self.summaries = summaries }

  /// One thing that several problems share.
  struct Finding: Equatable {
    var statement: String
    /// In the order of the index, each with what it says itself on the matter.
    var problems: [Member]
  }

  struct Member: Equatable {
    /// Index into the summaries.
    var index: Int
    var words: String?
  }

  /// The kinds of findings, with the key each has in the JSON and the heading above it.
  var groups: [(key: String, heading: String, findings: [Finding])] {
    [
      ("root_causes", "Root causes they share", rootCauses), ("questions", "Questions they share", questions),
      ("actions", "Steps that help several", steps), ("constraints", "Limits they share", limits),
      ("lenses", "Lenses that spoke to several", lenses),
    ].filter { !$0.2.isEmpty }
  }

  private var rootCauses: [Finding] {
    shared { one in
      one.rootCause.map { [($0.lens, Words.sentence($0.statement))] } ?? []
    } statement: { lens, members in
      let rules = Set(members.map { summaries[$0.index].common?.rootRule ?? "" })
      let same = rules.count == 1 && rules != [""] ? ", each time by the same rule" : ""
      return "\(lens) explains most in \(share(members.count))\(same)."
    }
  }

  private var questions: [Finding] {
    shared { one in
      (one.common?.questions ?? []).map { ($0, nil) }
    } statement: { question, members in
      "“\(Words.capitalised(question))” is the question in \(share(members.count))."
    }
  }

  private var lenses: [Finding] {
    shared { one in
      one.lenses.filter { $0.isApplied && $0.belief != nil }.map { ($0.name, nil) }
    } statement: { lens, members in
      "\(lens) was applied to \(share(members.count))."
    }
  }

  private var limits: [Finding] {
    shared { one in
      (one.common?.limits ?? []).map { ($0.area, "“\($0.words)”") }
    } statement: { area, members in
      "\(Words.capitalised(share(members.count))) have a limit on \(area)."
    }
  }

  /// Advice that several plans hold. Where each problem has it in words of its own, these stand beside it.
  private var steps: [Finding] {
    shared { one in
      (one.common?.steps ?? []).map { ($0.source, $0.text) }
    } statement: { _, members in
      let texts = Set(members.compactMap(\.words))
      if texts.count == 1, let text = texts.first { return "\(text): a step in \(share(members.count))." }
      guard let first = members.first, let text = first.words else { return "" }
      let step = summaries[first.index].common?.steps.first { $0.text == text }
      return "The same step of \(step?.lens ?? "the field") stands in \(share(members.count)), in the words of each."
    }.map { finding in
      guard Set(finding.problems.compactMap(\.words)).count == 1 else { return finding }
      return Finding(statement: finding.statement, problems: finding.problems.map { Member(index: $0.index) })
    }
  }

  /// Names of the modes that were recommended for none of the problems; empty for fewer than two problems with a mode.
  var unneededModes: [String] {
    let advised = summaries.compactMap(\.common).filter { !$0.modes.isEmpty }
    guard advised.count > 1, let all = advised.first?.allModes else { return [] }
    let needed = Set(advised.flatMap(\.modes))
    return all.filter { !needed.contains($0) }
  }

  /// "three of 12 problems".
  private func share(_ count: Int) -> String {
    count == summaries.count
      ? "all \(Words.count(count)) problems" : "\(Words.count(count)) of \(Words.count(summaries.count)) problems"
  }

  /// The terms that at least two problems have, commonest first.
  private func shared(
    _ terms: (ReportSummary) -> [(term: String, words: String?)], statement: (String, [Member]) -> String
  ) -> [Finding] {
    var members: [String: [Member]] = [:]
    for (index, one) in summaries.enumerated() {
      for (term, words) in terms(one) where members[term]?.last?.index != index {
        members[term, default: []].append(Member(index: index, words: words))
      }
    }
    return members.filter { $0.value.count > 1 }
      .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(Self.maximumFindings)
      .map { Finding(statement: statement($0.key, $0.value), problems: $0.value) }
  }
}

extension BatchSynthesis {
  /// The findings as templates see them.
  var record: Record {
    var kinds = groups.map { group -> Record in
      [
        "id": .text("shared-" + group.key.replacing("_", with: "-")), "heading": .text(group.heading),
        "findings": .list(group.findings.map(record)),
      ]
    }
    let modes = unneededModes
    if !modes.isEmpty {
      let line = "None of the \(Words.count(summaries.count)) problems called for \(Words.alternatives(modes))."
      kinds.append([
        "id": .text("unneeded-modes"), "heading": .text("Modes that no problem needed"),
        "findings": .list([record(Finding(statement: line, problems: []))]),
      ])
    }
    return ["batch": .list(kinds), "has_batch": .flag(!kinds.isEmpty)]
  }

  private func record(_ finding: Finding) -> Record {
    let shown = finding.problems.prefix(Self.maximumProblems)
    let hidden = finding.problems.count - shown.count
    return [
      "statement": .text(finding.statement), "more": .text(hidden > 0 ? "and \(hidden) more" : nil),
      "has_problems": .flag(!shown.isEmpty),
      "problems": .list(
        shown.map { member in
          [
            "number": .number(member.index + 1), "id": .text(summaries[member.index].id),
            "title": .text(summaries[member.index].title), "words": .text(member.words),
          ]
        }),
    ]
  }

  /// The findings as JSON, every problem named by its id.
  func write(to json: inout JSONWriter) {
    for group in groups {
      json.key(group.key)
      json.list(group.findings) { json, finding in
        json.object { json in
          json.field("statement", finding.statement)
          json.field("count", finding.problems.count)
          json.field("problems", finding.problems.map { summaries[$0.index].id })
        }
      }
    }
    json.field("modes_not_needed", unneededModes)
  }
}
