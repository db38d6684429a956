/// Something that libxml2 holds against a document, as values.
///
/// The message is libxml2's own and not meant for users: the stages above translate it.
public struct XMLProblem: Error, Hashable, Sendable {
  /// Which part of the work found it.
  public enum Kind: Hashable, Sendable {
    /// The document is not well-formed.
    case syntax
    /// The document does not meet its schema.
    case schema
    /// The document has a document type declaration, which is refused.
    case doctype
    /// The bytes are not text in the encoding that the document claims.
    case encoding(EncodingProblem)
  }

  /// At which moment of an element a schema problem came up.
  public enum Moment: Hashable, Sendable {
    /// At its start tag: the element or an attribute is wrong.
    case start
    /// At its end tag: its content is wrong or incomplete.
    case end
  }

  /// Which part of the work found it.
  public var kind: Kind
  /// libxml2's number for it (`xmlParserErrors`).
  public var code: Int
  /// libxml2's words for it.
  public var message: String
  /// Where: for a schema problem the place of the element's start tag, else that of the very byte.
  public var place: Int
  /// At which moment of the element.
  public var moment: Moment
  /// The name of the element that was open.
  public var element: String
}

/// Why bytes could not be read as text.
public enum EncodingProblem: Hashable, Sendable {
  /// The document claims an encoding that libxml2 does not know.
  case unknown(name: String)
  /// A byte (its value and its place) is impossible in the encoding.
  case malformed(name: String, byte: UInt8)
}
