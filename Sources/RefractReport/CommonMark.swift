internal import CCMark

/// CommonMark to HTML through libcmark: the one place that speaks to it.
///
/// Safe mode always, so raw HTML never passes. Debian's libcmark 0.30.2 takes quadratic time on known shapes: texts past
/// ``maximumBytes`` or nested past ``maximumDepth`` are refused, and what a problem file says reaches it only escaped.
package enum CommonMark {
  /// Longest text that is parsed.
  package static let maximumBytes = 65_536
  /// Most containers (quotes and list items) that a line may open.
  package static let maximumDepth = 32

  /// HTML of some Markdown; nil if the text is past a limit.
  package static func html(_ markdown: String) -> String? {
    withTree(markdown) { root in
      makeHarmless(root)
      guard let rendered = cmark_render_html(root, options) else { return nil }
      defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
      return String(cString: rendered)
    }
  }

  /// One node as tests see it: the type's name and the literal text.
  package struct Node: Equatable, Sendable {
    package var type: String
    package var literal: String
  }

  /// All nodes in reading order, nothing removed; nil if the text is past a limit.
  package static func nodes(_ markdown: String) -> [Node]? {
    withTree(markdown) { root in
      cmark_consolidate_text_nodes(root)
      return entered(root).map { node in
        Node(type: string(cmark_node_get_type_string(node)), literal: string(cmark_node_get_literal(node)))
      }
    }
  }

  private static var options: Int32 { CMARK_OPT_VALIDATE_UTF8 }

  private static func withTree<Result>(_ markdown: String, _ body: (OpaquePointer) -> Result?) -> Result? {
    var text = markdown
    return text.withUTF8 { bytes -> Result? in
      guard bytes.count <= maximumBytes, depth(of: bytes) <= maximumDepth else { return nil }
      guard
        let root = bytes.withMemoryRebound(
          to: CChar.self,
          { chars in
            cmark_parse_document(chars.baseAddress, chars.count, options)
          })
      else { return nil }
      defer { cmark_node_free(root) }
      return body(root)
    }
  }

  /// Most marks that could open a container at the start of one line, indentation included: an upper bound.
  private static func depth(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var deepest = 0
    var here = 0
    var isStart = true
    for byte in bytes {
      switch byte {
      case 0x0A:
        here = 0
        isStart = true
      case 0x20, 0x09: continue
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        if isStart { here += 1 }
        deepest = max(deepest, here)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      default: isStart = false
      }
    }
    return deepest
  }

  private static func entered(_ root: OpaquePointer) -> [OpaquePointer] {
    var nodes: [OpaquePointer] = []
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
    }
  }

  /// Raw HTML goes, pictures and links to elsewhere become their text, the names of code blocks are cut to letters.
  private static func makeHarmless(_ root: OpaquePointer) {
    for node in entered(root).reversed() {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: remove(node)
      case CMARK_NODE_IMAGE: unwrap(node)
      case CMARK_NODE_LINK: if !isAllowed(string(cmark_node_get_url(node))) { unwrap(node) }
      case CMARK_NODE_CODE_BLOCK:
        // The name of the language is the first word.
        let words = string(cmark_node_get_fence_info(node)).utf8.prefix { $0 != 0x20 && $0 != 0x09 }
        let info = words.filter { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "-"): true
          default: false
          }
        }
        _ = cmark_node_set_fence_info(node, String(decoding: info.prefix(32), as: UTF8.self))
      default: break
      }
    }
  }

  private static func remove(_ node: OpaquePointer) {
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  private static func unwrap(_ node: OpaquePointer) {
    while let child = cmark_node_first_child(node) { _ = cmark_node_insert_before(node, child) }
    remove(node)
  }

  /// True for `https:`, `http:`, `mailto:`, `#…` and relative addresses; an address without a scheme that names a host
  /// (`//…`) is none of them.
  package static func isAllowed(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    var previous: UInt8 = 0
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\\"): return false
      case UInt8(ascii: ":"):
        let name = String(decoding: scheme, as: UTF8.self).lowercased()
        return ["https", "http", "mailto"].contains(name)
      case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "/"): return !(address.utf8.first == UInt8(ascii: "/") && startsTwice(address))
      default:
        scheme.append(byte)
        previous = byte
      }
    }
    return previous != 0
  }

  private static func startsTwice(_ address: String) -> Bool {
    address.utf8.dropFirst().first == UInt8(ascii: "/")
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer else { return "" }
    return String(cString: pointer)
  }
}
