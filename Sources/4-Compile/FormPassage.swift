/// One step through a text: a letter, or a blank or hyphen of whatever kind.
struct Step {
  /// What stands for a blank or a hyphen.
  static let gap = UInt8(ascii: " ")

  /// The byte, a capital of ASCII as the small letter.
  var byte: UInt8
  /// The bytes that it takes in the text.
  var width: Int
  var isCapital = false
}

extension FormIndex {
  /// Text in which forms are looked for, with the letters on either side of it.
  struct Passage {
    let bytes: UnsafeBufferPointer<UInt8>
    /// What stands right before the text, in the piece before.
    var after: Unicode.Scalar?
    /// What stands right behind the text, in the piece behind.
    var before: Unicode.Scalar?

    /// The step that begins at a byte.
    @inline(__always)
    func step(at place: Int) -> Step {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Step(byte: byte | 0x20, width: 1, isCapital: true)
      case UInt8(ascii: "-"): return Step(byte: Step.gap, width: 1)
      case 0xC2, 0xE2: return wideStep(at: place)
      default: return Step(byte: byte, width: 1)
      }
    }

    /// Blanks that do not break (U+00A0, U+202F), hyphens (U+2010, U+2011) and the apostrophe of printers (U+2019).
    private func wideStep(at place: Int) -> Step {
      let byte = bytes[place]
      if byte == 0xC2 {
        return follows(place, 0xA0) ? Step(byte: Step.gap, width: 2) : Step(byte: byte, width: 1)
      }
      guard follows(place, 0x80), place + 2 < bytes.count else { return Step(byte: byte, width: 1) }
      switch bytes[place + 2] {
      case 0xAF, 0x90, 0x91: return Step(byte: Step.gap, width: 3)
      case 0x99: return Step(byte: UInt8(ascii: "'"), width: 3)
      default: return Step(byte: byte, width: 1)
      }
    }

    private func follows(_ place: Int, _ byte: UInt8) -> Bool { place + 1 < bytes.count && bytes[place + 1] == byte }

    /// Whether no letter or digit stands right before a byte.
    @inline(__always)
    func isEdge(before place: Int) -> Bool {
      guard place > 0 else { return !isWord(after) }
      let byte = bytes[place - 1]
      return byte < 0x80 ? !isWord(byte) : !isWord(scalar(endingAt: place))
    }

    /// Whether no letter or digit stands right at a byte, at which a form has ended.
    func isEdge(after place: Int) -> Bool {
      guard place < bytes.count else { return !isWord(before) }
      let byte = bytes[place]
      return byte < 0x80 ? !isWord(byte) : !isWord(scalar(at: place))
    }

    /// Whether a blank or hyphen and then a capital stand at a byte.
    func isBeforeCapital(_ place: Int) -> Bool {
      guard place < bytes.count else { return false }
      let first = step(at: place)
      guard first.byte == Step.gap, place + first.width < bytes.count else { return false }
      return step(at: place + first.width).isCapital
    }

    /// Whether a sentence, or a part of one that opens with a capital, begins at a byte: no word or comma goes before.
    func isSentenceStart(_ place: Int) -> Bool {
      var place = place
      while place > 0, bytes[place - 1] == Step.gap { place -= 1 }
      if place == 0 { return after == nil }
      let byte = bytes[place - 1]
      return byte < 0x80 && byte != UInt8(ascii: ",") && !isWord(byte)
    }

    private func scalar(endingAt place: Int) -> Unicode.Scalar? {
      var start = place - 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      return scalar(at: start)
    }

    private func scalar(at place: Int) -> Unicode.Scalar? {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<min(place + 4, bytes.count)]), as: UTF8.self)
        .unicodeScalars.first
    }
  }
}

/// Whether a byte of ASCII is a letter or a digit.
@inline(__always)
private func isWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

/// Whether a character is a letter, a mark on one, or a digit.
private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
    .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
    return true
  default: return false
  }
}
