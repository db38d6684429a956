import CLibXML2

/// The functions that libxml2 calls: each finds the builder behind the user pointer and hands the event on.
extension TreeBuilder {
  static func install(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
    handler.initialize(to: xmlSAXHandler())
    handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    handler.pointee.startElementNs = { user, name, _, namespace, _, _, count, _, values in
      guard let name else { return }
      builder(user)?.startElement(name, namespace: namespace, attributeCount: Int(count), attributes: values)
    }
    handler.pointee.endElementNs = { user, _, _, _ in builder(user)?.endElement() }
    handler.pointee.characters = { user, bytes, count in
      builder(user)?.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.internalSubset = { user, _, _, _ in builder(user)?.documentType() }
    bulletin_set_parser_errors(handler, syntaxError)
  }

  /// A complaint of the parser names its context, whose private field leads to the builder.
  static let syntaxError: bulletin_error_callback = { _, error in
    guard let error, let context = error.pointee.ctxt else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    builder(parser.pointee._private)?.recordSyntax(error.pointee)
  }

  /// A complaint of the schema's validator.
  static let schemaError: bulletin_error_callback = { user, error in
    guard let error else { return }
    builder(user)?.recordSchema(error.pointee)
  }
}

private func builder(_ user: UnsafeMutableRawPointer?) -> TreeBuilder? {
  user.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}
