/// Bytes of UTF-8 under construction: one buffer for a whole edition.
public struct OutputBuffer: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty buffer with room for so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Adds a text as it stands.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Adds bytes as they stand.
  public mutating func append(contentsOf other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  /// Adds one byte.
  public mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Adds a line break.
  public mutating func newline() { bytes.append(0x0A) }

  /// Ends a line without blanks at its end; a line of blanks only vanishes.
  public mutating func endLine() {
    while true {
      if bytes.last == 0x20 {
        bytes.removeLast()
      } else if bytes.suffix(2).elementsEqual([0xC2, 0xA0]) {
        bytes.removeLast(2)
      } else if bytes.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]) {
        bytes.removeLast(3)
      } else {
        break
      }
    }
    if let last = bytes.last, last != 0x0A { newline() }
  }

  /// Takes the last byte away.
  public mutating func removeLast() { bytes.removeLast() }
}
