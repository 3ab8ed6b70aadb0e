@testable import RefractReport

/// A strict reader of the HTML that we write: well-nested elements, quoted attributes, no stray signs.
struct Page {
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private static let void: Set<String> = ["meta", "br", "link", "img", "hr", "input"]
  private(set) var elements: [Element] = []
  /// The text of each script element.
  private(set) var scripts: [String] = []
  private(set) var faults: [String] = []
  private var open: [String] = []

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        if bytes[place] == UInt8(ascii: ">"), open.last != "style" { faults.append("bare > at \(place)") }
        place += 1
        continue
      }
      var end = place + 1
      var isQuoted = false
      while end < bytes.count, isQuoted || bytes[end] != UInt8(ascii: ">") {
        if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
        end += 1
      }
      read(String(decoding: bytes[(place + 1)..<end], as: UTF8.self))
      place = end + 1
      if open.last == "script" {
        let closing = Array("</script>".utf8)
        let start = place
        while place < bytes.count, !bytes[place...].starts(with: closing) { place += 1 }
        scripts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      }
    }
    if !open.isEmpty { faults.append("not closed: \(open)") }
  }

  private mutating func read(_ tag: String) {
    if tag.hasPrefix("!doctype") { return }
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { faults.append("closes \(name) out of turn") }
      return
    }
    let isSelfClosed = tag.hasSuffix("/")
    var rest = Substring(isSelfClosed ? tag.dropLast() : tag[...])
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    if name.isEmpty { faults.append("no name: <\(tag)>") }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
        continue
      }
      let key = String(rest.prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        faults.append("unquoted attribute \(key)")
        break
      }
      rest = rest.dropFirst(2)
      let value = String(decoding: Array(rest.utf8).prefix { $0 != 0x22 }, as: UTF8.self)
      rest =
        rest.utf8.dropFirst(value.utf8.count + 1).isEmpty
        ? "" : Substring(decoding: Array(rest.utf8).dropFirst(value.utf8.count + 1), as: UTF8.self)
      if attributes.updateValue(value, forKey: key) != nil { faults.append("attribute \(key) twice") }
    }
    elements.append(Element(name: name, attributes: attributes))
    if !isSelfClosed, !Self.void.contains(name) { open.append(name) }
  }

  /// Faults that a page of ours must not have: two equal ids, links to nowhere, attributes and elements that run code.
  var allFaults: [String] {
    let ids = elements.compactMap { $0.attributes["id"] }
    var faults = faults
    if Set(ids).count != ids.count {
      faults.append("an id twice: \(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
    }
    // The one script there may be is the index's own.
    let ours = (try? Templates())?.script
    faults += scripts.filter { $0 != ours }.map { "script \($0)" }
    if scripts.count > 1 { faults.append("\(scripts.count) scripts") }
    for element in elements {
      if ["iframe", "object", "embed", "form", "img", "link", "base"].contains(element.name) {
        faults.append("element \(element.name)")
      }
      for (key, value) in element.attributes {
        if key.hasPrefix("on") || key == "style" || key == "src" { faults.append("attribute \(key)") }
        if key == "href" {
          if value.hasPrefix("#") {
            if !ids.contains(String(value.dropFirst())) { faults.append("link to nowhere: \(value)") }
          } else if value.contains(":") || value.hasPrefix("//") {
            faults.append("link to \(value)")
          }
        }
        if key == "aria-labelledby" {
          for id in value.split(separator: " ") where !ids.contains(String(id)) { faults.append("no label \(id)") }
        }
      }
    }
    return faults
  }
}

extension Substring {
  fileprivate init(decoding bytes: ArraySlice<UInt8>, as encoding: UTF8.Type) {
    self = Substring(String(decoding: bytes, as: UTF8.self))
  }
}
