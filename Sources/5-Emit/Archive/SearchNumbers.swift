/// Whole numbers as text for the script: five bits a letter, the lowest first, with a sixth that says that more follow.
///
/// Small numbers take one letter, and the alphabet needs no escape in a string of JavaScript. The alphabet is that of
/// Base64 for URLs (RFC 4648, 5); the way of continuing is that of variable-length quantities.
struct SearchNumbers {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// The letters by their value.
  static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Adds a number that is not negative.
  mutating func append(_ number: Int) {
    var rest = number
    while rest > 31 {
      bytes.append(Self.alphabet[32 | rest & 31])
      rest >>= 5
    }
    bytes.append(Self.alphabet[rest])
  }

  /// Adds numbers that were written before.
  mutating func append(written numbers: ArraySlice<UInt8>) { bytes += numbers }
}
