/// A file's text, for showing people where in it something stands.
public struct SourceText: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let lineStarts: [Int]

  /// The most characters of a line that are shown.
  private static let longest = 400

  /// A text by its bytes in UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The line and the column of a byte, both from 1. A column counts characters as Unicode scalars.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(of: offset)
    return (line + 1, characters(in: lineStarts[line]..<offset) + 1)
  }

  /// A line of a text with a place in it.
  public struct Excerpt: Sendable {
    /// The number of the line, from 1.
    public var line: Int
    /// The column of the place in the line, in characters from 1.
    public var column: Int
    /// How many characters the place has in this line, at least 1.
    public var length: Int
    /// The line, or of a very long one the part around the place.
    public var text: String
    /// How many characters of the line come before that part.
    public var start: Int
  }

  /// The line in which a range of bytes begins, with the place of the range in it.
  public func excerpt(around range: Range<Int>) -> Excerpt {
    let offset = min(max(range.lowerBound, 0), bytes.count)
    let line = line(of: offset)
    let whole = lineStarts[line]..<lineEnd(line)
    let column = characters(in: whole.lowerBound..<offset) + 1
    let end = min(max(range.upperBound, offset), whole.upperBound)
    let length = offset < end ? characters(in: offset..<end) : 1
    // A character has four bytes at most, so most lines need no counting.
    let isShort = whole.count <= SourceText.longest
    let isLong = !isShort && (whole.count > SourceText.longest * 4 || characters(in: whole) > SourceText.longest)
    guard isLong else {
      return Excerpt(
        line: line + 1, column: column, length: max(1, length), text: String(decoding: bytes[whole], as: UTF8.self),
        start: 0)
    }
    let skipped = max(0, column - 1 - SourceText.longest / 2)
    let start = advanced(whole.lowerBound, by: skipped)
    let stop = min(advanced(start, by: SourceText.longest), whole.upperBound)
    return Excerpt(
      line: line + 1, column: column, length: max(1, min(length, SourceText.longest / 2)),
      text: String(decoding: bytes[start..<stop], as: UTF8.self), start: skipped)
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The end of a line, before its line break.
  private func lineEnd(_ line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > lineStarts[line], bytes[end - 1] == 0x0D { end -= 1 }
    return max(end, lineStarts[line])
  }

  private func characters(in range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The place so many characters further on.
  private func advanced(_ place: Int, by characters: Int) -> Int {
    var place = place
    var left = characters
    while place < bytes.count, left > 0 || bytes[place] & 0xC0 == 0x80 {
      if bytes[place] & 0xC0 != 0x80 { left -= 1 }
      place += 1
    }
    return place
  }
}
