internal import RefractEngine

/// One tag of a template with its place.
struct Tag {
  enum Kind { case variable, unescaped, section, inverted, close, partial }
  var kind: Kind
  /// The name without transforms.
  var name: String
  /// `last` in `{{^last()}}`; nil if there is none.
  var transform: String?
  var place: Place

  struct Place {
    /// From 1.
    var line: Int
    /// In bytes, from 1.
    var column: Int
    var length: Int
  }
}

/// Cuts a template into tags, so that mistakes are found with their line before anything is rendered.
///
/// Refused: what a report template has no use for and what would hide a mistake: other delimiters, pragmas, lambdas,
/// inheritance, partials by computed name.
struct TagScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  enum Refusal: Error {
    case unclosed(Tag.Place)
    case badName(Tag.Place)
    case feature(String, Tag.Place)
  }

  static func tags(in text: String) throws(Refusal) -> [Tag] {
    var scanner = TagScanner(bytes: Array(text.utf8))
    var tags: [Tag] = []
    while let tag = try scanner.next() { tags.append(tag) }
    return tags
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag that is no comment; nil at the end.
  private mutating func next() throws(Refusal) -> Tag? {
    while position + 1 < bytes.count {
      if bytes[position] == 0x0A {
        line += 1
        lineStart = position + 1
      }
      guard bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") else {
        position += 1
        continue
      }
      if let tag = try readTag() { return tag }
    }
    return nil
  }

  private mutating func readTag() throws(Refusal) -> Tag? {
    let start = position
    let isTriple = position + 2 < bytes.count && bytes[position + 2] == UInt8(ascii: "{")
    let first = position + (isTriple ? 3 : 2)
    let here = Tag.Place(line: line, column: start - lineStart + 1, length: first - start)
    guard let end = closing(from: first) else { throw .unclosed(here) }
    let content = bytes[first..<end]
    var place = here
    place.length = end - start + 2
    try skip(to: end + 2, isTriple: isTriple, place: place)
    if isTriple { return try tag(.unescaped, content, place) }
    switch content.first {
    case UInt8(ascii: "!"): return nil
    case UInt8(ascii: "#"): return try tag(.section, content.dropFirst(), place)
    case UInt8(ascii: "^"): return try tag(.inverted, content.dropFirst(), place)
    case UInt8(ascii: "/"): return try tag(.close, content.dropFirst(), place)
    case UInt8(ascii: ">"): return try tag(.partial, content.dropFirst(), place)
    case UInt8(ascii: "&"): return try tag(.unescaped, content.dropFirst(), place)
    case UInt8(ascii: "="): throw .feature("other delimiters", place)
    case UInt8(ascii: "%"): throw .feature("pragmas: a file's name tells its kind", place)
    case UInt8(ascii: "<"), UInt8(ascii: "$"): throw .feature("inheritance", place)
    default: return try tag(.variable, content, place)
    }
  }

  private func closing(from start: Int) -> Int? {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "}"), bytes[place + 1] == UInt8(ascii: "}") { return place }
      place += 1
    }
    return nil
  }

  /// Moves past a tag, counting the lines inside it.
  private mutating func skip(to end: Int, isTriple: Bool, place: Tag.Place) throws(Refusal) {
    var end = end
    if isTriple {
      guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { throw .unclosed(place) }
      end += 1
    }
    while position < end {
      if bytes[position] == 0x0A {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
  }

  private func tag(_ kind: Tag.Kind, _ content: ArraySlice<UInt8>, _ place: Tag.Place) throws(Refusal) -> Tag {
    let name = content.drop { $0 == 0x20 || $0 == 0x09 }.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
    guard !name.isEmpty, name.allSatisfy({ isNameByte($0, isPartial: kind == .partial) }) else { throw .badName(place) }
    var text = String(decoding: name, as: UTF8.self)
    if kind == .partial { return Tag(kind: kind, name: text, transform: nil, place: place) }
    var transform: String?
    if text.utf8.contains(UInt8(ascii: "(")) {
      guard ["first()", "last()", "index()", "even()", "odd()"].contains(text) else {
        throw .feature("calls other than first(), last(), index(), even() and odd()", place)
      }
      transform = String(text.dropLast(2))
      text = ""
    }
    return Tag(kind: kind, name: text, transform: transform, place: place)
  }

  private func isNameByte(_ byte: UInt8, isPartial: Bool) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    case UInt8(ascii: "("), UInt8(ascii: ")"): !isPartial
    case UInt8(ascii: "/"): isPartial
    default: false
    }
  }
}
