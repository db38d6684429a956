/// A template that cannot be used, with everything that is wrong with it.
public struct TemplateError: Error, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Fault: Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
    /// What is wrong and how to mend it, in whole sentences.
    public let message: String
  }

  /// The file's name.
  public let file: String
  /// What is wrong, in the file's order.
  public let faults: [Fault]

  /// One line for each fault: file, line, column and sentence.
  public var description: String {
    faults.map { "\(file):\($0.line):\($0.column): \($0.message)" }.joined(separator: "\n")
  }
}
