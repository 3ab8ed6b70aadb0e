internal import CYaml

/// Reads YAML into a ``Tree`` over libyaml's events.
///
/// Scalars stay texts, limits are checked event by event, and whatever makes YAML dangerous is refused where it stands.
/// libyaml is touched in this file and nowhere else.
enum YAMLReader {
  static func read(_ source: SourceText, limits: ReadingLimits) throws(Diagnostic) -> Tree {
    if let directive = directive(in: source.bytes) {
      throw Diagnostic(
        .refusedYAML, "directives are refused", at: source.place(of: directive..<directive + 1),
        label: "a line that starts with `%`", help: "delete the line; a text that starts with `%` goes in quotes")
    }
    guard !source.bytes.isEmpty else { return Tree(source: source, root: nil, findings: Findings(source: source)) }
    return try source.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) -> Tree in
      // libyaml keeps the address of its parser, so it lives on the heap and does not move.
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { parser.deallocate() }
      guard yaml_parser_initialize(parser) == 1 else {
        throw Diagnostic(.syntax, "there is not enough memory to read the file", at: nil)
      }
      defer { yaml_parser_delete(parser) }
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      var events = EventReader(parser: parser, source: source, limits: limits)
      while try events.next() {}
      return Tree(source: source, root: events.builder.root, findings: events.builder.findings)
    }
  }

  /// Offset of a line in front of the document that starts with `%`.
  ///
  /// Looked for here because libyaml compares each `%TAG` with all others. What it takes for a line break (NEL, LS, PS)
  /// counts as one.
  private static func directive(in bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "%"): return offset
      case UInt8(ascii: "#"):
        while offset < bytes.count, breakLength(bytes, offset) == 0 { offset += 1 }
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default:
        let length = breakLength(bytes, offset)
        guard length > 0 else { return nil }
        offset += length
      }
    }
    return nil
  }

  private static func breakLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A, 0x0D: return 1
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
      return bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 ? 3 : 0
    case 0xEF:
      // A byte order mark in front of a line is skipped by libyaml.
      return offset + 2 < bytes.count && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }
}

/// One pass over libyaml's events.
private struct EventReader {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  let source: SourceText
  var builder: TreeBuilder
  var cursor = ScalarCursor()

  init(parser: UnsafeMutablePointer<yaml_parser_t>, source: SourceText, limits: ReadingLimits) {
    self.parser = parser
    self.source = source
    builder = TreeBuilder(source: source, limits: limits)
  }

  /// Takes one event; false if it was the last of interest.
  mutating func next() throws(Diagnostic) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    let start = offset(event.start_mark)
    let range = start..<max(start, offset(event.end_mark))
    switch event.type {
    case YAML_ALIAS_EVENT:
      throw refused("an alias", "`*`", range)
    case YAML_SCALAR_EVENT:
      try refuse(anchor: event.data.scalar.anchor, tag: event.data.scalar.tag, range)
      try scalar(event, range)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, range)
      try builder.open(map: false, at: start)
    case YAML_MAPPING_START_EVENT:
      try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, range)
      try builder.open(map: true, at: start)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      try builder.close(at: range.upperBound)
    case YAML_DOCUMENT_END_EVENT:
      try refuseRest(from: range.upperBound)
      return false
    case YAML_STREAM_END_EVENT:
      return false
    default:
      break
    }
    return true
  }

  private mutating func scalar(_ event: yaml_event_t, _ range: Range<Int>) throws(Diagnostic) {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.value == nil ? 0 : scalar.length)
    let text = String(decoding: bytes, as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    if isPlain {
      if builder.expectsKey && text == "<<" { throw refused("a merge key", "`<<`", range) }
      warnIfCut(after: range)
    }
    try builder.scalar(text, isPlain ? .plain : .quoted, range)
  }

  /// `closed #42 today` without quotes silently ends before the `#`; a comment has a space behind its sign.
  private mutating func warnIfCut(after range: Range<Int>) {
    var sign = range.upperBound
    while sign < source.bytes.count, source.bytes[sign] == 0x20 || source.bytes[sign] == 0x09 { sign += 1 }
    guard !range.isEmpty, sign > range.upperBound, sign + 1 < source.bytes.count,
      source.bytes[sign] == UInt8(ascii: "#"), source.bytes[sign + 1] > 0x20,
      source.bytes[sign + 1] != UInt8(ascii: "#")
    else { return }
    builder.findings.add(
      .cutByComment, "the text ends here, because ` #` starts a comment", at: sign..<sign + 1,
      label: "left out from here",
      help: "put the text in quotes, or write `# ` if it is a comment")
  }

  private func refuse(
    anchor: UnsafePointer<yaml_char_t>?, tag: UnsafePointer<yaml_char_t>?, _ range: Range<Int>
  ) throws(Diagnostic) {
    if anchor != nil { throw refused("an anchor", "`&`", range) }
    if tag != nil { throw refused("a tag", "`!`", range) }
  }

  private func refused(_ what: String, _ sign: String, _ range: Range<Int>) -> Diagnostic {
    builder.trouble(
      .refusedYAML, "\(what) (\(sign)) is refused", range, label: "found \(what)",
      help: "write the value out; put it in quotes if it is meant as a text")
  }

  /// One document a file. The rest is looked at here instead of asking the parser, which would read all of it first.
  private func refuseRest(from end: Int) throws(Diagnostic) {
    let bytes = source.bytes
    var offset = end
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else if bytes[offset...].starts(with: Array("...".utf8)) {
        offset += 3
      } else if bytes[offset] <= 0x20 {
        offset += 1
      } else {
        break
      }
    }
    guard offset < bytes.count else { return }
    throw builder.trouble(
      .trailing, "the file holds more than one document", offset..<offset + 3, label: "a second one starts here",
      help: "put each problem in a file of its own")
  }

  private mutating func syntaxError() -> Diagnostic {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? "unknown"
    if parser.error == YAML_READER_ERROR {
      let value = String(parser.problem_value, radix: 16, uppercase: true)
      let range = parser.problem_offset..<parser.problem_offset + 1
      return builder.trouble(
        .controlCharacter, "control characters are not allowed", range,
        label: "U+" + String(repeating: "0", count: max(0, 4 - value.count)) + value, help: "delete the character")
    }
    if problem.hasPrefix("Maximum nesting level") {
      // libyaml reads ahead and has a limit of its own, which it reports at the start of the file.
      return builder.tooDeep(at: offset(parser.mark))
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    let trouble = YAMLTrouble(problem: problem, context: context)
    let place = offset(trouble.isAboutContext ? parser.context_mark : parser.problem_mark)
    let found = place < source.bytes.count ? source.bytes[place] : nil
    let words = trouble.words(found: found)
    return builder.trouble(.syntax, words.message, place..<place + 1, label: words.label, help: words.help)
  }

  private mutating func offset(_ mark: yaml_mark_t) -> Int {
    let index = Int(clamping: mark.index)
    return source.isASCII ? min(index, source.bytes.count) : cursor.move(to: index, in: source.bytes)
  }
}

/// Turns libyaml's positions, which count scalars from the start, into byte offsets.
///
/// It walks from where it was last, so that marks in the file's order cost one pass over the file.
private struct ScalarCursor {
  private var index = 0
  private var offset = 0

  mutating func move(to target: Int, in bytes: [UInt8]) -> Int {
    while index < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    while index > target, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
    return offset
  }
}
