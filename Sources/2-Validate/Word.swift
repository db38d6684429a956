/// A word of a text: a run of letters and digits.
struct Word {
  /// What a word looks like, and where it stands.
  struct Shape: OptionSet {
    var rawValue: UInt8
    /// It begins with a capital letter.
    static let capital = Shape(rawValue: 1)
    /// Its letters are capitals, two at least, but for an s at its end.
    static let acronym = Shape(rawValue: 2)
    /// It has a digit.
    static let digit = Shape(rawValue: 4)
    /// It has nothing but digits.
    static let number = Shape(rawValue: 8)
    /// It has characters beyond ASCII.
    static let wide = Shape(rawValue: 16)
    /// It stands in quotation marks.
    static let quoted = Shape(rawValue: 32)
    /// It stands in a link, in a citation or in words of another language.
    static let marked = Shape(rawValue: 64)
    /// Words that house style knows begin with it.
    static let known = Shape(rawValue: 128)
  }

  var start: Int
  var end: Int
  /// Of its letters, small and capital alike.
  var hash: UInt32
  var shape: Shape
  /// The number of its sentence, from 0.
  var sentence: Int

  var count: Int { end - start }
}

/// The length of the letter or digit at an index in bytes; 0 when something else stands there.
///
/// Beyond ASCII all counts as letters but the signs of Latin-1 and the blocks of punctuation and symbols.
func wordCharacter(_ text: [UInt8], at index: Int) -> Int {
  text.withUnsafeBufferPointer { wordCharacter($0, at: index) }
}

/// The length of the letter or digit at an index in bytes; 0 when something else stands there.
@inline(__always)
func wordCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let byte = text[index]
  if byte < 0x80 { return isSmall(byte | 0x20) || isDigit(byte) ? 1 : 0 }
  return wideCharacter(text, at: index)
}

private func wideCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let byte = text[index]
  let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  guard byte >= 0xC2, index + length <= text.count else { return 0 }
  switch byte {
  case 0xC2: return text[index + 1] == 0xAA || text[index + 1] == 0xB5 || text[index + 1] == 0xBA ? 2 : 0
  case 0xE2: return 0
  case 0xEF where text[index + 1] == 0xBB && text[index + 2] == 0xBF: return 0
  default: return length
  }
}

/// The length of the blank at an index in bytes, be it a no-break space, wide (U+00A0) or narrow (U+202F); 0 when
/// something else stands there.
func blankLength(_ text: [UInt8], at index: Int) -> Int {
  switch text[index] {
  case 0x20: 1
  case 0xC2 where text[index...].starts(with: [0xC2, 0xA0]): 2
  case 0xE2 where text[index...].starts(with: [0xE2, 0x80, 0xAF]): 3
  default: 0
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

/// A hash of letters in which small and capital ones of ASCII are alike (FNV-1a).
struct FoldedHash {
  private(set) var value: UInt32 = 2_166_136_261

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt32(isCapital(byte) ? byte | 0x20 : byte)) &* 16_777_619
  }

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }
}
