/// The number of columns that a text takes on a terminal.
///
/// Combining and format characters take none, East Asian wide characters and emoji take two, and all others take one.
/// Characters that are drawn as one count as one: emoji joined to a picture, pairs of regional indicators, Indic
/// consonants joined by a virama. Ranges: Unicode Standard Annex #11 (classes W and F) and, for emoji, the property
/// `Emoji_Presentation`; what is drawn as one: Unicode Standard Annex #29.
public func displayWidth(_ text: String) -> Int {
  var text = text
  let ascii: Int? = text.withUTF8 { $0.hasAny { bit($0 < 0x20) | bit($0 >= 0x7F) } ? nil : $0.count }
  if let ascii { return ascii }
  var measure = WidthMeasure()
  for scalar in text.unicodeScalars { measure.add(scalar) }
  return measure.width
}

/// The number of columns that a single character of the code takes on a terminal: 0, 1 or 2.
public func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
  case .format: return isSignOverDigits(value) ? 1 : 0
  default: break
  }
  if value < 0x1100 { return 1 }
  if isFiller(value) { return 0 }
  if scalar.properties.generalCategory == .unassigned { return isReservedForIdeographs(value) ? 2 : 1 }
  return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
}

/// Adds up the columns of characters, one after another.
private struct WidthMeasure {
  /// The columns so far.
  var width: Int { columns + (hasConjunct ? 1 : 0) }

  private var columns = 0
  /// The character that the next ones may join: the last that took columns.
  private var base: Unicode.Scalar?
  private var previous: Unicode.Scalar?
  /// Whether the base may still be widened by what follows it. Where a word begins that is the blank before it, or the
  /// circle that stands for a base.
  private var isOpen = true
  private var joinsNext = false
  private var indicators = 0
  private var followsVirama = false
  private var hasConjunct = false

  mutating func add(_ scalar: Unicode.Scalar) {
    defer { previous = scalar }
    if joinsNext {
      joinsNext = false
      return
    }
    switch scalar.value {
    case 0x200D:
      // The joiner takes the next character into the picture; after a virama it only asks for a form of the letter.
      joinsNext = !followsVirama
      followsVirama = false
    case 0xFE0F:
      // The selector turns the narrow character before it into a picture.
      if isOpen, let base, base.properties.isEmoji, displayWidth(of: base) == 1 { columns += 1 }
      isOpen = false
    case 0x1F3FB...0x1F3FF where base.map(isPicture) ?? false: break
    case 0x1F1E6...0x1F1FF: addIndicator(scalar)
    default: addPlain(scalar, displayWidth(of: scalar))
    }
    if !(0x1F1E6...0x1F1FF).contains(scalar.value) { indicators = 0 }
  }

  /// Two regional indicators make one flag of two columns.
  private mutating func addIndicator(_ scalar: Unicode.Scalar) {
    indicators += 1
    guard indicators % 2 == 1 else {
      base = scalar
      return
    }
    addPlain(scalar, 2)
  }

  private mutating func addPlain(_ scalar: Unicode.Scalar, _ own: Int) {
    let category = scalar.value < 0x300 ? nil : scalar.properties.generalCategory
    if followsVirama, category == .otherLetter, isIndic(scalar.value) {
      // The consonant joins the one before; together they take one column more than a single one.
      hasConjunct = true
      open(scalar)
    } else if own > 0 {
      columns += own + (hasConjunct ? 1 : 0)
      hasConjunct = false
      open(scalar)
    } else if category == .spacingMark, isOpen {
      columns += 1
      isOpen = false
      followsVirama = false
      hasConjunct = false
    } else {
      followsVirama = isVirama(scalar.value)
    }
  }

  private mutating func open(_ scalar: Unicode.Scalar) {
    base = scalar
    isOpen = true
    followsVirama = false
  }
}

/// The signs that make consonants of Indic scripts join (Unicode's property `Indic_Syllabic_Category=Virama`).
private func isVirama(_ value: UInt32) -> Bool {
  switch value {
  case 0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD4D, 0xDCA, 0x1B44, 0xA806, 0xA8C4, 0xA9C0, 0x11046,
    0x110B9, 0x111C0, 0x11235, 0x1134D, 0x11442, 0x114C2, 0x115BF, 0x1163F, 0x116B6, 0x11839, 0x119E0, 0x11C3F:
    true
  default: false
  }
}

/// Whether a character stands in a block of the scripts that have such a sign.
private func isIndic(_ value: UInt32) -> Bool {
  switch value {
  case 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1900...0x1CFF, 0xA800...0xAAFF, 0xABC0...0xABFF,
    0x10A00...0x10A3F, 0x11000...0x11FFF:
    true
  default: false
  }
}

/// Whether a character is a picture by itself, unlike the digits and signs that only a selector turns into one.
private func isPicture(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value > 0x7F && scalar.properties.isEmoji && !(0x1F3FB...0x1F3FF).contains(scalar.value)
}

/// Arabic, Syriac and Kaithi signs that stand with a number and take a column, though they are format characters.
private func isSignOverDigits(_ value: UInt32) -> Bool {
  switch value {
  case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
  default: false
  }
}

/// Vowels and final consonants of Hangul, which join the syllable that an initial consonant has opened; what fills a
/// syllable, selects a variant or is kept for such use shows as nothing, too.
private func isFiller(_ value: UInt32) -> Bool {
  switch value {
  case 0x1160...0x11FF, 0x2065, 0x3164, 0xD7B0...0xD7FF, 0xFFA0, 0xFFF0...0xFFF8, 0xE0000...0xE0FFF: true
  default: false
  }
}

/// Where ideographs to come will stand: wide before they are there (Unicode Standard Annex #11, 5).
private func isReservedForIdeographs(_ value: UInt32) -> Bool {
  switch value {
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD: true
  default: false
  }
}

private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x3248...0x324F: false
  case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F200...0x1F265,
    0x20000...0x3FFFD:
    true
  default: false
  }
}
