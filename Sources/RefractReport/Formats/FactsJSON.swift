package import RefractEngine

/// The JSON of `refract facts --format json`: fields with their sentences and facts, then what follows from them.
package enum FactsJSON {
  package static func text(of listing: FactListing) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("is_english")
      writer.bool(listing.isEnglish)
      writer.key("fields")
      writer.list(listing.fields) { writer, field in
        writer.object { writer in
          writer.field("name", field.name)
          writer.key("facts")
          writer.list(field.sentences.flatMap(\.facts)) { $0.fact($1) }
        }
      }
      writer.key("conclusions")
      writer.list(listing.conclusions) { writer, conclusion in
        writer.object { writer in
          writer.field("kind", conclusion.kind)
          writer.field("name", conclusion.name)
          writer.field("text", conclusion.text)
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}

extension JSONWriter {
  fileprivate mutating func fact(_ fact: FactListing.Fact) {
    object { writer in
      writer.field("kind", fact.kind)
      writer.field("text", fact.text)
      writer.field("start", fact.start)
      writer.field("end", fact.end)
      writer.key("notes")
      writer.object { writer in
        for note in fact.notes { writer.field(note.name, note.text) }
      }
    }
  }
}
