/// Reads the sections of a problem file from its tree, one after the other, and collects what is wrong with them.
///
/// Sections are read in the order in which ``Problem/fields`` lists them, whatever their order in the file.
struct SectionReader {
  var values: ValueReader
  private let file: String

  init(source: SourceText, findings: Findings) {
    values = ValueReader(findings: findings)
    file = source.file
  }

  /// Everything found so far, with the count of removed characters.
  var findings: Findings {
    var findings = values.findings
    if let first = values.firstRemoved { findings.addRemoved(values.removed, at: first) }
    return findings
  }

  /// The problem; nil if its own text is missing. Other errors are in ``findings``.
  mutating func problem(_ root: Node?) -> Problem? {
    guard let root else {
      values.findings.add(
        .emptyFile, "the file holds no problem", at: 0..<1,
        help: "write `problem:` and the situation in your own words, or delete the file")
      return nil
    }
    guard let entries = root.entries else {
      values.findings.add(
        .wrongType, "a problem file must be a map of fields", at: root.range, label: "found \(root.kindName)",
        help: "put `problem: |` in the first line and the text below it, indented")
      return nil
    }
    values.checkKeys(entries, known: ProblemKeys.all, also: "$schema", path: nil)
    return sections(root)
  }

  private mutating func sections(_ root: Node) -> Problem? {
    let title = values.line(root["title"], "title", isField: true)
    guard let text = text(root) else {
      // The rest is still read for what is wrong with it.
      _ = sections(root, into: Problem(id: "", title: "", problem: "", fields: []))
      return nil
    }
    let headline = Headline.make(from: text)
    let id = id(root["id"])
    let problem = Problem(
      id: id, title: title ?? (headline.isEmpty ? id : headline), hasOwnTitle: title != nil, problem: text, fields: [])
    return sections(root, into: problem)
  }

  private mutating func sections(_ root: Node, into empty: Problem) -> Problem {
    var problem = empty
    if empty.id.isEmpty { _ = id(root["id"]) }
    problem.domain = values.line(root["domain"], "domain")
    problem.context = values.texts(root["context"], "context", allowsOneText: true)
    problem.metrics = metrics(root)
    problem.attempts = values.records(root["attempts"], "attempts", ["action", "effect", "note"]).map {
      Problem.TriedAction(action: $0.lead, effect: $0["effect"], note: $0["note"])
    }
    problem.constraints = values.texts(root["constraints"], "constraints")
    problem.stakeholders = values.records(root["stakeholders"], "stakeholders", ["name", "wants", "concern"]).map {
      Problem.Party(name: $0.lead, wants: $0["wants"], concern: $0["concern"])
    }
    problem.options = values.records(root["options"], "options", ["name", "for", "against"]).map {
      Problem.Alternative(name: $0.lead, pro: $0["for"], con: $0["against"])
    }
    problem.deadline = values.line(root["deadline"], "deadline", isField: true)
    problem.successCriteria = values.texts(root["success_criteria"], "success_criteria")
    problem.tags = tags(root["tags"])
    problem.mode = values.line(root["mode"], "mode")
    problem.lenses = lenses(root["lenses"]) ?? empty.lenses
    problem.focus = focus(root["focus"])
    problem.meta = meta(root["meta"])
    problem.fields = values.fields
    return problem
  }

  private mutating func text(_ root: Node) -> String? {
    guard let node = root["problem"] else {
      let first = root.entries?.first?.key.range ?? root.range
      values.findings.add(
        .missing, "`problem` is missing", at: first,
        help: "add `problem: |` and the situation in your own words below it, indented")
      return nil
    }
    let errors = values.findings.count
    if let text = values.text(node, "problem") {
      values.fields.append(Problem.Field(name: "problem", text: text))
      return text
    }
    if values.findings.count == errors {
      values.findings.add(
        .missing, "`problem` is empty", at: node.range, help: "describe the situation in your own words")
    }
    return nil
  }

  private mutating func id(_ node: Node?) -> String {
    let standard = ProblemReader.defaultID(file: file)
    guard let node, let id = values.line(node, "id") else { return standard }
    // Checked as typed: a name with control characters in it is refused, never mended.
    if !Slug.isValid(node.text?.trimmed ?? "") { values.badSlug(node, "id", id, form: "id: ") }
    return id
  }

  private mutating func metrics(_ root: Node) -> [Problem.Metric] {
    let keys = ["name", "current", "target", "baseline", "unit"]
    return values.records(root["metrics"], "metrics", keys).map {
      Problem.Metric(
        name: $0.lead, current: $0["current"], target: $0["target"], baseline: $0["baseline"], unit: $0["unit"])
    }
  }

  private mutating func tags(_ node: Node?) -> [String] {
    var tags: [String] = []
    for (item, path) in values.list(node, "tags") {
      guard let tag = values.entryText(item, path) else { continue }
      if !Slug.isValid(item.text?.trimmed ?? "") { values.badSlug(item, path, tag, form: "") }
      if !tags.contains(tag.trimmed) { tags.append(tag.trimmed) }
    }
    return tags
  }

  private mutating func lenses(_ node: Node?) -> Problem.LensRequest? {
    guard let node, !node.isNothing else { return nil }
    if let text = node.text {
      if let count = node.int {
        if (1...8).contains(count) { return .count(count) }
      } else if node.double == nil {
        values.wrongType(node, "lenses", "a list or a number")
        return nil
      }
      values.findings.add(
        .outOfRange, "`lenses` must be a whole number from 1 to 8", at: node.range,
        label: "found \(TerminalText.shortened(text, to: 20))", help: "write `lenses: 3`, or a list of lens names")
      return nil
    }
    guard node.items != nil else {
      values.wrongType(node, "lenses", "a list or a number")
      return nil
    }
    let names = values.list(node, "lenses").compactMap { values.entryText($0.node, $0.path)?.trimmed }
    return names.isEmpty ? nil : .named(names)
  }

  private mutating func focus(_ node: Node?) -> [Problem.Focus] {
    var focus: [Problem.Focus] = []
    for entry in values.map(node, "focus") {
      let lens = values.clean(entry.name, at: entry.key.range).trimmed
      let path = "focus." + lens
      guard let text = values.text(entry.value, path) else { continue }
      focus.append(Problem.Focus(lens: lens, text: text))
      values.fields.append(Problem.Field(name: path, text: text))
    }
    return focus
  }

  private mutating func meta(_ node: Node?) -> Problem.MetaValue? {
    guard let node, !node.isNothing else { return nil }
    guard node.entries != nil else {
      values.wrongType(node, "meta", "a map")
      return nil
    }
    return values.metaValue(node)
  }
}
