internal import Crypto
internal import Mustache
public import RefractEngine

/// One file of the template folder, cut into tags.
struct TemplateFile: Sendable {
  /// As the user would type it.
  var name: String
  var text: String
  var tags: [Tag]
  var isHTML: Bool
}

/// The templates of all pages, checked when they are loaded: an unknown name, a missing partial or a slip in the syntax
/// is a diagnostic with its line, never an empty space in a report.
public struct Templates: Sendable {
  /// Longest template.
  static let maximumBytes = 262_144

  private let library: MustacheLibrary
  /// The style sheet without comments and superfluous white space.
  let style: String
  /// Base 64 of its SHA-256.
  let styleHash: String
  /// The script of the index page, which sorts and searches its list.
  let script: String
  /// Base 64 of its SHA-256.
  let scriptHash: String
  /// Prose in Markdown, as HTML, by file name without its ending.
  let prose: [String: String]

  /// - Parameters:
  ///   - overrides: Files of the user's template folder by their path in it; each takes the place of the built-in file
  ///     of that name, further ones can be used as partials.
  ///   - folder: The folder as the user would type it, for diagnostics.
  /// - Throws: The first mistake found.
  public init(overrides: [(name: String, text: String)] = [], folder: String = "templates") throws(Diagnostic) {
    var texts = Dictionary(Embedded.files.map { ($0.name, $0.text) }) { _, last in last }
    for (name, text) in overrides { texts[name] = text }
    MustacheContentTypes.register(HTMLText(), named: "REFRACT_HTML")
    MustacheContentTypes.register(MarkdownText(), named: "REFRACT_MARKDOWN")
    var files: [String: TemplateFile] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
      files[String(name.dropLast(9))] = try Self.read(name: folder + "/" + name, text: text)
    }
    for (name, shape) in Outline.pages {
      try TemplateCheck(files: files, isHTML: name.hasSuffix(".html")).check(name, against: shape)
    }
    library = try Self.library(files)
    style = try Self.squeezed(texts["style.css"] ?? "", name: folder + "/style.css")
    styleHash = Self.base64(Array(SHA256.hash(data: Array(style.utf8))))
    script = try Self.script(texts["index.js"] ?? "", name: folder + "/index.js")
    scriptHash = Self.base64(Array(SHA256.hash(data: Array(script.utf8))))
    prose = Self.prose(texts)
  }

  /// The built-in templates by their path, to be written out and edited.
  package static var builtIn: [(name: String, text: String)] { Embedded.files.map { ($0.name, $0.text) } }

  /// Hash of the built-in templates, made when the program was compiled.
  public static var builtInFingerprint: String { String(Embedded.fingerprint, radix: 16) }

  /// Whether a folder with files of these paths is a folder of templates: it holds one of the pages.
  package static func isFolderOfTemplates(_ names: [String]) -> Bool {
    names.contains { name in Outline.pages.contains { name == $0.name + ".mustache" } }
  }

  private static func read(name: String, text: String) throws(Diagnostic) -> TemplateFile {
    guard text.utf8.count <= maximumBytes else { throw TemplateTrouble.tooLarge(name) }
    do throws(TagScanner.Refusal) {
      let tags = try TagScanner.tags(in: text)
      return TemplateFile(name: name, text: text, tags: tags, isHTML: name.hasSuffix(".html.mustache"))
    } catch {
      throw TemplateTrouble.syntax(error, name: name, text: text)
    }
  }

  private static func library(_ files: [String: TemplateFile]) throws(Diagnostic) -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, file) in files {
      let pragma = file.isHTML ? "{{% CONTENT_TYPE:REFRACT_HTML}}\n" : "{{% CONTENT_TYPE:REFRACT_MARKDOWN}}\n"
      do {
        try library.register(pragma + file.text, named: name)
      } catch {
        throw TemplateTrouble.library(file.name)
      }
    }
    return library
  }

  private static func prose(_ texts: [String: String]) -> [String: String] {
    var prose: [String: String] = [:]
    for (name, text) in texts where name.hasPrefix("prose/") && name.hasSuffix(".md") {
      prose[String(name.dropFirst(6).dropLast(3))] = CommonMark.html(text) ?? ""
    }
    return prose
  }

  /// Renders a record with a template.
  func render(_ record: Record, with name: String) throws(Diagnostic) -> String {
    let root = Root(record)
    guard let text = library.render(root, withTemplate: name) else { throw TemplateTrouble.missing(name) }
    if let miss = root.misses.first { throw TemplateTrouble.miss(miss, template: name) }
    return text
  }

  /// The style sheet without comments, line breaks and doubled spaces.
  private static func squeezed(_ css: String, name: String) throws(Diagnostic) -> String {
    var bytes: [UInt8] = []
    var isComment = false
    let source = Array(css.utf8)
    var place = 0
    while place < source.count {
      let next = place + 1 < source.count ? source[place + 1] : 0
      if isComment {
        if source[place] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
          isComment = false
          place += 1
        }
      } else if source[place] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        isComment = true
        place += 1
      } else if [0x20, 0x0A, 0x0D, 0x09].contains(source[place]) {
        if let last = bytes.last, ![0x20, 0x7B, 0x7D, 0x3B, 0x2C].contains(last) { bytes.append(0x20) }
      } else {
        if [0x7B, 0x7D, 0x3B].contains(source[place]), bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(source[place])
      }
      place += 1
    }
    let style = String(decoding: bytes, as: UTF8.self)
    guard !style.contains("</"), !style.contains("@import") else { throw TemplateTrouble.style(name) }
    return style
  }

  /// The script without lines of comment and indentation; what would end its element is refused.
  private static func script(_ text: String, name: String) throws(Diagnostic) -> String {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let script = lines.filter { !$0.hasPrefix("//") }.joined(separator: "\n")
    guard !script.contains("</"), !script.contains("<!--") else { throw TemplateTrouble.script(name) }
    return script
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for index in 0..<4 {
        let isPadding = index > group.count
        result.append(isPadding ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * index) & 63])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
