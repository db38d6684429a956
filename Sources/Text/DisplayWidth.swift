/// The number of columns that a text takes on a terminal.
///
/// Combining and format characters take none, East Asian wide characters and emoji take two, and all others take one.
/// Ranges: Unicode Standard Annex #11 (classes W and F) and, for emoji, the property `Emoji_Presentation`.
public func displayWidth(_ text: String) -> Int {
  var text = text
  let ascii: Int? = text.withUTF8 { bytes in bytes.allSatisfy { (0x20..<0x7F).contains($0) } ? bytes.count : nil }
  if let ascii { return ascii }
  var width = 0
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    if scalar.value == emojiSelector, let base = previous, base.value >= 0xA9, displayWidth(of: base) == 1,
      base.properties.isEmoji
    {
      width += 1
    } else {
      width += displayWidth(of: scalar)
    }
    previous = scalar
  }
  return width
}

/// The number of columns that a single character of the code takes on a terminal: 0, 1 or 2.
public func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) && value != 0xAD { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  if value < 0x1100 { return 1 }
  // Vowels and final consonants of Hangul join the syllable that their initial consonant has opened.
  if (0x1160...0x11FF).contains(value) { return 0 }
  // A flag is a pair of these, and the pair takes two columns.
  if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
  return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
}

/// The selector that turns the character before it into a picture.
private let emojiSelector: UInt32 = 0xFE0F

private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    true
  default: false
  }
}
