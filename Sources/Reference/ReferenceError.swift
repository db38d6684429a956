/// A file of reference data that cannot be used, and why.
public struct ReferenceError: Error, Hashable, CustomStringConvertible {
  /// Which file.
  public let file: ReferenceFile
  /// What is wrong with it, as one sentence.
  public let problem: String

  /// A file with what is wrong with it.
  public init(_ file: ReferenceFile, _ problem: String) {
    self.file = file
    self.problem = problem
  }

  /// The file's name and what is wrong with it.
  public var description: String { "\(file.fileName): \(problem)" }
}
