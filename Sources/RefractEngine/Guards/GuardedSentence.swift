/// Where a finished sentence stands, as far as it matters for what it may say.
enum SentencePlace: Sendable, Hashable {
  /// A statement about the case: a belief, a root cause, what came of an attempt, a verdict on a limit.
  case claim
  /// Why a lens says so: the general part of an argument stands here beside the particular one.
  case warrant
  /// A list of quotations and sums, or a labelled figure.
  case figure
  /// What to do, ask, or look at; its small numbers set the size of a test and tell nothing about the case.
  case advice
}

/// One finished sentence as a guard reads it: its own words apart from quotations and from the sums in brackets.
struct GuardedSentence: Sendable {
  /// The sentence as it is printed.
  let text: String
  let place: SentencePlace
  /// The words inside of quotation marks, without the marks.
  private(set) var quotations: [String] = []
  /// The sums in square brackets, each with what stands before it.
  private(set) var sums: [(before: String, formula: String)] = []
  /// The sentence without quotations (each a `¶`) and brackets of sums.
  private(set) var own = ""
  /// Tokens of ``own``.
  private(set) var tokens: [Token] = []

  init(_ text: String, place: SentencePlace) {
    self.text = text
    self.place = place
    var own: [UInt8] = []
    var isQuoted = false
    var quotation: [UInt8] = []
    var formula: [UInt8]?
    // All marks are ASCII, so that bytes tell them as well as characters do.
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        if isQuoted {
          quotations.append(String(decoding: quotation, as: UTF8.self))
          own += Self.quotationMark.utf8
          quotation = []
        }
        isQuoted.toggle()
      case _ where isQuoted: quotation.append(byte)
      case UInt8(ascii: "["): formula = []
      case UInt8(ascii: "]"):
        if let formula {
          sums.append((String(decoding: own, as: UTF8.self), String(decoding: formula, as: UTF8.self)))
        }
        formula = nil
      default:
        if formula == nil { own.append(byte) } else { formula?.append(byte) }
      }
    }
    // A mark that opens and never closes quotes nothing.
    if isQuoted { own += [UInt8(ascii: "\"")] + quotation }
    if let formula { own += [UInt8(ascii: "[")] + formula }
    self.own = String(decoding: own, as: UTF8.self)
    tokens = Tokeniser.tokens(of: self.own)
  }

  /// Stands for a quotation in ``own``.
  static let quotationMark: Character = "¶"

  /// The printed form of a token of ``own``.
  func word(_ token: Token) -> String {
    let utf8 = own.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: token.start)
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: token.end - token.start)], as: UTF8.self)
  }

  /// True if the sentence says that it only supposes.
  var isHedged: Bool {
    text.hasSuffix("?") || tokens.contains { Self.hedges.contains($0.key) }
  }

  private static let hedges: Set<WordKey> = [
    "probably", "possibly", "perhaps", "may", "might", "maybe", "could", "would", "seems", "seem", "suggests",
    "suggest", "likely", "if", "unless", "until", "whether", "suppose", "should", "can", "likelier",
  ]
}
