import Files
import Model

/// What tells the program, with the reference data and templates in the inputs, from any other.
struct ArchiveProgram: Sendable {
  /// What tells the program alone.
  let maker: String
  /// What tells it with what it reads beside the issues.
  let key: String

  /// The program that runs.
  ///
  /// - Throws: `FileError` when a file in the inputs cannot be read.
  init(inputs: String) throws(FileError) {
    maker = "\(bulletinVersion) \(buildIdentity())"
    var texts = [maker]
    for folder in [Workshop.referenceFolder, templatesFolder] {
      let path = "\(inputs)/\(folder)"
      guard kind(ofPath: path) == .folder else { continue }
      for name in try names(inFolder: path) { texts += [name, digest(try readFile("\(path)/\(name)"))] }
    }
    key = digest(of: texts)
  }
}
