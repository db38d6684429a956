/// An element of a document.
public struct XMLElement: Sendable {
  let document: XMLDocument
  let index: UInt32

  private var node: XMLDocument.Node { document.nodes[Int(index)] }

  /// The name without prefix.
  public var name: String { document.names[Int(node.name)].local }

  /// The namespace; empty for none.
  public var namespace: String { document.names[Int(node.name)].namespace }

  /// Where its start tag begins in the source, in bytes of UTF-8.
  public var place: Int { Int(node.place) }

  /// Where its end tag ends in the source, in bytes of UTF-8.
  public var end: Int { Int(node.end) }

  /// The value of an attribute, white space at its ends removed and inner runs folded; `nil` when it is absent.
  /// `xml:lang` and its like go by that spelling.
  public subscript(name: String) -> String? {
    for attribute in document.attributes[attributeRange] {
      let own = document.names[Int(attribute.name)]
      if own.namespace.isEmpty ? own.local == name : isXML(own, name) {
        return foldedString(document.text[Int(attribute.start)..<Int(attribute.end)])
      }
    }
    return nil
  }

  private var attributeRange: Range<Int> {
    Int(node.firstAttribute)..<Int(node.firstAttribute) + Int(node.attributeCount)
  }

  private func isXML(_ own: XMLName, _ name: String) -> Bool {
    own.namespace == XMLName.xmlNamespace && name.utf8.count == own.local.utf8.count + 4
      && name.hasPrefix("xml:") && name.hasSuffix(own.local)
  }

  /// The child elements, in order.
  public var children: Children { Children(document: document, following: node.firstChild) }

  /// The child elements of one name, in order.
  public func children(_ name: String) -> some Sequence<XMLElement> {
    children.lazy.filter { $0.name == name }
  }

  /// The first child element of a name.
  public func child(_ name: String) -> XMLElement? {
    for child in children where child.name == name { return child }
    return nil
  }

  /// A child node: an element or a run of text.
  public enum Content: Sendable {
    /// A child element.
    case element(XMLElement)
    /// A run of text as it stands, its bytes in UTF-8.
    case text(ArraySlice<UInt8>)
  }

  /// The child nodes, elements and text, in order.
  public var content: [Content] {
    var content: [Content] = []
    var next = node.firstChild
    while next != XMLDocument.none {
      let child = document.nodes[Int(next)]
      if child.name == XMLDocument.textName {
        content.append(.text(document.text[Int(child.textStart)..<Int(child.textEnd)]))
      } else {
        content.append(.element(XMLElement(document: document, index: next)))
      }
      next = child.nextSibling
    }
    return content
  }

  /// All text inside, white space at its ends removed and inner runs folded to one blank.
  public var text: String {
    let first = node.firstChild
    guard first != XMLDocument.none else { return "" }
    let only = document.nodes[Int(first)]
    if only.name == XMLDocument.textName, only.nextSibling == XMLDocument.none {
      return foldedString(document.text[Int(only.textStart)..<Int(only.textEnd)])
    }
    var bytes: [UInt8] = []
    gather(into: &bytes)
    return foldedString(bytes[...])
  }

  private func gather(into bytes: inout [UInt8]) {
    for piece in content {
      switch piece {
      case .text(let text): bytes += text
      case .element(let child): child.gather(into: &bytes)
      }
    }
  }

  /// The child elements of an element.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let document: XMLDocument
    var following: UInt32

    /// The next child element.
    public mutating func next() -> XMLElement? {
      while following != XMLDocument.none {
        let index = following
        let node = document.nodes[Int(index)]
        following = node.nextSibling
        if node.name != XMLDocument.textName { return XMLElement(document: document, index: index) }
      }
      return nil
    }
  }
}

/// A string of bytes in UTF-8 whose white space is folded: none at the ends, inner runs as one blank.
public func foldedString(_ bytes: ArraySlice<UInt8>) -> String {
  bytes.withUnsafeBufferPointer { buffer in
    if isFolded(buffer) { return String(decoding: buffer, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: buffer.count) { target in
      var count = 0
      var pending = false
      for byte in buffer {
        if isBlank(byte) {
          pending = count > 0
          continue
        }
        if pending {
          target[count] = 0x20
          count += 1
          pending = false
        }
        target[count] = byte
        count += 1
      }
      return count
    }
  }
}

private func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var previous: UInt8 = 0x20
  for byte in bytes {
    if isBlank(byte), byte != 0x20 || previous == 0x20 { return false }
    previous = byte
  }
  return bytes.isEmpty || previous != 0x20
}

/// Whether a byte is white space as XML has it: blank, tab, line feed or carriage return.
public func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
