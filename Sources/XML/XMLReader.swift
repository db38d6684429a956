import CLibXML2

/// What reading a document gives: its tree as far as it could be read, its source as text, and what is wrong with it.
public struct XMLReading: Sendable {
  /// The tree. When the document is not well-formed it ends where the parser gave up.
  public let document: XMLDocument
  /// The source in UTF-8, without byte order mark: places count its bytes.
  public let source: [UInt8]
  /// What libxml2 holds against it, in the order in which it was found.
  public let problems: [XMLProblem]
}

/// Reads documents with libxml2, checking them against a schema in the same pass.
///
/// The parser's events are handed both to the schema's validator and to the builder of the tree; libxml2 builds no
/// tree of its own.
public enum XMLReader {
  /// Reads a document from its bytes, in any encoding that libxml2 knows.
  ///
  /// - Parameters:
  ///   - bytes: The document as it stands in its file.
  ///   - schema: What it is to be checked against; without one it need only be well-formed.
  public static func read(_ bytes: [UInt8], schema: XMLSchema? = nil) -> XMLReading {
    LibXML2.prepare()
    switch SourceDecoder.decode(bytes) {
    case .success(let source): return parse(source, schema: schema)
    case .failure(let problem):
      // The bytes are shown as well as they can be; places stay valid since they count what came before.
      let source = Array(String(decoding: bytes, as: UTF8.self).utf8)
      return XMLReading(document: .empty, source: source, problems: [problem])
    }
  }

  private static func parse(_ source: [UInt8], schema: XMLSchema?) -> XMLReading {
    guard let context = xmlNewParserCtxt() else { return outOfMemory(source) }
    defer { xmlFreeParserCtxt(context) }
    let builder = TreeBuilder(source: source, context: context)
    let user = Unmanaged.passUnretained(builder).toOpaque()
    context.pointee._private = user
    context.pointee.userData = user
    TreeBuilder.install(in: context.pointee.sax)
    let validator = schema.flatMap { xmlSchemaNewValidCtxt($0.pointer) }
    defer { xmlSchemaFreeValidCtxt(validator) }
    var plug: xmlSchemaSAXPlugPtr?
    if let validator {
      bulletin_set_schema_errors(validator, TreeBuilder.schemaError, user)
      plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
      // The plug brings a handler of its own, without the channel for errors.
      bulletin_set_parser_errors(context.pointee.sax, TreeBuilder.syntaxError)
    }
    source.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        let document = xmlCtxtReadMemory(context, text.baseAddress, Int32(text.count), nil, nil, LibXML2.options)
        xmlFreeDoc(document)
      }
    }
    if let plug { xmlSchemaSAXUnplug(plug) }
    return withExtendedLifetime(builder) { builder.finish() }
  }

  private static func outOfMemory(_ source: [UInt8]) -> XMLReading {
    let problem = XMLProblem(
      kind: .syntax, code: Int(XML_ERR_NO_MEMORY.rawValue), message: "", place: 0, moment: .start, element: "")
    return XMLReading(document: .empty, source: source, problems: [problem])
  }
}

extension XMLDocument {
  static let empty = XMLDocument(nodes: [], attributes: [], names: [], text: [])
}
