import Foundation
import Testing

@testable import RefractEngine

/// What the recognisers find of what careful readers underlined.
@Suite struct CorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Corpus")

  /// The texts of one half, by file name.
  static func texts(_ half: String) throws -> [MarkedText] {
    let folder = folder.appendingPathComponent(half)
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.compactMap { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      if name.hasSuffix(".txt") { return MarkedText(name: String(name.dropLast(4)), prose: text) }
      guard name.hasSuffix(".yaml") else { return nil }
      let marked = MarkedText(name: String(name.dropLast(5)), yaml: text)
      let sound: MarkedText = try #require(marked, "\(name) cannot be read")
      return sound
    }
  }

  /// With `REFRACT_CORPUS_ERRORS` set to a path, every error is written there, a line each.
  static func score(_ half: String) throws -> FactScore {
    let (catalogue, _) = Catalogue.builtIn()
    var score = FactScore()
    for text in try texts(half) {
      score.add(FactReader.read(text.problem, lexicon: catalogue.lexicon), against: text)
    }
    if let path = ProcessInfo.processInfo.environment["REFRACT_CORPUS_ERRORS"] {
      let lines = score.errors.sorted().joined(separator: "\n") + "\n"
      try lines.write(toFile: "\(path).\(half)", atomically: true, encoding: .utf8)
    }
    return score
  }

  @Test(arguments: ["dev", "held-out"]) func marksAreSound(_ half: String) throws {
    #expect(try Self.texts(half).flatMap(\.faults) == [])
  }

  @Test func findsInTheDevelopmentTextsWhatReadersUnderlined() throws {
    let score = try Self.score("dev")
    print(score.table)
  }
}
