import Files
import Model
import Threads

/// The digests of input files, each taken once, when it is first asked for.
final class InputDigests: Sendable {
  private let inputs: InputsFolder
  private let digests = Guarded<[String: String]>([:])

  /// The digests of files in a folder of inputs.
  init(inputs: InputsFolder) { self.inputs = inputs }

  /// Takes note of the digests of files that were read to make an issue: they are of what it was made of, whatever
  /// stands there now.
  func keep(_ files: [FileRecord], of period: Period) {
    digests.withLock { known in for file in files { known["\(period.name)/\(file.name)"] = file.digest } }
  }

  /// The digest of all that an issue is made of.
  ///
  /// - Parameters:
  ///   - others: The files outside its folder that it is made of, such as `2015-Q4/NO.xml`.
  ///   - program: What tells the program with its settings from any other.
  /// - Throws: `FileError` when a file cannot be read.
  func key(of period: Period, others: [String], program: String) throws(FileError) -> String {
    var parts = [program]
    for name in try names(inFolder: "\(inputs)/\(period.name)") {
      let path = "\(period.name)/\(name)"
      parts += [path, try fileDigest(path) ?? ""]
    }
    for path in others { parts += [path, try fileDigest(path) ?? ""] }
    return digest(of: parts)
  }

  /// The digest of a file; `nil` where there is none.
  private func fileDigest(_ path: String) throws(FileError) -> String? {
    if let known = digests.withLock({ $0[path] }) { return known }
    guard kind(ofPath: "\(inputs)/\(path)") == .file else { return nil }
    let made = digest(try readFile("\(inputs)/\(path)", atMost: max(inputs.largestFile, largestOwnFile)))
    digests.withLock { $0[path] = made }
    return made
  }
}
