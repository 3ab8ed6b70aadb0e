/// Finds lenses that are too thin to say something apt about most problems.
struct QuotaLint: Sendable {
  func findings(in file: LintFile) -> [Diagnostic] {
    guard file.isLens, let id = file.root["id"] else { return [] }
    let root = file.root
    var lacks: [String] = []
    let rich = root.list("rules").count { rule in
      rule.list("say").count >= 3 && rule.list("say").allSatisfy { $0.scalars("belief").count >= 2 }
    }
    if rich < 2 { lacks.append("two rules with three variants of two forms each (it has \(rich))") }
    if root.list("examples").count < 2 { lacks.append("two examples (it has \(root.list("examples").count))") }
    let related = root.scalars("related").count
    if !(3...5).contains(related) { lacks.append("three to five related lenses (it has \(related))") }
    if root.names("signals").isEmpty { lacks.append("signals") }
    if root.scalars("cues").isEmpty { lacks.append("cues") }
    if root["price"] == nil { lacks.append("a price") }
    if root["refuted"] == nil { lacks.append("what would refute it") }
    let year = (root["source"]?.text ?? "").split { !$0.isNumber }.contains { $0.count == 4 }
    if !year { lacks.append("the year of its source") }
    return lacks.map { file.finding(.belowQuota, "the lens `\(id.text ?? "")` needs \($0)", at: id) }
  }
}
