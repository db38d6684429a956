extension UnsafeBufferPointer<UInt8> {
  /// The character that begins at a position of well-formed UTF-8, and how many bytes it has; `nil` in its midst.
  @inlinable
  public func character(at position: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = self[position]
    let length =
      switch lead {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, position + length <= count else { return nil }
    if length == 1 { return (Unicode.Scalar(lead), 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in self[position + 1..<position + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
