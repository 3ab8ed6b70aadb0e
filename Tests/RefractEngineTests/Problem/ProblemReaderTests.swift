import Testing

@testable import RefractEngine

@Suite struct ProblemReaderTests {
  @Test func aTextUnderProblemIsEnough() {
    let reading = readYAML("problem: |\n  The dashboard is slow. We tried caching.\n\n  - it helped 5%\n")
    #expect(reading.diagnostics.isEmpty)
    let problem = reading.problem
    #expect(problem?.id == "churn")
    #expect(problem?.title == "The dashboard is slow")
    #expect(problem?.hasOwnTitle == false)
    #expect(problem?.problem == "The dashboard is slow. We tried caching.\n\n- it helped 5%")
    #expect(problem?.lenses == .count(3))
    #expect(problem?.fields.map(\.name) == ["problem"])
    #expect(problem?.meta == nil)
  }

  static let full = """
    $schema: [ignored, {whatever: it is}]
    focus:
      Pace Layering: layers of the API
      leverage_points: the pool
    meta: {author: Ada, tickets: [1, yes], empty: }
    title: Slow dashboard
    id: slow-dashboard
    problem: It is slow.
    domain: software
    context:
      - four people
      - Postgres
    metrics:
      - {name: p95, current: 350ms, target: "<150 ms", baseline: 400, unit: ms}
      - name: load
    attempts:
      - caching
      - {action: index, effect: 8%, note: for a week}
    constraints: [no rewrite]
    stakeholders:
      - Support
      - {name: Users, wants: speed, concern: outages}
    options: [rewrite, {name: tune, for: cheap, against: dull}]
    deadline: 2026-12-01
    success_criteria: [p95 below 150 ms]
    tags: [api, performance]
    mode: systems_thinking
    lenses: [Pace Layering, leverage_points]
    """

  @Test func everyFieldIsRead() throws {
    let reading = readYAML(Self.full)
    #expect(reading.diagnostics.isEmpty)
    let problem = try #require(reading.problem)
    #expect(problem.id == "slow-dashboard")
    #expect(problem.title == "Slow dashboard" && problem.hasOwnTitle)
    #expect(problem.domain == "software")
    #expect(problem.context == ["four people", "Postgres"])
    let p95 = Problem.Metric(name: "p95", current: "350ms", target: "<150 ms", baseline: "400", unit: "ms")
    #expect(problem.metrics == [p95, Problem.Metric(name: "load")])
    #expect(
      problem.attempts == [
        Problem.TriedAction(action: "caching"), Problem.TriedAction(action: "index", effect: "8%", note: "for a week"),
      ])
    #expect(problem.constraints == ["no rewrite"])
    #expect(
      problem.stakeholders == [
        Problem.Party(name: "Support"), Problem.Party(name: "Users", wants: "speed", concern: "outages"),
      ])
    #expect(
      problem.options == [
        Problem.Alternative(name: "rewrite"), Problem.Alternative(name: "tune", pro: "cheap", con: "dull"),
      ])
    #expect(problem.deadline == "2026-12-01")
    #expect(problem.successCriteria == ["p95 below 150 ms"])
    #expect(problem.tags == ["api", "performance"])
    #expect(problem.mode == "systems_thinking")
    #expect(problem.lenses == .named(["Pace Layering", "leverage_points"]))
    #expect(
      problem.focus == [
        Problem.Focus(lens: "Pace Layering", text: "layers of the API"),
        Problem.Focus(lens: "leverage_points", text: "the pool"),
      ])
    let tickets = Problem.MetaEntry(key: "tickets", value: .list([.text("1"), .text("yes")]))
    #expect(
      problem.meta
        == .map([
          Problem.MetaEntry(key: "author", value: .text("Ada")), tickets,
          Problem.MetaEntry(key: "empty", value: .text("")),
        ]))
  }

  @Test func fieldsAreListedInTheDocumentedOrderWhateverTheFileSays() {
    #expect(
      readYAML(Self.full).problem?.fields.map(\.name) == [
        "title", "problem", "context[0]", "context[1]", "metrics[0].name", "metrics[0].current", "metrics[0].target",
        "metrics[0].baseline", "metrics[0].unit", "metrics[1].name", "attempts[0]", "attempts[1].action",
        "attempts[1].effect", "attempts[1].note", "constraints[0]", "stakeholders[0]", "stakeholders[1].name",
        "stakeholders[1].wants", "stakeholders[1].concern", "options[0]", "options[1].name", "options[1].for",
        "options[1].against", "deadline", "success_criteria[0]", "focus.Pace Layering", "focus.leverage_points",
      ])
  }

  @Test func jsonGivesTheSameProblemAsYAML() {
    let json = """
      {"$schema": 1, "title": "Slow", "problem": "It is slow.", "context": "one text", "lenses": 2,
       "metrics": [{"name": "p95", "current": 350, "target": 1e400}], "deadline": true, "tags": [1], "domain": null}
      """
    let yaml = """
      title: Slow
      problem: It is slow.
      context: one text
      lenses: 2
      metrics: [{name: p95, current: 350, target: 1e400}]
      deadline: true
      tags: [1]
      """
    let reading = readJSON(json)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.problem == readYAML(yaml).problem)
    #expect(reading.problem?.metrics.first?.target == "1e400")
    #expect(reading.problem?.fields.map(\.name).contains("context") == true)
  }

  @Test(arguments: [
    "NO", "12:30", "1e400", "2024-01-01", "9223372036854775807:59", "0x1F", "-0", ".nan", "yes", "1_000",
  ])
  func scalarsOfEveryKindAreTheTextTheAuthorTyped(typed: String) {
    let reading = readYAML("problem: \(typed)\ndeadline: \(typed)\nmetrics:\n  - name: n\n    current: \(typed)\n")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.problem?.problem == typed)
    #expect(reading.problem?.deadline == typed)
    #expect(reading.problem?.metrics.first?.current == typed)
  }

  @Test func whatIsLeftOutCountsAsNotGiven() {
    let reading = readYAML("problem: x\ntitle:\nmetrics:\ndeadline: ''\ncontext: ~\nlenses: null\nmeta:\nid:\n")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.problem?.title == "x")
    #expect(reading.problem?.id == "churn")
    #expect(reading.problem?.fields.count == 1)
  }

  @Test(arguments: [
    ("problems: x", "R0105 1:1", "did you mean `problem`?"), ("Problem: x", "R0105 1:1", "did you mean `problem`?"),
    ("problem: x\nsucess-criteria: [a]", "R0105 2:1", "did you mean `success_criteria`?"),
    ("problem: x\nmetric: []", "R0105 2:1", "did you mean `metrics`?"),
    ("problem: x\ntried: []", "R0105 2:1", "did you mean `attempts`?"),
    ("problem: x\nattempts:\n  - acton: y\n    action: z", "R0105 3:5", "did you mean `action`?"),
  ])
  func unknownKeysNameTheNearestKnownOne(text: String, place: String, label: String) {
    let reading = readYAML(text)
    #expect(reading.problem == nil)
    #expect(reading.places.contains(place))
    #expect(reading.diagnostics.contains { $0.label == label })
  }

  @Test func aKeyNearToNothingListsTheKnownOnes() {
    let reading = readYAML("problem: x\nzzzzqqqq: 1\n")
    #expect(reading.diagnostics.first?.label == nil)
    #expect(reading.diagnostics.first?.help?.contains("`success_criteria`") == true)
  }

  @Test(arguments: [
    ("metrics: churn 4%", "`metrics` must be a list", "R0104 2:10"),
    ("metrics: {name: churn}", "`metrics` must be a list", "R0104 2:10"),
    ("metrics: [[churn]]", "`metrics[0]` must be a text", "R0104 2:11"),
    ("metrics: [{name: [a]}]", "`metrics[0].name` must be a text", "R0104 2:18"),
    ("attempts: caching", "`attempts` must be a list", "R0104 2:11"),
    ("attempts: [[a]]", "`attempts[0]` must be a text", "R0104 2:12"),
    ("constraints: one", "`constraints` must be a list", "R0104 2:14"),
    ("constraints: [{a: b}]", "`constraints[0]` must be a text", "R0104 2:15"),
    ("context: {a: b}", "`context` must be a text or a list", "R0104 2:10"),
    ("success_criteria: one", "`success_criteria` must be a list", "R0104 2:19"),
    ("stakeholders: Ann", "`stakeholders` must be a list", "R0104 2:15"),
    ("options: a or b", "`options` must be a list", "R0104 2:10"), ("tags: api", "`tags` must be a list", "R0104 2:7"),
    ("title: [a]", "`title` must be a text", "R0104 2:8"), ("focus: [a]", "`focus` must be a map", "R0104 2:8"),
    ("focus: {Pace: [a]}", "`focus.Pace` must be a text", "R0104 2:15"),
    ("meta: author", "`meta` must be a map", "R0104 2:7"),
    ("lenses: Pace Layering", "`lenses` must be a list or a number", "R0104 2:9"),
    ("lenses: {a: b}", "`lenses` must be a list or a number", "R0104 2:9"),
  ])
  func aWrongTypeIsReportedWhereItStands(field: String, message: String, place: String) {
    let reading = readYAML("problem: x\n\(field)\n")
    #expect(reading.problem == nil)
    #expect(reading.diagnostics.map(\.message) == [message])
    #expect(reading.places == [place])
  }

  @Test(arguments: ["0", "9", "-1", "2.5", "99999999999999999999", "1e400"])
  func theNumberOfLensesIsOneToEight(number: String) {
    let codes = readYAML("problem: x\nlenses: \(number)\n").codes
    #expect(codes == ["R0112"] || (number == "1e400" && codes == ["R0104"]))
    #expect(readYAML("problem: x\nlenses: 8").problem?.lenses == .count(8))
    #expect(readYAML("problem: x\nlenses: '1'").problem?.lenses == .count(1))
  }

  @Test(arguments: [
    "problem:", "problem: ''", "problem: '  '", "problem: null", "problem: \"\\u202e\"", "title: x", "{}",
    "problem: \"\\0\"",
  ])
  func theProblemIsRequiredAndNotBlank(text: String) {
    let reading = readYAML(text)
    #expect(reading.problem == nil)
    #expect(reading.codes.contains("R0106"))
  }

  @Test func theLeadingKeyOfAnEntryIsRequired() {
    let reading = readYAML(
      "problem: x\nmetrics: [{current: 4}]\nattempts: [{action: , effect: 5%}]\noptions: [{name: ''}]")
    #expect(reading.places == ["R0106 2:11", "R0106 3:21", "R0106 4:18"])
  }

  @Test func allErrorsOfAFileComeTogetherInItsOrder() {
    let reading = readYAML("tagz: 1\nlenses: 12\nmetrics: 4\ntitle: [a]\nid: A B\n")
    #expect(reading.places == ["R0105 1:1", "R0106 1:1", "R0112 2:9", "R0104 3:10", "R0104 4:8", "R0111 5:5"])
  }

  @Test func aDuplicateKeyIsAnErrorThatNamesTheFirstLine() {
    let reading = readYAML("problem: x\ntitle: a\nmetrics: 4\ntitle: b\n")
    #expect(reading.places == ["R0104 3:10", "R0107 4:1"])
    #expect(reading.diagnostics.last?.help?.contains("line 2") == true)
    #expect(readJSON("{\"problem\": \"x\", \"problem\": \"y\"}").places == ["R0107 1:18"])
  }

  @Test(arguments: ["Bad", "-a", "a_b", "../x", "/x", ".", "a b", "é", "a\u{0}b", String(repeating: "a", count: 81)])
  func anIdThatIsNoSlugIsAnErrorWithASuggestion(id: String) {
    let reading = readJSON("{\"problem\": \"x\", \"id\": \"\(id.replacing("\u{0}", with: "\\u0000"))\"}")
    #expect(reading.problem == nil)
    #expect(reading.codes.contains("R0111"))
    #expect(readJSON("{\"problem\": \"x\", \"id\": 42}").problem?.id == "42")
    #expect(readYAML("problem: x\nid: " + String(repeating: "a", count: 80)).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("inputs/My Problem (v2).yaml", "my-problem-v2"), ("Überlastung.yml", "uberlastung"), ("a.b.yaml", "a-b"),
    (".yaml", "yaml"), ("deep/er/-x-.json", "x"), ("straße_Łódź.yaml", "strasse-lodz"),
  ])
  func theDefaultIdIsTheSlugOfTheFilesStem(file: String, id: String) {
    #expect(ProblemReader.defaultID(file: file) == id)
  }

  @Test func aFileNameWithoutLatinLettersHasAnIdOfItsOwn() {
    let first = ProblemReader.defaultID(file: "問題.yaml")
    #expect(Slug.isValid(first) && first.hasPrefix("problem-"))
    #expect(first != ProblemReader.defaultID(file: "课题.yaml"))
    let long = ProblemReader.defaultID(file: String(repeating: "word-", count: 60) + ".yaml")
    #expect(Slug.isValid(long) && long.utf8.count <= 80 && !long.hasSuffix("-"))
  }

  @Test func tagsAreSlugsAndCountOnce() {
    #expect(readYAML("problem: x\ntags: [api, api, 'two words']").codes == ["R0111"])
    #expect(readYAML("problem: x\ntags: [api, api, b]").problem?.tags == ["api", "b"])
  }

  @Test func aTitleIsOneLine() {
    #expect(readYAML("problem: x\ntitle: |\n  a\n  b\n").places == ["R0115 2:8"])
    #expect(readYAML("problem: x\ntitle: >\n  a\n  b\n").problem?.title == "a b")
  }

  @Test func anEmptyEntryIsLeftOutWithAWarning() {
    let reading = readYAML("problem: x\nconstraints:\n  - a\n  -\n  - b\nattempts: ['']\n")
    #expect(reading.codes == ["R0114", "R0114"])
    #expect(reading.problem?.constraints == ["a", "b"])
    #expect(reading.problem?.fields.map(\.name) == ["problem", "constraints[0]", "constraints[1]"])
  }

  @Test func aTextWithAColonInAListIsExplained() {
    let reading = readYAML("problem: x\nconstraints:\n  - Budget: it's none\n")
    #expect(reading.diagnostics.first?.help?.hasSuffix("`'Budget: it''s none'`") == true)
  }

  @Test func aCommentThatCutsATextIsAWarning() {
    let reading = readYAML("problem: We closed #42 and #43 today\ntitle: a # a comment\ndomain: C#\n")
    #expect(reading.places == ["R0116 1:20"])
    #expect(reading.problem?.problem == "We closed")
  }

  @Test func invisibleAndDirectionCharactersAreRemovedAndCounted() {
    let reading = readYAML("problem: \"a\\u202Eb\\u2066c\\u200Fd\\x1be\\0\\ufefff\\tg\"\nmeta: {a\u{202E}b: x}\n")
    #expect(reading.codes == ["R0113"])
    #expect(reading.diagnostics.first?.severity == .warning)
    #expect(reading.diagnostics.first?.message.hasPrefix("7 control or direction characters") == true)
    #expect(reading.problem?.problem == "abcdef\tg")
    #expect(reading.problem?.meta == .map([Problem.MetaEntry(key: "ab", value: .text("x"))]))
  }

  @Test func lineBreaksOfEveryKindAreOneKind() {
    #expect(readYAML("problem: |\r\n  a\r\n  b\r\n\r\ntitle: t\r\n").problem?.problem == "a\nb")
    #expect(readJSON("{\"problem\": \"a\\r\\nb\\rc\\u2028d\\n\\n\"}").problem?.problem == "a\nb\nc\nd")
    #expect(readYAML("problem: a\r\nmetrics: b\r\n").places == ["R0104 2:10"])
  }

  @Test func columnsCountUnicodeScalars() {
    #expect(readYAML("{problem: 'é😀e\u{301}', metrics: x}").places == ["R0104 1:28"])
    #expect(readYAML("\u{FEFF}{problem: x, metrics: y}").places == ["R0104 1:23"])
    #expect(readYAML("problem: 'a\u{2028}b'\nmetrics: y").places == ["R0104 2:10"])
  }

  @Test func after200FindingsOnlyTheirNumberIsGiven() {
    let keys = (0..<500).map { "zz\($0): 1\n" }.joined()
    let reading = readYAML("problem: x\n" + keys)
    #expect(reading.diagnostics.count == 201)
    #expect(reading.diagnostics.last?.code == "R0199")
    #expect(reading.diagnostics.last?.message.hasPrefix("300 more") == true)
  }

  @Test func proseIsAProblemOfItsOwn() {
    let reading = ProblemReader.read(prose: Array("Our API: slow.\r\nWe tried \u{202E}caching.\n".utf8))
    #expect(reading.problem?.problem == "Our API: slow.\nWe tried caching.")
    #expect(reading.problem?.title == "Our API: slow")
    #expect(reading.problem?.id == "our-api-slow")
    #expect(reading.codes == ["R0113"])
    #expect(ProblemReader.read(prose: []).codes == ["R0101"])
    #expect(ProblemReader.read(prose: Array(" \n ".utf8)).codes == ["R0101"])
    #expect(ProblemReader.read(prose: [0x61, 0xFF]).codes == ["R0102"])
    #expect(ProblemReader.read(prose: [UInt8](repeating: 0x61, count: 256 << 10 | 1)).codes == ["R0108"])
    #expect(ProblemReader.read(prose: [UInt8](repeating: 0x61, count: 256 << 10)).diagnostics.isEmpty)
  }

  @Test func theFormatIsKnownByNameOrGuessed() {
    #expect(InputFormat(fileName: "a.YML") == .yaml)
    #expect(InputFormat(fileName: "a.json") == .json)
    #expect(InputFormat(fileName: "a.md") == nil)
    #expect(InputFormat(guessedFrom: Array("\n {\"a\"".utf8)) == .json)
    #expect(InputFormat(guessedFrom: Array("title: a\nproblem: b".utf8)) == .yaml)
    #expect(InputFormat(guessedFrom: Array("The problem: it is slow".utf8)) == nil)
  }
}
