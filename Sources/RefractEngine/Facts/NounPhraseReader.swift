/// The things that an author speaks of.
package enum NounPhraseReader {
  package static func read(_ reading: Reading) -> [NounPhrase] {
    let document = reading.document
    var counts: [WordKey: Int] = [:]
    for tokens in document.tokens {
      for token in tokens where token.kind == .word { counts[singular(token), default: 0] += 1 }
    }
    var result: [NounPhrase] = []
    for field in document.fields.indices {
      for chunk in reading.chunks[field] {
        let head = document.tokens[field][chunk.head]
        let span = document.span(field: field, chunk.core)
        result.append(
          NounPhrase(
            span: span, head: Span(field: field, start: head.start, end: head.end),
            isPlural: isPlural(head, in: document, field: field),
            withArticle: document.span(field: field, chunk.range), mentions: counts[singular(head)] ?? 1))
      }
    }
    return result
  }

  /// The key under which singular and plural of a noun are counted together.
  static func singular(_ token: Token) -> WordKey { WordLists.irregularPlurals[token.key] ?? token.stem }

  static func isPlural(_ token: Token, in document: Document, field: Int) -> Bool {
    if WordLists.irregularPlurals[token.key] != nil { return true }
    if WordLists.singularInS.contains(token.key) { return false }
    let word = document.text(Span(field: field, start: token.start, end: token.end)).utf8.suffix(2).map(\.lowered)
    guard word.count == 2, word[1] == UInt8(ascii: "s") else { return false }
    return word[0] != UInt8(ascii: "s") && word[0] != UInt8(ascii: "'") && word[0] != UInt8(ascii: "u")
      && !(word[0] == UInt8(ascii: "i"))
  }
}
