/// Finds slots whose path does not exist, and roles that nothing ever fills.
struct TemplateLint: Sendable {
  let names: CatalogueNames

  func findings(in file: LintFile) -> [Diagnostic] {
    if file.isLens {
      let own = [file.root["price"], file.root["refuted"]].compactMap(\.self)
      return own.flatMap { template($0, about: nil, isSilent: false, file) }
        + file.root.list("rules").flatMap { rule($0, file) }
    }
    switch file.name {
    case "modes.yaml": return texts(file, "not")
    case "archetypes.yaml": return texts(file, "mechanism")
    case "phrases.yaml":
      return (file.root.entries ?? []).flatMap { entry in
        (entry.value.items ?? [entry.value]).flatMap { template($0, about: nil, isSilent: true, file) }
      }
    default: return []
    }
  }

  private func texts(_ file: LintFile, _ key: String) -> [Diagnostic] {
    (file.root.items ?? []).flatMap { $0.scalars(key) }.flatMap { template($0, about: nil, isSilent: false, file) }
  }

  private func rule(_ rule: Node, _ file: LintFile) -> [Diagnostic] {
    let about = rule["about"]?.text.flatMap { Rule.About($0) }
    return Self.templates(of: rule).flatMap { template($0, about: about, isSilent: false, file) }
  }

  /// Every template of a rule.
  static func templates(of rule: Node) -> [Node] {
    let says = rule.list("say").flatMap { $0.scalars("belief") + $0.scalars("because") + $0.scalars("grounds") }
    let actions = rule.list("do").flatMap { action in
      ActionTemplate.Kind.allCases.flatMap { action.scalars($0.rawValue) }
        + (action["gate"].map { ["if", "yes", "no"].flatMap($0.scalars) } ?? [])
    }
    let check = rule["check"].map { ["predict", "measure", "passes", "refuted"].flatMap($0.scalars) } ?? []
    let price = rule["price"].map { ["gain", "price", "toohigh"].flatMap($0.scalars) } ?? []
    return says + rule.scalars("reframe") + actions + check + price + rule.scalars("refuted")
  }

  /// - Parameter isSilent: the program hands over what `it.` stands for, so that its parts are not known here.
  private func template(_ node: Node, about: Rule.About?, isSilent: Bool, _ file: LintFile) -> [Diagnostic] {
    guard let text = node.text, let template = try? Template(CaseView.onOneLine(text)) else { return [] }
    var seen: Set<String> = []
    return template.paths.filter { seen.insert($0).inserted }.compactMap { path in
      if isSilent && path.hasPrefix("it.") || path == "hedge" { return nil }
      guard names.grammar.knows(path, about: about) else {
        // With a way out the form can still be printed.
        let isNeeded = template.required.contains { slot in
          slot.alternatives.contains(.path(RulePath(path)))
            && slot.alternatives.allSatisfy { operand in
              if case .path(let other) = operand { !names.grammar.knows(other.text, about: about) } else { false }
            }
        }
        return file.finding(
          .unknownPath,
          "there is no path `\(path)`" + (about == nil && path.hasPrefix("it.") ? " without `about`" : ""),
          at: node, part: path, help: hint(path),
          severity: isNeeded ? .error : .warning)
      }
      if names.roles.contains(path) && !names.filledRoles.contains(path) {
        return file.finding(.unfilledRole, "nothing ever fills the role `\(path)`", at: node, part: path)
      }
      return nil
    }
  }

  private func hint(_ path: String) -> String? {
    let parts = path.split(separator: ".").map(String.init)
    if parts.first == "situation", parts.count == 3 {
      guard let captures = names.captures[parts[1]] else {
        return CatalogueNames.hint(parts[1], among: names.captures.keys)
      }
      return "this situation gives: " + (["clause", "cue"] + captures.sorted()).joined(separator: ", ")
    }
    return parts.count == 1 ? CatalogueNames.hint(path, among: names.roles) : nil
  }
}
