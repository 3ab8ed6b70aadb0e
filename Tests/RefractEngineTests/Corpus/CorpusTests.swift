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

  /// With `REFRACT_CORPUS_ERRORS` set to a path, the table and every find and error are written there, a line each. Of the
  /// held-out half only the table: who sees its errors mends the recognisers to them, and it measures nothing any more.
  static func score(_ half: String) throws -> FactScore {
    let (catalogue, _) = Catalogue.builtIn()
    var score = FactScore()
    for text in try texts(half) {
      score.add(FactReader.read(text.problem, lexicon: catalogue.lexicon), against: text)
    }
    if let path = ProcessInfo.processInfo.environment["REFRACT_CORPUS_ERRORS"] {
      let errors = half == "dev" ? (score.errors + score.hits).sorted() : []
      let lines = ([score.table] + errors).joined(separator: "\n") + "\n"
      try lines.write(toFile: "\(path).\(half)", atomically: true, encoding: .utf8)
    }
    return score
  }

  @Test(arguments: ["dev", "held-out"]) func marksAreSound(_ half: String) throws {
    let texts = try Self.texts(half)
    #expect(texts.flatMap(\.faults) == [])
    #expect(texts.count >= (half == "dev" ? 70 : 26))
    #expect(texts.map(\.marks.count).reduce(0, +) >= (half == "dev" ? 1_000 : 350))
  }

  /// Floors under what is reached today, so that no change loses it unseen. Where they fall short of the goals (precision
  /// 0.92 and recall 0.85 over all kinds), the recognisers have work left, not the test.
  @Test(
    arguments: [
      (nil, 0.87, 0.83), (.quantity, 0.94, 0.94), (.attempt, 0.92, 0.78), (.effect, 0.88, 0.69), (.gap, 0.95, 0.84),
      (.target, 0.85, 0.78), (.deadline, 0.97, 0.97), (.constraint, 0.92, 0.87), (.ask, 0.90, 0.83),
      (.party, 0.88, 0.86), (.want, 0.82, 0.90), (.cause, 0.80, 0.70), (.uncertainty, 0.88, 0.92),
      (.emotion, 0.75, 0.80), (.recurrence, 0.60, 0.65), (.skillGap, 0.70, 0.75), (.technology, 0.88, 0.78),
      (.duration, 0.60, 0.80),
    ] as [(FactKind?, Double, Double)])
  func findsInTheDevelopmentTextsWhatReadersUnderlined(_ kind: FactKind?, precision: Double, recall: Double) throws {
    let count = kind.map { Self.dev.of($0) } ?? Self.dev.total
    #expect(count.precision >= precision, "\n\(Self.dev.table)")
    #expect(count.recall >= recall, "\n\(Self.dev.table)")
  }

  @Test func heldOutTextsComeFromOtherFields() throws {
    let seen = Set(try Self.texts("dev").compactMap { $0.properties["field"] })
    let fields = Set(try Self.texts("held-out").compactMap { $0.properties["field"] })
    #expect(fields.subtracting(seen).count >= 20)
  }

  /// A floor under the sum only: a floor for each kind would invite tuning to these texts.
  @Test func findsWhatReadersUnderlinedInTextsNobodyTunedTo() throws {
    let score = try Self.score("held-out")
    #expect(score.total.precision >= 0.80, "\n\(score.table)")
    #expect(score.total.recall >= 0.63, "\n\(score.table)")
  }

  private static let dev = (try? score("dev")) ?? FactScore()
}
