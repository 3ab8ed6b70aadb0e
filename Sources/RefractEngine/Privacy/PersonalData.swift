/// Takes personal data out of an author's texts before anything else reads them, so that no report can repeat it: e-mail
/// addresses, telephone, card and bank account numbers, and names of persons in care or custody ("patient Maria Lopez").
/// Other names stay: a report speaks of the people whom its author names.
///
/// Everything is told by its shape, in one pass; what was masked reads `[…]`, and masking twice changes nothing.
package struct PersonalData: Sendable {
  /// What stands in place of what was masked.
  package static let mask = "[…]"

  private let words: PersonalWords

  package init(_ words: PersonalWords) { self.words = words }

  /// A problem without personal data in what may be quoted. The author's own `meta` stays as it is.
  package func masked(_ problem: Problem) -> Problem {
    var problem = problem
    problem.title = masked(problem.title)
    problem.problem = masked(problem.problem)
    problem.context = problem.context.map(masked)
    problem.constraints = problem.constraints.map(masked)
    problem.successCriteria = problem.successCriteria.map(masked)
    problem.deadline = problem.deadline.map(masked)
    for index in problem.metrics.indices { problem.metrics[index].name = masked(problem.metrics[index].name) }
    problem.attempts = problem.attempts.map {
      .init(action: masked($0.action), effect: $0.effect.map(masked), note: $0.note.map(masked))
    }
    problem.stakeholders = problem.stakeholders.map {
      .init(name: masked($0.name), wants: $0.wants.map(masked), concern: $0.concern.map(masked))
    }
    problem.options = problem.options.map {
      .init(name: masked($0.name), pro: $0.pro.map(masked), con: $0.con.map(masked))
    }
    for index in problem.focus.indices { problem.focus[index].text = masked(problem.focus[index].text) }
    for index in problem.fields.indices where !Self.isFigure(problem.fields[index].name) {
      problem.fields[index].text = masked(problem.fields[index].text)
    }
    return problem
  }

  /// The values of a metric are figures, however many digits they have.
  private static func isFigure(_ field: String) -> Bool { MetricUnits.isRow(field) && !field.hasSuffix(".name") }

  /// A text without personal data.
  package func masked(_ text: String) -> String {
    let pieces = TextPieces(text)
    let found = ranges(in: pieces)
    guard !found.isEmpty else { return text }
    var bytes: [UInt8] = []
    var end = 0
    for range in found {
      bytes += pieces.bytes[end..<range.lowerBound]
      bytes += Array(Self.mask.utf8)
      end = range.upperBound
    }
    bytes += pieces.bytes[end...]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Byte ranges to mask, in order.
  private func ranges(in pieces: TextPieces) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < pieces.words.count {
      if let match = match(at: place, in: pieces) {
        found.append(match.range)
        place = match.next
      } else {
        place += 1
      }
    }
    return found
  }

  private func match(at place: Int, in pieces: TextPieces) -> (range: Range<Int>, next: Int)? {
    let word = pieces.core(place)
    guard !word.isEmpty else { return nil }
    if TextPieces.isAddress(pieces.bytes[word]) { return (word, place + 1) }
    if let count = AccountNumber.length(at: place, in: pieces) { return joined(place, count, pieces) }
    let first = pieces.bytes[pieces.words[place].lowerBound]
    if TextPieces.isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "(") {
      let isAnnounced = place > 0 && words.telephone.contains(pieces.word(place - 1, without: ":").lowercased())
      return TelephoneNumber.length(at: place, in: pieces, isAnnounced: isAnnounced).map { joined(place, $0, pieces) }
    }
    // Most words are cheap to pass by: they start with a small letter.
    let isSmall = (0x61...0x7A).contains(pieces.bytes[word.lowerBound])
    return place > 0 && !isSmall ? name(at: place, in: pieces) : nil
  }

  private func joined(_ place: Int, _ count: Int, _ pieces: TextPieces) -> (range: Range<Int>, next: Int) {
    let start = pieces.isBracketed(place) ? pieces.words[place].lowerBound : pieces.core(place).lowerBound
    return (start..<pieces.core(place + count - 1).upperBound, place + count)
  }

  /// Up to three words with a capital behind what somebody is.
  private func name(at place: Int, in pieces: TextPieces) -> (range: Range<Int>, next: Int)? {
    let before = pieces.text(place - 1)
    guard words.kinds.contains(before) else { return nil }
    var count = 0
    while count < 3, place + count < pieces.words.count, isName(place + count, pieces) {
      count += 1
      // The full stop behind an initial ends nothing.
      if pieces.endsPhrase(place + count - 1), pieces.core(place + count - 1).count > 1 { break }
    }
    return count == 0 ? nil : joined(place, count, pieces)
  }

  /// A capital and then a small letter, an initial such as `B.`; no acronym, and no word that only looks like a name.
  private func isName(_ place: Int, _ pieces: TextPieces) -> Bool {
    let text = String(decoding: pieces.bytes[pieces.core(place)], as: UTF8.self)
    guard let first = text.unicodeScalars.first, first.properties.isUppercase else { return false }
    let bare = text.hasSuffix("'s") || text.hasSuffix("’s") ? String(text.dropLast(2)) : text
    if words.notNames.contains(bare) { return false }
    let second = text.unicodeScalars.dropFirst().first
    return second.map { $0.properties.isLowercase || $0 == "." || $0 == "'" || $0 == "’" } ?? true
  }
}
