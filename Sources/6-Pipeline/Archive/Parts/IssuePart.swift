import Crypto
import Files
import Model
import Text

/// What the archive keeps of an issue that was made: all that the site needs of it, and what it was made of.
///
/// Parts lie beside the outputs, one for each issue, so several machines can make them without knowing of each other.
struct IssuePart: Sendable {
  /// What can be told of a part at a glance.
  struct Header: Equatable, Sendable {
    /// What tells the program that made it from any other.
    var maker: String
    /// The digest of all that the issue was made of.
    var key: String
    /// The files outside the issue's folder that it was made of, such as `2015-Q4/NO.xml`.
    var others: [String]
    /// The issue's outputs.
    var files: [FileRecord]
    /// The digests of what pages of the site show of it.
    var digests: PartDigests
  }

  let header: Header
  let issue: CompiledIssue

  /// The name of the folder of parts in the outputs.
  static let folder = "parts"

  /// The name of an issue's part in that folder.
  static func name(of period: Period) -> String { "\(period.name).part" }

  /// The bytes of a part: the digest of the rest, the header, the issue, which was written before.
  static func bytes(_ header: Header, _ issue: CompactWriter) -> [UInt8] {
    var writer = CompactWriter(capacity: issue.bytes.count + 1 << 12)
    writer.write(header)
    writer.append(written: issue.bytes)
    return Array(SHA256.hash(data: writer.bytes)) + writer.bytes
  }

  /// Reads a part; `nil` for bytes that are not one, or not as they were written.
  init?(_ bytes: [UInt8]) {
    guard isWhole(bytes) else { return nil }
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    header = reader.read()
    issue = reader.read()
    guard reader.isDone else { return nil }
  }
}

/// Whether the bytes of a part are as they were written.
func isWhole(_ bytes: [UInt8]) -> Bool {
  SHA256.hash(data: bytes.dropFirst(SHA256.byteCount)) == bytes.prefix(SHA256.byteCount)
}

extension IssuePart.Header {
  /// The header of the part at a path; `nil` where there is none, it was damaged, or another program made it.
  init?(atPath path: String, maker: String) {
    guard let bytes = try? readFile(path, atMost: .max), isWhole(bytes) else { return nil }
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    // Only what this program wrote can be read any further.
    guard reader.text() == maker else { return nil }
    reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    self = reader.read()
    if reader.isBroken { return nil }
  }
}

extension IssuePart.Header: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(maker)
    writer.write(key)
    writer.write(others)
    writer.write(files)
    writer.write(digests)
  }

  init(from reader: inout CompactReader) {
    self.init(
      maker: reader.read(), key: reader.read(), others: reader.read(), files: reader.read(), digests: reader.read())
  }
}

extension FileRecord: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(name)
    writer.write(size)
    writer.write(digest)
  }

  init(from reader: inout CompactReader) {
    self.init(name: reader.read(), size: reader.read(), digest: reader.read())
  }
}
