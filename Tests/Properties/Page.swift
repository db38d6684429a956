/// A page, taken apart by the strictest reading of HTML: each tag that opens must close, in order, and each attribute's
/// value stands in quotation marks.
public struct Page {
  /// Each element's name with the name of each of its attributes, such as `a href`, and each name alone.
  public private(set) var kinds: Set<String> = []
  /// Where links lead, and what is asked for; but not the icon, which is an empty one.
  public private(set) var links: Set<String> = []
  /// The text, but for that of styles and scripts.
  public private(set) var text: [UInt8] = []
  private var spans: [String: Range<Int>] = [:]
  private var open: [(name: String, id: String?, start: Int)] = []

  private static let withoutEnd: Set = ["meta", "link", "br", "wbr", "input", "hr", "img", "col"]
  private static let references: [[UInt8]: UInt8] = [
    Array("amp".utf8): 0x26, Array("lt".utf8): 0x3C, Array("gt".utf8): 0x3E, Array("quot".utf8): 0x22,
    Array("#39".utf8): 0x27,
  ]

  /// Takes a page apart.
  ///
  /// - Throws: ``Broken`` where the page is otherwise.
  public init(_ page: [UInt8]) throws {
    var reader = Reader(page)
    while let byte = reader.peek {
      switch byte {
      case UInt8(ascii: "<"): try tag(&reader)
      case UInt8(ascii: "&"): text.append(try Page.reference(&reader))
      default:
        try require(byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09, "a control character in a page")
        text.append(byte)
        reader.skip(1)
      }
    }
    try require(open.isEmpty, "\(open.last?.name ?? "") is not closed")
  }

  /// The text of the element with an id; `nil` when there is none.
  public func text(ofElement id: String) -> String? {
    spans[id].map { String(decoding: text[$0], as: UTF8.self) }
  }

  private mutating func tag(_ reader: inout Reader) throws {
    if reader.takes("<!DOCTYPE html>") { return }
    if reader.takes("</") {
      let name = reader.name()
      try require(reader.takes(">"), "the end tag of \(name) goes on")
      guard let last = open.popLast() else { throw Broken("\(name) closes what is not open") }
      try require(last.name == name, "\(name) closes \(last.name)")
      if let id = last.id { spans[id] = last.start..<text.count }
      return
    }
    reader.skip(1)
    let name = reader.name()
    try require(!name.isEmpty, "a stray less-than sign")
    kinds.insert(name)
    let (id, isEmpty) = try attributes(of: name, &reader)
    if isEmpty || Page.withoutEnd.contains(name) { return }
    open.append((name, id, text.count))
    if name == "script" || name == "style" { reader.skip(to: "</") }
  }

  /// Reads the attributes up to the end of the tag, and gives the id, and whether the tag ends the element, too.
  private mutating func attributes(of element: String, _ reader: inout Reader) throws -> (id: String?, isEmpty: Bool) {
    var id: String?
    var seen: Set<String> = []
    while !reader.takes(">") {
      if reader.takes("/>") { return (id, true) }
      try require(reader.takes(" "), "no blank before an attribute of \(element)")
      let name = reader.name()
      try require(
        !name.isEmpty && seen.insert(name).inserted, "an attribute of \(element) without name, or twice: \(name)")
      kinds.insert("\(element) \(name)")
      guard reader.takes("=\"") else { continue }
      var value: [UInt8] = []
      while !reader.takes("\"") {
        guard let byte = reader.peek else { throw Broken("an attribute without end") }
        try require(byte != 0x3C && byte != 0x3E, "a bracket in the attribute \(name)")
        if byte == UInt8(ascii: "&") {
          value.append(try Page.reference(&reader))
        } else {
          value.append(byte)
          reader.skip(1)
        }
      }
      if name == "id" { id = String(decoding: value, as: UTF8.self) }
      if element != "link", ["href", "src", "action", "formaction"].contains(name) {
        links.insert(String(decoding: value, as: UTF8.self))
      }
    }
    return (id, false)
  }

  private static func reference(_ reader: inout Reader) throws -> UInt8 {
    reader.skip(1)
    for (name, byte) in references where reader.takes(name + [UInt8(ascii: ";")]) { return byte }
    throw Broken("an ampersand that begins no reference of the five")
  }
}

/// Goes through bytes.
private struct Reader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip(_ count: Int) { position += count }

  mutating func skip(to text: StaticString) {
    while position < bytes.count, !stands(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) {
      position += 1
    }
  }

  mutating func takes(_ text: StaticString) -> Bool {
    let sought = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard stands(sought) else { return false }
    position += sought.count
    return true
  }

  mutating func takes(_ text: [UInt8]) -> Bool {
    guard text.withUnsafeBufferPointer({ stands($0) }) else { return false }
    position += text.count
    return true
  }

  mutating func name() -> String {
    let start = position
    while let byte = peek, isNameByte(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func stands(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position + text.count <= bytes.count else { return false }
    for offset in 0..<text.count where bytes[position + offset] != text[offset] { return false }
    return true
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":")
  }
}
