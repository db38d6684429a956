/// A value of JSON whose members keep the order in which they were given.
enum JSONValue {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSONValue])
  case object([(key: String, value: JSONValue?)])

  /// Writes the value without white space. Members without a value are left out, and so are empty arrays as members,
  /// so that a member that a later version adds does not change the form of issues that lack it.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): JSONValue.write(text, to: &bytes)
    case .number(let number): bytes += String(number).utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members): JSONValue.write(members, to: &bytes)
    }
  }

  private static func write(_ members: [(key: String, value: JSONValue?)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, value) in members {
      guard let value, !value.isEmptyArray else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      write(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private var isEmptyArray: Bool {
    if case .array(let values) = self { return values.isEmpty }
    return false
  }

  /// A string with the escapes that RFC 8259 asks for and no others.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONValue {
  static func string(_ text: String?) -> JSONValue? { text.map { JSONValue.string($0) } }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  static func list<Element>(_ elements: [Element], _ value: (Element) -> JSONValue) -> JSONValue {
    .array(elements.map(value))
  }
}
