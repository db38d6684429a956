/// A term of the glossary as an issue explains it.
public struct GlossaryTerm: Hashable, Sendable {
  /// Its stable id.
  public var id: String
  /// The term.
  public var term: String
  /// What it means.
  public var definition: String
  /// What defines it.
  public var source: Source
  /// The id of its place in pages.
  public var anchor: String { "term-" + id }

  /// A term of the given parts.
  public init(id: String, term: String, definition: String, source: Source) {
    self.id = id
    self.term = term
    self.definition = definition
    self.source = source
  }
}
