import XML

/// What a schema says of its parts, so that what a file's author reads is written in one place only.
public struct SchemaDocumentation: Sendable {
  /// The sentences by their parts: `Development/headline` is an element of a type, `Development@id` an attribute,
  /// `Kind=policy` a value.
  public private(set) var sentences: [String: String] = [:]

  /// Reads the annotations of a schema's types.
  ///
  /// - Parameter schema: The text of the XSD.
  public init(_ schema: String) {
    guard let root = XMLReader.read(Array(schema.utf8)).document.root else { return }
    for type in root.children { gather(type, type: type["name"] ?? "") }
  }

  private mutating func gather(_ element: XMLElement, type: String) {
    for child in element.children {
      let key: String? =
        switch child.name {
        case "element": child["name"].map { "\(type)/\($0)" }
        case "attribute": child["name"].map { "\(type)@\($0)" }
        case "enumeration": child["value"].map { "\(type)=\($0)" }
        default: nil
        }
      if let key, let sentence = child.child("annotation")?.child("documentation")?.text { sentences[key] = sentence }
      gather(child, type: type)
    }
  }
}
