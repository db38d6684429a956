import Model
import Text

/// Writes the canonical form: JSON in UTF-8 without white space, members in the order in which they are told.
///
/// Members without a value are left out, and so are empty arrays as members, so that a member that a later version adds
/// does not change the form of issues that lack it.
struct CanonicalWriter {
  /// What was written.
  private(set) var out: OutputBuffer

  /// A writer that has written nothing, with room for so many bytes.
  init(capacity: Int) { out = OutputBuffer(capacity: capacity) }

  /// Writes a text.
  mutating func value(_ text: String) { quoted(text) }

  /// Writes an object, whose members a closure writes.
  mutating func object(_ members: (inout CanonicalWriter) -> Void) {
    out.append(byte: UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array, whose elements a closure writes.
  mutating func array(_ elements: (inout CanonicalWriter) -> Void) {
    out.append(byte: UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes an array, each of whose elements a closure writes.
  mutating func array<Element>(_ elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void) {
    array { json in
      for element in elements { json.element { write(&$0, element) } }
    }
  }

  /// Writes an array of texts.
  mutating func array(_ texts: [String]) { array(texts) { $0.value($1) } }

  /// Writes an element that a closure writes.
  mutating func element(_ write: (inout CanonicalWriter) -> Void) {
    write(&self)
    separate()
  }

  /// Writes an element that is a text.
  mutating func element(_ text: String) { element { $0.value(text) } }

  /// Writes an element that is a whole number.
  mutating func element(_ number: Int) { element { $0.out.append(number) } }

  /// Writes an element that is a paragraph.
  mutating func element(_ paragraph: Paragraph) { element { $0.value(paragraph) } }

  /// Writes a member that is a text; without one there is no member.
  mutating func member(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    self.key(key)
    quoted(text)
    separate()
  }

  /// Writes a member that is a whole number.
  mutating func member(_ key: StaticString, _ number: Int) {
    self.key(key)
    out.append(number)
    separate()
  }

  /// Writes a member that is a truth value.
  mutating func member(_ key: StaticString, _ truth: Bool) {
    self.key(key)
    out.append(truth ? "true" : "false")
    separate()
  }

  /// Writes a member that a closure writes.
  mutating func member(_ key: StaticString, _ write: (inout CanonicalWriter) -> Void) {
    self.key(key)
    write(&self)
    separate()
  }

  /// Writes a member that is an array of objects or texts; an empty one is left out.
  mutating func member<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    self.key(key)
    array(elements, write)
    separate()
  }

  /// Writes a member that is an array of texts; an empty one is left out.
  mutating func member(_ key: StaticString, _ texts: [String]) { member(key, texts) { $0.value($1) } }

  private mutating func key(_ key: StaticString) {
    out.append(byte: UInt8(ascii: "\""))
    key.withUTF8Buffer { out.append(contentsOf: $0) }
    out.append(byte: UInt8(ascii: "\""))
    out.append(byte: UInt8(ascii: ":"))
  }

  /// After each member and each element stands a comma, until the bracket takes the place of the last.
  private mutating func separate() { out.append(byte: UInt8(ascii: ",")) }

  private mutating func close(_ bracket: UInt8) {
    if out.bytes.last == UInt8(ascii: ",") { out.removeLast() }
    out.append(byte: bracket)
  }

  /// Writes a text with the escapes that RFC 8259 asks for and no others.
  private mutating func quoted(_ text: String) {
    out.append(byte: UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      let mark = { (byte: UInt8) in
        bit(byte < 0x20) | bit(byte == UInt8(ascii: "\"")) | bit(byte == UInt8(ascii: "\\"))
      }
      out.append(bytes, where: mark) { out, byte in
        if byte < 0x20 {
          out.append(byte < 0x10 ? "\\u000" : "\\u00")
          out.append(String(byte, radix: 16))
        } else {
          out.append(byte: UInt8(ascii: "\\"))
          out.append(byte: byte)
        }
      }
    }
    out.append(byte: UInt8(ascii: "\""))
  }
}
