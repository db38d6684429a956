import Crypto
import Emit

/// The bytes of the words of an issue, by which it is found: the digest of the rest, that of the issue, the words.
///
/// Only the search needs them, so the first site that is made with an issue has them read.
struct KeptVocabulary {
  let vocabulary: Vocabulary
  private let issue: String

  /// The words of an issue whose digest is known.
  init(_ vocabulary: Vocabulary, ofIssue digest: String) {
    self.vocabulary = vocabulary
    issue = digest
  }

  /// Reads words; `nil` for bytes that are not those of that issue, or not as they were written.
  init?(_ bytes: [UInt8], ofIssue digest: String) {
    guard isWhole(bytes) else { return nil }
    var reader = CompactReader(bytes, in: SHA256.byteCount..<bytes.count)
    guard reader.text() == digest, let range = reader.range(), reader.isDone else { return nil }
    self.init(Vocabulary(bytes: Array(bytes[range])), ofIssue: digest)
  }

  /// The bytes to keep.
  var bytes: [UInt8] {
    var writer = CompactWriter()
    writer.write(issue)
    writer.write(vocabulary.bytes)
    return Array(SHA256.hash(data: writer.bytes)) + writer.bytes
  }
}
