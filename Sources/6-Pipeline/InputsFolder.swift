/// The folder of the inputs, and the most that a file in it may have.
public struct InputsFolder: Sendable, CustomStringConvertible {
  /// Its path.
  public let path: String
  /// The most bytes that a submission or an issue's file may have.
  public let largestFile: Int

  /// The most bytes that an input file may have where nobody says otherwise: 2 MiB, more than a hundred times a usual
  /// submission. A file of that size is checked within two seconds and 256 MiB of memory, whatever is in it.
  public static let usualLargestFile = 2 << 20

  /// A folder of inputs.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - largestFile: The most bytes that a submission or an issue's file may have.
  public init(_ path: String, largestFile: Int = Self.usualLargestFile) {
    self.path = path
    self.largestFile = largestFile
  }

  /// Its path.
  public var description: String { path }
}
