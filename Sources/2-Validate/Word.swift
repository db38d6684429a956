/// A word of a text: a run of letters and digits.
struct Word {
  /// What a word looks like, and where it stands.
  struct Shape: OptionSet {
    let rawValue: UInt8
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

extension Word {
  /// The words of a text, in order.
  static func all(in text: [UInt8], _ stretches: [Passage.Stretch], by known: ProseWords) -> [Word] {
    var reader = WordReader(text: text)
    var words: [Word] = []
    words.reserveCapacity(text.count / 5)
    var stretch = 0
    while var word = reader.next(after: words.last, by: known) {
      while stretch + 1 < stretches.count, stretches[stretch].end <= word.start { stretch += 1 }
      if !stretches.isEmpty, stretches[stretch].mark != .plain { word.shape.insert(.marked) }
      words.append(word)
    }
    return words
  }
}

/// Reads a text word by word.
private struct WordReader {
  let text: [UInt8]
  private var index = 0
  private var isQuoted = false
  private var sentence = 0

  init(text: [UInt8]) { self.text = text }

  mutating func next(after last: Word?, by known: ProseWords) -> Word? {
    var ends = false
    while index < text.count {
      let length = wordCharacter(text, at: index)
      if length > 0 { break }
      ends = ends || isFullStop(last, by: known)
      step()
    }
    guard index < text.count else { return nil }
    let start = index
    if ends, !isSmall(text[start]) { sentence += 1 }
    var shape: Word.Shape = isQuoted ? .quoted : []
    var hash = FoldedHash()
    var (capitals, digits, small) = (0, 0, 0)
    while index < text.count {
      let length = wordCharacter(text, at: index)
      if length == 0 { break }
      let byte = text[index]
      if byte >= 0x80 { shape.insert(.wide) }
      if isDigit(byte) { digits += 1 }
      if isCapital(byte) { capitals += 1 }
      if isSmall(byte) { small += 1 }
      for _ in 0..<length {
        hash.add(text[index])
        index += 1
      }
    }
    if isCapital(text[start]) { shape.insert(.capital) }
    if digits > 0 { shape.insert(digits == index - start ? .number : .digit) }
    let isPlural = small == 1 && text[index - 1] == UInt8(ascii: "s")
    if capitals > 1, small == 0 || isPlural, !shape.contains(.wide) { shape.insert(.acronym) }
    return Word(start: start, end: index, hash: hash.value, shape: shape, sentence: sentence)
  }

  private func isFullStop(_ last: Word?, by known: ProseWords) -> Bool {
    let byte = text[index]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
    guard index + 1 < text.count, text[index + 1] == 0x20, let last else { return false }
    return byte != UInt8(ascii: ".") || last.count > 1 && !known.has(.abbreviation, last, in: text)
  }

  /// Goes past a character between words and keeps count of quotation marks.
  private mutating func step() {
    let byte = text[index]
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    guard byte >= 0xC0 else {
      index += 1
      return
    }
    if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 {
      switch text[index + 2] {
      case 0x9C, 0x9E: isQuoted = text[index + 2] == 0x9E || !isQuoted
      case 0x9D: isQuoted = false
      default: break
      }
    } else if byte == 0xC2, index + 1 < text.count {
      if text[index + 1] == 0xAB { isQuoted = true }
      if text[index + 1] == 0xBB { isQuoted = false }
    }
    index += 1
    while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
  }
}

/// The length of the letter or digit at an index in bytes; 0 when something else stands there.
///
/// Beyond ASCII all counts as letters but the signs of Latin-1 and the blocks of punctuation and symbols.
func wordCharacter(_ text: [UInt8], at index: Int) -> Int {
  let byte = text[index]
  if byte < 0x80 { return isSmall(byte) || isCapital(byte) || isDigit(byte) ? 1 : 0 }
  let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  guard byte >= 0xC2, index + length <= text.count else { return 0 }
  switch byte {
  case 0xC2: return [0xAA, 0xB5, 0xBA].contains(text[index + 1]) ? 2 : 0
  case 0xE2: return 0
  case 0xEF where text[index + 1] == 0xBB && text[index + 2] == 0xBF: return 0
  default: return length
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
