/// Reads one map of a catalogue file: typed values by key, with a diagnostic for each that is missing or wrong.
struct MapDecoder {
  let node: Node
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<String> = []

  init(_ node: Node, source: SourceText) {
    self.node = node
    self.source = source
  }

  mutating func report(_ message: String, at place: Node? = nil, help: String? = nil) {
    diagnostics.append(
      Diagnostic(code: "R0401", message: message, place: (place ?? node).place(in: source), help: help))
  }

  mutating func value(_ key: String) -> Node? {
    known.insert(key)
    guard let value = node[key], !value.isNothing else { return nil }
    return value
  }

  /// A text that must be there.
  mutating func text(_ key: String) -> String {
    guard let value = value(key) else {
      report("`\(key)` is missing")
      return ""
    }
    guard let text = value.text else {
      report("`\(key)` must be a text, not \(value.kindName)", at: value)
      return ""
    }
    return CaseView.onOneLine(text)
  }

  mutating func optionalText(_ key: String) -> String? { value(key) == nil ? nil : text(key) }

  mutating func texts(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    guard let texts = value.texts else {
      report("`\(key)` must be a list of texts", at: value)
      return []
    }
    return texts.map(CaseView.onOneLine)
  }

  /// A number, or a fallback if the key is left out.
  /// A number above 0 and at most 1.
  mutating func share(_ key: String, default fallback: Double) -> Double {
    let share = number(key, default: fallback)
    guard share > 0, share <= 1 else {
      report("`\(key)` must be above 0 and at most 1", at: node[key])
      return fallback
    }
    return share
  }

  mutating func number(_ key: String, default fallback: Double) -> Double {
    guard let value = value(key) else { return fallback }
    guard let number = value.double else {
      report("`\(key)` must be a number", at: value)
      return fallback
    }
    return number
  }

  mutating func flag(_ key: String) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.bool else {
      report("`\(key)` must be true or false", at: value)
      return false
    }
    return flag
  }

  /// `{NAME: weight}` or `[NAME, …]` with weight 1, in the file's order.
  mutating func weights(_ key: String) -> [LensDefinition.Weighted] {
    guard let value = value(key) else { return [] }
    if let names = value.texts { return names.map { .init(name: $0, weight: 1) } }
    guard let entries = value.entries else {
      report("`\(key)` must be a map of names and weights", at: value)
      return []
    }
    return entries.compactMap { entry -> LensDefinition.Weighted? in
      guard let weight = entry.value.double else {
        report("the weight of `\(entry.name)` must be a number", at: entry.value)
        return nil
      }
      return .init(name: entry.name, weight: weight)
    }
  }

  mutating func template(_ key: String) -> Template? {
    guard let value = value(key) else { return nil }
    return template(in: value)
  }

  /// One template or a list of surface forms.
  mutating func templates(_ key: String) -> [Template] {
    guard let value = value(key) else { return [] }
    if let items = value.items { return items.compactMap { template(in: $0) } }
    return template(in: value).map { [$0] } ?? []
  }

  private mutating func template(in node: Node) -> Template? {
    guard let text = node.text else {
      report("expected a text, found \(node.kindName)", at: node)
      return nil
    }
    do throws(TemplateError) {
      return try Template(CaseView.onOneLine(text))
    } catch {
      report("\(error.message), at character \(error.offset + 1) of the text", at: node)
      return nil
    }
  }

  mutating func conditions(_ key: String) -> [Condition] {
    guard let value = value(key) else { return [] }
    let nodes = value.items ?? [value]
    return nodes.compactMap { node -> Condition? in
      guard let text = node.text else {
        report("a condition must be a text", at: node)
        return nil
      }
      do throws(TemplateError) {
        return try Condition(text)
      } catch {
        report("\(error.message) in the condition `\(text)`", at: node)
        return nil
      }
    }
  }

  mutating func days(_ key: String) -> Effort {
    guard let text = optionalText(key) else { return .none }
    guard let effort = Effort(text) else {
      report("`\(key)` must be working days such as 2 or 1-3", at: node[key])
      return .none
    }
    return effort
  }

  /// Decodes each map of a list.
  mutating func list<Value>(_ key: String, _ decode: (inout MapDecoder) -> Value?) -> [Value] {
    guard let value = value(key) else { return [] }
    guard let items = value.items else {
      report("`\(key)` must be a list", at: value)
      return []
    }
    return items.compactMap { map($0, decode) }
  }

  mutating func map<Value>(_ key: String, _ decode: (inout MapDecoder) -> Value?) -> Value? {
    guard let value = value(key) else { return nil }
    return map(value, decode)
  }

  mutating func map<Value>(_ node: Node, _ decode: (inout MapDecoder) -> Value?) -> Value? {
    guard node.entries != nil else {
      report("expected a map, found \(node.kindName)", at: node)
      return nil
    }
    var decoder = MapDecoder(node, source: source)
    let result = decode(&decoder)
    decoder.reportUnknownKeys()
    diagnostics += decoder.diagnostics
    return result
  }

  /// A key that nothing asked for is a typing error.
  mutating func reportUnknownKeys() {
    for entry in node.entries ?? [] where !known.contains(entry.name) {
      report(
        "unknown key `\(entry.name)`", at: entry.key, help: "known here: \(known.sorted().joined(separator: ", "))")
    }
  }
}
