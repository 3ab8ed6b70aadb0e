import RefractEngine

/// Makes sure that no two reports have the same file names.
enum IDClaims {
  /// Fails every input whose id another one claims too, or whose id belongs to a report that stays.
  ///
  /// - Parameter retained: records of inputs that this run does not look at.
  static func settle<Content>(_ planned: inout [PlannedInput<Content>], retained: [ReportRecord]) {
    var claims: [String: [Int]] = [:]
    for (index, input) in planned.enumerated() {
      if let id = input.id { claims[id, default: []].append(index) }
    }
    for (id, indices) in claims where indices.count > 1 {
      for index in indices {
        let others = indices.filter { $0 != index }.map { "`\(planned[$0].input.shown)`" }
        planned[index].fail(duplicate(id, in: planned[index].input, others: others))
      }
    }
    // An input that fails keeps its report and so its old id, which may fail another input in turn.
    while failClaimsOfHeldIDs(in: &planned, retained: retained) {}
  }

  private static func failClaimsOfHeldIDs<Content>(
    in planned: inout [PlannedInput<Content>], retained: [ReportRecord]
  ) -> Bool {
    var holders: [String: BytePath] = [:]
    for record in retained + planned.compactMap({ $0.id == nil ? $0.old : nil }) { holders[record.id] = record.input }
    var hasChanged = false
    for index in planned.indices {
      guard let id = planned[index].id, let holder = holders[id], holder != planned[index].name else { continue }
      planned[index].fail(
        .batch(
          BatchCodes.heldID,
          "the report `\(id)` belongs to another input, `\(holder.text)` (seen from the output folder)",
          file: planned[index].input.shown, help: "mend or delete that input, or write another `id:` here"))
      hasChanged = true
    }
    return hasChanged
  }

  private static func duplicate(_ id: String, in input: Input, others: [String]) -> Diagnostic {
    let shown = others.prefix(3).joined(separator: ", ") + (others.count > 3 ? " and \(others.count - 3) more" : "")
    var diagnostic = Diagnostic.batch(
      BatchCodes.duplicateID, "the id `\(id)` is also that of \(shown)", file: input.shown,
      help: "write `id: \(id.prefix(76))-2` in one of them, or rename the file")
    if let bytes = try? input.read(), let place = place(of: id, in: bytes, file: input.shown) {
      diagnostic.place = place
      diagnostic.label = "the id"
    }
    return diagnostic
  }

  /// Where a file says `id`: the first line that has the word as a key; nil if the id comes from the file's name.
  private static func place(of id: String, in bytes: [UInt8], file: String) -> Diagnostic.Place? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let text = String(decoding: line.prefix(400), as: UTF8.self)
      for key in ["id:", "\"id\":", "'id':", "\"id\" :"] {
        guard text.drop(while: { " \t{,\r".contains($0) }).hasPrefix(key),
          let start = text.ranges(of: id).last?.lowerBound
        else { continue }
        let column = text.unicodeScalars.distance(from: text.startIndex, to: start) + 1
        return Diagnostic.Place(
          file: file, line: number + 1, column: column, length: id.utf8.count, excerpt: text.filter { $0 != "\r" })
      }
    }
    return nil
  }
}
