// The standard library keeps normal forms as system interface; Foundation's would cost start-up time.
@_spi(_Unicode) import Swift

/// A text in Unicode's normal form C, in which equal texts have equal bytes.
///
/// Texts come from many hands and keyboards: an accented letter may arrive as one character or as a letter with a mark.
/// Most texts are in the form already, and pass untouched; so does one with a thousand marks on one letter, which would
/// take the square of their number to be put in order. Form C: Unicode Standard Annex #15.
public func normalised(_ text: String) -> String {
  var text = text
  // Nothing below the first mark, which has two bytes from CC on, is changed.
  if !text.withUTF8({ $0.hasAny { bit($0 >= 0xCC) } }) { return text }
  if text.unicodeScalars.allSatisfy(staysInFormC) || piledMarks(in: text, beyond: 1_000) != nil { return text }
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text._nfc)
  return String(scalars)
}

/// A text in Unicode's normal form D, in which an accented letter is a letter and its mark.
public func decomposed(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text._nfd)
  return String(scalars)
}

/// Whether a character is itself in form C, whatever stands beside it: all below the marks, and the quotation marks,
/// dashes and signs of currencies that many texts have (Unicode Character Database, `NFC_Quick_Check`).
private func staysInFormC(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0: true
  default: false
  }
}

/// The most marks that may stand on one letter. Vietnamese needs two and Hebrew with all its signs five; Unicode itself
/// lets implementations break off at thirty (Unicode Standard Annex #15, "Stream-Safe Text Format").
public let mostMarks = 10

/// Where the first marks begin of which more stand on one letter than in any writing.
///
/// - Parameters:
///   - text: The text.
///   - most: The most marks that may stand on one letter.
/// - Returns: The offset of the first of them in bytes of UTF-8, and how many they are; `nil` where there are none.
public func piledMarks(in text: String, beyond most: Int = mostMarks) -> (offset: Int, count: Int)? {
  var offset = 0
  var start = 0
  var count = 0
  for scalar in text.unicodeScalars {
    if isMark(scalar) {
      if count == 0 { start = offset }
      count += 1
    } else {
      if count > most { break }
      count = 0
    }
    offset += UTF8.width(scalar)
  }
  return count > most ? (start, count) : nil
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  if staysInFormC(scalar) { return false }
  let properties = scalar.properties
  return properties.canonicalCombiningClass != .notReordered || properties.generalCategory == .nonspacingMark
    || properties.generalCategory == .enclosingMark
}
