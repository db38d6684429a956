/// A value of JSON as it was read (RFC 8259).
public indirect enum JSONReading: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number, by its numeral.
  case number(String)
  case string(String)
  case array([JSONReading])
  /// An object; of two members of one name the last counts.
  case object([String: JSONReading])

  /// Reads a text of JSON.
  ///
  /// - Returns: The value; `nil` when the text is not JSON, or is nested more than 64 deep.
  public init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  /// A member of an object; `nil` where it is not there, or this is no object.
  public subscript(name: String) -> JSONReading? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text, when it is one.
  public var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The whole number, when it is one.
  public var integer: Int? { if case .number(let numeral) = self { Int(numeral) } else { nil } }
  /// The truth value, when it is one.
  public var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }
  /// The elements, when it is an array; else none.
  public var elements: [JSONReading] { if case .array(let elements) = self { elements } else { [] } }
  /// The members, when it is an object; else none.
  public var members: [String: JSONReading] { if case .object(let members) = self { members } else { [:] } }
}

private struct Reader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSONReading? {
    skipBlanks()
    guard depth < 64, position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSONReading.string)
    case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return word("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONReading? {
    position += 1
    var members: [String: JSONReading] = [:]
    if takes(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard let name = string(), takes(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
      members[name] = value
    } while takes(UInt8(ascii: ","))
    return takes(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSONReading? {
    position += 1
    var elements: [JSONReading] = []
    if takes(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while takes(UInt8(ascii: ","))
    return takes(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func string() -> String? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape(&text) else { return nil }
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(_ text: inout [UInt8]) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): return escapedScalar(&text)
    default: return false
    }
    return true
  }

  private mutating func escapedScalar(_ text: inout [UInt8]) -> Bool {
    guard var code = fourDigits() else { return false }
    if (0xD800..<0xDC00).contains(code) {
      guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
      else { return false }
      position += 2
      guard let low = fourDigits(), (0xDC00..<0xE000).contains(low) else { return false }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { return false }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return true
  }

  private mutating func fourDigits() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    return UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
  }

  private mutating func number() -> JSONReading? {
    let start = position
    while position < bytes.count, "+-.0123456789eE".utf8.contains(bytes[position]) { position += 1 }
    let numeral = String(decoding: bytes[start..<position], as: UTF8.self)
    return Double(numeral) == nil ? nil : .number(numeral)
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }
}
