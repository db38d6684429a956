/// Bytes under construction: numbers in groups of seven bits, the lowest first; texts in UTF-8 after their lengths.
///
/// The form is read by the program that wrote it and by no other, so it names no fields and no versions.
public struct CompactWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Where in it those things stand that whoever writes wants to find again, in order.
  public var marks: [Range<Int>] = []

  /// Nothing yet, with room for so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes a number that is not negative.
  public mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes bytes after their number.
  public mutating func write(_ other: [UInt8]) {
    write(other.count)
    bytes += other
  }

  /// Writes a text.
  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Adds bytes as they stand, such as those of another writer.
  public mutating func append(written other: [UInt8]) { bytes += other }
}

/// Reads what a `CompactWriter` wrote.
public struct CompactReader: Sendable {
  /// All bytes, of which it may read a part.
  public let bytes: [UInt8]
  @usableFromInline
  internal var place: Int
  @usableFromInline
  internal let end: Int
  /// Whether the bytes held something else than what was asked for.
  public private(set) var isBroken = false

  /// Reads a range of bytes; all of them when none is given.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    place = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Whether all was read, and was what was asked for.
  public var isDone: Bool { !isBroken && place == end }

  /// Whether there is nothing more to be read.
  @inlinable
  public var isAtEnd: Bool { place >= end }

  /// Reads a number; 0 where there is none.
  public mutating func number() -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while place < end, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
    isBroken = true
    return 0
  }

  /// Reads a text; an empty one where there is none.
  public mutating func text() -> String { String(decoding: bytes[range()], as: UTF8.self) }

  /// Reads bytes that were written after their number.
  ///
  /// - Returns: Where they stand; an empty range where there are none.
  public mutating func range() -> Range<Int> {
    let count = number()
    guard !isBroken, count >= 0, count <= end - place else {
      isBroken = true
      return place..<place
    }
    defer { place += count }
    return place..<place + count
  }

  /// A value that was read, and marks the bytes as broken when there is none.
  public mutating func value<Value>(_ value: Value?, or empty: Value) -> Value {
    if value == nil { isBroken = true }
    return value ?? empty
  }
}
