import Crypto
import Emit

/// The bytes of the words of an issue, by which it is found: the digest of the rest, that of the issue, the words.
///
/// Only the search needs them, so the first site that is made with an issue has them read.
struct KeptSearchPart {
  let part: SearchPart
  private let issue: String

  /// The words of an issue whose digest is known.
  init(_ part: SearchPart, ofIssue digest: String) {
    self.part = part
    issue = digest
  }

  /// Reads words; `nil` for bytes that are not those of that issue, or not as they were written.
  init?(_ bytes: [UInt8], ofIssue digest: String) {
    guard isWhole(bytes) else { return nil }
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    guard reader.text() == digest, let range = reader.range(), reader.isDone else { return nil }
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
