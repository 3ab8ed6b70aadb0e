package import RefractEngine

/// The JSON of `refract lens --format json`: lenses of the catalogue with source and relations.
package enum LensCardJSON {
  package static func text(of cards: [LensCard]) -> String {
    var writer = JSONWriter()
    writer.list(cards) { json, card in
      json.object { json in
        json.field("id", card.id)
        json.field("name", card.name)
        json.field("definition", card.definition)
        json.field("source", card.source)
        json.field("warrant", card.warrant)
        json.field("modes", card.modes)
        json.field("related", card.related)
        json.field("called_by", card.calledBy)
        json.field("price", card.price)
        json.field("refuted_if", card.refuted)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
