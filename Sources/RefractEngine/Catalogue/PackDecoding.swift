extension MapDecoder {
  mutating func pack() -> DomainPack? {
    _ = texts("components")
    return DomainPack(
      id: text("id"), name: text("name"), cues: weightedCues("cues"), modes: weights("modes"), problem: text("problem"),
      adjective: optionalText("adjective") ?? "", roles: roles("roles"),
      facets: list("facets") { facet in
        DomainPack.Facet(id: facet.text("id"), cues: facet.texts("cues"), roles: facet.roles("roles"))
      },
      probes: list("probes") { $0.packAction() }, moves: list("moves") { $0.packAction() },
      stops: list("stops") { $0.packAction() }, interventions: list("interventions") { $0.intervention() },
      vetoes: texts("vetoes"), metrics: texts("metrics"))
  }

  /// Cues as texts, or as `{cue: …, weight: …}`.
  mutating func weightedCues(_ key: String) -> [DomainPack.WeightedCue] {
    guard let items = value(key)?.items else { return [] }
    return items.compactMap { item in
      if let text = item.text { return DomainPack.WeightedCue(cue: text, weight: 1) }
      return map(item) { DomainPack.WeightedCue(cue: $0.text("cue"), weight: $0.number("weight", default: 1)) }
    }
  }

  mutating func roles(_ key: String) -> [String: RoleWords] {
    var roles: [String: RoleWords] = [:]
    for entry in value(key)?.entries ?? [] {
      roles[entry.name] = map(entry.value) { role in
        let text = role.text("text")
        return RoleWords(
          text: text, short: role.optionalText("short") ?? text, isPlural: role.optionalText("number") == "plural",
          pace: role.optionalText("pace"))
      }
    }
    return roles
  }

  mutating func packAction() -> DomainPack.PackAction? {
    DomainPack.PackAction(
      id: text("id"), text: text("text"), days: days("days"), tier: Int(number("tier", default: 1)),
      touches: texts("touches"), reveals: optionalText("reveals"), gate: optionalText("gate"),
      needs: optionalText("needs"))
  }

  mutating func intervention() -> Intervention? {
    let id = text("id")
    return Intervention(
      id: id, name: optionalText("name") ?? id, cues: texts("cues"), kind: optionalText("kind") ?? "tune",
      component: text("on"), tier: Int(number("tier", default: 1)), leaves: text("leaves"), left: optionalText("left"),
      found: optionalText("found"), isBroad: flag("broad"))
  }

  mutating func mode() -> ModeDefinition? {
    ModeDefinition(
      id: text("id"), name: text("name"), question: text("question"), look: text("look"), beyond: template("not"),
      triggers: weights("triggers"), cues: texts("cues"), asks: texts("asks"), sequence: texts("sequence"),
      baseRate: share("base_rate", default: LensRelevance.rarest))
  }

  mutating func archetype() -> Archetype? {
    Archetype(
      id: text("id"), name: text("name"), signals: weights("signals"), packs: weights("packs"),
      question: text("question"), mechanism: template("mechanism"))
  }
}
