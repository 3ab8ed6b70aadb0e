/// The author's words as they stand in quotation marks: verbatim, on one line, cut at a word if long, personal data masked.
package enum Quotation {
  /// Without the marks; double quotation marks inside become single ones.
  package static func text(_ source: String, limit: Int = 110) -> String {
    var words = CaseView.onOneLine(source).split(separator: " ").map { masked(String($0)) }
    var length = 0
    var kept: [String] = []
    while let word = words.first {
      if length + word.unicodeScalars.count > limit, !kept.isEmpty { break }
      length += word.unicodeScalars.count + 1
      kept.append(cut(word))
      words.removeFirst()
    }
    var text = kept.joined(separator: " ")
    if !words.isEmpty {
      while let last = text.unicodeScalars.last, [",", ";", ":", "-", "–", "—", "(", "."].contains(last) {
        text.unicodeScalars.removeLast()
        while text.last == " " { text.removeLast() }
      }
      text += " …"
    } else if let last = text.unicodeScalars.last, [",", ";", ":"].contains(last) {
      text.unicodeScalars.removeLast()
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { ["\"", "“", "”", "«", "»"].contains($0) ? "'" : $0 }))
  }

  /// E-mail addresses, long runs of digits (telephone, account) and addresses with credentials are not repeated.
  private static func masked(_ word: String) -> String {
    let digits = word.unicodeScalars.count { ("0"..."9").contains($0) }
    let isMail = word.contains("@") && word.contains(".") && (word.first != "@")
    let isNumber = digits >= 9 && !word.contains(",") && !word.contains(".")
    return isMail || isNumber ? "[…]" : word
  }

  /// Words past 60 characters would break a page.
  private static func cut(_ word: String) -> String {
    word.unicodeScalars.count > 60 ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(57))) + "…" : word
  }
}
