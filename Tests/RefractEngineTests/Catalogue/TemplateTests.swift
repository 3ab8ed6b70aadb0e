import Testing

@testable import RefractEngine

@Suite("A template") struct TemplateTests {
  @Test("keeps words, slots, filters and fallbacks apart") func parts() throws {
    let template = try Template("{it.who:bare:cap} {it.who#is/are} paid for {it.what ?? outcome ?? 'the result'}.")
    #expect(template.paths == ["it.who", "it.who", "it.what", "outcome"])
    #expect(template.parts.count == 6)
  }

  @Test(
    "names what is wrong and where",
    arguments: [
      ("{a", "expected `??`, `:` or `}`", 2), ("a}", "`}` without `{`", 1), ("[[a", "`[[` is not closed", 3),
      ("]]", "`]]` without `[[`", 0), ("{a:loud}", "unknown filter `loud`", 7), ("{}", "expected a path", 1),
      ("{'a}", "`'` is not closed", 3), ("{a#is}", "expected `/` between the two words", 5),
    ])
  func errors(source: String, message: String, offset: Int) {
    #expect(throws: TemplateError(message: message, offset: offset)) { try Template(source) }
  }

  @Test("reads conditions with alternatives and counts") func conditions() throws {
    let condition = try Condition("situation waiting or signal QUEUE or attempts >= 3")
    #expect(condition.alternatives == [.situation("waiting"), .signal("QUEUE"), .count("attempts", .atLeast, 3)])
    #expect(try Condition("series.falls").alternatives == [.seriesFalls])
    #expect(throws: TemplateError.self) { try Condition("attempts >> 3") }
    #expect(throws: TemplateError.self) { try Condition("") }
  }
}

@Suite("Rendering") struct RenderingTests {
  private func view(_ text: String) -> CaseView {
    let field = Problem.Field(name: "problem", text: text)
    let problem = Problem(id: "p", title: "T", problem: text, fields: [field])
    return CaseView(problem: problem, facts: Facts(document: Document(fields: [field])))
  }

  private func render(_ source: String, _ values: [String: SlotValue] = [:]) throws -> String? {
    var renderer = TemplateRenderer(view: view("our dashboard is slow"), binding: .given(values))
    return renderer.render(try Template(source))?.text
  }

  @Test("is skipped if a slot has no value, unless the slot is optional") func missing() throws {
    #expect(try render("{it.x} is slow.") == nil)
    #expect(try render("It is slow[[ because of {it.x}]].") == "It is slow.")
    #expect(try render("{it.x ?? 'nothing'} is slow.") == "Nothing is slow.")
  }

  @Test("capitalises sentences, keeps single spaces and doubles no full stop") func sentences() throws {
    let value = SlotValue("the queue.")
    #expect(try render("{it.x} {hedge} {it.x}", ["x": value]) == "The queue. The queue.")
    #expect(try render("look at {it.x}. then stop.", ["x": SlotValue("the queue")]) == "Look at the queue. Then stop.")
    #expect(try render("End with {it.x}.", ["x": value]) == "End with the queue.")
  }

  @Test("keeps the space in front of a number without a zero, and quotes marks as they stand") func marks() throws {
    #expect(try render("It went {it.x}.", ["x": SlotValue("from .94 to .96")]) == "It went from .94 to .96.")
    let view = view("from .94 ... to .96")
    let words = view.words(Span(field: 0, start: 0, end: 19))
    var renderer = TemplateRenderer(view: view, binding: .given(["x": words]))
    #expect(renderer.render(try Template("You write {it.x:quote}."))?.text == "You write \"from .94 ... to .96\".")
  }

  @Test("never reads a value as a template") func injection() throws {
    let value = SlotValue("{it.y} [[x]] {{z}}")
    #expect(try render("So: {it.x}", ["x": value, "y": SlotValue("no")]) == "So: {it.y} [[x]] {{z}}")
  }

  @Test("agrees in number") func agreement() throws {
    let template = "{it.x} {it.x#is/are} late"
    #expect(try render(template, ["x": SlotValue("parents", isPlural: true)]) == "Parents are late")
    #expect(try render(template, ["x": SlotValue("a parent")]) == "A parent is late")
  }

  @Test("quotes the author verbatim and notes the place") func quotation() throws {
    let view = view("our \"big\" dashboard\nis slow")
    let span = Span(field: 0, start: 0, end: 27)
    var renderer = TemplateRenderer(view: view, binding: .given(["x": view.words(span)]))
    let text = renderer.render(try Template("You write {it.x:quote}."))
    #expect(text?.text == "You write \"our 'big' dashboard is slow\".")
    #expect(text?.quoted == [span])
  }
}

@Suite("English") struct EnglishTests {
  @Test(
    "chooses a or an by sound",
    arguments: [
      ("hour", "an"), ("user", "a"), ("API", "an"), ("SLA", "an"), ("KPI", "a"), ("RICE score", "a"), ("UX test", "a"),
      ("11-day wait", "an"), ("8 weeks", "an"), ("honest answer", "an"), ("European law", "a"), ("umbrella", "an"),
      ("one-off", "a"), ("uninvited guest", "an"),
    ])
  func articles(words: String, article: String) { #expect(English.indefiniteArticle(before: words) == article) }

  @Test(
    "tells plurals by their form",
    arguments: [
      ("the experienced ones", true), ("people referred by us", true), ("the lens", false), ("a process", false),
      ("four beds", true), ("the list of names", false), ("pay rules", true), ("each of us", false), ("staff", true),
    ])
  func plurals(phrase: String, isPlural: Bool) { #expect(English.looksPlural(phrase) == isPlural) }

  @Test("turns the author's side to the reader's") func address() {
    #expect(
      English.addressed("our dashboard, which we built for ourselves")
        == "your dashboard, which you built for yourselves")
    #expect(English.addressed("hours of music") == "hours of music")
    #expect(English.addressed("rolling back on friday") == "rolling back on Friday")
  }

  @Test("lists with commas, and, semicolons where needed") func lists() {
    #expect(English.list(["a"]) == "a")
    #expect(English.list(["a", "b", "c"]) == "a, b and c")
    #expect(English.list(["a, b", "c", "d"]) == "a, b; c; and d")
    #expect(English.list(["a", "b", "c", "d", "e", "f"]) == "a, b, c, d and two more")
  }

  @Test("keeps names and acronyms when it changes a first letter") func letters() {
    #expect(English.lowered("Caching in Redis") == "caching in Redis")
    #expect(English.lowered("API calls") == "API calls")
    #expect(English.capitalised("iPhone sales") == "iPhone sales")
  }

  @Test("masks personal data and cuts long quotations at a word") func quotations() {
    #expect(Quotation.text("write to ann@example.org now") == "write to […] now")
    #expect(Quotation.text("since 2018-11-19 we wait") == "since 2018-11-19 we wait")
    #expect(Quotation.text("one two three, four", limit: 14) == "one two three …")
  }
}
