/// A value that can be kept as compact bytes and read back as it was.
protocol CompactCodable {
  /// Writes the value.
  func write(to writer: inout CompactWriter)
  /// Reads a value. From bytes that hold none it makes an empty one, and the reader is broken.
  init(from reader: inout CompactReader)
}

/// Bytes under construction: numbers in groups of seven bits, the lowest first; texts in UTF-8 after their lengths.
///
/// The form is read by the program that wrote it and by no other, so it names no fields and no versions.
struct CompactWriter {
  private(set) var bytes: [UInt8] = []
  /// Where the entries of an issue stand, in order.
  var entries: [Range<Int>] = []

  /// Nothing yet, with room for so many bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes a number that is not negative.
  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes bytes after their number.
  mutating func write(_ other: [UInt8]) {
    write(other.count)
    bytes += other
  }

  /// Adds bytes that were written before.
  mutating func append(written other: [UInt8]) { bytes += other }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ value: some CompactCodable) { value.write(to: &self) }
}

/// Reads what a `CompactWriter` wrote.
struct CompactReader {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int
  /// Whether the bytes held something else than what was asked for.
  private(set) var isBroken = false

  /// Reads a range of bytes.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    place = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Whether all was read, and was what was asked for.
  var isDone: Bool { !isBroken && place == end }

  mutating func number() -> Int {
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

  mutating func text() -> String {
    guard let range = range() else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Where the bytes stand that were written after their number.
  mutating func range() -> Range<Int>? {
    let count = number()
    guard !isBroken, count >= 0, count <= end - place else {
      isBroken = true
      return nil
    }
    defer { place += count }
    return place..<place + count
  }

  /// Reads a value, and marks the bytes as broken when there is none.
  mutating func value<Value>(_ value: Value?, or empty: Value) -> Value {
    if value == nil { isBroken = true }
    return value ?? empty
  }

  mutating func read<Value: CompactCodable>(_ type: Value.Type = Value.self) -> Value { Value(from: &self) }
}

extension Int: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write(self) }
  init(from reader: inout CompactReader) { self = reader.number() }
}

extension Bool: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write(self ? 1 : 0) }
  init(from reader: inout CompactReader) { self = reader.number() == 1 }
}

extension String: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write(self) }
  init(from reader: inout CompactReader) { self = reader.text() }
}

extension Optional: CompactCodable where Wrapped: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(self == nil ? 0 : 1)
    if let self { writer.write(self) }
  }

  init(from reader: inout CompactReader) { self = reader.number() == 1 ? reader.read(Wrapped.self) : nil }
}

extension Array: CompactCodable where Element: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(count)
    for element in self { writer.write(element) }
  }

  init(from reader: inout CompactReader) {
    self = []
    let count = reader.number()
    while self.count < count, !reader.isBroken { append(reader.read(Element.self)) }
  }
}

/// An enumeration of texts, kept as its text.
protocol CompactChoice: CompactCodable, RawRepresentable<String>, CaseIterable {}

extension CompactChoice {
  func write(to writer: inout CompactWriter) { writer.write(rawValue) }

  init(from reader: inout CompactReader) {
    self = reader.value(Self(rawValue: reader.text()), or: Self.allCases[Self.allCases.startIndex])
  }
}
