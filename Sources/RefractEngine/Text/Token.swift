/// One word, number or mark of a text, by place; nothing is copied out of the text.
package struct Token: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    /// Letters, with apostrophes and hyphens inside ("can't", "follow-ups").
    case word
    /// Digits with decimal points and thousands separators inside ("1,234.5"). A unit glued behind is a word of its
    /// own whose ``Token/isGlued`` is true.
    case number
    /// `% $ € £ < > ≤ ≥ ~ ≈ = + # @ & * /`, arrows (`->`, `→`, `=>`) and anything else that is no punctuation.
    case symbol
    /// `. , ; : ! ? ( ) [ ] — –` and quotation marks; a hyphen that stands alone.
    case punctuation
    /// The mark that opens a list item (`-`, `*`, `•`, `1.`).
    case bullet
    /// The end of a line.
    case lineBreak
  }

  package var kind: Kind
  /// No white space stands between this token and the one before.
  package var isGlued: Bool
  /// The first letter is a capital (of any script); for words only.
  package var isCapitalised: Bool
  /// UTF-8 offsets in the field's text.
  package var start: Int
  package var end: Int
  /// Key of the lower-cased token, see ``WordKey``.
  package var key: WordKey
  /// Key of the token without a common English ending; equal to ``key`` for tokens that are no words.
  package var stem: WordKey
}

/// Stands for a lower-cased word: the 64-bit FNV-1a hash of its UTF-8 bytes (G. Fowler, L. Noll, K. Vo, 1991), with `’`
/// read as `'`. Comparing keys replaces comparing strings; over the few thousand words of the lexicon no two keys are
/// equal (a test holds this).
package struct WordKey: Sendable, Hashable, ExpressibleByStringLiteral {
  package var hash: UInt64

  package init(hash: UInt64) { self.hash = hash }

  /// The key of a word as it stands in a lexicon; letters A to Z are lowered.
  package init(_ word: some StringProtocol) {
    var hasher = FNV1a()
    for byte in word.utf8 { hasher.add(byte.lowered) }
    hash = hasher.value
  }

  /// Computed when the program is compiled, as far as the optimiser gets.
  @inline(__always)
  package init(stringLiteral word: StaticString) {
    var hasher = FNV1a()
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for byte in bytes { hasher.add(byte.lowered) }
    hash = hasher.value
  }

  /// The key is a hash already: mixing it once more spreads it over the high and the low bits.
  package func _rawHashValue(seed: Int) -> Int {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: seed)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 32))
  }
}

/// FNV-1a over bytes, 64 bits. Unlike `Hasher` it gives the same value in every process.
package struct FNV1a: Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  package mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { add(byte) }
  }
}

extension UInt8 {
  /// The lower-case form of an ASCII letter; any other byte as it is.
  package var lowered: UInt8 { self >= 65 && self <= 90 ? self | 0x20 : self }

  package var isASCIILetter: Bool { (lowered >= 97 && lowered <= 122) }

  var isASCIICapital: Bool { self >= 65 && self <= 90 }

  var isASCIISmallLetter: Bool { self >= 97 && self <= 122 }

  package var isASCIIDigit: Bool { self >= 48 && self <= 57 }
}
