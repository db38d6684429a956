import CLibXML2
import Threads

/// An XSD 1.0 schema, compiled once and shared by all documents that are checked against it.
///
/// libxml2 only reads a compiled schema while it validates, so one may serve several threads.
public final class XMLSchema: @unchecked Sendable {
  let pointer: xmlSchemaPtr
  private let text: String
  private let relaxedForm = Guarded<Relaxed?>(nil)

  /// What a schema is needed for when a document does not meet it: its terms, and a schema of the same values and
  /// attributes in which elements may stand in any order and number.
  struct Relaxed: Sendable {
    let model: ContentModel
    let schema: XMLSchema
  }

  /// The relaxed form, made when a document first needs it; `nil` for a schema with constructs that are not known here.
  var relaxed: Relaxed? {
    relaxedForm.withLock { form in
      if form == nil, let model = ContentModel(schema: text), let schema = try? XMLSchema(XMLSchema.relaxing(text)) {
        form = Relaxed(model: model, schema: schema)
      }
      return form
    }
  }

  /// Sequences become choices without end, so that no element is asked for and none is too many.
  private static func relaxing(_ text: String) -> String {
    let choice = "<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">"
    return text.replacing("<xs:sequence>", with: choice).replacing("</xs:sequence>", with: "</xs:choice>")
      .replacing("<xs:choice maxOccurs=\"unbounded\">", with: choice)
  }

  /// Compiles a schema from its text in UTF-8.
  ///
  /// - Throws: `XMLSchemaError` with what libxml2 holds against it.
  public init(_ text: String) throws(XMLSchemaError) {
    LibXML2.prepareSchemas()
    self.text = text
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
