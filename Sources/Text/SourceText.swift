/// A file's text, for showing people where in it something stands.
public struct SourceText: Sendable {
  private let bytes: [UInt8]

  /// A text by its bytes in UTF-8.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line and the column of a byte, both from 1. A column counts characters as Unicode scalars.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    for byte in bytes[..<offset] where byte == 0x0A { line += 1 }
    var column = 1
    for byte in bytes[lineStart(before: offset)..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return (line, column)
  }

  /// The line in which a byte stands, without its line break.
  public func line(at offset: Int) -> String {
    let offset = min(max(offset, 0), bytes.count)
    let start = lineStart(before: offset)
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private func lineStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }
}
