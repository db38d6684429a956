extension OutputBuffer {
  /// Adds a text so that HTML shows it as it stands, in content as well as in attribute values.
  ///
  /// The five characters that HTML gives a meaning become references. Control characters but white space and code
  /// points that are never characters are left out, a next line (U+0085) but for a blank: HTML allows none (HTML Living Standard, "preprocessing the input
  /// stream"). So is what turns the direction of writing round, which would turn the words beside the text, too.
  public mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { append(escapedBytes: $0) }
  }

  private mutating func append(escapedBytes source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var position = source.position(from: 0, mayNeedEscape)
    while position < source.count {
      if let (replacement, length) = replacement(at: position, in: source) {
        if position > start { append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<position])) }
        append(replacement)
        start = position + length
        position = source.position(from: start, mayNeedEscape)
      } else {
        position = source.position(from: position + 1, mayNeedEscape)
      }
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
  }

  /// What stands for the character at a position, and how many bytes that character has; `nil` when it may stay.
  private func replacement(at position: Int, in source: UnsafeBufferPointer<UInt8>) -> (String, length: Int)? {
    switch source[position] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A: return nil
    case 0..<0x20, 0x7F: return ("", 1)
    case 0xC2, 0xE2, 0xEF...0xF4:
      guard let (scalar, length) = source.character(at: position), isBarredFromHTML(scalar) else { return nil }
      // The one control character beyond ASCII that parts words: “next line”.
      return (scalar == "\u{85}" ? " " : "", length)
    default: return nil
    }
  }
}

/// Marks a byte that can begin a character that is replaced or left out.
private func mayNeedEscape(_ byte: UInt8) -> UInt8 {
  bit(byte < 0x20) | bit(byte == UInt8(ascii: "&")) | bit(byte == UInt8(ascii: "<")) | bit(byte == UInt8(ascii: ">"))
    | bit(byte == UInt8(ascii: "\"")) | bit(byte == UInt8(ascii: "'")) | bit(byte == 0x7F) | bit(byte == 0xC2)
    | bit(byte == 0xE2) | bit(byte >= 0xEF)
}

/// Whether a character beyond ASCII is left out of pages.
private func isBarredFromHTML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
  case let value: value & 0xFFFE == 0xFFFE
  }
}
