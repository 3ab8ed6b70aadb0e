import RefractEngine

/// One mutated input.
struct FuzzCase {
  enum Kind: CaseIterable { case yaml, json, prose }

  let number: Int
  let kind: Kind
  let bytes: [UInt8]

  /// Longest input; what is longer is mostly more of the same.
  private static let limit = 20_000

  init(seed: UInt64, number: Int, seeds: [[UInt8]]) {
    var random = SplitMix64(state: seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: number))
    var mutator = Mutator(bytes: seeds[random.below(seeds.count)], random: random)
    for _ in 0...mutator.random.below(6) { mutator.mutate(others: seeds) }
    self.number = number
    kind = Kind.allCases[mutator.random.below(Kind.allCases.count)]
    bytes = Array(mutator.bytes.prefix(Self.limit))
  }
}

/// Sebastiano Vigna's splitmix64 (2015): small, and the same numbers everywhere.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}

/// Changes some bytes as fuzzers do: flips, insertions, deletions, repetitions, splices, and words that readers look for.
private struct Mutator {
  var bytes: [UInt8]
  var random: SplitMix64

  mutating func mutate(others: [[UInt8]]) {
    let range = slice(of: bytes, most: 200)
    switch random.below(9) {
    case 0: flip()
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: place())
    case 3: bytes.insert(contentsOf: Self.words[random.below(Self.words.count)], at: place())
    case 4: bytes.replaceSubrange(range.prefix(12), with: Self.words[random.below(Self.words.count)])
    case 5: splice(others[random.below(others.count)])
    case 6: repeatSlice()
    case 7: bytes.removeLast(random.below(bytes.count + 1) / 2)
    default: insertNumber()
    }
  }

  private mutating func place() -> Int { random.below(bytes.count + 1) }

  private mutating func slice(of bytes: [UInt8], most: Int) -> Range<Int> {
    let start = random.below(bytes.count + 1)
    return start..<min(bytes.count, start + random.below(most) + 1)
  }

  private mutating func flip() {
    guard !bytes.isEmpty else { return }
    bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
  }

  private mutating func splice(_ other: [UInt8]) {
    let range = slice(of: other, most: 600)
    bytes.insert(contentsOf: other[range], at: place())
  }

  private mutating func repeatSlice() {
    let range = slice(of: bytes, most: 12)
    let repeated = Array(repeating: Array(bytes[range]), count: 1 + random.below(300)).flatMap(\.self)
    bytes.insert(contentsOf: repeated, at: range.lowerBound)
  }

  private mutating func insertNumber() {
    let digits = String(random.next() >> UInt64(random.below(64)))
    let text = [digits, digits + "%", "€" + digits, digits + " days", "-" + digits, digits + ".5", "1e" + digits]
    bytes.insert(contentsOf: Array(text[random.below(text.count)].utf8), at: place())
  }

  /// Words, marks and characters that some branch asks for.
  private static let words: [[UInt8]] =
    [
      "problem: |\n  ", "title: ", "attempts:\n  - ", "{action: a, effect: 5%}", "metrics: [", "]", "{", "}", "&a ",
      "*a", "<<: *a\n", "!!binary ", "!x ", "? [1]\n: 2", "---\n", "...\n", "# ", "%YAML 1.1\n", "\t", "\r\n", "\0",
      "9223372036854775807:59", ".inf", ".nan", "1e400", "0x1F", "\"", "'", "\\u0000", "\\ud800", "\u{FEFF}",
      "\u{202E}",
      "\u{200B}", "e\u{301}\u{301}\u{301}", "👩‍👩‍👧", "ß", "İ", "ﬁ", "→", "->", "=>", "—", "…", "“", "”", "’", "«",
      "because ", "not ", "no ", "from 5 to 3 ", "between 2 and 4 ", "must ", "by Friday", "2 weeks", "±", "½", "²",
      " of ", " of the ", " and ", ", ", ". ", "? ", "! ", "; ", ": ", " - ", "(", ")", "[", "{{x}}", "{{{x}}}", "$(x)",
      "`x`", "<script>", "</p>", "![](", "- ", "* ", "1. ", "> ", "| a | b |\n", "of 3 of 3", "1,000,000.5", "1.2.3",
      "99999999999999999999999", "half", "a third", "twice", "per day", "a week", "%", "$", "€", "0", "-1", "00",
      "can't ", "n't", "Mrs ", "iPhone ", "I ", "we ", "our ", "who ", "whose ",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x1B, 0x5B],
    ]
}
