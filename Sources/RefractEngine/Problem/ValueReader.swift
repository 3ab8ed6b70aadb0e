/// Reads single values, lists and records of a problem file with their rules, and collects fields and findings.
///
/// Nothing where something optional belongs (`title:`, `~`, `null`, an empty text) counts as left out.
struct ValueReader {
  /// An entry of a list of maps, or a plain text in its place.
  struct Record {
    /// The plain text, or the value of the leading key.
    var lead: String
    var values: [String: String] = [:]

    subscript(key: String) -> String? { values[key] }
  }

  var findings: Findings
  var fields: [Problem.Field] = []
  /// Invisible characters taken out so far, and the first text that had one.
  private(set) var removed = 0
  private(set) var firstRemoved: Range<Int>?

  init(findings: Findings) { self.findings = findings }

  /// The text without control and direction characters, which are counted.
  mutating func clean(_ typed: String, at range: Range<Int>) -> String {
    let clean = CleanText(typed)
    removed += clean.dropped
    if clean.dropped > 0 && firstRemoved == nil { firstRemoved = range }
    return clean.text
  }

  /// A text of any number of lines; nil if it is left out, blank, or no text.
  mutating func text(_ node: Node?, _ path: String) -> String? {
    guard let node, !node.isNothing else { return nil }
    guard let typed = node.text else {
      notText(node, path)
      return nil
    }
    let text = clean(typed, at: node.range)
    return text.isBlank ? nil : text
  }

  /// A text of one line without white space around it; `isField` lists it in ``fields``.
  mutating func line(_ node: Node?, _ path: String, isField: Bool = false) -> String? {
    guard let node, let text = text(node, path)?.trimmed else { return nil }
    if text.utf8.contains(0x0A) {
      findings.add(
        .severalLines, "`\(path)` must be one line", at: node.range, label: "found several lines",
        help: "write it on one line, and put the rest into `problem` or `context`")
    }
    if isField { fields.append(Problem.Field(name: path, text: text)) }
    return text
  }

  /// A list of texts; each is listed in ``fields``. With `allowsOneText` a single text is a list of one.
  mutating func texts(_ node: Node?, _ path: String, allowsOneText: Bool = false) -> [String] {
    if allowsOneText, let node, node.text != nil {
      guard let text = text(node, path) else { return [] }
      fields.append(Problem.Field(name: path, text: text))
      return [text]
    }
    var texts: [String] = []
    for (item, itemPath) in list(node, path, allowsOneText: allowsOneText) {
      guard let text = entryText(item, itemPath) else { continue }
      fields.append(Problem.Field(name: "\(path)[\(texts.count)]", text: text))
      texts.append(text)
    }
    return texts
  }

  /// The elements of a list with their paths; empty if it is left out or no list.
  mutating func list(_ node: Node?, _ path: String, allowsOneText: Bool = false) -> [(node: Node, path: String)] {
    guard let node, !node.isNothing, !(node.text?.isBlank ?? false) else { return [] }
    guard let items = node.items else {
      wrongType(node, path, allowsOneText ? "a text or a list" : "a list")
      return []
    }
    return items.enumerated().map { ($0.element, "\(path)[\($0.offset)]") }
  }

  /// The entries of a map; empty if it is left out or no map.
  mutating func map(_ node: Node?, _ path: String) -> [Node.Entry] {
    guard let node, !node.isNothing else { return [] }
    guard let entries = node.entries else {
      wrongType(node, path, "a map")
      return []
    }
    return entries
  }

  /// The text of a list's element; an empty one is left out with a warning.
  mutating func entryText(_ node: Node, _ path: String) -> String? {
    guard node.isNothing || node.text?.isBlank == true else { return text(node, path) }
    findings.add(
      .emptyEntry, "`\(path)` is empty and was left out", at: node.range, help: "write it or delete the line")
    return nil
  }

  /// A list of maps whose first key is required, or of plain texts that stand for it. All texts are listed in
  /// ``fields``.
  mutating func records(_ node: Node?, _ path: String, _ keys: [String]) -> [Record] {
    var records: [Record] = []
    for (item, itemPath) in list(node, path) {
      let name = "\(path)[\(records.count)]"
      if item.entries != nil {
        if let record = record(item, itemPath, keys, name: name) { records.append(record) }
      } else if let text = entryText(item, itemPath) {
        fields.append(Problem.Field(name: name, text: text))
        records.append(Record(lead: text))
      }
    }
    return records
  }

  private mutating func record(_ node: Node, _ path: String, _ keys: [String], name: String) -> Record? {
    guard let entries = node.entries, let leading = keys.first else { return nil }
    checkKeys(entries, known: keys, also: nil, path: path)
    var record = Record(lead: "")
    let errors = findings.count
    for key in keys {
      guard let text = text(node[key], "\(path).\(key)") else { continue }
      record.values[key] = text
      fields.append(Problem.Field(name: "\(name).\(key)", text: text))
    }
    guard let lead = record.values[leading] else {
      // A wrong type has been reported already.
      if findings.count == errors || node[leading]?.text != nil || node[leading] == nil {
        let state = node[leading] == nil ? "missing" : "empty"
        findings.add(
          .missing, "`\(path).\(leading)` is \(state)", at: node[leading]?.range ?? node.range,
          help: "write `\(leading): …`")
      }
      return nil
    }
    record.lead = lead
    return record
  }

  /// A value below `meta`.
  mutating func metaValue(_ node: Node) -> Problem.MetaValue {
    switch node.content {
    case .scalar(let typed, _): return .text(clean(typed, at: node.range))
    case .list(let items):
      var values: [Problem.MetaValue] = []
      for item in items { values.append(metaValue(item)) }
      return .list(values)
    case .map(let entries):
      var values: [Problem.MetaEntry] = []
      for entry in entries {
        let key = clean(entry.name, at: entry.key.range)
        values.append(Problem.MetaEntry(key: key, value: metaValue(entry.value)))
      }
      return .map(values)
    }
  }

  // MARK: Findings

  /// Reports each key that is not known here, with the nearest one.
  mutating func checkKeys(_ entries: [Node.Entry], known: [String], also ignored: String?, path: String?) {
    for entry in entries where entry.name != ignored && !known.contains(entry.name) {
      let near = ProblemKeys.nearest(to: entry.name, among: known)
      let name = TerminalText.shortened(entry.name)
      findings.add(
        .unknownKey, "unknown key `\(name)`" + (path.map { " in `\($0)`" } ?? ""), at: entry.key.range,
        label: near.map { "did you mean `\($0)`?" }, help: Self.keyHelp(near, known, isTop: path == nil))
    }
  }

  private static func keyHelp(_ near: String?, _ known: [String], isTop: Bool) -> String {
    let own = isTop ? "; data of your own goes below `meta`" : ""
    if let near { return "write `\(near):`" + own }
    return "the keys are " + known.map { "`\($0)`" }.joined(separator: ", ") + own
  }

  mutating func wrongType(_ node: Node, _ path: String, _ expected: String) {
    findings.add(
      .wrongType, "`\(path)` must be \(expected)", at: node.range, label: "found \(node.kindName)",
      help: ProblemKeys.form(of: path))
  }

  mutating func badSlug(_ node: Node, _ path: String, _ text: String, form: String) {
    findings.add(
      .badSlug, "`\(path)` must be lower-case letters, digits and `-`, at most \(Slug.limit)", at: node.range,
      label: "not a slug", help: "write `\(form)\(Slug.make(from: text))`")
  }

  private mutating func notText(_ node: Node, _ path: String) {
    var help = ProblemKeys.form(of: path)
    // `- Budget: none` is a map in YAML, and hardly ever meant as one.
    if let only = node.entries?.first, node.entries?.count == 1, let value = only.value.text {
      let text = "\(only.name): \(value)"
      if text.utf8.count <= 120, !text.utf8.contains(0x0A) {
        help =
          "a colon and a space make this a map; put the text in quotes: `'\(text.split(separator: "'").joined(separator: "''"))'`"
      }
    }
    findings.add(
      .wrongType, "`\(path)` must be a text", at: node.range, label: "found \(node.kindName)", help: help)
  }
}
