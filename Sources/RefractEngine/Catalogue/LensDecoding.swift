extension MapDecoder {
  mutating func lens() -> LensDefinition? {
    let id = text("id")
    let warrantLetter = text("warrant")
    guard let warrant = LensDefinition.Warrant(rawValue: warrantLetter) else {
      report("`warrant` must be T, R, H or M", at: node["warrant"])
      return nil
    }
    return LensDefinition(
      id: id, name: text("name"), family: text("family"), modes: texts("modes"), warrant: warrant,
      baseRate: share("base_rate", default: LensRelevance.rarest), definition: text("definition"),
      source: text("source"), signals: weights("signals"), cues: texts("cues"),
      reframe: text("reframe"), price: template("price"), refuted: template("refuted"), related: texts("related"),
      rules: list("rules") { $0.rule(lens: id) },
      examples: list("examples") { example in
        LensDefinition.Example(text: example.text("text"), says: example.texts("says"), not: example.texts("not"))
      })
  }

  mutating func rule(lens: String) -> Rule? {
    let id = text("id")
    var about: Rule.About?
    if let words = optionalText("about") {
      about = Rule.About(words)
      if about == nil { report("`about` cannot be `\(words)`", at: node["about"]) }
    }
    let variants = list("say") { variant in
      Rule.Variant(
        belief: variant.templates("belief"), because: variant.templates("because"),
        grounds: variant.templates("grounds"))
    }
    if variants.isEmpty { report("rule `\(id)` says nothing", help: "give at least one variant under `say`") }
    return Rule(
      id: id, key: "\(lens).\(id)", about: about, isRoot: flag("root"), explains: texts("explains"),
      when: conditions("when"), unless: conditions("unless"), weigh: texts("weigh"), against: conditions("against"),
      say: variants, reframe: templates("reframe"), actions: list("do") { $0.action() },
      check: map("check") { check in
        Rule.Check(
          predict: check.template("predict"), measure: check.template("measure"), passes: check.template("passes"),
          refuted: check.template("refuted"))
      },
      price: map("price") { price in
        guard let gain = price.template("gain"), let cost = price.template("price") else {
          price.report("a price needs `gain` and `price`")
          return nil
        }
        return Rule.Price(gain: gain, price: cost, tooHigh: price.template("toohigh"))
      },
      refuted: template("refuted"))
  }

  mutating func action() -> ActionTemplate? {
    var kind: ActionTemplate.Kind?
    var content: ActionTemplate.Content?
    for candidate in ActionTemplate.Kind.allCases {
      if let template = template(candidate.rawValue) {
        (kind, content) = (candidate, .text(template))
      }
    }
    if let pack = optionalText("pack") {
      switch pack {
      case "move": (kind, content) = (.change, .packMove)
      case "stop": (kind, content) = (.stop, .packStop)
      default:
        guard pack.hasPrefix("probe("), pack.hasSuffix(")") else {
          report("`pack` must be `probe(role)`, `move` or `stop`", at: node["pack"])
          return nil
        }
        (kind, content) = (.measure, .packProbe(role: String(pack.dropFirst(6).dropLast())))
      }
    }
    guard let kind, let content else {
      report("an action needs one of: stop, measure, decide, try, change, sustain, pack")
      return nil
    }
    return ActionTemplate(
      kind: kind, content: content, days: days("days"), touches: texts("touches"),
      gate: map("gate") { gate in
        guard let question = gate.template("if"), let yes = gate.template("yes"), let no = gate.template("no") else {
          gate.report("a gate needs `if`, `yes` and `no`")
          return nil
        }
        return ActionTemplate.Gate(question: question, yes: yes, no: no)
      })
  }
}
