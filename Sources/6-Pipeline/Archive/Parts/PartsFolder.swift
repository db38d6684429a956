import Emit
import Files
import Model

/// The folder of parts in the outputs.
struct PartsFolder: Sendable {
  /// The folder of the outputs.
  let output: String
  /// What tells this program from any other.
  let maker: String

  /// Its path.
  var path: String { "\(output)/\(IssuePart.folder)" }

  private func path(of period: Period) -> String { "\(path)/\(IssuePart.name(of: period))" }

  /// The header of an issue's part, when this program made it and the issue's outputs are all there.
  func header(of period: Period) -> IssuePart.Header? {
    guard let header = IssuePart.Header(atPath: path(of: period), maker: maker) else { return nil }
    let isComplete = header.files.allSatisfy { size(ofFile: "\(output)/\(period.name)/\($0.name)") == $0.size }
    return isComplete ? header : nil
  }

  /// An issue's part; `nil` when it is not there or was damaged.
  func part(of period: Period) -> IssuePart? {
    (try? readFile(path(of: period), atMost: .max)).flatMap { IssuePart($0) }
  }

  /// The bytes of an issue's part.
  func bytes(of period: Period) throws(FileError) -> [UInt8] { try readFile(path(of: period), atMost: .max) }

  /// Takes an issue's part away. While its outputs change, nothing may tell of them.
  func remove(_ period: Period) throws(FileError) { try removeFile(path(of: period)) }

  /// Writes an issue's part.
  func write(_ bytes: [UInt8], of period: Period) throws(FileError) {
    try put(bytes, as: IssuePart.name(of: period))
  }

  /// What the search needs of an issue: what was kept, else it is made now, and kept.
  func searchPart(of part: IssuePart) throws(FileError) -> SearchPart {
    let name = "\(part.issue.period.name).search"
    let digest = part.header.digests.whole
    if let bytes = try? readFile("\(path)/\(name)", atMost: .max), let kept = KeptSearchPart(bytes, ofIssue: digest) {
      return kept.part
    }
    let kept = KeptSearchPart(SearchPart(part.issue), ofIssue: digest)
    try put(kept.bytes, as: name)
    return kept.part
  }

  private func put(_ bytes: [UInt8], as name: String) throws(FileError) {
    let draft = "\(path)/.\(name).new"
    try writeUnseen(bytes, to: draft)
    try move(draft, to: "\(path)/\(name)")
  }

  /// Takes away the parts of issues that the inputs no longer have.
  func keep(only periods: [Period]) throws(FileError) {
    let names = Set(periods.flatMap { [IssuePart.name(of: $0), "\($0.name).search"] })
    for name in try Files.names(inFolder: path) where !names.contains(name) { try removeFile("\(path)/\(name)") }
  }
}
