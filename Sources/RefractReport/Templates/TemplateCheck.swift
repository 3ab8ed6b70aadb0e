internal import RefractEngine

/// Checks a template and its partials against the outline of the values that they will be given: whatever would print
/// as nothing is an error with its line.
struct TemplateCheck {
  /// Partials inside partials, at most.
  static let maximumDepth = 8
  /// Sections inside sections, at most.
  static let maximumNesting = 32

  let files: [String: TemplateFile]
  /// Names whose texts have HTML ("x.html"): true for templates that make HTML.
  let isHTML: Bool

  /// - Throws: the first mistake in reading order.
  func check(_ name: String, against root: [String: Shape]) throws(Diagnostic) {
    guard let file = files[name] else { throw TemplateTrouble.missing(name) }
    var stack: [Shape] = [.record(root)]
    try check(file, stack: &stack, path: [name])
  }

  private func check(_ file: TemplateFile, stack: inout [Shape], path: [String]) throws(Diagnostic) {
    var open: [(tag: Tag, pushed: Bool)] = []
    for tag in file.tags {
      switch tag.kind {
      case .variable, .unescaped: try checkPrinted(tag, in: file, stack: stack)
      case .section, .inverted:
        let shape = try resolve(tag, in: file, stack: stack)
        let entered = tag.kind == .section ? element(of: shape) : nil
        if let entered { stack.append(entered) }
        open.append((tag, entered != nil))
        if open.count > Self.maximumNesting { throw TemplateTrouble.nesting(tag, in: file) }
      case .close:
        guard let last = open.popLast(), last.tag.name == tag.name, last.tag.transform == tag.transform else {
          throw TemplateTrouble.unmatched(tag, open: open.last?.tag, in: file)
        }
        if last.pushed { stack.removeLast() }
      case .partial: try checkPartial(tag, in: file, stack: &stack, path: path)
      }
    }
    if let last = open.last { throw TemplateTrouble.unclosed(last.tag, in: file) }
  }

  private func checkPartial(
    _ tag: Tag, in file: TemplateFile, stack: inout [Shape], path: [String]
  ) throws(Diagnostic) {
    guard let partial = files[tag.name] else {
      throw TemplateTrouble.noPartial(tag, in: file, near: TemplateTrouble.nearest(tag.name, among: files.keys))
    }
    guard !path.contains(tag.name) else { throw TemplateTrouble.cycle(tag, path: path, in: file) }
    guard path.count <= Self.maximumDepth else { throw TemplateTrouble.depth(tag, in: file) }
    guard partial.isHTML == file.isHTML else { throw TemplateTrouble.otherKind(tag, in: file) }
    try check(partial, stack: &stack, path: path + [tag.name])
  }

  private func checkPrinted(_ tag: Tag, in file: TemplateFile, stack: [Shape]) throws(Diagnostic) {
    let shape = try resolve(tag, in: file, stack: stack)
    switch (shape, tag.kind) {
    case (.text, .variable), (.markup, .unescaped): return
    case (.text, _): throw TemplateTrouble.unescaped(tag, in: file)
    case (.markup, _): throw TemplateTrouble.escapedMarkup(tag, in: file)
    default: throw TemplateTrouble.notText(tag, in: file)
    }
  }

  /// What a section over a value puts on the stack; nil for a flag.
  private func element(of shape: Shape) -> Shape? {
    switch shape {
    case .flag: nil
    case .list(let element): element
    case .text, .markup, .record: shape
    }
  }

  /// The outline of what a tag names: first step up the stack, further steps downwards.
  private func resolve(_ tag: Tag, in file: TemplateFile, stack: [Shape]) throws(Diagnostic) -> Shape {
    if let transform = tag.transform { return transform == "index" ? .text : .flag }
    if tag.name == ".", let top = stack.last { return top }
    var steps = tag.name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    var found: Shape?
    if tag.name.hasPrefix(".") {
      found = stack.last
    } else if let first = steps.first {
      found = stack.reversed().lazy.compactMap { child($0, first) }.first
      steps.removeFirst()
    }
    for step in steps { found = found.flatMap { child($0, step) } }
    guard let found else { throw unknown(tag, in: file, stack: stack) }
    return found
  }

  private func child(_ shape: Shape, _ name: String) -> Shape? {
    switch shape {
    case .record(let fields): fields[name]
    case .text: isHTML && name == "html" ? .markup : nil
    case .markup, .flag, .list: nil
    }
  }

  private func unknown(_ tag: Tag, in file: TemplateFile, stack: [Shape]) -> Diagnostic {
    var names: [String] = []
    for case .record(let fields) in stack.reversed() { names += fields.keys.sorted() }
    return TemplateTrouble.unknown(tag, in: file, near: TemplateTrouble.nearest(tag.name, among: names), names: names)
  }
}
