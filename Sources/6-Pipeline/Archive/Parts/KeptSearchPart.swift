import Crypto
import Emit
import Text

/// What the search needs of an issue, as it is kept: the digest of the rest, that of the issue, the part itself.
///
/// Only the search needs it, so the first site that is made with an issue makes it.
struct KeptSearchPart {
  let part: SearchPart
  private let issue: String

  /// The part of an issue whose digest is known.
  init(_ part: SearchPart, ofIssue digest: String) {
    self.part = part
    issue = digest
  }

  /// Reads a part; `nil` for bytes that are not those of that issue, or not as they were written.
  init?(_ bytes: [UInt8], ofIssue digest: String) {
    guard isWhole(bytes) else { return nil }
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    let isOfIssue = reader.text() == digest
    let range = reader.range()
    guard isOfIssue, reader.isDone else { return nil }
    self.init(SearchPart(bytes: Array(bytes[range])), ofIssue: digest)
  }

  /// The bytes to keep.
  var bytes: [UInt8] {
    var writer = CompactWriter()
    writer.write(issue)
    writer.write(part.bytes)
    return Array(SHA256.hash(data: writer.bytes)) + writer.bytes
  }
}
