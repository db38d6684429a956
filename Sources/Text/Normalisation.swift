// The standard library keeps normal forms as system interface; Foundation's would cost start-up time.
@_spi(_Unicode) import Swift

/// A text in Unicode's normal form C, in which equal texts have equal bytes.
///
/// Texts come from many hands and keyboards: an accented letter may arrive as one character or as a letter with a mark.
/// Below U+0300 every text is in the form already, so most texts pass untouched. Form C: Unicode Standard Annex #15.
public func normalised(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
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
