extension OutputBuffer {
  /// Adds a text so that HTML shows it as it stands, in content as well as in attribute values.
  ///
  /// The five characters that HTML gives a meaning become references. Control characters are left out: HTML allows
  /// none but white space (HTML Living Standard, "preprocessing the input stream").
  public mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { append(escapedBytes: $0) }
  }

  private mutating func append(escapedBytes source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var position = source.position(from: 0, where: mayNeedEscape)
    while position < source.count {
      if let (replacement, length) = replacement(at: position, in: source) {
        if position > start { append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<position])) }
        append(replacement)
        start = position + length
        position = source.position(from: start, where: mayNeedEscape)
      } else {
        position = source.position(from: position + 1, where: mayNeedEscape)
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
    case 0xC2 where position + 1 < source.count && source[position + 1] < 0xA0: return ("", 2)
    default: return nil
    }
  }
}

/// Whether a byte can begin a character that is replaced or left out.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == 0x7F || byte == 0xC2
}
