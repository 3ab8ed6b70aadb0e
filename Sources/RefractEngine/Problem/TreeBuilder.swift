/// Puts a tree together from the outside in and guards the limits while it grows, for YAML and JSON alike.
struct TreeBuilder {
  private struct Frame {
    let isMap: Bool
    let start: Int
    var items: [Node] = []
    var entries: [Node.Entry] = []
    /// The key whose value comes next.
    var key: Node?
    var keyIsDuplicate = false
    var names: Set<String> = []
  }

  private let source: SourceText
  private let limits: ReadingLimits
  private var stack: [Frame] = []
  private var nodes = 0
  private(set) var root: Node?
  var findings: Findings

  init(source: SourceText, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    findings = Findings(source: source)
  }

  /// True if the next scalar is the key of a map.
  var expectsKey: Bool {
    guard let frame = stack.last else { return false }
    return frame.isMap && frame.key == nil
  }

  /// Starts a list or a map at a byte offset.
  mutating func open(map isMap: Bool, at start: Int) throws(Diagnostic) {
    if expectsKey {
      throw trouble(
        .refusedYAML, "a key must be a text", start..<start + 1, label: isMap ? "found a map" : "found a list",
        help: "put the key in quotes if it is meant as a text")
    }
    try count(start..<start + 1)
    guard stack.count < limits.depth else {
      throw tooDeep(at: start)
    }
    stack.append(Frame(isMap: isMap, start: start))
  }

  /// Ends the innermost list or map before a byte offset.
  mutating func close(at end: Int) throws(Diagnostic) {
    guard let frame = stack.popLast() else { return }
    let range = frame.start..<max(frame.start, end)
    try add(Node(frame.isMap ? .map(frame.entries) : .list(frame.items), range: range))
  }

  /// Adds a key or a value.
  mutating func scalar(_ text: String, _ style: Node.Style, _ range: Range<Int>) throws(Diagnostic) {
    try count(range)
    guard text.utf8.count <= limits.textBytes else {
      throw trouble(
        .overLimit, "the text is longer than \(SourceText.size(limits.textBytes))", range,
        help: "shorten it, or close the quote that may be open")
    }
    let node = Node(.scalar(text, style), range: range)
    if expectsKey { try key(node, text) } else { try add(node) }
  }

  private mutating func key(_ node: Node, _ text: String) throws(Diagnostic) {
    let top = stack.count - 1
    guard stack[top].names.count < limits.keys else {
      throw trouble(
        .overLimit, "the map has more than \(limits.keys) keys", node.range, help: "use a list, or split the map")
    }
    stack[top].key = node
    stack[top].keyIsDuplicate = !stack[top].names.insert(text).inserted
    guard stack[top].keyIsDuplicate else { return }
    let first = stack[top].entries.first { $0.name == text }?.key.range.lowerBound ?? node.range.lowerBound
    findings.add(
      .duplicateKey, "`\(TerminalText.shortened(text))` is given twice", at: node.range, label: "again here",
      help: "line \(source.line(of: first)) has it already: keep one of the two")
  }

  private mutating func add(_ node: Node) throws(Diagnostic) {
    guard !stack.isEmpty else {
      root = node
      return
    }
    let top = stack.count - 1
    guard stack[top].isMap else {
      stack[top].items.append(node)
      return
    }
    guard let key = stack[top].key else { return }
    stack[top].key = nil
    if !stack[top].keyIsDuplicate { stack[top].entries.append(Node.Entry(key: key, value: node)) }
  }

  private mutating func count(_ range: Range<Int>) throws(Diagnostic) {
    nodes += 1
    guard nodes > limits.nodes else { return }
    throw trouble(
      .overLimit, "the file has more than \(limits.nodes) values", range, help: "split it into several problems")
  }

  /// The finding that lists and maps are nested too deep.
  func tooDeep(at start: Int) -> Diagnostic {
    trouble(
      .overLimit, "lists and maps are nested more than \(limits.depth) levels deep", start..<start + 1,
      help: "a problem file needs three levels; is a bracket or quote missing?")
  }

  /// A finding that ends the reading.
  func trouble(
    _ code: DiagnosticCode, _ message: String, _ range: Range<Int>, label: String? = nil, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(code, message, at: source.place(of: range), label: label, help: help)
  }
}
