import Testing

@testable import RefractEngine

@Suite struct TreeTests {
  private func yaml(_ text: String) throws -> Tree {
    try Tree.read(bytes: Array(text.utf8), file: "a.yaml", format: .yaml)
  }

  @Test func accessorsGiveWhatIsThereAndNilForTheRest() throws {
    let root = try #require(try yaml("a: 12\nb: [x, 'y', 3.5]\nc: {d: true}\ne:\nf: '12'\ng: NO\n").root)
    #expect(root["a"]?.int == 12 && root["a"]?.text == "12" && root["a"]?.double == 12)
    #expect(root["b"]?.texts == ["x", "y", "3.5"])
    #expect(root["b"]?.text == nil && root["b"]?.entries == nil && root["zz"] == nil)
    #expect(root["c"]?["d"]?.bool == true)
    #expect(root["e"]?.isNothing == true && root["e"]?.text == nil)
    #expect(root["g"]?.bool == nil && root["g"]?.text == "NO")
    #expect(root.entries?.map(\.name) == ["a", "b", "c", "e", "f", "g"])
    #expect(root.entries?.map(\.value.kindName) == ["a number", "a list", "a map", "nothing", "a text", "a text"])
  }

  @Test(arguments: ["nan", "inf", "0x10", "1e999", "--1", "e", "", "1 2", "+"])
  func whatIsNoFiniteDecimalIsNoNumber(text: String) throws {
    let node = Node(.scalar(text, .quoted), range: 0..<0)
    #expect(node.double == nil && node.int == nil)
  }

  @Test func placesHaveLineColumnLengthAndExcerpt() throws {
    let tree = try yaml("a: b\nlist:\n  - é: 'x y'  # end\n")
    let node = try #require(tree.root?["list"]?.items?.first?["é"])
    let place = node.place(in: tree.source)
    #expect(place.file == "a.yaml" && place.line == 3 && place.column == 8 && place.length == 5)
    #expect(place.excerpt == "  - é: 'x y'  # end")
  }

  @Test func aTextOverSeveralLinesIsUnderlinedInItsFirst() throws {
    let tree = try yaml("a: one two\n  three\nb: |\n  x\n  y\n")
    #expect(tree.root?["a"]?.text == "one two three")
    #expect(tree.root?["a"]?.place(in: tree.source).length == 7)
    #expect(tree.root?["b"]?.text == "x\ny\n")
    #expect(tree.root?["b"]?.place(in: tree.source).column == 4)
  }

  @Test func explicitKeysThatAreTextsAreOrdinaryKeys() throws {
    #expect(try yaml("? a\n: b\n").root?["a"]?.text == "b")
  }

  @Test func keysThatDifferInCaseAreDifferentAndThoseThatDifferInNormalFormAreNot() throws {
    #expect(try yaml("a: 1\nA: 2\n").diagnostics.isEmpty)
    #expect(try yaml("é: 1\ne\u{301}: 2\n").diagnostics.map(\.code) == ["R0107"])
  }
}
