import Testing

@testable import RefractEngine

@Suite struct DiagnosticTextTests {
  private let printer = DiagnosticPrinter()

  @Test func anErrorLooksAsDocumented() throws {
    let text = "problem: x\ntitle: y\nid: z\n\n\n\nmetrics: churn 4%\n"
    let finding = try #require(readYAML(text).diagnostics.first)
    #expect(
      printer.text(finding) == """
        error[R0104]: `metrics` must be a list
          --> inputs/churn.yaml:7:10
           |
         7 | metrics: churn 4%
           |          ^^^^^^^^ found a text
           |
           = help: write `metrics: [{name: churn, current: 4%}]`, or one `- name: …` item a line

        """)
  }

  @Test func longerLineNumbersWidenTheMargin() {
    let place = Diagnostic.Place(file: "a.yaml", line: 120, column: 1, length: 2, excerpt: "ab")
    let finding = Diagnostic(.warning, code: "R0113", message: "m", place: place)
    #expect(printer.text(finding) == "warning[R0113]: m\n    --> a.yaml:120:1\n     |\n 120 | ab\n     | ^^\n")
  }

  @Test func withoutAPlaceOrALineThereIsNoExcerpt() {
    #expect(printer.text(Diagnostic(code: "R1", message: "m")) == "error[R1]: m\n")
    #expect(printer.text(Diagnostic(.note, code: "R1", message: "m", help: "h")) == "note[R1]: m\n   = help: h\n")
    let place = Diagnostic.Place(file: "a", line: 1, column: 1)
    #expect(printer.text(Diagnostic(code: "R1", message: "m", place: place)) == "error[R1]: m\n  --> a:1:1\n")
  }

  @Test func controlAndDirectionCharactersAreEscapedEverywhere() {
    let bad = "\u{1B}[31m\u{202E}\u{9B}\r\n\u{2066}"
    let place = Diagnostic.Place(file: bad, line: 1, column: 3, length: 1, excerpt: "\u{1B}\u{7F}x" + bad)
    let text = printer.text(Diagnostic(code: bad, message: bad, place: place, label: bad, help: bad))
    let unsafe = text.unicodeScalars.filter { TerminalText.isUnsafe($0) && $0 != "\n" }
    #expect(unsafe.isEmpty)
    #expect(text.split(separator: "\n").count == 7)
    #expect(text.contains("\\u{1b}[31m\\u{202e}\\u{9b}\\u{d}\\u{a}\\u{2066}"))
    #expect(text.contains(" 1 | \\u{1b}\\u{7f}x"))
    #expect(text.contains("   | " + String(repeating: " ", count: 12) + "^ "))
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let place = Diagnostic.Place(file: "f", line: 1, column: 501, length: 1, excerpt: line)
    let lines = printer.text(Diagnostic(code: "R1", message: "m", place: place)).split(separator: "\n")
    #expect(lines[3].unicodeScalars.count == 5 + 202)
    #expect(lines[3].hasPrefix(" 1 | …aaa") && lines[3].hasSuffix("b…"))
    let caret = lines[4].unicodeScalars.count - 1
    #expect(Array(lines[3].unicodeScalars)[caret] == "X")
  }

  @Test func aPlaceOnAVeryLongLineStillPointsAtItsValue() throws {
    let text = "{problem: '" + String(repeating: "é", count: 5_000) + "', metrics: X}"
    let finding = try #require(readYAML(text).diagnostics.first)
    #expect(finding.place?.column == 5_024)
    let lines = printer.text(finding).split(separator: "\n")
    let caret = try #require(lines[4].unicodeScalars.map { $0 }.firstIndex(of: "^"))
    #expect(Array(lines[3].unicodeScalars)[caret] == "X")
  }

  @Test func caretsStandUnderWideAndCombinedLetters() {
    let place = Diagnostic.Place(file: "f", line: 1, column: 5, length: 2, excerpt: "日e\u{301}\tX本")
    let lines = printer.text(Diagnostic(code: "R1", message: "m", place: place)).split(separator: "\n")
    #expect(lines[4] == "   | " + String(repeating: " ", count: 7) + "^^^")
  }

  @Test func aPlaceOutsideItsLineDoesNoHarm() {
    for (column, length) in [(0, 0), (-5, -5), (99, 99), (Int.max, Int.max), (3, Int.max), (Int.min, 1)] {
      let place = Diagnostic.Place(file: "f", line: -1, column: column, length: length, excerpt: "abc")
      #expect(printer.text(Diagnostic(code: "R1", message: "m", place: place)).contains("^"))
    }
  }

  @Test func coloursAreAnsiAndOnlyWhereAsked() {
    let finding = Diagnostic(code: "R1", message: "m", help: "h")
    let coloured = DiagnosticPrinter(usesColour: true).text(finding)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[R1]\u{1B}[0m"))
    #expect(!printer.text(finding).contains("\u{1B}"))
  }

  @Test func messagesStayShortWhateverTheKeyIs() {
    let reading = readYAML("problem: x\n? \(String(repeating: "k", count: 100_000))\n: 1\n")
    #expect(reading.codes == ["R0105"])
    #expect(reading.diagnostics.allSatisfy { $0.message.utf8.count <= 300 })
  }

  @Test func codesAreUniqueExplainedAndSorted() {
    let codes = DiagnosticCode.problemFiles
    #expect(codes.map(\.code) == Set(codes.map(\.code)).sorted())
    #expect(codes.allSatisfy { !$0.title.isEmpty && !$0.meaning.isEmpty && !$0.remedy.isEmpty })
  }
}
