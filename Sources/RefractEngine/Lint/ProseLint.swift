/// Finds filler phrases, figures in digits, and sentences that stand in two rules.
enum ProseLint {
  /// Words that two sentences must share to be worth telling.
  private static let fewestWords = 6

  static func findings(in files: [LintFile]) -> [Diagnostic] {
    let fillers = (files.first { $0.name == "fillers.yaml" }?.root.texts ?? []).map { words($0) }
    var first: [String: (rule: String, file: LintFile)] = [:]
    var findings: [Diagnostic] = []
    for file in files where file.isLens {
      for rule in file.root.list("rules") {
        let key = (file.root["id"]?.text ?? "") + "." + (rule["id"]?.text ?? "")
        for node in TemplateLint.templates(of: rule) {
          findings += filler(node, fillers, file) + digits(node, file)
          for sentence in sentences(of: node) {
            if let twin = first[sentence], twin.rule != key {
              findings.append(
                file.finding(.repeatedSentence, "the rule `\(twin.rule)` says the same words", at: node))
              break
            }
            first[sentence] = (key, file)
          }
        }
      }
      findings += ["definition", "price", "refuted"].flatMap { file.root.scalars($0) }
        .flatMap { filler($0, fillers, file) }
    }
    for file in files where file.isPack {
      let actions = ["probes", "moves", "stops"].flatMap { file.root.list($0) }
      findings += actions.flatMap { $0.scalars("text") }.flatMap { filler($0, fillers, file) + digits($0, file) }
    }
    return findings
  }

  /// The sentences of a template that have enough words of their own; slots do not count.
  private static func sentences(of node: Node) -> [String] {
    guard let text = node.text else { return [] }
    // Slots first: their paths hold full stops.
    return withoutSlots(text).split { $0 == "." || $0 == "?" || $0 == "!" || $0 == ";" }.compactMap { sentence in
      let found = words(String(sentence))
      return found.count >= fewestWords ? found.joined(separator: " ") : nil
    }
  }

  private static func withoutSlots(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "{" { depth += 1 }
        defer { if character == "}" { depth = max(0, depth - 1) } }
        return depth == 0 && character != "[" && character != "]"
      })
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'") }.map(String.init)
  }

  private static func filler(_ node: Node, _ fillers: [[String]], _ file: LintFile) -> [Diagnostic] {
    let said = words(node.text ?? "")
    guard let found = fillers.first(where: { contains(said, $0) }) else { return [] }
    let phrase = found.joined(separator: " ")
    return [file.finding(.fillerPhrase, "`\(phrase)` says nothing about the problem", at: node, part: phrase)]
  }

  /// "Lay 30 cases beside each other": the number guard would take it for an invented figure.
  private static func digits(_ node: Node, _ file: LintFile) -> [Diagnostic] {
    let said = withoutSlots(node.text ?? "")
    guard let figure = words(said).first(where: { $0.first?.isNumber ?? false }) else { return [] }
    return [file.finding(.figureInDigits, "`\(figure)` is no figure of the author's", at: node, part: figure)]
  }

  private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
    guard !phrase.isEmpty, words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
