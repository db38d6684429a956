/// Bytes of UTF-8 under construction: one buffer for a whole edition.
public struct OutputBuffer: Sendable {
  /// What was written so far.
  public var bytes: [UInt8] { written }

  @usableFromInline
  internal var written: [UInt8] = []

  /// An empty buffer with room for so many bytes.
  public init(capacity: Int = 0) { written.reserveCapacity(capacity) }

  /// Adds a text as it stands.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { written.append(contentsOf: $0) }
  }

  /// Adds bytes as they stand.
  @inlinable
  public mutating func append(contentsOf other: some Sequence<UInt8>) { written.append(contentsOf: other) }

  /// Adds one byte.
  @inlinable
  public mutating func append(byte: UInt8) { written.append(byte) }

  /// Adds bytes, some of which cannot stand as they are.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - mark: Gives 0 for a byte that stands as it is; see `bit`. Others are expected to be rare.
  ///   - write: Writes what stands for such a byte.
  @inlinable
  public mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, where mark: (UInt8) -> UInt8,
    _ write: (inout OutputBuffer, UInt8) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let end = bytes.position(from: start, mark)
      if end > start { written.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end])) }
      if end < bytes.count { write(&self, bytes[end]) }
      start = end + 1
    }
  }

  /// Adds a whole number as a decimal numeral.
  public mutating func append(_ number: Int) {
    guard number >= 10 else {
      return number < 0 ? append(String(number)) : written.append(UInt8(ascii: "0") + UInt8(number))
    }
    append(number / 10)
    written.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Whether nothing was written yet.
  public var isEmpty: Bool { written.isEmpty }

  /// Whether the last line is empty.
  public var endsWithEmptyLine: Bool {
    let end = written.endIndex
    return end >= 2 && written[end - 1] == 0x0A && written[end - 2] == 0x0A
  }

  /// Adds a line break.
  public mutating func newline() { written.append(0x0A) }

  /// Ends a line without blanks at its end; a line of blanks only vanishes.
  public mutating func endLine() {
    while let length = blankAtEnd { written.removeLast(length) }
    if let last = written.last, last != 0x0A { newline() }
  }

  /// How many bytes the blank at the end has, be it a plain one, U+00A0 or U+202F; `nil` when there is none.
  private var blankAtEnd: Int? {
    let end = written.endIndex
    switch written.last {
    case 0x20: return 1
    case 0xA0 where end >= 2 && written[end - 2] == 0xC2: return 2
    case 0xAF where end >= 3 && written[end - 2] == 0x80 && written[end - 3] == 0xE2: return 3
    default: return nil
    }
  }

  /// Takes the last byte away.
  public mutating func removeLast() { written.removeLast() }
}
