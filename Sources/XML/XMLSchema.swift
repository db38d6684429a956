import CLibXML2

/// An XSD 1.0 schema, compiled once and shared by all documents that are checked against it.
///
/// libxml2 only reads a compiled schema while it validates, so one may serve several threads.
public final class XMLSchema: @unchecked Sendable {
  let pointer: xmlSchemaPtr

  /// Compiles a schema from its text in UTF-8.
  ///
  /// - Throws: `XMLSchemaError` with what libxml2 holds against it.
  public init(_ text: String) throws(XMLSchemaError) {
    LibXML2.prepare()
    var text = text
    let log = ErrorLog()
    let user = Unmanaged.passUnretained(log).toOpaque()
    let compiled = text.withUTF8 { buffer -> xmlSchemaPtr? in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        // Read apart from its compilation, so that the same options hold and nothing is printed.
        let options = LibXML2.options | Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let document = xmlReadMemory(bytes.baseAddress, Int32(bytes.count), nil, nil, options)
        defer { xmlFreeDoc(document) }
        guard let document, let context = xmlSchemaNewDocParserCtxt(document) else { return nil }
        defer { xmlSchemaFreeParserCtxt(context) }
        bulletin_set_schema_parser_errors(context, { user, error in ErrorLog.record(user, error) }, user)
        return xmlSchemaParse(context)
      }
    }
    withExtendedLifetime(log) {}
    guard let compiled else { throw XMLSchemaError(message: log.messages.joined(separator: " ")) }
    pointer = compiled
  }

  deinit { xmlSchemaFree(pointer) }
}

/// A schema that is not one.
public struct XMLSchemaError: Error, CustomStringConvertible {
  /// What libxml2 says.
  public let message: String

  /// What libxml2 says.
  public var description: String { message }
}

private final class ErrorLog {
  var messages: [String] = []

  static func record(_ user: UnsafeMutableRawPointer?, _ error: UnsafePointer<xmlError>?) {
    guard let user, let error, let message = error.pointee.message else { return }
    let log = Unmanaged<ErrorLog>.fromOpaque(user).takeUnretainedValue()
    log.messages.append("line \(error.pointee.line): " + String(cString: message))
  }
}
