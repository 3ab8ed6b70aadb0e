import Foundation
import Testing

@testable import RefractReport

/// The examples of the CommonMark specification through our wrapper. `.ci/commonmark` gets them; REFRACT_COMMONMARK
/// names the file.
@Suite("CommonMark 0.30", .enabled(if: SpecExample.path != nil))
struct CommonMarkSpecTests {
  @Test("What is harmless comes out as the specification has it, to the byte; the rest is made harmless")
  func examples() throws {
    let examples = try SpecExample.all()
    #expect(examples.count == 652)
    var equal = 0
    var refused: [Int] = []
    for example in examples {
      guard let html = CommonMark.html(example.markdown), let nodes = CommonMark.nodes(example.markdown) else {
        refused.append(example.example)
        continue
      }
      let isHarmless =
        !nodes.contains { $0.type == "html_block" || $0.type == "html_inline" || $0.type == "image" }
        && example.attributes("href=\"").allSatisfy(CommonMark.isAllowed)
        && example.attributes("class=\"language-").allSatisfy(Self.isPlain)
      if isHarmless {
        #expect(html == example.html, "example \(example.example) in \(example.section)")
        equal += 1
      } else {
        #expect(!html.contains("<img") && !html.contains("<script") && !html.contains("<!--"), "\(example.example)")
        #expect(!html.contains("href=\"javascript") && !html.contains("href=\"//"), "\(example.example)")
      }
    }
    #expect(equal > 500 && refused.isEmpty, "\(equal) equal, \(refused) refused")
  }

  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }
}

private struct SpecExample: Decodable {
  var markdown: String
  var html: String
  var example: Int
  var section: String

  static var path: String? { ProcessInfo.processInfo.environment["REFRACT_COMMONMARK"] }

  static func all() throws -> [SpecExample] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path ?? ""))
    return try JSONDecoder().decode([SpecExample].self, from: data)
  }

  /// Values of attributes in the expected HTML, as they were before HTML and addresses escaped them.
  func attributes(_ start: String) -> [String] {
    html.components(separatedBy: start).dropFirst().map { part in
      let value = (part.components(separatedBy: "\"").first ?? "").replacingOccurrences(of: "&amp;", with: "&")
      return value.removingPercentEncoding ?? value
    }
  }
}
