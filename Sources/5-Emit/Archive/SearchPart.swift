import Crypto
import Model
import Text

/// What the search needs of one issue, made once and kept with it: what the filters know of its developments, and which
/// words stand in which of them.
///
/// Places of developments are counted from 0 in the order in which the issue prints them.
public struct SearchPart: Sendable {
  /// The bytes that can be kept: only the program that made them reads them.
  public let bytes: [UInt8]

  /// What is needed of an issue.
  public init(_ issue: CompiledIssue) {
    var writer = CompactWriter()
    writer.append(written: Array(SHA256.hash(data: searchRecords(of: issue))))
    var table = CompactWriter()
    table.write(SearchTable(issue))
    writer.write(table.bytes)
    SearchPostings(issue.entries).write(to: &writer)
    bytes = writer.bytes
  }

  /// What was made before.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of what the list of results shows of the issue.
  var records: ArraySlice<UInt8> { bytes.prefix(SHA256.byteCount) }

  /// What the filters know.
  var table: SearchTable {
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    _ = reader.number()
    return reader.table()
  }

  /// A reader that stands at the first word.
  var cursor: Cursor {
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    _ = reader.range()
    return Cursor(reader)
  }

  /// Reads words in the order of the alphabet.
  struct Cursor {
    private var reader: CompactReader
    /// What orders words but for what they have beyond their first eight bytes.
    private(set) var key: UInt64 = 0
    /// The bytes of the word.
    private(set) var word: Range<Int> = 0..<0
    /// The first development that has it, with what is said of it there.
    private(set) var first = 0
    /// The last development that has it.
    private(set) var last = 0
    /// What is said of the developments after the first.
    private(set) var others: Range<Int> = 0..<0

    fileprivate init(_ reader: CompactReader) { self.reader = reader }

    /// Goes on to the next word; `false` at the end.
    mutating func advance() -> Bool {
      guard !reader.isAtEnd else { return false }
      word = reader.range()
      first = reader.number()
      last = reader.number()
      others = reader.range()
      key = orderKey(reader.bytes[word])
      return true
    }

    /// Bytes of the word or of what is said of it.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> { reader.bytes[range] }

    /// Whether the word comes before that of another, in the order of `orderedByte`.
    func precedes(_ other: Cursor) -> Bool? {
      if key != other.key { return key < other.key }
      if word.count <= 8 && other.word.count <= 8 { return nil }
      return orderOfWords(reader.bytes[word], other.reader.bytes[other.word])
    }
  }
}

/// A byte of UTF-8 in the order of JavaScript's strings, by units of UTF-16: what lies beyond the first 65,536
/// characters comes before those from U+E000 on.
private func orderedByte(_ byte: UInt8) -> UInt8 {
  switch byte {
  case 0xEE, 0xEF: byte + 5
  case 0xF0...0xF4: byte - 2
  default: byte
  }
}

/// The first eight bytes of a word as a number that has their order.
func orderKey(_ word: some Collection<UInt8>) -> UInt64 {
  var key: UInt64 = 0
  var count = 0
  for byte in word.prefix(8) {
    key = key << 8 | UInt64(orderedByte(byte))
    count += 1
  }
  return count == 0 ? 0 : key << UInt64((8 - count) * 8)
}

/// Whether a word comes before another; `nil` when they are the same.
func orderOfWords(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool? {
  for (a, b) in zip(left, right) where a != b { return orderedByte(a) < orderedByte(b) }
  return left.count == right.count ? nil : left.count < right.count
}
