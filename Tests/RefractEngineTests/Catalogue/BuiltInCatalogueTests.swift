import Testing

@testable import RefractEngine

@Suite("The built-in catalogue") struct BuiltInCatalogueTests {
  @Test("reads without a diagnostic") func reads() {
    let (catalogue, diagnostics) = Catalogue.builtIn()
    #expect(diagnostics.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0): \($0.message)" } == [])
    #expect(catalogue.lenses.count >= 12)
    #expect(catalogue.modes.count == 8)
  }
}
