/// A term that an issue explains in its glossary.
public struct GlossaryTerm: Hashable, Sendable {
  /// The id, for good.
  public var id: String
  /// The term in the form in which the glossary shows it.
  public var term: String
  /// What it meant on the last day of the period, in one or two sentences.
  public var definition: String
  /// Where it is defined: the act, convention or public glossary to cite on that day.
  public var source: Source

  /// A term of the given parts.
  public init(id: String, term: String, definition: String, source: Source) {
    self.id = id
    self.term = term
    self.definition = definition
    self.source = source
  }

  /// The id of its place in pages.
  public var anchor: String { "term-" + id }
}
