/// Bytes of an issue's part of the search under construction: numbers in groups of seven bits, the lowest first; texts
/// and other bytes after their lengths.
struct SearchPartWriter {
  /// What was written so far.
  var bytes: [UInt8] = []

  /// Writes a number that is not negative.
  mutating func write(_ number: Int) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ other: [UInt8]) {
    write(other.count)
    bytes += other
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }
}

/// Reads what a `SearchPartWriter` wrote.
struct SearchPartReader {
  /// All bytes of the part.
  let bytes: [UInt8]
  private var next: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    next = start
  }

  /// Whether all was read.
  var isAtEnd: Bool { next >= bytes.count }

  mutating func number() -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = bytes[next]
      next += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  /// Where the bytes stand that were written after their length.
  mutating func range() -> Range<Int> {
    let count = number()
    defer { next += count }
    return next..<next + count
  }

  mutating func text() -> String { String(decoding: bytes[range()], as: UTF8.self) }
}
