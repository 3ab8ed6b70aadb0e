import Testing

@testable import RefractEngine

/// Nothing in a report is invented: figures, quotations and sums.
@Suite("Every report is grounded") struct GroundingOracles {
  @Test("there are reports to look at") func hasCases() { #expect(ReportCases.inputs.count >= 10) }

  @Test("no guard has to take a sentence out", arguments: ReportCases.all) func guards(_ item: ReportCase) {
    for dropped in item.report.provenance.droppedSentences {
      Issue.record("\(dropped.guardName), \(dropped.place): \(dropped.text)")
    }
  }

  @Test("every figure is the author's, a sum that is shown, or an estimate", arguments: ReportCases.all)
  func figures(_ item: ReportCase) {
    let fields = item.problem.fields.map(\.text).joined(separator: "\n")
    let sums = item.report.derivations.map { $0.value + " " + $0.formula }.joined(separator: "\n")
    let known = Set(Self.numerals(fields + "\n" + sums))
    for (place, text) in item.sentences {
      let told = Self.withoutReferences(Self.withoutEstimates(text))
      for numeral in Self.numerals(told) where !known.contains(numeral) {
        Issue.record("\(place): \(numeral) in: \(text)")
      }
    }
  }

  @Test("every quotation stands in the problem", arguments: ReportCases.all) func quotations(_ item: ReportCase) {
    let fields = (item.problem.fields.map(\.text) + [item.problem.title]).map { Self.plain($0) }
    for (place, text) in item.sentences {
      for quotation in Self.quotations(text) {
        var words = Self.plain(quotation)
        if words.hasSuffix("…") { words = Self.plain(String(words.dropLast())) }
        if words.contains("[…]") { continue }
        #expect(fields.contains { $0.contains(words) }, "\(place): \(quotation)")
      }
    }
  }

  @Test("every cited run lies inside its field, and some field is cited by each belief", arguments: ReportCases.all)
  func spans(_ item: ReportCase) {
    for belief in item.report.analyses.flatMap(\.beliefs) {
      #expect(!belief.evidenceSpans.isEmpty)
      for span in belief.evidenceSpans {
        let text = item.facts.document.fields[span.field].text
        #expect(span.start < span.end && span.end <= text.utf8.count)
        #expect(item.facts.text(span).isBlank == false)
      }
    }
    for line in item.report.facts { #expect(item.facts.text(line.span) == line.text) }
  }

  @Test("every sum gives its value again", arguments: ReportCases.all) func sums(_ item: ReportCase) {
    for derivation in item.facts.derivations where derivation.formula.contains(where: { "−+×/".contains($0) }) {
      #expect(SumChecker.holds(derivation), "\(derivation.id): \(derivation.formula) = \(derivation.text)")
    }
  }

  @Test("a series that peaks and falls is never called falling throughout") func order() {
    let item = ReportCases.told(
      "The mill loses 40 kg of flour a day. We tried seals (5%), new bags (8%), a lid (12%), sweeping (3%) and a fan (2%)."
    )
    #expect(item.facts.series?.verdict == .peakedThenFell)
    for (_, text) in item.sentences { #expect(!text.contains("each later step gave less")) }
  }

  // MARK: Reading a finished text

  /// Digit runs with separators inside, without leading zeros of their own making.
  static func numerals(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    for character in text + " " {
      if character.isASCII, character.isNumber || (!current.isEmpty && ".,:".contains(character)) {
        current.append(character)
      } else {
        while let last = current.last, ".,:".contains(last) { current.removeLast() }
        if !current.isEmpty { result += [current] + current.split(separator: ":").map(String.init) }
        current = ""
      }
    }
    return result
  }

  /// Drops brackets that are marked as an estimate, and sums of estimates.
  static func withoutEstimates(_ text: String) -> String {
    if text.contains("(est.)") { return "" }
    var kept = ""
    for part in text.split(separator: "(", omittingEmptySubsequences: false) {
      if let end = part.firstIndex(of: ")"), part[..<end].hasSuffix("est.") {
        kept += part[part.index(after: end)...]
      } else {
        kept += part
      }
    }
    return kept
  }

  /// Drops "action 4", "actions 4 and 5", "belief 3", "gate of action 2".
  static func withoutReferences(_ text: String) -> String {
    var kept: [Substring] = []
    var isReference = false
    for word in text.split(separator: " ") {
      let bare = word.lowercased()
      if isReference, word.first?.isNumber == true || bare == "and" {
        continue
      }
      isReference = ["action", "actions", "belief"].contains(bare)
      kept.append(word)
    }
    return kept.joined(separator: " ")
  }

  static func quotations(_ text: String) -> [String] {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
  }

  /// On one line, with all quotation marks alike.
  static func plain(_ text: String) -> String {
    let marks: Set<Character> = ["\"", "“", "”", "«", "»", "'"]
    return CaseView.onOneLine(String(text.map { marks.contains($0) ? "'" : $0 }))
  }
}
