/// What a document has or lacks that its schema does not allow.
public enum SchemaFault: Hashable, Sendable {
  /// The outermost element is another one, or of another vocabulary.
  case root(found: String, expected: [String])
  /// The outermost element has the right name, but its namespace is not the vocabulary's.
  case namespace(root: String, found: String, expected: String)
  /// No element of that name can stand in its parent; others can, or are even missing there.
  case unexpected(found: String, within: String, expected: [String], isNeeded: Bool)
  /// The element has its place elsewhere, in one of the elements named; in none when its parent holds no elements.
  case notAllowed(found: String, within: String, belongsIn: [String])
  /// The element stands at the wrong place among the others, whose right order is given.
  case misplaced(found: String, within: String, before: String?, after: String?, order: [String])
  /// The element stands more often than it may; the first stands at an offset.
  case repeated(found: String, within: String, first: Int)
  /// An element lacks all those named, or has none of those of which it needs one. One belongs before or after another.
  case missing(element: String, expected: [String], isChoice: Bool, after: String?, before: String?)
  /// An element has an attribute that it does not know.
  case attributeUnknown(element: String, found: String, known: [String])
  /// An element lacks an attribute that it needs, and whose values may be listed.
  case attributeMissing(element: String, attribute: String, allowed: [String])
  /// Text stands directly in an element that holds only others, or nothing.
  case text(element: String, allowed: [String])
  /// A value, of an attribute or of the element itself, that its type does not have.
  case value(ValueFault)
  /// Two elements share a value that only one may have.
  case notUnique(value: String)
  /// A complaint of libxml2 for which nobody has found plain words yet.
  case unexplained(element: String)
}

/// A value that its type does not have.
public struct ValueFault: Hashable, Sendable {
  /// The element that has it.
  public var element: String
  /// The attribute that has it; `nil` for the element's own text.
  public var attribute: String?
  /// The value, white space folded.
  public var value: String
  /// The name of its type in the schema; empty where the type has none.
  public var type: String
  /// The values that the type lists, if it does.
  public var allowed: [String]
}
