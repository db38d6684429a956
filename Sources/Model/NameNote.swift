/// What EU texts note at a name, such as that of Kosovo.
public struct NameNote: Hashable, Sendable {
  /// The name as the issue has it.
  public var name: String
  /// The note's words.
  public var words: String

  /// A note at a name.
  public init(name: String, words: String) {
    self.name = name
    self.words = words
  }
}
