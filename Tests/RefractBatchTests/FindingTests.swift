import RefractBatch
import RefractEngine
import Testing

struct FindingTests {
  private let wrongType = Diagnostic(
    code: "R0104", message: "50% of it,\nwrong: \u{1B}[31m<b>",
    place: Diagnostic.Place(file: "in,puts/a:b.yaml", line: 7, column: 10, length: 8), help: "write \"x\"")

  @Test func gitHubGetsOneCommandAFindingWithItsSignsEscaped() {
    let warning = Diagnostic(.warning, code: "R0333", message: "damaged")
    #expect(
      GitHubCommands.text([wrongType, warning]) == """
        ::error file=in%2Cputs/a%3Ab.yaml,line=7,col=10,endColumn=18,title=R0104::50%25 of it,\\u{a}wrong: \\u{1b}[31m<b>%0Ahelp: write "x"
        ::warning title=R0333::damaged

        """)
  }

  @Test func aLogLineIsJSONWithoutControlCharacters() {
    let line = LogLine(wrongType).text
    #expect(
      line == """
        {"severity":"error","code":"R0104","message":"50% of it,\\u000awrong: \\u001b[31m<b>","file":"in,puts/a:b.yaml",\
        "line":7,"column":10,"length":8,"help":"write \\"x\\""}

        """)
    #expect(LogLine(Diagnostic(code: "R1", message: "\u{9B}\u{202E}é")).text.contains("\"\\u009b\\u202eé\""))
  }

  @Test func aJUnitDocumentHasATestForEachProblemFile() {
    let warning = Diagnostic(
      .warning, code: "R0113", message: "odd", place: Diagnostic.Place(file: "c.yaml", line: 1, column: 1))
    let inputs = ["b.yaml", "in,puts/a:b.yaml", "c.yaml"]
    let text = JUnit.text(inputs: inputs, diagnostics: [wrongType, warning], isStrict: false)
    #expect(text.contains("<testsuite name=\"refract\" tests=\"3\" failures=\"0\" errors=\"1\">"))
    #expect(text.contains("<testcase classname=\"refract\" name=\"b.yaml\" file=\"b.yaml\"/>"))
    #expect(text.contains("<error type=\"R0104\" message=\"50% of it,\\u{a}wrong: \\u{1b}[31m&lt;b&gt;\">"))
    #expect(text.contains("<system-out>warning[R0113]"))
    let strict = JUnit.text(inputs: inputs, diagnostics: [wrongType, warning], isStrict: true)
    #expect(strict.contains("tests=\"3\" failures=\"1\" errors=\"1\""))
    #expect(strict.contains("<failure type=\"R0113\""))
  }

  @Test func inAJUnitTestErrorsComeFirstAndRemarksLast() throws {
    func finding(_ severity: Diagnostic.Severity, _ code: String) -> Diagnostic {
      Diagnostic(severity, code: code, message: "m", place: Diagnostic.Place(file: "a.yaml", line: 1, column: 1))
    }
    let found = [finding(.note, "R1"), finding(.warning, "R2"), finding(.error, "R3")]
    let text = JUnit.text(inputs: ["a.yaml"], diagnostics: found, isStrict: true)
    let elements = text.split(separator: "\n").filter { line in
      ["<error ", "<failure ", "<system-out>"].contains { line.hasPrefix($0) }
    }
    #expect(elements.map { $0.prefix(4) } == ["<err", "<fai", "<sys"])
  }

  @Test func aBuildKeepsTheJUnitFileOnlyAsLongAsItIsAskedFor() {
    let shop = Workshop()
    shop.write("inputs/a.yaml", "quality: 0.4")
    shop.write("inputs/b.yaml", "bad: yes")
    let result = shop.build { options in
      options.tellsJUnit = true
      options.failUnder = 0.5
    }
    #expect(result.changes.contains("write junit.xml"))
    #expect(shop.text("output/junit.xml")?.contains("tests=\"2\" failures=\"1\" errors=\"1\"") == true)
    let before = shop.signatures()
    shop.build { options in
      options.tellsJUnit = true
      options.failUnder = 0.5
    }
    #expect(shop.signatures() == before)
    #expect(shop.build().changes == ["remove junit.xml"])
    #expect(!shop.exists("output/junit.xml"))
  }
}
