/// A parsed document as plain values: a tree in flat arrays, with the place of every element in the source.
///
/// Names, attributes and text are ranges of shared storage, and become strings only when they are asked for.
public final class XMLDocument: Sendable {
  struct Node {
    /// Index into `names`; `textName` marks text.
    var name: UInt16
    var attributeCount: UInt16
    var firstAttribute: UInt32
    var firstChild: UInt32
    var nextSibling: UInt32
    /// Where its start tag begins in the source.
    var place: UInt32
    /// Where its end tag ends.
    var end: UInt32
    var textStart: UInt32
    var textEnd: UInt32
  }

  struct Attribute {
    var name: UInt16
    var start: UInt32
    var end: UInt32
  }

  static let textName = UInt16.max
  static let none = UInt32.max

  let nodes: [Node]
  let attributes: [Attribute]
  let names: [XMLName]
  let text: [UInt8]

  init(nodes: [Node], attributes: [Attribute], names: [XMLName], text: [UInt8]) {
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.text = text
  }

  /// The same document with each place as it was in the text before it was mended.
  func placed(by text: MendedText) -> XMLDocument {
    let nodes = nodes.map { node in
      var node = node
      if node.name != XMLDocument.textName {
        node.place = UInt32(text.origin(of: Int(node.place)))
        node.end = UInt32(text.origin(of: Int(node.end)))
      }
      return node
    }
    return XMLDocument(nodes: nodes, attributes: attributes, names: names, text: self.text)
  }

  /// The root element; `nil` when the source broke off before one.
  public var root: XMLElement? {
    nodes.isEmpty ? nil : XMLElement(document: self, index: 0)
  }
}

/// The name of an element or an attribute.
public struct XMLName: Hashable, Sendable {
  /// The name without prefix.
  public let local: String
  /// The namespace; empty for none.
  public let namespace: String

  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}
