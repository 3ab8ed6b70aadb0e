/// Finds names that nothing has: signals, situations, modes, packs, archetypes, rules, touches, weights.
struct ReferenceLint: Sendable {
  let names: CatalogueNames

  func findings(in file: LintFile) -> [Diagnostic] {
    switch file.name {
    case _ where file.isLens: return lens(file)
    case _ where file.isPack: return pack(file)
    case "modes.yaml": return each(file) { signals($0.names("triggers"), file) }
    case "situations.yaml":
      return each(file) { known($0.names("signals"), in: names.signals, "signal", file) + uncaught($0, file) }
    case "archetypes.yaml":
      return each(file) {
        signals($0.names("signals"), file) + known($0.names("packs"), in: names.packs, "domain pack", file)
      }
    case "technologies.yaml": return each(file) { known($0.scalars("packs"), in: names.packs, "domain pack", file) }
    case "roles.yaml":
      return (file.root.entries ?? []).flatMap { entry in
        paths(entry.value.items ?? [entry.value], about: nil, file)
      }
    default: return []
    }
  }

  private func each(_ file: LintFile, _ find: (Node) -> [Diagnostic]) -> [Diagnostic] {
    (file.root.items ?? []).flatMap(find)
  }

  private func known(_ nodes: [Node], in names: Set<String>, _ kind: String, _ file: LintFile) -> [Diagnostic] {
    nodes.compactMap { node in
      guard let name = node.text, !names.contains(name) else { return nil }
      return file.finding(
        .deadReference, "there is no \(kind) `\(name)`", at: node, help: CatalogueNames.hint(name, among: names))
    }
  }

  private func signals(_ nodes: [Node], _ file: LintFile) -> [Diagnostic] {
    known(nodes, in: names.signals.union(names.captures.keys), "signal or situation", file)
  }

  private func uncaught(_ situation: Node, _ file: LintFile) -> [Diagnostic] {
    let uncaught = names.uncaught[situation["id"]?.text ?? ""] ?? []
    return situation.scalars("captures").filter { uncaught.contains($0.text ?? "") }.map { node in
      file.finding(.unfilledRole, "no cue of this situation catches `\(node.text ?? "")`", at: node)
    }
  }

  private func paths(_ nodes: [Node], about: Rule.About?, _ file: LintFile) -> [Diagnostic] {
    nodes.compactMap { node in
      guard let path = node.text, !names.grammar.knows(path, about: about) else { return nil }
      return file.finding(.unknownPath, "there is no path `\(path)`", at: node)
    }
  }

  private func pack(_ file: LintFile) -> [Diagnostic] {
    let root = file.root
    let roles = ([root] + root.list("facets")).flatMap { $0.names("roles") }
    let actions = ["probes", "moves", "stops"].flatMap { root.list($0) }
    return known(root.names("modes"), in: names.modes, "mode", file)
      + known(roles, in: names.roles, "role", file)
      + known(actions.flatMap { $0.scalars("reveals") }, in: names.roles, "role", file) + touches(actions, file)
  }

  private func touches(_ actions: [Node], _ file: LintFile) -> [Diagnostic] {
    actions.flatMap { action in
      action.scalars("touches").compactMap { node -> Diagnostic? in
        guard let text = node.text else { return nil }
        let name = text.hasSuffix("?") ? String(text.dropLast()) : text
        guard !ConstraintTouches.names.contains(name) else { return nil }
        return file.finding(
          .deadReference, "nothing can touch `\(name)`", at: node,
          help: CatalogueNames.hint(name, among: ConstraintTouches.names))
      }
    }
  }

  private func lens(_ file: LintFile) -> [Diagnostic] {
    let root = file.root
    let related = root.scalars("related").filter { !names.lenses.contains($0.text ?? "") }.map { node in
      file.finding(
        .unknownLens, "no lens is called `\(node.text ?? "")`", at: node,
        help: CatalogueNames.hint(node.text ?? "", among: names.lenses))
    }
    return known(root.scalars("modes"), in: names.modes, "mode", file) + signals(root.names("signals"), file) + related
      + root.list("rules").flatMap { rule($0, file) }
  }

  private func rule(_ rule: Node, _ file: LintFile) -> [Diagnostic] {
    var findings = signals(rule.scalars("explains"), file)
    findings += known(rule.scalars("weigh"), in: Confidence.codes, "weight", file)
    for key in ["when", "unless", "against"] { findings += rule.scalars(key).flatMap { condition($0, file) } }
    if let about = rule["about"], let text = about.text, let subject = Rule.About(text) {
      findings += self.about(subject, at: about, file)
    }
    return findings + touches(rule.list("do"), file)
  }

  private func about(_ about: Rule.About, at node: Node, _ file: LintFile) -> [Diagnostic] {
    func check(_ name: String, _ names: some Sequence<String>, _ kind: String) -> [Diagnostic] {
      if names.contains(name) { return [] }
      return [
        file.finding(
          .deadReference, "there is no \(kind) `\(name)`", at: node, part: name,
          help: CatalogueNames.hint(name, among: names))
      ]
    }
    switch about {
    case .situation(let ids): return ids.flatMap { check($0, names.captures.keys, "situation") }
    // "worse, sideEffect" names several; each is tried in turn.
    case .attempt(let which): return check(which, PathGrammar.attempts, "kind of attempt")
    case .trend(let which): return check(which, PathGrammar.trends, "kind of trend")
    case .constraint(let which): return check(which, ["any", "hard", "soft"], "kind of constraint")
    case .duration(let which): return check(which, ["any", "effort", "age", "spent", "waiting"], "kind of duration")
    default: return []
    }
  }

  private func condition(_ node: Node, _ file: LintFile) -> [Diagnostic] {
    guard let text = node.text, let condition = try? Condition(text) else { return [] }
    func dead(_ kind: String, _ name: String, _ known: some Sequence<String>) -> Diagnostic? {
      if known.contains(name) { return nil }
      return file.finding(
        .deadReference, "there is no \(kind) `\(name)`", at: node, part: name,
        help: CatalogueNames.hint(name, among: known))
    }
    return condition.alternatives.compactMap { test in
      switch test {
      case .filled(let path):
        names.grammar.knows(condition: path.text)
          ? nil : file.finding(.unknownPath, "there is no path `\(path.text)`", at: node, part: path.text)
      case .role(let name): dead("role", name, names.roles)
      case .signal(let name): dead("signal", name, names.signals)
      case .situation(let name): dead("situation", name, names.captures.keys)
      case .pack(let name): dead("domain pack", name, names.packs)
      case .archetype(let name): dead("archetype", name, names.archetypes)
      case .count(let path, _, _): dead("count", path, PathGrammar.counts)
      case .seriesFalls: nil
      }
    }
  }
}
