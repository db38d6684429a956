/// Whether a character shows as nothing, or changes how the text around it shows: controls, those without width,
/// those that turn the direction of writing round, and code points that Unicode keeps from ever being characters.
///
/// White space that XML knows (tab, line feed, carriage return) is not hidden, nor is the soft hyphen.
/// Source: Unicode Technical Report #36, "Unicode Security Considerations", the Unicode Bidirectional Algorithm, and
/// the Unicode Standard, 23.7, "Noncharacters".
public func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: false
  case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164,
    0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
    true
  case 0xFDD0...0xFDEF: true
  case let value: value & 0xFFFE == 0xFFFE
  }
}

/// A hidden character as people can see it, such as `<U+202E>`.
public func visible(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
}

/// A text in which each hidden character stands as its number, so that people see it and no terminal obeys it.
public func visible(_ text: String) -> String {
  // Most texts hold none; their bytes tell so without being decoded.
  var text = text
  if !text.withUTF8({ $0.hasAny(mayBeHidden) }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    // A terminal goes back to the beginning of its line at a carriage return, and writes over what stands there.
    let isShown = isHidden(scalar) || scalar == "\r"
    if isShown { result += visible(scalar) } else { result.unicodeScalars.append(scalar) }
  }
  return result
}

/// Marks a byte with which a hidden character may begin; a tab counts among them.
private func mayBeHidden(_ byte: UInt8) -> UInt8 {
  bit(byte < 0x20) & bit(byte != 0x0A) | bit(byte == 0x7F) | bit(byte == 0xC2) | bit(byte >= 0xCC)
}

/// A name, such as that of a file, that stays in its line: line breaks and tabs stand as their numbers, too.
public func visible(name: String) -> String {
  var result = ""
  for scalar in visible(name).unicodeScalars {
    if scalar.value < 0x20 { result += visible(scalar) } else { result.unicodeScalars.append(scalar) }
  }
  return result
}
