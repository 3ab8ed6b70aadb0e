import Testing

@testable import RefractEngine

/// What `refract facts` prints.
@Suite struct FactMarkTests {
  static let text = """
    Replies take 11 hours (need 4).
    We bought a second printer, but nothing changed. The board wants cheaper forms.
    """

  @Test func marksEveryFactOnceInReadingOrder() {
    let marks = Sample.facts(Self.text).marks
    #expect(marks.map(\.kind).contains(.gap))
    #expect(marks.map(\.kind).contains(.attempt))
    #expect(marks.map(\.kind).contains(.party))
    #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.span.start <= $1.span.start })
    let keys = marks.map { "\($0.kind) \($0.span)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test func listsFactsBelowTheirSentence() throws {
    let engine = Engine(catalogue: Catalogue.builtIn().catalogue, version: "0")
    let listing = engine.listing(of: Sample.problem(Self.text))
    let field = try #require(listing.fields.first)
    #expect(field.sentences.count == 3)
    let bought = try #require(field.sentences.first { $0.text.hasPrefix("We bought") })
    let attempt = try #require(bought.facts.first { $0.kind == "attempt" })
    #expect(attempt.text == "bought a second printer")
    let utf8 = Array(Self.text.utf8)
    #expect(String(decoding: utf8[attempt.start..<attempt.end], as: UTF8.self) == attempt.text)
    #expect(listing.lines.contains { $0.hasPrefix("    attempt") && $0.contains("bought a second printer") })
  }
}
