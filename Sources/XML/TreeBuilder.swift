import CLibXML2

/// Gathers the parser's events into flat arrays, and its complaints into problems.
struct TreeBuilder {
  private let source: [UInt8]
  private let context: xmlParserCtxtPtr
  private var nodes: [XMLDocument.Node] = []
  private var attributes: [XMLDocument.Attribute] = []
  private var text: [UInt8] = []
  private var names: [XMLName] = []
  private var nameIndex: [NameKey: UInt16] = [:]
  private var recentNames = [(key: NameKey, index: UInt16)?](repeating: nil, count: 128)
  /// The open elements, outermost first, each with the last of its children so far.
  private var open: [(node: UInt32, lastChild: UInt32)] = []
  /// The element whose start or end tag was read last: what the schema says is about it.
  private var lastElement: UInt32 = 0
  private var complaints: [SchemaComplaint] = []
  private var prefixes: [Int] = []
  private var oddities: [Int] = []
  private var doctype: Int?
  /// The first thing that makes the document not well-formed. The parser may go on with text for a while then, but
  /// what it and the schema say to that means nothing.
  private var failure: ParserFailure?

  /// libxml2 keeps each name once in a document, so pointers stand for names.
  private struct NameKey: Hashable {
    let local: UnsafePointer<xmlChar>
    let namespace: UnsafePointer<xmlChar>?
  }

  init(source: [UInt8], context: xmlParserCtxtPtr) {
    self.source = source
    self.context = context
    nodes.reserveCapacity(source.count / 24)
    text.reserveCapacity(source.count)
  }

  func finish() -> ParserPass {
    ParserPass(
      document: XMLDocument(nodes: nodes, attributes: attributes, names: names, text: text), complaints: complaints,
      prefixes: prefixes, oddities: oddities, doctype: doctype, failure: failure)
  }

  // MARK: Events

  /// The attributes come as runs of five pointers: name, prefix, namespace, start and end of the value.
  mutating func startElement(
    _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let place = startOfTag()
    let node = append(name: intern(name, namespace), place: place)
    nodes[Int(node)].attributeCount = UInt16(clamping: attributeCount)
    nodes[Int(node)].firstAttribute = UInt32(attributes.count)
    if let values {
      for index in 0..<min(attributeCount, Int(UInt16.max)) {
        appendAttribute(values + index * 5)
      }
    }
    open.append((node, XMLDocument.none))
    lastElement = node
  }

  mutating func endElement() {
    guard let closed = open.popLast() else { return }
    nodes[Int(closed.node)].end = UInt32(min(bulletin_position(context), source.count))
    lastElement = closed.node
  }

  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last else { return }
    let start = UInt32(text.count)
    text.append(contentsOf: bytes)
    if parent.lastChild != XMLDocument.none, nodes[Int(parent.lastChild)].name == XMLDocument.textName {
      nodes[Int(parent.lastChild)].textEnd = UInt32(text.count)
      return
    }
    let node = append(name: XMLDocument.textName, place: 0)
    nodes[Int(node)].textStart = start
    nodes[Int(node)].textEnd = UInt32(text.count)
  }

  mutating func documentType() {
    doctype = startOfTag()
    xmlStopParser(context)
  }

  private mutating func append(name: UInt16, place: Int) -> UInt32 {
    let index = UInt32(nodes.count)
    nodes.append(
      XMLDocument.Node(
        name: name, attributeCount: 0, firstAttribute: 0, firstChild: XMLDocument.none,
        nextSibling: XMLDocument.none, place: UInt32(place), end: UInt32(source.count), textStart: 0, textEnd: 0))
    if let parent = open.last {
      if parent.lastChild == XMLDocument.none {
        nodes[Int(parent.node)].firstChild = index
      } else {
        nodes[Int(parent.lastChild)].nextSibling = index
      }
      open[open.count - 1].lastChild = index
    }
    return index
  }

  private mutating func appendAttribute(_ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    guard let name = parts[0], let start = parts[3], let end = parts[4] else { return }
    let from = UInt32(text.count)
    appendValue(UnsafeBufferPointer(start: start, count: end - start))
    attributes.append(XMLDocument.Attribute(name: intern(name, parts[2]), start: from, end: UInt32(text.count)))
  }

  /// libxml2 hands an ampersand in a value over as `&#38;`, and any other character as itself.
  private mutating func appendValue(_ value: UnsafeBufferPointer<xmlChar>) {
    guard value.contains(UInt8(ascii: "&")) else {
      text.append(contentsOf: value)
      return
    }
    var index = 0
    while index < value.count {
      text.append(value[index])
      let isEscape = value[index] == UInt8(ascii: "&") && value[index...].starts(with: TreeBuilder.escapedAmpersand)
      index += isEscape ? TreeBuilder.escapedAmpersand.count : 1
    }
  }

  private static let escapedAmpersand = Array("&#38;".utf8)

  /// A document uses few names, so the last key at each of a few slots nearly always is the one asked for.
  private mutating func intern(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> UInt16 {
    let key = NameKey(local: local, namespace: namespace)
    let slot = (Int(bitPattern: local) ^ Int(bitPattern: local) >> 6) & (recentNames.count - 1)
    if let recent = recentNames[slot], recent.key == key { return recent.index }
    let index = indexed(key)
    recentNames[slot] = (key, index)
    return index
  }

  private mutating func indexed(_ key: NameKey) -> UInt16 {
    let (local, namespace) = (key.local, key.namespace)
    if let index = nameIndex[key] { return index }
    let index = UInt16(clamping: min(names.count, Int(XMLDocument.textName) - 1))
    if names.count < Int(XMLDocument.textName) {
      names.append(
        XMLName(local: String(cString: local), namespace: namespace.map { String(cString: $0) } ?? ""))
    }
    nameIndex[key] = index
    return index
  }

  /// Where the tag that the parser has just read begins: no `<` can stand inside a tag but at its start.
  private func startOfTag() -> Int {
    var place = min(bulletin_position(context), source.count) - 1
    while place > 0, source[place] != UInt8(ascii: "<") { place -= 1 }
    return max(place, 0)
  }

  // MARK: Complaints

  mutating func recordSyntax(_ error: xmlError) {
    guard failure == nil, doctype == nil else { return }
    let place = min(Int(bulletin_position(context)), source.count)
    if error.level == XML_ERR_FATAL || error.code == XML_NS_ERR_COLON.rawValue {
      failure = ParserFailure(code: Int(error.code), message: message(error), position: place, open: openElements)
      // What the parser would say of the rest is not wanted, and there may be millions of it.
      context.pointee.instate = XML_PARSER_EOF
    } else if error.code == XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue {
      prefixes.append(place)
    } else if (XML_NS_ERR_XML_NAMESPACE.rawValue...XML_NS_ERR_COLON.rawValue).contains(UInt32(error.code)) {
      oddities.append(place)
    }
  }

  mutating func recordSchema(_ error: xmlError) {
    guard failure == nil, doctype == nil else { return }
    complaints.append(SchemaComplaint(code: Int(error.code), message: message(error), node: lastElement))
  }

  private var openElements: [OpenElement] {
    open.map { element in
      let node = nodes[Int(element.node)]
      return OpenElement(name: names[Int(node.name)].local, place: Int(node.place))
    }
  }

  private func message(_ error: xmlError) -> String {
    guard let message = error.message else { return "" }
    let text = String(cString: message)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
