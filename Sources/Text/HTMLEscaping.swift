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
    var position = 0
    while position < source.count {
      guard let (replacement, length) = replacement(at: position, in: source) else {
        position += 1
        continue
      }
      append(contentsOf: source[start..<position])
      append(replacement)
      position += length
      start = position
    }
    append(contentsOf: source[start...])
  }

  /// What stands for the character at a position, and how many bytes that character has; `nil` when it may stay.
  @inline(__always)
  private func replacement(at position: Int, in source: UnsafeBufferPointer<UInt8>) -> (String, length: Int)? {
    let byte = source[position]
    switch byte {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A, 0x20...0x7E: return nil
    case 0..<0x20, 0x7F: return ("", 1)
    case 0xC2 where position + 1 < source.count && source[position + 1] < 0xA0: return ("", 2)
    default: return nil
    }
  }
}
