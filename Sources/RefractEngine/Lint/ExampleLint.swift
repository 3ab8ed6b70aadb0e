/// Runs the examples of every lens.
struct ExampleLint: Sendable {
  let catalogue: Catalogue

  func findings(in file: LintFile) -> [Diagnostic] {
    guard file.isLens, let id = file.root["id"]?.text, let lens = catalogue.lenses.first(where: { $0.id == id })
    else { return [] }
    let nodes = file.root.list("examples")
    var findings: [Diagnostic] = []
    for outcome in LensExamples.outcomes(of: lens, in: catalogue) {
      guard let node = nodes[safe: outcome.index] else { continue }
      let number = "example \(outcome.index + 1) of `\(id)`"
      for (id, reason) in zip(outcome.missing, outcome.reasons) {
        let place = node.scalars("says").first { $0.text == id } ?? node
        findings.append(
          file.finding(
            .exampleFails, "in \(number) the rule `\(id)` keeps silent: \(reason)", at: place, help: outcome.read))
      }
      for id in outcome.unwanted {
        let place = node.scalars("not").first { $0.text == id } ?? node
        findings.append(
          file.finding(.exampleFails, "in \(number) the rule `\(id)` speaks", at: place, help: outcome.read))
      }
      for not in node.scalars("not") where !lens.rules.contains(where: { $0.id == not.text }) {
        findings.append(file.finding(.deadReference, "the lens has no rule `\(not.text ?? "")`", at: not))
      }
      if node.scalars("says").isEmpty {
        findings.append(file.finding(.unusedName, "\(number) names no rule that must speak", at: node))
      }
    }
    return findings
  }
}
