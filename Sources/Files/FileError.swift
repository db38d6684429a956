/// A file or folder that could not be used, in words for people.
public struct FileError: Error, Hashable, CustomStringConvertible, Sendable {
  /// The path.
  public let path: String
  /// What could not be done, and why.
  public let description: String

  init(_ path: String, _ attempt: String, code: Int32) {
    self.path = path
    description = "\(path) \(attempt): \(reason(of: code))."
  }

  /// An error that says what could not be done with a path.
  public init(_ path: String, _ description: String) {
    self.path = path
    self.description = "\(path) \(description)."
  }
}
