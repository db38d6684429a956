import Text

/// The marks that set words written from the right apart, so that they do not turn round what stands beside them
/// (Unicode Standard Annex #9, 2.4.2).
enum Isolate {
  /// The byte with which both begin.
  static let lead: UInt8 = 0xE2
  static let opening: [UInt8] = Array("\u{2067}".utf8)
  static let closing: [UInt8] = Array("\u{2069}".utf8)
}

/// Whether a text is one that `harmless` would not change and that opens from the left, as far as its bytes tell: plain
/// characters, letters of Latin, Greek and Cyrillic, and the dashes and quotation marks of texts.
func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  if !bytes.hasAny(isNoPlainByte) { return true }
  var position = bytes.position(from: 0, isNoPlainByte)
  while position < bytes.count {
    guard let length = lengthOfSign(at: position, in: bytes) else { return false }
    position = bytes.position(from: position + length, isNoPlainByte)
  }
  return true
}

/// How many bytes a sign has that texts use as it stands: `§`, `·` and others up to U+00BF, dashes and quotation marks.
private func lengthOfSign(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  switch bytes[position] {
  case 0xC2 where position + 1 < bytes.count && bytes[position + 1] >= 0xA0 && bytes[position + 1] != 0xAD: 2
  case 0xE2
  where position + 2 < bytes.count && bytes[position + 1] == 0x80 && (0x90...0xA7).contains(bytes[position + 2]):
    3
  default: nil
  }
}

private func isNoPlainByte(_ byte: UInt8) -> UInt8 {
  bit(byte < 0x20) | bit(byte == 0x7F) | bit(byte == 0xC2) | bit(byte >= 0xD6)
}

/// A text from outside as a terminal may be given it.
///
/// Control characters and blanks of odd widths become plain blanks. What shows as nothing, or on some terminals as a
/// hyphen, is left out, and so is what turns the direction of writing round; joiners stay, which scripts need.
func harmless(_ words: String) -> String {
  var words = words
  if words.withUTF8(isPlain) { return words }
  var result = String.UnicodeScalarView()
  for scalar in words.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: result.append(" ")
    case 0xAD, 0x200B, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB: continue
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// Whether the first letter of a text is of a script that runs from right to left.
func opensFromTheRight(_ words: String) -> Bool {
  // Below U+0590 no letter does, and its bytes tell so.
  var words = words
  if !words.withUTF8({ $0.hasAny { bit($0 >= 0xD6) } }) { return false }
  guard let first = words.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
  switch first.value {
  case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
  default: return false
  }
}

/// Whether a text ends with a bracket or quotation mark that opens.
///
/// What closes in one language opens in another (`„…“`, `“…”`): a quotation mark opens where only a blank or an opening
/// bracket stands before it, or nothing.
func endsWithOpeningMark(_ bytes: [UInt8]) -> Bool {
  guard let last = bytes.last else { return false }
  if openingBrackets.contains(last) { return true }
  let found = openingQuotationMarks.first { bytes.suffix($0.count).elementsEqual($0) }
  guard let mark = found else { return false }
  guard let before = bytes.dropLast(mark.count).last else { return true }
  return before == 0x20 || before == NameBinding.boundBlank || openingBrackets.contains(before)
}

private let openingBrackets: [UInt8] = Array("([{".utf8)
private let openingQuotationMarks: [[UInt8]] = ["\"", "'", "“", "‘", "„", "‚", "«", "‹"].map { Array($0.utf8) }
