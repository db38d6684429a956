import CLibXML2

/// The functions that libxml2 calls, and what it hands them: each finds the builder behind the pointer and hands the
/// event on.
///
/// The builder is a value in this object, so that an event is one access to it and not one for each of its parts.
final class ParserEvents {
  var builder: TreeBuilder

  init(_ builder: TreeBuilder) { self.builder = builder }

  static func install(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
    handler.initialize(to: xmlSAXHandler())
    handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    handler.pointee.startElementNs = { user, name, _, namespace, _, _, count, _, values in
      guard let name else { return }
      events(user)?.builder.startElement(name, namespace: namespace, attributeCount: Int(count), attributes: values)
    }
    handler.pointee.endElementNs = { user, _, _, _ in events(user)?.builder.endElement() }
    handler.pointee.characters = { user, bytes, count in
      events(user)?.builder.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.internalSubset = { user, _, _, _ in events(user)?.builder.documentType() }
    bulletin_set_parser_errors(handler, syntaxError)
  }

  /// A complaint of the parser names its context, whose private field leads here.
  static let syntaxError: bulletin_error_callback = { _, error in
    guard let error, let context = error.pointee.ctxt else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    events(parser.pointee._private)?.builder.recordSyntax(error.pointee)
  }

  /// A complaint of the schema's validator.
  static let schemaError: bulletin_error_callback = { user, error in
    guard let error else { return }
    events(user)?.builder.recordSchema(error.pointee)
  }
}

private func events(_ user: UnsafeMutableRawPointer?) -> ParserEvents? {
  user.map { Unmanaged<ParserEvents>.fromOpaque($0).takeUnretainedValue() }
}
