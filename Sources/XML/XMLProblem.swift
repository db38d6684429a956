/// Something that is wrong with a document, as values.
public struct XMLProblem: Error, Hashable, Sendable {
  /// Which part of the work found it, and what it is.
  public enum Kind: Hashable, Sendable {
    /// The document is not well-formed.
    case syntax(SyntaxFault)
    /// The document does not meet its schema.
    case schema(SchemaFault)
    /// The document has a document type declaration, which is refused.
    case doctype
    /// The bytes are not text in the encoding that the document claims.
    case encoding(EncodingProblem)
  }

  /// What it is.
  public var kind: Kind
  /// Where, as offsets in the source; for a fault of the schema the first is the place of the element's start tag.
  public var range: Range<Int>
  /// libxml2's number for it (`xmlParserErrors`); 0 where it has none.
  public var code = 0
  /// libxml2's words for it, which are not meant for users.
  public var message = ""
}

/// Why bytes could not be read as text.
public enum EncodingProblem: Hashable, Sendable {
  /// The document claims an encoding that libxml2 does not know.
  case unknown(name: String)
  /// The document claims an encoding in which its own first line could not be read.
  case contradicted(name: String)
  /// A byte (its value and its place) is impossible in the encoding.
  case malformed(name: String, byte: UInt8)
}
