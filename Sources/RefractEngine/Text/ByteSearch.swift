/// Looking through texts byte by byte. `String.contains` compares characters in all their spellings, which costs a
/// hundred times as much and finds nothing else where the words looked for are plain ASCII.
extension StringProtocol {
  /// True if the bytes of some words stand in the text.
  func hasBytes(of words: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { text in
      words.utf8.withContiguousStorageIfAvailable { ByteSearch.first(of: $0, in: text) != nil }
    }
    if let known = found ?? nil { return known }
    let (text, words) = (Array(utf8), Array(words.utf8))
    return text.withUnsafeBufferPointer { text in
      words.withUnsafeBufferPointer { ByteSearch.first(of: $0, in: text) != nil }
    }
  }

  /// Calls a function with the text's bytes side by side.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}

enum ByteSearch {
  /// Where some bytes stand first; nil if nowhere.
  static func first(
    of wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let first = wanted.first else { return start }
    var place = start
    while place + wanted.count <= text.count {
      if text[place] == first {
        var length = 1
        while length < wanted.count, text[place + length] == wanted[length] { length += 1 }
        if length == wanted.count { return place }
      }
      place += 1
    }
    return nil
  }

  /// Characters of a text in UTF-8: every byte but those that continue one.
  static func scalarCount(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
