/// Signs between words that some rule looks for: where a text has none of them, the rule need not look at it.
struct Signs: OptionSet {
  var rawValue: UInt8
  /// A stroke, as in `2013/33/EU`.
  static let stroke = Signs(rawValue: 1)
  /// An at sign, as in an e-mail address.
  static let at = Signs(rawValue: 2)
  /// A plus sign, as before a telephone number.
  static let plus = Signs(rawValue: 4)
  /// Two full stops or question marks in a row, or an ellipsis.
  static let gap = Signs(rawValue: 8)
  /// Controls.
  static let control = Signs(rawValue: 16)
  /// Characters beyond ASCII, in words or between them.
  static let wide = Signs(rawValue: 32)
}

/// Reads a text word by word, in one pass.
struct WordReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let known: ProseWords
  private var index = 0
  private var isQuoted = false
  private var sentence = 0
  /// The words so far.
  var words: [Word] = []
  /// The signs between them.
  private(set) var signs: Signs = []

  init(text: UnsafeBufferPointer<UInt8>, by known: ProseWords) {
    self.text = text
    self.known = known
    words.reserveCapacity(text.count / 5)
  }

  /// Reads the whole text.
  mutating func read(_ stretches: [Passage.Stretch]) {
    var stretch = 0
    while goToWord() {
      var word = readWord()
      while stretch + 1 < stretches.count, stretches[stretch].end <= word.start { stretch += 1 }
      if stretch < stretches.count, stretches[stretch].mark != .plain { word.shape.insert(.marked) }
      words.append(word)
    }
  }

  /// Goes to the next word; `false` at the end.
  private mutating func goToWord() -> Bool {
    var ends = false
    while index < text.count, wordCharacter(text, at: index) == 0 {
      ends = ends || isFullStop
      step()
    }
    guard index < text.count else { return false }
    if ends, !isSmall(text[index]) { sentence += 1 }
    return true
  }

  private mutating func readWord() -> Word {
    let start = index
    var shape: Word.Shape = isQuoted ? .quoted : []
    var hash = FoldedHash()
    var (capitals, digits, small) = (0, 0, 0)
    while index < text.count {
      let byte = text[index]
      if isSmall(byte) {
        small += 1
      } else if isCapital(byte) {
        capitals += 1
      } else if isDigit(byte) {
        digits += 1
      } else {
        let length = wordCharacter(text, at: index)
        if length == 0 { break }
        shape.insert(.wide)
        for place in index..<index + length { hash.add(text[place]) }
        index += length
        continue
      }
      hash.add(byte)
      index += 1
    }
    if shape.contains(.wide) { signs.insert(.wide) }
    if isCapital(text[start]) { shape.insert(.capital) }
    if digits > 0 { shape.insert(digits == index - start ? .number : .digit) }
    let isPlural = small == 1 && text[index - 1] == UInt8(ascii: "s")
    if capitals > 1, small == 0 || isPlural, !shape.contains(.wide) { shape.insert(.acronym) }
    return Word(start: start, end: index, hash: hash.value, shape: shape, sentence: sentence)
  }

  /// Whether a full stop, or what else ends a sentence, stands here.
  private var isFullStop: Bool {
    let byte = text[index]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
    guard index + 1 < text.count, text[index + 1] == 0x20, let last = words.last else { return false }
    return byte != UInt8(ascii: ".") || last.count > 1 && !known.has(.abbreviation, last, in: text)
  }

  /// Goes past a character between words and keeps count of quotation marks.
  private mutating func step() {
    let byte = text[index]
    if byte == 0x20 {
      index += 1
    } else if byte < 0x80 {
      note(byte)
      index += 1
    } else {
      signs.insert(.wide)
      if byte >= 0xC0 { stepWide() } else { index += 1 }
    }
  }

  private mutating func note(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: "/"): signs.insert(.stroke)
    case UInt8(ascii: "@"): signs.insert(.at)
    case UInt8(ascii: "+"): signs.insert(.plus)
    case UInt8(ascii: "."), UInt8(ascii: "?"):
      if index + 1 < text.count, text[index + 1] == byte { signs.insert(.gap) }
    case 0..<0x20, 0x7F: signs.insert(.control)
    default: break
    }
  }

  private mutating func stepWide() {
    let byte = text[index]
    if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 {
      switch text[index + 2] {
      case 0x9C, 0x9E: isQuoted = text[index + 2] == 0x9E || !isQuoted
      case 0x9D: isQuoted = false
      case 0xA6: signs.insert(.gap)
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
