internal import RefractEngine

/// One report as templates see it.
struct ReportView {
  let report: Report
  let own: OwnWords

  init(_ report: Report) {
    self.report = report
    own = OwnWords(report)
  }

  var record: Record {
    heading.merging(problem).merging(analysis).merging(solution).merging(tail)
  }

  private var heading: Record {
    let brief = report.brief
    let reframe = Self.reframe(brief.reframe)
    let problem = report.problem
    let due = problem.deadline.map { Words.short($0, to: 60) }
    return [
      "id": .text(problem.id), "title": .text(problem.title), "domain": .text(report.domain),
      "deadline": .text(problem.deadline),
      "meta_line": .text([report.domain, due].compactMap { $0 }.joined(separator: " · ")),
      "reframe_old": .text(reframe.old), "reframe_new": .text(reframe.new), "reframe_rest": .text(reframe.rest),
      "reframe_is_long": .flag((reframe.old + reframe.new).utf8.count > 130),
      "brief": .record([
        "reframe": .text(Words.sentence(brief.reframe)),
        "root_cause": .text(brief.rootCause.map(Words.sentence)),
        "confidence": .text(brief.rootCauseConfidence.map(Words.score)),
        "first_step": .text(brief.firstStep.map(Words.sentence)),
        "answer": .text(brief.answer.map(Words.sentence)),
        "evidence": .text(Words.sentence(brief.evidence)), "is_thin": .flag(brief.isThin),
      ]),
      "has_brief": .flag(
        !(brief.reframe.isEmpty && brief.evidence.isEmpty && brief.rootCause == nil && brief.firstStep == nil)),
      "headlines": .list(report.headlines.prefix(3).enumerated().map { Self.headline($1, isFirst: $0 == 0) }),
      "has_headlines": .flag(!report.headlines.isEmpty),
      "first": .list(first), "has_first": .flag(!first.isEmpty),
    ]
  }

  /// The first sentence cut in two where it turns ("This isn't …, it's …"), and what follows it.
  static func reframe(_ text: String) -> (old: String, new: String, rest: String) {
    let (first, rest) = Words.firstSentence(text)
    let turns = [", it’s ", ", it's ", ", it is ", ", but ", "; "]
    let bytes = Array(first.utf8)
    let cuts = turns.compactMap { turn -> Int? in
      let pattern = Array(turn.utf8)
      guard bytes.count > pattern.count else { return nil }
      return (0..<(bytes.count - pattern.count)).first { bytes[$0...].starts(with: pattern) }
    }
    guard let cut = cuts.min(), cut > 8 else { return ("", first, rest) }
    return (
      String(decoding: bytes[...cut], as: UTF8.self),
      String(decoding: bytes[(cut + 2)...], as: UTF8.self), rest
    )
  }

  private static func headline(_ headline: Report.Headline, isFirst: Bool) -> Record {
    let isGap = isFirst && headline.label.hasPrefix("Gap")
    let bar = headline.fraction.map { isGap ? Pictures.gap($0) : Pictures.bar($0) }
    let (number, unit) = Words.split(headline.value)
    return [
      "label": .text(headline.label), "value": .text(headline.value), "number": .text(number), "unit": .text(unit),
      "note": .text(headline.note),
      "bar": .markup(bar ?? ""), "is_words": .flag(headline.value.unicodeScalars.count > 9),
    ]
  }

  /// The first three steps and the first decision.
  private var first: [Record] {
    let now = report.solution.actions.filter { $0.horizon == .immediate }
    let steps = now.isEmpty ? Array(report.solution.actions.prefix(2)) : now
    var rows: [Record] = steps.prefix(3).map { action in
      [
        "text": .text(Words.sentence(Words.firstSentence(action.text).first)), "effort": .text(action.effort),
        "is_gate": .flag(false),
      ]
    }
    if let gate = steps.lazy.compactMap(\.gate).first {
      rows.append(["text": .text(Words.question(gate.question)), "effort": .text(""), "is_gate": .flag(true)])
    }
    if rows.isEmpty, let step = report.brief.firstStep {
      rows.append(["text": .text(Words.sentence(step)), "effort": .text(""), "is_gate": .flag(false)])
    }
    return rows
  }

  private var problem: Record {
    [
      "key_figures": .texts(report.keyFigures), "has_key_figures": .flag(!report.keyFigures.isEmpty),
      "quote": .list(quote), "groups": .list(own.groups),
      "mark_count": .text(
        Words.capitalised(Words.count(own.marks.count))
          + (own.marks.count == 1 ? " passage carries" : " passages carry")),
      "has_marks": .flag(!own.marks.isEmpty),
    ]
  }

  /// The author's text line by line, list items apart, with one break between unlike blocks.
  private var quote: [Record] {
    var lines: [Record] = []
    var wasItem: Bool?
    func add(_ text: String, isItem: Bool, isBreak: Bool) {
      lines.append(["text": .text(text), "is_item": .flag(isItem), "is_break": .flag(isBreak)])
    }
    for paragraph in [report.problem.problem] + report.problem.context {
      if wasItem != nil {
        wasItem = nil
        add("", isItem: false, isBreak: true)
      }
      for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
        let bytes = MarkdownText.flatten(String(line))
        if bytes.isEmpty {
          if wasItem != nil { add("", isItem: false, isBreak: true) }
          wasItem = nil
          continue
        }
        let bullet = Self.bullet(bytes)
        if let before = wasItem, before != (bullet > 0) { add("", isItem: false, isBreak: true) }
        wasItem = bullet > 0
        add(String(decoding: bytes.dropFirst(bullet), as: UTF8.self), isItem: bullet > 0, isBreak: false)
      }
    }
    return lines
  }

  /// Length of the bullet that a line starts with; 0 without one or with nothing behind it.
  private static func bullet(_ line: [UInt8]) -> Int {
    for mark in ["- ", "* ", "+ ", "• "] where line.starts(with: mark.utf8) && line.count > mark.utf8.count {
      return mark.utf8.count
    }
    return 0
  }

  private var analysis: Record {
    let mode = report.thinkingMode
    let map = LensMap(report, own)
    let lines = map.lines(own)
    return [
      "modes": .list(
        mode.recommended.enumerated().map { index, mode in
          [
            "id": .text(mode.id), "name": .text(mode.name), "score": .text(Words.score(mode.matchScore)),
            "lenses": .text(Words.list(mode.lenses)), "reasoning": .text(Words.sentence(mode.reasoning)),
            "bar": .markup(Pictures.bar(mode.matchScore, isStrong: index == 0)),
          ]
        }),
      "has_modes": .flag(!mode.recommended.isEmpty), "insight": .text(mode.insight.map(Words.sentence)),
      "lenses": .list(report.analyses.map(lens)), "has_lenses": .flag(!report.analyses.isEmpty),
      "lens_names": .text(Words.list(report.analyses.map(\.name))),
      "map": .markup(map.svg ?? ""), "map_lines": .list(lines), "has_map_lines": .flag(!lines.isEmpty),
    ]
  }

  private func lens(_ lens: LensAnalysis) -> Record {
    [
      "id": .text(lens.id), "name": .text(lens.name), "definition": .text(lens.definition),
      "source": .text(lens.source), "brief": .text(lens.brief), "beliefs": .list(lens.beliefs.map(belief)),
      "has_beliefs": .flag(!lens.beliefs.isEmpty), "quality": .record(Self.quality(lens.quality)),
    ]
  }

  private func belief(_ belief: Belief) -> Record {
    let quotes = belief.evidenceSpans.compactMap { span -> Record? in
      let text = own.text(span)
      return text.isEmpty ? nil : ["mark": .text(own.mark(of: span).map(String.init)), "text": .text(text)]
    }
    let isRoot = report.solution.rootCause?.belief == belief.number
    // Steps of the plan are told there, and here by number; a belief that gave it none has its own in words.
    let planned = report.solution.actions.filter { $0.beliefs.contains(belief.number) }
    let further = planned.isEmpty ? belief.implications.map(Words.sentence) : []
    return [
      "number": .number(belief.number), "belief": .text(Words.sentence(belief.belief)),
      "confidence": .text(Words.score(belief.confidence)), "percent": .number(Words.percent(belief.confidence)),
      "reasoning": .text(Words.sentence(belief.reasoning)), "evidence": .text(Words.sentence(belief.evidence)),
      "connections": .text(Words.sentence(Words.list(belief.lateralConnections))),
      "refuted_if": .text(Words.sentence(belief.refutedIf)),
      "bar": .markup(Pictures.bar(belief.confidence, isStrong: isRoot)), "is_root": .flag(isRoot),
      "implications": .texts(further), "has_implications": .flag(!further.isEmpty),
      "planned": .list(planned.map { ["number": .number($0.number)] }), "has_planned": .flag(!planned.isEmpty),
      "leads_to": .text(
        planned.isEmpty
          ? "" : (planned.count == 1 ? "action " : "actions ") + Words.list(planned.map { String($0.number) })),
      "quotes": .list(quotes), "has_quotes": .flag(!quotes.isEmpty),
    ]
  }

  static func quality(_ scores: QualityScores) -> Record {
    [
      "specificity": .text(Words.score(scores.specificity)), "novelty": .text(Words.score(scores.novelty)),
      "actionability": .text(Words.score(scores.actionability)), "coherence": .text(Words.score(scores.coherence)),
      "overall": .text(Words.score(scores.overall)),
    ]
  }

  private var tail: Record {
    let provenance = report.provenance
    return [
      "quality": .record(Self.quality(report.solution.quality)), "has_quality": .flag(!report.analyses.isEmpty),
      "quality_summary": .text(report.analyses.isEmpty ? "" : Takeaways.quality(report.solution.quality)),
      "provenance": .record([
        "version": .text(provenance.version), "catalogue": .text(provenance.catalogue),
        "input_sha256": .text(provenance.inputSHA256),
      ]),
    ]
  }
}
