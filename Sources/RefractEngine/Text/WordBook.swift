/// The word lists of `Data/words.yaml`, by name: what the recognisers know of English beyond its closed classes.
enum WordBook {
  /// The keys of a list's words; empty for a name that the file does not have.
  static func words(_ name: String) -> Set<WordKey> { Set((lists[name] ?? []).map { WordKey($0) }) }

  /// The stems of a list's words, for nouns whose number does not matter.
  static func stems(_ name: String) -> Set<WordKey> {
    Set((lists[name] ?? []).map { Tokeniser.stem(of: Array($0.utf8)) })
  }

  private static let lists: [String: [Substring]] = {
    guard let file = Embedded.files.first(where: { $0.name == "words.yaml" }),
      let tree = try? Tree.read(
        bytes: Array(file.text.utf8), file: file.name, format: .yaml, limits: CatalogueReader.limits)
    else { return [:] }
    var result: [String: [Substring]] = [:]
    for entry in tree.root?.entries ?? [] {
      result[entry.name] = (entry.value.text ?? "").split(whereSeparator: \.isWhitespace)
    }
    return result
  }()
}
