import Text

/// Something that must hold whatever goes in, and does not.
public struct Broken: Error, CustomStringConvertible {
  /// What does not hold.
  public let description: String

  /// Says what does not hold; hidden characters in the sentence are made visible.
  public init(_ sentence: String) { description = visible(sentence) }
}

/// Throws when something does not hold.
///
/// - Parameters:
///   - condition: What must hold.
///   - sentence: What to say when it does not.
/// - Throws: ``Broken`` with the sentence.
public func require(_ condition: Bool, _ sentence: @autoclosure () -> String) throws {
  if !condition { throw Broken(sentence()) }
}
