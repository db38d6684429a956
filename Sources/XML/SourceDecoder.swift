import CLibXML2

/// Turns the bytes of a document into UTF-8 before they are parsed, so that every place in it can be counted in one
/// and the same text. Conversion is libxml2's, so any encoding that it reads is welcome.
enum SourceDecoder {
  /// A document's text, and what is wrong with its bytes, if anything.
  struct Decoded {
    /// The text. What could not be read stands as U+FFFD, or is missing from there on.
    var text: [UInt8]
    var problem: XMLProblem?
    /// Whether it is worth looking for the document in the text.
    var isReadable = true
  }

  static func decode(_ bytes: [UInt8]) -> Decoded {
    let (name, bom) = encoding(of: bytes)
    let decoded = decode(bytes, name, bom)
    if decoded.problem != nil, !beginsLikeXML(bytes) {
      return Decoded(text: shown(bytes), problem: .notXML, isReadable: false)
    }
    // A declaration that can be read byte by byte is proof against any encoding of two bytes a letter.
    if bytes.starts(with: declarationMark), !decoded.text.starts(with: declarationMark) {
      return Decoded(text: shown(bytes), problem: .encoding(.contradicted(name: name ?? ""), place: 0))
    }
    return decoded
  }

  /// Bytes as well as they can be shown as UTF-8.
  private static func shown(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  static let declarationMark = Array("<?xml".utf8)
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the first character can be that of an XML file, in whatever encoding.
  private static func beginsLikeXML(_ bytes: [UInt8]) -> Bool {
    let first = bytes.prefix(64).first {
      $0 != 0 && !isBlank($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 < 0xFE
    }
    return first == UInt8(ascii: "<")
  }

  private static func decode(_ bytes: [UInt8], _ name: String?, _ bom: Int) -> Decoded {
    let body = bom == 0 ? bytes : Array(bytes.dropFirst(bom))
    guard let name else { return checked(body, name: "UTF-8") }
    switch name.uppercased() {
    case "UTF-8", "UTF8":
      // Only one mark is no part of the text (Unicode Standard, 23.8); libxml2 would pass over another.
      guard bom > 0, body.starts(with: byteOrderMark) else { return checked(body, name: name) }
      return Decoded(text: body, problem: .encoding(.malformed(name: name, byte: body[0]), place: 0))
    case "US-ASCII", "ASCII":
      guard let place = body.firstIndex(where: { $0 > 0x7F }) else { return Decoded(text: body) }
      return Decoded(
        text: shown(body), problem: .encoding(.malformed(name: name, byte: body[place]), place: place))
    default: return convert(body, from: name)
    }
  }

  /// The encoding that the document's first bytes tell, and the length of its byte order mark.
  /// The order is that of the XML specification, appendix F.
  private static func encoding(of bytes: [UInt8]) -> (name: String?, bom: Int) {
    switch (bytes.first, bytes.dropFirst().first, bytes.dropFirst(2).first, bytes.dropFirst(3).first) {
    case (0xEF, 0xBB, 0xBF, _): ("UTF-8", 3)
    case (0xFF, 0xFE, 0, 0): ("UTF-32LE", 4)
    case (0, 0, 0xFE, 0xFF): ("UTF-32BE", 4)
    case (0xFF, 0xFE, _, _): ("UTF-16LE", 2)
    case (0xFE, 0xFF, _, _): ("UTF-16BE", 2)
    case (0x3C, 0, 0, 0): ("UTF-32LE", 0)
    case (0, 0, 0, 0x3C): ("UTF-32BE", 0)
    case (0x3C, 0, let third?, 0) where third != 0: ("UTF-16LE", 0)
    case (0, 0x3C, 0, _): ("UTF-16BE", 0)
    default: (declared(in: bytes), 0)
    }
  }

  /// The encoding's name in an XML declaration written in ASCII letters.
  private static func declared(in bytes: [UInt8]) -> String? {
    guard bytes.starts(with: declarationMark) else { return nil }
    let head = bytes[..<min(bytes.count, 200)]
    let declaration = head[..<(head.firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex)]
    // What follows the name of the pseudo-attribute: an equals sign, then the value in quotation marks.
    guard let mark = end(of: encodingMark, in: declaration) else { return nil }
    let rest = declaration[mark...].drop { $0 == UInt8(ascii: "=") || isBlank($0) }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let name = rest.dropFirst().prefix { $0 != quote }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  private static let encodingMark = Array("encoding".utf8)

  private static func end(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }.map { $0 + mark.count }
  }

  private static func checked(_ bytes: [UInt8], name: String) -> Decoded {
    guard let place = firstMalformedByte(bytes) else { return Decoded(text: bytes) }
    return Decoded(
      text: shown(bytes), problem: .encoding(.malformed(name: name, byte: bytes[place]), place: place))
  }

  /// The place of the first byte that is no part of well-formed UTF-8; `nil` when there is none.
  private static func firstMalformedByte(_ bytes: [UInt8]) -> Int? {
    let isASCII = bytes.withUnsafeBufferPointer { buffer in
      var seen: UInt8 = 0
      for byte in buffer { seen |= byte }
      return seen < 0x80
    }
    if isASCII || String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var place = 0
    while case .valid(let character) = parser.parseScalar(from: &iterator) { place += character.count }
    return place
  }

  private static func convert(_ bytes: [UInt8], from name: String) -> Decoded {
    guard let handler = xmlFindCharEncodingHandler(name) else {
      return Decoded(text: shown(bytes), problem: .encoding(.unknown(name: name), place: 0))
    }
    defer { xmlCharEncCloseFunc(handler) }
    let input = xmlBufferCreate()
    let output = xmlBufferCreate()
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: xmlChar.self) { _ = xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
    }
    // What it complains of is seen in what it leaves over; by itself it would print it.
    xmlSetStructuredErrorFunc(nil, { _, _ in })
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    // The function converts as much as fits into the output at one go, so it is called until nothing is left.
    var left = xmlBufferLength(input)
    while left > 0 {
      _ = xmlCharEncInFunc(handler, output, input)
      let now = xmlBufferLength(input)
      if now == left { break }
      left = now
    }
    let text = Array(UnsafeBufferPointer(start: xmlBufferContent(output), count: Int(xmlBufferLength(output))))
    guard left == 0 else {
      let place = bytes.count - Int(left)
      return Decoded(text: text, problem: .encoding(.malformed(name: name, byte: bytes[place]), place: text.count))
    }
    return checked(text, name: name)
  }
}

extension XMLProblem {
  fileprivate static func encoding(_ problem: EncodingProblem, place: Int) -> XMLProblem {
    XMLProblem(kind: .encoding(problem), range: place..<place + 1)
  }

  fileprivate static var notXML: XMLProblem { XMLProblem(kind: .syntax(.notXML), range: 0..<1) }
}
