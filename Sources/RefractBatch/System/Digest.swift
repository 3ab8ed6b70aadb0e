import Crypto

/// A SHA-256 hash: 32 bytes, without a heap allocation.
package struct Digest: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The hash of some pieces, one behind the other.
  package init(of pieces: [UInt8]...) {
    var hasher = SHA256()
    for piece in pieces { piece.withUnsafeBytes { hasher.update(bufferPointer: $0) } }
    self.init(hasher.finalize())
  }

  /// The hash of a part of an array.
  init(of bytes: ArraySlice<UInt8>) {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    self.init(hasher.finalize())
  }

  private init(_ digest: SHA256Digest) {
    words = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { target in digest.withUnsafeBytes { target.copyMemory(from: $0) } }
  }

  /// Reads 64 hexadecimal digits in lower case; nil for anything else.
  init?(hex: some Collection<UInt8>) {
    guard hex.count == 64 else { return nil }
    words = (0, 0, 0, 0)
    var valid = true
    withUnsafeMutableBytes(of: &words) { target in
      var half: UInt8 = 0
      for (offset, character) in hex.enumerated() {
        guard let digit = Self.value(character) else {
          valid = false
          return
        }
        if offset % 2 == 0 { half = digit << 4 } else { target[offset / 2] = half | digit }
      }
    }
    if !valid { return nil }
  }

  /// 64 hexadecimal digits in lower case.
  package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  /// The digits of ``hex`` as ASCII.
  var hexBytes: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    appendHex(to: &digits)
    return digits
  }

  /// Adds the digits of ``hex``.
  func appendHex(to text: inout [UInt8]) {
    withUnsafeBytes(of: words) { bytes in
      for byte in bytes {
        text.append(Self.digit(byte >> 4))
        text.append(Self.digit(byte & 15))
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
