import Testing

@testable import RefractEngine

/// Files that are broken or made to do harm: each costs one diagnostic with a place, quickly, and never a trap.
@Suite(.timeLimit(.minutes(1))) struct HostileFileTests {
  @Test(arguments: ["", " \n\n", "# only\n# comments", "---\n", "---\n...\n", "~", "\u{FEFF}", "null"])
  func aFileWithoutContentIsAnError(text: String) {
    #expect(readYAML(text).codes == ["R0101"])
  }

  @Test(arguments: ["- a\n- b", "just some text", "'quoted'", "42", "[]"])
  func somethingElseThanAMapAtTheTopIsAnError(text: String) {
    #expect(readYAML(text).places == ["R0104 1:1"])
  }

  @Test(arguments: ["[]", "\"text\"", "1", "true"])
  func somethingElseThanAJSONObjectIsAnError(text: String) {
    #expect(readJSON(text).places == ["R0104 1:1"])
    #expect(readJSON("").codes == ["R0101"])
    #expect(readJSON("null").codes == ["R0101"])
  }

  @Test func invalidUTF8IsShownWhereItStands() {
    for bad: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], [0x80]] {
      let bytes = Array("problem: é\ntitle: é".utf8) + bad
      let reading = ProblemReader.read(bytes: bytes, file: "a.yaml", format: .yaml)
      #expect(reading.places == ["R0102 2:9"])
      #expect(ProblemReader.read(bytes: bytes, file: "a.json", format: .json).places == ["R0102 2:9"])
    }
  }

  @Test func aStrayByteAtTheStartOfALineIsShownThere() {
    for stray: [UInt8] in [[0x80], [0x80, 0x80, 0x80], [0xFF, 0x80]] {
      let bytes = Array("problem: é\n".utf8) + stray + Array("é\n".utf8)
      #expect(ProblemReader.read(bytes: bytes, file: "a.yaml", format: .yaml).places == ["R0102 2:1"])
    }
  }

  @Test func utf16IsNamedAsSuch() {
    let little = "problem: x".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = "problem: x".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      let reading = ProblemReader.read(bytes: bytes, file: "a.yaml", format: .yaml)
      #expect(reading.diagnostics.map(\.message) == ["the file is UTF-16, not UTF-8"])
    }
  }

  @Test(arguments: [64, 65, 1_000, 100_000])
  func nestingIsLimited(depth: Int) {
    // The outermost map is a level of its own.
    let lists = depth - 1
    let flow = "problem: x\nmeta: " + String(repeating: "[", count: lists) + String(repeating: "]", count: lists)
    let blocks = "problem: x\nmeta:\n  " + String(repeating: "- ", count: lists) + "a"
    let json =
      "{\"problem\": \"x\", \"meta\": " + String(repeating: "[", count: lists) + String(repeating: "]", count: lists)
      + "}"
    for reading in [readYAML(flow), readYAML(blocks), readJSON(json)] {
      #expect(reading.codes == (depth == 64 ? ["R0104"] : ["R0108"]), "\(reading.diagnostics.first?.message ?? "")")
    }
    #expect(readYAML(String(repeating: "{a: ", count: depth)).codes == (depth == 64 ? ["R0103"] : ["R0108"]))
    #expect(readYAML(String(repeating: "? ", count: depth)).codes == ["R0109"])
    #expect(readJSON(String(repeating: "[", count: depth)).codes == (depth == 64 ? ["R0103"] : ["R0108"]))
  }

  @Test(arguments: [
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "problem: *x", "problem: &x y", "? &a [1]\n: x",
    "a: {<<: [b]}", "<<: {a: b}", "problem: !!binary aGk=", "problem: !x y", "problem: !!timestamp 2024-01-01",
    "!!map {}",
    "? [1]\n: 2", "? {a: b}\n: 2", "[a]: b", "{[a]: b}", "%TAG ! tag:x,2000:\n---\nproblem: x",
    "%YAML 1.2\n---\nproblem: x",
    "# c\n\n%FOO\n---\nproblem: x", "problem: ! x",
  ])
  func featuresThatAProblemFileNeedsNotAreRefused(text: String) {
    let reading = readYAML(text)
    #expect(reading.problem == nil)
    #expect(reading.codes == ["R0109"])
  }

  @Test func aQuotedMergeKeyIsAnOrdinaryKey() {
    #expect(readYAML("problem: x\nmeta: {'<<': a}").diagnostics.isEmpty)
  }

  @Test func manyDirectivesAreRefusedAtOnce() {
    let text = (0..<40_000).map { "%TAG !\($0)! a\n" }.joined() + "---\na: b"
    #expect(readYAML(text).places == ["R0109 1:1"])
    #expect(readYAML("# c\u{2028}" + text).codes == ["R0109"])
  }

  @Test(arguments: [
    "problem: x\n---\nproblem: y\n", "problem: x\n---\n", "problem: x\n...\nmore", "problem: x\n...\n---\ny",
  ])
  func oneDocumentAFile(text: String) {
    #expect(readYAML(text).codes == ["R0110"])
    #expect(readYAML("---\nproblem: x\n...\n# end\n").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("problem: x\n\ttitle: y", 2), ("problem:\n\t- y", 2), ("problem: a: b", 1), ("problem: 'open\n\nx", 1),
    ("problem: \"\\q\"", 1), ("problem: @x", 1), ("problem: `x`", 1), ("problem: x\n- y", 2), ("problem: **b** x", 1),
    ("metrics: [a, b\nproblem: x", 1), ("problem: x\nno key here\ntitle: y", 2), ("problem: - x", 1),
    ("a: b\n  c: d", 2),
    ("problem: \"\\ud800\"", 1), ("problem: {a", 1), ("problem: x\ntags: [a]]", 2), ("problem: ]", 1),
    ("problem: |x\n y", 1),
  ])
  func badYAMLIsOneErrorWithItsLineInPlainWords(text: String, line: Int) {
    let reading = readYAML(text)
    #expect(reading.codes == ["R0103"])
    #expect(reading.diagnostics.first?.place?.line == line, "\(reading.diagnostics)")
    #expect(reading.diagnostics.first?.help != nil)
  }

  @Test(arguments: [0x00, 0x01, 0x08, 0x0C, 0x1B, 0x7F, 0x80, 0x9B])
  func rawControlCharactersAreErrorsInYAML(value: UInt8) {
    let reading = readYAML("problem: é\ntitle: a\(Unicode.Scalar(value))b")
    #expect(reading.places == ["R0117 2:9"])
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "R0103 1:8"), ("{\"problem\": [1,]}", "R0103 1:15"), ("{\"a\": 1 // c\n}", "R0103 1:9"),
    ("{/**/}", "R0103 1:2"),
    ("{'a': 1}", "R0103 1:2"), ("{a: 1}", "R0103 1:2"), ("{\"a\": NaN}", "R0103 1:7"),
    ("{\"a\": Infinity}", "R0103 1:7"),
    ("{\"a\": -Infinity}", "R0103 1:7"), ("{\"a\": nul}", "R0103 1:7"), ("{\"a\": True}", "R0103 1:7"),
    ("{\"a\": 01}", "R0103 1:7"), ("{\"a\": 1.}", "R0103 1:7"), ("{\"a\": .5}", "R0103 1:7"),
    ("{\"a\": +1}", "R0103 1:7"),
    ("{\"a\": 1e}", "R0103 1:7"), ("{\"a\": 0x1F}", "R0103 1:7"), ("{\"a\": \"\\ud800\"}", "R0103 1:8"),
    ("{\"a\": \"\\udc00\\ud800\"}", "R0103 1:8"), ("{\"a\": \"\\ud800\\u0041\"}", "R0103 1:8"),
    ("{\"a\": \"\\x\"}", "R0103 1:8"),
    ("{\"a\": \"\\u12g4\"}", "R0103 1:8"), ("{\"a\": \"b\nc\"}", "R0103 1:9"), ("{\"a\": \"b\u{1}c\"}", "R0117 1:9"),
    ("{\"a\": \"b\tc\"}", "R0117 1:9"), ("{\"a\": \"b\u{0}\"}", "R0117 1:9"), ("{\"a\": \"open", "R0103 1:7"),
    ("{\"a\": \"open\\", "R0103 1:7"), ("{\"a\": 1} x", "R0110 1:10"), ("{\"a\": 1}{}", "R0110 1:9"),
    ("{\"a\" 1}", "R0103 1:6"),
    ("{\"a\": }", "R0103 1:7"), ("{\"a\":", "R0103 1:6"), ("{", "R0103 1:2"), ("[1 2]", "R0103 1:4"),
    ("{\"a\": 1]", "R0103 1:8"),
    ("{\"a\": 1, \"b\"", "R0103 1:13"), ("\u{0}", "R0103 1:1"), ("{\"a\": \"\\u00", "R0103 1:8"),
  ])
  func badJSONIsOneErrorWithItsPlace(text: String, place: String) {
    let reading = readJSON(text)
    #expect(reading.places == [place], "\(reading.diagnostics)")
    #expect(reading.problem == nil)
  }

  @Test func goodJSONOfEveryKindIsRead() throws {
    let text = "\u{FEFF} {\"a\": [0, -0, 1.5e+3, true, null, {}, []], \"b\": \"\\ud83d\\ude00\\/\\\"\\\\é\\u00e9\"}\r\n"
    let tree = try Tree.read(bytes: Array(text.utf8), file: "a.json", format: .json)
    #expect(tree.root?["a"]?.items?.count == 7)
    #expect(tree.root?["a"]?.items?[2].double == 1500)
    #expect(tree.root?["a"]?.items?[3].bool == true)
    #expect(tree.root?["b"]?.text == "😀/\"\\éé")
  }

  @Test func aFileOfMoreThanOneMebibyteIsRefused() {
    let line = "problem: " + String(repeating: "a", count: 5 << 20)
    #expect(readYAML(line).places == ["R0108 1:1"])
    #expect(readJSON(line).places == ["R0108 1:1"])
  }

  @Test func aTextHas256KibibytesAtMost() {
    let longest = String(repeating: "a", count: 256 << 10)
    #expect(readYAML("problem: " + longest).diagnostics.isEmpty)
    #expect(readYAML("problem: a" + longest).places == ["R0108 1:10"])
    #expect(readJSON("{\"problem\": \"\(longest)\"}").diagnostics.isEmpty)
    #expect(readJSON("{\"problem\": \"a\(longest)\"}").places == ["R0108 1:13"])
    #expect(readYAML("problem: x\n? \(longest)a\n: b").places == ["R0108 2:3"])
  }

  @Test func aMapHas1000KeysAtMost() {
    let thousand = (0..<1_000).map { "k\($0): 1" }.joined(separator: ", ")
    #expect(readYAML("problem: x\nmeta: {\(thousand)}").diagnostics.isEmpty)
    #expect(readYAML("problem: x\nmeta: {\(thousand), more: 1}").codes == ["R0108"])
  }

  @Test func aFileHas20000NodesAtMost() {
    // The map, two keys, the text and the list are five.
    let items = Array(repeating: "a", count: 19_995).joined(separator: ",")
    #expect(readYAML("problem: x\ncontext: [\(items)]").diagnostics.isEmpty)
    #expect(readYAML("problem: x\ncontext: [\(items),a]").codes == ["R0108"])
    let json = Array(repeating: "1", count: 400_000).joined(separator: ",")
    #expect(readJSON("{\"problem\": [\(json)]}").codes == ["R0108"])
  }

  @Test func limitsCanBeChosen() throws {
    let limits = ReadingLimits(bytes: 100, depth: 2, nodes: 5, textBytes: 4, keys: 1)
    func code(_ text: String) -> String? {
      do {
        _ = try Tree.read(bytes: Array(text.utf8), file: "a.yaml", format: .yaml, limits: limits)
        return nil
      } catch { return error.code }
    }
    #expect(code("a: [b, c]") == nil)
    #expect(code("a: [b, [c]]") == "R0108")
    #expect(code("a: [b, c, d]") == "R0108")
    #expect(code("a: abcde") == "R0108")
    #expect(code("a: b\nc: d") == "R0108")
  }

  @Test func manyFindingsOnOneLongLineStaySmall() {
    let text = "{problem: x, meta: {" + String(repeating: "é: 1, ", count: 19_000 / 2) + "}}"
    let reading = readYAML(text)
    #expect(reading.diagnostics.count == 201)
    #expect(reading.diagnostics.allSatisfy { ($0.place?.excerpt.utf8.count ?? 0) < 3_000 })
  }

  @Test func scannerBombsEndQuickly() {
    for sign in [
      "a", "(", "`", "<!--", "- ", "#", "'", "\"", "|", ": ", "é", "\\", "{a", "[a,", "?\n", "\n", "\t", "&a ", "!a ",
    ] {
      let count = 300_000 / sign.utf8.count
      let bomb = String(repeating: sign, count: count)
      #expect(readYAML("problem: x\ntitle: " + bomb).diagnostics.count <= 201)
      #expect(readYAML(bomb).diagnostics.count <= 201)
      #expect(readJSON("{\"problem\": \"" + bomb).problem == nil)
    }
  }

  @Test func everyPrefixOfAFileIsReadWithoutATrap() {
    let yaml = Array(ProblemReaderTests.full.utf8)
    for length in 0..<yaml.count {
      _ = ProblemReader.read(bytes: Array(yaml[..<length]), file: "a.yaml", format: .yaml)
      _ = ProblemReader.read(bytes: Array(yaml[length...]), file: "a.json", format: .json)
    }
  }

  @Test func randomlyDamagedFilesAreReadWithoutATrap() {
    // A fixed sequence (Knuth's MMIX constants), so that a failure can be repeated.
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let yaml = Array(ProblemReaderTests.full.utf8)
    let json = Array(
      "{\"problem\": \"a\\u00e9\\n\", \"metrics\": [{\"name\": \"x\", \"current\": -1.5e3}], \"lenses\": 3}".utf8)
    let signs = Array("{}[]:,-#&*!|>'\"%@`?\\\n\t \u{1B}é\u{202E}\u{2028}<~0".utf8)
    for round in 0..<4_000 {
      var bytes = round % 2 == 0 ? yaml : json
      for _ in 0...random(6) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = signs[random(signs.count)]
        case 1: bytes.insert(signs[random(signs.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(8)))
        }
        if bytes.isEmpty { bytes = yaml }
      }
      let reading = ProblemReader.read(bytes: bytes, file: "a.yaml", format: round % 2 == 0 ? .yaml : .json)
      #expect(reading.problem != nil || !reading.diagnostics.isEmpty)
      for finding in reading.diagnostics {
        #expect(DiagnosticPrinter().text(finding).contains("^") || finding.place?.excerpt == "")
      }
    }
  }
}
