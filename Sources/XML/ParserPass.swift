/// What libxml2 makes of a text in one go, before anybody has looked at what it means.
struct ParserPass {
  var document: XMLDocument
  /// What the schema's validator holds against it.
  var complaints: [SchemaComplaint]
  /// How far the parser had come when it met a prefix that is not declared.
  var prefixes: [Int]
  /// Where a document type declaration stands, at which the parser stopped.
  var doctype: Int?
  /// What made it stop.
  var failure: ParserFailure?

  /// Whether nothing is held against the text.
  var isClean: Bool { failure == nil && complaints.isEmpty && prefixes.isEmpty && doctype == nil }
}

/// A complaint of libxml2's schema validator.
struct SchemaComplaint {
  /// libxml2's number for it (`xmlParserErrors`).
  var code: Int
  /// libxml2's words for it.
  var message: String
  /// The element that it is about, as an index of the document's nodes.
  var node: UInt32

  /// The attribute that it is about, which libxml2 names in words only: `…, attribute 'date': …` or `The attribute
  /// 'id' is required …`.
  var attribute: String? {
    guard let start = message.firstRange(of: "ttribute '")?.upperBound else { return nil }
    let name = message[start...].prefix { $0 != "'" }
    guard let brace = name.lastIndex(of: "}") else { return String(name) }
    let local = String(name[name.index(after: brace)...])
    return name.hasPrefix("{\(XMLName.xmlNamespace)}") ? "xml:" + local : local
  }

  /// The value that is not unique: `Duplicate key-sequence ['a'] in unique identity-constraint …`.
  var key: String {
    guard let start = message.firstRange(of: "['")?.upperBound else { return "" }
    return String(message[start...].prefix { $0 != "'" })
  }

  /// Whether it is about a value or an attribute, and not about which elements stand where.
  var isOfValue: Bool { (1824...1840).contains(code) && code != 1828 || (1866...1868).contains(code) || code == 1877 }
}
