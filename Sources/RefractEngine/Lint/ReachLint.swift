/// Finds rules that can never speak and variants that are never chosen.
struct ReachLint: Sendable {
  let catalogue: Catalogue

  func findings(in file: LintFile) -> [Diagnostic] {
    guard file.isLens, let id = file.root["id"]?.text, let lens = catalogue.lenses.first(where: { $0.id == id })
    else { return [] }
    return file.root.list("rules").flatMap { node -> [Diagnostic] in
      guard let rule = lens.rules.first(where: { $0.id == node["id"]?.text }) else { return [] }
      return contradiction(rule, node, file) + variants(rule, node, file)
    }
  }

  /// A condition that must hold and must not.
  private func contradiction(_ rule: Rule, _ node: Node, _ file: LintFile) -> [Diagnostic] {
    rule.when.filter { wanted in
      wanted.alternatives.allSatisfy { test in rule.unless.contains { $0.alternatives.contains(test) } }
    }.map { wanted in
      let place = node.scalars("when").first { $0.text == wanted.source } ?? node
      return file.finding(.unreachable, "`unless` excludes what `when` asks for", at: place)
    }
  }

  private func variants(_ rule: Rule, _ node: Node, _ file: LintFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (index, variant) in rule.say.enumerated() {
      guard let place = node.list("say")[safe: index] else { continue }
      if variant.belief.isEmpty || variant.because.isEmpty || variant.grounds.isEmpty {
        findings.append(
          file.finding(.unreachable, "a variant needs `belief`, `because` and `grounds`", at: place))
      } else if variant.grounds.allSatisfy(\.paths.isEmpty) {
        findings.append(
          file.finding(.unreachable, "the grounds of this variant quote nothing, so it is never said", at: place))
      } else if let earlier = rule.say[..<index].firstIndex(where: { Self.covers($0, variant) }) {
        findings.append(
          file.finding(
            .unreachable, "variant \(earlier + 1) is always possible when this one is", at: place,
            help: "put the variant that needs more in front"))
      }
    }
    return findings
  }

  /// Whether the first can be said whenever the second can.
  private static func covers(_ first: Rule.Variant, _ second: Rule.Variant) -> Bool {
    covers(first.belief, second.belief) && covers(first.because, second.because)
      && covers(first.grounds, second.grounds)
  }

  /// Some form of the first needs nothing that is not there whichever form of the second is filled.
  private static func covers(_ first: [Template], _ second: [Template]) -> Bool {
    first.contains { easy in
      second.allSatisfy { hard in
        easy.required.allSatisfy { slot in
          slot.alternatives.contains { if case .words = $0 { true } else { false } }
            || hard.required.contains { needed in needed.alternatives.allSatisfy(slot.alternatives.contains) }
        }
      }
    }
  }
}
