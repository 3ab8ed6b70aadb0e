import Testing

@testable import RefractReport

/// A small generator with a fixed sequence, so that a failure repeats.
struct Sequence: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("Escaping")
struct EscapingTests {
  static let pieces = [
    "a", "b", "word", "1", "23", " ", "  ", "\t", "\n", "\n\n", "\\", "`", "``", "*", "**", "_", "__", "[", "]", "](",
    "(",
    ")", "]:", "<", ">", "&", "&amp;", "&#35;", "&lt", ";", "|", "~", "~~", "!", "![", "#", "##", "# ", "- ", "-", "--",
    "---", "+ ", "+", "1. ", "1.", "1) ", "=", "===", "> ", "<b>", "</b>", "<!--", "<?", "http://x.y", "<http://x.y>",
    "<a@b.c>", "javascript:alert(1)", "\"", "'", "\u{301}", "\u{a0}", "\u{3000}", "é", "א", "{", "}", "{{", "}}", "{%",
    "{{{", "$", "^", "^1", ":", "::", ".", ",", "5-8", "p95.", "snake_case", "\u{202E}", "\u{2028}", "%", "@", "/",
  ]

  static func text(_ random: inout Sequence) -> String {
    let count = Int(random.next() % 9) + 1
    return (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
  }

  /// True if the bytes of one text stand in another's: characters would join across their ends.
  static func holds(_ text: String, _ part: String) -> Bool {
    let bytes = Array(text.utf8)
    let needle = Array(part.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: needle) }
  }

  @Test("What CommonMark reads is the text itself, wherever a template puts it")
  func markdown() throws {
    var random = Sequence(state: 7)
    let escape = MarkdownText()
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      let flat = String(decoding: MarkdownText.flatten(text), as: UTF8.self)
      guard !flat.isEmpty else { continue }
      let escaped = escape.escapeText(text)
      let contexts: [(String, String, [String])] = [
        ("", "", ["document", "paragraph"]), ("before ", " after", ["document", "paragraph"]),
        ("- ", "", ["document", "list", "item", "paragraph"]),
        ("1. ", "\n", ["document", "list", "item", "paragraph"]),
        ("# ", "\n\nx", ["document", "heading", "paragraph"]), ("> ", "", ["document", "block_quote", "paragraph"]),
        ("**", "** x", ["document", "paragraph", "strong"]),
        ("- **", ".** x", ["document", "list", "item", "paragraph", "strong"]),
        ("*", "* x", ["document", "paragraph", "emph"]), ("[", "](x.md)", ["document", "paragraph", "link"]),
        ("para\n", "", ["document", "paragraph", "softbreak"]),
        ("x “", "”: **y** (z).", ["document", "paragraph", "strong"]),
      ]
      for (before, after, types) in contexts {
        let nodes = try #require(CommonMark.nodes(before + escaped + after))
        let found = nodes.map(\.type).filter { $0 != "text" }
        #expect(found == types, "\(before)…\(after) with \(text.debugDescription)")
        let read = nodes.map(\.literal).joined()
        let isWhole = Self.holds(read, flat)
        #expect(isWhole, "\(before)…\(after): \(text.debugDescription) read as \(read.debugDescription)")
      }
    }
  }

  @Test(
    "Plain prose needs no backslashes",
    arguments: [
      "5-8 days", "p95. And so on", "200ms to go [350 − 150]", "(~30% total improvement)", "need <150ms", "R&D budget",
      "snake_case names", "3 * 4 = 12", "#1 in town", "-5 degrees", "C:/dir", "“quoted” [36/(3 × 12)].",
      "2026 was good.",
      "Stop!", "a > b", "1.5 days", "+5%",
    ])
  func readable(text: String) {
    #expect(MarkdownText().escapeText(text) == text)
  }

  @Test("HTML text has no quotation mark, no angle bracket and no bare ampersand, whatever follows them")
  func html() {
    var random = Sequence(state: 11)
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      for escaped in [
        HTMLText().escapeText(text),
        Prose.html(text).replacing("<span class=\"sum\">", with: "").replacing("</span>", with: ""),
      ] {
        let bytes = Array(escaped.utf8)
        #expect(!bytes.contains { [0x22, 0x27, 0x3C, 0x3E].contains($0) }, "\(text.debugDescription)")
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") {
          let isReference = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].contains {
            bytes[place...].starts(with: $0.utf8)
          }
          #expect(isReference)
        }
      }
    }
    #expect(HTMLText().escapeText("\"\u{301}onload=") == "&quot;\u{301}onload=")
    #expect(HTMLText().escapeText("\u{1B}[31m\u{0}") == "\u{FFFD}[31m\u{FFFD}")
  }

  @Test("CommonMark to HTML drops raw HTML, pictures and links to elsewhere")
  func harmless() throws {
    let html = try #require(
      CommonMark.html(
        """
        <script>x</script>

        a <b>bold</b> ![pic](http://evil/x.png) [ok](https://a.b) [js](javascript:x) [rel](../index.html) [top](#a)
        [mail](mailto:a@b.c) [host](//evil.example) [data](data:text/html,x) [file](file:///etc/passwd) [blob](blob:x)
        """))
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>") && !html.contains("evil"))
    for scheme in ["javascript:", "data:", "file:", "blob:"] { #expect(!html.contains(scheme)) }
    for kept in ["https://a.b", "../index.html", "#a", "mailto:a@b.c", "pic", "js"] { #expect(html.contains(kept)) }
    #expect(CommonMark.html(String(repeating: "x", count: CommonMark.maximumBytes + 1)) == nil)
    #expect(CommonMark.html(String(repeating: "- ", count: 5000) + "x") == nil)
    #expect(CommonMark.html(String(repeating: ">", count: 100) + "x") == nil)
  }
}
