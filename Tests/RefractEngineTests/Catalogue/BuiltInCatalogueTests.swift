import Testing

@testable import RefractEngine

@Suite("The built-in catalogue") struct BuiltInCatalogueTests {
  private static let (catalogue, diagnostics) = Catalogue.builtIn()

  @Test("reads without a diagnostic") func reads() {
    #expect(Self.diagnostics.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0): \($0.message)" } == [])
    #expect(Self.catalogue.lenses.count >= 12)
    #expect(Self.catalogue.modes.count == 8)
  }

  @Test("has the hash that was made when the program was compiled") func hash() {
    #expect(Catalogue.fingerprint(overrides: []) == Self.catalogue.fingerprint)
  }

  @Test("has another hash with a file of the user's over it, the same one without reading it") func otherHash() {
    let file = (name: "fillers.yaml", text: "[]\n")
    let overlaid = Catalogue.builtIn(overrides: [file]).catalogue.fingerprint
    #expect(Catalogue.fingerprint(overrides: [file]) == overlaid)
    #expect(overlaid != Self.catalogue.fingerprint)
  }
}
