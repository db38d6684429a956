import CLibXML2

/// What reading a document gives: its tree as far as it could be read, its source as text, and what is wrong with it.
public struct XMLReading: Sendable {
  /// The tree. Mistakes were mended for reading where that could be done; each is among the problems.
  public let document: XMLDocument
  /// The source in UTF-8, without byte order mark: places count its bytes.
  public let source: [UInt8]
  /// What is wrong with it: what makes it no XML, in the order of the text, then what the schema does not allow.
  public let problems: [XMLProblem]
  /// From where on the document could not be read, or only in part; `nil` when all of it was.
  public let brokenFrom: Int?
  /// Whether reading was given up because mistakes were too many, and not because of the last of them.
  public let isCurtailed: Bool
}

/// Reads documents with libxml2, checking them against a schema in the same pass.
///
/// The parser's events are handed both to the schema's validator and to the builder of the tree; libxml2 builds no
/// tree of its own. A document with mistakes is read again with each of them mended, so that the ones behind it are
/// found too.
public enum XMLReader {
  /// The most mistakes that are mended in one document.
  static let mostMends = 200
  /// The most bytes that are parsed for one document, all passes together: 32 MiB, or three times the document.
  static let mostBytes = 32 << 20

  /// Reads a document from its bytes, in any encoding that libxml2 knows.
  ///
  /// - Parameters:
  ///   - bytes: The document as it stands in its file.
  ///   - schema: What it is to be checked against; without one it need only be well-formed.
  public static func read(_ bytes: [UInt8], schema: XMLSchema? = nil) -> XMLReading {
    LibXML2.prepare()
    let decoded = SourceDecoder.decode(bytes)
    let source = decoded.text
    guard decoded.isReadable else {
      return XMLReading(
        document: .empty, source: source, problems: [decoded.problem].compactMap { $0 }, brokenFrom: 0,
        isCurtailed: false)
    }
    if let tag = crowdedTag(in: source) {
      let problem = XMLProblem(kind: .syntax(.limit), range: tag..<tag + 1)
      return XMLReading(
        document: .empty, source: source, problems: [decoded.problem, problem].compactMap { $0 }, brokenFrom: tag,
        isCurtailed: false)
    }
    let pass = parse(source, schema: schema)
    // Nearly every document ends here.
    if decoded.problem == nil, pass.isClean {
      return XMLReading(document: pass.document, source: source, problems: [], brokenFrom: nil, isCurtailed: false)
    }
    var reading = MendingReading(source, schema: schema, encoding: decoded.problem)
    return reading.read(pass)
  }

  static func parse(_ source: [UInt8], schema: XMLSchema?) -> ParserPass {
    guard let context = xmlNewParserCtxt() else { return outOfMemory }
    defer { xmlFreeParserCtxt(context) }
    let events = ParserEvents(TreeBuilder(source: source, context: context))
    let user = Unmanaged.passUnretained(events).toOpaque()
    context.pointee._private = user
    context.pointee.userData = user
    ParserEvents.install(in: context.pointee.sax)
    let validator = schema.flatMap { xmlSchemaNewValidCtxt($0.pointer) }
    defer { xmlSchemaFreeValidCtxt(validator) }
    var plug: xmlSchemaSAXPlugPtr?
    if let validator {
      bulletin_set_schema_errors(validator, ParserEvents.schemaError, user)
      plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
      // The plug brings a handler of its own, without the channel for errors.
      bulletin_set_parser_errors(context.pointee.sax, ParserEvents.syntaxError)
    }
    source.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        let document = xmlCtxtReadMemory(context, text.baseAddress, Int32(text.count), nil, nil, LibXML2.options)
        xmlFreeDoc(document)
      }
    }
    if let plug { xmlSchemaSAXUnplug(plug) }
    var pass = withExtendedLifetime(events) { events.builder.finish() }
    // libxml2 takes a character of the value 0 behind the root for the end of the text, and would hide what follows.
    if pass.failure == nil, pass.doctype == nil, let place = source.firstIndex(of: 0) {
      pass.failure = ParserFailure(code: Int(XML_ERR_INVALID_CHAR.rawValue), message: "", position: place, open: [])
    }
    if pass.isClean, let place = unknownVersion(in: source) {
      pass.failure = ParserFailure(code: Int(XML_ERR_UNKNOWN_VERSION.rawValue), message: "", position: place, open: [])
    }
    return pass
  }

  /// Where the version in an XML declaration stands that is none; `nil` when there is no such.
  ///
  /// libxml2 lets `1.` through, but a number follows the point (XML 1.0, production 26).
  private static func unknownVersion(in source: [UInt8]) -> Int? {
    guard source.starts(with: SourceDecoder.declarationMark),
      let quote = source.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
    else { return nil }
    let version = source[(quote + 1)...].prefix { $0 != source[quote] }
    return version.last == UInt8(ascii: ".") ? quote + 1 : nil
  }

  private static var outOfMemory: ParserPass {
    ParserPass(
      document: .empty, complaints: [], prefixes: [], oddities: [], doctype: nil,
      failure: ParserFailure(code: Int(XML_ERR_NO_MEMORY.rawValue), message: "", position: 0, open: []))
  }
}

extension XMLDocument {
  static let empty = XMLDocument(nodes: [], attributes: [], names: [], text: [])
}
