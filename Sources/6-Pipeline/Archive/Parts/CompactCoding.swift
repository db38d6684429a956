import Text

/// A value that can be kept as compact bytes and read back as it was.
protocol CompactCodable {
  /// Writes the value.
  func write(to writer: inout CompactWriter)
  /// Reads a value. From bytes that hold none it makes an empty one, and the reader is broken.
  init(from reader: inout CompactReader)
}

extension CompactWriter {
  /// Writes a value.
  mutating func write(_ value: some CompactCodable) { value.write(to: &self) }
}

extension CompactReader {
  /// Reads a value.
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
